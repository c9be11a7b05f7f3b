// Lane heads and stage heads: they stay at the left and the upper edge, over whatever passes under
// them; lane heads stay readable when the map is small.

import type { App } from '../app.ts';
import type { Draft } from '../draft.ts';
import type { Mirror } from '../mirror.ts';
import type { Camera } from './camera.ts';
import { clearContext, copyTo } from './context.ts';
import type { Group, LaneBand, LaneId, Rect, Shape } from '../contract.ts';
import { clamp, overlaps } from '../geometry/rect.ts';
import { keyText } from '../geometry/scene_index.ts';
import { broken, whole } from './far.ts';
import { fontOf } from './fonts.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

const UNMOVED = { dy: 0, dh: 0 };

/** What heads are painted from. */
interface HeadsOf extends Beside {
  camera: Beside['camera'] & Pick<Camera, 'height'>;
  mirror: Pick<Mirror, 'headWidth' | 'scene'>;
  draft: Pick<Draft, 'drawn'>;
}

/** The heads of these lanes, as a gesture would have them, or so far off while the map glides. */
export function paintHeads(
  painter: Painter,
  app: HeadsOf,
  lanes: readonly LaneBand[],
  ratio: number,
  off: (lane: LaneId) => { dy: number; dh: number } = () => UNMOVED,
  sticks = true,
): void {
  const { camera, mirror, draft } = app;
  const drafted = new Map((draft.drawn?.groups ?? []).map((group) => [keyText(group.key), group]));
  for (const band of lanes) {
    const { dy, dh } = off(band.lane);
    const [top, height] = [band.top + dy, band.height + dh];
    const [from, to] = [camera.y + top * camera.k, camera.y + (top + height) * camera.k];
    if (from > camera.height || to < 0) continue;
    const ground = drafted.get(`lane:${band.lane}`) ?? mirror.scene.get('lane', band.lane);
    const head = drafted.get(`laneHead:${band.lane}`) ?? mirror.scene.get('laneHead', band.lane);
    if (ground && head) paintHead(painter, app, { band: { ...band, height }, ground, head }, ratio, dy, sticks);
  }
  painter.place(camera.k, camera.x, camera.y, ratio);
}

/** The heads of stages that have passed the upper edge, kept at it, that reach into a part of the scene. */
export function paintStageHeads(painter: Painter, app: App, ratio: number, part: Rect): void {
  const { camera, mirror, draft } = app;
  const { context } = painter;
  for (const stage of mirror.all('stage')) {
    if (stage.state !== mirror.state) continue;
    const drafted = draft.drawn?.groups.find(({ key }) => key.part === 'stage' && key.id === stage.id);
    const group = drafted ?? mirror.scene.get('stage', stage.id);
    if (!group) continue;
    const { x, y, w, h } = group.bounds;
    const above = camera.y + y * camera.k;
    if (above >= 0 || !overlaps({ x, y: y - above / camera.k, w, h }, part)) continue;
    painter.place(camera.k, camera.x, camera.y - above, ratio);
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    painter.ink({ token: 'paper', alpha: 1 });
    context.fillRect(x, y, w, h);
    painter.group(group);
    context.restore();
  }
  painter.place(camera.k, camera.x, camera.y, ratio);
}

interface Head {
  band: LaneBand;
  ground: Group;
  head: Group;
}

/** What heads stand beside. */
export interface Beside {
  camera: Pick<Camera, 'x' | 'y' | 'k' | 'headZoom'>;
  mirror: { headWidth: number };
}

type Text = Extract<Shape, { as: 'text' }>;

/** Ground beside the name in a head, in points. */
const BESIDE_NAME = 26;
/** Ground under the last line of a head, in points. */
const UNDER_NAME = 8;

/**
 * How far down in its lane the name of it is painted, in points of the head: where the top of the lane
 * has passed the edge it stays in sight, as far as the lane reaches.
 */
export function nameDown(
  camera: Beside['camera'],
  band: Pick<LaneBand, 'top' | 'height'>,
  head: Group,
  dy = 0,
): number {
  const k = camera.headZoom;
  const words = head.shapes.filter((it) => it.as === 'text');
  const lowest = Math.max(band.top, ...words.map((it) => it.y)) + UNDER_NAME;
  const most = band.top + (band.height * camera.k) / k - lowest;
  const above = -(camera.y + (band.top + dy) * camera.k) / k;
  return clamp(above, 0, Math.max(0, most));
}

/** Letters reach so far under the line they stand on, in parts of their size. */
const UNDER_LETTERS = 0.3;

/** The lines of the name in a head. */
function nameIn(head: Group): Text[] {
  const words = head.shapes.filter((it): it is Text => it.as === 'text');
  const [first] = words;
  return words.filter((it) => it.style.size === first?.style.size && it.style.weight === first.style.weight);
}

/** Whether a lane is high enough for all lines of its name, in points of the head. */
export function fitsWhole(head: Group, lane: { top: number; room: number }): boolean {
  return nameIn(head).every((it) => it.y + it.style.size * UNDER_LETTERS <= lane.top + lane.room);
}

/** What a head says, as far as its lane is high enough for it; at the least its name, in one line. */
function paintWords(painter: Painter, head: Group, lane: { top: number; room: number; down: number }): void {
  const words = head.shapes.filter((it): it is Text => it.as === 'text');
  const name = nameIn(head);
  const [first] = name;
  if (!first) return;
  const { size } = first.style;
  const fits = (it: Text) => it.y + it.style.size * UNDER_LETTERS <= lane.top + lane.room;
  if (fitsWhole(head, lane)) {
    for (const it of words) if (fits(it)) painter.shape({ ...it, y: it.y + lane.down });
    return;
  }
  const text = whole(name.map((it) => it.text));
  painter.context.font = fontOf(600, size, text);
  const [line] = broken(painter.context, text, size, head.bounds.w - BESIDE_NAME, 1);
  if (!line) return;
  const y = lane.top + lane.room / 2 + size * 0.36;
  painter.shape({ ...first, text: line.text, width: line.width, y });
}

/** One head on its ground, `dy` points of the scene away from its place. Its name keeps itself in sight
 * where it `sticks`. */
export function paintHead(
  painter: Painter,
  app: Beside,
  { band, ground, head }: Head,
  ratio: number,
  dy = 0,
  sticks = true,
): void {
  const { camera, mirror } = app;
  const { context } = painter;
  const { headWidth } = mirror;
  const k = camera.headZoom;
  // A head may be drawn larger than its lane; it begins where the lane begins and is cut off. From
  // whole pixels, so that heads that were painted elsewhere and pushed here are the same.
  const y = Math.round(camera.y * ratio) / ratio;
  const top = y + (band.top + dy) * camera.k - band.top * k;
  painter.place(k, headWidth * k, top, ratio);
  context.save();
  context.beginPath();
  context.rect(-headWidth, band.top, headWidth, (band.height * camera.k) / k);
  context.clip();
  painter.ink({ token: 'paper', alpha: 1 });
  context.fillRect(-headWidth, band.top, headWidth, band.height);
  const [tint] = ground.shapes;
  if (tint) painter.shape(tint);
  for (const shape of head.shapes) if (shape.as !== 'text') painter.shape(shape);
  const down = sticks ? nameDown(camera, band, head, dy) : 0;
  paintWords(painter, head, { top: band.top, room: (band.height * camera.k) / k, down });
  painter.ink({ token: 'hairline', alpha: 1 });
  const line = 1 / k;
  context.fillRect(-headWidth, band.top + (band.height * camera.k) / k - line, headWidth, line);
  context.restore();
}

/** So much more than is in sight is painted of the heads, above and below, in CSS pixels. */
const ROOM = 400;

/**
 * The heads as they were painted last, with some beyond the canvas: while the map is panned they are only
 * copied, but for a name that keeps itself in sight.
 */
export class HeadStrip {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: unknown[] = [];
  /** The zoom and the place that they were painted for, and how much beyond the canvas. */
  #at = { k: 0, y: 0, room: 0 };

  constructor(colours: Colours) {
    this.#painter = new Painter(clearContext(this.#canvas), colours);
  }

  /** Copies the heads of the map to the left edge of a canvas, or into a part of it, in pixels. */
  copy(to: Painter, app: App, ratio: number, part: Rect | null): void {
    const { camera, mirror } = app;
    const width = Math.ceil(camera.head * ratio);
    if (width === 0 || camera.height === 0) return;
    const wanted = [width, camera.height, ratio, camera.k, mirror.drawing, mirror.headWidth, to.colours];
    const isOther = wanted.some((it, at) => it !== this.#made[at]);
    if (isOther || Math.abs(camera.y - this.#at.y) > this.#at.room) {
      this.#made = wanted;
      // A zoom that changes needs other heads in the next frame anyway.
      this.#paint(to.colours, app, ratio, this.#at.k === camera.k ? ROOM : 0);
    }
    const { y, room } = this.#at;
    const gone = Math.round(camera.y * ratio) - Math.round(y * ratio);
    copyTo(to.context, this.#canvas, 0, gone - Math.round(room * ratio), part);
    if (!part || part.x < width) this.#sticking(to, app, ratio, y + gone / ratio);
    to.place(camera.k, camera.x, camera.y, ratio);
  }

  #paint(colours: Colours, app: App, ratio: number, room: number): void {
    const { camera, mirror, draft } = app;
    const { context } = this.#painter;
    const [width, height] = [Math.ceil(camera.head * ratio), Math.round((camera.height + 2 * room) * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    }
    const { x, y, k, headZoom } = camera;
    this.#at = { k, y, room };
    this.#painter.colours = colours;
    const beside = {
      camera: { x, y: y + Math.round(room * ratio) / ratio, k, headZoom, height: camera.height + 2 * room },
      mirror,
      draft,
    };
    paintHeads(this.#painter, beside, mirror.lanes, ratio, () => UNMOVED, false);
  }

  /** The head whose name keeps itself in sight is painted with it where it is seen now. */
  #sticking(to: Painter, app: App, ratio: number, y: number): void {
    const { camera, mirror } = app;
    // In whole pixels from where the others were painted.
    const beside = { camera: { x: camera.x, y, k: camera.k, headZoom: camera.headZoom }, mirror };
    for (const band of mirror.lanes) {
      const [top, foot] = [camera.y + band.top * camera.k, camera.y + (band.top + band.height) * camera.k];
      if (top >= 0 || foot <= 0) continue;
      const ground = mirror.scene.get('lane', band.lane);
      const head = mirror.scene.get('laneHead', band.lane);
      if (ground && head) paintHead(to, beside, { band, ground, head }, ratio);
    }
  }
}
