// Snapping a box to the centres of its neighbours and to equal gaps between them, with the guides
// that show why. Pure.

import type { Rect } from '../contract.ts';
import { gapAt, gapGuides } from './gaps.ts';
import { centre, type Point } from './rect.ts';

/** A line from one thing to what it lines up with, or a gap that is equal to another. */
export interface Guide {
  from: Point;
  to: Point;
  gap?: boolean;
}

export interface Snapped {
  dx: number;
  dy: number;
  guides: Guide[];
}

export const UNSNAPPED: Snapped = { dx: 0, dy: 0, guides: [] };

interface Near {
  by: number;
  at: Point;
  other: Rect;
}

/** Moves `moved` by at most `reach` so that its centre lines up with those of `others`, or else so
 * that gaps are equal. */
export function snap(moved: Rect, others: readonly Rect[], reach: number): Snapped {
  const middle = centre(moved);
  const [across, down] = [nearest(middle, others, reach, 'x'), nearest(middle, others, reach, 'y')];
  const gapX = across ? null : gapAt(moved, others, reach, 'x');
  const gapY = down ? null : gapAt(moved, others, reach, 'y');
  const dx = across?.by ?? gapX?.by ?? 0;
  const dy = down?.by ?? gapY?.by ?? 0;
  const to = { x: middle.x + dx, y: middle.y + dy };
  const guides: Guide[] = [
    ...(across ? [{ from: { x: across.at.x, y: edge(across.other.y, across.other.h, to.y) }, to }] : []),
    ...(down ? [{ from: { x: edge(down.other.x, down.other.w, to.x), y: down.at.y }, to }] : []),
  ];
  if (gapX) guides.push(...gapGuides(gapX, to.y, 'x'));
  if (gapY) guides.push(...gapGuides(gapY, to.x, 'y'));
  return { dx, dy, guides };
}

/** The end of a span that is nearer to a point: a guide begins there, and strikes nothing through. */
const edge = (from: number, size: number, to: number): number => (to > from + size / 2 ? from + size : from);

function nearest(
  middle: Point,
  others: readonly Rect[],
  reach: number,
  axis: 'x' | 'y',
): Near | undefined {
  let best: (Near & { far: number }) | undefined;
  for (const other of others) {
    const at = centre(other);
    const by = at[axis] - middle[axis];
    const far = Math.abs(at.x - middle.x) + Math.abs(at.y - middle.y);
    if (Math.abs(by) > reach) continue;
    const closer = Math.abs(by) - Math.abs(best?.by ?? Infinity);
    if (!best || closer < 0 || (closer === 0 && far < best.far)) best = { by, far, at, other };
  }
  return best;
}
