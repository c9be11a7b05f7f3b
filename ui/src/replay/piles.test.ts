// Where the cases of a moment are drawn, and when a count stands for them; how fast a replay runs.
import { expect, it } from 'vitest';
import type { Line } from '../geometry/along.ts';
import type { Doing, Here } from './course.ts';
import { dayAndTime, paceOf, strideOf } from './pace.ts';
import { type Ground, marksOf } from './piles.ts';

/** 100 to the right, then 100 down. */
const CORNER: Line = [[0, 0], [100, 0], [100, 100]];
const body = { x: 200, y: 50, w: 120, h: 60 };
const GROUND: Ground = {
  line: (connector) => (connector === 9 ? CORNER : connector === 8 ? [[0, 0], [12, 0]] : null),
  step: (step) => (step === 1 ? { body, shape: 'box' } : step === 2 ? { body, shape: 'circle' } : null),
};
const LOOK = { dot: 5, pile: 8, brief: 0 };

const here = (doing: Doing, connector: number | null = 9, from = 0, until = 100): Here => ({
  case: 0,
  stretch: { doing, step: 1, connector, from, until },
});
const many = (count: number, one: Here): Here[] => Array.from({ length: count }, () => one);

it('a case goes with the same speed round a corner, up to the head of the arrow', () => {
  const place = (time: number) => marksOf([here('travels')], time, GROUND, LOOK).dots[0];
  // 200 long, less the head and the dot: 186.
  expect(place(0)).toEqual({ x: 0, y: 0, doing: 'travels' });
  expect(place(50)).toEqual({ x: 93, y: 0, doing: 'travels' });
  expect(place(75)).toEqual({ x: 100, y: 39.5, doing: 'travels' });
});

it('who waits stands in a queue, and many are a count', () => {
  const { dots, piles } = marksOf(many(3, here('waits')), 0, GROUND, LOOK);
  expect(dots.map((it) => it.y)).toEqual([86, 73.5, 61]);
  expect(piles).toEqual([]);
  const more = marksOf(many(40, here('waits')), 0, GROUND, LOOK);
  expect(more).toEqual({ dots: [], piles: [{ x: 100, y: 83, doing: 'waits', count: 40 }] });
});

it('a short line has room for one', () => {
  expect(marksOf(many(1, here('waits', 8)), 0, GROUND, LOOK).dots).toEqual([{ x: 6, y: 0, doing: 'waits' }]);
  expect(marksOf(many(2, here('waits', 8)), 0, GROUND, LOOK).piles).toMatchObject([{ count: 2 }]);
});

it('work stands at its step, however it came there', () => {
  const crew = [here('works'), here('works', 8), here('works', null)];
  const { dots } = marksOf(crew, 0, GROUND, LOOK);
  expect(dots.map((it) => [it.x, it.y])).toEqual([[216, 110], [228.5, 110], [241, 110]]);
  expect(marksOf(many(5, here('works')), 0, GROUND, LOOK).piles).toMatchObject([{ count: 5, x: 216, y: 114 }]);
});

it('work that is over before it is seen stays at the door', () => {
  const look = { ...LOOK, brief: 60 };
  expect(marksOf([here('works', 9, 0, 59)], 0, GROUND, look).dots).toMatchObject([{ x: 100, y: 86 }]);
  expect(marksOf([here('works', 9, 0, 60)], 0, GROUND, look).dots).toMatchObject([{ x: 216, y: 110 }]);
});

it('what is not on the map is not drawn', () => {
  const gone = { case: 0, stretch: { ...here('works').stretch, step: 7 } };
  expect(marksOf([here('travels', 7), here('waits', 7), gone], 0, GROUND, LOOK)).toEqual({ dots: [], piles: [] });
});

const clock = { kind: 'business', minutesPerDay: 480 } as const;

it.each([
  [49_685, 1440, 240],
  [14_400, 480, 60],
  [900, 30, 5],
  [3, 1, 1],
])('%d minutes take about half a minute', (minutes, pace, stride) => {
  expect(paceOf(minutes, clock)).toBe(pace);
  expect(strideOf(pace, clock)).toBe(stride);
  if (minutes > 30) expect(minutes / pace).toBeGreaterThan(20);
  if (minutes > 30) expect(minutes / pace).toBeLessThan(45);
});

it('a moment has a day and a time', () => {
  expect(dayAndTime(0, clock)).toEqual({ day: 1, hours: 0, minutes: 0 });
  expect(dayAndTime(479.5, clock)).toEqual({ day: 1, hours: 7, minutes: 59 });
  expect(dayAndTime(959.999, clock)).toEqual({ day: 3, hours: 0, minutes: 0 });
});
