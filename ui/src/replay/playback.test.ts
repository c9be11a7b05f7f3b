// A replay while it is looked at: frames only while it runs, never of another map than the one that is
// shown, and why there is none.
import { expect, it } from 'vitest';
import { run } from '../actions.ts';
import type { Replay } from '../contract.ts';
import { Hands } from '../testing/hands.ts';
import { type Frames, Playback } from './playback.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
  ],
  connectors: [{ id: 90, from: 101, to: 102, handoff: 106 }],
};
const REPLAY: Replay = {
  clock: { kind: 'business', minutesPerDay: 480 },
  cases: 1,
  minutes: 14_400,
  moves: [
    { is: 'begins', case: 0, step: 101, at: 0 },
    { is: 'travels', case: 0, connector: 90, from: 480, until: 9600 },
    { is: 'begins', case: 0, step: 102, at: 14_400 },
    { is: 'ends', case: 0, at: 14_400 },
  ],
};

/** A playback whose frames come by hand. */
async function onMap(replay: Hands['kernel']['replay'] = REPLAY) {
  const hands = await Hands.on(PLAN);
  const { app, kernel } = hands;
  kernel.replay = replay;
  let due: ((now: number) => void) | null = null;
  let now = 1000;
  const frames: Frames = (then) => {
    due = then;
    return () => (due = null);
  };
  const playback = new Playback(app, frames);
  const wait = (ms: number) => {
    const then = due;
    due = null;
    then?.((now += ms));
  };
  const asked = () => kernel.asked.filter((it) => it.ask === 'replay');
  return { hands, app, kernel, playback, wait, asked, scheduled: () => due !== null };
}

it('it is of the simulation that the analysis plays, and is shown on the map', async () => {
  const { app, playback, asked, scheduled } = await onMap();
  app.view.show('analysis');
  await playback.show();
  expect(asked()).toEqual([{ ask: 'replay', settings: app.analysis.settings, cases: 40 }]);
  expect([app.view.page, playback.active, playback.playing, scheduled()]).toEqual(['map', true, false, false]);
  expect(playback.said).toBe('Day 1, 0 h: 1 under way, 0 of them waiting, 0 done');
});

it('frames come while it runs and at no other time, and a late one does not jump', async () => {
  const { app, playback, wait, scheduled } = await onMap();
  await playback.show();
  playback.play();
  wait(0);
  wait(50);
  expect(playback.time).toBe(24);
  wait(60_000);
  expect(playback.time).toBe(72);
  playback.hurry(4);
  wait(100);
  expect(playback.time).toBe(264);
  playback.toggle();
  expect([playback.playing, scheduled()]).toEqual([false, false]);
  expect(app.view.said).toMatch(/^Paused\. Day 1, 4 h: 1 under way/);
  playback.seek(14_399);
  playback.play();
  wait(0);
  wait(100);
  expect([playback.time, playback.playing, scheduled()]).toEqual([14_400, false, false]);
  expect(app.view.said).toMatch(/^The replay is over\. Day 31, 0 h: 0 under way, 0 of them waiting, 1 done/);
  playback.play();
  expect(playback.time).toBe(0);
});

it('an edit has it played out anew at the same moment, and meanwhile nobody is shown', async () => {
  const { hands, app, kernel, playback, asked } = await onMap();
  await playback.show();
  playback.seek(12_000);
  expect(playback.moment.waiting).toBe(1);
  kernel.replay = { ...REPLAY, minutes: 10_000 };
  const shown: number[] = [];
  playback.subscribe(() => shown.push(playback.moment.underWay));
  await app.apply({ do: 'rename', id: 101, name: 'Win' });
  await hands.idle();
  expect(shown[0]).toBe(0);
  expect(asked().length).toBe(2);
  expect([playback.active, playback.time]).toEqual([true, 10_000]);
  kernel.replay = { code: 'neverExits', message: 'Round and round.', hint: '', ids: [] };
  await app.apply({ do: 'rename', id: 101, name: 'Lose' });
  await hands.idle();
  expect(playback.active).toBe(false);
  expect(app.notices.list).toMatchObject([{ is: 'failure', message: /^Cases go round for ever/ }]);
});

it('a map that cannot be played, or where nothing takes time, says so and shows nothing', async () => {
  const { app, playback } = await onMap({ code: 'calendarUnusable', message: 'No hours.', hint: '', ids: [] });
  await playback.show();
  expect(playback.active).toBe(false);
  expect(app.notices.list).toMatchObject([{ is: 'failure', message: 'No hours.' }]);
  const still = await onMap({ ...REPLAY, minutes: 0 });
  await still.playback.show();
  expect(still.playback.active).toBe(false);
  expect(still.app.notices.list).toMatchObject([{ message: /^Nothing on this map takes time/ }]);
});

it('another state is another map', async () => {
  const { hands, kernel, playback, asked } = await onMap();
  await playback.show();
  kernel.send({ ...kernel.patchTo(kernel.file.records, []), state: 4 });
  await hands.idle();
  expect(asked().length).toBe(2);
  // What changes neither document nor state does not.
  kernel.send({ ...kernel.patchTo(kernel.file.records, []), revision: 2, state: 4 });
  await hands.idle();
  expect([asked().length, playback.active]).toEqual([2, true]);
});

it('it ends with the page, and who has gone elsewhere is not brought back', async () => {
  const { app, playback, scheduled } = await onMap();
  await playback.show();
  playback.play();
  app.view.show('handoffs');
  expect([playback.active, scheduled()]).toEqual([false, false]);
  const later = playback.show();
  app.view.show('teams');
  await later;
  expect([playback.active, playback.course, app.view.page]).toEqual([false, null, 'teams']);
});

it('Escape closes it before it lets go of the selection', async () => {
  const { app, kernel } = await onMap();
  kernel.replay = REPLAY;
  app.view.select([101]);
  run(app, 'analysis.replay');
  await expect.poll(() => app.playback.active).toBe(true);
  run(app, 'quiet.escape');
  expect([app.playback.active, app.view.single]).toEqual([false, 101]);
});
