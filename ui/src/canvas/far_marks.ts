// From afar the names of stages and the waits of handoffs are written larger as well, inside the
// room they have on the map: a stage its head, a handoff its pill. What does not fit is left out.

import type { Group, Rect, Shape } from '../contract.ts';
import { grown } from '../geometry/rect.ts';
import { broken, isFar, isSmall, LEAST_TEXT_PX, MOST_NAME, NAME_PX, widthOf } from './far.ts';
import { fontOf, rightToLeft, write } from './fonts.ts';
import type { Painter } from './paint.ts';

/** Room between the edge of a head or a pill and its words. */
const PAD = 8;
/** From afar a pill is so much larger on each side, which is less than what lies between two. */
const LARGER = 0.5;
/** How much of a height letters may fill. */
const FILLED = 0.86;
/** The whole of what a pill says is written no smaller than this, compared to its wait alone. */
const SMALLEST = 0.88;

type Text = Extract<Shape, { as: 'text' }>;

const texts = (group: Group): Text[] =>
  group.shapes.filter((shape): shape is Text => shape.as === 'text');

/** Paints a stage or a handoff from afar; `false` where it is painted as it is. */
export function paintFarMark(painter: Painter, group: Group, zoom: number): boolean {
  const { part } = group.key;
  if (!isSmall(zoom) || (part !== 'stage' && part !== 'handoff')) return false;
  if (part === 'stage') paintStage(painter, group, zoom);
  else paintPill(painter, group, zoom);
  return true;
}

/** A column's head and border, and its name as large as the head has room for. */
function paintStage(painter: Painter, group: Group, zoom: number): void {
  for (const shape of group.shapes) if (shape.as !== 'text') painter.shape(shape);
  const [name] = texts(group);
  if (!name) return;
  const { x, w } = group.bounds;
  const size = sizeIn(group.bounds, zoom);
  const [line] = broken(fonted(painter, size, name.text), name.text, size, w - 2 * PAD, 1);
  if (!line || size * zoom < LEAST_TEXT_PX) return;
  painter.ink(name.paint);
  const start = rightToLeft(name.text) ? x + w - PAD - line.width : x + PAD;
  write(painter.context, line.text, start, baseline(group.bounds, size));
}

/** A pill with its wait alone, or its number where it has none. */
function paintPill(painter: Painter, group: Group, zoom: number): void {
  const [capsule] = group.shapes;
  if (capsule?.as !== 'rect') return;
  const rect = isFar(zoom) ? grown(capsule.rect, LARGER) : capsule.rect;
  painter.shape({ ...capsule, rect, radius: rect.h / 2 });
  const said = texts(group);
  const wait = said.find((it) => it.style.weight === 'semiBold') ?? said[0];
  if (!wait) return;
  const wanted = sizeIn(rect, zoom);
  const { context } = painter;
  const fitted = (text: string) => {
    const width = widthOf(context, text, wanted);
    return { text, by: Math.min(1, (rect.w - 2 * PAD) / Math.max(width, 1)) };
  };
  // A number and its unit hold together; after them comes why it waits.
  const [duration = ''] = wait.text.split(' ');
  const whole = fitted(wait.text);
  const { text, by } = whole.by >= SMALLEST ? whole : fitted(duration);
  const size = Math.floor(wanted * by * 2) / 2;
  if (size * zoom < LEAST_TEXT_PX) return;
  const width = widthOf(context, text, size);
  fonted(painter, size, text);
  painter.ink(wait.paint);
  context.fillText(text, rect.x + (rect.w - width) / 2, baseline(rect, size));
}

/** How large words are wanted in a box of one line. */
const sizeIn = (box: Rect, zoom: number): number =>
  Math.round(Math.min(NAME_PX / zoom, MOST_NAME, box.h * FILLED) * 2) / 2;

/** Where letters stand that are in the middle of a box. */
const baseline = (box: Rect, size: number): number => box.y + box.h / 2 + size * 0.36;

function fonted(painter: Painter, size: number, text: string): CanvasRenderingContext2D {
  painter.context.font = fontOf(600, size, text);
  return painter.context;
}
