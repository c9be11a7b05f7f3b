// The pointer's state: nothing, pressed but not yet moved, or in a gesture. A gesture may also be
// held without a button, for clicking here and then there. Knows no page, so that tests can drive
// it.

import type { App } from '../app.ts';
import type { Position } from '../canvas/camera.ts';
import { distance, type Point } from '../geometry/rect.ts';
import { TREMBLE_PX } from './fingers.ts';
import type { At, Gesture } from './gesture.ts';
import { gripAt, type Grip } from './grip.ts';
import { pan } from './pan.ts';
import { placeStep } from './place_step.ts';

/** A press becomes a drag after so many pixels; a finger trembles more than a mouse. */
const DRAG_PX = 4;

/** Two clicks within this are a double click. */
const TWICE_MS = 450;
/** And no further apart than a hand trembles. */
const TWICE_PX = 8;

export class Hand {
  /** Space is down: whatever is pressed, the ground is dragged. */
  spaced = false;
  /** It is a finger, which drags the ground where a mouse would draw a rectangle. */
  finger = false;
  /** Where the pointer was last on the stage; nothing when it has left. */
  at: At | null = null;
  #app: App;
  #made = { at: { x: 0, y: 0 }, when: -TWICE_MS };
  #pressed: { at: At; grip: Grip } | null = null;
  #gesture: Gesture | null = null;
  /** The gesture goes on without a button. */
  #held = false;
  /** Where the map was looked at when it was taken hold of: the ground may come along at the edge. */
  #looked: Position | null = null;
  /** The ground came along with a gesture that goes without a button. */
  #came: Position | null = null;

  constructor(app: App) {
    this.#app = app;
    app.view.subscribe(() => this.#follow());
  }

  /** A click has just made something here: the second of two quick ones is not about what is there now. */
  justMade(client: Point): boolean {
    const { at, when } = this.#made;
    return performance.now() - when < TWICE_MS && distance(at, client) <= TWICE_PX;
  }

  /** A click at a point of the stage made something. */
  made(at: Point): void {
    this.#made = { at, when: performance.now() };
  }

  get busy(): boolean {
    return this.#gesture !== null || this.#pressed !== null;
  }

  /** A gesture that ends when the button is let go. */
  get dragging(): boolean {
    return this.#gesture !== null && !this.#held;
  }

  /** A gesture for which the ground may come along at the edge of the stage. */
  get reaching(): boolean {
    return this.#gesture !== null && this.#gesture.movesGround !== true;
  }

  press(at: At, button: number): void {
    if (this.#gesture) {
      if (button !== 0) this.cancel();
      return;
    }
    if (button === 1 || this.spaced) this.#begin(pan(this.#app, at));
    else if (button === 0) this.#pressed = { at, grip: gripAt(this.#app, at) };
    this.#pressed?.grip.press?.();
  }

  move(at: At): void {
    this.at = at;
    if (this.#pressed && distance(this.#pressed.at.client, at.client) >= (this.finger ? TREMBLE_PX : DRAG_PX)) {
      const { grip, at: from } = this.#pressed;
      this.#pressed = null;
      const gesture = grip.drag?.(from);
      this.#app.view.point(null);
      if (gesture) this.#begin(gesture);
    }
    this.#gesture?.move(at);
  }

  async lift(at: At): Promise<void> {
    const [pressed, gesture] = [this.#pressed, this.#gesture];
    this.#pressed = null;
    this.#gesture = null;
    this.#held = false;
    if (gesture) await gesture.release(at);
    else if (pressed) {
      const held = pressed.grip.click?.(at);
      if (held) this.hold(held);
    }
    this.#follow();
  }

  /** A gesture that follows the pointer without a button, until the next press is let go. */
  hold(gesture: Gesture): void {
    this.#came = null;
    this.#gesture?.cancel();
    this.#gesture = gesture;
    this.#held = true;
  }

  /** Ends a held gesture in another way than by the pointer. */
  async end(how: () => Promise<void>): Promise<void> {
    this.#gesture = null;
    this.#held = false;
    await how();
    this.#follow();
  }

  /** The ground comes along from here. */
  bring(from: Position): void {
    if (this.#held) this.#came ??= from;
  }

  /** Drops whatever is going on; `false` when nothing was. */
  cancel(): boolean {
    const busy = this.busy;
    const gesture = this.#gesture;
    const back = !this.reaching ? null : this.#held ? this.#came : this.#looked;
    this.#came = null;
    this.#gesture = null;
    this.#pressed = null;
    this.#held = false;
    gesture?.cancel();
    if (back) this.#app.camera.set(back);
    return busy;
  }

  /** Lets go of whatever is going on; ground that was pushed stays where it is. */
  drop(): void {
    if (this.#gesture?.movesGround) this.#gesture = null;
    this.cancel();
  }

  #begin(gesture: Gesture): void {
    this.#looked = this.#app.camera.position;
    this.#gesture = gesture;
    this.#held = false;
  }

  /** A tool that makes steps holds its ghost as soon as it is armed. */
  #follow(): void {
    const { tool } = this.#app.view;
    const makes = tool === 'step' || tool === 'decision' || tool === 'start' || tool === 'end';
    if (makes && !this.#gesture) this.hold(Object.assign(placeStep(this.#app, tool), { tool }));
    else if (this.#held && this.#gesture && 'tool' in this.#gesture && this.#gesture.tool !== tool) {
      const gesture = this.#gesture;
      this.#gesture = null;
      this.#held = false;
      gesture.cancel();
      this.#follow();
    }
  }
}
