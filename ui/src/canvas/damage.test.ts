// Where the frames of a gesture differ, and where they do not.
import { expect, it } from 'vitest';
import type { Group, GroupKey, Rect } from '../contract.ts';
import { Draft, type Picture } from '../draft.ts';
import { inside, overlaps } from '../geometry/rect.ts';
import { SceneIndex } from '../geometry/scene_index.ts';
import { changedBetween, madeOf, marksOf, type Shown } from './damage.ts';
import type { Live, Touched } from './live.ts';

const SIGHT = { x: 0, y: 0, w: 2000, h: 1000 };
const LANES = [{ lane: 20, team: 30, top: 0, height: 400 }];

const group = (part: GroupKey['part'], id: number, bounds: Rect): Group => ({
  key: { part, id },
  bounds,
  line: [],
  shapes: [],
});

const STEP = group('step', 1, { x: 100, y: 100, w: 120, h: 60 });
const LINE = group('connector', 2, { x: 220, y: 120, w: 300, h: 20 });
const FAR = group('handoff', 3, { x: 1500, y: 800, w: 80, h: 20 });

const scene = new SceneIndex();
[STEP, LINE, FAR].forEach((it) => scene.put(it));
const touching = (...groups: Group[]): Touched =>
  new Map(groups.map(({ key }) => [`${key.part}:${key.id}`, key]));

const NOTHING: Omit<Shown, 'picture' | 'map'> = {
  isDrawn: false,
  refused: false,
  held: [],
  lanes: LANES,
  target: null,
  sight: SIGHT,
  k: 1,
  note: null,
};

function marks(live: readonly Live[], touched: Touched, picture: Partial<Picture> = {}, more: Partial<Shown> = {}) {
  const map = madeOf({ live, touched, scene, k: 1 });
  const found = marksOf({ ...NOTHING, map, picture: { ...new Draft().picture, ...picture }, ...more });
  if (!found) throw new Error('this can be told apart');
  return found;
}
const at = (group: Group, dx = 0, dy = 0): Live => ({ group, dx, dy });
const within = (parts: readonly Rect[], box: Rect) => parts.some((it) => inside(box, it));

it('a step that moved is painted where it was and where it is, and nothing else is', () => {
  const both = touching(STEP, FAR);
  const before = marks([at(STEP, 10, 0), at(FAR)], both);
  const after = marks([at(STEP, 30, 5), at(FAR)], both);
  const parts = changedBetween(before, after, SIGHT);
  expect(within(parts, { x: 110, y: 100, w: 140, h: 65 })).toBe(true);
  expect(parts.some((it) => overlaps(it, FAR.bounds))).toBe(false);
  expect(changedBetween(after, after, SIGHT)).toEqual([]);
});

it('what a gesture touches for the first time is painted where it lay on the map as well', () => {
  const before = marks([at(STEP, 10, 0)], touching(STEP));
  const elsewhere = group('connector', 2, { x: 900, y: 600, w: 100, h: 20 });
  const led = changedBetween(before, marks([at(STEP, 10, 0), at(elsewhere)], touching(STEP, LINE)), SIGHT);
  expect(within(led, LINE.bounds)).toBe(true);
  expect(within(led, elsewhere.bounds)).toBe(true);
  expect(led).toHaveLength(2);
  const gone = changedBetween(before, marks([at(STEP, 10, 0)], touching(STEP, FAR)), SIGHT);
  expect(within(gone, FAR.bounds)).toBe(true);
});

it('a lane that is lit, a guide and a place to land are painted when they come, go or change', () => {
  const only = touching(STEP);
  const held = [at(STEP, 10, 0)];
  const bare = marks(held, only);
  const lit = marks(held, only, { lit: 20 });
  expect(within(changedBetween(bare, lit, SIGHT), { x: 0, y: 0, w: 2000, h: 400 })).toBe(true);
  expect(changedBetween(lit, marks(held, only, { lit: 20 }), SIGHT)).toEqual([]);
  const guided = marks(held, only, { guides: [{ from: { x: 5, y: 900 }, to: { x: 700, y: 900 }, gap: false }] });
  expect(within(changedBetween(guided, bare, SIGHT), { x: 5, y: 899, w: 695, h: 2 })).toBe(true);
  const landing = (x: number) =>
    marks(held, only, { landing: [{ shape: 'step', lane: 20, place: { x, y: 200 }, size: { w: 120, h: 60 } }] });
  expect(within(changedBetween(landing(300), landing(700), SIGHT), { x: 640, y: 170, w: 120, h: 60 })).toBe(true);
});

it('places that reach into one another are painted once', () => {
  const close = group('step', 4, { x: 150, y: 120, w: 120, h: 60 });
  const parts = changedBetween(
    marks([at(STEP), at(close)], touching(STEP)),
    marks([at(STEP, 3, 0), at(close, 3, 0)], touching(STEP)),
    SIGHT,
  );
  expect(parts).toHaveLength(1);
});

it('where things may lie anywhere, all of it is painted', () => {
  const picture = new Draft().picture;
  const shown = { ...NOTHING, picture, map: new Map() };
  expect(marksOf(shown)).not.toBeNull();
  expect(marksOf({ ...shown, picture: { ...picture, lane: { id: 20, dy: 4, slot: 1 } } })).toBeNull();
  const border = { part: 'stage', id: 9 } as const;
  const map = madeOf({ live: [], touched: new Map([['stage:9', border]]), scene, k: 1 });
  expect(marksOf({ ...shown, map })).toBeNull();
});

const BOX = { x: 400, y: 300, w: 120, h: 60 };

it.each<[string, Partial<Picture>, Partial<Shown>, Rect]>([
  ['a line on its way', { wire: { from: { x: 10, y: 20 }, to: { x: 310, y: 90 } } }, {}, { x: 10, y: 20, w: 300, h: 70 }],
  ['a step that is not there yet', { ghost: { shape: 'step', box: BOX } }, {}, BOX],
  ['a copy on its way', { copies: [{ group: STEP, box: BOX }] }, {}, BOX],
  ['what is being chosen', { marquee: BOX }, {}, BOX],
  ['what a line would lead to', { target: 7 }, { target: BOX }, BOX],
])('%s is painted when it comes, goes or is no longer allowed', (_, picture, more, box) => {
  const [bare, shown] = [marks([], new Map()), marks([], new Map(), picture, more)];
  const parts = changedBetween(bare, shown, SIGHT);
  expect(within(parts, box)).toBe(true);
  expect(parts).toHaveLength(1);
  expect(changedBetween(shown, bare, SIGHT)).toEqual(parts);
  expect(changedBetween(shown, marks([], new Map(), picture, more), SIGHT)).toEqual([]);
});

it('a line that falls instead of rising is another', () => {
  const wire = (from: number, to: number) => ({ wire: { from: { x: 0, y: from }, to: { x: 80, y: to } } });
  const [falls, rises] = [marks([], new Map(), wire(0, 50)), marks([], new Map(), wire(50, 0))];
  expect(changedBetween(falls, rises, SIGHT)).toHaveLength(1);
  const [allowed, refused] = [true, false].map((it) => marks([], new Map(), wire(0, 50), { refused: it }));
  expect(changedBetween(allowed!, refused!, SIGHT)).toHaveLength(1);
});

it('what follows the pointer and the note beside it are painted where they were and where they are', () => {
  const map = madeOf({ live: [], touched: touching(STEP), scene, k: 1 });
  const shown = (dx: number, x: number) => {
    const note = { said: '+ H-01', box: { x, y: 700, w: 60, h: 27 } };
    const picture = new Draft().picture;
    const found = marksOf({ ...NOTHING, picture, held: [at(STEP, dx)], map, note });
    if (!found) throw new Error('this can be told apart');
    return found;
  };
  const parts = changedBetween(shown(10, 500), shown(60, 900), SIGHT);
  for (const box of [{ x: 110, y: 100, w: 170, h: 60 }, { x: 500, y: 700, w: 60, h: 27 }, { x: 900, y: 700, w: 60, h: 27 }]) {
    expect(within(parts, box)).toBe(true);
  }
  expect(changedBetween(shown(10, 500), shown(10, 500), SIGHT)).toEqual([]);
});
