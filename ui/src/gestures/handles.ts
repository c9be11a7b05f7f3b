// The handles on the sides of a step. Dragged, each draws a connector; clicked, the ones at the
// right, above and below make the next step there. They stand on the step under the pointer, or
// else on the one that is selected.

import type { App } from '../app.ts';
import type { StepId } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { centre, distance, grown, holds, type Point } from '../geometry/rect.ts';
import type { Side } from '../view.ts';

/** Distance of a handle from its step, and how near the pointer must be, in pixels. */
const AWAY_PX = 11;
const NEAR_PX = 9;
/** A finger is broader. */
const FINGER_PX = 16;
/** From farther away handles would cover what stands beside the step. */
const LEAST_ZOOM = 0.4;

export interface Handle extends Point {
  step: StepId;
  side: Side;
}

/** The step whose handles are shown. */
function shownOn(app: App): StepId | null {
  const { mirror, view } = app;
  if (app.readOnly || (view.tool !== 'select' && view.tool !== 'connect')) return null;
  const step = mirror.step(view.hovered ?? -1) ?? mirror.step(view.single ?? -1);
  return step && step.shape !== 'end' ? step.id : null;
}

export function handlesOf(app: App): Handle[] {
  const step = shownOn(app);
  if (app.camera.k < LEAST_ZOOM) return [];
  const group = step === null ? undefined : app.mirror.scene.get('step', step);
  if (step === null || !group) return [];
  const box = grown(bodyOf(group), AWAY_PX / app.camera.k);
  const { x, y } = centre(box);
  return [
    { step, side: 'right', x: box.x + box.w, y },
    { step, side: 'down', x, y: box.y + box.h },
    { step, side: 'left', x: box.x, y },
    { step, side: 'up', x, y: box.y },
  ];
}

/** Whether the pointer is still at the step whose handles are shown: on it, or on the way to one. */
export function staysAt(app: App, scene: Point): boolean {
  const group = app.mirror.scene.get('step', app.view.hovered ?? -1);
  return group !== undefined && holds(grown(bodyOf(group), (AWAY_PX + NEAR_PX) / app.camera.k), scene);
}

/** The handle under the pointer. */
export function handleAt(app: App, scene: Point): Handle | undefined {
  const near = (app.hand.finger ? FINGER_PX : NEAR_PX) / app.camera.k;
  return handlesOf(app).find((handle) => distance(handle, scene) <= near);
}
