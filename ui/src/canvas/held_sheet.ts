// The steps that a gesture holds, painted once when it takes hold of them: while they follow the
// pointer they are only copied, each from its place on the sheet.

import type { Group, Rect, RecordId } from '../contract.ts';
import type { Draft } from '../draft.ts';
import { grown, inside, union } from '../geometry/rect.ts';
import { keyOf, keyText, type SceneIndex } from '../geometry/scene_index.ts';
import type { Camera } from './camera.ts';
import { clearContext } from './context.ts';
import { isHeld, type Live } from './live.ts';
import { paintSelected } from './overlay.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** A step and the outline of what is selected reach so far beyond its bounds, in CSS pixels. */
const OUTLINE_PX = 4;

/** Fewer things are copied one by one. */
const MANY = 8;
/** So many times what they fill may be copied with them. */
const MOST_GROUND = 6;

/** What a sheet depends on. */
interface Wanted {
  camera: Camera;
  draft: Draft;
  selection: ReadonlySet<RecordId>;
  scene: SceneIndex;
  drawing: number;
  ratio: number;
  colours: Colours;
}

export class HeldSheet {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: unknown[] = [];
  #there = new Set<string>();
  /** What holds all of them, and how much of it they fill. */
  #box: Rect = { x: 0, y: 0, w: 0, h: 0 };
  #filled = 0;

  constructor(colours: Colours) {
    this.#painter = new Painter(clearContext(this.#canvas), colours);
  }

  /** Makes the sheet for what is held now, unless it is that already. */
  ready(wanted: Wanted): void {
    const { camera, draft, selection, drawing, ratio, colours } = wanted;
    const [width, height] = [Math.round(camera.width * ratio), Math.round(camera.height * ratio)];
    const now = [draft.picture.grabbed, selection, camera.x, camera.y, camera.k, drawing, ratio, colours, width, height];
    if (now.every((it, at) => it === this.#made[at])) return;
    this.#made = now;
    this.#there.clear();
    this.#filled = 0;
    if (draft.picture.grabbed.size === 0) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#painter.colours = colours;
    this.#painter.place(camera.k, camera.x, camera.y, ratio);
    const sight = camera.inSight();
    for (const group of wanted.scene.query(sight)) {
      if (!isHeld(group.key, draft) || !inside(grown(group.bounds, OUTLINE_PX / camera.k), sight)) continue;
      this.#painter.group(group);
      if (group.key.part === 'step' && selection.has(group.key.id)) {
        paintSelected(this.#painter, group, camera.k);
      }
      this.#there.add(keyText(group.key));
      const px = this.#pixels(group.bounds, camera, ratio);
      this.#box = this.#there.size === 1 ? px : union(this.#box, px);
      this.#filled += px.w * px.h;
    }
  }

  /** Whether a step is on the sheet, with the outline of what is selected if it is. */
  has(step: RecordId): boolean {
    return this.#there.has(keyOf('step', step));
  }

  /**
   * Whether these are all that is on the sheet, and lie so near to each other that copying them together
   * takes less than one by one.
   */
  isOf(live: readonly Live[]): boolean {
    const { w, h } = this.#box;
    return live.length >= MANY && live.length === this.#there.size && w * h < MOST_GROUND * this.#filled;
  }

  /** Copies all that is on the sheet at once. */
  copyAll(to: Painter, dx: number, dy: number, camera: Camera, ratio: number): void {
    const by = camera.k * ratio;
    const { context } = to;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    const { x, y, w, h } = this.#box;
    context.drawImage(this.#canvas, x, y, w, h, x + Math.round(dx * by), y + Math.round(dy * by), w, h);
    to.place(camera.k, camera.x, camera.y, ratio);
  }

  /** Copies a held thing so many points of the scene from its place; `false` when it is not on the sheet. */
  copy(to: Painter, { key, bounds }: Group, dx: number, dy: number, camera: Camera, ratio: number): boolean {
    if (!this.#there.has(keyText(key))) return false;
    const { x, y, w, h } = this.#pixels(bounds, camera, ratio);
    const by = camera.k * ratio;
    const { context } = to;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.drawImage(this.#canvas, x, y, w, h, x + Math.round(dx * by), y + Math.round(dy * by), w, h);
    to.place(camera.k, camera.x, camera.y, ratio);
    return true;
  }

  /** The part of the sheet that a thing takes, in whole pixels. */
  #pixels(bounds: Rect, camera: Camera, ratio: number): Rect {
    const box = camera.rectToClient(grown(bounds, OUTLINE_PX / camera.k));
    const [x, y] = [Math.floor(box.x * ratio), Math.floor(box.y * ratio)];
    const [east, south] = [Math.ceil((box.x + box.w) * ratio), Math.ceil((box.y + box.h) * ratio)];
    return { x, y, w: east - x, h: south - y };
  }
}
