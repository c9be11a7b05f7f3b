// From gap to gap: in their order, round at the end, and on from one that was just filled.
import { expect, it } from 'vitest';
import { type Gap, nextGap, openChecks } from './gaps.ts';
import { Hands } from './testing/hands.ts';

const gap = (field: string): Gap => ({ check: null, field, message: field });
const OPEN = ['trigger', 'exit', 'response'].map(gap);
const ORDER = ['trigger', 'exit', 'response'];

it.each([
  [null, 1, 'trigger'],
  [null, -1, 'response'],
  ['trigger', 1, 'exit'],
  ['exit', -1, 'trigger'],
  ['response', 1, 'trigger'],
  ['trigger', -1, 'response'],
  // A field that is no gap: from the beginning, or from the end.
  ['channel', 1, 'trigger'],
] as const)('from %s by %i to %s', (at, by, expected) => {
  expect(nextGap(OPEN, ORDER, at, by)?.field).toBe(expected);
});

it('a gap that was just filled is where the next one is counted from', () => {
  expect(nextGap([gap('trigger'), gap('response')], ORDER, 'exit', 1)?.field).toBe('response');
  expect(nextGap([gap('trigger'), gap('response')], ORDER, 'exit', -1)?.field).toBe('trigger');
});

it('the only gap is the next one; without any there is none', () => {
  expect(nextGap([gap('exit')], ORDER, 'exit', 1)?.field).toBe('exit');
  expect(nextGap([], ORDER, 'exit', 1)).toBe(null);
});

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
  ],
  connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
};

it('the open checks lead to the fields that answer them, and on after each is met', async () => {
  const { app, kernel } = await Hands.on(PLAN);
  const meet = (...met: ('owner' | 'receiver' | 'trigger')[]) => {
    const figures = { ...kernel.file.figures, readiness: { 100: { met, score: met.length * 10 } } };
    kernel.send({ ...kernel.patchTo(kernel.file.records, []), figures });
  };
  meet('owner');
  const fields = openChecks(app.mirror, 100).map((it) => it.field);
  expect(fields.slice(0, 3)).toEqual(['receivingRole', 'trigger', 'exit']);
  expect(fields).toHaveLength(9);

  app.agreement.begin();
  expect(app.agreement.next(app.mirror, 100, 1)?.field).toBe('receivingRole');
  app.agreement.entered('receivingRole');
  meet('owner', 'receiver');
  expect(app.agreement.next(app.mirror, 100, 1)?.field).toBe('trigger');
  app.agreement.entered('trigger');
  meet('owner', 'receiver', 'trigger');
  expect(app.agreement.next(app.mirror, 100, 1)?.field).toBe('exit');
});
