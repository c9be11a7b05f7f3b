// What a hand at the keyboard and one at the mouse take for granted: the focus stays where it was, what
// lies behind a dialog is not there, Escape lets go of whatever is held, and of all of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.openSample();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

const focused = () => baton.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const CALL = /^Step, Hold qualification call/;

async function chosen(name: RegExp): Promise<{ x: number; y: number }> {
  const at = await baton.middle(baton.thing(name));
  await baton.page.mouse.click(at.x, at.y);
  await baton.idle();
  return at;
}

async function placeOf(name: string): Promise<unknown> {
  return (await baton.records('step')).find((it) => it.name === name)?.place;
}

it('letters do nothing behind the sheet of keys, and the focus comes back to the map', async () => {
  await baton.press('Shift+1');
  await chosen(CALL);
  for (const key of ['e', 'i', 'w']) {
    await baton.press('?');
    await baton.page.getByRole('dialog').waitFor();
    await baton.press(key);
    await baton.press('Escape');
    await baton.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await expect.poll(focused).toMatch(CALL);
  expect(await baton.page.locator('.stage').getAttribute('data-tool')).toBe('select');
  expect(await baton.records('idea')).toHaveLength(0);
});

it('what was looked for has the focus once it is found', async () => {
  await baton.press('Control+k');
  await baton.type('H-07');
  await baton.press('Enter');
  await expect.poll(focused).toMatch(/^H-07/);
});

it('two steps are connected by key', async () => {
  const before = (await baton.records('connector')).length;
  await chosen(/^Step, Draft proposal/);
  await baton.press('Alt+c');
  await chosenByKey(/^Step, Set up billing account/);
  await baton.press('Enter');
  await expect.poll(async () => (await baton.records('connector')).length).toBe(before + 1);
  await baton.press('Control+z');
  await expect.poll(async () => (await baton.records('connector')).length).toBe(before);
});

/** Goes to a step by keys alone. */
async function chosenByKey(name: RegExp): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    if (name.test(await focused())) return;
    await baton.press('Alt+ArrowDown');
  }
  throw new Error(`${name} was not reached`);
}

it('Escape lets go of a drag whatever is held down with it, and undo waits until it is over', async () => {
  await baton.press('Escape');
  const before = await placeOf('Hold qualification call');
  const count = (await baton.records('step')).length;
  for (const held of ['Alt', 'Control', 'Shift']) {
    const { x, y } = await baton.middle(baton.thing(CALL));
    await baton.page.mouse.move(x, y);
    await baton.page.mouse.down();
    await baton.page.keyboard.down(held);
    await baton.page.mouse.move(x + 40, y + 30, { steps: 4 });
    await baton.page.keyboard.press('Escape');
    await baton.page.mouse.up();
    await baton.page.keyboard.up(held);
    await baton.idle();
    expect(await placeOf('Hold qualification call')).toEqual(before);
    expect(await baton.records('step')).toHaveLength(count);
  }
  const { x, y } = await baton.middle(baton.thing(CALL));
  await baton.page.mouse.move(x, y);
  await baton.page.mouse.down();
  await baton.page.mouse.move(x + 40, y, { steps: 4 });
  await baton.page.keyboard.press('Control+z');
  await baton.page.mouse.up();
  await baton.idle();
  expect(await placeOf('Hold qualification call')).not.toEqual(before);
  await baton.press('Control+z');
  expect(await placeOf('Hold qualification call')).toEqual(before);
});

it('a tool that came along at the edge of the map and is let go leaves the map where it was', async () => {
  await baton.press('Shift+0');
  const camera = () => baton.page.evaluate(() => window.batonTest?.camera());
  const before = await camera();
  const tool = await baton.middle(baton.tool('Step'));
  await baton.page.mouse.move(tool.x, tool.y);
  await baton.page.mouse.down();
  await baton.page.mouse.move(700, 400, { steps: 4 });
  const stage = await baton.page.locator('.stage').boundingBox();
  await baton.page.mouse.move((stage?.x ?? 0) + (stage?.width ?? 0) - 6, 400, { steps: 4 });
  await expect.poll(camera).not.toEqual(before);
  await baton.page.keyboard.press('Escape');
  await baton.page.mouse.up();
  expect(await camera()).toEqual(before);
});

it('Space moves the map after a tool was clicked', async () => {
  const camera = () => baton.page.evaluate(() => window.batonTest?.camera());
  await baton.tool('Select').click();
  const before = await camera();
  await baton.page.mouse.move(700, 500);
  await baton.page.keyboard.down(' ');
  await baton.page.mouse.down();
  await baton.page.mouse.move(640, 480, { steps: 4 });
  await baton.page.mouse.up();
  await baton.page.keyboard.up(' ');
  expect(await camera()).not.toEqual(before);
});

it('the bar at a step says what its lock would do next', async () => {
  await baton.press('Shift+1');
  await chosen(CALL);
  const bar = baton.page.getByRole('toolbar', { name: 'Selection', exact: true });
  const lock = bar.getByRole('button', { name: /lock/i });
  const before = await lock.textContent();
  await lock.click();
  await expect.poll(() => lock.textContent()).not.toBe(before);
  await baton.press('Control+z');
  await expect.poll(() => lock.textContent()).toBe(before);
});

it('the rows of the room are read where they stand, and whoever votes stays on the row', async () => {
  await chosen(CALL);
  await baton.press('Alt+n');
  await baton.type('They call before noon');
  await baton.press('Enter');
  await baton.page.getByRole('button', { name: 'Room', exact: true }).click();
  const note = baton.page.locator('.mark.note');
  const style = await note.evaluate((it) => getComputedStyle(it).position);
  expect(style).toBe('static');
  const rows = baton.page.locator('.mark.painPoint .mark-text');
  const last = rows.last();
  const text = await last.textContent();
  await last.focus();
  for (let more = 0; more < 9; more += 1) {
    await baton.page.keyboard.press('+');
    await baton.idle();
  }
  const here = await baton.page.evaluate(() => document.activeElement?.textContent);
  expect(here).toBe(text);
  expect(await rows.first().textContent()).toBe(text);
});

it('who asks for the map while the room is open sees the map without it', async () => {
  const room = baton.page.getByRole('button', { name: 'Room', exact: true });
  expect(await room.getAttribute('aria-pressed')).toBe('true');
  await baton.page.getByRole('button', { name: 'Map', exact: true }).click();
  expect(await room.getAttribute('aria-pressed')).toBe('false');
});

it('a step and its name are one undo, and Escape takes back one that was not named', async () => {
  const steps = async () => (await baton.records('step')).map((it) => it.name);
  const before = await steps();
  await baton.press('Shift+1');
  await chosen(CALL);
  await baton.press('Tab');
  await baton.type('Send a summary');
  await baton.press('Enter');
  await expect.poll(steps).toContain('Send a summary');
  await baton.press('Control+z');
  await expect.poll(steps).toEqual(before);
  // Back to the step it was made from, as its keys show.
  await baton.press('Tab');
  await baton.page.locator('textarea.in-place').waitFor();
  expect(await steps()).toHaveLength(before.length + 1);
  await baton.press('Escape');
  await expect.poll(steps).toEqual(before);
  await expect.poll(focused).toMatch(CALL);
});

it('a locked step is not deleted, and is said to be locked', async () => {
  const has = async () => (await baton.records('step')).some((it) => it.name === 'Hold qualification call');
  await baton.press('Shift+1');
  await chosen(CALL);
  const bar = baton.page.getByRole('toolbar', { name: 'Selection', exact: true });
  await bar.getByRole('button', { name: /lock/i }).click();
  await baton.idle();
  await baton.press('Delete');
  await baton.page.getByText('Unlock it to delete it').first().waitFor();
  expect(await has()).toBe(true);
  await baton.press('Control+z');
});

it('a handoff is found by its number however it is typed', async () => {
  await baton.press('Control+k');
  await baton.type('h07');
  await baton.press('Enter');
  await expect.poll(focused).toMatch(/^H-07/);
});

it('quick taps of an arrow all count, and are one undo', async () => {
  await baton.press('Shift+1');
  await chosen(CALL);
  const before = (await placeOf('Hold qualification call')) as { x: number; y: number };
  for (let tap = 0; tap < 5; tap += 1) await baton.page.keyboard.press('ArrowRight');
  await expect.poll(() => placeOf('Hold qualification call')).toEqual({ ...before, x: before.x + 40 });
  await baton.idle();
  await baton.press('Control+z');
  await expect.poll(() => placeOf('Hold qualification call')).toEqual(before);
});

it('a handle that is clicked twice makes one step, with the caret in its name', async () => {
  const count = async () => (await baton.records('step')).length;
  await baton.press('Shift+0');
  await baton.press('Control+k');
  await baton.type('Close onboarding');
  await baton.press('Enter');
  await baton.idle();
  const before = await count();
  const at = await baton.middle(baton.thing(/^Step, Close onboarding/));
  await baton.page.mouse.click(at.x, at.y);
  await baton.idle();
  await baton.page.waitForTimeout(500);
  await baton.page.mouse.dblclick(at.x + 75, at.y);
  await baton.idle();
  await expect.poll(count).toBe(before + 1);
  await expect.poll(() => baton.page.evaluate(() => document.activeElement?.className)).toBe('in-place');
  await baton.press('Escape');
  await expect.poll(count).toBe(before);
});

it('a key that ends a name ends it also where the field was not there yet', async () => {
  const steps = async () => (await baton.records('step')).map((it) => it.name);
  const before = await steps();
  await baton.press('Shift+1');
  await chosen(CALL);
  await baton.page.keyboard.press('Tab');
  await baton.page.keyboard.press('Escape');
  await baton.idle();
  await expect.poll(steps).toEqual(before);
  await chosen(CALL);
  await baton.page.keyboard.press('Tab');
  await baton.page.keyboard.type('Fast');
  await baton.page.keyboard.press('Enter');
  await expect.poll(steps).toContain('Fast');
  await baton.idle();
  expect(await baton.page.locator('textarea.in-place').count()).toBe(0);
  await baton.press('Control+z');
  await expect.poll(steps).toEqual(before);
});

it('what is typed after Enter in a field is not meant for the map, and undo is', async () => {
  await chosen(CALL);
  const steps = (await baton.records('step')).length;
  const time = async () => (await baton.records('step')).find((it) => it.name === 'Hold qualification call')?.processTime?.usual;
  const before = await time();
  await baton.field('Process time').fill('50 min');
  await baton.press('Enter');
  await expect.poll(time).toBe(50);
  await baton.press('Control+z');
  await expect.poll(time).toBe(before);
  await baton.field('Process time').fill('40 min');
  await baton.press('Enter');
  await baton.press('Tab');
  await baton.press('Backspace');
  await baton.idle();
  expect(await baton.records('step')).toHaveLength(steps);
  await baton.press('Control+z');
  // What cannot be read is let go by Escape, which leads back to the map.
  await baton.field('Process time').fill('soon');
  await baton.press('Escape');
  await expect.poll(focused).toMatch(CALL);
  expect(await baton.field('Process time').inputValue()).not.toBe('soon');
});

it('a key that needs a line says so where there is none', async () => {
  await chosen(CALL);
  await baton.press('Alt+w');
  await baton.page.getByText('Select a connector first').waitFor();
});

it('Escape in any field of the inspector leads to what is selected, and what was begun is still there', async () => {
  const inspector = baton.page.getByRole('complementary', { name: 'Inspector' });
  await chosen(CALL);
  await inspector.getByLabel('Kind', { exact: true }).focus();
  await baton.press('Escape');
  await expect.poll(focused).toMatch(CALL);
  await baton.find('H-07');
  const within = inspector.getByRole('textbox', { name: 'Completes within' });
  await within.fill('2 h');
  await baton.press('Enter');
  await baton.press('Escape');
  await expect.poll(focused).toMatch(/^H-07/);
  expect(await within.inputValue()).toBe('2 h');
  await within.fill('');
  await baton.press('Enter');
});

it('who comes back to the map goes on where he was', async () => {
  await chosen(CALL);
  const before = await placeOf('Hold qualification call');
  await baton.press('Control+5');
  await baton.press('Control+1');
  await expect.poll(focused).toMatch(CALL);
  await baton.press('ArrowRight');
  await expect.poll(() => placeOf('Hold qualification call')).not.toEqual(before);
  await baton.press('Control+z');
});

it('a mark that was not added is there again, and Enter pressed twice adds one and opens nothing', async () => {
  await chosen(CALL);
  await baton.press('Alt+i');
  await baton.type('One calendar for all');
  await baton.press('Escape');
  await chosen(CALL);
  await baton.press('Alt+i');
  expect(await baton.page.getByRole('form').getByRole('textbox').inputValue()).toBe('One calendar for all');
  const before = (await baton.records('idea')).length;
  await baton.page.keyboard.press('Enter');
  await baton.page.keyboard.press('Enter');
  await expect.poll(async () => (await baton.records('idea')).length).toBe(before + 1);
  await baton.idle();
  expect(await baton.page.locator('.stage textarea').count()).toBe(0);
  await baton.press('Control+z');
});

it('the plus between two heads makes one team, however often it is clicked', async () => {
  const before = (await baton.records('team')).length;
  await baton.press('Shift+1');
  const { x, y } = await baton.at(0, 0);
  const stage = (await baton.page.locator('.stage').boundingBox())!;
  await baton.page.mouse.dblclick(stage.x + 17, y, { delay: 20 });
  await baton.page.getByRole('textbox', { name: /^Name of/ }).waitFor();
  await baton.idle();
  expect(await baton.records('team')).toHaveLength(before + 1);
  expect(x).toBeGreaterThan(stage.x);
});
