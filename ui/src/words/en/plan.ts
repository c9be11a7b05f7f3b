// The page of actions: its board, what is asked of whom, what is still unanswered, its files.

import type { ActionKind, ActionStatus } from '../../contract.ts';
import { many } from './terms.ts';

type Column = 30 | 60 | 90 | 0;

const columns: Record<Column, string> = { 30: '30 days', 60: '60 days', 90: '90 days', 0: 'Not planned' };
const statuses: Record<ActionStatus, string> = {
  open: 'Open',
  started: 'Started',
  done: 'Done',
  dropped: 'Dropped',
};
const kinds: Record<ActionKind, string> = {
  just_do_it: 'Just do it',
  experiment: 'Experiment',
  project: 'Project',
};
const efforts: Record<'S' | 'M' | 'L', string> = { S: 'S – small', M: 'M – medium', L: 'L – large' };

export const plan = {
  plan: {
    title: 'Actions',
    lead: (open: number, done: number, late: number) =>
      [`${open} to do`, `${done} done`, late > 0 ? `${late} late` : ''].filter(Boolean).join(', '),
    empty:
      'Nothing is planned yet. Write the first action in the line above, or answer a pain point below.',
    columns,
    statuses,
    kinds,
    efforts,
    // The line.
    add: 'Add an action',
    addHint: 'What is to be done, who, 30 d, 8 h',
    lineHelp:
      'After commas: a role or @name, 30, 60 or 90 d, 2026-05-22, 8 h, S, M or L',
    understood: (parts: string) => `Understood: ${parts}`,
    added: (text: string) => `Action added: ${text}`,
    // The board.
    board: 'Plan',
    boardHint: 'Arrow keys walk, Shift and left or right move an action, Enter opens it.',
    until: (day: string) => `until ${day}`,
    hours: (hours: string) => `${hours} h`,
    atLeast: (hours: string) => `≥ ${hours} h`,
    none: 'Nothing here',
    noneFits: 'No action fits the filter.',
    moved: (text: string, column: string) => `${text}: ${column}`,
    sooner: 'Move the action to the column before',
    later: 'Move the action to the column after',
    remove: 'Delete the action',
    removed: (text: string) => `Action deleted: ${text}`,
    filter: 'Filter by status',
    all: 'Every status',
    ofOwner: 'Filter by owner',
    everybody: 'Every owner',
    from: 'Plan begins on',
    // A card.
    nobody: 'No owner',
    dueOn: (day: string) => `Due ${day}`,
    lateSince: (day: string) => `Late, due ${day}`,
    beyond: 'After the last day of its column',
    comesAfter: (text: string) => `After “${text}”`,
    more: (count: number) => `+${count}`,
    moreSpoken: (count: number) => `${many(count, 'more link', 'more links')}: open the action`,
    pain: 'Pain point',
    votes: (count: number) => many(count, 'vote', 'votes'),
    // Its panel.
    panel: 'Action',
    close: 'Close the action',
    what: 'What is to be done',
    status: 'Status',
    kind: 'Type',
    owner: 'Owner',
    person: 'Person',
    personHint: 'Who does it',
    column: 'Column',
    due: 'Due',
    start: 'Begins',
    work: 'Work of the owner',
    workHint: '8 h, 1.5 h',
    effort: 'Effort',
    effect: 'Expected effect',
    effectHint: 'Which figure, from what to what',
    after: 'Only after',
    evidence: 'What shows that it worked',
    evidenceHint: 'A figure measured again, a form in use',
    answers: 'Answers',
    addAnswer: 'Add a pain point',
    changes: 'Changes',
    addChange: 'Add a step or handoff',
    unlink: (name: string) => `Take away: ${name}`,
    notSet: 'Not set',
    otherState: (name: string, state: string) => `${name} (${state})`,
    // What is wanted.
    unanswered: 'Pain points without an action',
    unansweredLead: 'Voted for or grave, and nothing is planned against it',
    allAnswered: 'Every pain point that got votes has an action.',
    noPains: 'No pain point has votes yet. In the room, press Alt+P on what hurts.',
    answer: 'Answer with an action',
    answerTo: (text: string) => `Answer with an action: ${text}`,
    against: (text: string) => `Do something about: ${text}`,
    hasIdea: 'an idea is there',
    // Load.
    load: 'Load by owner',
    loadLead: 'Plans die when nobody has time for them',
    loadEmpty: 'Nobody has anything to do yet.',
    total: 'Together',
    actionsOf: (count: number) => many(count, 'action', 'actions'),
    unsaid: (count: number) => `${many(count, 'action', 'actions')} without hours`,
    loadBar: (parts: string) => `Hours by column: ${parts}`,
    // Files.
    csv: 'Save as a table (CSV)',
    calendar: 'Save as a calendar (ICS)',
    csvSaved: (path: string) => `Table saved: ${path}`,
    calendarSaved: (path: string, entries: number, undated: number) =>
      [
        `${many(entries, 'day', 'days')} saved for calendars: ${path}`,
        undated > 0 ? `${many(undated, 'action has', 'actions have')} no date and ${undated === 1 ? 'is' : 'are'} left out.` : '',
      ]
        .filter(Boolean)
        .join('. '),
    fileName: (title: string) => `${title} – actions`,
    tableColumns: [
      'Action',
      'Status',
      'Type',
      'Owner',
      'Person',
      'Days',
      'Begins',
      'Due',
      'Effort',
      'Hours',
      'Answers',
      'Changes',
      'Expected effect',
      'After',
      'Evidence',
    ] as readonly string[],
  },
};
