// Promises along a chain of handoffs, and what each rests on.

import type { BudgetPart } from '../../contract.ts';
import type { Agreed } from '../../view.ts';
import { many } from './terms.ts';

const parts: Record<Agreed, string> = { register: 'Register', promises: 'End-to-end promises' };

const what: Record<BudgetPart, string> = {
  response: 'Target to accept or return',
  completion: 'Target to complete',
  wait: 'Wait, not promised',
  work: 'Work, not promised',
};

export const promises = {
  agreedParts: parts,
  promises: {
    lead: (count: number) =>
      `${many(count, 'promise', 'promises')} along more than one handoff, each with the targets it rests on`,
    empty:
      'No promise along several handoffs yet. Promise how long a way may take, and see whether the targets on it add up to that.',
    tooFew: 'A promise needs a way: draw two steps first.',
    title: 'End-to-end promises',
    add: 'New promise',
    remove: 'Delete this promise',
    name: 'Name',
    between: (from: string, to: string) => `${from} to ${to}`,
    from: 'Starts when done',
    to: 'Stops when done',
    target: 'May take',
    objective: 'Kept in',
    calendar: 'Calendar',
    retired: 'This promise is retired and holds no longer.',
    noTarget: 'How long it may take is not agreed yet.',
    noWay: (from: string, to: string) => `On this map no way leads from ${from} to ${to}.`,
    standing: (target: string, sum: string, left: string) => `${target} promised, ${sum} on the way: ${left}.`,
    left: (time: string) => `${time} left over`,
    tooMuch: (time: string) => `${time} too much`,
    budget: 'What it rests on',
    onTheWay: 'On the way',
    counts: 'What counts',
    time: 'Time',
    share: 'Objective',
    what,
    notAgreed: 'Not agreed',
    sum: 'Together',
    promised: 'Promised end to end',
    leftOver: 'Left over',
    over: 'Too much',
    bounds: 'How sure it is',
    together: (targets: number, union: string, product: string) =>
      `If each of the ${many(targets, 'target', 'targets')} is met as often as agreed, all of them are met for at least ${union} of the items, whatever depends on what (union bound), and for ${product} if no stage depends on another.`,
    needed: (objective: string, union: string, product: string) =>
      `For ${objective} of the items end to end every stage would have to keep its target for ${union}, or for ${product} if no stage depends on another.`,
    drawn: (time: string) => `As this map draws it, the way usually takes ${time}.`,
    today: (time: string) => `Today it usually takes ${time}.`,
    likely: (share: string) => `With the ranges given, ${share} of the items would make the promise.`,
    otherClock: (numbers: string, count: number) =>
      `${numbers} ${count === 1 ? 'counts' : 'count'} another clock and ${count === 1 ? 'is' : 'are'} not in the sum.`,
    terms: 'Terms',
  },
};
