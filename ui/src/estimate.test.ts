// Estimates from what was typed.
import { expect, it } from 'vitest';
import { estimateOf, partsOf, type Parts } from './estimate.ts';

const parts = (usual: number | null, best: number | null, worst: number | null): Parts<number> => ({
  usual,
  best,
  worst,
  confidence: 'measured',
});

it('nothing typed is unknown', () => {
  expect(estimateOf(parts(null, null, null), null)).toEqual({ estimate: null });
});

it.each([
  [parts(null, 3, null), 'usualNeeded'],
  [parts(10, 11, null), 'rangeOutOfOrder'],
  [parts(10, null, 9), 'rangeOutOfOrder'],
])('a range that makes no sense is no estimate', (typed, wrong) => {
  expect(estimateOf(typed, null)).toEqual({ wrong });
});

it('what was not on the form survives', () => {
  const before = { ...parts(1, null, null), usual: 1, sample: 12, saidBy: 'Ana' };
  const made = estimateOf({ ...partsOf(before), usual: 5, best: 5, worst: 9 }, before);
  expect(made).toEqual({ estimate: { ...before, usual: 5, best: 5, worst: 9 } });
});
