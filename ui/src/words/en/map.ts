// What stands and is said on the map, and the small panels on it.

import { many } from './terms.ts';

export const map = {
  // On the map.
  unnamed: 'Unnamed',
  team: 'Team',
  made: (name: string) => `+ ${name}`,
  removed: (name: string) => `− ${name}`,
  /** Handoffs that would come and go beside those that are named. */
  moreHandoffs: (made: number, removed: number) =>
    `… ${[made > 0 && `+ ${made}`, removed > 0 && `− ${removed}`].filter(Boolean).join(', ')} more`,
  takes: (time: string) => `takes ${time}`,
  waits: (time: string) => `waits ${time}`,
  completeAccurate: (share: string) => `${share} complete and accurate`,
  painPoints: (count: number) => many(count, 'pain point', 'pain points'),
  ideasCount: (count: number) => many(count, 'idea', 'ideas'),
  noteCounts: {
    question: (count: number) => many(count, 'question', 'questions'),
    decision: (count: number) => many(count, 'decision', 'decisions'),
    assumption: (count: number) => many(count, 'assumption', 'assumptions'),
    parked: (count: number) => many(count, 'parked topic', 'parked topics'),
    note: (count: number) => many(count, 'note', 'notes'),
  },
  locked: 'locked',
  stage: 'Stage',
  stageSteps: (count: number) => many(count, 'step in it', 'steps in it'),
  stageEntry: 'To enter',
  stageExit: 'To leave',
  stageEntryHint: 'Budget is confirmed',
  stageExitHint: 'Contract is signed',
  stageTakes: 'May take',
  connectorBetween: (from: string, to: string) => `Connector, ${from} to ${to}`,
  handoffBetween: (from: string, to: string) => `${from} to ${to}`,
  teamToTeam: (from: string, to: string) => `${from} → ${to}`,
  hasSla: 'has an SLA',
  noSla: 'no SLA',
  seenApart: 'giver and receiver disagree',
  stepAdded: (name: string, team: string) => `${name} added to ${team}`,
  editing: (name: string) => `Name of ${name}`,
  editingPasses: (handoff: string) => `What passes at ${handoff}`,
};
