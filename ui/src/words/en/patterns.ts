// Patterns of a future state: the rules it is worked on by, what each of them does, and what it takes
// as given.

import type { Assumed, Pattern } from '../../contract.ts';
import type { RuleName } from '../../patterns/rules.ts';
import { many } from './terms.ts';

const rules: Record<RuleName, string> = {
  combine: 'Remove the handoff: one team does both',
  checkAtSource: 'Move the check to the source',
  trigger: 'Replace batch by trigger',
  acceptAndReturn: 'Accept or return explicitly',
  oneOwner: 'One owner and one receiver per handoff',
  approveByRule: 'Approve by rule, exceptions by hand',
  parallel: 'Do independent work at the same time',
  standardForm: 'Standard form at every handoff',
  targets: 'Response and completion target in a calendar',
  escalation: 'Waiting work is seen, and escalated before it is late',
  backup: 'Backup for every single performer',
  firstInFirstOut: 'First in, first out between teams',
};

/** On a button, which says what it does. */
const does: Record<Exclude<Pattern, 'combine' | 'checkAtSource'>, string> = {
  trigger: 'Replace by trigger',
  acceptAndReturn: 'Agree accept and return',
  approveByRule: 'Approve by rule',
  parallel: 'Run in parallel',
  standardForm: 'Attach the form',
  backup: 'Name the backup',
};

const onlyIf: Record<Pattern, string> = {
  combine: 'Only if the team can do this work, or learns to. Its people get the work, and the wait between the teams goes.',
  checkAtSource: 'Criteria on both sides and a required form at the handoff; the step before it is right more often, so less comes back.',
  trigger: 'Each item goes when it is ready. Half the time between two runs is what it waited on average; that much goes.',
  acceptAndReturn: 'The receiver says yes or sends back with a reason, in time. The way back is drawn where there is none.',
  approveByRule: 'A rule decides and is audited; only exceptions still wait for a person.',
  parallel: 'Only if the second step does not need what the first one makes. The step behind waits for both.',
  standardForm: 'The form says what comes along, so nothing is asked for twice.',
  backup: 'Somebody else learns the step and stands in.',
};

const assumed: Record<Assumed['is'], string> = {
  wait: 'Wait then',
  completeAccurate: 'Complete and accurate then',
  returned: 'Comes back then',
  exceptions: 'Exceptions',
  response: 'Accepted or returned within',
  form: 'Form',
  standIn: 'Stands in',
};

export const patterns = {
  showPatterns: 'Patterns for the future state',
  patterns: {
    title: 'Patterns',
    lead: 'The rules for a future state. Each place shows what it would give before you apply it.',
    makesFuture: 'This is the current state. The first pattern you apply makes a future state of it.',
    intoFuture: 'What you apply goes into the future state, and is reckoned there.',
    rules,
    onlyIf,
    assumed,
    combine: (team: string) => `Combine into ${team}`,
    check: (team: string) => `Move the check to ${team}`,
    does,
    moves: (steps: string, from: string, to: string) => `${steps}: ${from} → ${to}`,
    back: (from: string, to: string) => `${from} ↩ ${to}`,
    both: (first: string, second: string) => `${first} and ${second}`,
    open: (count: number) => many(count, 'place', 'places'),
    openHandoffs: (count: number) => many(count, 'handoff', 'handoffs'),
    selected: (count: number) => `${count} selected`,
    holds: 'holds',
    here: 'At the selection',
    whole: 'On the whole map',
    more: (count: number) => `Show ${count} more`,
    reckoning: 'Reckoning',
    noChange: 'No figure changes',
    guessed: 'guessed',
    now: (text: string) => `now ${text}`,
    field: (name: string, about: string) => `${name}, ${about}`,
    applied: (does: string, name: string) => `${does}: done for ${name}. Undo takes it back.`,
    button: (does: string, name: string) => `${does}: ${name}`,
    goTo: (name: string) => `Go to ${name}`,
    changes: 'Figures before and after',
    before: 'Before',
    after: 'After',
    leadTime: 'Lead time, once through',
    expected: 'Expected lead time',
    right: 'Right first time',
    handoffs: 'Handoffs',
    returns: 'Returns per case',
    checks: 'Open checks',
    readiness: 'Readiness',
    onePerson: 'Work of one person alone',
    onAverage: (change: string) => `${change} on average`,
    fewer: (count: number) => `${many(count, 'handoff', 'handoffs')} fewer`,
    added: (count: number) => `${many(count, 'handoff', 'handoffs')} more`,
    fewerChecks: (count: number) => `${many(count, 'check', 'checks')} fewer open`,
    moreChecks: (count: number) => `${many(count, 'check', 'checks')} more open`,
    rightBy: (points: string) => `${points} right first time`,
    readyBy: (points: string) => `${points} readiness`,
    aloneBy: (points: string) => `${points} work of one person`,
    empty: 'No step yet. Draw the map first; the patterns follow from what is on it.',
  },
};
