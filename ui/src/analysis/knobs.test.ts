// Numbers that are turned: what can be turned, how far, and the edits that would make it so.
import { expect, it } from 'vitest';
import { MOST_MINUTES } from '../duration.ts';
import { Hands } from '../testing/hands.ts';
import { commandOf, isOfAllStates, now, rangeOf, read, turnables, written } from './knobs.ts';

const estimate = (usual: number, best: number | null = null, worst: number | null = null) => ({
  usual,
  best,
  worst,
  confidence: 'estimated' as const,
  sample: null,
  saidBy: '',
});

async function app() {
  const hands = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 400 },
    ],
    connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
  });
  const { mirror } = hands.app;
  Object.assign(mirror.find('connector', 90)!, { wait: estimate(480, 240, 960) });
  Object.assign(mirror.step(102)!, { processTime: estimate(60), span: estimate(240), completeAccurate: estimate(8000, 7000, 9000) });
  return hands.app;
}

it('only what has a value can be turned, called as on the map', async () => {
  const { mirror } = await app();
  expect(turnables(mirror, 'wait')).toMatchObject([{ id: 90, value: 480 }]);
  expect(turnables(mirror, 'wait')[0]?.name).toContain('Sales');
  expect(turnables(mirror, 'time')).toMatchObject([{ id: 102, value: 240, name: 'Kick off' }]);
  expect(turnables(mirror, 'quality')).toMatchObject([{ id: 102, value: 8000 }]);
  expect(turnables(mirror, 'people')).toEqual([]);
  expect(now(mirror, { kind: 'wait', id: 91, value: 1 })).toBeUndefined();
});

it('a range goes along in proportion, and never crosses the usual value', async () => {
  const { mirror } = await app();
  expect(commandOf(mirror, { kind: 'wait', id: 90, value: 120 })).toMatchObject([
    { do: 'editConnector', edit: { field: 'wait', value: { usual: 120, best: 60, worst: 240 } } },
  ]);
  expect(commandOf(mirror, { kind: 'quality', id: 102, value: 10_000 })).toMatchObject([
    { do: 'editStep', edit: { field: 'completeAccurate', value: { usual: 10_000, best: 8750, worst: 10_000 } } },
  ]);
  expect(commandOf(mirror, { kind: 'wait', id: 90, value: 0 })).toMatchObject([
    { edit: { value: { usual: 0, best: 0, worst: 0 } } },
  ]);
});

it('no range goes beyond what the kernel takes', async () => {
  const { mirror } = await app();
  Object.assign(mirror.find('connector', 90)!, { wait: estimate(1, 1, 480) });
  expect(commandOf(mirror, { kind: 'wait', id: 90, value: 14_400 })).toMatchObject([
    { edit: { value: { usual: 14_400, worst: MOST_MINUTES } } },
  ]);
});

it('a step that shall take less than its work is worked on less, too', async () => {
  const { mirror } = await app();
  const fields = (value: number) =>
    commandOf(mirror, { kind: 'time', id: 102, value }).map((it) => (it.do === 'editStep' ? it.edit.field : ''));
  expect(fields(120)).toEqual(['span']);
  expect(fields(30)).toEqual(['processTime', 'span']);
});

it('the slider reaches twice as far as now, and what is typed may go further', async () => {
  const { mirror } = await app();
  expect(rangeOf({ kind: 'wait', id: 90, value: 480 })).toEqual({ min: 0, max: 960, step: 30 });
  expect(rangeOf({ kind: 'wait', id: 90, value: 0 }).max).toBe(60);
  expect(rangeOf({ kind: 'people', id: 1, value: 2 })).toEqual({ min: 1, max: 6, step: 1 });
  expect(read(mirror, 'wait', '40 h')).toEqual({ value: 2400 });
  expect(read(mirror, 'volume', '1.5')).toEqual({ value: 1500 });
  expect(read(mirror, 'volume', 'many')).toEqual({ problem: 'noNumber' });
  expect(written(mirror, { kind: 'quality', id: 102, value: 8550 })).toBe('85.5 %');
  expect(read(mirror, 'volume', '1,200.5')).toEqual({ problem: 'noNumber' });
  expect(read(mirror, 'volume', '1e3')).toEqual({ problem: 'noNumber' });
  expect(written(mirror, { kind: 'volume', id: 1, value: 1_250_020 })).toBe('1250.02');
  expect(commandOf(mirror, { kind: 'people', id: 1, value: 3 }).map(isOfAllStates)).toEqual([true]);
  expect(commandOf(mirror, { kind: 'wait', id: 90, value: 3 }).map(isOfAllStates)).toEqual([false]);
});
