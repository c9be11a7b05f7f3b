// The pack: pages ticked, moved and looked at, a preset taken, one kept, and the file written as shown.
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

const list = () => baton.page.getByRole('navigation', { name: 'Pages of the pack' });
const settings = () => baton.page.getByRole('complementary', { name: 'How the pack is made' });
const box = (name: string) => list().getByRole('checkbox', { name, exact: true });
const packs = async () => (await baton.records('engagement'))[0]?.packs ?? [];
const pages = async () => (await packs()).find((it) => it.name === '')?.pages ?? [];
const count = async () => Number(/\d+/.exec(await settings().locator('.lead').innerText())?.[0]);

it('shows every page of a full pack before anything is written', async () => {
  await baton.press('Control+8');
  await settings().getByText(/^\d+ pages$/).waitFor();
  await baton.idle();
  expect(await count()).toBe(await baton.page.locator('.pack-sheet').count());
  expect(await list().getByRole('checkbox').count()).toBe(29);
  // Looking at it is no edit.
  expect(await packs()).toEqual([]);
  // The first page is painted: it is not all of one colour.
  const colours = await baton.page.locator('.pack-sheet canvas').first().evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const seen = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4) seen.add((pixels[at] ?? 0) * 65536 + (pixels[at + 1] ?? 0) * 256 + (pixels[at + 2] ?? 0));
    return seen.size;
  });
  expect(colours).toBeGreaterThan(10);
  expect(await baton.faults()).toEqual([]);
});

it('a page is left out and moved by key, and both are one edit each', async () => {
  const before = await count();
  await box('How to read it').focus();
  await baton.press('Space');
  await baton.idle();
  expect(await pages()).not.toContain('legend');
  expect(await count()).toBe(before - 1);
  await box('Summary').focus();
  await baton.press('Alt+ArrowUp');
  await baton.idle();
  expect((await pages()).slice(0, 3)).toEqual(['cover', 'summary', 'contents']);
  expect(await baton.focused()).toBe('Summary');
  // Down again, and further: the keyboard goes with the line.
  await baton.press('Alt+ArrowDown');
  await baton.idle();
  await baton.press('Alt+ArrowDown');
  await baton.idle();
  expect((await pages()).slice(0, 4)).toEqual(['cover', 'contents', 'scope', 'summary']);
  expect(await baton.focused()).toBe('Summary');
  for (let edit = 0; edit < 4; edit += 1) await baton.press('Control+Z');
  await baton.idle();
  expect(await packs()).toEqual([]);
  expect(await count()).toBe(before);
});

it('a page is dragged to where it shall stand, as one edit', async () => {
  const grip = (kind: string) => list().locator(`li[data-kind="${kind}"] .grip`);
  const [from, to] = [await baton.middle(grip('painPoints')), await baton.middle(grip('summary'))];
  await baton.drag(from, { x: to.x, y: to.y - 6 });
  await baton.idle();
  expect((await pages()).slice(0, 4)).toEqual(['cover', 'contents', 'painPoints', 'summary']);
  await baton.press('Control+Z');
  await baton.idle();
  expect(await packs()).toEqual([]);
});

it('what is changed quickly is all kept, and is in the file that is written next', async () => {
  await settings().getByRole('textbox', { name: 'Confidentiality' }).fill('For the board only');
  await settings().getByRole('checkbox', { name: 'In brief' }).click();
  await settings().getByRole('checkbox', { name: 'Current state' }).click();
  await baton.idle();
  const [kept] = await packs();
  expect(kept).toMatchObject({ confidential: 'For the board only', brief: true });
  expect(kept?.states).toHaveLength(1);
  for (let edit = 0; edit < 3; edit += 1) await baton.press('Control+Z');
  await baton.idle();
  expect(await packs()).toEqual([]);
});

it('a preset, a team and an own choice', async () => {
  await list().getByRole('combobox', { name: 'Choice of pages' }).selectOption({ label: 'Team pack' });
  await baton.idle();
  expect(await pages()).not.toContain('summary');
  const all = await count();
  await settings().getByRole('combobox', { name: 'For' }).selectOption({ label: 'Deal Desk & Finance' });
  await baton.idle();
  expect(await count()).toBeLessThan(all);
  await settings().getByRole('textbox', { name: 'Name of this choice' }).fill('For finance');
  await baton.press('Enter');
  await baton.idle();
  await list().getByRole('combobox', { name: 'Choice of pages' }).selectOption({ label: 'Full pack' });
  await settings().getByRole('combobox', { name: 'For' }).selectOption({ label: 'Every team' });
  await baton.idle();
  await settings().getByRole('button', { name: 'For finance', exact: true }).click();
  await baton.idle();
  expect((await packs()).map((it) => it.name)).toEqual(['', 'For finance']);
  expect(await pages()).not.toContain('summary');
  expect(await baton.faults()).toEqual([]);
});

it('maps become a poster of sheets, and a map without stages says that it stays whole', async () => {
  const maps = settings().getByRole('combobox', { name: 'Maps', exact: true });
  const before = await count();
  await maps.selectOption({ label: 'Poster of A4' });
  await baton.idle();
  expect((await packs()).find((it) => it.name === '')?.maps).toBe('tiledA4');
  expect(await count()).toBeGreaterThan(before + 4);
  await maps.selectOption({ label: 'By stage' });
  await baton.idle();
  await settings().getByText(/has no stages to be cut into/).first().waitFor();
  await maps.selectOption({ label: 'Whole' });
  await baton.idle();
  expect(await count()).toBe(before);
  expect(await baton.faults()).toEqual([]);
});

it('leads to a page, and writes what is shown', async () => {
  await list().getByRole('button', { name: /Look at Glossary/ }).click();
  await baton.idle();
  const sheet = baton.page.locator('.pack-sheet', { hasText: 'Glossary' }).first();
  await expect.poll(() => sheet.evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(true);
  await settings().getByRole('combobox', { name: 'Status' }).selectOption({ label: 'For review' });
  await settings().getByRole('button', { name: 'Export', exact: true }).click();
  await baton.page.getByText('Pack exported').first().waitFor();
  const file = readdirSync(baton.folder).find((it) => it.endsWith('.pdf')) ?? '';
  expect(statSync(join(baton.folder, file)).size).toBeGreaterThan(50_000);
  expect(await baton.faults()).toEqual([]);
});

it('writes the registers as tables, also where no page is ticked', async () => {
  const form = settings().getByRole('combobox', { name: 'Written as' });
  const write = settings().getByRole('button', { name: 'Export', exact: true });
  const ticked = list().getByRole('checkbox', { checked: true });
  const before = await ticked.count();
  // Only a page that has nothing to say is left.
  while ((await ticked.count()) > 0) {
    await ticked.first().click();
    await baton.idle();
  }
  await expect.poll(() => write.isDisabled()).toBe(true);
  const written = (ending: string) => readdirSync(baton.folder).filter((it) => it.endsWith(` registers.${ending}`));
  for (const [label, ending, begins] of [
    ['Register tables: workbook (XLSX)', 'xlsx', 'PK'],
    ['Register tables: archive of CSV files (ZIP)', 'zip', 'PK'],
    ['Register tables: data (JSON)', 'json', '{'],
  ] as const) {
    await form.selectOption({ label });
    // By key: the notice of the file before may lie over the button.
    await write.focus();
    await baton.press('Enter');
    await expect.poll(() => written(ending)).toHaveLength(1);
    await baton.idle();
    const file = join(baton.folder, written(ending)[0] ?? '');
    expect(readFileSync(file, 'latin1').startsWith(begins)).toBe(true);
    expect(statSync(file).size).toBeGreaterThan(2_000);
  }
  await form.selectOption({ label: 'PDF' });
  await settings().getByRole('button', { name: 'For finance', exact: true }).click();
  await baton.idle();
  expect(await ticked.count()).toBe(before);
  expect(await baton.faults()).toEqual([]);
});

it('in the dark the paper stays white', async () => {
  await baton.page.emulateMedia({ colorScheme: 'dark' });
  await list().getByRole('button', { name: /Look at Cover/ }).click();
  await baton.page.locator('.pack-sheet canvas').first().scrollIntoViewIfNeeded();
  await baton.idle();
  const colour = () =>
    baton.page.locator('.pack-sheet canvas').first().evaluate((canvas: HTMLCanvasElement) => {
      const pixel = canvas.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? [];
      return [...pixel];
    });
  await expect.poll(colour).toEqual([255, 255, 255, 255]);
  expect(await baton.faults()).toEqual([]);
});
