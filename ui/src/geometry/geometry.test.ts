// Places, snapping, hits, and the index of the scene.
import { describe, expect, it } from 'vitest';
import type { Group, LaneBand, Rect } from '../contract.ts';
import { Camera } from '../canvas/camera.ts';
import { pull } from '../gestures/edge_pan.ts';
import { distanceToLine, isOn } from './hit.ts';
import { clearOfSteps, placeAt, SIZE } from './place.ts';
import { SceneIndex } from './scene_index.ts';
import { snap } from './snap.ts';

const bands: LaneBand[] = [
  { lane: 1, team: 11, top: 0, height: 144 },
  { lane: 2, team: 12, top: 144, height: 300 },
];

describe('a step', () => {
  it.each<[number, number, number, number, number]>([
    [300, 72, 1, 300, 72],
    [300, -90, 1, 300, 58],
    [300, 143, 1, 300, 143],
    [300, 145, 2, 300, 58],
    [300, 9000, 2, 300, 334],
    [-40, 300, 2, 72, 156],
  ])('dropped at %d, %d stands in lane %d at %d, %d', (x, y, lane, atX, atY) => {
    expect(placeAt(bands, { x, y }, SIZE.step)).toEqual({ lane, place: { x: atX, y: atY } });
  });

  it('stands nowhere without lanes', () => {
    expect(placeAt([], { x: 0, y: 0 }, SIZE.step)).toBe(null);
  });
});

describe('snapping', () => {
  const box = (x: number, y: number) => ({ x: x - 50, y: y - 20, w: 100, h: 40 });

  it('goes to the nearest centre within reach, on each axis by itself', () => {
    const { dx, dy, guides } = snap(box(203, 300), [box(200, 0), box(500, 297)], 6);
    expect([dx, dy]).toEqual([-3, -3]);
    expect(guides).toHaveLength(2);
  });

  it('leaves alone what is too far', () => {
    expect(snap(box(210, 300), [box(200, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});

describe('hits', () => {
  const line = [
    [0, 0],
    [100, 0],
    [100, 50],
  ] as [number, number][];

  it('measure the distance to a bent line', () => {
    expect(distanceToLine({ x: 50, y: 4 }, line)).toBe(4);
    expect(distanceToLine({ x: 97, y: 30 }, line)).toBe(3);
    expect(distanceToLine({ x: 130, y: 90 }, line)).toBe(50);
  });

  it('are as near on the screen at every zoom', () => {
    const group: Group = {
      key: { part: 'connector', id: 1 },
      bounds: { x: 0, y: 0, w: 100, h: 50 },
      line,
      shapes: [],
    };
    expect(isOn(group, { x: 50, y: 10 }, 1)).toBe(false);
    expect(isOn(group, { x: 50, y: 10 }, 0.5)).toBe(true);
  });
});

describe('the index', () => {
  const group = (id: number, x: number, part: Group['key']['part'] = 'step'): Group => ({
    key: { part, id },
    bounds: { x, y: 0, w: 100, h: 60 },
    line: [],
    shapes: [],
  });

  it('finds what reaches into a rectangle, in painting order', () => {
    const index = new SceneIndex();
    [group(7, 0), group(3, 350), group(9, 380, 'connector'), group(5, 5000)].forEach((it) =>
      index.put(it),
    );
    const found = index.query({ x: 90, y: 10, w: 310, h: 10 }).map((it) => it.key.id);
    expect(found).toEqual([9, 3, 7]);
  });

  it('forgets where a group was', () => {
    const index = new SceneIndex();
    index.put(group(7, 0));
    index.put(group(7, 3000));
    expect(index.query({ x: 0, y: 0, w: 200, h: 60 })).toEqual([]);
    index.remove({ part: 'step', id: 7 });
    expect(index.size).toBe(0);
    expect(index.query({ x: 2900, y: 0, w: 300, h: 60 })).toEqual([]);
  });

  it('can be had otherwise without being changed', () => {
    const index = new SceneIndex();
    index.put(group(7, 0));
    index.put(group(9, 0));
    const everywhere = { x: -10_000, y: -10_000, w: 20_000, h: 20_000 };
    const ids = (rect = everywhere) => other.query(rect).map((it) => it.key.id);
    const other = index.with([group(8, 0), group(9, 2900)], [{ part: 'step', id: 7 }]);
    expect(ids()).toEqual([8, 9]);
    // What is drawn elsewhere is not where it was.
    expect(ids({ x: 0, y: 0, w: 10, h: 10 })).toEqual([8]);
    expect(ids({ x: 2900, y: 0, w: 10, h: 10 })).toEqual([9]);
    expect([...index.all()].map((it) => it.key.id)).toEqual([7, 9]);
  });
});

describe('the camera', () => {
  const camera = () => {
    const made = new Camera();
    made.look({ x: -136, y: 0, w: 4136, h: 900 }, 136);
    made.resize(1000, 700);
    made.begin();
    return made;
  };

  it('keeps what is under the pointer there while zooming', () => {
    const made = camera();
    made.pan(-700, -100);
    const pointer = { x: 400, y: 300 };
    const before = made.toScene(pointer);
    made.zoomAt(pointer, 1.3);
    expect(made.k).toBeCloseTo(1.3);
    expect(made.toScene(pointer).x).toBeCloseTo(before.x);
    expect(made.toScene(pointer).y).toBeCloseTo(before.y);
  });

  it('never shows ground left of the heads or above the map', () => {
    const made = camera();
    made.pan(5000, 5000);
    expect(made.toClient({ x: 0, y: 0 })).toEqual({ x: 136, y: 0 });
    made.pan(-90_000, -90_000);
    expect(made.inSight().x).toBeLessThan(4000);
  });

  it('fits the whole map beside heads that stay readable', () => {
    const made = camera();
    made.fit();
    expect(made.toClient({ x: 4000, y: 0 }).x).toBeLessThanOrEqual(1000.001);
    expect(made.head).toBeCloseTo(136 * 0.75);
  });

  it('brings a thing into sight and no further', () => {
    const made = camera();
    made.reveal({ x: 3000, y: 100, w: 128, h: 68 });
    expect(made.toClient({ x: 3128, y: 0 }).x).toBeCloseTo(1000 - 48);
    const before = made.position;
    made.reveal({ x: 2900, y: 100, w: 128, h: 68 });
    expect(made.position).toEqual(before);
  });

  it('brings a thing up from under what lies over the corner', () => {
    const made = camera();
    made.covered = { w: 200, h: 190 };
    const clear = (rect: Rect) => {
      made.set({ x: 136, y: 0, k: 1 });
      made.reveal(rect);
      const at = made.rectToClient(rect);
      expect(at.y).toBeGreaterThanOrEqual(0);
      return at.x + at.w <= made.width - 200 || at.y + at.h <= made.height - 190;
    };
    expect(clear({ x: 700, y: 560, w: 136, h: 60 })).toBe(true);
    expect(clear({ x: 1500, y: 840, w: 136, h: 60 })).toBe(true);
    // What is beside it moves no further than into sight.
    made.set({ x: 136, y: 0, k: 1 });
    made.reveal({ x: 200, y: 540, w: 136, h: 60 });
    expect(made.y).toBeCloseTo(0);
  });
});

describe('the edge of the stage', () => {
  it('pulls the ground along, the nearer the faster, and not in the middle', () => {
    expect(pull(500, 136, 1000)).toBe(0);
    expect(pull(136, 136, 1000)).toBe(18);
    expect(pull(154, 136, 1000)).toBe(9);
    expect(pull(1000, 136, 1000)).toBe(-18);
    expect(pull(5000, 136, 1000)).toBe(-18);
  });
});

describe('where a new step stands that would lie on others', () => {
  const lane = 1 as never;
  const at = (x: number, y: number) => ({ lane, place: { x, y }, shape: 'step' as const });

  it('is where it was dropped while it lies on none', () => {
    const spot = { lane, place: { x: 400, y: 72 } };
    expect(clearOfSteps([at(200, 72), at(600, 72)], spot, SIZE.step)).toBe(spot);
  });

  it('is the nearest free ground beside them', () => {
    const { place } = clearOfSteps([at(200, 72)], { lane, place: { x: 230, y: 72 } }, SIZE.step);
    expect(place).toEqual({ x: 230, y: 172 });
    const row = [at(200, 72), at(200, 172), at(200, 272)];
    expect(clearOfSteps(row, { lane, place: { x: 210, y: 172 } }, SIZE.step).place).toEqual({ x: 360, y: 172 });
  });
});
