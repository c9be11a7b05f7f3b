// Named points of the file.

import type { Fate, Kind } from '../../contract.ts';
import { many } from './terms.ts';

/** What came, went or changed, by kind; what belongs to a state is told by itself. */
const kinds: Partial<Record<Kind, string>> = {
  engagement: 'Engagement',
  process: 'Process',
  team: 'Teams',
  role: 'Roles',
  calendar: 'Calendars',
  sla: 'Service levels',
  template: 'Templates',
  painPoint: 'Pain points',
  idea: 'Ideas',
  action: 'Actions',
  note: 'Notes, questions and decisions',
  waiver: 'Findings left open',
  measurementRun: 'Measured times',
  picture: 'Logo',
};
const states: Partial<Record<Fate, string>> = {
  added: 'This state was made',
  removed: 'This state was deleted',
  changed: 'The state itself',
};

export const versions = {
  versions: {
    title: 'Versions',
    show: 'Versions of this file',
    list: 'Versions, newest first',
    nameThis: 'Name this point',
    name: 'Name',
    example: 'End of day 1',
    named: (name: string) => `Named: ${name}`,
    opened: 'As it was opened',
    empty:
      'No point has a name yet. Name one above, such as “End of day 1”, and you can always come back to it.',
    readOnly: 'This file is read-only: its versions can be looked at, not named or restored.',
    today: 'today',
    present: 'the present',
    since: (edits: number) => `${many(edits, 'edit', 'edits')} since`,
    ahead: (edits: number) => `${many(edits, 'edit', 'edits')} ahead, by redo`,
    elsewhere: 'before other edits',
    beside: 'Compare with now',
    restore: 'Restore',
    restores: 'Restoring makes everything as it was then, in one step. Undo takes it back.',
    restored: (name: string) => `Restored: ${name}. Undo takes it back.`,
    changedSince: 'Changed since',
    reading: 'Reading…',
    same: 'Everything is as it was.',
    untold: 'Nothing that is told in words.',
    changes: (count: number) => many(count, 'change', 'changes'),
    redrawn: (count: number) => `${many(count, 'thing', 'things')} only drawn elsewhere`,
    kinds,
    states,
    asVersion: (name: string) => `Version: ${name}`,
    now: 'now',
    madeSince:
      'This state was made after the version. Show a state that there was then to see both beside each other.',
  },
};
