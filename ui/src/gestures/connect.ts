// Connecting. A step's whole box takes the connector; on empty ground one chooses what arrives
// there, already wired. The kernel draws the line while it is being made, and says when it may not
// be.

import type { App } from '../app.ts';
import type { Command, StepId, StepKind } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, placeAt, SIZE } from '../geometry/place.ts';
import { centre, distance, type Point } from '../geometry/rect.ts';
import { words } from '../words.ts';
import { type At, drop, type Gesture, preview, settle, unpreview } from './gesture.ts';
import { makeAndName } from './place_step.ts';
import { stepUnder } from './under.ts';

/** A second click this near to where the line was let go takes what is offered first. */
const AGAIN_PX = 60;

type Spot = NonNullable<ReturnType<typeof placeAt>>;

/** A connector to a new step that stands beside or in another lane. */
export function connectToNew(from: StepId, spot: Spot, shape: StepKind = 'step'): Command {
  const name = words.newNames[shape];
  return { do: 'connect', from, to: { to: 'newStep', shape, name, ...spot } };
}

export function connect(app: App, from: StepId): Gesture {
  const source = app.mirror.scene.get('step', from);
  let command: Command | null = null;

  const toStep = (target: StepId, to: At, start: Point) => {
    command = { do: 'connect', from, to: { to: 'step', step: target } };
    const wire = { from: start, to: to.scene };
    app.draft.show({ wire, target, ghost: null, lit: null }, to.client);
  };

  const toGround = (to: At, start: Point) => {
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
      const makes = wanted.do === 'connect' && wanted.to.to === 'newStep';
      if (makes) return app.hand.hold(choosing(app, from, to));
      const patch = await settle(app, wanted);
      if (patch) app.view.select(patch.made.slice(0, 1));
    },
    cancel: () => drop(app),
  };
}

/** Waits for what arrives at the end of a line: by key, by a click on one of the kinds, or by a
 * second click on the spot, which takes a step. */
function choosing(app: App, from: StepId, there: At): Gesture {
  const pick = async (shape: StepKind) => {
    const spot = placeAt(app.mirror.lanes, there.scene, SIZE[shape]);
    if (!spot) return drop(app);
    app.draft.show({ choice: null });
    await makeAndName(app, () => settle(app, connectToNew(from, spot, shape)));
  };
  app.draft.show({ choice: { at: there.client, pick: (shape) => app.hand.end(() => pick(shape)) } });
  return {
    move: () => {},
    release: async (to) => {
      if (distance(to.client, there.client) > AGAIN_PX) return drop(app);
      await pick('step');
    },
    cancel: () => drop(app),
  };
}
