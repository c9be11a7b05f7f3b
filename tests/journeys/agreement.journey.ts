// Two teams agree what a handoff is: from a map with bare arrows to a handoff with every check met,
// with the keyboard alone; then the register by keyboard, and what axe says to it in both themes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;
let keystrokes = 0;

beforeAll(async () => {
  baton = await Baton.start();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const press = async (keys: string) => {
  keystrokes += 1;
  await baton.press(keys);
};
const type = async (text: string) => {
  keystrokes += text.length;
  await baton.type(text);
};
/** What has the caret, by its spoken name. */
const caret = () =>
  baton.page.evaluate(() => {
    const it = document.activeElement;
    const label = it instanceof HTMLInputElement || it instanceof HTMLSelectElement ? it.labels?.[0] : null;
    return it?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? '';
  });
const readiness = async () => {
  const { figures, records } = await baton.opened();
  const handoff = records.find((it) => it.kind === 'handoff');
  return figures.readiness[handoff?.id ?? -1]?.score ?? 0;
};
/** To the next gap, which must be the one that is expected. */
async function gap(name: string): Promise<void> {
  await press('F8');
  await expect.poll(caret, { message: name }).toBe(name);
}

it('from bare arrows to a ready handoff, with the keyboard alone', async () => {
  await baton.press('Control+Alt+n');
  await baton.mapIsShown();
  await baton.press('/');
  await baton.type('Team A: Close deal > Team B: Kick off > Team C: Bill');
  await baton.press('Enter');
  await expect.poll(async () => (await baton.records('handoff')).length).toBe(2);
  await baton.press('Escape');
  expect(await readiness()).toBe(0);
  const began = Date.now();

  await press('Control+2');
  // From the window into the grid, and from its first row into the card.
  await baton.page.getByRole('grid').waitFor();
  for (let tabs = 0; tabs < 20 && !(await inGrid()); tabs += 1) await press('Tab');
  expect(await inGrid()).toBe(true);
  await press('Enter');
  await expect.poll(caret).toBe('What passes');
  await type('Signed order');
  await press('Tab');
  await type('CRM queue');
  await press('Tab');
  await type('2 d');

  await gap('Accountable');
  await newRole('Account executive');
  await gap('Receives');
  await newRole('Onboarding lead');
  await gap('Trigger');
  await type('Deal is set to won');
  await gap('Add a criterion: Team A has finished');
  await type('Order form is countersigned');
  await gap('Add a criterion: Team B asks for');
  await type('Order form is countersigned');
  await gap('Template');
  await chooseTemplate();
  await gap('Responds within');
  await type('4 h');
  await press('Tab');
  await type('w');
  await gap('Completes within');
  await type('2 d');
  await press('Tab');
  await type('w');
  await gap('Return rule');
  await type('Back to the giver, who calls');
  await gap('Escalation');
  await type('After 4 h to the head of sales');
  await press('Enter');

  await expect.poll(readiness).toBeGreaterThan(95);
  const took = Date.now() - began;
  console.log(`ready after ${keystrokes} keystrokes, ${(took / 1000).toFixed(1)} s for a script`);
  const [sla] = await baton.records('sla');
  expect(sla?.response).toEqual({ minutes: 240, clock: 'business' });
  expect(sla?.completion).toEqual({ minutes: 960, clock: 'business' });
  expect((await baton.records('criterion')).map((it) => it.side).sort()).toEqual(['entry', 'exit']);
});

const inGrid = () => baton.page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null);

/** A role that is not there yet: the list is opened by its first letters. */
async function newRole(name: string): Promise<void> {
  await type('Add');
  await expect.poll(caret).toMatch(/^New role/);
  await type(name);
  await press('Enter');
}

async function chooseTemplate(): Promise<void> {
  await press('ArrowDown');
  await expect.poll(async () => (await baton.records('template')).length).toBe(1);
}

it('criteria are put in order and taken away by key', async () => {
  const add = baton.page.getByRole('textbox', { name: 'Add a criterion: Team A has finished' });
  await add.focus();
  await baton.type('Go-live date is agreed');
  await baton.press('Enter');
  await expect.poll(async () => (await exits()).length).toBe(2);
  await baton.page.getByRole('textbox', { name: 'Criterion: Go-live date is agreed' }).focus();
  await baton.press('Alt+ArrowUp');
  await expect.poll(async () => (await exits())[0]).toBe('Go-live date is agreed');
  await expect.poll(caret).toBe('Criterion: Go-live date is agreed');
  await baton.press('Shift+Tab');
  await baton.press('Delete');
  await expect.poll(exits).toEqual(['Order form is countersigned']);
});

const exits = async () =>
  (await baton.records('criterion'))
    .filter((it) => it.side === 'exit')
    .sort((a, b) => a.order - b.order)
    .map((it) => it.text);

it('several rows are changed at once, and one undo takes it back', async () => {
  await baton.page.getByRole('gridcell', { name: 'H-01' }).click();
  await baton.press('Shift+ArrowDown');
  const bulk = baton.page.getByRole('form', { name: '2 handoffs selected' });
  await bulk.getByLabel('Field to change').selectOption('status');
  await bulk.getByLabel('Status', { exact: true }).selectOption('agreed');
  await bulk.getByRole('button', { name: 'Apply' }).click();
  const statuses = async () => (await baton.records('handoff')).map((it) => it.status);
  await expect.poll(statuses).toEqual(['agreed', 'agreed']);
  await baton.page.getByRole('gridcell', { name: 'H-01' }).focus();
  await baton.press('Control+z');
  await expect.poll(statuses).toEqual(['draft', 'draft']);
});

it('a cell is written in place, the titles sort, the table is copied', async () => {
  const grid = baton.page.getByRole('grid');
  await baton.page.getByRole('gridcell', { name: 'H-02' }).click();
  await baton.press('ArrowRight');
  await baton.press('ArrowRight');
  await baton.type('Invoice');
  await baton.press('Enter');
  await expect.poll(async () => (await baton.records('handoff')).find((it) => it.number === 2)?.passes).toBe('Invoice');
  for (let up = 0; up < 3; up += 1) await baton.press('ArrowUp');
  await baton.press('Enter');
  const title = grid.getByRole('columnheader', { name: 'What passes' });
  await expect.poll(() => title.getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(() => grid.getByRole('row').nth(1).textContent()).toContain('H-02');
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await baton.press('Control+Shift+x');
  const copied = () => baton.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^No\.\tHandoff\tWhat passes.*\nH-02\tTeam B → Team C\tInvoice/);
});

for (const theme of ['light', 'dark'] as const) {
  it(`axe finds nothing in the register, the card and the checks, ${theme}`, async () => {
    await baton.page.emulateMedia({ colorScheme: theme });
    await baton.page.getByRole('gridcell', { name: 'H-02' }).click();
    expect(await baton.faults(), 'a card with gaps').toEqual([]);
    await baton.page.getByRole('gridcell', { name: 'H-01' }).click();
    await baton.page.locator('.card').evaluate((card) => {
      for (const folded of card.querySelectorAll('details')) folded.open = true;
    });
    expect(await baton.faults(), 'a full card').toEqual([]);
    await baton.press('Control+Shift+f');
    expect(await baton.faults(), 'with its filter').toEqual([]);
    await baton.press('Escape');
    await baton.page.getByRole('button', { name: /checks? open$/ }).click();
    await baton.page.locator('.finding .rule').first().click();
    expect(await baton.faults(), 'the checks').toEqual([]);
    await baton.press('Escape');
  });
}
