// Equal gaps: where a box is drawn to, and what is drawn to show why.
import { expect, it } from 'vitest';
import { gapAt } from './gaps.ts';
import { snap } from './snap.ts';

const box = (x: number, y = 0) => ({ x, y, w: 100, h: 60 });

it.each<[string, number, number[], number | null]>([
  ['halfway between two', 203, [0, 400], -3],
  ['as far after as before', 396, [0, 200], 4],
  ['as far before as after', 104, [300, 500], -4],
  ['not farther than it reaches', 220, [0, 400], null],
  ['nothing beside one alone', 203, [0], null],
  ['no gap between boxes that touch', 205, [0, 100], null],
])('%s', (_, at, others, by) => {
  expect(gapAt(box(at), others.map((x) => box(x)), 6, 'x')?.by ?? null).toBe(by);
});

it('counts only what stands in the same row or column', () => {
  expect(gapAt(box(203), [box(0, 90), box(400, 90)], 6, 'x')).toBe(null);
  const tall = { x: 0, y: 153, w: 100, h: 60 };
  expect(gapAt(tall, [box(0, 0), box(0, 300)], 6, 'y')?.by).toBe(-3);
});

it('snaps to a centre before a gap, and shows both gaps where it snaps to one', () => {
  const others = [box(0, 20), box(400, 20)];
  const snapped = snap(box(203, 10), others, 6);
  expect([snapped.dx, snapped.dy]).toEqual([-3, 0]);
  expect(snapped.guides).toEqual([
    { from: { x: 100, y: 40 }, to: { x: 200, y: 40 }, gap: true },
    { from: { x: 300, y: 40 }, to: { x: 400, y: 40 }, gap: true },
  ]);
  const centred = snap(box(203, 10), [...others, box(204, 300)], 6);
  expect(centred.dx).toBe(1);
  expect(centred.guides.some((it) => it.gap)).toBe(false);
});
