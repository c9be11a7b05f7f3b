// What is painted on a page of the pack: some of it is seen in a window only, as on the sheets of a
// poster that is glued together.

import type { Painter } from '../canvas/paint.ts';
import type { PackPageShown } from '../contract.ts';

/** What is painted on a page, and what of some of that is seen. */
export type Painted = Pick<PackPageShown, 'shapes' | 'windows'>;

/** Paints a page; what lies outside of its window is not seen. */
export function paintSeen(painter: Painter, { shapes, windows }: Painted): void {
  let at = 0;
  for (const { from, until, rect } of windows) {
    for (const shape of shapes.slice(at, from)) painter.shape(shape);
    const { context } = painter;
    context.save();
    context.beginPath();
    context.rect(rect.x, rect.y, rect.w, rect.h);
    context.clip();
    for (const shape of shapes.slice(from, until)) painter.shape(shape);
    context.restore();
    at = until;
  }
  for (const shape of shapes.slice(at)) painter.shape(shape);
}
