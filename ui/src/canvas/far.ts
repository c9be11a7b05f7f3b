// The map from afar: small text fades before it becomes unreadable, and the names of steps are
// written larger, as far as their boxes have room, so that one can still tell what stands where.

import type { Group, Rect, Shape } from '../contract.ts';
import { bodyOf, isDiamond } from '../geometry/hit.ts';
import { fontOf, fonts, rightToLeft, write } from './fonts.ts';
import type { Painter } from './paint.ts';

/** Text up to this size, in points, goes when one is far away. */
const SMALL = 11.5;
/** Where small text begins to fade, and where it is gone. */
const FADES = { from: 0.6, gone: 0.5 };
/** Without small text beside them names are written larger: to so many pixels, up to so many points. */
const NAMES_BELOW = FADES.gone;
export const NAME_PX = 9;
export const MOST_NAME = 26;
/** Text smaller than this on the screen cannot be read. */
export const LEAST_TEXT_PX = 3.5;
/** The edge of a step is painted no thinner. */
const LEAST_EDGE_PX = 0.8;
/** A name that does not fit is tried a little smaller before it is cut. */
const SMALLER = [1, 0.88, 0.77];
const LEADING = 1.12;
const MOST_KEPT = 6000;

type Text = Extract<Shape, { as: 'text' }>;

/** Whether names are written larger at this zoom. */
export const isFar = (zoom: number): boolean => zoom < NAMES_BELOW;

/** Whether small text begins to be unreadable at this zoom. */
export const isSmall = (zoom: number): boolean => zoom < FADES.from;

/** How much of a text is left at this zoom: 1 is all, 0 is none. */
export function leftOf(group: Group, text: Text, zoom: number): number {
  if (!isSmall(zoom) || text.style.size > SMALL) return 1;
  const { part } = group.key;
  if (part === 'laneHead' || (part === 'step' && isName(group, text))) return 1;
  return Math.max(0, (zoom - FADES.gone) / (FADES.from - FADES.gone));
}

/** The name of a step is written in the type of its first text. */
function isName(group: Group, text: Text): boolean {
  const first = group.shapes.find((shape): shape is Text => shape.as === 'text');
  return first?.style.size === text.style.size && first.style.weight === text.style.weight;
}

/** A step with its name alone, written larger. */
export function paintFar(painter: Painter, group: Group, zoom: number): void {
  const names: Text[] = [];
  for (const shape of group.shapes) {
    if (shape.as !== 'text') painter.shape(edged(shape, zoom));
    else if (isName(group, shape)) names.push(shape);
  }
  const [first] = names;
  if (!first) return;
  const { context } = painter;
  const { room, centred } = roomFor(group);
  painter.ink(first.paint);
  const name = whole(names.map((it) => it.text));
  const { size, lines } = fitted(context, name, room, Math.min(NAME_PX / zoom, MOST_NAME));
  const top = room.y + (centred === 'both' ? (room.h - lines.length * size * LEADING) / 2 : 0);
  const leftward = rightToLeft(name);
  lines.forEach(({ text, width }, at) => {
    const start = leftward ? room.x + room.w - width : room.x;
    const x = centred === 'no' ? start : room.x + (room.w - width) / 2;
    // Each line is read the way the whole name is.
    write(context, leftward ? `\u200f${text}` : text, x, top + at * size * LEADING + size * 0.9);
  });
}

/** A shape whose edge is as wide as can still be seen, so that steps stand out from their lane. */
function edged(shape: Shape, zoom: number): Shape {
  if (shape.as === 'text' || shape.as === 'image' || !shape.stroke) return shape;
  const width = LEAST_EDGE_PX / zoom;
  return shape.stroke.width < width ? { ...shape, stroke: { ...shape.stroke, width } } : shape;
}

/** Hyphens, and the writing of China and Japan; Korean has spaces. */
const WITHOUT_SPACE = /[-\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]$/u;

/** Where the kernel has broken a word. */
const HYPHEN = '\u2010';

/** A name out of the lines it is drawn in; one that was broken after a hyphen has no space there, nor
 * one that is written without spaces. */
export function whole(lines: readonly string[]): string {
  return lines.reduce((name, line) => {
    if (name.endsWith(HYPHEN)) return name.slice(0, -1) + line;
    return WITHOUT_SPACE.test(name) ? name + line : `${name} ${line}`;
  });
}

interface Fitted {
  size: number;
  lines: Broken[];
}

/** A name as large as it fits, at most so large; cut only where it has to be. */
function fitted(context: CanvasRenderingContext2D, name: string, room: Rect, largest: number): Fitted {
  const key = `${largest}|${room.w}|${room.h}|${name}`;
  const known = keptFitted.get(key);
  if (known) {
    context.font = fontOf(600, known.size, name);
    return known;
  }
  if (keptFitted.size > MOST_KEPT) keptFitted.clear();
  const wanted = Math.min(largest, room.h / LEADING);
  const tried = SMALLER.map((by) => {
    const size = Math.round(wanted * by * 2) / 2;
    const most = Math.max(1, Math.floor(room.h / (size * LEADING)));
    context.font = fontOf(600, size, name);
    return { size, lines: broken(context, name, size, room.w, most) };
  });
  const uncut = tried.find(({ lines }) => !lines.some((it) => it.text.endsWith('…')));
  const taken = uncut ?? tried[1]!;
  context.font = fontOf(600, taken.size, name);
  keptFitted.set(key, taken);
  return taken;
}

/** Where a name may be written, and whether in the middle of it. */
function roomFor(group: Group): { room: Rect; centred: 'no' | 'across' | 'both' } {
  const body = bodyOf(group);
  const { x, y, w, h } = body;
  if (isDiamond(group)) {
    return { room: { x: x + w * 0.14, y: y + h * 0.2, w: w * 0.72, h: h * 0.6 }, centred: 'both' };
  }
  // The name of a start or end stands under its circle.
  const under = { x: x + w / 2 - 56, y: y + h + 2, w: 112, h: 34 };
  if (w === h) return { room: under, centred: 'across' };
  return { room: { x: x + 5, y: y + 3, w: w - 8, h: h - 6 }, centred: 'no' };
}

/** A word and the space before it; a character of China or Japan is one by itself. */
const WORDS = /(\s*)([\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]+)/gu;

interface Broken {
  text: string;
  width: number;
}
const kept = new Map<string, Broken[]>();
const keptFitted = new Map<string, Fitted>();
const keptWidths = new Map<string, number>();
// What was measured in another font is measured again.
fonts.subscribe(() => [kept, keptFitted, keptWidths].forEach((it) => it.clear()));

/** How wide a text in semibold letters of so many points is. */
export function widthOf(context: CanvasRenderingContext2D, text: string, size: number): number {
  const key = `${size}|${text}`;
  const known = keptWidths.get(key);
  if (known !== undefined) return known;
  if (keptWidths.size > MOST_KEPT) keptWidths.clear();
  context.font = fontOf(600, size, text);
  const { width } = context.measureText(text);
  keptWidths.set(key, width);
  return width;
}

/** A name in at most so many lines, the last with an ellipsis where it does not fit. */
export function broken(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  size: number,
  room: number,
  most: number,
): Broken[] {
  const key = `${size}|${room}|${most}|${text}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size > MOST_KEPT) kept.clear();
  const wide = (it: string) => context.measureText(it).width;
  const lines: string[] = [];
  for (const [, space = '', word = ''] of text.matchAll(WORDS)) {
    const last = lines.at(-1);
    const longer = `${last}${space && ' '}${word}`;
    if (last !== undefined && wide(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line, at) => {
    const cut = at === most - 1 && lines.length > most;
    return shortened(cut ? `${line}…` : line, room, wide);
  });
  const found = shown.map((it) => ({ text: it, width: wide(it) }));
  kept.set(key, found);
  return found;
}

function shortened(line: string, room: number, wide: (it: string) => number): string {
  let it = line;
  while (wide(it) > room && it.length > 2) it = `${it.replace(/…$/, '').replace(/.\p{M}*$/su, '').trimEnd()}…`;
  return it;
}
