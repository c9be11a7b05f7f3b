// What the canvas shows, pixel by pixel.
import type { Baton } from './baton.ts';

interface Kept {
  kept: { [name: string]: Uint8ClampedArray };
}

/** Keeps it under a name, in the page. */
export async function keep(baton: Baton, name: string): Promise<void> {
  await baton.idle();
  await baton.page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage > canvas');
    if (!canvas) throw new Error('there is no map');
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    Object.assign(window, { kept: { ...(window as never as Kept).kept, [name]: data } });
  }, name);
}

/** How many pixels of two kept pictures differ by more than a shade. */
export function differing(baton: Baton, a: string, b: string): Promise<number> {
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

/** How many pixels are not what they were when this was kept. */
export async function changedSince(baton: Baton, name: string): Promise<number> {
  await keep(baton, 'now');
  return differing(baton, name, 'now');
}
