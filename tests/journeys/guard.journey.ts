// Work is never lost: an edit that the file does not take goes on elsewhere, a backup and a damaged
// file become new files, by keyboard; and what goes to whoever helps is read first.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;
/** Where the work goes on after the first journey. */
let path = '';

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const names = async () => (await baton.records('step')).map((it) => it.name);

/** Turns a bit of this text over, wherever it stands in the file. */
function spoil(file: string, text: string): Buffer {
  const bytes = readFileSync(file);
  let at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  for (; at >= 0; at = bytes.indexOf(text, at + 1)) bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  return bytes;
}

it('an edit that the file does not take is said, kept, and saved in another place', async () => {
  await baton.rename('Pick up MQL and research account', 'Take the lead on');
  ({ path } = await baton.opened());
  renameSync(path, join(baton.folder, 'away.baton'));
  await baton.rename('Take the lead on', 'Call the lead');
  const alert = baton.page.locator('.banner.trouble');
  await alert.getByText('Not saved: rename to “Call the lead”.').waitFor();
  expect(await alert.innerText()).toMatch(/was moved, deleted or replaced while it was open/);
  expect(await names()).toContain('Take the lead on');
  expect(await baton.page.locator('.saved').innerText()).toBe('Not saved');
  expect(await baton.faults()).toEqual([]);
  // Nothing else is built on it.
  await baton.press('Control+Z');
  expect(await names()).toContain('Take the lead on');
  await baton.press('Escape');
  await baton.tabTo('Save in another place');
  await baton.press('Enter');
  await baton.page.getByText(/^You go on in/).waitFor();
  expect(await alert.count()).toBe(0);
  expect(await baton.page.locator('.saved').innerText()).toMatch(/^Saved/);
  expect(await names()).toContain('Call the lead');
  ({ path } = await baton.opened());
  // Its history came with it.
  await baton.press('Control+Z');
  await baton.press('Control+Z');
  expect(await names()).toContain('Pick up MQL and research account');
  await baton.press('Control+Shift+Z');
  await baton.press('Control+Shift+Z');
  expect(await names()).toContain('Call the lead');
});

it('the backups of the file are listed, and one becomes a new file', async () => {
  await baton.press('Alt+Shift+V');
  const backups = baton.page.getByRole('region', { name: 'Backups on this computer' });
  await backups.getByText(/^\d+ steps · .*KB$/).first().waitFor();
  expect(await baton.faults()).toEqual([]);
  await baton.tabTo(/^Restore as a new file: Backup of today/);
  await baton.press('Enter');
  await baton.page.getByText(/^Restored as .* restored$/).waitFor();
  const opened = await baton.opened();
  expect(opened.path).not.toBe(path);
  expect(await names()).not.toContain('Call the lead');
});

it('a damaged file offers its newest backup with the edits since, and stays as it is', async () => {
  await baton.press('Control+Alt+w');
  await baton.page.getByRole('heading', { name: /^Map how work/ }).waitFor();
  const damaged = spoil(path, 'Call the lead');
  await baton.page.locator('.recent .file', { hasText: path }).click();
  const rescue = baton.page.getByRole('region', { name: /cannot be opened$/ });
  await rescue.getByText(/is damaged: record \d+ is not as it was written/).waitFor();
  await rescue.getByText('Newest backup').waitFor();
  await rescue.getByText('1 record comes from the history, perhaps as it was earlier.').waitFor();
  expect(await baton.faults()).toEqual([]);
  await baton.tabTo(/^Restore as a new file: Backup of today/);
  await baton.press('Enter');
  await baton.mapIsShown();
  expect(await names()).toContain('Call the lead');
  expect(readFileSync(path).equals(damaged)).toBe(true);
});

it('what can be read of it becomes a new file, with what is lost', async () => {
  await baton.press('Control+Alt+w');
  await baton.page.locator('.recent .file', { hasText: path }).click();
  await baton.page.getByRole('region', { name: /cannot be opened$/ }).waitFor();
  await baton.tabTo('Recover into a new file');
  await baton.press('Enter');
  await baton.mapIsShown();
  const told = baton.page.getByRole('note');
  expect(await told.innerText()).toMatch(/Made from what could be read.*1 record comes from the history/s);
  // The name before the last edit, whose line of history is damaged, too.
  expect(await names()).toContain('Take the lead on');
  expect(await baton.faults()).toEqual([]);
  await told.getByRole('button', { name: 'Dismiss' }).click();
  expect(await told.count()).toBe(0);
});

it('a file put back to an old version gets its edits again when a person wants it', async () => {
  const { path: open } = await baton.opened();
  const old = readFileSync(open);
  await baton.rename('Hold qualification call', 'Meet');
  await baton.press('Control+Alt+w');
  writeFileSync(open, old);
  await baton.page.locator('.recent .file', { hasText: open }).click();
  await baton.mapIsShown();
  const told = baton.page.getByRole('note');
  expect(await told.innerText()).toMatch(/^This computer has 1 edit that this file lacks/);
  expect(await names()).not.toContain('Meet');
  expect(await baton.faults()).toEqual([]);
  await baton.tabTo('Restore 1 edit');
  await baton.press('Enter');
  await baton.page.getByText(/^Restored\. Undo takes the edits back/).waitFor();
  expect(await names()).toContain('Meet');
});

it('the diagnosis is read before it is saved, and names nobody', async () => {
  await baton.find('Diagnostics');
  const dialog = baton.page.getByRole('dialog', { name: 'Diagnostics' });
  const text = await dialog.getByRole('region').innerText();
  expect(text).toMatch(/^Baton \d/);
  expect(text).toMatch(/ {2}step: \d+/);
  expect(text).not.toMatch(/Meet|lead on|Sales/);
  expect(await baton.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Save as text' }).click();
  await baton.page.getByText(/Baton diagnostics\.txt$/).waitFor();
  expect(readFileSync(join(baton.folder, 'Baton diagnostics.txt'), 'utf8').trim()).toBe(text.trim());
});

it('a file that is gone is offered from its backup', async () => {
  const { path: open } = await baton.opened();
  await baton.press('Escape');
  await baton.press('Control+Alt+w');
  await baton.page.getByRole('heading', { name: /^Map how work/ }).waitFor();
  rmSync(open);
  await baton.page.reload();
  const gone = baton.page.locator('.recent li', { hasText: 'This file is no longer there.' });
  await gone.first().getByRole('button').first().hover();
  expect(await baton.faults()).toEqual([]);
  await gone.first().getByRole('button').first().click();
  const rescue = baton.page.getByRole('region', { name: /cannot be opened$/ });
  await rescue.getByText(/is not there any more\.$/).waitFor();
  expect(await baton.faults()).toEqual([]);
  await rescue.getByRole('button', { name: /^Restore as a new file/ }).first().click();
  await baton.mapIsShown();
  expect(await names()).toContain('Meet');
});

it('a new engagement begins at once, and is given its place by key', async () => {
  await baton.press('Control+Alt+n');
  await baton.mapIsShown();
  const begun = await baton.opened();
  expect(begun.unplaced).toBe(true);
  const choose = baton.page.getByRole('button', { name: 'Choose a place' });
  await choose.waitFor();
  expect(await baton.faults()).toEqual([]);
  await baton.find('Team A');
  await baton.press('F2');
  await baton.press('Control+A');
  await baton.type('Sales');
  await baton.press('Enter');
  // It is listed until it has one.
  await baton.press('Escape');
  await baton.press('Control+Alt+w');
  const listed = baton.page.locator('.recent li', { hasText: 'nobody has chosen a place yet' });
  await listed.getByRole('button').first().waitFor();
  // It cannot be taken off the list.
  expect(await listed.getByRole('button').count()).toBe(1);
  expect(await baton.faults()).toEqual([]);
  await listed.getByRole('button').click();
  await baton.mapIsShown();
  await baton.press('Control+s');
  await baton.page.getByText(/^Now at .*New engagement\.baton$/).waitFor();
  expect(await choose.count()).toBe(0);
  const placed = await baton.opened();
  expect(placed.path).not.toBe(begun.path);
  expect(placed.path.startsWith(baton.folder)).toBe(true);
  expect((await baton.records('team')).map((it) => it.name)).toContain('Sales');
  expect(existsSync(begun.path)).toBe(false);
});
