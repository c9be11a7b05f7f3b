// The ground comes along while something is dragged near the edge of the stage: the nearer, the
// faster, until the pointer goes back or lets go. A drag that begins there is not pulled away: the
// pointer has to go out farther, or come back from inside.

import type { App } from '../app.ts';
import { at, type At } from './gesture.ts';

/** How near the edge it begins, and the most it moves in a frame, in pixels. */
const NEAR_PX = 36;
const MOST_PX = 18;

/** How fast to pan for a pointer that came into the zone at a pull of `before`. */
export const beyond = (now: number, before: number): number =>
  Math.sign(now) === Math.sign(before) && Math.abs(now) <= Math.abs(before) ? 0 : now;

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
  /** The pulls where the drag began; nothing once the pointer was inside. */
  #begun: { x: number; y: number } | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** Where the pointer drags now; nothing when it does not. */
  pointer(at: At | null): void {
    if (at === null) this.#begun = null;
    else {
      const here = this.#pulls(at);
      if (this.#at === null) this.#begun = here;
      const { x, y } = this.#begun ?? here;
      this.#begun = { x: here.x === 0 ? 0 : x, y: here.y === 0 ? 0 : y };
    }
    this.#at = at;
    if (at === null) cancelAnimationFrame(this.#frame);
    if (at === null) this.#frame = 0;
    else if (this.#frame === 0) this.#again();
  }

  #pulls({ client }: At): { x: number; y: number } {
    const { camera } = this.#app;
    return { x: pull(client.x, camera.head, camera.width), y: pull(client.y, 0, camera.height) };
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
    const now = this.#pulls(here);
    const [dx, dy] = [beyond(now.x, this.#begun?.x ?? 0), beyond(now.y, this.#begun?.y ?? 0)];
    if (dx === 0 && dy === 0) return;
    const before = camera.position;
    camera.pan(dx, dy);
    const moved = camera.x !== before.x || camera.y !== before.y;
    if (!moved) return;
    hand.bring(before);
    hand.move(at(this.#app, here.client, here.shift, here.free, here.alt));
    this.#again();
  }
}
