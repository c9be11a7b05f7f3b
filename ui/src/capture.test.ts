// The capture line without its field: what is asked of the kernel, when, and what is kept in hand.
import { expect, it, vi } from 'vitest';
import type { Reply, Request } from './contract.ts';
import { Hands } from './testing/hands.ts';
import { laneId } from './testing/map.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [{ id: 101, name: 'Close', lane: 0, x: 200 }],
};

/** A kernel that says of every text that it makes one step, and of one that it cannot be read. */
async function typing() {
  const hands = await Hands.on(PLAN);
  const { app, kernel } = hands;
  const plain = kernel.ask.bind(kernel);
  const drawn = { groups: [], moved: [], removed: [], lanes: null, bounds: app.mirror.bounds };
  kernel.ask = async (request: Request): Promise<Reply> => {
    switch (request.ask) {
      case 'previewCapture': {
        kernel.asked.push(request);
        const { sequence, text } = request;
        const unread = { code: 'notRead', message: 'Line 1, column 3: no.', hint: '', ids: [] };
        const problem = text.includes('?!') ? unread : null;
        const preview = { sequence, drawn, handoffsMade: ['H-01'], handoffsRemoved: [], refusal: null };
        return { reply: 'capturePreviewed', with: { preview, steps: 1, made: [{ kind: 'painPoint', count: 1 }], problem } };
      }
      case 'capture':
        kernel.asked.push(request);
        if (request.text.includes('?!')) throw { code: 'notRead', message: 'No.', hint: '', ids: [] };
        kernel.send(kernel.patchTo(kernel.file.records, []));
        return { reply: 'captured', with: { last: 101, team: null, steps: [101] } };
      case 'complete': {
        const items = ['Sales:', 'Onboarding:'].map((text) => ({ text, kind: 'team' as const }));
        return { reply: 'completed', with: { from: 2, to: request.text.length, items } };
      }
      default:
        return plain(request);
    }
  };
  const captured = () => kernel.asked.filter((it) => it.ask === 'capture');
  return { app, capture: app.capture, captured };
}

it('goes on after what is selected, and after what it made last', async () => {
  const { app, capture } = await typing();
  expect(capture.at).toEqual({ after: null, team: null });
  app.view.select([laneId(1)]);
  const team = app.mirror.lane(laneId(1))?.team ?? null;
  expect(capture.at).toEqual({ after: null, team });
  app.view.select([101]);
  expect(capture.at).toEqual({ after: 101, team: app.mirror.lane(laneId(0))?.team });
  app.view.select([]);
  expect(capture.at.after).toBe(101);
});

it('is captured once, cleared, and brought back by its place in the past', async () => {
  const { app, capture, captured } = await typing();
  capture.open('> A');
  await vi.waitFor(() => expect(capture.says).toBe('1 step, handoff H-01, 1 pain point'));
  expect(await capture.take()).toBe(true);
  capture.type('> B', null);
  await capture.take();
  expect(captured()).toMatchObject([
    { text: '> A', at: { after: null } },
    { text: '> B', at: { after: 101 } },
  ]);
  expect([capture.text, app.draft.active]).toEqual(['', false]);
  expect([capture.recall(-1), capture.text]).toEqual([true, '> B']);
  expect([capture.recall(-1), capture.text]).toEqual([true, '> A']);
  expect(capture.recall(-1)).toBe(false);
  capture.type('> A, 5 min', null);
  expect(capture.recall(1)).toBe(false);
});

it('keeps a text that cannot be read, and says why', async () => {
  const { app, capture } = await typing();
  capture.open('> ?!');
  await vi.waitFor(() => expect(capture.problem?.message).toMatch(/column 3/));
  expect(await capture.take()).toBe(false);
  expect([capture.text, capture.failure?.message]).toEqual(['> ?!', 'No.']);
  expect(app.notices.list).toEqual([]);
});

it('leaves what it could read on the map while a word is half typed', async () => {
  const { app, capture } = await typing();
  capture.open('> A');
  await vi.waitFor(() => expect(app.draft.active).toBe(true));
  capture.type('> A, ?!', null);
  await vi.waitFor(() => expect(capture.preview?.problem).not.toBeNull());
  expect([app.draft.active, capture.says, capture.problem]).toEqual([true, '1 step, handoff H-01, 1 pain point', null]);
  await vi.waitFor(() => expect(capture.problem).not.toBeNull());
  expect([app.draft.active, capture.says]).toEqual([false, '']);
  capture.type('> A', null);
  await vi.waitFor(() => expect([app.draft.active, capture.problem]).toEqual([true, null]));
});

it('takes a suggestion in the place of what was typed', async () => {
  const { capture } = await typing();
  capture.type('> Sa', 4);
  await vi.waitFor(() => expect(capture.suggestions.items).toHaveLength(2));
  expect(capture.chosen).toBe(-1);
  capture.choose(-1);
  expect(capture.chosen).toBe(1);
  capture.choose(1);
  expect(capture.chosen).toBe(-1);
  expect([capture.accept(0), capture.text]).toEqual([8, '> Sales:']);
});

it('counts the lines that say something', async () => {
  const { capture } = await typing();
  capture.open('A\r\n\r\n> B\n');
  expect([capture.text, capture.lines]).toEqual(['A\n\n> B', 2]);
});
