// Keys pressed on the page: letters write the text of what is selected, else they are the tools.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { takeKeyboard } from './keyboard.ts';

const TEAM = 10;
let hands: Hands;
let over: () => void;
let page: EventTarget;

beforeEach(async () => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('Element', class {});
  hands = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 200 },
      { id: 103, name: 'Bill', lane: 0, x: 500 },
    ],
    connectors: [
      { id: 90, from: 101, to: 102, handoff: 100 },
      { id: 91, from: 101, to: 103 },
    ],
  });
  over = takeKeyboard(hands.app, () => null);
});

afterEach(() => {
  over();
  vi.unstubAllGlobals();
});

function press(key: string, held: Partial<KeyboardEvent> = {}): void {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false };
  const event = new Event('keydown', { cancelable: true });
  page.dispatchEvent(Object.assign(event, { key, code, ...none, ...held }));
}

it.each([
  ['a step', 101],
  ['a lane', laneId(0)],
  ['a connector', 91],
  ['a handoff', 100],
])('typing on %s begins its text, Enter and F2 go into it', (_, id) => {
  const { view } = hands.app;
  view.select([id]);
  press('Q');
  expect(view.editing).toMatchObject({ id, typed: 'Q' });
  expect([view.panel, view.tool]).toEqual([null, 'select']);
  for (const key of ['Enter', 'F2']) {
    view.edit(null);
    press(key);
    expect(view.editing).toMatchObject({ id, typed: null });
  }
});

it.each([
  ['nothing', []],
  ['several things', [100, 101]],
  ['something without a text', [TEAM]],
])('with %s selected letters are the tools', (_, ids) => {
  const { view } = hands.app;
  view.select(ids);
  press('s');
  expect([view.tool, view.editing]).toEqual(['step', null]);
});

it('with Alt letters are actions whatever is selected', () => {
  const { view } = hands.app;
  view.select([100]);
  press('w', { altKey: true });
  expect([view.panel, view.editing]).toEqual(['delay', null]);
});
