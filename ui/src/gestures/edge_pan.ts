// The ground comes along while something is dragged near the edge of the stage: the nearer, the
// faster, until the pointer goes back or lets go.

import type { App } from '../app.ts';
import { at, type At } from './gesture.ts';

/** How near the edge it begins, and the most it moves in a frame, in pixels. */
const NEAR_PX = 36;
const MOST_PX = 18;

/** How fast to pan for a pointer at `value` between two edges. */
export function pull(value: number, least: number, most: number): number {
  const before = least + NEAR_PX - value;
  const after = value - (most - NEAR_PX);
  if (before > 0) return Math.min(before / NEAR_PX, 1) * MOST_PX;
  return after > 0 ? -Math.min(after / NEAR_PX, 1) * MOST_PX : 0;
}

export class EdgePan {
  #app: App;
  #at: At | null = null;
  #frame = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Where the pointer drags now; nothing when it does not. */
  pointer(at: At | null): void {
    this.#at = at;
    if (at === null) cancelAnimationFrame(this.#frame);
    if (at === null) this.#frame = 0;
    else if (this.#frame === 0) this.#again();
  }

  #again(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#step();
    });
  }

  #step(): void {
    const here = this.#at;
    const { camera, hand } = this.#app;
    if (here === null || !hand.reaching) return;
    const { x, y } = here.client;
    const [dx, dy] = [pull(x, camera.head, camera.width), pull(y, 0, camera.height)];
    if (dx === 0 && dy === 0) return;
    const before = camera.position;
    camera.pan(dx, dy);
    const moved = camera.x !== before.x || camera.y !== before.y;
    if (!moved) return;
    hand.move(at(this.#app, here.client, here.shift, here.free));
    this.#again();
  }
}
