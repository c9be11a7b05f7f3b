// Service levels: the length of a day, how a target reads, what a new one begins with, what is shared.
import { expect, it } from 'vitest';
import type { Calendar } from './contract.ts';
import { isDay } from './day.ts';
import { agree, blankSla, dayOf, detach, othersUnder, targetSaid } from './sla.ts';
import { Hands } from './testing/hands.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
  ],
  connectors: [
    { id: 90, from: 101, to: 102, handoff: 100 },
    { id: 91, from: 102, to: 101, handoff: 110 },
  ],
};
const window = (weekday: number, from: number, to: number) => ({ weekday, from: from * 60, to: to * 60 });
const calendar = (part: Partial<Calendar>): Calendar => ({
  id: 40,
  name: '',
  timeZone: 'Europe/Berlin',
  always: false,
  windows: [],
  specialDays: [],
  ...part,
});

it.each([
  [undefined, null],
  [calendar({}), null],
  [calendar({ always: true }), 1440],
  [calendar({ windows: [window(0, 9, 12), window(0, 13, 17)] }), 420],
  // The half day at the end of the week is not what a day is.
  [calendar({ windows: [window(0, 9, 17), window(1, 9, 17), window(4, 9, 13)] }), 480],
])('the day of a calendar, %#', (it, minutes) => {
  expect(dayOf(it)).toBe(minutes);
});

it('a target says which hours where they are not those of the map', async () => {
  const { app } = await Hands.on(PLAN);
  expect(targetSaid(app.mirror, { minutes: 960, clock: 'business' }, null)).toBe('2 d');
  expect(targetSaid(app.mirror, { minutes: 2880, clock: 'elapsed' }, null)).toBe('2 d calendar');
});

it('the first target makes the service level, the next one changes it', async () => {
  const { app, kernel } = await Hands.on(PLAN);
  const [first] = app.mirror.handoffs;
  if (!first) throw new Error('there is no handoff');
  const target = { minutes: 240, clock: 'business' as const };
  await agree(app, first.handoff, first.connector, { field: 'response', value: target });
  const [made] = kernel.applied;
  if (made?.do !== 'addSla') throw new Error('none was made');
  expect(made.handoffs).toEqual([100]);
  expect(made.sla).toMatchObject({ name: 'Sales → Onboarding', kindOf: 'OLA', response: target, completion: null });

  const sla = { kind: 'sla' as const, ...made.sla, id: 500 };
  const records = kernel.file.records.map((it) =>
    it.kind === 'handoff' ? { ...it, sla: 500 } : it,
  );
  kernel.send(kernel.patchTo([...records, sla], []));
  const again = app.mirror.handoffs[0]?.handoff;
  if (!again) throw new Error('it is gone');
  expect(othersUnder(app.mirror, again).map((it) => it.id)).toEqual([110]);
  await agree(app, again, first.connector, { field: 'objective', value: 9500 });
  await detach(app, again, sla);
  expect(kernel.applied.slice(1)).toMatchObject([
    { do: 'editSla', sla: 500, edit: { field: 'objective', value: 9500 } },
    { do: 'addSla', handoffs: [100], sla: { id: 0, name: 'Sales → Onboarding (copy)', response: target } },
  ]);
  expect(blankSla(app.mirror, first.connector).calendar).toBe(null);
});

it.each([
  ['2026-05-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['22.5.2026', false],
  ['2026-13-01', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
