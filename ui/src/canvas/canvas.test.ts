// What is painted apart while a gesture lasts, and how things are spoken.
import { expect, it } from 'vitest';
import type { Drawn } from '../contract.ts';
import { Draft } from '../draft.ts';
import { Hands } from '../testing/hands.ts';
import { apart, touch, type Touched } from './live.ts';
import { spokenGroup } from './spoken.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: '', lane: 1, x: 200 },
  ],
  connectors: [{ id: 90, from: 101, to: 102, handoff: 106 }],
};

it('grabbed steps move by the transform, not to where the preview put them', async () => {
  const { app } = await Hands.on(PLAN);
  const draft = new Draft();
  const touched: Touched = new Map();
  const still = app.mirror.scene.get('step', 101);
  const line = app.mirror.scene.get('crossing', 90);
  if (!still || !line) throw new Error('the map has both');
  draft.show({ grabbed: new Set([101]), dx: 30, dy: 9 });
  const elsewhere = { ...still, bounds: { ...still.bounds, x: 900 } };
  const drawn: Drawn = {
    groups: [elsewhere, { ...line, line: [] }],
    moved: [],
    removed: [{ part: 'handoff', id: 106 }],
    lanes: null,
    bounds: app.mirror.bounds,
  };
  draft.drawn = drawn;
  touch(draft, app.mirror.scene, touched);
  const { held, rest } = apart(draft, app.mirror.scene, touched);
  expect(rest.map((it) => [it.group.key.part, it.dx])).toEqual([['crossing', 0]]);
  expect(held).toEqual([still]);

  // The next answer leaves them as they are: they are painted as they are, not forgotten.
  draft.drawn = { ...drawn, groups: [], removed: [] };
  touch(draft, app.mirror.scene, touched);
  const after = apart(draft, app.mirror.scene, touched);
  expect(after.rest.map((it) => it.group.key.part)).toEqual(['crossing', 'handoff']);
  expect(after.held).toEqual([still]);
});

it('everything on the map is spoken with what matters about it', async () => {
  const { app } = await Hands.on(PLAN);
  const said = (part: 'step' | 'crossing' | 'handoff' | 'laneHead', id: number) => {
    const group = app.mirror.scene.get(part, id);
    return group && spokenGroup(app.mirror, group);
  };
  expect(said('step', 101)).toBe('Step, Close, Sales');
  expect(said('step', 102)).toBe('Step, Unnamed, Onboarding');
  expect(said('crossing', 90)).toBe('Connector, Close to Unnamed');
  expect(said('handoff', 106)).toBe('H-07, Sales to Onboarding, no SLA');
  expect(said('laneHead', 20)).toBe('Team, Sales');
});
