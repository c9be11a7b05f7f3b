// The part of the map that does not change from frame to frame, painted once into a bitmap a little
// larger than the canvas. Panning and dragging only copy it.

import type { Rect } from '../contract.ts';
import { right } from '../geometry/rect.ts';
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
const MOST_STRETCH = 1.6;

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
    const fits = this.#isOf(wanted) && this.#covers(wanted, rough ? MOST_STRETCH : 1);
    if (!fits) this.#make(scene, wanted);
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
      made.hidden === wanted.touched.size
    );
  }

  #make(scene: SceneIndex, wanted: Wanted): void {
    const { camera, ratio, colours, touched } = wanted;
    const painter = this.#painter;
    painter.colours = colours;
    const [width, height] = [wanted.width + 2 * MARGIN, wanted.height + 2 * MARGIN];
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    const { context } = painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    painter.ink({ token: 'paper', alpha: 1 });
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    // The margin is added after rounding, so that the copy lands on whole pixels.
    const shift = Math.round(MARGIN * ratio);
    const [x, y] = [Math.round(camera.x * ratio) + shift, Math.round(camera.y * ratio) + shift];
    painter.place(camera.k, x / ratio, y / ratio, ratio);
    const sight = {
      x: (-camera.x - MARGIN) / camera.k,
      y: (-camera.y - MARGIN) / camera.k,
      w: width / camera.k,
      h: height / camera.k,
    };
    paintMap(painter, scene, sight, touched);
    this.#made = { ...wanted, hidden: touched.size };
  }
}

/** Everything in sight but lane heads and what a gesture has hold of. */
export function paintMap(painter: Painter, scene: Queried, sight: Rect, hidden: Touched): void {
  // Lanes end where the map ends; on the screen they run on.
  const lanes = { ...sight, x: Math.min(sight.x, 0), w: sight.w + Math.max(sight.x, 0) };
  for (const group of scene.query({ ...lanes, x: 0, w: 1 })) {
    if (group.key.part !== 'lane') continue;
    for (const shape of group.shapes) {
      if (shape.as !== 'rect') painter.shape(shape);
      else painter.shape({ ...shape, rect: { ...shape.rect, x: sight.x, w: right(sight) - sight.x } });
    }
  }
  for (const group of scene.query(sight)) {
    const { part } = group.key;
    if (part === 'lane' || part === 'laneHead' || hidden.has(keyText(group.key))) continue;
    painter.group(group);
  }
}
