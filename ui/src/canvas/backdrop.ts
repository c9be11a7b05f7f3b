// What lies under the steps that a gesture holds: the map with everything that the gesture would
// change on it. Painted only where the kernel's answer differs from the last one, and copied in every
// frame: the steps follow the pointer more often than the lines follow the steps.

import type { Rect } from '../contract.ts';
import { grown, overlaps } from '../geometry/rect.ts';
import type { SceneIndex } from '../geometry/scene_index.ts';
import { copyTo, opaqueContext, within } from './context.ts';
import { changedBetween, type Marks, pixelsOf } from './damage.ts';
import type { Live } from './live.ts';
import { ROOM_PX } from './map.ts';
import { Painter } from './paint.ts';
import type { Wanted } from './plate.ts';
import type { Still } from './still.ts';
import type { Colours } from './theme.ts';

/** What it is to show. */
export interface Behind {
  still: Still;
  wanted: Wanted;
  scene: SceneIndex;
  /** The zoom is changing. */
  zooming: boolean;
  /** What the gesture changes, but for what it holds. */
  live: readonly Live[];
  /** The same as marks; nothing where it may lie anywhere. */
  marks: Marks | null;
  sight: Rect;
}

export class Backdrop {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: unknown[] = [];
  #marks: Marks | null = null;

  constructor(colours: Colours) {
    this.#painter = new Painter(opaqueContext(this.#canvas), colours);
  }

  /** Makes it what it is to show. */
  ready(behind: Behind): void {
    const { wanted, zooming, marks, sight } = behind;
    const { camera, width, height, ratio, drawing, colours, touched } = wanted;
    const now = [camera.x, camera.y, camera.k, width, height, ratio, drawing, colours, touched, zooming];
    const isNew = now.some((it, at) => it !== this.#made[at]);
    const [before, { context }] = [this.#marks, this.#painter];
    this.#made = now;
    this.#marks = marks;
    if (isNew || !before || !marks) {
      const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (this.#canvas.width !== w || this.#canvas.height !== h) [this.#canvas.width, this.#canvas.height] = [w, h];
      this.#painter.colours = colours;
      return this.#paint(behind, sight, null);
    }
    for (const part of changedBetween(before, marks, sight)) {
      const pixels = pixelsOf(part, camera, ratio);
      within(context, pixels, () => this.#paint(behind, part, pixels));
    }
  }

  /** Copies it, or a part of it, in pixels. */
  copy(to: CanvasRenderingContext2D, part: Rect | null): void {
    copyTo(to, this.#canvas, 0, 0, part);
  }

  #paint({ still, wanted, scene, zooming, live }: Behind, part: Rect, pixels: Rect | null): void {
    const { camera, ratio } = wanted;
    still.copy(this.#painter.context, scene, wanted, zooming, pixels);
    this.#painter.place(camera.k, camera.x, camera.y, ratio);
    const near = grown(part, ROOM_PX / camera.k);
    for (const { group } of live) if (overlaps(group.bounds, near)) this.#painter.group(group);
  }
}
