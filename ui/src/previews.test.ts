// How often the kernel is asked what a gesture would do.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Busy } from './busy.ts';
import type { Command, Reply, Request } from './contract.ts';
import { Mirror } from './mirror.ts';
import { Previews } from './previews.ts';
import type { Transport } from './transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A gesture of a second that wants to know in every frame; how often it asked, and was answered. */
async function asked(takes: number): Promise<{ asked: number; answered: number; last: unknown }> {
  const found = { asked: 0, answered: 0, last: null as unknown };
  const transport = {
    ask: async (request: Request): Promise<Reply> => {
      found.asked += 1;
      found.last = request;
      await new Promise((done) => setTimeout(done, takes));
      const { sequence } = request as { sequence: number };
      return { reply: 'previewed', with: { sequence, drawn: { moved: [] } } } as unknown as Reply;
    },
  } as Transport;
  const previews = new Previews(transport, new Busy(), new Mirror());
  for (let frame = 0; frame < 60; frame += 1) {
    previews.ask({ do: 'moveLane', lane: frame, to: 0 } as Command, () => (found.answered += 1));
    await vi.advanceTimersByTimeAsync(1000 / 60);
  }
  await vi.advanceTimersByTimeAsync(1000);
  return found;
}

it('asks up to thirty times a second, and the newest question in the end', async () => {
  const found = await asked(2);
  expect(found.asked).toBeGreaterThan(26);
  expect(found.asked).toBeLessThan(33);
  expect(found.answered).toBe(found.asked);
  expect(found.last).toMatchObject({ command: { lane: 59 } });
});

it('asks more seldom where answers take long, but not too seldom', async () => {
  const slow = await asked(30);
  expect(slow.asked).toBeGreaterThan(8);
  expect(slow.asked).toBeLessThan(12);
  expect(slow.last).toMatchObject({ command: { lane: 59 } });
  const slower = await asked(100);
  expect(slower.asked).toBeGreaterThan(5);
  expect(slower.last).toMatchObject({ command: { lane: 59 } });
});
