// What protects the work: an edit that is not saved, files that are damaged or put back, backups, a
// diagnosis.

import type { FileNotice, Kind } from '../../contract.ts';
import { many } from './terms.ts';

/** One and several of each kind of record. */
const kinds: Record<Kind, [one: string, several: string]> = {
  engagement: ['engagement', 'engagements'],
  process: ['process', 'processes'],
  state: ['state', 'states'],
  team: ['team', 'teams'],
  lane: ['lane', 'lanes'],
  role: ['role', 'roles'],
  stage: ['stage', 'stages'],
  step: ['step', 'steps'],
  connector: ['connector', 'connectors'],
  handoff: ['handoff', 'handoffs'],
  criterion: ['criterion', 'criteria'],
  template: ['template', 'templates'],
  sla: ['service level', 'service levels'],
  calendar: ['calendar', 'calendars'],
  raciAssignment: ['responsibility', 'responsibilities'],
  painPoint: ['pain point', 'pain points'],
  idea: ['idea', 'ideas'],
  action: ['action', 'actions'],
  note: ['note', 'notes'],
  measurementRun: ['measured time', 'measured times'],
  waiver: ['finding left open', 'findings left open'],
  picture: ['logo', 'logos'],
};

/** What is out of the ordinary, and what to do. `at` is the time of the last edit. */
function notice(it: FileNotice, at: string): string {
  switch (it.is) {
    case 'fileReadOnly':
      return 'The file is read-only.';
    case 'folderReadOnly':
      return 'Nothing can be written where it lies.';
    case 'secondName':
      return 'It has a second name on its disk, under which an edit could not be recovered.';
    case 'newer':
      return 'A newer Baton wrote it. Update Baton, or save a copy to make changes.';
    case 'behind':
      return it.edits === 1
        ? `This computer has 1 edit that this file lacks, made ${at}: it could not be saved, or an older version of the file was put back. Restore it before you go on.`
        : `This computer has ${it.edits} edits that this file lacks, the last made ${at}: an older version of the file may have been put back. Restore them before you go on.`;
    case 'notRecording':
      return 'Edits are saved in the file, but this computer cannot keep a second copy of them just now.';
    case 'notBackedUp':
      return 'Edits are saved in the file, but the backup that was due could not be made. Make room on this computer’s disk.';
    case 'conflicts':
      return `Beside this file lies another state of the same engagement, made by synchronising: ${it.names.join(', ')}. Compare both to take over what differs.`;
  }
}

export const guard = {
  guard: {
    notice,
    aboutFile: 'About this file',
    /** Why a file cannot be opened or written, by code; the kernel says it in English. */
    why: (_code: string, message: string, _name: string): string => message,
    kind: (kind: Kind, count: number): string => many(count, ...kinds[kind]),

    // An edit that the file did not take.
    unsaved: (label: string) => `Not saved: ${label}.`,
    notSaved: 'Not saved',
    unsavedKept: 'It is kept until you choose. Nothing else can be changed meanwhile.',
    elsewhere: 'Save in another place',
    elsewhereAction: 'Save a copy and go on there',
    wentOn: (name: string) => `You go on in ${name}. The file before is as it was.`,
    placed: (path: string) => `Now at ${path}`,
    again: 'Try again',
    stillNot: 'It still cannot be saved there.',
    discard: 'Discard it',
    discarded: (label: string) => `Discarded: ${label}`,
    savedNow: (label: string) => `Saved: ${label}`,

    // Edits that the file lacks.
    restoreEdits: (edits: number) => `Restore ${many(edits, 'edit', 'edits')}`,
    restoredEdits: 'Restored. Undo takes the edits back one by one; the file as it was is a backup.',

    // A file that cannot be opened.
    cannotOpen: (name: string) => `${name} cannot be opened`,
    staysAsItIs: 'The file itself stays as it is. What you choose becomes a new file.',
    newestBackup: 'Newest backup',
    earlierBackups: (count: number) => many(count, 'earlier backup', 'earlier backups'),
    withEdits: (edits: number, at: string) =>
      `with the ${many(edits, 'edit', 'edits')} made after it, the last ${at}`,
    salvage: 'What can be read of the file',
    salvageKept: (what: string) => `Readable: ${what}.`,
    salvageLost: (what: string) => `Lost: ${what}.`,
    salvageNothingLost: 'Nothing is known to be lost.',
    salvageUnknown: (rows: number) => `${many(rows, 'damaged row', 'damaged rows')} of an unknown kind`,
    salvageHistory: (count: number) => `${many(count, 'record comes', 'records come')} from the history, perhaps as it was earlier.`,
    salvageMade: (count: number) => `${many(count, 'record was', 'records were')} made anew so that the map is whole.`,
    salvaged: 'Made from what could be read of a damaged file.',
    restoreFile: 'Restore as a new file',
    recoverFile: 'Recover into a new file',
    forgetRescue: 'Not now',
    restoredFile: (name: string) => `Restored as ${name}`,

    // Backups.
    backups: 'Backups on this computer',
    backupsLead:
      'Baton makes one before the first edit, each hour of editing and on closing. They stay on this computer.',
    noBackups: 'None yet. The first edit makes one.',
    backupOf: (when: string) => `Backup of ${when}`,
    steps: (count: number) => many(count, 'step', 'steps'),
    last: (label: string) => `last: ${label}`,
    kilobytes: (size: string) => `${size} KB`,

    // After an end without goodbye.
    reopened: 'Baton ended without closing this file, so it is open again.',
    reopenedLast: (label: string) => `Last saved: ${label}.`,

    // The diagnosis.
    diagnosis: 'Diagnostics',
    diagnosisLead:
      'For whoever helps you: versions, counts and what happened last. Nothing that you wrote is in it, and nobody is sent it.',
    diagnosisSave: 'Save as text',
    diagnosisFile: 'Baton diagnostics',
  },
};
