// What the room says: marks, their fields, minutes, disagreement.

import type { NoteKind, Sign, Waste } from '../../contract.ts';
import { many } from './terms.ts';

type MarkKind = 'painPoint' | 'idea' | NoteKind;

const markKinds: Record<MarkKind, string> = {
  painPoint: 'Pain points',
  idea: 'Ideas',
  question: 'Questions',
  decision: 'Decisions',
  assumption: 'Assumptions',
  parked: 'Parked topics',
  note: 'Notes',
};

const markKind: Record<MarkKind, string> = {
  painPoint: 'Pain point',
  idea: 'Idea',
  question: 'Question',
  decision: 'Decision',
  assumption: 'Assumption',
  parked: 'Parked topic',
  note: 'Note',
};

const addMark: Record<MarkKind, string> = {
  painPoint: 'Add a pain point',
  idea: 'Add an idea',
  question: 'Add a question',
  decision: 'Add a decision',
  assumption: 'Add an assumption',
  parked: 'Park a topic',
  note: 'Add a note',
};

const markTitle: Record<MarkKind, string> = {
  painPoint: 'What hurts here?',
  idea: 'What could be better?',
  question: 'What is not known yet?',
  decision: 'What was decided?',
  assumption: 'What is taken for granted?',
  parked: 'What comes later?',
  note: 'What is worth keeping?',
};

/** Office wastes (domain.md 2.7). */
const wastes: Record<Waste, string> = {
  defects: 'Defects',
  over_production: 'Over-production',
  waiting: 'Waiting',
  talent: 'Unused talent',
  transport: 'Transportation',
  inventory: 'Inventory',
  motion: 'Motion',
  over_processing: 'Extra processing',
};

/** The seven signs (domain.md 1.3). */
const signs: Record<Sign, string> = {
  S1: 'Stalls without next steps',
  S2: 'Manual follow-ups',
  S3: 'Incomplete information',
  S4: 'Unclear owner of the next step',
  S5: 'Missed deadlines from unclear expectations',
  S6: '“Ready” is read differently',
  S7: 'Varies by person',
};

const severity: Record<'1' | '2' | '3' | '4' | '5', string> = {
  1: '1 – hardly felt',
  2: '2 – annoying',
  3: '3 – costs time every week',
  4: '4 – costs customers or money',
  5: '5 – stops the work',
};

export const room = {
  markKinds,
  markKind,
  addMark,
  markTitle,
  wastes,
  signs,
  severityNames: severity,
  room: 'Room',
  showRoom: 'What the room said',
  roomEmpty:
    'Nothing has been said yet. Select something on the map and press Alt with P, I, Q or N – or add it here, pinned to nothing.',
  roomEmptyKind: (kind: string) => `${kind}: nothing yet.`,
  filter: 'Filter by kind',
  allKinds: 'All',
  marks: 'What the room said',
  pinnedTo: 'Pinned to',
  pinnedToNothing: 'Pinned to nothing',
  pinHere: 'Pin to the selection',
  pinHereHint: 'Select something on the map first.',
  unpin: (name: string) => `Unpin from ${name}`,
  goToThing: (name: string) => `Go to ${name}`,
  voteUp: 'One vote more',
  voteDown: 'One vote less',
  severity: 'Severity',
  severityOf: (value: number) => `severity ${value}`,
  quote: 'Quote',
  quoteHint: 'Word for word',
  wastesTitle: 'Wastes, up to two',
  signsTitle: 'Signs',
  words: 'Words',
  remove: 'Delete',
  copyMinutes: 'Copy as minutes',
  minutesCopied: (count: number) => `${many(count, 'entry', 'entries')} copied as minutes`,
  minutesFailed: 'The clipboard cannot be written to. Allow it for Baton and try again.',
  minutesTitle: (title: string, state: string) => `${title} – minutes, ${state}`,

  // Disagreement.
  byGiver: 'As the giver sees it',
  byReceiver: 'As the receiver sees it',
  bothViews: 'Both views',
  viewsDiffer: 'The two sides differ',
  viewsDifferTimes: (low: string, high: string) => `The two sides differ: ${low} and ${high}`,
  saidBy: 'Who said it',
  saidByShort: 'Said by',

  // Keys.
  keyNames: {
    Delete: 'Del',
    Escape: 'Esc',
    Space: 'Space',
    Arrows: 'Arrows',
    Letters: 'Letters',
    Click: 'Click',
    DoubleClick: 'Double click',
    RightClick: 'Right click',
    Drag: 'Drag',
    MiddleDrag: 'Middle drag',
    Wheel: 'Wheel',
    Pinch: 'Pinch',
  } as Readonly<Record<string, string>>,
  showKeys: 'Show all keys',
  keysTitle: 'Keys',
  keysLead: 'On the map letters are the text of what is selected: press Alt and the letter.',
  byHandTitle: 'By hand, on the map',
  byHand: {
    makeStep: 'Make a step on empty ground',
    connectNew: 'Connect what comes next: from a handle to empty ground',
    splice: 'Put a loose step into the flow: drop it on a connector',
    reattach: 'Attach a connector elsewhere: pull its end',
    unbend: 'Take a bend out of a line: on it, or drag it straight',
    moveTeam: 'Move a lane: by its head',
    write: 'Write the text of what is selected',
    nudge: 'Move the selected steps',
    nudgeMore: 'Move them further',
    copy: 'Duplicate steps',
    straight: 'Move straight: press Shift on the way',
    free: 'Move without snapping',
    add: 'Add to the selection, or take out of it',
    frame: 'Select what a frame touches: from empty ground',
    pan: 'Move the view',
    sideways: 'Move the view sideways',
    zoom: 'Zoom at the pointer',
    menu: 'Show what can be done here',
    cancel: 'Cancel what is being dragged',
  },
  groups: {
    file: 'Files',
    edit: 'Editing',
    tool: 'Tools',
    map: 'On the map',
    room: 'The room',
    handoff: 'Handoffs',
    plan: 'The plan',
    view: 'Looking',
    quiet: 'Getting about',
  },
};
