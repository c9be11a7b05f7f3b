// The first journey of a facilitator: map a process, say where it waits, take it back, close it,
// open it again, leave with the pack.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

it('a new engagement has an empty map of three teams', async () => {
  await baton.newEngagement();
  for (const team of ['Team A', 'Team B', 'Team C']) await baton.thing(`Team, ${team}`).waitFor();
  expect(await baton.records('step')).toEqual([]);
});

it('steps are dragged in from the palette and named at once', async () => {
  await baton.drag(await baton.middle(baton.tool('Start')), await baton.at(104, 72));
  await baton.thing('Start, Start, Team A').waitFor();
  for (const [name, x, y] of [
    ['Check order', 320, 72],
    ['Pick goods', 320, 216],
  ] as const) {
    await baton.drag(await baton.middle(baton.tool('Step')), await baton.at(x, y));
    await baton.page.getByRole('textbox', { name: 'Name of New step' }).waitFor();
    await baton.type(name);
    await baton.press('Enter');
    await baton.thing(new RegExp(`^Step, ${name}`)).waitFor();
  }
  // A click arms the tool, the next one places it: the same without dragging.
  await baton.tool('End').click();
  const end = await baton.at(560, 216);
  await baton.page.mouse.click(end.x, end.y);
  await baton.thing('End, End, Team B').waitFor();
  const places = (await baton.records('step')).map(({ name, place }) => [name, place.x, place.y]);
  expect(places).toEqual([
    ['Start', 104, 72],
    ['Check order', 320, 72],
    ['Pick goods', 320, 72],
    ['End', 560, 72],
  ]);
});

it('a connector that crosses lanes makes a handoff with its number', async () => {
  const step = (name: string) => baton.thing(new RegExp(`^Step, ${name}`));
  await baton.connect(baton.thing(/^Start,/), await baton.middle(step('Check order')));
  await baton.connect(step('Check order'), await baton.middle(step('Pick goods')));
  await baton.connect(step('Pick goods'), await baton.middle(baton.thing(/^End,/)));
  await baton.thing('H-01, Team A to Team B, no SLA').waitFor();
  expect(await baton.records('connector')).toHaveLength(3);
  const [handoff] = await baton.records('handoff');
  expect(handoff?.number).toBe(1);
});

it('a connector to where none may lead is refused with its sentence', async () => {
  const from = baton.thing(/^Step, Check order/);
  const to = await baton.middle(baton.thing(/^Start,/));
  const box = await from.boundingBox();
  const middle = await baton.middle(from);
  await baton.page.mouse.move(middle.x, middle.y);
  await baton.drag({ x: (box?.x ?? 0) - 11, y: middle.y }, to, async () => {
    await baton.page.getByText('Nothing can lead into a start.').waitFor();
  });
  expect(await baton.records('connector')).toHaveLength(3);
});

it('a wait is annotated at the pill and shows everywhere', async () => {
  await baton.thing(/^H-01/).click();
  await baton.press('Alt+w');
  const form = baton.page.getByRole('form', { name: 'How long does it wait?' });
  await form.getByLabel('Usual').fill('soon');
  await baton.press('Enter');
  await form.getByText('This is not a time.').waitFor();
  await form.getByLabel('Usual').fill('3 d');
  await form.getByLabel('Best').fill('1 d');
  await form.getByText('Missing information').click();
  await form.getByText('Guessed').click();
  await form.getByLabel('Usual').focus();
  await baton.press('Enter');
  await baton.thing(/^H-01.*waits 3 d, missing information/).waitFor();
  const wait = (await baton.records('connector')).find((it) => it.wait !== null);
  expect(wait).toMatchObject({
    wait: { usual: 1440, best: 480, worst: null, confidence: 'guessed' },
    cause: 'information',
  });
  await baton.page.getByText('Lead time 3 d').waitFor();
});

it('undo and redo take it back and bring it again, by name', async () => {
  await baton.press('Control+z');
  await baton.thing('H-01, Team A to Team B, no SLA').waitFor();
  await baton.page.getByRole('button', { name: 'Redo annotate wait' }).click();
  await baton.thing(/^H-01.*waits 3 d/).waitFor();
});

it('dragging a step to the other lane shows that the handoff goes, before it is let go', async () => {
  const step = baton.thing(/^Step, Pick goods/);
  const note = baton.page.locator('.note');
  const to = await baton.at(320 + 204, 72);
  await baton.drag(await baton.middle(step), to, async () => {
    expect(await note.textContent()).toContain('− H-01');
    // Its own end is in the second lane still, so the next connector becomes one.
    expect(await note.textContent()).toContain('+ H-02');
    await baton.press('Escape');
  });
  await baton.thing(/^H-01/).waitFor();
  expect((await baton.opened()).history.undo?.code).toBe('annotateDelay');
});

it('everything is there after closing and opening, and undo still works', async () => {
  const before = await baton.opened();
  await baton.page.getByRole('button', { name: 'Menu' }).click();
  await baton.page.getByRole('menuitem', { name: 'Close file' }).click();
  await baton.page.getByRole('button', { name: /^New engagement.*nobody has chosen a place/ }).click();
  await baton.mapIsShown();
  const after = await baton.opened();
  expect(after.records).toEqual(before.records);
  expect(after.scene).toEqual(before.scene);
  await baton.press('Control+z');
  await baton.thing('H-01, Team A to Team B, no SLA').waitFor();
  await baton.press('Control+Shift+z');
  await baton.thing(/^H-01.*waits 3 d/).waitFor();
});

it('the pack is exported and can be shown', async () => {
  await baton.page.getByRole('button', { name: 'Export pack' }).click();
  await baton.page.getByText('Pack exported').waitFor();
  await baton.page.getByRole('button', { name: 'Show', exact: true }).click();
  const pdf = readdirSync(baton.folder).find((name) => name.endsWith('.pdf')) ?? 'none';
  const path = join(baton.folder, pdf);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
});
