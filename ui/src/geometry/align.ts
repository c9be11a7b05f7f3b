// Lining boxes up and spreading them evenly: how far each has to move. Pure.

import type { Rect } from '../contract.ts';
import { bottom, centre, right } from './rect.ts';

export type Line = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'x' | 'y';

/** How far each box moves so that all share a line: an edge of them all, or their middle. */
export function aligned(boxes: readonly Rect[], line: Line): number[] {
  const left = Math.min(...boxes.map((it) => it.x));
  const top = Math.min(...boxes.map((it) => it.y));
  const east = Math.max(...boxes.map(right));
  const south = Math.max(...boxes.map(bottom));
  return boxes.map((box) => {
    switch (line) {
      case 'left':
        return left - box.x;
      case 'centre':
        return (left + east) / 2 - centre(box).x;
      case 'right':
        return east - right(box);
      case 'top':
        return top - box.y;
      case 'middle':
        return (top + south) / 2 - centre(box).y;
      case 'bottom':
        return south - bottom(box);
    }
  });
}

/** How far each box moves so that the gaps between neighbours are equal; the outermost stay. */
export function spread(boxes: readonly Rect[], axis: Axis): number[] {
  const size = (box: Rect) => (axis === 'x' ? box.w : box.h);
  const order = boxes.map((_, at) => at).sort((a, b) => boxes[a]![axis] - boxes[b]![axis]);
  const [first, last] = [boxes[order[0] ?? 0], boxes[order.at(-1) ?? 0]];
  const by = boxes.map(() => 0);
  if (!first || !last || boxes.length < 3) return by;
  const filled = boxes.reduce((sum, box) => sum + size(box), 0);
  const gap = (last[axis] + size(last) - first[axis] - filled) / (boxes.length - 1);
  let at = first[axis];
  for (const index of order) {
    const box = boxes[index]!;
    by[index] = at - box[axis];
    at += size(box) + gap;
  }
  return by;
}
