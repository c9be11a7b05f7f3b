// Equal gaps: where a box stands as far from its neighbour as two others stand from each other, or
// halfway between two. Pure.

import type { Rect } from '../contract.ts';
import { overlaps, right } from './rect.ts';
import type { Guide } from './snap.ts';

export interface Gap {
  /** How far the box has to move along the axis. */
  by: number;
  /** The equal gaps as spans along the axis. */
  spans: readonly (readonly [number, number])[];
}

/** The nearest place with equal gaps along an axis, at most `reach` away. */
export function gapAt(
  moved: Rect,
  others: readonly Rect[],
  reach: number,
  axis: 'x' | 'y',
): Gap | null {
  const turned = axis === 'x' ? moved : turn(moved);
  const row = inRow(turned, axis === 'x' ? others : others.map(turn));
  let best: Gap | null = null;
  for (const { at, spans } of places(turned.w, row)) {
    const by = at - turned.x;
    if (Math.abs(by) <= reach && Math.abs(by) < Math.abs(best?.by ?? Infinity)) best = { by, spans };
  }
  return best;
}

/** The guides of equal gaps, drawn through the middle of the box where it stands then. */
export function gapGuides(gap: Gap, middle: number, axis: 'x' | 'y'): Guide[] {
  return gap.spans.map(([from, to]) => {
    const ends = [from, to].map((at) => (axis === 'x' ? { x: at, y: middle } : { x: middle, y: at }));
    return { from: ends[0]!, to: ends[1]!, gap: true };
  });
}

const turn = ({ x, y, w, h }: Rect): Rect => ({ x: y, y: x, w: h, h: w });

/** The boxes beside one, from left to right. */
function inRow(moved: Rect, others: readonly Rect[]): Rect[] {
  const band = { ...moved, x: -1e9, w: 2e9 };
  return others.filter((it) => overlaps(it, band)).sort((a, b) => a.x - b.x);
}

function* places(
  width: number,
  row: readonly Rect[],
): Iterable<{ at: number; spans: [number, number][] }> {
  for (const [index, before] of row.entries()) {
    const after = row[index + 1];
    const gap = after ? after.x - right(before) : 0;
    if (!after || gap <= 0) continue;
    const half = (gap - width) / 2;
    if (half > 0) {
      const at = right(before) + half;
      yield { at, spans: [[right(before), at], [at + width, after.x]] };
    }
    const known: [number, number] = [right(before), after.x];
    yield { at: right(after) + gap, spans: [known, [right(after), right(after) + gap]] };
    yield { at: before.x - gap - width, spans: [[before.x - gap, before.x], known] };
  }
}

