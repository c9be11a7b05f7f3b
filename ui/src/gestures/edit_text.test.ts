// Texts written in place: which things have one, what it says, where it stands.
import { beforeEach, expect, it } from 'vitest';
import type { Rect } from '../contract.ts';
import { inside } from '../geometry/rect.ts';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { hasText, spotOf, textOf } from './edit_text.ts';

const TEAM = 10;
let hands: Hands;

beforeEach(async () => {
  hands = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 200 },
      { id: 103, name: 'Bill', lane: 0, x: 500 },
    ],
    connectors: [
      { id: 90, from: 101, to: 102, handoff: 100 },
      { id: 91, from: 101, to: 103, handoff: 104 },
    ],
  });
});

it.each([
  ['a step', 101, true],
  ['a lane', laneId(1), true],
  ['a connector', 91, true],
  ['a handoff', 100, true],
  ['a handoff without a pill, inside a team', 104, false],
  ['a team without its lane', TEAM, false],
])('%s has one or not', (_, id, has) => {
  hands.app.view.select([id]);
  expect(hasText(hands.app)).toBe(has);
});

it('nothing and several things have none', () => {
  expect(hasText(hands.app)).toBe(false);
  hands.app.view.select([101, 100]);
  expect(hasText(hands.app)).toBe(false);
});

it('of a handoff it is what passes, of a connector its label, of a lane its team', () => {
  const records = hands.kernel.file.records.map((it) => {
    if (it.id === 100) return { ...it, passes: 'Signed order' };
    return it.id === 91 ? { ...it, label: 'over budget' } : it;
  });
  hands.app.mirror.open({ ...hands.kernel.file, records: records as never });
  expect([100, 91, laneId(0), 102, TEAM].map((id) => textOf(hands.app, id))).toEqual([
    'Signed order',
    'over budget',
    'Sales',
    'Kick off',
    '',
  ]);
});

it('of a handoff it is written over the middle of the pill, with room for it', () => {
  const pill = hands.app.mirror.scene.get('handoff', 100)?.bounds as Rect;
  const box = spotOf(hands.app, 100)?.box as Rect;
  expect(box.x + box.w / 2).toBe(pill.x + pill.w / 2);
  expect(box.w).toBeGreaterThan(pill.w);
  expect(inside({ ...box, x: pill.x, w: pill.w }, pill)).toBe(true);
});
