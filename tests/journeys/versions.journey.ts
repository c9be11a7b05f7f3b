// A point is named, changed away from, read in words, held against the present, restored and taken
// back: once by keyboard alone, once by mouse.
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

const aside = () => baton.page.getByRole('complementary', { name: 'Versions' });
const point = (name: RegExp) => aside().getByRole('button', { name });
const names = async () => (await baton.records('step')).map((it) => it.name);

it('by keyboard: names this point, and the list says so', async () => {
  await baton.press('Control+Shift+S');
  expect(await baton.focused()).toBe('Name this point');
  await baton.type('End of day 1');
  await baton.press('Enter');
  await point(/End of day 1.*today.*the present/).waitFor();
  expect(await baton.focused()).toBe('Name this point');
  expect(await baton.faults()).toEqual([]);
});

it('an edit since is counted, and told in words', async () => {
  await baton.rename('Pick up MQL and research account', 'Take the lead on');
  await point(/End of day 1.*1 edit since/).waitFor();
  await baton.press('Control+Shift+S');
  await baton.tabTo(/End of day 1/);
  await baton.press('Enter');
  await aside().getByRole('heading', { name: /Current state/ }).waitFor();
  await aside().getByText('1 change', { exact: true }).waitFor();
  await baton.tabTo(/Changed: ?“Take the lead on”/);
  await baton.press('Enter');
  expect(await aside().locator('details[open] dd').innerText()).toBe(
    'Pick up MQL and research account → Take the lead on',
  );
  expect(await baton.faults()).toEqual([]);
});

it('opens it read-only beside the present', async () => {
  await baton.press('Control+Shift+S');
  await baton.tabTo('Compare with now');
  await baton.press('Enter');
  await baton.idle();
  expect(await baton.page.locator('.compare-stage .pane-name').allInnerTexts()).toEqual([
    'Version: End of day 1',
    'Current state, now',
  ]);
  const compare = baton.page.getByRole('complementary', { name: 'Compare' });
  await compare.getByRole('heading', { name: 'As fast as before' }).waitFor();
  await compare.getByRole('button', { name: /Changed: “Take the lead on”/ }).waitFor();
  const from = compare.getByRole('combobox', { name: 'From' });
  expect(await from.locator('option:checked').innerText()).toBe('Version: End of day 1');
  expect(await baton.faults()).toEqual([]);
  await from.selectOption({ label: 'Future state' });
  await compare.getByRole('heading', { name: /slower/ }).waitFor();
  await baton.press('Control+1');
  await aside().waitFor();
});

it('restores it as one edit that undo takes back', async () => {
  await baton.press('Control+Shift+S');
  await baton.tabTo('Restore');
  await baton.press('Enter');
  await baton.page.getByText('Restored: End of day 1. Undo takes it back.').waitFor();
  expect(await names()).toContain('Pick up MQL and research account');
  await aside().getByText('Everything is as it was.').waitFor();
  expect(await aside().getByRole('button', { name: 'Restore', exact: true }).isDisabled()).toBe(true);
  const { history } = await baton.opened();
  expect(history.undo).toMatchObject({ code: 'restoreVersion', name: 'End of day 1' });
  await baton.press('Control+Z');
  expect(await names()).toContain('Take the lead on');
  await point(/End of day 1.*1 edit since/).waitFor();
});

it('by mouse: a point that was left is still there, and its state beside', async () => {
  await aside().getByLabel('Name this point').fill('With the new name');
  await aside().getByRole('button', { name: 'Name', exact: true }).click();
  await point(/With the new name.*the present/).waitFor();
  await baton.page.getByRole('button', { name: /^Undo/ }).click();
  await point(/With the new name.*1 edit ahead, by redo/).waitFor();
  await baton.rename('Pick up MQL and research account', 'Another way');
  await point(/With the new name.*before other edits/).click();
  await aside().getByRole('button', { name: 'Restore', exact: true }).click();
  await baton.page.getByText('Restored: With the new name. Undo takes it back.').waitFor();
  expect(await names()).toContain('Take the lead on');
  expect(await names()).not.toContain('Another way');
});

it('is found in the menu and shut by its key', async () => {
  await baton.press('Alt+Shift+V');
  await baton.page.getByRole('complementary', { name: 'Inspector' }).waitFor();
  await baton.page.getByRole('button', { name: 'Menu' }).click();
  await baton.page.getByRole('menuitem', { name: 'Versions of this file' }).click();
  await aside().waitFor();
  await point(/End of day 1/).waitFor();
  expect(await aside().locator('.points > li').count()).toBe(2);
  expect(await baton.faults()).toEqual([]);
});
