// A bitmap a little larger than the canvas with the map painted into it, for one place and zoom of
// the camera. Where it is copied from, the map costs the same however much there is on it.

import type { Rect } from '../contract.ts';
import { clamp, grown } from '../geometry/rect.ts';
import type { SceneIndex } from '../geometry/scene_index.ts';
import type { Position } from './camera.ts';
import { drawsOnProcessor, opaqueContext, within } from './context.ts';
import type { Touched } from './live.ts';
import { paintMap, ROOM_PX } from './map.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** How far the map can be pushed before the bitmap has to be painted again, in CSS pixels. */
const MARGIN = 192;

/** More places than this are not painted one by one. */
const MOST_BOXES = 40;

/** Everything the bitmap depends on. */
export interface Wanted {
  camera: Position;
  width: number;
  height: number;
  ratio: number;
  drawing: number;
  colours: Colours;
  touched: Touched;
}

/** What it was painted for: how much was hidden in it, and from how far it is looked at. */
type Made = Wanted & { hidden: number; seenAt: number };

export class Plate {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: Made | null = null;

  constructor(colours: Colours) {
    this.#painter = new Painter(opaqueContext(this.#canvas), colours);
  }

  /** How much larger this camera shows the map than the bitmap has it. */
  stretch({ camera }: Wanted): number {
    return this.#made ? camera.k / this.#made.camera.k : Infinity;
  }

  /** Copies what this camera sees of it; where the bitmap ends, nothing is painted. */
  copy(to: CanvasRenderingContext2D, wanted: Wanted): void {
    const { x, y, w, h } = this.#on(wanted);
    to.setTransform(1, 0, 0, 1, 0, 0);
    to.globalAlpha = 1;
    if (w === this.#canvas.width) return to.drawImage(this.#canvas, x, y);
    // While the zoom is changing nobody sees the difference, but every frame pays for it.
    to.imageSmoothingEnabled = !drawsOnProcessor();
    to.drawImage(this.#canvas, x, y, w, h);
    to.imageSmoothingEnabled = true;
  }

  /** Copies only what another one leaves free on the canvas. */
  copyRound(to: CanvasRenderingContext2D, wanted: Wanted, other: Plate): void {
    const { x, y, w, h } = other.#on(wanted);
    const { width, height } = to.canvas;
    const [left, top] = [clamp(Math.ceil(x), 0, width), clamp(Math.ceil(y), 0, height)];
    const [east, south] = [clamp(Math.floor(x + w), left, width), clamp(Math.floor(y + h), top, height)];
    const bands: Rect[] = [
      { x: 0, y: 0, w: width, h: top },
      { x: 0, y: south, w: width, h: height - south },
      { x: 0, y: top, w: left, h: south - top },
      { x: east, y: top, w: width - east, h: south - top },
    ];
    for (const band of bands) {
      if (band.w > 0 && band.h > 0) within(to, band, () => this.copy(to, wanted));
    }
  }

  /** Where the bitmap lies on the canvas, in its pixels. */
  #on({ camera, ratio }: Wanted): Rect {
    const { width, height } = this.#canvas;
    const made = this.#made;
    if (!made) return { x: 0, y: 0, w: 0, h: 0 };
    const by = camera.k / made.camera.k;
    // Whole pixels at the same zoom, so that a pan does not blur.
    const from = (w: number, m: number) =>
      Math.round(w * ratio) - by * (Math.round(m * ratio) + Math.round(MARGIN * ratio));
    return {
      x: from(camera.x, made.camera.x),
      y: from(camera.y, made.camera.y),
      w: width * by,
      h: height * by,
    };
  }

  /** Whether the bitmap reaches over the whole canvas. */
  covers(wanted: Wanted): boolean {
    const { x, y, w, h } = this.#on(wanted);
    const [width, height] = [wanted.width * wanted.ratio, wanted.height * wanted.ratio];
    return x <= 0 && y <= 0 && x + w >= Math.round(width) && y + h >= Math.round(height);
  }

  /** Whether it is of this map, in these colours, on such a canvas. */
  isOf(wanted: Wanted): boolean {
    const made = this.#made;
    return (
      made !== null &&
      made.width === wanted.width &&
      made.height === wanted.height &&
      made.ratio === wanted.ratio &&
      made.drawing === wanted.drawing &&
      made.colours === wanted.colours &&
      made.touched === wanted.touched &&
      made.hidden <= wanted.touched.size
    );
  }

  /** Paints it; `seenAt` is the zoom whose amount of detail it has. */
  make(scene: SceneIndex, wanted: Wanted, seenAt = wanted.camera.k): void {
    const { ratio, colours } = wanted;
    this.#painter.colours = colours;
    const [width, height] = [wanted.width + 2 * MARGIN, wanted.height + 2 * MARGIN];
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#made = { ...wanted, hidden: wanted.touched.size, seenAt };
    this.#paint(scene, this.#made, { x: 0, y: 0, w: this.#canvas.width, h: this.#canvas.height });
  }

  /** What of the picture is in sight of another camera stays; the rest is painted. */
  move(scene: SceneIndex, wanted: Wanted): void {
    const made = this.#made;
    const { width, height } = this.#canvas;
    if (!made || made.camera.k !== wanted.camera.k) return this.make(scene, wanted);
    const [left, top] = this.#corner(made);
    const [x, y] = this.#corner(wanted);
    const [dx, dy] = [x - left, y - top];
    if (Math.abs(dx) > 0.7 * width || Math.abs(dy) > 0.7 * height) return this.make(scene, wanted);
    const { context } = this.#painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.drawImage(this.#canvas, dx, dy);
    this.#made = { ...wanted, hidden: made.hidden, seenAt: made.seenAt };
    // What lies at the seam was painted in part; a strip reaches a little into what was copied.
    const room = Math.ceil(ROOM_PX * wanted.ratio);
    const [w, h] = [Math.min(width, Math.abs(dx) + room), Math.min(height, Math.abs(dy) + room)];
    if (dx !== 0) this.#paint(scene, this.#made, { x: dx > 0 ? 0 : width - w, y: 0, w, h: height });
    if (dy !== 0) this.#paint(scene, this.#made, { x: 0, y: dy > 0 ? 0 : height - h, w: width, h });
  }

  /** A gesture may touch more than it did: the picture is painted again where that was. */
  hideMore(scene: SceneIndex): void {
    const made = this.#made;
    if (!made || made.hidden === made.touched.size) return;
    const { camera, ratio, touched } = made;
    const [left, top] = this.#corner(made);
    const more = [...touched.values()].slice(made.hidden);
    // Its border runs down the whole map.
    if (more.some(({ part }) => part === 'stage')) return this.make(scene, made, made.seenAt);
    const boxes = more.flatMap(({ part, id }) => scene.get(part, id)?.bounds ?? []).map((bounds) => {
      const { x, y, w, h } = grown(bounds, ROOM_PX / camera.k);
      const by = camera.k * ratio;
      const [west, north] = [Math.max(0, Math.floor(left + x * by)), Math.max(0, Math.floor(top + y * by))];
      const east = Math.min(this.#canvas.width, Math.ceil(left + (x + w) * by));
      const south = Math.min(this.#canvas.height, Math.ceil(top + (y + h) * by));
      return { x: west, y: north, w: east - west, h: south - north };
    });
    const seen = boxes.filter(({ w, h }) => w > 0 && h > 0);
    const area = seen.reduce((sum, { w, h }) => sum + w * h, 0);
    const isMuch = area > 0.5 * this.#canvas.width * this.#canvas.height || seen.length > MOST_BOXES;
    if (isMuch) return this.make(scene, made, made.seenAt);
    made.hidden = touched.size;
    for (const box of seen) this.#paint(scene, made, box);
  }

  /** Where the scene begins in the bitmap; whole pixels, so that a copy lands on whole pixels. */
  #corner({ camera, ratio }: Wanted): [number, number] {
    const shift = Math.round(MARGIN * ratio);
    return [Math.round(camera.x * ratio) + shift, Math.round(camera.y * ratio) + shift];
  }

  /** Paints what lies in a part of the bitmap, in its pixels. */
  #paint(scene: SceneIndex, made: Made, { x, y, w, h }: Rect): void {
    const { camera, ratio, touched } = made;
    const painter = this.#painter;
    const { context } = painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    painter.ink({ token: 'paper', alpha: 1 });
    context.fillRect(x, y, w, h);
    const [left, top] = this.#corner(made);
    painter.place(camera.k, left / ratio, top / ratio, ratio, made.seenAt);
    const by = camera.k * ratio;
    const of = (x: number, y: number, w: number, h: number): Rect => ({
      x: (x - left) / by,
      y: (y - top) / by,
      w: w / by,
      h: h / by,
    });
    paintMap(painter, scene, of(x, y, w, h), touched, of(0, 0, this.#canvas.width, this.#canvas.height));
    context.restore();
  }
}
