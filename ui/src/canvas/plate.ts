// A bitmap a little larger than the canvas with the map painted into it, for one place and zoom of
// the camera. Where it is copied from, the map costs the same however much there is on it.

import type { Rect } from '../contract.ts';
import { bottom, clamp, common, grown, overlaps, right, shifted } from '../geometry/rect.ts';
import type { SceneIndex } from '../geometry/scene_index.ts';
import type { Position } from './camera.ts';
import { copyTo, opaqueContext, scalesSlowly, within } from './context.ts';
import type { Touched } from './live.ts';
import { paintMap, ROOM_PX } from './map.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** Where a pan comes to the end of what is painted, so much more is painted that way. */
const STRIP = 128;

/** More places than this are not painted one by one. */
const MOST_BOXES = 40;

/** How much larger it is than the canvas, on every side, in pixels. */
export interface Reach {
  /** So much is painted at once. */
  edge: number;
  /** So much is kept of what a pan brings into sight and leaves again. */
  room: number;
}

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

/**
 * What it was painted for: how much was hidden in it, and from how far it is looked at. The scene begins
 * at `left` and `top` of the bitmap, and so much of that is painted, in whole pixels.
 */
type Made = Wanted & { hidden: number; seenAt: number; left: number; top: number; painted: Rect };

export class Plate {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: Made | null = null;
  #edge: number;
  #room: number;

  constructor(colours: Colours, { edge, room }: Reach) {
    this.#edge = edge;
    this.#room = Math.max(edge, room);
    this.#painter = new Painter(opaqueContext(this.#canvas), colours);
  }

  /** How much larger this camera shows the map than the bitmap has it. */
  stretch({ camera }: Wanted): number {
    return this.#made ? camera.k / this.#made.camera.k : Infinity;
  }

  /** Copies what this camera sees of it, or a part of that; where it is not painted, nothing is. */
  copy(to: CanvasRenderingContext2D, wanted: Wanted, part: Rect | null = null): void {
    const made = this.#made;
    if (!made) return;
    const [on, from] = [this.#on(wanted), made.painted];
    // At once where all that is not painted is out of sight: that is quicker.
    if (on.w === from.w && this.covers(wanted)) return copyTo(to, this.#canvas, on.x - from.x, on.y - from.y, part);
    to.setTransform(1, 0, 0, 1, 0, 0);
    to.globalAlpha = 1;
    // While the zoom is changing nobody sees the difference, but every frame pays for it.
    to.imageSmoothingEnabled = !scalesSlowly();
    to.drawImage(this.#canvas, from.x, from.y, from.w, from.h, on.x, on.y, on.w, on.h);
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

  /** Where what is painted lies on the canvas, in its pixels. */
  #on({ camera, ratio }: Wanted): Rect {
    const made = this.#made;
    if (!made) return { x: 0, y: 0, w: 0, h: 0 };
    const by = camera.k / made.camera.k;
    const { x, y, w, h } = made.painted;
    // Whole pixels at the same zoom, so that a pan does not blur.
    return {
      x: Math.round(camera.x * ratio) + by * (x - made.left),
      y: Math.round(camera.y * ratio) + by * (y - made.top),
      w: w * by,
      h: h * by,
    };
  }

  /** Whether it is painted wherever the canvas is. */
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
    const { ratio, colours, camera } = wanted;
    this.#painter.colours = colours;
    const [width, height] = [Math.round(wanted.width * ratio), Math.round(wanted.height * ratio)];
    const room = this.#room;
    const [w, h] = [width + 2 * room, height + 2 * room];
    // Asking for the same again would cost what painting half of it does.
    if (this.#canvas.width !== w || this.#canvas.height !== h) [this.#canvas.width, this.#canvas.height] = [w, h];
    const [left, top] = [Math.round(camera.x * ratio) + room, Math.round(camera.y * ratio) + room];
    const painted = grown({ x: room, y: room, w: width, h: height }, this.#edge);
    this.#made = { ...wanted, hidden: wanted.touched.size, seenAt, left, top, painted };
    this.#paint(scene, this.#made, painted);
  }

  /** What is painted stays, as far as there is room for it; what has come into sight is painted beside it. */
  move(scene: SceneIndex, wanted: Wanted): void {
    const made = this.#made;
    if (!made || made.camera.k !== wanted.camera.k) return this.make(scene, wanted);
    const { camera, ratio } = wanted;
    const { width, height } = this.#canvas;
    const [w, h] = [Math.round(wanted.width * ratio), Math.round(wanted.height * ratio)];
    const [x, y] = [made.left - Math.round(camera.x * ratio), made.top - Math.round(camera.y * ratio)];
    const [dx, dy] = [this.#push(x, w, width), this.#push(y, h, height)];
    const sight = { x: x + dx, y: y + dy, w, h };
    const kept = common(shifted(made.painted, dx, dy), { x: 0, y: 0, w: width, h: height });
    if (!kept || !overlaps(kept, sight)) return this.make(scene, wanted);
    if (dx !== 0 || dy !== 0) {
      const { context } = this.#painter;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = 1;
      context.drawImage(this.#canvas, dx, dy);
    }
    const { hidden, seenAt, left, top } = made;
    this.#made = { ...wanted, hidden, seenAt, left: left + dx, top: top + dy, painted: kept };
    this.#reach(scene, this.#made, sight);
  }

  /**
   * How far to push the bitmap along a side of so many pixels so that what is in sight, which begins
   * `at` there, lies on it. Half of the room is left the way it went: a pan goes on.
   */
  #push(at: number, sight: number, size: number): number {
    if (at >= 0 && at + sight <= size) return 0;
    const ahead = Math.round(this.#room / 2);
    return (at < 0 ? ahead : size - sight - ahead) - at;
  }

  /** Paints what of this is not painted yet, and a little more in the same direction. */
  #reach(scene: SceneIndex, made: Made, sight: Rect): void {
    const [strip, seam] = [Math.round(STRIP * made.ratio), Math.ceil(ROOM_PX * made.ratio)];
    const { painted: was } = made;
    const west = sight.x < was.x ? Math.max(0, sight.x - strip) : was.x;
    const north = sight.y < was.y ? Math.max(0, sight.y - strip) : was.y;
    const { width, height } = this.#canvas;
    const east = right(sight) > right(was) ? Math.min(width, right(sight) + strip) : right(was);
    const south = bottom(sight) > bottom(was) ? Math.min(height, bottom(sight) + strip) : bottom(was);
    const whole = { x: west, y: north, w: east - west, h: south - north };
    made.painted = whole;
    const bands: Rect[] = [
      { x: west, y: was.y, w: was.x - west, h: was.h },
      { x: right(was), y: was.y, w: east - right(was), h: was.h },
      { x: west, y: north, w: whole.w, h: was.y - north },
      { x: west, y: bottom(was), w: whole.w, h: south - bottom(was) },
    ];
    for (const band of bands) {
      if (band.w <= 0 || band.h <= 0) continue;
      // What lies at the seam was painted in part; a strip reaches a little into what was there.
      const box = common(grown(band, seam), whole);
      if (box) this.#paint(scene, made, box);
    }
  }

  /** A gesture may touch more than it did: the picture is painted again where that was. */
  hideMore(scene: SceneIndex): void {
    const made = this.#made;
    if (!made || made.hidden === made.touched.size) return;
    const { camera, ratio, touched } = made;
    const { left, top, painted } = made;
    const more = [...touched.values()].slice(made.hidden);
    // Its border runs down the whole map.
    if (more.some(({ part }) => part === 'stage')) return this.make(scene, made, made.seenAt);
    const boxes = more.flatMap(({ part, id }) => scene.get(part, id)?.bounds ?? []).map((bounds) => {
      const { x, y, w, h } = grown(bounds, ROOM_PX / camera.k);
      const by = camera.k * ratio;
      const [west, north] = [Math.floor(left + x * by), Math.floor(top + y * by)];
      const [east, south] = [Math.ceil(left + (x + w) * by), Math.ceil(top + (y + h) * by)];
      return common({ x: west, y: north, w: east - west, h: south - north }, painted);
    });
    const seen = boxes.filter((box) => box !== null);
    const area = seen.reduce((sum, { w, h }) => sum + w * h, 0);
    const isMuch = area > 0.5 * painted.w * painted.h || seen.length > MOST_BOXES;
    if (isMuch) return this.make(scene, made, made.seenAt);
    made.hidden = touched.size;
    for (const box of seen) this.#paint(scene, made, box);
  }

  /** Paints what lies in a part of the bitmap, in its pixels. */
  #paint(scene: SceneIndex, made: Made, { x, y, w, h }: Rect): void {
    const { camera, ratio, touched, left, top } = made;
    const painter = this.#painter;
    const { context } = painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    painter.ink({ token: 'paper', alpha: 1 });
    context.fillRect(x, y, w, h);
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
