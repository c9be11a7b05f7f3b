// What a simulation says of promises and teams: how often each is kept beside what was agreed, and
// load over time as a picture and a table.
import { expect, it } from 'vitest';
import type { PromiseKept, Simulated, Sla, TeamLoad } from '../contract.ts';
import { bareSla } from '../sla.ts';
import { Hands } from '../testing/hands.ts';
import { keptLines, keptRows } from './kept.ts';
import { overTimePicture, overTimeRows } from './over_time.ts';

const CLOCK = { kind: 'business', minutesPerDay: 480 } as const;
const kept = (more: Partial<PromiseKept>): PromiseKept => ({
  sla: 500,
  handoff: 100,
  target: 'response',
  minutes: 240,
  measured: 1000,
  late: { value: 3, plusMinus: 0.5 },
  times: null,
  ...more,
});
const simulated = (promises: PromiseKept[]) => ({ clock: CLOCK, promises }) as unknown as Simulated;

async function app() {
  const sla: Sla = { ...bareSla('OLA', null), id: 500, name: 'Answered', objective: 9500, completionObjective: 9900 };
  const hands = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Close', lane: 0, x: 200 },
      { id: 102, name: 'Kick off', lane: 1, x: 400 },
    ],
    connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
    records: [{ kind: 'sla', ...sla }],
  });
  return hands.app;
}

it('a promise is broken where even the range does not reach what was agreed', async () => {
  const { mirror } = await app();
  const of = (more: Partial<PromiseKept>) => keptLines(mirror, simulated([kept(more)]))[0];
  expect(of({})).toMatchObject({
    name: 'H-01, Sales → Onboarding',
    connector: 90,
    promised: 'Response within 4 h',
    objective: '95 %',
    kept: '97 % ± 0.5',
    broken: false,
  });
  expect(of({ target: 'completion' })).toMatchObject({ objective: '99 %', broken: true });
  expect(of({ late: { value: 5.3, plusMinus: 0.5 } })?.broken).toBe(false);
  expect(of({ late: { value: 5.6, plusMinus: 0.5 } })?.broken).toBe(true);
  expect(of({ late: null, handoff: null })).toMatchObject({ name: 'Answered', kept: '–', connector: null, broken: false });
  expect(keptRows(mirror, simulated([kept({})]))[1]).toEqual(['H-01, Sales → Onboarding', 'Response within', '240', '1000', '3', '0.5']);
});

it('load over time is a strip for each team, red where queues grow fast', async () => {
  const { mirror } = await app();
  const [lane] = mirror.lanes;
  const figure = (value: number) => ({ value, plusMinus: null });
  const team: TeamLoad = {
    team: lane?.team ?? 0,
    people: 2,
    load: figure(74.18),
    wait: figure(10),
    queue: figure(1.44),
    loadOverTime: [50, 90, 120],
    queueOverTime: [0, 1, 2],
  };
  const { marks, height } = overTimePicture(mirror, [team, team], 300);
  const bars = marks.filter((it) => it.is === 'box');
  expect(bars.map(({ tone }) => tone)).toEqual(['accent', 'trouble', 'trouble', 'accent', 'trouble', 'trouble']);
  expect(bars.every((it) => it.y >= 0 && it.y + it.h <= height)).toBe(true);
  expect(marks.filter((it) => it.is === 'text').map(({ text }) => text).slice(0, 2)).toEqual(['Sales', '74.2 % busy, 1.4 waiting']);
  expect(overTimeRows(mirror, [team]).slice(1)).toEqual([
    ['Sales', '1/3', '50', '0'],
    ['Sales', '2/3', '90', '1'],
    ['Sales', '3/3', '120', '2'],
  ]);
});
