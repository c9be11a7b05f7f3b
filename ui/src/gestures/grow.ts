// Making the next step by key: already connected, beside the selected one or in the team above or
// below it, where nothing stands yet. And placing a tool's step without a pointer.

import type { App } from '../app.ts';
import type { Command, LaneBand, LaneId, Place, Rect, Step, StepId, StepKind } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, COLUMN, FIRST_COLUMN, laneAt, placeAt, SIZE } from '../geometry/place.ts';
import { centre, grown, overlaps, type Point } from '../geometry/rect.ts';
import type { Side } from '../view.ts';
import { words } from '../words.ts';
import { connectToNew } from './connect.ts';
import { makeAndName, newStep } from './place_step.ts';

/** A spot is looked for so many columns to the right before Baton gives up being tidy. */
const TRIES = 60;
const GAP = 16;
/** Between a step and the one under it in the same column. */
const ROW_GAP = 32;

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

/** The first free place in the next column: beside the step, or below what is there already; the
 * lane grows with it. */
function besideSpot(app: App, step: Step, x: number): { lane: LaneId; place: Place } {
  const { w, h } = SIZE.step;
  const others = app.mirror.steps.filter((it) => it.lane === step.lane);
  const place = { x: Math.round(x), y: step.place.y };
  const taken = () =>
    others.some(
      (it) => Math.abs(it.place.x - place.x) < w + GAP && Math.abs(it.place.y - place.y) < h + GAP,
    );
  for (let row = 0; row < TRIES && taken(); row += 1) place.y += h + ROW_GAP;
  return { lane: step.lane, place };
}

/** The lane that a step grows into on a side; nothing above the first and below the last. */
function laneTo(app: App, step: Step, side: Side): LaneBand | undefined {
  const { lanes } = app.mirror;
  const here = lanes.findIndex((band) => band.lane === step.lane);
  return lanes[here + (side === 'up' ? -1 : side === 'down' ? 1 : 0)];
}

/** What growing a step to a side would make: the command, the lane and the box of the new step, and the
 * box it grows from. */
export function planGrowth(
  app: App,
  from: StepId,
  side: Side,
): { command: Command; lane: LaneId; box: Rect; body: Rect } | null {
  const step = app.mirror.step(from);
  const group = step && app.mirror.scene.get('step', step.id);
  if (!step || !group || step.shape === 'end' || side === 'left') return null;
  const { lanes } = app.mirror;
  const band = laneTo(app, step, side);
  if (!band) return null;
  const body = bodyOf(group);
  const { x } = centre(body);
  const spot =
    side === 'right'
      ? besideSpot(app, step, x + COLUMN)
      : freeSpot(app, { x, y: band.top + band.height / 2 }, 'step');
  if (!spot) return null;
  return { command: connectToNew(from, spot), lane: spot.lane, box: boxAt(lanes, spot, SIZE.step), body };
}

/** A new step before the selected one, leading to it. */
export async function precede(app: App): Promise<void> {
  const step = app.mirror.step(app.view.single ?? -1);
  if (!step || step.shape === 'start') return;
  const spot = besideSpot(app, step, Math.max(step.place.x - COLUMN, FIRST_COLUMN));
  const name = words.newNames.step;
  await makeAndShow(app, { do: 'precede', step: step.id, shape: 'step', name, ...spot });
}

export async function grow(app: App, side: Side, from = app.view.single ?? -1): Promise<void> {
  const step = app.mirror.step(from);
  const across = side === 'up' || side === 'down';
  if (across && step && step.shape !== 'end' && !laneTo(app, step, side)) return app.notices.hint(words.noTeam[side]);
  const plan = planGrowth(app, from, side);
  if (plan) await makeAndShow(app, plan.command);
}

/** Makes a step, writes its name and brings it into sight. */
async function makeAndShow(app: App, command: Command): Promise<void> {
  const patch = await makeAndName(app, () => app.apply(command));
  if (!patch) return;
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
  return { x: empty ? FIRST_COLUMN : middle.x, y: lane ? lane.top + lane.height / 2 : middle.y };
}

/** Puts the armed tool's step where one would look for it. */
export async function placeByKey(app: App, shape: StepKind): Promise<void> {
  const spot = freeSpot(app, wantedByKey(app), shape);
  if (!spot) return;
  app.view.arm('select');
  await makeAndName(app, () => app.apply(newStep(shape, spot)));
}
