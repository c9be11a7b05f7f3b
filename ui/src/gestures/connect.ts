// Connecting. A step's whole box takes the connector; on empty ground a new step is made that
// arrives already wired. The kernel draws the line while it is being made, and says when it may
// not be.

import type { App } from '../app.ts';
import type { Command, StepId } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, placeAt, SIZE } from '../geometry/place.ts';
import { centre } from '../geometry/rect.ts';
import { words } from '../words.ts';
import { type At, drop, type Gesture, preview, settle, unpreview } from './gesture.ts';
import { nameNew } from './place_step.ts';
import { stepUnder } from './under.ts';

/** A connector to a new step that stands beside or in another lane. */
export function connectToNew(
  from: StepId,
  spot: NonNullable<ReturnType<typeof placeAt>>,
): Command {
  const name = words.newNames.step;
  return { do: 'connect', from, to: { to: 'newStep', shape: 'step', name, ...spot } };
}

export function connect(app: App, from: StepId): Gesture {
  const source = app.mirror.scene.get('step', from);
  let command: Command | null = null;

  const toStep = (target: StepId, to: At, start: { x: number; y: number }) => {
    command = { do: 'connect', from, to: { to: 'step', step: target } };
    const wire = { from: start, to: to.scene };
    app.draft.show({ wire, target, ghost: null, lit: null }, to.client);
  };

  const toGround = (to: At, start: { x: number; y: number }) => {
    const spot = placeAt(app.mirror.lanes, to.scene, SIZE.step);
    command = spot && connectToNew(from, spot);
    const ghost = spot && { shape: 'step' as const, box: boxAt(app.mirror.lanes, spot, SIZE.step) };
    const wire = { from: start, to: to.scene };
    app.draft.show({ wire, target: null, ghost, lit: spot?.lane ?? null }, to.client);
  };

  const follow = (to: At) => {
    if (!source) return;
    const start = centre(bodyOf(source));
    const target = stepUnder(app, to);
    if (target === from || to.client.x < app.camera.head) {
      command = null;
      unpreview(app);
      const wire = { from: start, to: to.scene };
      return app.draft.show({ wire, target: null, ghost: null, lit: null }, to.client);
    }
    if (target === null) toGround(to, start);
    else toStep(target, to, start);
    if (command) preview(app, command);
  };

  return {
    move: follow,
    release: async (to) => {
      follow(to);
      const wanted = command;
      if (!wanted) return drop(app);
      app.view.used();
      const patch = await settle(app, wanted);
      if (!patch) return;
      const newStep = patch.made.some((id) => app.mirror.step(id));
      if (newStep) nameNew(app, patch.made);
      else app.view.select(patch.made.slice(0, 1));
    },
    cancel: () => drop(app),
  };
}
