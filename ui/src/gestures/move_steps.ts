// Moving steps. They follow the pointer in the same frame; the kernel is asked meanwhile what it
// would mean: lines anew, handoffs that appear or vanish. A step belongs to the lane its centre is
// in when it is let go.

import type { App } from '../app.ts';
import type { Command, ConnectorId, Rect, StepId, StepMove } from '../contract.ts';
import type { Landing } from '../draft.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, laneAt, placeAt } from '../geometry/place.ts';
import { centre, shifted } from '../geometry/rect.ts';
import { snap, UNSNAPPED } from '../geometry/snap.ts';
import { type At, drop, type Gesture, preview, settle, unpreview } from './gesture.ts';
import { clearOf, flowUnder, givingWay, isLoose } from './splice.ts';

/** How far a step is drawn to its neighbours, in pixels. */
const SNAP_PX = 6;

export interface Held {
  step: StepId;
  box: Rect;
}

/** The steps of a selection that can be moved, with their boxes. */
export function held(app: App, ids: Iterable<StepId>): Held[] {
  return [...ids].flatMap((step) => {
    const group = app.mirror.scene.get('step', step);
    return group && !app.mirror.step(step)?.pinned ? [{ step, box: bodyOf(group) }] : [];
  });
}

/** Where the steps would stand after a shift; only those that would stand elsewhere. */
export function movesBy(app: App, steps: readonly Held[], dx: number, dy: number): StepMove[] {
  return allBy(app, steps, dx, dy).filter((it) => !isThere(app, it));
}

/** Where all of them would stand, wherever that is. */
function allBy(app: App, steps: readonly Held[], dx: number, dy: number): StepMove[] {
  return steps.flatMap(({ step, box }) => {
    const spot = placeAt(app.mirror.lanes, centre(shifted(box, dx, dy)), box);
    return spot && app.mirror.step(step) ? [{ step, ...spot }] : [];
  });
}

function isThere(app: App, { step, lane, place }: StepMove): boolean {
  const before = app.mirror.step(step);
  return before?.lane === lane && before.place.x === place.x && before.place.y === place.y;
}

/** A step that lands no farther off, in points of the scene, lands where it is seen. */
const SEEN_THERE = 1;

/** The boxes that steps shifted like this would fill, where they are not seen there already. */
function landingOf(
  app: App,
  steps: readonly Held[],
  moves: readonly StepMove[],
  dx: number,
  dy: number,
): Landing[] {
  return moves.flatMap(({ step, lane, place }) => {
    const held = steps.find((it) => it.step === step)?.box;
    if (!held) return [];
    const size = { w: held.w, h: held.h };
    const [lands, seen] = [boxAt(app.mirror.lanes, { lane, place }, size), shifted(held, dx, dy)];
    const apart = Math.max(Math.abs(lands.x - seen.x), Math.abs(lands.y - seen.y));
    const shape = app.mirror.step(step)?.shape ?? 'step';
    return apart < SEEN_THERE ? [] : [{ shape, lane, place, size }];
  });
}

/** Other steps in sight that the moved one may line up with. */
export function neighbours(app: App, moving: ReadonlySet<StepId>): Rect[] {
  return app.mirror.scene
    .query(app.camera.inSight())
    .filter(({ key }) => key.part === 'step' && !moving.has(key.id))
    .map(bodyOf);
}

export function moveSteps(app: App, ids: Iterable<StepId>, pressed: StepId, from: At): Gesture {
  const steps = held(app, ids);
  const grabbed = new Set(steps.map(({ step }) => step));
  const first = steps.find(({ step }) => step === pressed) ?? steps[0];
  const others = neighbours(app, grabbed);
  const loose = steps.length === 1 && first !== undefined && isLoose(app, first.step);
  let command: Command | null = null;

  const commandOf = (moves: readonly StepMove[], into: ConnectorId | null): Command | null => {
    const [moved] = moves;
    if (!moved) return null;
    if (into === null) return { do: 'moveSteps', moves: [...moves] };
    const aside = givingWay(app, into, moved, moved.step);
    const step = { to: 'step', step: moved.step } as const;
    return { do: 'splice', connector: into, step, moved: [moved, ...aside] };
  };

  const follow = (to: At) => {
    if (!first) return;
    let [dx, dy] = [to.scene.x - from.scene.x, to.scene.y - from.scene.y];
    if (to.shift) Math.abs(dx) > Math.abs(dy) ? (dy = 0) : (dx = 0);
    const box = shifted(first.box, dx, dy);
    const near = to.free ? UNSNAPPED : snap(box, others, SNAP_PX / app.camera.k);
    [dx, dy] = [dx + near.dx, dy + near.dy];
    const target = loose ? flowUnder(app, shifted(first.box, dx, dy)) : null;
    const moved = movesBy(app, steps, dx, dy);
    const moves = target === null ? moved : moved.map((it) => clearOf(app, target, it, it.step));
    command = commandOf(moves, target);
    const lit = laneAt(app.mirror.lanes, centre(first.box).y + dy)?.lane ?? null;
    const landing = landingOf(app, steps, moves, dx, dy);
    app.draft.show({ grabbed, dx, dy, landing, lit, target, guides: near.guides }, to.client);
    if (command) preview(app, command);
    else unpreview(app);
  };

  return {
    move: follow,
    release: async (to) => {
      follow(to);
      if (!command) return drop(app);
      await settle(app, command);
    },
    cancel: () => drop(app),
  };
}

/**
 * Moving by the arrow keys: shown at once, sent when the key is let go; taps one after another are
 * undone together. Those that come while the kernel is at it count from where it will have put the steps.
 */
export class Nudge {
  #app: App;
  #steps: Held[] = [];
  #dx = 0;
  #dy = 0;
  #isDown = false;
  #sending = false;

  constructor(app: App) {
    this.#app = app;
  }

  get active(): boolean {
    return this.#steps.length > 0;
  }

  /** One more press of an arrow. */
  by(dx: number, dy: number): void {
    if (!this.active) this.#steps = held(this.#app, this.#app.view.selection);
    if (!this.active) return;
    this.#isDown = true;
    this.#dx += dx;
    this.#dy += dy;
    this.#show();
  }

  /** The key was let go. */
  async end(): Promise<void> {
    this.#isDown = false;
    if (this.#sending) return;
    this.#sending = true;
    const waits = () => this.active && (this.#dx !== 0 || this.#dy !== 0);
    while (!this.#isDown && waits()) await this.#send();
    this.#sending = false;
    if (this.#isDown) return this.#show();
    this.#forget();
    drop(this.#app);
  }

  cancel(): boolean {
    if (!this.active) return false;
    this.#forget();
    drop(this.#app);
    return true;
  }

  async #send(): Promise<void> {
    const app = this.#app;
    const [steps, dx, dy] = [this.#steps, this.#dx, this.#dy];
    // All of them, also where one has met the rim: taps of the same steps are undone together.
    const moves = allBy(app, steps, dx, dy);
    if (moves.some((it) => !isThere(app, it))) await settle(app, { do: 'moveSteps', moves }, true);
    // It may have been let go of meanwhile, and others taken hold of.
    if (this.#steps !== steps) return;
    this.#steps = held(app, this.#steps.map((it) => it.step));
    this.#dx -= dx;
    this.#dy -= dy;
  }

  #show(): void {
    const app = this.#app;
    const grabbed = new Set(this.#steps.map(({ step }) => step));
    const moves = movesBy(app, this.#steps, this.#dx, this.#dy);
    const landing = landingOf(app, this.#steps, moves, this.#dx, this.#dy);
    app.draft.show({ grabbed, dx: this.#dx, dy: this.#dy, landing });
    if (moves.length > 0) preview(app, { do: 'moveSteps', moves });
  }

  #forget(): void {
    this.#steps = [];
    this.#dx = 0;
    this.#dy = 0;
  }
}
