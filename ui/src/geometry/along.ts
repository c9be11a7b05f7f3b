// How far along a line of corners a point lies. Pure.

import type { Point } from './rect.ts';

export type Line = readonly (readonly [number, number])[];

/** The length of the line up to its point nearest to `p`. */
export function alongLine(p: Point, line: Line): number {
  let [best, found, length] = [Infinity, 0, 0];
  for (let at = 1; at < line.length; at += 1) {
    const [[ax, ay], [bx, by]] = [line[at - 1]!, line[at]!];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((p.x - ax) * dx + (p.y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(p.x - ax - t * dx, p.y - ay - t * dy);
    const piece = Math.hypot(dx, dy);
    if (far < best) [best, found] = [far, length + t * piece];
    length += piece;
  }
  return found;
}

/** How long a line is. */
export function lengthOf(line: Line): number {
  return line.reduce((sum, [x, y], at) => {
    const [px, py] = line[at - 1] ?? [x, y];
    return sum + Math.hypot(x - px, y - py);
  }, 0);
}

/** The point so far along a line; before its beginning and behind its end, those. */
export function pointAt(line: Line, distance: number): Point {
  let left = Math.max(0, distance);
  for (let at = 1; at < line.length; at += 1) {
    const [[ax, ay], [bx, by]] = [line[at - 1]!, line[at]!];
    const piece = Math.hypot(bx - ax, by - ay);
    if (left <= piece && piece > 0) {
      const part = left / piece;
      return { x: ax + (bx - ax) * part, y: ay + (by - ay) * part };
    }
    left -= piece;
  }
  const [x, y] = line.at(-1) ?? [0, 0];
  return { x, y };
}
