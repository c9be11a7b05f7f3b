// Lane heads and stage heads: they stay at the left and the upper edge, over whatever passes under
// them; lane heads stay readable when the map is small.

import type { App } from '../app.ts';
import type { Camera } from './camera.ts';
import { clearContext } from './context.ts';
import type { Group, LaneBand, LaneId, Shape } from '../contract.ts';
import { clamp } from '../geometry/rect.ts';
import { keyText } from '../geometry/scene_index.ts';
import { broken, whole } from './far.ts';
import { fontOf } from './fonts.ts';
import { Painter } from './paint.ts';
import type { Colours } from './theme.ts';

/** The heads of these lanes, as a gesture would have them, or so far off while the map glides. */
export function paintHeads(
  painter: Painter,
  app: App,
  lanes: readonly LaneBand[],
  ratio: number,
  off: (lane: LaneId) => { dy: number; dh: number } = () => ({ dy: 0, dh: 0 }),
): void {
  const { camera, mirror, draft } = app;
  const drafted = new Map((draft.drawn?.groups ?? []).map((group) => [keyText(group.key), group]));
  const sight = camera.inSight();
  for (const band of lanes) {
    const { dy, dh } = off(band.lane);
    const [top, height] = [band.top + dy, band.height + dh];
    if (top > sight.y + sight.h || top + height < sight.y) continue;
    const ground = drafted.get(`lane:${band.lane}`) ?? mirror.scene.get('lane', band.lane);
    const head = drafted.get(`laneHead:${band.lane}`) ?? mirror.scene.get('laneHead', band.lane);
    if (ground && head) paintHead(painter, app, { band: { ...band, height }, ground, head }, ratio, dy);
  }
  painter.place(camera.k, camera.x, camera.y, ratio);
}

/** The heads of stages that have passed the upper edge, kept at it. */
export function paintStageHeads(painter: Painter, app: App, ratio: number): void {
  const { camera, mirror, draft } = app;
  const drafted = new Map((draft.drawn?.groups ?? []).map((group) => [keyText(group.key), group]));
  const { context } = painter;
  for (const stage of mirror.all('stage')) {
    const group = drafted.get(`stage:${stage.id}`) ?? mirror.scene.get('stage', stage.id);
    if (!group || stage.state !== mirror.state) continue;
    const { x, y, w, h } = group.bounds;
    const above = camera.y + y * camera.k;
    if (above >= 0) continue;
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

/** What a head says, as far as its lane is high enough for it; at the least its name, in one line. */
function paintWords(painter: Painter, head: Group, lane: { top: number; room: number; down: number }): void {
  const words = head.shapes.filter((it): it is Text => it.as === 'text');
  const [first] = words;
  if (!first) return;
  const { size, weight } = first.style;
  const fits = (it: Text) => it.y + it.style.size * UNDER_LETTERS <= lane.top + lane.room;
  const name = words.filter((it) => it.style.size === size && it.style.weight === weight);
  if (name.every(fits)) {
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

/** One head on its ground, `dy` points of the scene away from its place. */
export function paintHead(
  painter: Painter,
  app: Beside,
  { band, ground, head }: Head,
  ratio: number,
  dy = 0,
): void {
  const { camera, mirror } = app;
  const { context } = painter;
  const { headWidth } = mirror;
  const k = camera.headZoom;
  // A head may be drawn larger than its lane; it begins where the lane begins and is cut off.
  const top = camera.y + (band.top + dy) * camera.k - band.top * k;
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
  paintWords(painter, head, { top: band.top, room: (band.height * camera.k) / k, down: nameDown(camera, band, head, dy) });
  painter.ink({ token: 'hairline', alpha: 1 });
  const line = 1 / k;
  context.fillRect(-headWidth, band.top + (band.height * camera.k) / k - line, headWidth, line);
  context.restore();
}

/** The heads as they were painted last: while the map lies still they are only copied. */
export class HeadStrip {
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #made: unknown[] = [];

  constructor(colours: Colours) {
    this.#painter = new Painter(clearContext(this.#canvas), colours);
  }

  /** Copies the heads of the map to the left edge of a canvas. */
  copy(to: Painter, app: App, ratio: number): void {
    const { camera, mirror } = app;
    const [width, height] = [Math.ceil(camera.head * ratio), Math.round(camera.height * ratio)];
    if (width === 0 || height === 0) return;
    const wanted = [width, height, camera.y, camera.k, mirror.drawing, mirror.headWidth, to.colours];
    if (wanted.some((it, at) => it !== this.#made[at])) {
      this.#made = wanted;
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#painter.colours = to.colours;
      paintHeads(this.#painter, app, mirror.lanes, ratio);
    }
    to.context.setTransform(1, 0, 0, 1, 0, 0);
    to.context.globalAlpha = 1;
    to.context.drawImage(this.#canvas, 0, 0);
    to.place(camera.k, camera.x, camera.y, ratio);
  }
}
