// German: what stands round the map: the minimap, the bar at the selection, the outline, the
// language.

import type { around as english } from '../en/around.ts';
import { many } from './terms.ts';

export const around: typeof english = {
  showMinimap: 'Übersicht zeigen',
  hideMinimap: 'Übersicht ausblenden',
  toBar: 'Zur Leiste an der Auswahl gehen',
  noBar: 'Hier ist keine Leiste. Das Menü hat dieselben Aktionen.',
  barOf: 'Auswahl',
  onBar: {
    'edit.text': 'Umbenennen',
    'edit.delete': 'Löschen',
    'tool.connect': 'Verbinden',
    'map.wait': 'Wartezeit',
    'map.pain': 'Schmerz',
    'room.idea': 'Idee',
    'room.note': 'Notiz',
    'map.become.step': 'Schritt',
    'map.become.decision': 'Entscheidung',
    'map.become.start': 'Start',
    'map.become.end': 'Ende',
    'map.ownWay': 'Eigener Weg',
    'map.align.left': 'Links',
    'map.align.centre': 'Mittig',
    'map.align.top': 'Oben',
    'map.align.middle': 'Mitte',
    'map.spread.x': 'Quer verteilen',
    'map.spread.y': 'Längs verteilen',
    'map.laneUp': 'Höher',
    'map.laneDown': 'Tiefer',
    'map.spotlight': 'Hervorheben',
  },

  outline: 'Gliederung',
  showOutline: 'Gliederung der Karte',
  outlineLead: (teams, steps, handoffs) =>
    [
      many(teams, 'Team', 'Teams'),
      many(steps, 'Schritt', 'Schritte'),
      many(handoffs, 'Übergabe', 'Übergaben'),
    ].join(', '),
  outlineEmpty: 'Noch kein Schritt.',
  leadsTo: 'Führt zu',
  outlineTo: (team) => `an ${team}`,
  slaOf: (respond, complete) => `SLA ${respond} / ${complete}`,

  languageSystem: 'Sprache des Systems',
  languageOf: { en: 'English', de: 'Deutsch' },
};
