// The canvas: one paint in each animation frame in which something changed. Bottom to top: the
// still picture, what a gesture has hold of, the cases of a replay, lane heads, the marks of selection and gesture.

import type { App } from '../app.ts';
import type { Drawn, LaneId, Rect, RecordId } from '../contract.ts';
import { grown, overlaps, shifted, union } from '../geometry/rect.ts';
import type { Queried } from '../geometry/scene_index.ts';
import { Backdrop } from './backdrop.ts';
import { opaqueContext, within } from './context.ts';
import { changedBetween, madeOf, type Marks, marksOf, pixelsOf, type Shown } from './damage.ts';
import { paintDots } from './dots.ts';
import { type Glide, laneOff, lanesBetween, onTheirWay } from './glide.ts';
import { Glider } from './glider.ts';
import { HeadStrip, paintHeads, paintStageHeads } from './heads.ts';
import { HeldSheet } from './held_sheet.ts';
import { apart, type Apart, type Live, touch, type Touched } from './live.ts';
import { paintMap, ROOM_PX } from './map.ts';
import { type Extent, paintOverlay, paintUnder } from './overlay.ts';
import { Painter } from './paint.ts';
import { noteOf } from './note.ts';
import type { Wanted } from './plate.ts';
import { Still } from './still.ts';
import { colours, type Colours } from './theme.ts';

const NONE_MOVING: Marks['moving'] = new Map();
const NOTHING_TOUCHED = { held: [], rest: [], map: null };

/** A zoom that has not changed for so long rests. */
const REST_MS = 90;

export class Surface {
  #app: App;
  #canvas: HTMLCanvasElement;
  #painter: Painter;
  #still: Still;
  #heads: HeadStrip;
  #sheet: HeldSheet;
  #backdrop: Backdrop;
  #colours: Colours;
  #touched: Touched = new Map();
  #frame: (() => void) | null = null;
  /** What a gesture shows in the frame that is on the canvas, when nothing else has changed since. */
  #shown: Marks | null = null;
  #over: (() => void)[] = [];
  #zoom: number;
  /** The zoom is changing; painted roughly until it rests. */
  #zooming: { over: () => void; timer: ReturnType<typeof setTimeout> } | null = null;
  /** The map as a gesture that moves lanes would have it, and what it was made from. */
  #moved: { drawn: Drawn; drawing: number; scene: Queried } | null = null;
  #glider: Glider;
  /** What a gesture touches, and what it was sorted out from. */
  #apart: Apart & { of: unknown[]; map: Marks['map'] | null } = { of: [], held: [], rest: [], map: null };

  constructor(canvas: HTMLCanvasElement, app: App) {
    this.#app = app;
    this.#canvas = canvas;
    this.#colours = colours();
    this.#painter = new Painter(opaqueContext(canvas), this.#colours);
    this.#still = new Still(this.#colours);
    this.#heads = new HeadStrip(this.#colours);
    this.#sheet = new HeldSheet(this.#colours);
    this.#backdrop = new Backdrop(this.#colours);
    const { mirror, camera, draft, view, playback } = app;
    const soon = () => this.soon();
    this.#over = [mirror, camera, view, playback].map((subject) => subject.subscribe(soon));
    this.#over.push(draft.subscribe(() => this.#next()));
    this.#glider = new Glider(app);
    this.#zoom = camera.k;
    this.#over.push(camera.subscribe(() => this.#watchZoom()));
    this.#sharp();
    this.soon();
  }

  /** Stops painting. */
  end(): void {
    this.#over.splice(0).forEach((over) => over());
    clearTimeout(this.#zooming?.timer);
    this.#zooming?.over();
    this.#glider.end();
  }

  /** The theme was changed. */
  recolour(): void {
    this.#colours = colours();
    this.#painter.colours = this.#colours;
    this.soon();
  }

  /** Paints everything in the next frame. */
  soon(): void {
    this.#shown = null;
    this.#next();
  }

  /** Paints in the next frame what differs from this one. */
  #next(): void {
    if (this.#frame) return;
    this.#frame = this.#app.kernel.busy.begin();
    requestAnimationFrame(() => {
      const over = this.#frame;
      this.#frame = null;
      this.#paint();
      over?.();
    });
  }

  #paint(): void {
    const { camera, draft } = this.#app;
    const { width, height } = camera;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w;
      this.#canvas.height = h;
      this.#shown = null;
    }
    if (!draft.active) this.#forget();
    const glide = this.#glider.now();
    if (glide) this.soon();
    const before = this.#shown;
    this.#shown = null;
    if (draft.drawn?.lanes) this.#paintMoved(ratio);
    else if (glide) this.#paintGliding(glide, ratio);
    else return this.#paintDrafted(ratio, before);
    this.#paintOver(ratio, null, { part: this.#app.camera.inSight(), glide, isMarked: () => false });
  }

  /** What lies over the map, in a part of it that takes these pixels where it is not all of the canvas. */
  #paintOver(ratio: number, pixels: Rect | null, extent: Extent): void {
    const { mirror, draft } = this.#app;
    const { glide, part } = extent;
    paintDots(this.#painter, this.#app);
    paintStageHeads(this.#painter, this.#app, ratio, part);
    if (glide || drawsHeads(draft.drawn)) {
      const off = (lane: LaneId) => laneOff(glide, lane);
      paintHeads(this.#painter, this.#app, draft.drawn?.lanes ?? mirror.lanes, ratio, off);
    } else this.#heads.copy(this.#painter, this.#app, ratio, pixels);
    paintOverlay(this.#painter, this.#app, ratio, extent);
  }

  /** The map, and what a gesture would make of it: where that changes, or all of it. */
  #paintDrafted(ratio: number, before: Marks | null): void {
    const { camera, mirror, draft } = this.#app;
    const { held, rest, map } = this.#parted();
    const sight = camera.inSight();
    const [{ lanes }, { picture }, { k }] = [mirror, draft, camera];
    const refused = draft.refusal !== null;
    const note = draft.active ? this.#note() : null;
    const [isDrawn, target] = [draft.drawn !== null, this.#target()];
    const shown = { picture, isDrawn, refused, held, map, lanes, target, sight, k, note };
    const marks = draft.active && !drawsHeads(draft.drawn) ? marksOf(shown) : null;
    this.#shown = marks;
    const parts = before && marks && changedBetween(before, marks, sight);
    // They are copied together with the outline of what is selected.
    const isMarked = (id: RecordId) => draft.active && picture.grabbed.has(id) && this.#sheet.has(id);
    if (held.length > 0) this.#readyBehind(shown, rest, ratio);
    const over = held.length > 0 ? held : rest;
    if (!parts) {
      this.#paintStill(ratio, over, sight, null, held.length > 0);
      return this.#paintOver(ratio, null, { part: sight, glide: null, isMarked });
    }
    const { context } = this.#painter;
    for (const changed of parts) {
      const pixels = pixelsOf(changed, camera, ratio);
      // Whole pixels reach a little further, and what is cut off at the part is to fill them.
      const part = grown(changed, 2 / (k * ratio));
      within(context, pixels, () => {
        this.#paintStill(ratio, over, part, pixels, held.length > 0);
        this.#paintOver(ratio, pixels, { part, glide: null, isMarked });
      });
    }
  }

  /**
   * What a gesture touches, and how that is marked. Sorted out anew with each answer of the kernel, not
   * with each move of the pointer.
   */
  #parted(): { held: Live[]; rest: readonly Live[]; map: Marks['map'] | null } {
    const { draft, mirror, camera } = this.#app;
    const { grabbed, dx, dy } = draft.picture;
    if (!draft.active) return NOTHING_TOUCHED;
    const now = [draft.drawn, grabbed, mirror.drawing, camera.k];
    if (now.some((it, at) => it !== this.#apart.of[at])) {
      const touched = this.#touched;
      touch(draft, mirror.scene, touched);
      const { held, rest } = apart(draft, mirror.scene, touched);
      const map = madeOf({ live: rest, touched, scene: mirror.scene, k: camera.k });
      this.#apart = { of: now, held, rest, map };
    }
    const { held, rest, map } = this.#apart;
    return { held: held.map((group) => ({ group, dx, dy })), rest, map };
  }

  /** The gesture is over. */
  #forget(): void {
    if (this.#touched.size > 0) this.#touched = new Map();
    this.#apart = { of: [], held: [], rest: [], map: null };
  }

  /** Where that lies which a line would lead to, as it is and as it would be. */
  #target(): Rect | null {
    const { draft, mirror } = this.#app;
    const { target } = draft.picture;
    if (target === null) return null;
    const drafted = (draft.drawn?.groups ?? []).filter(({ key }) => key.id === target);
    const boxes = [...mirror.drawnOf(target), ...drafted].map(({ bounds }) => bounds);
    return boxes.length > 0 ? boxes.reduce(union) : null;
  }

  /** The note beside the pointer, where it lies on the scene. */
  #note(): Shown['note'] {
    const note = noteOf(this.#painter, this.#app);
    if (!note) return null;
    const { camera } = this.#app;
    const { x, y, w, h } = note.box;
    const box = { ...camera.toScene({ x, y }), w: w / camera.k, h: h / camera.k };
    return { said: note.lines.map((it) => it.text).join('\n'), box };
  }

  /** While the map is on its way to what it is. */
  #paintGliding({ course, left }: Glide, ratio: number): void {
    const { camera, mirror } = this.#app;
    this.#clear(ratio);
    const lanes = lanesBetween(course, left, mirror.scene);
    paintMap(this.#painter, lanes, camera.inSight(), course.legs);
    for (const { group, dx, dy } of onTheirWay(course, left, camera.inSight(ROOM_PX))) {
      this.#painter.group(group, dx, dy);
    }
  }

  /** Empty paper, with the scene in its place. */
  #clear(ratio: number): void {
    const { camera } = this.#app;
    const { context } = this.#painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.#painter.ink({ token: 'paper', alpha: 1 });
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#painter.place(camera.k, camera.x, camera.y, ratio);
  }

  /** What the still picture is to be of. */
  #wanted(ratio: number): Wanted {
    const { camera, mirror } = this.#app;
    return {
      camera: camera.position,
      width: camera.width,
      height: camera.height,
      ratio,
      drawing: mirror.drawing,
      colours: this.#colours,
      touched: this.#touched,
    };
  }

  /** Makes what lies under the steps that a gesture holds. */
  #readyBehind(shown: Shown, live: readonly Live[], ratio: number): void {
    this.#backdrop.ready({
      still: this.#still,
      wanted: this.#wanted(ratio),
      scene: this.#app.mirror.scene,
      zooming: this.#zooming !== null,
      live,
      marks: shown.map && { map: shown.map, moving: NONE_MOVING },
      sight: shown.sight,
    });
  }

  /**
   * The still picture, or what a gesture makes of it, and over it what else it shows, as far as that
   * reaches into `part`; in `pixels` of the canvas where it is not all of it.
   */
  #paintStill(ratio: number, live: readonly Live[], part: Rect, pixels: Rect | null, isBehind: boolean): void {
    const { camera, mirror, draft, view } = this.#app;
    const { context } = this.#painter;
    if (isBehind) this.#backdrop.copy(context, pixels);
    else this.#still.copy(context, mirror.scene, this.#wanted(ratio), this.#zooming !== null, pixels);
    this.#painter.place(camera.k, camera.x, camera.y, ratio);
    if (!draft.active) return;
    paintUnder(this.#painter, this.#app, part);
    const { scene, drawing } = mirror;
    this.#sheet.ready({ camera, draft, selection: view.selection, scene, drawing, ratio, colours: this.#colours });
    const near = grown(part, ROOM_PX / camera.k);
    const { dx, dy } = draft.picture;
    if (isBehind && this.#sheet.isOf(live)) return this.#sheet.copyAll(this.#painter, dx, dy, camera, ratio);
    for (const { group, dx, dy } of live) {
      if (!overlaps(shifted(group.bounds, dx, dy), near)) continue;
      const copied = this.#sheet.copy(this.#painter, group, dx, dy, camera, ratio);
      if (!copied) this.#painter.group(group, dx, dy);
    }
  }

  /** While a gesture moves whole lanes nothing is still: the map as it would be, drawn afresh. */
  #paintMoved(ratio: number): void {
    const { camera, mirror, draft } = this.#app;
    const scene = draft.drawn ? this.#movedScene(draft.drawn) : mirror.scene;
    this.#clear(ratio);
    const { grabbed } = draft.picture;
    const held: Touched = new Map();
    for (const id of grabbed) held.set(`step:${id}`, { part: 'step', id });
    paintMap(this.#painter, scene, camera.inSight(), held);
    paintUnder(this.#painter, this.#app, camera.inSight());
    for (const id of grabbed) {
      const group = mirror.scene.get('step', id);
      if (group) this.#painter.group(group, draft.picture.dx, draft.picture.dy);
    }
  }

  #watchZoom(): void {
    const { camera, kernel } = this.#app;
    if (this.#zoom === camera.k) return;
    this.#zoom = camera.k;
    const over = this.#zooming?.over ?? kernel.busy.begin();
    clearTimeout(this.#zooming?.timer);
    const timer = setTimeout(() => {
      this.#zooming = null;
      this.soon();
      over();
    }, REST_MS);
    this.#zooming = { over, timer };
  }

  #movedScene(drawn: Drawn): Queried {
    const { mirror } = this.#app;
    if (this.#moved?.drawn !== drawn || this.#moved.drawing !== mirror.drawing) {
      const scene = mirror.scene.with(drawn.groups, drawn.removed);
      this.#moved = { drawn, drawing: mirror.drawing, scene };
    }
    return this.#moved.scene;
  }

  /** Paints again when the window comes to a screen with other pixels. */
  #sharp(): void {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const moved = () => {
      this.soon();
      this.#sharp();
    };
    query.addEventListener('change', moved, { once: true });
    this.#over.push(() => query.removeEventListener('change', moved));
  }
}

/** Whether a gesture would have the heads of lanes otherwise. */
function drawsHeads(drawn: Drawn | null): boolean {
  return drawn !== null && (drawn.lanes !== null || drawn.groups.some(({ key }) => key.part === 'laneHead'));
}
