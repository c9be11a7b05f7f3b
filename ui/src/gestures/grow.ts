// Making the next step by key: already connected, beside the selected one or in the team above or
// below it, where nothing stands yet. And placing a tool's step without a pointer.

import type { App } from '../app.ts';
import type { Place, LaneId, StepKind } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, COLUMN, laneAt, placeAt, SIZE } from '../geometry/place.ts';
import { centre, grown, overlaps, type Point } from '../geometry/rect.ts';
import { connectToNew } from './connect.ts';
import { nameNew, newStep } from './place_step.ts';

export type Side = 'right' | 'up' | 'down';

/** A spot is looked for so many columns to the right before Baton gives up being tidy. */
const TRIES = 60;
const GAP = 16;

/** The first free place at a point or to the right of it. */
function freeSpot(
  app: App,
  wanted: Point,
  shape: StepKind,
): { lane: LaneId; place: Place } | null {
  const { lanes, scene } = app.mirror;
  let spot = null;
  for (let column = 0; column < TRIES; column += 1) {
    spot = placeAt(lanes, { x: wanted.x + (column * COLUMN) / 2, y: wanted.y }, SIZE[shape]);
    if (!spot) return null;
    const box = grown(boxAt(lanes, spot, SIZE[shape]), GAP);
    const taken = scene.query(box).some((it) => it.key.part === 'step' && overlaps(it.bounds, box));
    if (!taken) return spot;
  }
  return spot;
}

export async function grow(app: App, side: Side): Promise<void> {
  const from = app.mirror.step(app.view.single ?? -1);
  const group = from && app.mirror.scene.get('step', from.id);
  if (!from || !group) return;
  const { lanes } = app.mirror;
  const here = lanes.findIndex((band) => band.lane === from.lane);
  const band = lanes[here + (side === 'up' ? -1 : side === 'down' ? 1 : 0)];
  if (!band) return;
  const { x, y } = centre(bodyOf(group));
  const wanted = side === 'right' ? { x: x + COLUMN, y } : { x, y: band.top + band.height / 2 };
  const spot = freeSpot(app, wanted, 'step');
  if (!spot) return;
  const patch = await app.apply(connectToNew(from.id, spot));
  if (!patch) return;
  nameNew(app, patch.made);
  const made = patch.made.flatMap((id) => app.mirror.drawnOf(id))[0];
  if (made) app.camera.reveal(made.bounds);
}

/** After the selected step; else in the selected or first lane of an empty map; else in the middle
 * of the view. */
function wantedByKey(app: App): Point {
  const { camera, mirror, view } = app;
  const group = mirror.scene.get('step', view.single ?? -1);
  if (group) {
    const { x, y } = centre(bodyOf(group));
    return { x: x + COLUMN, y };
  }
  const middle = camera.toScene({ x: (camera.width + camera.head) / 2, y: camera.height / 2 });
  const chosen = mirror.band(view.single ?? -1);
  const empty = mirror.steps.length === 0;
  const lane = chosen ?? (empty ? mirror.lanes[0] : laneAt(mirror.lanes, middle.y));
  return { x: empty ? COLUMN / 2 : middle.x, y: lane ? lane.top + lane.height / 2 : middle.y };
}

/** Puts the armed tool's step where one would look for it. */
export async function placeByKey(app: App, shape: StepKind): Promise<void> {
  const spot = freeSpot(app, wantedByKey(app), shape);
  if (!spot) return;
  app.view.arm('select');
  const patch = await app.apply(newStep(shape, spot));
  if (patch) nameNew(app, patch.made);
}
