// Disagreement begins at more than twice the wait, and at more than 20 points of %C&A.
import { expect, it } from 'vitest';
import type { Estimate } from './contract.ts';
import { sharesApart, waitsApart } from './disagree.ts';

const said = (usual: number | null): Estimate<number> | null =>
  usual === null
    ? null
    : { usual, best: null, worst: null, confidence: 'estimated', sample: null, saidBy: '' };

it.each([
  [480, 961, null, { low: 480, high: 961 }],
  [480, 960, null, null],
  [960, 480, 9000, null],
  [0, 1, null, { low: 0, high: 1 }],
  [0, 0, null, null],
  [null, 480, 2000, { low: 480, high: 2000 }],
  [2000, null, 480, { low: 480, high: 2000 }],
  [2000, null, null, null],
  [null, null, 480, null],
])('waits of %s and %s beside %s', (giver, receiver, wait, apart) => {
  expect(waitsApart(said(giver), said(receiver), said(wait))).toEqual(apart);
});

it.each([
  [7000, 9001, { low: 7000, high: 9001 }],
  [7000, 9000, null],
  [9500, 6000, { low: 6000, high: 9500 }],
  [null, 6000, null],
  [6000, null, null],
])('shares of %s and %s', (receiver, giver, apart) => {
  expect(sharesApart(said(receiver), said(giver))).toEqual(apart);
});
