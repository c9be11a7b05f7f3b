// A new step from the palette: its ghost follows the pointer, the lane it would fall into is lit,
// and where it is let go it stands, with the caret in its name.

import type { App } from '../app.ts';
import type { Command, ConnectorId, LaneId, Patch, Place, RecordId, StepKind } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, clearOfSteps, placeAt, SIZE } from '../geometry/place.ts';
import { shifted, type Point } from '../geometry/rect.ts';
import { snap, UNSNAPPED } from '../geometry/snap.ts';
import { words } from '../words.ts';
import { type At, drop, type Gesture, preview, settle, unpreview } from './gesture.ts';
import { clearOf, fitsInto, flowUnder, givingWay } from './splice.ts';

const SNAP_PX = 6;

export function newStep(shape: StepKind, spot: { lane: LaneId; place: Place }): Command {
  return { do: 'addStep', shape, name: words.newNames[shape], ...spot };
}

/** The same, put into the way of a connector. */
export function newStepInto(
  app: App,
  connector: ConnectorId,
  shape: StepKind,
  spot: { lane: LaneId; place: Place },
): Command {
  const name = words.newNames[shape];
  const clear = clearOf(app, connector, spot);
  const step = { to: 'newStep', shape, name, ...clear } as const;
  return { do: 'splice', connector, step, moved: givingWay(app, connector, clear) };
}

/**
 * Makes a step and lets it be named. What is typed before the kernel has answered is the beginning
 * of the name: a hand that types does not wait.
 */
export async function makeAndName(app: App, make: () => Promise<Patch | null>): Promise<Patch | null> {
  app.view.typedAhead = '';
  const over = () => {
    app.view.typedAhead = null;
    app.view.endedAhead = null;
  };
  const before = [...app.view.selection];
  try {
    const patch = await make();
    if (patch) nameNew(app, patch, before);
    const key = app.view.endedAhead;
    over();
    // Tab makes the next step, whose name has letters of its own.
    if (patch && key) inField(key);
    return patch;
  } catch (error) {
    over();
    throw error;
  }
}

/** Gives a key to the field that has just been opened. */
function inField(key: string): void {
  const field = document.activeElement;
  if (!field?.matches('.in-place')) return;
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Selects the step that an edit made, with the caret in its name. */
function nameNew(app: App, { made, revision }: Patch, before: readonly RecordId[]): void {
  const step = made.map((id) => app.mirror.step(id)).find((it) => it !== undefined);
  if (!step) return;
  app.view.select([step.id]);
  const team = app.mirror.teamOf(step)?.name ?? '';
  app.view.say(words.stepAdded(words.kinds[step.shape], team));
  if (step.shape === 'step' || step.shape === 'decision') {
    app.view.edit(step.id, app.view.typedAhead || null, { revision, before });
  }
}

/** Puts a new step at a point and lets it be named. */
export async function putStep(app: App, shape: StepKind, scene: Point): Promise<void> {
  const spot = placeAt(app.mirror.lanes, scene, SIZE[shape]);
  if (!spot) return;
  const clear = clearOfSteps(app.mirror.steps, spot, SIZE[shape]);
  await makeAndName(app, () => app.apply(newStep(shape, clear)));
}

export function placeStep(app: App, shape: StepKind): Gesture {
  const size = SIZE[shape];
  let command: Command | null = null;

  const follow = (to: At) => {
    const { mirror, camera, draft } = app;
    const others = mirror.scene.query(camera.inSight()).filter(({ key }) => key.part === 'step');
    const { x, y } = to.scene;
    const box = { x: x - size.w / 2, y: y - size.h / 2, ...size };
    const near = to.free
      ? UNSNAPPED
      : snap(box, others.map(bodyOf), SNAP_PX / camera.k);
    const onMap = to.client.x >= camera.head && to.client.y >= 0 && to.client.y <= camera.height;
    const spot = onMap ? placeAt(mirror.lanes, { x: x + near.dx, y: y + near.dy }, size) : null;
    command = null;
    if (!spot) {
      unpreview(app);
      return draft.show({ ghost: null, lit: null, target: null, guides: [] }, to.client);
    }
    const { guides } = near;
    const shown = shifted(box, near.dx, near.dy);
    const held = boxAt(mirror.lanes, spot, size);
    const target = fitsInto(shape) ? flowUnder(app, held) : null;
    const clear = target === null ? clearOfSteps(mirror.steps, spot, size) : spot;
    const settled = boxAt(mirror.lanes, clear, size);
    const ghost = { shape, box: { ...shown, x: settled.x, y: settled.y } };
    draft.show({ ghost, lit: spot.lane, target, guides: clear === spot ? guides : [] }, to.client);
    command = target === null ? newStep(shape, clear) : newStepInto(app, target, shape, spot);
    if (target === null) unpreview(app);
    else preview(app, command);
  };

  return {
    move: follow,
    release: async (to) => {
      follow(to);
      const put = command;
      if (!put) return drop(app);
      app.view.used();
      await makeAndName(app, () => settle(app, put));
    },
    cancel: () => {
      drop(app);
      if (app.view.tool === shape) app.view.arm('select');
    },
  };
}
