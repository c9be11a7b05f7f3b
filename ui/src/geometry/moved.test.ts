// What is only elsewhere is drawn there, to the last bit of a single float.
import { expect, it } from 'vitest';
import type { Drawn, Group, Shape } from '../contract.ts';
import { whole } from './moved.ts';

const paint = { token: 'ink', alpha: 1 } as const;
const filled = { fill: paint, stroke: null };
const shapes: Shape[] = [
  { as: 'rect', rect: { x: 1, y: 2, w: 30, h: 40 }, radius: 7, ...filled },
  { as: 'circle', cx: 5, cy: 6, r: 3, ...filled },
  { as: 'path', segments: [{ M: [0, 1] }, { L: [2, 3] }, { C: [4, 5, 6, 7, 8, 9] }, 'Z'], ...filled },
  { as: 'image', rect: { x: 8, y: 9, w: 10, h: 11 }, png: '' },
  { as: 'text', x: 12, y: 13, width: 14, text: 'Sales', style: { size: 13, weight: 'bold' }, paint },
];
const step: Group = {
  key: { part: 'step', id: 7 },
  bounds: { x: 6086.6377, y: 2, w: 30, h: 40 },
  line: [[1, 2], [3, 4]],
  shapes,
};
const scene = { get: (_: string, id: number) => (id === 7 ? step : undefined) };
const answer = (moved: Drawn['moved'], groups: Group[] = []): Drawn => ({
  groups,
  moved,
  removed: [],
  lanes: null,
  bounds: step.bounds,
});

it('every point of what is elsewhere goes along, and nothing else of it changes', () => {
  const { groups, moved } = whole(answer([{ key: step.key, dx: 10, dy: -1 }]), scene);
  expect(moved).toEqual([]);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.line).toEqual([[11, 1], [13, 3]]);
  expect(groups[0]?.bounds).toEqual({ x: Math.fround(Math.fround(6086.6377) + 10), y: 1, w: 30, h: 40 });
  expect(groups[0]?.shapes).toEqual([
    { ...shapes[0], rect: { x: 11, y: 1, w: 30, h: 40 } },
    { ...shapes[1], cx: 15, cy: 5 },
    { ...shapes[2], segments: [{ M: [10, 0] }, { L: [12, 2] }, { C: [14, 4, 16, 6, 18, 8] }, 'Z'] },
    { ...shapes[3], rect: { x: 18, y: 8, w: 10, h: 11 } },
    { ...shapes[4], x: 22, y: 12 },
  ]);
});

it('what is drawn otherwise stays as it came, and what is not known is left out', () => {
  const other = { ...step, key: { part: 'step', id: 8 } as const };
  const drawn = whole(answer([{ key: { part: 'step', id: 9 }, dx: 1, dy: 1 }], [other]), scene);
  expect(drawn.groups).toEqual([other]);
  const same = answer([], [other]);
  expect(whole(same, scene)).toBe(same);
});
