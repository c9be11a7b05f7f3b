// The part of the map that does not change from frame to frame. Panning and dragging only copy it,
// and so does zooming: it is stretched until the zoom rests, and what a shrinking map brings into
// sight round it comes from a second one that was painted coarser and wider.

import type { Rect } from '../contract.ts';
import type { SceneIndex } from '../geometry/scene_index.ts';
import { LEAST_ZOOM } from './camera.ts';
import { Plate, type Reach, type Wanted } from './plate.ts';
import type { Colours } from './theme.ts';

/** How far it may be stretched or shrunk while the zoom is changing. */
const MOST_STRETCH = 2.2;
/** How much coarser the wide one is painted. */
const COARSER = 3;
/** A person pans to and fro; the coarse one is seen while the zoom is changing, and does not pan. */
const NEAR: Reach = { edge: 64, room: 640 };
const WIDE: Reach = { edge: 192, room: 0 };
/** While the zoom is changing it is painted anew no more often than this. */
const PATIENCE_MS = 800;

export class Still {
  #near: Plate;
  #wide: Plate;
  /** When the near one was painted last. */
  #madeAt = 0;

  constructor(colours: Colours) {
    this.#near = new Plate(colours, NEAR);
    this.#wide = new Plate(colours, WIDE);
  }

  /**
   * Copies the picture onto a canvas, or into a part of it, in pixels; paints it again first where it no
   * longer fits.
   */
  copy(to: CanvasRenderingContext2D, scene: SceneIndex, wanted: Wanted, zooming: boolean, part: Rect | null): void {
    const near = this.#near;
    const settled = !zooming || performance.now() - this.#madeAt > PATIENCE_MS;
    if (!near.isOf(wanted)) this.#make(scene, wanted);
    else {
      near.hideMore(scene);
      const stretch = near.stretch(wanted);
      const sharp = zooming ? stretch <= MOST_STRETCH && stretch >= 1 / MOST_STRETCH : stretch === 1;
      if (!zooming && sharp && !near.covers(wanted)) near.move(scene, wanted);
      else if (settled && !(sharp && near.covers(wanted))) this.#make(scene, wanted);
    }
    if (!near.covers(wanted)) this.#readyWide(scene, wanted).copyRound(to, wanted, near);
    near.copy(to, wanted, part);
  }

  #make(scene: SceneIndex, wanted: Wanted): void {
    this.#near.make(scene, wanted);
    this.#madeAt = performance.now();
  }

  /** The coarse picture, reaching beyond what is in sight. */
  #readyWide(scene: SceneIndex, wanted: Wanted): Plate {
    const wide = this.#wide;
    if (wide.isOf(wanted) && wide.covers(wanted) && wide.stretch(wanted) <= COARSER * MOST_STRETCH) {
      wide.hideMore(scene);
      return wide;
    }
    const { camera, width, height } = wanted;
    const k = Math.max(camera.k / COARSER, LEAST_ZOOM);
    const by = k / camera.k;
    // The middle stays in the middle.
    const [x, y] = [width / 2 - (width / 2 - camera.x) * by, height / 2 - (height / 2 - camera.y) * by];
    wide.make(scene, { ...wanted, camera: { x, y, k } }, camera.k);
    return wide;
  }
}
