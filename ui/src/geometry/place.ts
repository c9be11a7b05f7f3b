// Where a step may stand: in the lane its centre is in, and wholly inside that lane's band. Pure.

import type { LaneBand, LaneId, Place, Rect, StepKind } from '../contract.ts';
import { clamp, type Point } from './rect.ts';

/** Width and height of each kind; the same as the scene draws. */
export const SIZE: Record<StepKind, { w: number; h: number }> = {
  step: { w: 128, h: 68 },
  decision: { w: 92, h: 68 },
  start: { w: 30, h: 30 },
  end: { w: 30, h: 30 },
};
/** Room kept between a step and the edges of its lane: pills stand on the lane lines, and a lane
 * grows when its content comes nearer to the lower one. */
const ROOM = { above: 24, below: 28, left: 8 };
/** Distance between the centres of neighbouring steps that the view places by itself. */
export const COLUMN = 204;
/** The centre of the first column, as the kernel has it. */
export const FIRST_COLUMN = 104;

/** The lane at a height; above the first it is the first, below the last the last. */
export function laneAt(lanes: readonly LaneBand[], y: number): LaneBand | undefined {
  return lanes.find((band) => y < band.top + band.height) ?? lanes.at(-1);
}

/** Where a step of this size stands when its centre is dropped at a point of the scene. */
export function placeAt(
  lanes: readonly LaneBand[],
  at: Point,
  size: { w: number; h: number },
): { lane: LaneId; place: Place } | null {
  const band = laneAt(lanes, at.y);
  if (!band) return null;
  const half = size.h / 2;
  const y = clamp(at.y - band.top, ROOM.above + half, band.height - half - ROOM.below);
  const x = Math.max(at.x, size.w / 2 + ROOM.left);
  return { lane: band.lane, place: { x: Math.round(x), y: Math.round(y) } };
}

/** The box of a step with its centre at a place of a lane. */
export function boxAt(
  lanes: readonly LaneBand[],
  spot: { lane: LaneId; place: Place },
  size: { w: number; h: number },
): Rect {
  const top = lanes.find((band) => band.lane === spot.lane)?.top ?? 0;
  const { x, y } = spot.place;
  return { x: x - size.w / 2, y: top + y - size.h / 2, ...size };
}
