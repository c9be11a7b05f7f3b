// Enter pressed twice makes one thing, and after it is made the next.
import { expect, it } from 'vitest';
import { submits } from './submits.ts';

it('is sent once while it is under way, and again afterwards', async () => {
  const made: (() => void)[] = [];
  const send = submits(() => new Promise<void>((done) => made.push(done)));
  const event = () => new Event('submit', { cancelable: true });
  const [first, second] = [event(), event()];
  const [one, two] = [send(first), send(second)];
  expect([first, second].map((it) => it.defaultPrevented)).toEqual([true, true]);
  expect(made).toHaveLength(1);
  made[0]?.();
  await Promise.all([one, two]);
  void send(event());
  expect(made).toHaveLength(2);
});

it('is ready again when it failed', async () => {
  let tried = 0;
  const send = submits(() => {
    tried += 1;
    return Promise.reject(new Error('no'));
  });
  await expect(send(new Event('submit'))).rejects.toThrow('no');
  await expect(send(new Event('submit'))).rejects.toThrow('no');
  expect(tried).toBe(2);
});
