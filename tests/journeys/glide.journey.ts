// After tidying up and after its undo the map glides to what it is; whoever wants less motion has it
// there at once.
import { afterEach, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

afterEach(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

interface Watched {
  watched: { pictures: Set<string>; over: boolean };
}

/** Keeps a small picture of the canvas from each frame, in a page whose clock runs four times slower. */
async function watch(): Promise<void> {
  await baton.page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() / 4;
    const watched = { pictures: new Set<string>(), over: false };
    Object.assign(window, { watched });
    const small = Object.assign(document.createElement('canvas'), { width: 180, height: 110 });
    const context = small.getContext('2d', { willReadFrequently: true });
    const look = () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage > canvas');
      if (canvas) context?.drawImage(canvas, 0, 0, small.width, small.height);
      watched.pictures.add(small.toDataURL());
      if (!watched.over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** How many pictures there were; the map is where it is now. */
async function pictures(): Promise<number> {
  await baton.idle();
  return baton.page.evaluate(() => {
    const { watched } = window as never as Watched;
    watched.over = true;
    return watched.pictures.size;
  });
}

/** Where the kernel has the steps, as text. */
async function places(): Promise<string> {
  const { records } = await baton.opened();
  return JSON.stringify(records.flatMap((it) => (it.kind === 'step' ? [it.place] : [])));
}

async function tidied(glides: boolean): Promise<{ tidied: number; undone: number }> {
  baton = await Baton.start({ glides });
  await baton.openSample();
  // The sample is tidy.
  const { x, y } = await baton.middle(baton.thing(/^Step, Score lead and mark MQL/));
  await baton.drag({ x, y }, { x: x + 40, y: y + 150 });
  await baton.press('Escape');
  await baton.idle();
  const before = await places();
  await watch();
  await baton.press('Control+Shift+t');
  await expect.poll(places).not.toBe(before);
  const tidied = await pictures();
  await watch();
  await baton.press('Control+z');
  await expect.poll(places).toBe(before);
  return { tidied, undone: await pictures() };
}

it('glides', async () => {
  const { tidied: there, undone } = await tidied(true);
  expect(Math.min(there, undone)).toBeGreaterThan(4);
});

it('is there at once where less motion is wanted', async () => {
  const { tidied: there, undone } = await tidied(false);
  expect(Math.max(there, undone)).toBeLessThan(5);
});
