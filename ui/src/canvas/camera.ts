// The camera: where the scene lies on the canvas. Client = scene times zoom plus offset, in CSS
// pixels from the canvas's top left corner. It never shows ground left of the lane heads or above
// the map, so that heads and lanes fill the canvas like the rows of a sheet.

import type { Rect } from '../contract.ts';
import { bottom, centre, clamp, right, type Point } from '../geometry/rect.ts';
import { Subject } from '../subject.ts';

export const LEAST_ZOOM = 0.1;
export const MOST_ZOOM = 4;
/** Room left free for the palette that floats over the lower edge, when it has one row. */
export const PALETTE_ROOM = 84;
/** Lane heads are drawn no smaller than this. */
const LEAST_HEAD_ZOOM = 0.75;
/** At least so much of the map stays in sight when it is pushed away. */
const IN_SIGHT = 160;

const headZoom = (k: number): number => Math.max(k, LEAST_HEAD_ZOOM);

export interface Position {
  x: number;
  y: number;
  k: number;
}

export class Camera extends Subject {
  x = 0;
  y = 0;
  k = 1;
  width = 0;
  height = 0;
  /** What of the lower right corner something lies over, in CSS pixels. */
  covered = { w: 0, h: 0 };
  /** How far up the palette and the line that is typed lie over the lower edge, in CSS pixels. */
  paletteRoom = PALETTE_ROOM;
  lineRoom = 0;
  #bounds: Rect = { x: 0, y: 0, w: 0, h: 0 };
  #head = 0;

  /** How far up something lies over the whole lower edge, in CSS pixels. */
  get floor(): number {
    return Math.max(this.paletteRoom, this.lineRoom);
  }

  get position(): Position {
    return { x: this.x, y: this.y, k: this.k };
  }

  /** The zoom of the lane heads, which stay readable when the map is small. */
  get headZoom(): number {
    return headZoom(this.k);
  }

  /** The lane heads' width on the screen. */
  get head(): number {
    return this.#head * this.headZoom;
  }

  toScene(client: Point): Point {
    return { x: (client.x - this.x) / this.k, y: (client.y - this.y) / this.k };
  }

  toClient(scene: Point): Point {
    return { x: scene.x * this.k + this.x, y: scene.y * this.k + this.y };
  }

  rectToClient(rect: Rect): Rect {
    const at = this.toClient(rect);
    return { ...at, w: rect.w * this.k, h: rect.h * this.k };
  }

  /** What of the scene is in sight, with a margin in pixels. */
  inSight(margin = 0): Rect {
    const { x, y } = this.toScene({ x: -margin, y: -margin });
    return { x, y, w: (this.width + 2 * margin) / this.k, h: (this.height + 2 * margin) / this.k };
  }

  resize(width: number, height: number): void {
    if (this.width === width && this.height === height) return;
    this.width = width;
    this.height = height;
    this.set(this.position);
  }

  /** The world it looks at. */
  look(bounds: Rect, head: number): void {
    this.#bounds = bounds;
    this.#head = head;
    this.set(this.position);
  }

  pan(dx: number, dy: number): void {
    this.set({ x: this.x + dx, y: this.y + dy, k: this.k });
  }

  /** Zooms so that what is under the pointer stays there, or comes to where that is by then. */
  zoomAt(client: Point, factor: number, to = client): void {
    const k = clamp(this.k * factor, LEAST_ZOOM, MOST_ZOOM);
    const by = k / this.k;
    this.set({ x: to.x - (client.x - this.x) * by, y: to.y - (client.y - this.y) * by, k });
  }

  /** Zooms about the middle to a given zoom. */
  zoomTo(k: number): void {
    this.zoomAt({ x: (this.width + this.head) / 2, y: this.height / 2 }, k / this.k);
  }

  /** The zoom at which a rectangle just fits beside the heads and above the palette. */
  fitting(rect: Rect): number {
    const whole = this.width / (right(rect) + this.#head);
    const beside = (this.width - this.#head * LEAST_HEAD_ZOOM) / right(rect);
    const across = whole >= LEAST_HEAD_ZOOM ? whole : Math.min(beside, LEAST_HEAD_ZOOM);
    const down = (this.height - this.floor) / Math.max(rect.h, 1);
    return clamp(Math.min(across, down), LEAST_ZOOM, 1);
  }

  /** The whole map. */
  fit(): void {
    const k = this.fitting(this.#bounds);
    this.set({ x: this.#head * headZoom(k), y: -Math.min(0, this.#bounds.y) * k, k });
  }

  /** Where a map is first seen: all of it when that can be read, else its beginning. */
  begin(): void {
    const k = this.fitting(this.#bounds) >= 0.8 ? this.fitting(this.#bounds) : 1;
    this.set({ x: this.#head * headZoom(k), y: -Math.min(0, this.#bounds.y) * k, k });
  }

  /** Brings a rectangle into sight, moving no more than needed. */
  reveal(rect: Rect, margin = 48): void {
    const r = this.rectToClient(rect);
    const into = (least: number, most: number, from: number, to: number) => {
      if (to - from > most - least || from < least) return least - from;
      return to > most ? most - to : 0;
    };
    const dx = into(this.head + margin, this.width - margin, r.x, right(r));
    const dy = into(margin, this.height - this.floor, r.y, bottom(r));
    const hidden =
      right(r) + dx > this.width - this.covered.w && bottom(r) + dy > this.height - this.covered.h;
    // From under the minimap it comes up, where there is room for it above.
    const up = hidden ? this.height - this.covered.h - bottom(r) : dy;
    const risen = hidden && r.y + up >= margin ? up : dy;
    if (dx !== 0 || risen !== 0) this.pan(dx, risen);
  }

  /** A rectangle in the middle, whole, and no larger than life unless the map is already. */
  fitTo(rect: Rect, margin = 48): void {
    const most = Math.max(1, this.k);
    const down = (this.height - this.floor - 2 * margin) / Math.max(rect.h, 1);
    let k = this.k;
    // Heads shrink with the map, and leave more room beside them.
    for (let again = 0; again < 2; again += 1) {
      const beside = this.width - this.#head * headZoom(k) - 2 * margin;
      k = clamp(Math.min(beside / Math.max(rect.w, 1), down, most), LEAST_ZOOM, MOST_ZOOM);
    }
    const { x, y } = centre(rect);
    const left = this.#head * headZoom(k);
    this.set({ x: (left + this.width) / 2 - x * k, y: (this.height - this.floor) / 2 - y * k, k });
  }

  set({ x, y, k }: Position): void {
    const bounds = this.#bounds;
    const mostX = this.#head * headZoom(k);
    const leastX = Math.min(mostX, mostX + IN_SIGHT - right(bounds) * k);
    const mostY = -Math.min(0, bounds.y) * k;
    // The end of the map can be pushed clear of whatever lies over the lower edge.
    const room = Math.max(this.floor, this.covered.h);
    const leastY = Math.min(mostY, this.height - room - bottom(bounds) * k);
    this.k = k;
    this.x = clamp(x, leastX, mostX);
    this.y = clamp(y, leastY, mostY);
    this.changed();
  }
}
