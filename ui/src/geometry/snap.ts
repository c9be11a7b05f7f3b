// Snapping a box to the centres of its neighbours, with the guides that show why. Pure.

import type { Rect } from '../contract.ts';
import { centre, type Point } from './rect.ts';

/** A line from one thing to what it lines up with. */
export interface Guide {
  from: Point;
  to: Point;
}

export interface Snapped {
  dx: number;
  dy: number;
  guides: Guide[];
}

/** Moves `moved` by at most `reach` so that its centre lines up with those of `others`. */
export function snap(moved: Rect, others: readonly Rect[], reach: number): Snapped {
  const middle = centre(moved);
  const nearest = (axis: 'x' | 'y') => {
    let best: { by: number; far: number; at: Point } | undefined;
    for (const other of others) {
      const at = centre(other);
      const by = at[axis] - middle[axis];
      const far = Math.abs(at.x - middle.x) + Math.abs(at.y - middle.y);
      if (Math.abs(by) > reach) continue;
      const closer = Math.abs(by) - Math.abs(best?.by ?? Infinity);
      if (!best || closer < 0 || (closer === 0 && far < best.far)) best = { by, far, at };
    }
    return best;
  };
  const [across, down] = [nearest('x'), nearest('y')];
  const to = { x: middle.x + (across?.by ?? 0), y: middle.y + (down?.by ?? 0) };
  const guides = [across, down].flatMap((hit) => (hit ? [{ from: hit.at, to }] : []));
  return { dx: across?.by ?? 0, dy: down?.by ?? 0, guides };
}
