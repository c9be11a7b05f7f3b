// What of the map is only copied or mended from frame to frame is what it is when all of it is painted
// again: after panning, and while a step is dragged.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

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

/** The canvas is kept under this name, in the page. */
async function keep(name: string): Promise<void> {
  await baton.idle();
  await baton.page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage > canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    Object.assign(window, { kept: { ...(window as never as Kept).kept, [name]: data } });
  }, name);
}

interface Kept {
  kept: { [name: string]: Uint8ClampedArray };
}

/** A busy machine takes its time to paint. */
const PATIENCE = { timeout: 10_000 };
/** The edge of a curve that is cut otherwise: so few pixels are no line, no letter and no seam. */
const EDGES = 9;

/** How many pixels differ by more than a shade. */
function differing(a: string, b: string): Promise<number> {
  return baton.page.evaluate(([a, b]) => {
    const { kept } = window as never as Kept;
    const [one, other] = [kept[a], kept[b]];
    if (!one || one.length !== other?.length) return Infinity;
    let count = 0;
    for (let at = 0; at < one.length; at += 4) {
      const differs = (by: number) => Math.abs((one[at + by] ?? 0) - (other[at + by] ?? 0)) > 24;
      if (differs(0) || differs(1) || differs(2)) count += 1;
    }
    return count;
  }, [a, b] as const);
}

/** Another theme and back: everything is painted again. */
async function again(): Promise<void> {
  // What the kernel has to say about a gesture comes when it comes.
  const rests = async () => {
    await keep('before');
    await new Promise((done) => setTimeout(done, 50));
    await keep('now');
    return differing('before', 'now');
  };
  await expect.poll(rests, PATIENCE).toBe(0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await baton.page.emulateMedia({ colorScheme });
    await baton.idle();
    const changed = async () => {
      await keep('now');
      return differing('before', 'now');
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
  await keep('begun');
  await mouse.down();
  for (const [dx, dy] of [[12, 4], [40, 12], [-30, 20], [60, -16], [40, 110], [-25, 190], [30, 40]] as const) {
    await mouse.move(from.x + dx, from.y + dy, { steps: 4 });
    await again();
  }
  expect(await differing('begun', 'now')).toBeGreaterThan(100);
  await baton.press('Escape');
  await mouse.move(from.x, from.y);
  await mouse.up();
  const back = async () => {
    await keep('now');
    return differing('begun', 'now');
  };
  await expect.poll(back, PATIENCE).toBeLessThan(EDGES);
});

it('a lane that is drawn taller and back again leaves nothing behind', async () => {
  await baton.press('Shift+1');
  const { mouse } = baton.page;
  const head = await baton.thing(/^Team, Sales/).boundingBox();
  if (!head) throw new Error('the first team is in sight');
  const [x, y] = [head.x + head.width / 2, head.y + head.height];
  await mouse.move(x, y);
  await keep('begun');
  await mouse.down();
  await mouse.move(x, y + 8);
  for (const dy of [0, 60, 20, -30, 0]) {
    await mouse.move(x, y + dy, { steps: 3 });
    await again();
    if (dy === 60) expect(await differing('begun', 'now')).toBeGreaterThan(1000);
  }
  await baton.press('Escape');
  await mouse.up();
});
