// The outline says what the map shows: teams from top to bottom, steps from left to right, where
// each leads, and that a handoff waits without an SLA.
import { expect, it } from 'vitest';
import { outlineOf } from './outline.ts';
import { Hands } from './testing/hands.ts';

it('is the map in words', async () => {
  const { app, kernel } = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 102, name: 'Close', lane: 0, x: 400 },
      { id: 101, name: 'Demo', lane: 0, x: 200 },
      { id: 103, name: '', lane: 1, x: 400, shape: 'end' },
    ],
    connectors: [
      { id: 201, from: 101, to: 102 },
      { id: 202, from: 102, to: 103, handoff: 301 },
    ],
  });
  const wait = { usual: 960, best: null, worst: null, confidence: 'guessed', sample: null, saidBy: '' } as const;
  const records = kernel.file.records.map((it) => (it.id === 202 ? ({ ...it, wait } as typeof it) : it));
  kernel.send(kernel.patchTo(records, []));
  const outline = outlineOf(app.mirror);
  expect(outline.map((it) => it.team)).toEqual(['Sales', 'Onboarding']);
  expect(outline[0]?.entries.map((it) => [it.name, ...it.ways.map((way) => way.text)])).toEqual([
    ['Demo', 'Close'],
    ['Close', expect.stringMatching(/^Unnamed, Handoff H-\d+, to Onboarding, waits 2 d\?, no SLA$/)],
  ]);
  expect(outline[1]?.entries).toMatchObject([{ name: 'Unnamed', facts: 'End', ways: [] }]);
});
