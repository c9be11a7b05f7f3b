// A map on its way: where things are between what was seen and what is.
import { describe, expect, it } from 'vitest';
import type { Group, LaneBand } from '../contract.ts';
import { SceneIndex } from '../geometry/scene_index.ts';
import { type Course, courseOf, laneOff, lanesBetween, leftAt, onTheirWay } from './glide.ts';

const EVERYTHING = { x: -5000, y: -5000, w: 10_000, h: 10_000 };

const step = (id: number, x: number, y: number): Group => ({
  key: { part: 'step', id },
  bounds: { x, y, w: 128, h: 56 },
  line: [],
  shapes: [],
});

const way = (id: number, ...line: [number, number][]): Group => ({
  key: { part: 'connector', id },
  bounds: { x: 0, y: 0, w: 500, h: 500 },
  line,
  shapes: [
    {
      as: 'path',
      segments: line.map(([x, y], at) => (at === 0 ? { M: [x, y] } : { L: [x, y] })),
      fill: null,
      stroke: { paint: { token: 'ink', alpha: 1 }, width: 1.5, dash: [] },
    },
    { as: 'path', segments: [{ M: line.at(-1)! }], fill: { token: 'ink', alpha: 1 }, stroke: null },
  ],
});

const band = (lane: number, top: number, height: number): LaneBand => ({ lane, team: lane, top, height });
const live = (group: Group, dx = 0, dy = 0) => ({ group, dx, dy });

function scene(...groups: Group[]): SceneIndex {
  const scene = new SceneIndex();
  groups.forEach((group) => scene.put(group));
  return scene;
}

const going = (course: Course | null): Course => {
  if (!course) throw new Error('nothing is on its way');
  return course;
};

describe('a step', () => {
  it('goes from where it was seen, held by a hand or not, to where it is', () => {
    const course = going(
      courseOf([live(step(1, 0, 0), 30, 10), live(step(2, 300, 0))], [], scene(step(1, 130, 10), step(2, 300, 90)), []),
    );
    expect(onTheirWay(course, 1, EVERYTHING).map(({ dx, dy }) => [dx, dy])).toEqual([[-100, 0], [0, -90]]);
    expect(onTheirWay(course, 0.5, EVERYTHING).map(({ dx, dy }) => [dx, dy])).toEqual([[-50, 0], [0, -45]]);
    expect(onTheirWay(course, 0.5, { x: 280, y: 0, w: 200, h: 200 })).toHaveLength(1);
  });

  it('that is where it was seen keeps the map still, however lines changed', () => {
    const seen = [live(step(1, 0, 0), 40, 0), live(way(9, [0, 0], [100, 0]))];
    expect(courseOf(seen, [], scene(step(1, 40, 1), way(9, [0, 0], [300, 0])), [])).toBeNull();
  });

  it('that is gone is not on its way', () => {
    const course = going(courseOf([live(step(1, 0, 0)), live(step(2, 0, 0))], [], scene(step(2, 50, 0)), []));
    expect([...course.legs.keys()]).toEqual(['step:2']);
  });
});

describe('a line', () => {
  it('bends over between its corners, with its head at its end, under everything else', () => {
    const after = scene(step(1, 100, 0), way(9, [0, 0], [200, 0], [200, 80]));
    const course = going(courseOf([live(step(1, 0, 0)), live(way(9, [0, 0], [100, 0], [100, 40]))], [], after, []));
    const [line, above] = onTheirWay(course, 0.5, EVERYTHING);
    expect(line?.group.line).toEqual([[0, 0], [150, 0], [150, 60]]);
    expect(line?.group.shapes[1]).toMatchObject({ segments: [{ M: [150, 60] }] });
    expect(above?.group.key.part).toBe('step');
  });

  it('with other corners still begins and ends where it should', () => {
    const after = scene(step(1, 100, 0), way(9, [0, 0], [200, 0], [200, 80]));
    const course = going(courseOf([live(step(1, 0, 0)), live(way(9, [0, 0], [100, 0]))], [], after, []));
    const [line] = onTheirWay(course, 0.5, EVERYTHING);
    expect([line?.group.line[0], line?.group.line.at(-1)]).toEqual([[0, 0], [150, 40]]);
  });
});

it('a lane that grows pushes those below it', () => {
  const ground = (lane: number, y: number, h: number): Group => ({
    key: { part: 'lane', id: lane },
    bounds: { x: 0, y, w: 100, h },
    line: [],
    shapes: [
      { as: 'rect', rect: { x: 0, y, w: 100, h }, radius: 0, fill: null, stroke: null },
      { as: 'rect', rect: { x: 0, y: y + h - 0.5, w: 100, h: 1 }, radius: 0, fill: null, stroke: null },
    ],
  });
  const after = scene(ground(1, 0, 200), ground(2, 200, 100));
  const course = going(courseOf([], [band(1, 0, 100), band(2, 100, 100)], after, [band(1, 0, 200), band(2, 200, 100)]));
  expect([laneOff({ course, left: 0.5 }, 1), laneOff({ course, left: 0.5 }, 2)]).toEqual([
    { dy: 0, dh: -50 },
    { dy: -50, dh: 0 },
  ]);
  const lanes = lanesBetween(course, 0.5, after).query(EVERYTHING);
  expect(lanes.map(({ bounds }) => [bounds.y, bounds.h])).toEqual([[0, 150], [150, 100]]);
  expect(lanes[0]?.shapes).toMatchObject([{ rect: { y: 0, h: 150 } }, { rect: { y: 149.5, h: 1 } }]);
});

it('is over when its time is', () => {
  expect([leftAt(0), leftAt(1), leftAt(2)]).toEqual([1, 0, 0]);
  expect(leftAt(0.5)).toBeLessThan(0.5);
});
