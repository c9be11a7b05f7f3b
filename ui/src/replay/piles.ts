// Where the cases of a moment are drawn: along their connectors, in a queue before the step that
// they wait for, at the step that works on them. Where they are many, a count stands for them. Pure.

import type { ConnectorId, Rect, StepId } from '../contract.ts';
import { lengthOf, type Line, pointAt } from '../geometry/along.ts';
import type { Point } from '../geometry/rect.ts';
import type { Doing, Here } from './course.ts';

export interface Dot extends Point {
  doing: Doing;
}

/** Stands for so many dots in one place. */
export interface Pile extends Dot {
  count: number;
}

export interface Marks {
  dots: Dot[];
  piles: Pile[];
}

/** Where things are drawn; nothing for what is not there. */
export interface Ground {
  line(connector: ConnectorId): Line | null;
  step(step: StepId): { body: Rect; shape: 'box' | 'diamond' | 'circle' } | null;
}

/** So many wait side by side before they become a count, and so many are worked on. */
const MOST_WAITING = 3;
const MOST_WORKED_ON = 4;
/** The head of an arrow stays free, in points of the scene. */
const HEAD = 9;
/** Space between two dots, in radii. */
const APART = 2.5;

/** How it is drawn: the radii of a dot and of a count, in points of the scene. */
export interface Look {
  dot: number;
  pile: number;
  /** Work that lasts less than so many minutes is over before the eye finds it: a dot that went to its
   * place for it would only flicker, so it stays at the door. */
  brief: number;
}

/** The marks of a moment. */
export function marksOf(here: readonly Here[], time: number, ground: Ground, look: Look): Marks {
  const marks: Marks = { dots: [], piles: [] };
  const waiting = new Map<string, Here[]>();
  const working = new Map<StepId, Here[]>();
  for (const it of here) {
    const { doing, connector, step, from, until } = it.stretch;
    if (doing === 'travels') travels(marks, it, time, ground, look.dot);
    else if (doing === 'waits') put(waiting, `${connector ?? ''}>${step}`, it);
    else if (connector !== null && until - from < look.brief) passes(marks, connector, ground, look.dot);
    else put(working, step, it);
  }
  for (const queue of waiting.values()) waits(marks, queue, ground, look);
  for (const crew of working.values()) works(marks, crew, ground, look);
  return marks;
}

/** Constant speed from one end to where the queue begins. */
function travels(marks: Marks, { stretch }: Here, time: number, ground: Ground, radius: number): void {
  const line = stretch.connector === null ? null : ground.line(stretch.connector);
  if (!line) return;
  const part = (time - stretch.from) / (stretch.until - stretch.from);
  marks.dots.push({ ...pointAt(line, part * front(line, radius)), doing: 'travels' });
}

function passes(marks: Marks, connector: ConnectorId, ground: Ground, radius: number): void {
  const line = ground.line(connector);
  if (line) marks.dots.push({ ...pointAt(line, front(line, radius)), doing: 'works' });
}

/** Who came first stands at the head of the arrow, the others behind. */
function waits(marks: Marks, queue: readonly Here[], ground: Ground, { dot, pile }: Look): void {
  const [{ stretch }] = queue as [Here];
  const line = stretch.connector === null ? null : ground.line(stretch.connector);
  if (!line) return;
  const first = front(line, dot);
  const room = Math.floor(first / (dot * APART)) + 1;
  if (queue.length > Math.min(MOST_WAITING, room)) {
    marks.piles.push({ ...pointAt(line, front(line, pile)), doing: 'waits', count: queue.length });
    return;
  }
  queue.forEach((_, place) => {
    marks.dots.push({ ...pointAt(line, first - place * dot * APART), doing: 'waits' });
  });
}

/** How far along a line one stands that has come to its end. */
const front = (line: Line, radius: number): number =>
  Math.max(lengthOf(line) - HEAD - radius, lengthOf(line) / 2);

/** On the lower edge of the step, from the left. */
function works(marks: Marks, crew: readonly Here[], ground: Ground, { dot, pile }: Look): void {
  const [{ stretch }] = crew as [Here];
  const step = ground.step(stretch.step);
  if (!step) return;
  const at = bench(step, dot);
  if (crew.length > (step.shape === 'box' ? MOST_WORKED_ON : 1)) {
    // Below the edge, so that what stands in the step can be read.
    const y = step.shape === 'box' ? at.y + pile / 2 : at.y;
    marks.piles.push({ x: at.x, y, doing: 'works', count: crew.length });
    return;
  }
  crew.forEach((_, place) => {
    marks.dots.push({ x: at.x + place * dot * APART, y: at.y, doing: 'works' });
  });
}

function bench({ body, shape }: { body: Rect; shape: string }, radius: number): Point {
  const { x, y, w, h } = body;
  if (shape === 'circle') return { x: x + w / 2, y: y + h / 2 };
  // The middle of the lower left side.
  if (shape === 'diamond') return { x: x + w / 4, y: y + (h * 3) / 4 };
  return { x: x + Math.min(w / 2, 6 + radius * 2), y: y + h };
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
