// What stands round the map: the minimap, the bar at the selection, the outline, the language.

import { many } from './terms.ts';

export const around = {
  showMinimap: 'Show the minimap',
  hideMinimap: 'Hide the minimap',
  toBar: 'Go to the bar at the selection',
  noBar: 'There is no bar here. The menu has the same actions.',
  barOf: 'Selection',
  /** Short names of actions on the bar; the others go by their own. */
  onBar: {
    'edit.text': 'Rename',
    'edit.delete': 'Delete',
    'tool.connect': 'Connect',
    'map.wait': 'Wait',
    'map.pain': 'Pain',
    'room.idea': 'Idea',
    'room.note': 'Note',
    'map.become.step': 'Step',
    'map.become.decision': 'Decision',
    'map.become.start': 'Start',
    'map.become.end': 'End',
    'map.ownWay': 'Own way',
    'map.align.left': 'Left',
    'map.align.centre': 'Centre',
    'map.align.top': 'Top',
    'map.align.middle': 'Middle',
    'map.spread.x': 'Spread across',
    'map.spread.y': 'Spread down',
    'map.laneUp': 'Up',
    'map.laneDown': 'Down',
    'map.spotlight': 'Spotlight',
  } as Readonly<Record<string, string>>,

  // The outline.
  outline: 'Outline',
  showOutline: 'Outline of the map',
  outlineLead: (teams: number, steps: number, handoffs: number) =>
    [
      many(teams, 'team', 'teams'),
      many(steps, 'step', 'steps'),
      many(handoffs, 'handoff', 'handoffs'),
    ].join(', '),
  outlineEmpty: 'No step yet.',
  leadsTo: 'Leads to',
  outlineTo: (team: string) => `to ${team}`,
  slaOf: (respond: string, complete: string) => `SLA ${respond} / ${complete}`,

  // The language.
  languageSystem: 'Language of the system',
  languageOf: { en: 'English', de: 'Deutsch' },
};
