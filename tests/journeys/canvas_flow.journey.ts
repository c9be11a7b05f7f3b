// The canvas in the hand of somebody who captures live: a double click, Tab from step to step, a
// step put into the flow and taken back, a line led by hand and attached elsewhere, copies.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.newEngagement();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

const field = () => baton.page.getByRole('textbox', { name: /^Name of/ });
const step = (name: string) => baton.thing(new RegExp(`^(Step|Decision|End), ${name}`));
const record = async (name: string) => {
  const found = (await baton.records('step')).find((it) => it.name === name);
  if (!found) throw new Error(`there is no step ${name}`);
  return found;
};

it('a double click on empty ground makes a step with the caret in it', async () => {
  const at = await baton.at(140, 72);
  await baton.page.mouse.dblclick(at.x, at.y);
  await field().waitFor();
  await baton.type('Take order');
  await baton.press('Enter');
  await step('Take order').waitFor();
  const { x, y } = (await record('Take order')).place;
  // The pointer stands on whole pixels.
  expect(Math.hypot(x - 140, y - 72)).toBeLessThan(2);
});

it('Tab goes from step to step, already connected, and out of a name too', async () => {
  await baton.press('Tab');
  await field().waitFor();
  await baton.type('Check stock');
  await baton.press('Tab');
  await step('Check stock').waitFor();
  await baton.type('Pack');
  await baton.press('Enter');
  await step('Pack').waitFor();
  expect(await baton.records('connector')).toHaveLength(2);
  // Shift and Tab leaves the map as it leaves anything.
  await baton.press('Shift+Tab');
  expect(await baton.records('step')).toHaveLength(3);
});

it('an arrow at a step shows what it would make, and makes it', async () => {
  const { x, y, width, height } = (await step('Pack').boundingBox())!;
  await baton.page.mouse.move(x + width / 2, y + height / 2);
  await baton.page.mouse.move(x + width / 2, y + height + 11);
  await baton.page.mouse.click(x + width / 2, y + height + 11);
  await field().waitFor();
  await baton.type('Ship');
  await baton.press('Enter');
  await baton.thing('H-01, Team A to Team B, no SLA').waitFor();
});

it('a line to empty ground asks what arrives; Enter takes a step, Escape lets it go', async () => {
  const ground = await baton.at(1000, 216);
  await baton.connect(step('Ship'), ground);
  const choice = baton.page.getByRole('menu', { name: 'What comes next' });
  await choice.waitFor();
  await baton.press('Escape');
  await choice.waitFor({ state: 'detached' });
  expect(await baton.records('step')).toHaveLength(4);
  await baton.connect(step('Ship'), ground);
  await choice.waitFor();
  await baton.press('ArrowDown');
  await baton.press('ArrowDown');
  await baton.press('Enter');
  await baton.thing(/^End, End/).waitFor();
  expect(await baton.records('connector')).toHaveLength(4);
});

it('a loose step dropped on the line goes into it, and one undo takes it out again', async () => {
  const at = await baton.at(250, 360);
  await baton.page.mouse.dblclick(at.x, at.y);
  await field().waitFor();
  await baton.type('Quote');
  await baton.press('Enter');
  const before = (await baton.opened()).records;
  const [a, b] = [await record('Take order'), await record('Check stock')];
  await baton.drag(await baton.middle(step('Quote')), await baton.at((a.place.x + b.place.x) / 2, 72));
  const quote = (await record('Quote')).id;
  const through = (await baton.records('connector')).filter((it) => it.from === quote || it.to === quote);
  expect(through.map((it) => [it.from, it.to]).sort()).toEqual([[a.id, quote], [quote, b.id]].sort());
  await baton.press('Control+z');
  expect((await baton.opened()).records).toEqual(before);
});

it('the agreement survives where an end of its line is attached elsewhere', async () => {
  await baton.thing(/^H-01/).click();
  const line = (await baton.opened()).scene.groups.find((it) => it.key.part === 'crossing')?.line ?? [];
  const [x, y] = line.at(-1) ?? [0, 0];
  const [px, py] = line.at(-2) ?? [0, 0];
  const far = Math.hypot(px - x, py - y) || 1;
  const end = await baton.at(x + ((px - x) / far) * 9, y + ((py - y) / far) * 9);
  const [handoff] = await baton.records('handoff');
  await baton.drag(end, await baton.middle(step('Quote')));
  const moved = (await baton.records('connector')).find((it) => it.id === handoff?.connector);
  expect(moved?.to).toBe((await record('Quote')).id);
  expect((await baton.records('handoff'))[0]).toMatchObject({ id: handoff?.id, number: 1 });
  await baton.press('Control+z');
});

async function clickOn(name: string): Promise<void> {
  const { x, y } = await baton.middle(baton.thing(new RegExp(`^Step, ${name}`)));
  await baton.page.mouse.click(x, y);
  await baton.idle();
}

it('a line is led by hand through a bend, and finds its own way again', async () => {
  const between = async () => {
    const [a, b] = [await record('Take order'), await record('Check stock')];
    const line = (await baton.records('connector')).find((it) => it.from === a.id && it.to === b.id);
    const { groups } = (await baton.opened()).scene;
    const drawn = groups.find((it) => it.key.part === 'connector' && it.key.id === line?.id);
    return { line, drawn };
  };
  const { drawn } = await between();
  const [[ax, ay], [bx, by]] = [drawn?.line[0] ?? [0, 0], drawn?.line.at(-1) ?? [0, 0]];
  const middle = await baton.at((ax + bx) / 2, (ay + by) / 2);
  await baton.page.mouse.click(middle.x, middle.y);
  await baton.page.locator('.speech .connector[aria-pressed=true]').waitFor();
  await baton.drag(middle, { x: middle.x, y: middle.y + 60 });
  const bent = await between();
  expect(bent.line?.bends).toHaveLength(1);
  expect(bent.drawn?.line.length).toBeGreaterThan(2);
  // It goes along where both ends go.
  await clickOn('Take order');
  await baton.page.keyboard.down('Shift');
  await clickOn('Check stock');
  await baton.page.keyboard.up('Shift');
  await baton.press('ArrowRight');
  const [was] = bent.line?.bends ?? [];
  const went = await between();
  expect(went.line?.bends).toEqual([{ ...was, place: { x: (was?.place.x ?? 0) + 8, y: was?.place.y } }]);
  await baton.press('Control+z');
  expect((await between()).line?.bends).toEqual(bent.line?.bends);
  await baton.press('Escape');
  await baton.page.mouse.click(middle.x, middle.y + 60);
  await baton.page.locator('.speech .connector[aria-pressed=true]').waitFor();
  await baton.press('Alt+Shift+w');
  const again = await between();
  expect(again.line?.bends).toEqual([]);
  expect(again.drawn).toEqual(drawn);
});

it('copy and paste by the system clipboard, under the pointer and selected', async () => {
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const origin = await baton.middle(step('Take order'));
  await baton.page.mouse.click(origin.x, origin.y);
  await baton.page.keyboard.down('Shift');
  const other = await baton.middle(step('Check stock'));
  await baton.page.mouse.click(other.x, other.y);
  await baton.page.keyboard.up('Shift');
  await baton.press('Control+c');
  const text = await baton.page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n')[1]?.split('\t').slice(0, 2)).toEqual(['Take order', 'Team A']);
  const there = await baton.at(500, 370);
  await baton.page.mouse.move(there.x, there.y);
  await baton.press('Control+v');
  await expect.poll(async () => (await baton.records('step')).length).toBe(8);
  const copies = (await baton.records('step')).filter((it) => it.name === 'Take order');
  const lanes = await baton.records('lane');
  expect(lanes.find((it) => it.id === copies[1]?.lane)?.order).toBe(2);
  expect(await baton.page.locator('.speech .step[aria-pressed=true]').count()).toBe(2);
  await baton.press('Control+z');
  await expect.poll(async () => (await baton.records('step')).length).toBe(6);
});

it('a step is made another kind, locked, and held where it is', async () => {
  await step('Quote').click();
  await baton.press('Alt+Shift+d');
  await baton.thing(/^Decision, Quote/).waitFor();
  await baton.press('Control+l');
  const before = (await record('Quote')).place;
  const from = await baton.middle(step('Quote'));
  await baton.drag(from, { x: from.x + 80, y: from.y }, async () => {
    await baton.page.getByText('This step is locked.').waitFor();
  });
  expect((await record('Quote')).place).toEqual(before);
});
