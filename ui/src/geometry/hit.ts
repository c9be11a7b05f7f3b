// What lies under a point of the scene: by shape and by distance, topmost first. Pure.

import type { Group, Rect } from '../contract.ts';
import { centre, grown, holds, type Point } from './rect.ts';

/** How far from a line still counts as on it, in pixels of the screen. */
const NEAR_PX = 6;

/** How far a point is from a line of corners. */
export function distanceToLine(p: Point, line: readonly (readonly [number, number])[]): number {
  let least = Infinity;
  for (let at = 1; at < line.length; at += 1) {
    const [[ax, ay], [bx, by]] = [line[at - 1]!, line[at]!];
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((p.x - ax) * dx + (p.y - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(p.x - ax - t * dx, p.y - ay - t * dy));
  }
  return least;
}

/** The body of a step: its box, or the circle of a start or end without the name under it. */
export function bodyOf(group: Group): Rect {
  const circle = group.shapes.find((shape) => shape.as === 'circle');
  if (circle?.as !== 'circle') return group.bounds;
  const { cx, cy, r } = circle;
  return { x: cx - r, y: cy - r, w: 2 * r, h: 2 * r };
}

/** Whether this is drawn as a diamond. */
export const isDiamond = (group: Group): boolean => group.shapes[0]?.as === 'path';

function onStep(group: Group, p: Point): boolean {
  if (!holds(group.bounds, p)) return false;
  if (!isDiamond(group)) return true;
  const middle = centre(group.bounds);
  const across = Math.abs(p.x - middle.x) / (group.bounds.w / 2);
  const down = Math.abs(p.y - middle.y) / (group.bounds.h / 2);
  return across + down <= 1.1;
}

/** Whether a point is on what a group draws; `k` is the zoom. */
export function isOn(group: Group, p: Point, k: number): boolean {
  switch (group.key.part) {
    case 'connector':
    case 'crossing':
      return distanceToLine(p, group.line) <= NEAR_PX / k;
    case 'step':
      return onStep(group, p);
    case 'lane':
    case 'laneHead':
    case 'rung':
      return false;
    default:
      return holds(grown(group.bounds, 1), p);
  }
}

/** The topmost of these groups, in painting order, that a point is on. */
export function topmost(groups: readonly Group[], p: Point, k: number): Group | undefined {
  return groups.findLast((group) => isOn(group, p, k));
}

/** The patch of scene in which something might be hit at a point. */
export const reach = (p: Point, k: number): Rect =>
  grown({ x: p.x, y: p.y, w: 0, h: 0 }, NEAR_PX / k + 1);
