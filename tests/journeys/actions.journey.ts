// The plan, with keyboard and mouse: the board of the sample, an action typed in one line, moved by key
// and by hand, a pain point with votes answered in one press, load by owner, and the files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const board = () => baton.page.getByRole('group', { name: 'Plan' });
const column = (name: string) => board().getByRole('region', { name });
const card = (name: RegExp) => board().getByRole('button', { name });
const panel = () => baton.page.getByRole('complementary', { name: 'Action' });
const loads = () => baton.page.locator('.loads');

async function action(text: RegExp) {
  const found = (await baton.records('action')).find((it) => text.test(it.text));
  if (!found) throw new Error(`no action ${text}`);
  return found;
}

it('the plan of the sample stands in its columns, with hours by owner', async () => {
  await baton.press('Control+7');
  await column('30 days').getByRole('button', { name: /^Scoring and routing rule/ }).waitFor();
  await column('90 days').getByRole('button', { name: /^Guided data checklist/ }).waitFor();
  await column('Not planned').getByText('Nothing here').waitFor();
  await baton.page.getByText('Every pain point that got votes has an action.').waitFor();
  await loads().getByRole('row', { name: /^Customer success lead 1 action – 48 – – 48 h$/ }).waitFor();
  // Whoever came by a key is on the first card.
  expect(await baton.focused()).toMatch(/^Scoring and routing rule/);
  expect(await baton.faults()).toEqual([]);
});

it('an action is written in one line and moved by key', async () => {
  await baton.press('Alt+Shift+N');
  expect(await baton.focused()).toBe('Add an action');
  await baton.type('Tell the deal desk early, @finance, 30 d, 12 h');
  await baton.page.getByText('Understood: Finance controller · 30 days · 12 h').waitFor();
  await baton.press('Enter');
  await column('30 days').getByRole('button', { name: /^Tell the deal desk early/ }).waitFor();
  await baton.tabTo(/^Tell the deal desk early/);
  await baton.press('Shift+ArrowRight');
  await column('60 days').getByRole('button', { name: /^Tell the deal desk early/ }).waitFor();
  // The keyboard went with the card.
  expect(await baton.focused()).toMatch(/^Tell the deal desk early/);
  await baton.press('Shift+ArrowRight');
  await column('90 days').getByRole('button', { name: /^Tell the deal desk early/ }).waitFor();
  expect((await action(/^Tell the deal desk/)).horizonDays).toBe(90);
  await loads().getByRole('row', { name: /^Finance controller 2 actions – 20 12 – 32 h$/ }).waitFor();
  await baton.press('ArrowLeft');
  expect(await baton.focused()).toMatch(/^Onboarding manager assigned/);
});

it('it is opened beside the board and changed there', async () => {
  await baton.tabTo(/^Onboarding manager assigned/);
  await baton.press('ArrowRight');
  expect(await baton.focused()).toMatch(/^Tell the deal desk early/);
  await baton.press('Enter');
  await panel().waitFor();
  expect(await baton.focused()).toBe('What is to be done');
  await panel().getByLabel('Status').selectOption('started');
  await panel().getByLabel('Work of the owner').fill('7,5');
  await baton.press('Enter');
  await panel().getByLabel('Only after').selectOption({ label: 'Guided data checklist sent at signature' });
  await panel().getByLabel('Add a step or handoff').selectOption({ label: 'Approve discount and terms' });
  await panel().getByRole('button', { name: 'Take away: Approve discount and terms' }).waitFor();
  await panel().getByLabel('Due').fill('2026-01-15');
  await baton.press('Enter');
  await card(/^Tell the deal desk early.*7.5 h.*Started.*Late, due Jan 15, 2026.*After “Guided data/).waitFor();
  expect(await baton.faults()).toEqual([]);
  const first = await action(/^Guided/);
  expect(await action(/^Tell the deal desk/)).toMatchObject({ status: 'started', work: 450, after: first.id, due: '2026-01-15' });
  await baton.press('Escape');
  await panel().waitFor({ state: 'hidden' });
});

it('a card is dragged to another column, and Escape leaves it where it was', async () => {
  const before = await baton.middle(card(/^Guided data checklist/));
  const there = await baton.middle(column('30 days').getByRole('heading'));
  const { mouse } = baton.page;
  await mouse.move(before.x, before.y);
  await mouse.down();
  await mouse.move(there.x, before.y, { steps: 6 });
  await baton.page.locator('.plan-column.lit').waitFor();
  await baton.press('Escape');
  await mouse.up();
  await column('90 days').getByRole('button', { name: /^Guided data checklist/ }).waitFor();
  expect(await panel().isVisible()).toBe(false);
  await baton.drag(before, { x: there.x, y: before.y });
  await column('30 days').getByRole('button', { name: /^Guided data checklist/ }).waitFor();
  expect(await panel().isVisible()).toBe(false);
  expect((await action(/^Guided/)).horizonDays).toBe(30);
  await card(/^Guided data checklist/).focus();
  await baton.press('Enter');
  await panel().waitFor();
  // While it is open, arrows walk on the board, and it shows where they are.
  await card(/^Guided data checklist/).focus();
  await baton.press('ArrowUp');
  expect(await baton.focused()).toMatch(/^Hand-over form/);
  await expect.poll(() => panel().getByLabel('What is to be done').inputValue()).toMatch(/^Hand-over form/);
  await baton.press('ArrowDown');
  await baton.press('Escape');
  await baton.press('Escape');
  expect(await baton.focused()).toMatch(/^Guided data checklist/);
  await baton.press('Control+z');
  await column('90 days').getByRole('button', { name: /^Guided data checklist/ }).waitFor();
});

it('what is not planned any more has no date either', async () => {
  const from = await baton.middle(card(/^Tell the deal desk early/));
  const to = await baton.middle(column('Not planned').getByRole('heading'));
  await baton.drag(from, { x: to.x, y: from.y });
  await column('Not planned').getByRole('button', { name: /^Tell the deal desk early/ }).waitFor();
  expect(await action(/^Tell the deal desk/)).toMatchObject({ horizonDays: 0, due: '' });
});

it('a pain point with votes is answered in one press, and its chip leads to the map', async () => {
  const [pain] = (await baton.records('painPoint')).filter((it) => /^Discounts wait/.test(it.text));
  await card(/^Approval matrix/).focus();
  await baton.press('Delete');
  await baton.tabTo('Answer with an action: Discounts wait for one person');
  await baton.press('Enter');
  await panel().waitFor();
  expect(await baton.focused()).toBe('What is to be done');
  const made = await action(/^Do something about: Discounts wait/);
  expect(made.answers).toEqual([pain?.id]);
  expect(made.about).toEqual(pain?.about);
  await baton.page.getByText('Every pain point that got votes has an action.').waitFor();
  const stands = column('Not planned').getByRole('listitem').filter({ hasText: /^Do something about/ });
  await stands.getByRole('button', { name: 'Go to Approve discount and terms' }).click();
  await baton.mapIsShown();
  await baton.thing(/^Step, Approve discount and terms/).waitFor();
});

it('cards are filtered by owner from the load, and by status', async () => {
  await baton.press('Control+7');
  await loads().getByRole('button', { name: 'Sales development manager' }).click();
  await expect.poll(() => board().locator('.plan-card').count()).toBe(1);
  await baton.page.getByLabel('Filter by status').selectOption('done');
  await baton.page.getByText('No action fits the filter.').waitFor();
  await baton.page.getByLabel('Filter by status').selectOption('');
  await baton.page.getByLabel('Filter by owner').selectOption('');
  await expect.poll(() => board().locator('.plan-card').count()).toBeGreaterThan(4);
});

it('the plan goes along as a table and as a calendar', async () => {
  await baton.page.getByLabel('Plan begins on').fill('2026-12-01');
  await baton.press('Enter');
  await column('30 days').getByText('until Dec 31, 2026').waitFor();
  await baton.page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  await baton.page.getByText(/^Table saved: /).waitFor();
  await baton.page.getByRole('button', { name: 'Save as a calendar (ICS)' }).click();
  await baton.page.getByText(/days saved for calendars: .*2 actions have no date and are left out/).waitFor();
  const file = (ending: string) => {
    const name = readdirSync(baton.folder).find((it) => it.endsWith(ending));
    return readFileSync(join(baton.folder, name ?? ending), 'utf8');
  };
  const [titles, ...rows] = file('.csv').trimEnd().split('\r\n');
  expect(titles).toMatch(/^"Action","Status","Type","Owner"/);
  expect(rows.length).toBe((await baton.records('action')).length);
  const lines = file('.ics').replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain('SUMMARY:Scoring and routing rule live in the CRM');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
  expect(lines.filter((it) => it === 'BEGIN:VEVENT').length).toBe(rows.length - 2);
  expect(await baton.faults()).toEqual([]);
});
