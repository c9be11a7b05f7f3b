// From the current state to a future one that is compared: the figures, the changes and their place,
// the layouts, why the lead time moved, what it is worth; variants that are made, described, promoted
// and deleted.
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

const banner = (name: string) => baton.page.getByRole('banner').getByRole('button', { name, exact: true });
const aside = () => baton.page.getByRole('complementary', { name: 'Compare' });
const row = (name: RegExp) => aside().getByRole('row', { name });

it('opens from the current state and says what moved', async () => {
  await baton.press('Alt+X');
  await aside().getByRole('heading', { name: '20.1 days faster' }).waitFor();
  await row(/Lead time 34\.5 d 14\.4 d − 58 %/).waitFor();
  await row(/Handoffs 9 7 − 2/).waitFor();
  await row(/Rolled C&A 3\.7 % 38\.2 % \+ 34\.5/).waitFor();
  // The last of them is played out in the background: it comes when it is there.
  const all = aside().getByRole('button', { name: 'All 15 figures' });
  await all.waitFor({ timeout: 60_000 });
  await all.click();
  await row(/Expected lead time 40\.9 d 15\.2 d − 63 %/).waitFor();
  expect(await baton.faults()).toEqual([]);
});

it('a change leads to its place and says field by field what is otherwise', async () => {
  const change = aside().getByRole('button', { name: /Changed: H-02 Sales Development → Account Executives/ });
  await change.click();
  await baton.idle();
  expect(await change.getAttribute('aria-expanded')).toBe('true');
  const list = aside().locator('.changes li.open');
  await list.getByText('Wait', { exact: true }).waitFor();
  expect(await list.locator('dd').first().innerText()).toBe('2 d → 2 h');
  const merged = aside().getByRole('button', { name: /Merged:/ });
  await merged.focus();
  await baton.press('Enter');
  // The wait that was between them went with them.
  await aside().locator('.changes li.open .part').waitFor();
  expect(await baton.faults()).toEqual([]);
});

it('shows both states beside each other, moved together', async () => {
  const bar = baton.page.getByRole('toolbar', { name: 'Layout of the comparison' });
  for (const layout of ['Side by side', 'Stacked']) {
    await bar.getByRole('button', { name: layout }).click();
    await baton.idle();
    expect(await baton.page.locator('.compare-stage .pane-name').allInnerTexts()).toEqual(['Current state', 'Future state']);
  }
  await bar.getByRole('button', { name: 'Only changes' }).click();
  await bar.getByRole('button', { name: 'Overlay' }).click();
  await baton.idle();
  expect(await baton.page.locator('.compare-stage .pane').count()).toBe(1);
});

it('says why the lead time moved, and the parts add up', async () => {
  const falls = aside().getByRole('region', { name: 'Why it moved' });
  await falls.getByText('Show as table').click();
  const cells = await falls.locator('tbody tr td:nth-child(3)').allInnerTexts();
  const numbers = cells.map(Number);
  const after = numbers.pop();
  expect(numbers.reduce((sum, it) => sum + it, 0)).toBe(after);
  expect([numbers[0], after]).toEqual([16570, 6919]);
  await falls.getByRole('combobox').selectOption({ label: 'Expected lead time' });
  await falls.getByText('weighed by the mean', { exact: false }).waitFor();
});

it('an edit of the future is in the comparison at once', async () => {
  await banner('Future state').click();
  await baton.idle();
  await baton.find('Accept MQL and research account');
  await baton.press('F2');
  await baton.press('Control+A');
  await baton.type('Take the lead on');
  await baton.press('Enter');
  await baton.press('Alt+X');
  await aside().getByRole('button', { name: /Changed: “Take the lead on” Name/ }).waitFor();
  await baton.press('Control+Z');
  await aside().getByRole('button', { name: /Changed: “Accept MQL and research account” Name/ }).waitFor();
});

it('what nobody planned is planned from here, and the comparison is signed off', async () => {
  const without = aside().getByRole('heading', { name: /Changes without an action/ });
  const count = async () => Number(/\d+/.exec(await without.innerText())?.[0]);
  const before = await count();
  await aside().getByRole('button', { name: /Plan it: “Negotiate and obtain signature”$/ }).click();
  await baton.idle();
  // The promise that begins there is planned with it.
  expect(await count()).toBe(before - 2);
  const actions = await baton.records('action');
  expect(actions.at(-1)?.text).toBe('Make it so: “Negotiate and obtain signature”');
  await aside().getByRole('textbox', { name: 'Name and role of who signs' }).fill('Ada Lee, head of sales');
  await baton.press('Enter');
  await aside().getByText('Ada Lee, head of sales,', { exact: false }).waitFor();
  const future = (await baton.records('state')).find((it) => it.role === 'future');
  expect(future?.signatures.map((it) => it.name)).toEqual(['Ada Lee, head of sales']);
  expect(await baton.faults()).toEqual([]);
});

it('what the change is worth, from what is said', async () => {
  const worth = aside().getByRole('region', { name: 'Business case' });
  await worth.getByRole('row', { name: /Freed at each item ~250 min/ }).waitFor();
  await worth.getByRole('row', { name: /Hours freed a day ~4\.2 h/ }).waitFor();
  expect(await worth.getByRole('row', { name: /Delay saved a year/ }).count()).toBe(0);
  await worth.getByRole('button', { name: 'Say it: What a day of delay costs' }).click();
  const cost = baton.page.getByRole('textbox', { name: 'Cost of delay', exact: true });
  expect(await cost.evaluate((it) => it === document.activeElement)).toBe(true);
  await baton.type('120');
  await baton.press('Enter');
  await baton.idle();
  const [process] = await baton.records('process');
  expect(process?.costOfDelay?.usual).toBe(12000);
  await baton.press('Alt+X');
  await worth.getByRole('row', { name: /Delay saved a year ~[\d,]+/ }).waitFor();
  expect(await worth.getByText('What a day of delay costs').count()).toBe(0);
  expect(await baton.faults()).toEqual([]);
});

const choose = async (name: string) => {
  await baton.page.getByRole('button', { name: 'Menu' }).click();
  await baton.page.getByRole('menuitem', { name }).click();
  await baton.idle();
};

it('a variant is made, described, compared with the future, promoted and deleted', async () => {
  await banner('Future state').click();
  await choose('Make a variant of this');
  await banner('Variant 1').waitFor();
  const said = baton.page.getByLabel('What it tries out');
  await said.fill('Finance approves nothing');
  await said.blur();
  await baton.idle();
  const states = await baton.records('state');
  expect(states.map((it) => [it.role, it.description])).toContainEqual(['variant', 'Finance approves nothing']);
  await baton.press('Alt+X');
  await aside().getByRole('combobox', { name: 'From' }).selectOption({ label: 'Future state' });
  await aside().getByText('Nothing is otherwise.', { exact: false }).waitFor();
  expect(await baton.faults()).toEqual([]);
  await banner('Variant 1').click();
  await choose('Make this the future state');
  expect((await baton.records('state')).map((it) => [it.name, it.role])).toEqual([
    ['Current state', 'current'],
    ['Future state', 'variant'],
    ['Variant 1', 'future'],
  ]);
  await choose('Delete this state');
  expect((await baton.records('state')).map((it) => it.name)).toEqual(['Current state', 'Future state']);
  await baton.press('Control+Z');
  await baton.idle();
  expect(await baton.records('state')).toHaveLength(3);
});
