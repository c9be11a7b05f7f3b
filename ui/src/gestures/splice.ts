// A loose step that is held over a line goes into that line's way: the line under its middle, and
// whether the step may go there. A step that is part of a flow already is never wired anew.

import type { App } from '../app.ts';
import type { ConnectorId, LaneId, Place, Rect, StepId, StepKind, StepMove } from '../contract.ts';
import { distanceToLine } from '../geometry/hit.ts';
import { isLine } from '../geometry/parts.ts';
import { COLUMN, SIZE } from '../geometry/place.ts';
import { centre, grown } from '../geometry/rect.ts';

/** How near the middle of the step must come to the line, in points. */
const NEAR = 16;

/** The connector under the middle of a box. */
export function flowUnder(app: App, box: Rect): ConnectorId | null {
  const middle = centre(box);
  const around = grown({ ...middle, w: 0, h: 0 }, NEAR);
  let best: { id: ConnectorId; far: number } | null = null;
  for (const group of app.mirror.scene.query(around)) {
    if (!isLine(group.key.part)) continue;
    const far = distanceToLine(middle, group.line);
    if (far <= NEAR && far < (best?.far ?? Infinity)) best = { id: group.key.id, far };
  }
  return best?.id ?? null;
}

/** Work and decisions can stand in a way; it cannot lead through a start or an end. */
export const fitsInto = (shape: StepKind): boolean => shape === 'step' || shape === 'decision';

/** Two steps nearer to each other than this leave no room for the line between them. */
const CLOSE = { x: SIZE.step.w + 36, y: SIZE.step.h + 8 };

/** Whether a step so far from another, at the same height, would leave no room for a line. */
const isBeside = (lane: LaneId, y: number, other: { lane: LaneId; place: Place }): boolean =>
  other.lane === lane && Math.abs(other.place.y - y) < CLOSE.y;

/** Where a step that is put into a flow stands: clear of the one that it follows, and of all others
 * but the one that gives way. */
export function clearOf<S extends { lane: LaneId; place: Place }>(
  app: App,
  into: ConnectorId,
  spot: S,
  spliced: StepId | null = null,
): S {
  const before = app.mirror.step(app.mirror.find('connector', into)?.from ?? -1);
  const { x, y } = spot.place;
  if (!before || !isBeside(spot.lane, y, before)) return spot;
  const ahead = x - before.place.x;
  if (ahead <= -CLOSE.x / 2 || ahead >= CLOSE.x) return spot;
  const to = app.mirror.find('connector', into)?.to;
  const others = app.mirror.steps.filter((it) => it.id !== spliced && it.id !== to && isBeside(spot.lane, y, it));
  const free = (x: number) => others.every((it) => Math.abs(it.place.x - x) >= CLOSE.x);
  let clear = before.place.x + COLUMN;
  while (!free(clear)) clear += COLUMN / 2;
  return { ...spot, place: { x: clear, y } };
}

/**
 * The steps that give way when one is put into a flow: where the one it leads to stands too near,
 * that one and all further on move on together, so that their order on the map stays.
 */
export function givingWay(
  app: App,
  into: ConnectorId,
  spot: { lane: LaneId; place: Place },
  spliced: StepId | null = null,
): StepMove[] {
  const next = app.mirror.step(app.mirror.find('connector', into)?.to ?? -1);
  const { x, y } = spot.place;
  if (!next || !isBeside(spot.lane, y, next)) return [];
  const near = next.place.x > x - CLOSE.x / 2 && next.place.x < x + CLOSE.x;
  if (!near) return [];
  const by = x + COLUMN - next.place.x;
  return app.mirror.steps
    .filter((step) => step.id !== spliced && !step.pinned && step.place.x >= next.place.x)
    .map(({ id, lane, place }) => ({ step: id, lane, place: { x: place.x + by, y: place.y } }));
}

/** Whether this step is part of no flow and could become one. */
export function isLoose(app: App, id: StepId): boolean {
  const step = app.mirror.step(id);
  return step !== undefined && fitsInto(step.shape) && app.mirror.connectorsAt(id).length === 0;
}
