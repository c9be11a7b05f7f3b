// The canvas: one paint in each animation frame in which something changed. Bottom to top: the
// still picture, what a gesture has hold of, the cases of a replay, lane heads, the marks of selection and gesture.

import type { App } from '../app.ts';
import type { Drawn, LaneId } from '../contract.ts';
import { overlaps } from '../geometry/rect.ts';
import type { Queried } from '../geometry/scene_index.ts';
import { opaqueContext } from './context.ts';
import { paintDots } from './dots.ts';
import { type Glide, laneOff, lanesBetween, onTheirWay } from './glide.ts';
import { Glider } from './glider.ts';
import { HeadStrip, paintHeads, paintStageHeads } from './heads.ts';
import { HeldSheet } from './held_sheet.ts';
import { liveGroups, touch, type Touched } from './live.ts';
import { paintOverlay, paintUnder } from './overlay.ts';
import { Painter } from './paint.ts';
import { paintMap, ROOM_PX, Still } from './still.ts';
import { colours, type Colours } from './theme.ts';

/** A zoom that has not changed for so long rests. */
const REST_MS = 90;

export class Surface {
  #app: App;
  #canvas: HTMLCanvasElement;
  #painter: Painter;
  #still: Still;
  #heads: HeadStrip;
  #sheet: HeldSheet;
  #colours: Colours;
  #touched: Touched = new Map();
  #frame: (() => void) | null = null;
  #over: (() => void)[] = [];
  #zoom: number;
  /** The zoom is changing; painted roughly until it rests. */
  #zooming: { over: () => void; timer: ReturnType<typeof setTimeout> } | null = null;
  /** The map as a gesture that moves lanes would have it, and what it was made from. */
  #moved: { drawn: Drawn; drawing: number; scene: Queried } | null = null;
  #glider: Glider;

  constructor(canvas: HTMLCanvasElement, app: App) {
    this.#app = app;
    this.#canvas = canvas;
    this.#colours = colours();
    this.#painter = new Painter(opaqueContext(canvas), this.#colours);
    this.#still = new Still(this.#colours);
    this.#heads = new HeadStrip(this.#colours);
    this.#sheet = new HeldSheet(this.#colours);
    const { mirror, camera, draft, view, playback } = app;
    const soon = () => this.soon();
    this.#over = [mirror, camera, draft, view, playback].map((subject) => subject.subscribe(soon));
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

  /** Paints in the next frame. */
  soon(): void {
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
    const { camera, mirror, draft } = this.#app;
    const { width, height } = camera;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w;
      this.#canvas.height = h;
    }
    if (draft.active) touch(draft, mirror.scene, this.#touched);
    else if (this.#touched.size > 0) this.#touched = new Map();
    const glide = this.#glider.now();
    if (glide) this.soon();
    if (draft.drawn?.lanes) this.#paintMoved(ratio);
    else if (glide) this.#paintGliding(glide, ratio);
    else this.#paintStill(ratio);
    paintDots(this.#painter, this.#app);
    paintStageHeads(this.#painter, this.#app, ratio);
    if (glide || drawsHeads(draft.drawn)) {
      const off = (lane: LaneId) => laneOff(glide, lane);
      paintHeads(this.#painter, this.#app, draft.drawn?.lanes ?? mirror.lanes, ratio, off);
    } else this.#heads.copy(this.#painter, this.#app, ratio);
    paintOverlay(this.#painter, this.#app, ratio, glide);
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

  #paintStill(ratio: number): void {
    const { camera, mirror, draft } = this.#app;
    const wanted = {
      camera: camera.position,
      width: camera.width,
      height: camera.height,
      ratio,
      drawing: mirror.drawing,
      colours: this.#colours,
      touched: this.#touched,
    };
    this.#still.copy(this.#painter.context, mirror.scene, wanted, this.#zooming !== null);
    this.#painter.place(camera.k, camera.x, camera.y, ratio);
    if (!draft.active) return;
    paintUnder(this.#painter, this.#app);
    const sight = camera.inSight();
    const { scene, drawing } = mirror;
    this.#sheet.ready({ camera, draft, scene, drawing, ratio, colours: this.#colours });
    for (const { group, dx, dy } of liveGroups(draft, scene, this.#touched)) {
      const copied = this.#sheet.copy(this.#painter, group, dx, dy, camera, ratio);
      const seen = dx !== 0 || dy !== 0 || overlaps(group.bounds, sight);
      if (!copied && seen) this.#painter.group(group, dx, dy);
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
    paintUnder(this.#painter, this.#app);
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
