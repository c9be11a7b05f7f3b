// The terms of the field in English (domain.md 1.1), one for each value of each closed list, and
// the names of edits.

import type {
  Acceptance,
  AgreementStatus,
  Check,
  Confidence,
  ConnectorKind,
  DelayCause,
  FollowUp,
  Label,
  LabelCode,
  NoteKind,
  Obligation,
  RaciLetter,
  Severity,
  SlaKind,
  StepKind,
  Unread,
  ValueClass,
} from '../../contract.ts';
import type { Problem } from '../../duration.ts';

export const many = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

const kinds: Record<StepKind, string> = {
  step: 'Step',
  decision: 'Decision',
  start: 'Start',
  end: 'End',
};

const newNames: Record<StepKind, string> = {
  step: 'New step',
  decision: 'Decision?',
  start: 'Start',
  end: 'End',
};

const causes: Record<DelayCause, string> = {
  queue: 'Queue',
  priority: 'Other items first',
  off_shift: 'Off shift',
  batch: 'Batch',
  approval: 'Approval',
  information: 'Missing information',
  rework: 'Rework',
  ping_pong: 'Ping-pong',
  unassigned: 'No owner yet',
  unnoticed: 'Not noticed',
  calendar: 'Appointment',
  capacity: 'No capacity',
  external: 'Customer or supplier',
  transport: 'Transport or sync',
  system: 'System down or slow',
  policy: 'Required by policy',
  other: 'Other',
};

const checks: Record<Check, string> = {
  owner: 'Someone is accountable',
  receiver: 'A receiving role is named',
  trigger: 'The trigger is known',
  exit: 'Exit criteria are agreed',
  entry: 'Entry criteria are agreed',
  template: 'The required information is listed',
  ack: 'A response target is set',
  complete: 'A completion target is set',
  return: 'A return rule exists',
  escalation: 'Escalation is agreed',
};

const flows: Record<ConnectorKind, string> = {
  seq: 'Always',
  and: 'In parallel',
  xor: 'One of several',
  rework: 'Rework',
};

const confidences: Record<Confidence, string> = {
  measured: 'Measured',
  estimated: 'Estimated',
  guessed: 'Guessed',
};

const values: Record<ValueClass, string> = {
  VA: 'Adds value',
  NNVA: 'Necessary, no value',
  N: 'Unnecessary',
};

const followUps: Record<FollowUp, string> = { auto: 'Automatic', manual: 'By asking' };

const acceptances: Record<Acceptance, string> = {
  explicit: 'Said explicitly',
  implicit: 'Silence counts',
  none: 'Not at all',
};

const statuses: Record<AgreementStatus, string> = {
  draft: 'Draft',
  agreed: 'Agreed',
  live: 'Live',
  retired: 'Retired',
};

const slaKinds: Record<SlaKind, string> = {
  SLA: 'Service level agreement',
  OLA: 'Operational level agreement',
  UC: 'Underpinning contract',
};

const letters: Record<RaciLetter, string> = {
  R: 'Responsible',
  A: 'Accountable',
  C: 'Consulted',
  I: 'Informed',
  S: 'Supports',
  V: 'Verifies',
  O: 'Omitted',
  D: 'Drives',
  RE: 'Recommends',
  P: 'Performs',
  M: 'Monitors',
  OW: 'Owns',
  H: 'Helps',
};

const severities: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Advice' };
const obligations: Record<Obligation, string> = { must: 'must', should: 'should' };

const problems: Record<Problem, string> = {
  noTime: 'This is not a time. Type it as 1.5 d, 4 h or 20 min.',
  noUnit: 'Times are in d, h or min. Type it as 1.5 d, 4 h or 20 min.',
  tooLong: 'Times go up to ten years. Type a shorter one.',
  noPercent: 'Type a percentage from 0 to 100, such as 85 %.',
  noNumber: 'Type a whole number.',
  noAmount: 'Type a number, such as 12.5.',
};

const noteKinds: Record<NoteKind, string> = {
  note: 'Note',
  question: 'Question',
  decision: 'Decision',
  assumption: 'Assumption',
  parked: 'Parked topic',
};

/** The name of an edit: "move 3 steps". */
function edit({ code, count, name }: Label): string {
  const of = name === '' ? '' : ` “${name}”`;
  const said: Record<LabelCode, string> = {
    newEngagement: 'new engagement',
    addTeam: `add team${of}`,
    addStep: `add step${of}`,
    addRole: `add role${of}`,
    addPainPoint: `add pain point${of}`,
    connect: name === '' ? 'connect' : `connect to${of}`,
    reconnect: `reconnect${of}`,
    moveSteps: count === 1 ? `move step${of}` : `move ${many(count, 'step', 'steps')}`,
    align: `align ${many(count, 'step', 'steps')}`,
    distribute: `distribute ${many(count, 'step', 'steps')}`,
    moveLane: `move lane${of}`,
    resizeLane: `resize lane${of}`,
    rename: name === '' ? 'rename' : `rename to${of}`,
    changeStep: `change step${of}`,
    changeConnector: `change connector${of}`,
    annotateDelay: `annotate wait${of}`,
    changeHandoff: count === 1 ? `change handoff${of}` : `change ${many(count, 'handoff', 'handoffs')}`,
    changeTeam: `change team${of}`,
    changeProcess: `change process${of}`,
    changeEngagement: 'change engagement',
    delete: count === 1 ? `delete${of}` : `delete ${many(count, 'thing', 'things')}`,
    tidyUp: 'tidy up',
    import: 'import',
    capture: count === 0 ? 'capture' : `capture ${name === '' ? many(count, 'step', 'steps') : `“${name}”`}`,
    splice: `put${of} into the flow`,
    paste: count === 1 ? `paste${of}` : `paste ${many(count, 'step', 'steps')}`,
    duplicate: count === 1 ? `duplicate${of}` : `duplicate ${many(count, 'step', 'steps')}`,
    lock: count === 1 ? `lock${of}` : `lock ${many(count, 'step', 'steps')}`,
    unlock: count === 1 ? `unlock${of}` : `unlock ${many(count, 'step', 'steps')}`,
    bend: `bend the line${of}`,
    addStage: `add stage${of}`,
    moveStage: `move the border of${of}`,
    addIdea: `add idea${of}`,
    addNote: `add ${noteKinds[name as NoteKind]?.toLowerCase() ?? 'note'}`,
    changePainPoint: `change pain point${of}`,
    changeIdea: `change idea${of}`,
    changeNote: `change ${noteKinds[name as NoteKind]?.toLowerCase() ?? 'note'}`,
    vote: name === '' ? 'vote' : `vote on${of}`,
    addSla: `add SLA${of}`,
    changeSla: `change SLA${of}`,
    addTemplate: `add template${of}`,
    changeTemplate: `change template${of}`,
    addCalendar: `add calendar${of}`,
    changeCalendar: `change calendar${of}`,
    addCriterion: 'add criterion',
    changeCriterion: `change criterion${of}`,
    moveCriterion: 'move criterion',
    changeRaci: name === '' ? 'change letters' : `change letters of${of}`,
    changeRole: `change role${of}`,
    changeStage: `change stage${of}`,
    addAction: `add action${of}`,
    changeAction: `change action${of}`,
    waive: `waive ${name}`,
    changeRule: `change check ${name}`,
    makeState: `make ${name}`,
    improve: 'improve the future state',
    changeState: `change ${name}`,
    promoteState: `make ${name} the future state`,
    combine: `combine${of}`,
    checkAtSource: `check at the source${of}`,
    trigger: `trigger instead of batch${of}`,
    acceptAndReturn: `accept and return${of}`,
    approveByRule: `approve by rule${of}`,
    parallel: `run in parallel${of}`,
    standardForm: `attach form${of}`,
    backup: `name backup${of}`,
    merge: `merge from ${name}`,
    setLogo: name === '' ? 'remove the logo' : `set the logo ${name}`,
    restoreVersion: name === '' ? 'restore the file as it was opened' : `restore${of}`,
  };
  return said[code];
}

export const terms = {
  locale: 'en',
  product: 'Baton',
  units: ['min', 'h', 'd'] as readonly [string, string, string],
  /** A word in the middle of a sentence. */
  inside: (word: string): string => word.toLowerCase(),
  /** Why something may not be; the kernel's own sentence is English. */
  refusal: (_code: string, message: string, _unread?: Unread): string => message,
  kinds,
  newNames,
  causes,
  checks,
  flows,
  confidences,
  values,
  followUps,
  acceptances,
  statuses,
  slaKinds,
  letters,
  severities,
  obligations,
  problems,
  edit,
};
