// What of the map is only copied or mended from frame to frame is what it is when all of it is painted
// again: after panning, and while a step is dragged.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';
import { changedSince, differing, keep } from './picture.ts';

let baton: Baton;

beforeAll(async () => {
  // A screen whose pixels are not those of CSS, and a window that the map is larger than.
  baton = await Baton.start({ width: 900, height: 640, ratio: 1.5 });
  await baton.openSample();
  // Borders of stages run down the whole map.
  for (const name of ['Qualify', 'Close']) {
    await baton.press('Alt+Shift+c');
    await baton.page.getByRole('textbox', { name: /^Name of/ }).waitFor();
    await baton.type(name);
    await baton.press('Enter');
  }
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

/** A busy machine takes its time to paint. */
const PATIENCE = { timeout: 10_000 };
/** The edge of a curve that is cut otherwise: so few pixels are no line, no letter and no seam. */
const EDGES = 9;

/** Another theme and back: everything is painted again. */
async function again(): Promise<void> {
  // What the kernel has to say about a gesture comes when it comes.
  const rests = async () => {
    await keep(baton, 'before');
    await new Promise((done) => setTimeout(done, 50));
    return changedSince(baton, 'before');
  };
  await expect.poll(rests, PATIENCE).toBe(0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await baton.page.emulateMedia({ colorScheme });
    await baton.idle();
    const changed = async () => {
      return changedSince(baton, 'before');
    };
    if (colorScheme === 'dark') await expect.poll(changed, PATIENCE).toBeGreaterThan(10_000);
    else await expect.poll(changed, PATIENCE).toBeLessThan(EDGES);
  }
}

const ZOOMS = { readable: 'Shift+0', overview: 'Shift+1', close: 'Control+=' };

for (const [name, keys] of Object.entries(ZOOMS)) {
  it(`a map that was panned is as if it had always lain there, ${name}`, async () => {
    await baton.press(keys);
    if (name === 'close') for (let more = 0; more < 4; more += 1) await baton.press(keys);
    const { x, y } = await baton.middle(baton.page.locator('section.stage'));
    await baton.page.mouse.move(x, y);
    const ways = [
      [150, 0],
      [120, 90],
      [90, -25],
      [-60, 170],
      [-140, -30],
    ] as const;
    for (const [right, down] of ways) {
      for (let turn = 0; turn < 5; turn += 1) {
        await baton.page.mouse.wheel(right, down);
        await baton.idle();
      }
      await again();
    }
  });
}

it('a step on its way leaves nothing behind, and Escape puts back what was there', async () => {
  await baton.press('Shift+1');
  const from = await baton.middle(baton.thing(/^Step, Hold qualification call/));
  const { mouse } = baton.page;
  await mouse.move(from.x, from.y);
  await mouse.click(from.x, from.y);
  await keep(baton, 'begun');
  await mouse.down();
  for (const [dx, dy] of [[12, 4], [40, 12], [-30, 20], [60, -16], [40, 110], [-25, 190], [30, 40]] as const) {
    await mouse.move(from.x + dx, from.y + dy, { steps: 4 });
    await again();
  }
  expect(await differing(baton, 'begun', 'now')).toBeGreaterThan(100);
  await baton.press('Escape');
  await mouse.move(from.x, from.y);
  await mouse.up();
  const back = () => changedSince(baton, 'begun');
  await expect.poll(back, PATIENCE).toBeLessThan(EDGES);
});

const WAYS = [[30, 6], [90, 30], [-60, 70], [140, 120], [20, -40], [60, 60]] as const;

it.each<[string, string, string]>([
  ['a line on its way', 'handle', ''],
  ['a step that is put down', 'step', ''],
  ['a copy on its way', 'step', 'Alt'],
  ['what is being chosen', 'ground', ''],
])('%s leaves nothing behind: %s %s', async (what, on, held) => {
  await baton.press('Shift+1');
  await baton.page.mouse.move(5, 5);
  for (let times = 0; times < 2; times += 1) await baton.press('Escape');
  await keep(baton, 'bare');
  const step = await baton.middle(baton.thing(/^Step, Hold qualification call/));
  const { mouse, keyboard } = baton.page;
  await mouse.click(step.x, step.y);
  const box = await baton.thing(/^Step, Hold qualification call/).boundingBox();
  if (!box) throw new Error('the step is in sight');
  const from = { handle: { x: box.x + box.width + 11, y: step.y }, step, ground: { x: step.x, y: box.y - 6 } }[on] ?? step;
  // With nothing selected letters are the keys of the tools.
  for (const key of what.includes('put down') ? ['Escape', 's'] : []) await baton.press(key);
  await mouse.move(from.x, from.y);
  await baton.idle();
  await keep(baton, 'begun');
  if (held) await keyboard.down(held);
  // A tool shows what it would make before it is pressed.
  if (!what.includes('put down')) await mouse.down();
  for (const [dx, dy] of WAYS) {
    await mouse.move(from.x + dx, from.y + dy, { steps: 4 });
    await again();
  }
  expect(await differing(baton, 'begun', 'now')).toBeGreaterThan(100);
  await baton.press('Escape');
  await mouse.up();
  if (held) await keyboard.up(held);
  await baton.press('Escape');
  // Whatever was selected or pointed at before.
  await mouse.move(5, 5);
  await baton.press('Escape');
  await baton.idle();
  const left = () => changedSince(baton, 'bare');
  await expect.poll(left, PATIENCE).toBeLessThan(EDGES);
});

it('a lane that is drawn taller and back again leaves nothing behind', async () => {
  await baton.press('Shift+1');
  const { mouse } = baton.page;
  const head = await baton.thing(/^Team, Sales/).boundingBox();
  if (!head) throw new Error('the first team is in sight');
  const [x, y] = [head.x + head.width / 2, head.y + head.height];
  await mouse.move(x, y);
  await keep(baton, 'begun');
  await mouse.down();
  await mouse.move(x, y + 8);
  for (const dy of [0, 60, 20, -30, 0]) {
    await mouse.move(x, y + dy, { steps: 3 });
    await again();
    if (dy === 60) expect(await differing(baton, 'begun', 'now')).toBeGreaterThan(1000);
  }
  await baton.press('Escape');
  await mouse.up();
});
