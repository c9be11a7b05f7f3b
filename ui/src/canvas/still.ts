// The part of the map that does not change from frame to frame, painted once into a bitmap a little
// larger than the canvas. Panning and dragging only copy it.

import type { Group, Rect } from '../contract.ts';
import { grown } from '../geometry/rect.ts';
import type { Queried, SceneIndex } from '../geometry/scene_index.ts';
import { keyText } from '../geometry/scene_index.ts';
import type { Position } from './camera.ts';
import { opaqueContext } from './context.ts';
import type { Touched } from './live.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** How far the map can be pushed before the bitmap has to be painted again, in CSS pixels. */
const MARGIN = 192;
/** How far it may be stretched or shrunk while the zoom is changing. */
const MOST_STRETCH = 2.2;

/** What is painted reaches so far beyond the bounds of its group, at most, in CSS pixels. */
export const ROOM_PX = 40;

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

export class Still {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: (Wanted & { hidden: number }) | null = null;

  constructor(colours: Colours) {
    this.#painter = new Painter(opaqueContext(this.#canvas), colours);
  }

  /**
   * Copies the picture onto a canvas, painting it again first where it no longer fits. While the
   * zoom is changing, `rough` allows a picture of nearly the same zoom.
   */
  copy(to: CanvasRenderingContext2D, scene: SceneIndex, wanted: Wanted, rough: boolean): void {
    if (!this.#isOf(wanted)) this.#make(scene, wanted);
    else {
      if (this.#made?.hidden !== wanted.touched.size) this.#hideMore(scene, wanted);
      if (!this.#covers(wanted, rough ? MOST_STRETCH : 1)) this.#move(scene, wanted);
    }
    const made = this.#made;
    if (!made) return;
    const { ratio, camera } = wanted;
    to.setTransform(1, 0, 0, 1, 0, 0);
    const by = camera.k / made.camera.k;
    const { width, height } = this.#canvas;
    // Whole pixels at the same zoom, so that a pan does not blur.
    const from = (w: number, m: number) =>
      Math.round(w * ratio) - by * (Math.round(m * ratio) + Math.round(MARGIN * ratio));
    const [left, top] = [from(camera.x, made.camera.x), from(camera.y, made.camera.y)];
    if (by === 1) to.drawImage(this.#canvas, left, top);
    else to.drawImage(this.#canvas, left, top, width * by, height * by);
  }

  /** Whether the bitmap reaches over the whole canvas when stretched by at most so much. */
  #covers({ camera, width, height }: Wanted, most: number): boolean {
    const made = this.#made;
    if (!made) return false;
    const by = camera.k / made.camera.k;
    const left = camera.x - by * (made.camera.x + MARGIN);
    const top = camera.y - by * (made.camera.y + MARGIN);
    return (
      by <= most &&
      by >= 1 / most &&
      left <= 0 &&
      top <= 0 &&
      left + by * (made.width + 2 * MARGIN) >= width &&
      top + by * (made.height + 2 * MARGIN) >= height
    );
  }

  #isOf(wanted: Wanted): boolean {
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

  #make(scene: SceneIndex, wanted: Wanted): void {
    const { ratio, colours } = wanted;
    this.#painter.colours = colours;
    const [width, height] = [wanted.width + 2 * MARGIN, wanted.height + 2 * MARGIN];
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#made = { ...wanted, hidden: wanted.touched.size };
    this.#paint(scene, this.#made, { x: 0, y: 0, w: this.#canvas.width, h: this.#canvas.height });
  }

  /** What of the picture is in sight of another camera stays; the rest is painted. */
  #move(scene: SceneIndex, wanted: Wanted): void {
    const made = this.#made;
    const { width, height } = this.#canvas;
    if (!made || made.camera.k !== wanted.camera.k) return this.#make(scene, wanted);
    const [left, top] = this.#corner(made);
    const [x, y] = this.#corner(wanted);
    const [dx, dy] = [x - left, y - top];
    if (Math.abs(dx) > 0.7 * width || Math.abs(dy) > 0.7 * height) return this.#make(scene, wanted);
    const { context } = this.#painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.drawImage(this.#canvas, dx, dy);
    this.#made = { ...wanted, hidden: made.hidden };
    // What lies at the seam was painted in part; a strip reaches a little into what was copied.
    const room = Math.ceil(ROOM_PX * wanted.ratio);
    const [w, h] = [Math.min(width, Math.abs(dx) + room), Math.min(height, Math.abs(dy) + room)];
    if (dx !== 0) this.#paint(scene, this.#made, { x: dx > 0 ? 0 : width - w, y: 0, w, h: height });
    if (dy !== 0) this.#paint(scene, this.#made, { x: 0, y: dy > 0 ? 0 : height - h, w: width, h });
  }

  /** A gesture touches more than it did: the picture is painted again where that was. */
  #hideMore(scene: SceneIndex, wanted: Wanted): void {
    const made = this.#made;
    if (!made) return;
    const { camera, ratio, touched } = made;
    const [left, top] = this.#corner(made);
    const more = [...touched.values()].slice(made.hidden);
    // Its border runs down the whole map.
    if (more.some(({ part }) => part === 'stage')) return this.#make(scene, wanted);
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
    if (isMuch) return this.#make(scene, wanted);
    made.hidden = touched.size;
    for (const box of seen) this.#paint(scene, made, box);
  }

  /** Where the scene begins in the bitmap; whole pixels, so that a copy lands on whole pixels. */
  #corner({ camera, ratio }: Wanted): [number, number] {
    const shift = Math.round(MARGIN * ratio);
    return [Math.round(camera.x * ratio) + shift, Math.round(camera.y * ratio) + shift];
  }

  /** Paints what lies in a part of the bitmap, in its pixels. */
  #paint(scene: SceneIndex, made: Wanted, { x, y, w, h }: Rect): void {
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
    painter.place(camera.k, left / ratio, top / ratio, ratio);
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

/**
 * Everything in sight but lane heads and what a gesture has hold of. Lanes run from edge to edge of
 * `across`, and borders of stages down from their heads, however far above those are.
 */
export function paintMap(
  painter: Painter,
  scene: Queried,
  sight: Rect,
  hidden: ReadonlyMap<string, unknown>,
  across = sight,
): void {
  // Lanes end where the map ends; on the screen they run on.
  const lanes = { ...sight, x: Math.min(sight.x, 0), w: sight.w + Math.max(sight.x, 0) };
  for (const group of scene.query({ ...lanes, x: 0, w: 1 })) {
    if (group.key.part !== 'lane') continue;
    for (const shape of group.shapes) {
      if (shape.as !== 'rect') painter.shape(shape);
      else painter.shape({ ...shape, rect: { ...shape.rect, x: across.x, w: across.w } });
    }
  }
  // What is painted may reach beyond the bounds of its group.
  const reaching = grown(sight, ROOM_PX / painter.zoom);
  const seen = (group: Group) => !hidden.has(keyText(group.key));
  // Heads of stages lie on the first lane.
  for (const group of scene.query({ ...reaching, y: -1, h: 1 })) {
    if (group.key.part === 'stage' && seen(group)) painter.group(group);
  }
  for (const group of scene.query(reaching)) {
    const { part } = group.key;
    if (part !== 'lane' && part !== 'laneHead' && part !== 'stage' && seen(group)) painter.group(group);
  }
}
