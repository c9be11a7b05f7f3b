// What can be taken hold of: the handles of a step with what a click on them would make, the handles
// of a selected line, the plus between two lane heads, the lock on a step that stays.

import type { App } from '../app.ts';
import type { Rect, RecordId } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { bottom, centre, distance, type Point, right } from '../geometry/rect.ts';
import { planGrowth } from '../gestures/grow.ts';
import { type Handle, handlesOf } from '../gestures/handles.ts';
import { lineHandlesOf } from '../gestures/line_handles.ts';
import { ghost, stroke } from './marks.ts';
import type { Painter } from './paint.ts';

/** A lane keeps so much room under its lowest step, in points. */
const ROOM_UNDER = 28;
/** Handles that are closer look like one. */
const TOGETHER_PX = 12;

export function paintGrips(painter: Painter, app: App): void {
  growth(painter, app);
  const pulls = lineHandlesOf(app);
  // Where two stand at one spot, the one of the selected line is taken hold of.
  const isFree = (it: Handle) => !pulls.some((pull) => distance(pull, it) < TOGETHER_PX / app.camera.k);
  for (const handle of handlesOf(app).filter(isFree)) arrow(painter, app, handle);
  for (const { x, y, what } of pulls) {
    const small = what.is === 'piece' || (what.is === 'bend' && what.isNew);
    dot(painter, { x, y }, (small ? 3.2 : 4.8) / app.camera.k, 1.5 / app.camera.k);
  }
}

/** Small locks on the steps that one points at or has selected. */
export function paintLocks(painter: Painter, app: App): void {
  const { view } = app;
  const ids = new Set<RecordId>(view.selection);
  if (view.hovered !== null) ids.add(view.hovered);
  for (const id of ids) {
    const group = app.mirror.step(id)?.pinned && app.mirror.scene.get('step', id);
    if (!group) continue;
    const box = bodyOf(group);
    lock(painter, { x: right(box), y: box.y }, 1 / app.camera.k);
  }
}

/** The step and line that a click on the handle under the pointer would make. */
function growth(painter: Painter, app: App): void {
  const { pointed } = app.view;
  if (pointed?.on !== 'handle' || app.view.tool !== 'select') return;
  const plan = planGrowth(app, pointed.step, pointed.side);
  if (!plan) return;
  const { context } = painter;
  const { box, body, lane } = plan;
  context.save();
  const band = app.mirror.band(lane);
  if (band && bottom(box) > band.top + band.height) {
    // The lane will grow with it: lit as far, or the step would seem to be the next team's.
    const { x, w } = app.camera.inSight();
    painter.ink({ token: 'accent', alpha: 0.1 });
    context.fillRect(x, band.top, w, bottom(box) + ROOM_UNDER - band.top);
  }
  context.beginPath();
  const [first, ...rest] = pointed.side === 'right' ? across(body, box) : down(body, box);
  if (first) context.moveTo(first.x, first.y);
  for (const { x, y } of rest) context.lineTo(x, y);
  stroke(painter, 'accent', 1.5 / app.camera.k, 0.45);
  ghost(painter, box, 'step', 0.55);
  context.restore();
}

/** From the right of one box to the left of another, at right angles. */
function across(from: Rect, to: Rect): Point[] {
  const [a, b] = [centre(from).y, centre(to).y];
  const x = (right(from) + to.x) / 2;
  return [{ x: right(from), y: a }, { x, y: a }, { x, y: b }, { x: to.x, y: b }];
}

/** From one box to another above or below it. */
function down(from: Rect, to: Rect): Point[] {
  const below = to.y > from.y;
  const [a, b] = below ? [bottom(from), to.y] : [from.y, bottom(to)];
  const y = (a + b) / 2;
  const [x, end] = [centre(from).x, centre(to).x];
  return [{ x, y: a }, { x, y }, { x: end, y }, { x: end, y: b }];
}

const TURN: Record<Handle['side'], number> = { right: 0, down: 1, left: 2, up: 3 };

function arrow(painter: Painter, app: App, handle: Handle): void {
  const { context } = painter;
  const k = 1 / app.camera.k;
  const { pointed } = app.view;
  const lit = pointed?.on === 'handle' && pointed.side === handle.side;
  if (handle.side === 'left') return dot(painter, handle, 4.5 * k, 1.5 * k);
  dot(painter, handle, 6.5 * k, 1.5 * k, lit);
  context.save();
  context.translate(handle.x, handle.y);
  context.rotate((TURN[handle.side] * Math.PI) / 2);
  context.beginPath();
  context.moveTo(-1.4 * k, -2.8 * k);
  context.lineTo(1.6 * k, 0);
  context.lineTo(-1.4 * k, 2.8 * k);
  stroke(painter, lit ? 'surface' : 'accent', 1.5 * k);
  context.restore();
}

function dot(painter: Painter, { x, y }: Point, r: number, width: number, lit = false): void {
  const { context } = painter;
  context.beginPath();
  context.arc(x, y, r, 0, 7);
  painter.ink({ token: lit ? 'accent' : 'surface', alpha: 1 });
  context.fill();
  stroke(painter, 'accent', width);
}

/** The plus that puts a lane between two. */
export function paintPlus(painter: Painter, app: App): void {
  const { pointed } = app.view;
  if (pointed?.on !== 'between') return;
  const { lanes } = app.mirror;
  const last = lanes.at(-1);
  const line = lanes[pointed.at]?.top ?? (last ? last.top + last.height : 0);
  const k = 1 / app.camera.k;
  const at = { x: (17 - app.camera.x) * k, y: line };
  const { context } = painter;
  painter.ink({ token: 'accent', alpha: 0.5 });
  context.fillRect((0 - app.camera.x) * k, line - k, app.camera.head * k, 2 * k);
  dot(painter, at, 8.5 * k, 1.5 * k, true);
  context.beginPath();
  context.moveTo(at.x - 4 * k, at.y);
  context.lineTo(at.x + 4 * k, at.y);
  context.moveTo(at.x, at.y - 4 * k);
  context.lineTo(at.x, at.y + 4 * k);
  stroke(painter, 'surface', 1.6 * k);
}

function lock(painter: Painter, { x, y }: Point, k: number): void {
  const { context } = painter;
  dot(painter, { x, y }, 8 * k, 1 * k);
  context.beginPath();
  context.arc(x, y - 0.8 * k, 2.2 * k, Math.PI, 0);
  stroke(painter, 'accent', 1.3 * k);
  painter.ink({ token: 'accent', alpha: 1 });
  context.fillRect(x - 3.4 * k, y - 0.9 * k, 6.8 * k, 4.8 * k);
}
