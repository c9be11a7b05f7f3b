// A copy that synchronising made: it is told, held against the open file, and what differs is taken
// from it by keyboard, in one step; the copy stays as it is.
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;
let path = '';
let copy = '';

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
  await baton.rename('Pick up MQL and research account', 'Pick up lead');
  // Into the folder that the dialogs of the bridge choose from.
  await baton.press('Control+Alt+s');
  await baton.page.getByText(/^You go on in/).waitFor();
  ({ path } = await baton.opened());
  await close();
  copy = join(baton.folder, `${parse(path).name} (conflicted copy 2026-11-29).baton`);
  copyFileSync(path, copy);
  // The dialog of the bridge chooses the newest file, which is the copy.
  await baton.press('Control+o');
  await baton.mapIsShown();
  expect((await baton.opened()).path).toBe(copy);
  await baton.rename('Pick up lead', 'Take the lead on');
  await baton.rename('Hold qualification call', 'Meet there');
  await close();
  await baton.page.locator('.recent .file', { hasText: path }).click();
  await baton.mapIsShown();
  await baton.rename('Hold qualification call', 'Meet here');
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const names = async () => (await baton.records('step')).map((it) => it.name);

async function close() {
  await baton.press('Control+Alt+w');
  await baton.page.getByRole('heading', { name: /^Map how work/ }).waitFor();
}

it('the copy is told, and what differs is shown in groups', async () => {
  const told = baton.page.getByRole('note').filter({ hasText: 'made by synchronising' });
  expect(await told.innerText()).toMatch(/conflicted copy 2026-11-29/);
  await baton.press('Escape');
  await baton.tabTo('Compare both files');
  await baton.press('Enter');
  const panel = baton.page.getByRole('complementary', { name: 'Two files of one engagement' });
  await panel.getByText(/which is only read and stays as it is/).waitFor();
  const there = panel.getByRole('region', { name: 'Only there' });
  const both = panel.getByRole('region', { name: 'Different in both' });
  const tick = there.getByRole('checkbox', { name: 'Steps: “Pick up lead”, changed: Name' });
  expect(await tick.isChecked()).toBe(true);
  expect(await there.innerText()).toMatch(/Here\s+Pick up lead\s+There\s+Take the lead on/);
  const sides = both.getByRole('radiogroup', { name: 'Steps: “Meet here”, changed in both: Name' });
  expect(await sides.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await panel.innerText()).toMatch(/1 difference is not decided yet/);
  expect(await baton.faults()).toEqual([]);
});

it('what is chosen is taken in one step, and undo takes it back', async () => {
  const before = readFileSync(copy);
  const at = statSync(copy).mtimeMs;
  const was = await names();
  await baton.tabTo('Here');
  await baton.press('ArrowRight');
  await baton.tabTo('Merge 2 differences');
  await baton.press('Enter');
  await baton.page.getByText('Merged 2 differences in one step. Undo takes all of it back.').first().waitFor();
  expect(await names()).toEqual(expect.arrayContaining(['Take the lead on', 'Meet there']));
  await baton.page.getByText('There is no difference left.').waitFor();
  expect(await baton.faults()).toEqual([]);
  await baton.press('Control+Z');
  expect(await names()).toEqual(was);
  await baton.page.getByRole('region', { name: 'Only there' }).waitFor();
  await baton.tabTo('Close');
  await baton.press('Enter');
  expect(await baton.page.getByRole('complementary', { name: 'Two files of one engagement' }).count()).toBe(0);
  expect(readFileSync(copy).equals(before)).toBe(true);
  expect(statSync(copy).mtimeMs).toBe(at);
});
