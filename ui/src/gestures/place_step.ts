// A new step from the palette: its ghost follows the pointer, the lane it would fall into is lit,
// and where it is let go it stands, with the caret in its name.

import type { App } from '../app.ts';
import type { Command, LaneId, Place, StepKind } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, placeAt, SIZE } from '../geometry/place.ts';
import { shifted, type Point } from '../geometry/rect.ts';
import { snap } from '../geometry/snap.ts';
import { words } from '../words.ts';
import { type At, drop, type Gesture } from './gesture.ts';

const SNAP_PX = 6;

export function newStep(shape: StepKind, spot: { lane: LaneId; place: Place }): Command {
  return { do: 'addStep', shape, name: words.newNames[shape], ...spot };
}

/** Selects the step that an edit made, with the caret in its name. */
export function nameNew(app: App, made: readonly number[]): void {
  const step = made.map((id) => app.mirror.step(id)).find((it) => it !== undefined);
  if (!step) return;
  app.view.select([step.id]);
  const team = app.mirror.teamOf(step)?.name ?? '';
  app.view.say(words.stepAdded(words.kinds[step.shape], team));
  if (step.shape === 'step' || step.shape === 'decision') app.view.edit(step.id);
}

/** Puts a new step at a point and lets it be named. */
export async function putStep(app: App, shape: StepKind, scene: Point): Promise<void> {
  const spot = placeAt(app.mirror.lanes, scene, SIZE[shape]);
  if (!spot) return;
  const patch = await app.apply(newStep(shape, spot));
  if (patch) nameNew(app, patch.made);
}

export function placeStep(app: App, shape: StepKind): Gesture {
  const size = SIZE[shape];
  let spot: ReturnType<typeof placeAt> = null;

  const follow = (to: At) => {
    const { mirror, camera, draft } = app;
    const others = mirror.scene.query(camera.inSight()).filter(({ key }) => key.part === 'step');
    const { x, y } = to.scene;
    const box = { x: x - size.w / 2, y: y - size.h / 2, ...size };
    const near = to.free
      ? { dx: 0, dy: 0, guides: [] }
      : snap(box, others.map(bodyOf), SNAP_PX / camera.k);
    const onMap = to.client.x >= camera.head && to.client.y >= 0 && to.client.y <= camera.height;
    spot = onMap ? placeAt(mirror.lanes, { x: x + near.dx, y: y + near.dy }, size) : null;
    if (!spot) return draft.show({ ghost: null, lit: null, guides: [] }, to.client);
    const guides = near.guides;
    const shown = shifted(box, near.dx, near.dy);
    const settled = boxAt(mirror.lanes, spot, size);
    const ghost = { shape, box: { ...shown, x: settled.x, y: settled.y } };
    draft.show({ ghost, lit: spot.lane, guides }, to.client);
  };

  return {
    move: follow,
    release: async (to) => {
      follow(to);
      const put = spot;
      if (!put) return drop(app);
      app.view.used();
      const patch = await app.apply(newStep(shape, put));
      drop(app);
      if (patch) nameNew(app, patch.made);
    },
    cancel: () => {
      drop(app);
      if (app.view.tool === shape) app.view.arm('select');
    },
  };
}
