// Pictures that shapes hold, read before they are painted: a canvas does not wait for them.

import type { Shape } from '../contract.ts';

/** A logo or two at a time; more are let go. */
const MOST_KEPT = 8;
const kept = new Map<string, HTMLImageElement>();

/** Reads the pictures among these shapes; one that cannot be read is left out. */
export async function readPictures(shapes: readonly Shape[]): Promise<void> {
  const wanted = shapes.flatMap((it) => (it.as === 'image' && !kept.has(it.png) ? [it.png] : []));
  if (kept.size + wanted.length > MOST_KEPT) kept.clear();
  await Promise.allSettled(
    wanted.map(async (png) => {
      const picture = new Image();
      picture.src = sourceOf(png);
      await picture.decode();
      kept.set(png, picture);
    }),
  );
}

export const pictureOf = (png: string): HTMLImageElement | undefined => kept.get(png);

export const sourceOf = (png: string): string => `data:image/png;base64,${png}`;
