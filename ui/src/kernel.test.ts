// The line to the kernel: patches by revision, one edit at a time, previews that never pile up.
import { describe, expect, it, vi } from 'vitest';
import type { Preview } from './contract.ts';
import { Hands } from './testing/hands.ts';
import { laneId } from './testing/map.ts';

const PLAN = { lanes: ['Sales'], steps: [{ id: 101, name: 'Close', lane: 0, x: 200 }] };
const rename = (name: string) => ({ do: 'rename' as const, id: 101, name });

describe('edits', () => {
  it('are answered by their own patch, though it comes late', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    kernel.holds = [];
    const edit = app.apply(rename('Win'));
    await vi.waitFor(() => expect(kernel.holds).toHaveLength(1));
    expect(app.mirror.step(101)?.name).toBe('Close');
    const [patch] = kernel.holds;
    kernel.holds = null;
    if (patch) kernel.send(patch);
    expect((await edit)?.revision).toBe(2);
    expect(app.mirror.step(101)?.name).toBe('Win');
    expect(app.mirror.savedAt).not.toBe(null);
  });

  it('go one after the other', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    await Promise.all([app.apply(rename('A')), app.apply(rename('B')), app.apply(rename('C'))]);
    expect(kernel.applied.map((it) => it.do === 'rename' && it.name)).toEqual(['A', 'B', 'C']);
    expect(app.mirror.revision).toBe(4);
    expect(app.mirror.step(101)?.name).toBe('C');
  });

  it('that are refused are told, and the next one works', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    kernel.refuses = 'That name is taken.';
    expect(await app.apply(rename('A'))).toBe(null);
    expect(app.notices.list).toMatchObject([{ is: 'failure', message: 'That name is taken.' }]);
    kernel.refuses = null;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    expect(await app.apply(rename('B'))).not.toBe(null);
    expect(app.notices.list).toHaveLength(1);
    vi.advanceTimersByTime(4000);
    vi.useRealTimers();
    expect(app.notices.list).toEqual([]);
  });
});

describe('patches', () => {
  it('after a missing one make the view read everything again', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    kernel.holds = [];
    const first = kernel.patchTo(kernel.file.records, []);
    const second = kernel.patchTo(
      kernel.file.records.map((it) => (it.id === 101 ? { ...it, name: 'Win' } : it) as typeof it),
      [],
    );
    expect(first.revision).toBe(2);
    kernel.holds = null;
    kernel.send(second);
    await vi.waitFor(() => expect(app.mirror.revision).toBe(3));
    expect(app.mirror.step(101)?.name).toBe('Win');
  });

  it('that are older than the mirror change nothing', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    await app.apply(rename('Win'));
    const late = { ...kernel.patchTo([], []), revision: 1 };
    expect(app.mirror.take(late)).toBe(true);
    expect(app.mirror.step(101)?.name).toBe('Win');
  });

  it('that remove what is selected let go of it', async () => {
    const { app } = await Hands.on(PLAN);
    app.view.select([101]);
    await app.apply({ do: 'delete', ids: [101] });
    expect(app.view.selection.size).toBe(0);
    expect(app.mirror.scene.get('step', 101)).toBe(undefined);
    expect(app.mirror.scene.get('lane', laneId(0))).not.toBe(undefined);
  });
});

describe('previews', () => {
  it('skip to the newest question', async () => {
    const { app, kernel } = await Hands.on(PLAN);
    const answers: Preview[] = [];
    for (let at = 0; at < 50; at += 1) {
      app.kernel.previews.ask(rename(String(at)), (answer) => answers.push(answer));
    }
    await vi.waitFor(() => expect(kernel.previewed.at(-1)).toEqual(rename('49')));
    await app.kernel.busy.idle();
    expect(kernel.previewed.length).toBeLessThan(4);
    expect(answers.length).toBe(kernel.previewed.length);
  });

  it('of a gesture that is over are dropped', async () => {
    const { app } = await Hands.on(PLAN);
    let answered = false;
    app.kernel.previews.ask(rename('A'), () => (answered = true));
    app.kernel.previews.stop();
    await app.kernel.busy.idle();
    expect(answered).toBe(false);
  });
});
