// Where a step may stand: in the lane its centre is in, below the upper edge of its band. It may
// reach over the lower one; the lane then grows as far. Pure.

import type { LaneBand, LaneId, Place, Rect, StepKind } from '../contract.ts';
import { clamp, type Point } from './rect.ts';

/** Width and height of each kind; the same as the scene draws. */
export const SIZE: Record<StepKind, { w: number; h: number }> = {
  step: { w: 128, h: 68 },
  decision: { w: 92, h: 68 },
  start: { w: 30, h: 30 },
  end: { w: 30, h: 30 },
};
/** Room kept between a step and the edges of its lane: pills stand on the lane lines. */
const ROOM = { above: 24, left: 8 };
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
  // Below the last lane it goes on growing by a step at a time.
  const y = clamp(at.y - band.top, ROOM.above + half, band.height + half);
  const x = Math.max(at.x, size.w / 2 + ROOM.left);
  return { lane: band.lane, place: { x: Math.round(x), y: Math.round(y) } };
}

interface Spot {
  lane: LaneId;
  place: Place;
}

/** Between a new step and the one that it would have lain on. */
const APART = 32;

/** Where a new step stands that would lie on others: beside, below or above them, as near as can be. */
export function clearOfSteps(
  steps: readonly (Spot & { shape: StepKind })[],
  spot: Spot,
  { w, h }: { w: number; h: number },
): Spot {
  const others = steps.filter((it) => it.lane === spot.lane);
  const lies = (at: Place, gap: number) =>
    others.filter(({ place, shape }) => {
      const size = SIZE[shape];
      const [dx, dy] = [Math.abs(place.x - at.x), Math.abs(place.y - at.y)];
      return dx < (w + size.w) / 2 + gap && dy < (h + size.h) / 2 + gap;
    });
  if (lies(spot.place, 0).length === 0) return spot;
  const { x, y } = spot.place;
  const far = (it: Place) => Math.hypot(it.x - x, it.y - y);
  const [nearest] = others
    .flatMap(({ place, shape }): Place[] => {
      const [dx, dy] = [(w + SIZE[shape].w) / 2 + APART, (h + SIZE[shape].h) / 2 + APART];
      const beside = [-dx, dx].map((by) => ({ x: place.x + by, y }));
      return [...beside, ...[-dy, dy].map((by) => ({ x, y: place.y + by }))];
    })
    .filter((it) => it.x >= w / 2 + ROOM.left && it.y >= h / 2 + ROOM.above)
    .filter((it) => lies(it, APART - 1).length === 0)
    .sort((a, b) => far(a) - far(b));
  return nearest ? { lane: spot.lane, place: nearest } : spot;
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
