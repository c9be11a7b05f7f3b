// Walking along the flow, and making the next step by key.
import { beforeEach, expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { grow, placeByKey, precede } from './grow.ts';
import { walkFrom } from './walk.ts';

let hands: Hands;

beforeEach(async () => {
  hands = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 404 },
    ],
    connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
  });
});

it('leads from step to handoff to step and back', () => {
  const { app } = hands;
  expect(walkFrom(app, null, 'next')).toBe(101);
  expect(walkFrom(app, 101, 'next')).toBe(100);
  expect(walkFrom(app, 100, 'next')).toBe(102);
  expect(walkFrom(app, 102, 'next')).toBe(null);
  expect(walkFrom(app, 102, 'previous')).toBe(100);
  expect(walkFrom(app, 90, 'previous')).toBe(101);
  expect(walkFrom(app, 101, 'below')).toBe(100);
  expect(walkFrom(app, 101, 'above')).toBe(null);
});

it('the next step stands where nothing stands yet', async () => {
  const { app, kernel } = hands;
  app.view.select([101]);
  await grow(app, 'right');
  expect(kernel.applied.at(-1)).toMatchObject({
    do: 'connect',
    from: 101,
    to: { to: 'newStep', lane: laneId(0), place: { x: 404, y: 72 } },
  });
  app.view.select([101]);
  await grow(app, 'right');
  // The second branch stands under the first.
  expect(kernel.applied.at(-1)).toMatchObject({ to: { place: { x: 404, y: 172 } } });
});

it('a step is made before the selected one, and no further left than the map goes', async () => {
  const { app, kernel } = hands;
  app.view.select([102]);
  await precede(app);
  const before = { do: 'precede', step: 102, lane: laneId(1), place: { x: 200, y: 72 } };
  expect(kernel.applied.at(-1)).toMatchObject(before);
  app.view.select([101]);
  await precede(app);
  // Right before it there is no room; below there is.
  expect(kernel.applied.at(-1)).toMatchObject({ step: 101, place: { x: 104, y: 172 } });
});

it('below a decision are its ways on, the first one first', async () => {
  const { app } = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Fits?', lane: 0, x: 200, shape: 'decision' },
      { id: 102, name: 'Win', lane: 0, x: 404 },
      { id: 103, name: 'Lose', lane: 1, x: 404 },
    ],
    connectors: [
      { id: 90, from: 101, to: 102 },
      { id: 91, from: 101, to: 103 },
    ],
  });
  expect(walkFrom(app, 101, 'below')).toBe(90);
  expect(walkFrom(app, 90, 'below')).toBe(91);
  expect(walkFrom(app, 91, 'next')).toBe(103);
  expect(walkFrom(app, 91, 'above')).toBe(90);
});

it('down is the team below, and no team is said', async () => {
  const { app, kernel } = hands;
  app.view.select([101]);
  await grow(app, 'down');
  expect(kernel.applied).toMatchObject([{ to: { lane: laneId(1), place: { x: 200, y: 72 } } }]);
  app.view.select([101]);
  await grow(app, 'up');
  expect(app.notices.list).toMatchObject([{ message: 'There is no team above. Add one first.' }]);
  app.view.select([102]);
  await grow(app, 'down');
  expect(app.notices.list.at(-1)).toMatchObject({ message: 'There is no team below. Add one first.' });
  expect(kernel.applied).toHaveLength(1);
  await grow(app, 'up');
  expect(kernel.applied).toHaveLength(2);
});

it('a tool is placed by key after what is selected', async () => {
  const { app, kernel } = hands;
  app.view.select([102]);
  app.view.arm('end');
  await placeByKey(app, 'end');
  expect(kernel.applied).toMatchObject([
    { do: 'addStep', shape: 'end', lane: laneId(1), place: { x: 608, y: 72 } },
  ]);
  expect(app.view.tool).toBe('select');
});
