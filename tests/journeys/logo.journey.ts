// The client's logo in the pack: chosen from a file, on the cover in the preview, taken away again; and
// a file that is none is refused in a sentence.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
  await baton.press('Control+8');
  await baton.page.getByText(/^\d+ pages$/).waitFor();
  await baton.idle();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const MAGENTA = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#f0f"/></svg>';
const input = () => baton.page.locator('.logo-row input[type=file]');
const give = (name: string, body: string) => input().setInputFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(body) });
const pictures = () => baton.records('picture');

/** How many pixels of the cover are of the logo's colour. */
const magenta = () =>
  baton.page.locator('.pack-sheet canvas').first().evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let found = 0;
    for (let at = 0; at < pixels.length; at += 4) if (pixels[at] === 255 && pixels[at + 1] === 0 && pixels[at + 2] === 255) found += 1;
    return found;
  });

it('a logo is chosen, and stands on the cover', async () => {
  expect(await magenta()).toBe(0);
  await give('northwind.svg', MAGENTA);
  await baton.page.getByRole('img', { name: 'Logo: northwind.svg' }).waitFor();
  await baton.idle();
  await expect.poll(magenta).toBeGreaterThan(500);
  expect((await pictures())[0]?.name).toBe('northwind.svg');
  expect(await baton.faults()).toEqual([]);
});

it('what is no picture is refused, and the logo stays', async () => {
  await give('notes.svg', 'not a picture');
  await baton.page.getByText(/neither a PNG, a JPEG nor an SVG/).waitFor();
  expect(await pictures()).toHaveLength(1);
});

it('a logo is taken away, which is one undo', async () => {
  await baton.page.getByRole('button', { name: 'Logo: Remove' }).click();
  await baton.idle();
  expect(await pictures()).toHaveLength(0);
  expect(await baton.focused()).toBe('Logo: Choose…');
  await expect.poll(magenta).toBe(0);
  await baton.press('Control+Z');
  await baton.idle();
  expect((await pictures())[0]?.name).toBe('northwind.svg');
});
