// The fingers on the stage. One acts as a mouse does; from the second on they move and zoom the map,
// until the last one is lifted. One that stays where it is asks what can be done there.

import type { App } from '../app.ts';
import type { RecordId } from '../contract.ts';
import { distance, type Point } from '../geometry/rect.ts';

/** A finger that rests for so long asks for the menu. */
const LONG_MS = 550;
/** It may tremble by so many pixels. */
export const TREMBLE_PX = 10;

export class Fingers {
  #app: App;
  #longPressed: (at: Point) => void;
  /** Where each of them is, in the order in which they came. */
  #down = new Map<number, Point>();
  /** There were two or more, and one is still down. */
  #moving = false;
  #resting: { at: Point; timer: ReturnType<typeof setTimeout> } | null = null;
  /** What was selected before the first finger came down. */
  #selected: ReadonlySet<RecordId> = new Set();

  constructor(app: App, longPressed: (at: Point) => void) {
    this.#app = app;
    this.#longPressed = longPressed;
  }

  /** A finger came down; whether it acts as a mouse does. */
  down(finger: number, at: Point): boolean {
    const { view, hand } = this.#app;
    this.wake();
    this.#down.set(finger, at);
    if (this.#down.size === 1 && !this.#moving) {
      this.#selected = view.selection;
      this.#resting = { at, timer: setTimeout(() => this.#rested(at), LONG_MS) };
      return true;
    }
    if (!this.#moving) {
      // What the first one took hold of was not meant.
      hand.drop();
      if (view.selection !== this.#selected) view.select(this.#selected);
    }
    this.#moving = true;
    return false;
  }

  /** A finger moved; whether it acts as a mouse does. */
  move(finger: number, to: Point): boolean {
    const from = this.#down.get(finger);
    if (!from) return true;
    if (this.#resting && distance(this.#resting.at, to) >= TREMBLE_PX) this.wake();
    if (this.#moving) this.#moveMap(finger, from, to);
    this.#down.set(finger, to);
    return !this.#moving;
  }

  /** A finger was lifted or lost; whether it acts as a mouse does. */
  up(finger: number): boolean {
    this.wake();
    this.#down.delete(finger);
    const acts = !this.#moving;
    if (this.#down.size === 0) this.#moving = false;
    return acts;
  }

  /** No finger rests any more. */
  wake(): void {
    clearTimeout(this.#resting?.timer);
    this.#resting = null;
  }

  #rested(at: Point): void {
    this.#resting = null;
    this.#longPressed(at);
  }

  /** The first two hold what is under them; one alone pushes the ground. */
  #moveMap(finger: number, from: Point, to: Point): void {
    const { camera } = this.#app;
    const two = [...this.#down.keys()].slice(0, 2);
    if (!two.includes(finger)) return;
    const other = this.#down.get(two.find((it) => it !== finger) ?? -1);
    if (!other) return camera.pan(to.x - from.x, to.y - from.y);
    const middle = (p: Point) => ({ x: (p.x + other.x) / 2, y: (p.y + other.y) / 2 });
    const factor = distance(to, other) / Math.max(distance(from, other), 1);
    camera.zoomAt(middle(from), factor, middle(to));
  }
}
