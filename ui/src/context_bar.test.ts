// The bar at the selection: never over what is selected, never off the stage, and only with what can
// be done.
import { expect, it } from 'vitest';
import { barPlace, onBar, othersInSight, selectedBox } from './context_bar.ts';
import { overlaps } from './geometry/rect.ts';
import { Hands } from './testing/hands.ts';
import { laneId } from './testing/map.ts';

const SIZE = { w: 300, h: 36 };
const STAGE = { width: 1000, height: 700, head: 136 };

it.each([
  ['above', { x: 400, y: 300, w: 120, h: 60 }, { x: 310, y: 234 }],
  ['below, where there is no room above', { x: 400, y: 20, w: 120, h: 60 }, { x: 310, y: 110 }],
  ['not over the heads', { x: 140, y: 300, w: 60, h: 60 }, { x: 144, y: 234 }],
  ['not off the right edge', { x: 980, y: 300, w: 60, h: 60 }, { x: 692, y: 234 }],
  ['nowhere beside what fills the stage', { x: 200, y: 20, w: 700, h: 660 }, null],
  ['nowhere for what is out of sight', { x: 400, y: 900, w: 120, h: 60 }, null],
])('stands %s', (_, box, place) => {
  const found = barPlace(box, SIZE, STAGE);
  expect(found).toEqual(place);
  if (found) expect(found.y + SIZE.h <= box.y || found.y >= box.y + box.h).toBe(true);
});

it('stands beside the thing where others are above and below it', () => {
  const box = { x: 400, y: 300, w: 160, h: 24 };
  const others = [
    { x: 380, y: 200, w: 200, h: 70 },
    { x: 380, y: 350, w: 200, h: 70 },
  ];
  const found = barPlace(box, SIZE, STAGE, others);
  expect(found && others.some((it) => overlaps(it, { ...found, ...SIZE }))).toBe(false);
  expect(found && overlaps(box, { ...found, ...SIZE })).toBe(false);
});

it('holds what can be done with what is selected', async () => {
  const { app } = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 400 },
    ],
    connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
  });
  const held = (...ids: number[]) => {
    app.view.select(ids);
    return onBar(app).map((it) => it.id);
  };
  expect(held()).toEqual([]);
  expect(held(101)).toEqual(expect.arrayContaining(['edit.text', 'map.pain', 'room.idea', 'edit.delete']));
  expect(held(201)).toEqual(expect.arrayContaining(['map.wait', 'map.pain', 'edit.delete']));
  expect(held(301)).toContain('edit.text');
  expect(held(101, 102)).toEqual(expect.arrayContaining(['map.align.left', 'edit.delete']));
  expect(held(laneId(0))).toContain('edit.text');
  app.view.select([101, 102]);
  const [one, other] = [101, 102].map((id) => app.mirror.scene.get('step', id)?.bounds);
  expect(selectedBox(app)?.w).toBe((other?.x ?? 0) + (other?.w ?? 0) - (one?.x ?? 0));
});

it('goes further away where everything next to the thing is read, and keeps clear of the line', async () => {
  const { app } = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 600 },
    ],
    connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
  });
  app.view.select([301]);
  const pill = app.mirror.scene.get('handoff', 301)!.bounds;
  const others = othersInSight(app);
  expect(others).toContainEqual(app.camera.rectToClient(pill));
  const line = app.mirror.drawnOf(201)[0]!.line;
  expect(others.filter(({ w, h }) => w === 14 && h === 14)).toHaveLength(line.length - 1);
  const near = { x: 300, y: 240, w: 400, h: 40 };
  const at = barPlace({ x: 450, y: 290, w: 60, h: 20 }, SIZE, STAGE, [near, { ...near, y: 330 }]);
  expect(at && at.y + SIZE.h <= near.y).toBe(true);
});
