// What the kernel answers to a gesture: groups that are as they were are the ones that were.
import { expect, it } from 'vitest';
import type { Group, Preview } from './contract.ts';
import { Draft } from './draft.ts';

const group = (id: number, x: number): Group => ({
  key: { part: 'step', id },
  bounds: { x, y: 0, w: 120, h: 60 },
  line: [[x, 0]],
  shapes: [],
});

const answering = (...groups: Group[]): Preview =>
  ({
    refusal: null,
    handoffsMade: [],
    handoffsRemoved: [],
    drawn: { groups, moved: [], removed: [], lanes: null, bounds: { x: 0, y: 0, w: 1, h: 1 } },
  }) as unknown as Preview;

it('a group that an answer leaves as it was is the same, and one that moved is not', () => {
  const draft = new Draft();
  draft.answer(answering(group(1, 10), group(2, 20)));
  const before = draft.drawn?.groups ?? [];
  draft.answer(answering(group(1, 10), group(2, 25), group(3, 30)));
  const after = draft.drawn?.groups ?? [];
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after.map((it) => it.bounds.x)).toEqual([10, 25, 30]);
});
