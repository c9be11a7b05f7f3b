// The analysis of the sample: figures equal to those of the kernel, a cell that leads to the map, a
// chart that is taken along, changes tried out, measured times read; and axe in both themes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply, Request } from '../../ui/src/contract.ts';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.openSample();
  await baton.press('Control+6');
  await baton.page.getByRole('grid', { name: 'Who waits for whom' }).waitFor();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const ask = (request: Request): Promise<Reply> =>
  baton.page.evaluate(
    async (body) => (await (await fetch('ask', { method: 'POST', body })).json()) as Reply,
    JSON.stringify(request),
  );

const card = (name: string) =>
  baton.page.locator('.figures > div').filter({ has: baton.page.getByText(name, { exact: true }) });

const basis = (name: string) => baton.page.getByRole('button', { name, exact: true }).click();

it('figures are those of the kernel, in each view', async () => {
  const reply = await ask({ ask: 'analysis' });
  if (reply.reply !== 'analysis' || reply.with.expected.is !== 'known') throw new Error('no analysis');
  const { view } = reply.with.expected;
  const { figures } = await baton.opened();
  const day = figures.clock.minutesPerDay;
  const days = (minutes: number) => `${Math.round((minutes / day) * 10) / 10} d`;
  await basis('Timeline');
  expect(await card('Lead time').locator('.value').textContent()).toBe(days(figures.timeline?.leadTime ?? 0));
  expect(await card('Handoffs').locator('.value').textContent()).toBe(String(figures.timeline?.handoffs));
  await basis('Expected');
  if (view.leadTime.is !== 'atLeast') throw new Error('the sample has chance inside parallel work');
  expect(await card('Lead time').locator('.value').textContent()).toBe(`≥ ${days(view.leadTime.minutes)}`);
  expect(await card('Lead time').textContent()).toMatch(/The true mean is longer/);
  const handoffs = String(Math.round(view.handoffs * 10) / 10);
  expect(await card('Handoffs per case').locator('.value').textContent()).toBe(handoffs);
});

it('cases are played out, held against the promise, and changes tried', async () => {
  await basis('Simulated');
  await baton.page.getByRole('img', { name: /^Histogram: half of the cases/ }).waitFor({ timeout: 60_000 });
  expect(await card('Lead time').textContent()).toMatch(/half of cases in .* d, 95 % in .* d/);
  const table = baton.page.getByRole('region', { name: 'What to change first' }).getByRole('row');
  await expect.poll(() => table.count(), { timeout: 80_000 }).toBeGreaterThan(2);
  expect(await table.nth(1).textContent()).toMatch(/− [\d.]+ (d|h|min)/);
});

it('a cell of the grid leads to the map, with its handoffs selected', async () => {
  const grid = baton.page.getByRole('grid', { name: 'Who waits for whom' });
  await grid.locator('[tabindex="0"]').focus();
  await baton.press('ArrowRight');
  const said = await baton.page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(said).toMatch(/^Marketing Operations → Sales Development: 10 h waited per case/);
  await baton.press('Enter');
  await baton.page.locator('.stage > canvas').waitFor();
  const panel = baton.page.getByRole('complementary', { name: 'Inspector' });
  expect(await panel.textContent()).toMatch(/H-01/);
  await baton.press('Control+6');
  await grid.waitFor();
});

it('a chart is taken along as a picture and as a table', async () => {
  for (const [item, ending] of [['Save as SVG', 'svg'], ['Save as CSV', 'csv']] as const) {
    await baton.page.getByRole('button', { name: 'Copy or save: Who waits for whom' }).click();
    await baton.page.getByRole('menuitem', { name: item }).click();
    // The file is there a moment before what is in it.
    const saved = () => {
      const name = readdirSync(baton.folder).find((it) => it.endsWith(`.${ending}`));
      return name === undefined ? '' : readFileSync(join(baton.folder, name), 'utf8');
    };
    await expect.poll(saved).toContain('Marketing Operations');
    const text = saved();
    expect(text).toMatch(ending === 'svg' ? /^<svg .*<\/svg>\n$/s : /"Marketing Operations","Sales Development",600,1.25,0,1\r\n/);
  }
});

it('measured times are read and held against what was promised', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `H-01,${60 + at * 10}`);
  writeFileSync(join(baton.folder, 'measured.csv'), `handoff,elapsed minutes\n${rows.join('\n')}\nInvoice,5\n`);
  // The newest table is the one that is chosen; the one saved before is older.
  await baton.page.getByRole('button', { name: 'Read a table …' }).click();
  const board = baton.page.getByRole('region', { name: 'Measured against what was promised' });
  await board.getByText('12 items', { exact: true }).waitFor();
  expect(await board.textContent()).toMatch(/Not on this map: Invoice/);
});

it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  await baton.page.emulateMedia({ colorScheme: theme });
  expect(await baton.faults()).toEqual([]);
});

it('changes are put together without anything being stored', async () => {
  const before = await baton.opened();
  await baton.press('Alt+u');
  const board = baton.page.getByRole('region', { name: 'What if' });
  await board.getByRole('checkbox').first().check();
  await board.getByRole('row', { name: /^Lead time, once through/ }).waitFor();
  const after = await baton.opened();
  expect(after.revision).toBe(before.revision);
  expect(after.history).toEqual(before.history);
});

it('a number is turned with the slider and typed, and the figures follow; then it is dropped', async () => {
  const before = await baton.opened();
  const board = baton.page.getByRole('region', { name: 'What if' });
  await board.getByRole('checkbox').first().uncheck();
  await board.getByText('Turn a number, or choose one change or several.').waitFor();
  await board.getByLabel('Turn a number of the map …').selectOption({ label: 'H-01, Marketing Operations → Sales Development' });
  await board.getByRole('button', { name: 'Turn it' }).click();
  const slider = board.getByRole('slider', { name: /^H-01.*: wait$/ });
  await slider.focus();
  const once = () => board.getByRole('row', { name: /^Lead time, once through/ }).innerText();
  await expect.poll(once).toMatch(/34\.5 d\s+34\.5 d/);
  for (let press = 0; press < 4; press += 1) await baton.press('PageDown');
  await expect.poll(once).toMatch(/34\.5 d\s+3[34]\.[0-4\d] d/);
  await board.getByLabel(/^H-01.*: wait, typed$/).fill('0 min');
  await baton.press('Enter');
  await expect.poll(once).toMatch(/34\.5 d\s+33\.5 d/);
  await expect.poll(() => board.getByRole('row', { name: /^Lead time, simulated/ }).innerText(), { timeout: 60_000 }).toMatch(/− [\d.]+ (d|h)/);
  expect((await baton.opened()).revision).toBe(before.revision);
  await board.getByRole('button', { name: 'Drop it' }).click();
  await board.getByText('Turn a number, or choose one change or several.').waitFor();
  expect(await slider.count()).toBe(0);
});

it('people are the same in every state, and are kept as such with one undo', async () => {
  const board = baton.page.getByRole('region', { name: 'What if' });
  await board.getByLabel('Turn a number of the map …').selectOption({ label: 'Customer Success' });
  await board.getByRole('button', { name: 'Turn it' }).click();
  await board.getByLabel('Customer Success: people, typed').fill('3');
  await baton.press('Enter');
  await board.getByText('People and items a day are the same in every state.').waitFor();
  await board.getByRole('button', { name: 'Into every state' }).click();
  const people = async () => (await baton.records('team')).find((it) => it.name === 'Customer Success')?.headcount;
  await expect.poll(people).toBe(3);
  expect(await baton.records('state')).toHaveLength(1);
  await baton.press('Control+z');
  await expect.poll(people).toBe(2);
});

it('an improvement goes into the future state, and undo takes it back', async () => {
  await baton.press('Control+6');
  const table = baton.page.getByRole('region', { name: 'What to change first' });
  await expect.poll(() => table.getByRole('row').count(), { timeout: 80_000 }).toBeGreaterThan(2);
  await table.getByRole('button', { name: /^Into future state: .*wait/ }).first().click();
  const future = baton.page.getByRole('group', { name: 'States' }).getByRole('button', { name: 'Future state' });
  await expect.poll(() => future.getAttribute('aria-pressed'), { timeout: 20_000 }).toBe('true');
  const { records, state } = await baton.opened();
  const here = records.filter((it) => it.kind === 'state' && it.id === state);
  expect(here).toMatchObject([{ role: 'future' }]);
  const kept = records.filter((it) => it.kind === 'step' && it.state === state && it.origin.length === 1);
  expect(kept.length).toBe(records.filter((it) => it.kind === 'step' && it.state === state).length);
  await baton.press('Control+z');
  await baton.press('Control+z');
  await expect.poll(() => future.count(), { timeout: 20_000 }).toBe(0);
});
