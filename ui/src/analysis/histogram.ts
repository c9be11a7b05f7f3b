// How long cases take, as a histogram: bars of equal width, the promise as a line, what is late in
// the colour of trouble. Pure.

import type { Bar, Clock, TimesShown } from '../contract.ts';
import { tenth } from '../format.ts';
import { words } from '../words.ts';
import type { Mark, Picture } from './picture.ts';

/** What is promised, in minutes, and what is written beside its line. */
export interface PromiseLine {
  minutes: number;
  title: string;
  late: string;
}

const HEIGHT = 240;
const TOP = 16;
const BOTTOM = 26;
const SIDE = 6;

/** The width of all bars in minutes; the last one, which is open, is as wide as the others. */
function reach(bars: readonly Bar[]): { step: number; end: number } {
  const [first] = bars;
  const step = first ? (first.until ?? first.from + 1) - first.from : 1;
  const last = bars.at(-1);
  return { step, end: last ? (last.until ?? last.from + step) : step };
}

/** A time on the axis: days of the clock, hours or minutes, the same for all. */
export function axis(end: number, clock: Clock): { at: number; text: string }[] {
  const [min, hour, day] = words.units;
  const length = end >= 2 * clock.minutesPerDay ? clock.minutesPerDay : end >= 180 ? 60 : 1;
  const unit = length === 1 ? min : length === 60 ? hour : day;
  const step = length * nice(end / length / 7);
  const count = Math.floor(end / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => ({
    at: at * step,
    text: `${tenth((at * step) / length)} ${unit}`,
  }));
}

/** The next of 1, 2, 5, 10, 20 … that is not smaller; 0.5 and less are halves. */
function nice(least: number): number {
  if (least <= 0.5) return 0.5;
  const ten = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((it) => it * ten).find((it) => it >= least - 1e-9) ?? least;
}

export function histogram(
  { bars }: TimesShown,
  clock: Clock,
  width: number,
  promise: PromiseLine | null,
): Picture {
  const { step, end } = reach(bars);
  const furthest = Math.max(end, (promise?.minutes ?? 0) * 1.05);
  const x = (minutes: number) => SIDE + (minutes / furthest) * (width - 2 * SIDE);
  const floor = HEIGHT - BOTTOM;
  const most = Math.max(1, ...bars.map((it) => it.cases));
  const marks: Mark[] = bars.map((bar): Mark => {
    const h = (bar.cases / most) * (floor - TOP - (promise ? 20 : 0));
    const late = promise !== null && bar.from >= promise.minutes - 1e-6;
    const wide = x(bar.from + step) - x(bar.from);
    return {
      is: 'box',
      x: x(bar.from) + 1,
      y: floor - h,
      w: Math.max(0.5, wide - 2),
      h,
      tone: late ? 'trouble' : 'accent',
      strength: late ? 0.9 : 0.75,
      round: Math.min(2, h / 2),
    };
  });
  marks.push({ is: 'line', x: SIDE, y: floor + 0.5, toX: width - SIDE, toY: floor + 0.5, tone: 'hairline' });
  for (const { at, text } of axis(furthest, clock)) {
    const anchor = at === 0 ? 'start' : x(at) > width - 24 ? 'end' : 'middle';
    marks.push({ is: 'text', x: x(at), y: floor + 17, text, tone: 'muted', anchor, size: 11 });
  }
  if (promise) marks.push(...line(promise, x(promise.minutes), floor, width));
  return { width, height: HEIGHT, marks };
}

function line({ title, late }: PromiseLine, at: number, floor: number, width: number): Mark[] {
  // Beside the line, on the side with more room.
  const left = at > width * 0.62;
  const text = { x: at + (left ? -8 : 8), anchor: left ? 'end' : 'start' } as const;
  return [
    { is: 'line', x: at, y: 2, toX: at, toY: floor + 4, tone: 'ink' },
    { is: 'text', ...text, y: 13, text: title, tone: 'ink', bold: true, size: 12 },
    { is: 'text', ...text, y: 29, text: late, tone: 'trouble', size: 12 },
  ];
}

/** The bars as a table: from, until, cases. */
export function histogramRows({ bars }: TimesShown): string[][] {
  const whole = (minutes: number | null) => (minutes === null ? '' : String(Math.round(minutes)));
  const rows = bars.map((it) => [whole(it.from), whole(it.until), String(it.cases)]);
  return [[...words.analysis.barColumns], ...rows];
}
