// The waterfall of a figure as a picture and as a table: from before to after, the largest causes
// one by one, the small ones together. Pure.

import type { Mark, Picture, Tone } from '../analysis/picture.ts';
import type { Clock, Waterfall } from '../contract.ts';
import { words } from '../words.ts';
import { signed, valueSaid } from './said.ts';

/** So many causes have a bar of their own. */
const MOST = 10;
const ROW = 34;
const BAR = 9;
const EDGE = 2;
/** A letter is about so wide, in the size of the picture. */
const LETTER = 6.1;

interface Row {
  title: string;
  said: string;
  from: number;
  to: number;
  tone: Tone;
}

/** What becomes worse is trouble, what becomes better good; that depends on the figure. */
const tone = (by: number, moreIsBetter: boolean): Tone => (by > 0 === moreIsBetter ? 'good' : 'trouble');

function rowsOf(fall: Waterfall, clock: Clock): Row[] {
  const { unit, parts, before, after } = fall;
  const moreIsBetter = fall.of === 'rolledCompleteAccurate';
  const total = (title: string, value: number): Row => ({
    title,
    said: valueSaid(value, unit, clock),
    from: 0,
    to: value,
    tone: 'accent',
  });
  let at = before;
  const step = (title: string, by: number): Row => {
    const row = { title, said: signed(by, unit, clock), from: at, to: at + by, tone: tone(by, moreIsBetter) };
    at += by;
    return row;
  };
  const kept = (title: string, change: string | null) =>
    change === null ? words.compare.countsOtherwise(title) : title;
  const first = parts.slice(0, MOST).map((it) => step(kept(it.title, it.change), it.by));
  const rest = parts.slice(MOST);
  const others = rest.reduce((sum, it) => sum + it.by, 0);
  const last = rest.length > 0 ? [step(words.compare.others(rest.length), others)] : [];
  return [
    total(words.compare.before, before),
    ...first,
    ...last,
    total(words.compare.after, after),
  ];
}

export function fallPicture(fall: Waterfall, clock: Clock, width: number): Picture {
  const rows = rowsOf(fall, clock);
  const ends = rows.flatMap((it) => [it.from, it.to]);
  const [least, most] = [Math.min(0, ...ends), Math.max(...ends, 1e-9)];
  const x = (value: number) => EDGE + ((value - least) / (most - least)) * (width - 2 * EDGE);
  const marks: Mark[] = [];
  rows.forEach((row, at) => {
    const top = at * ROW;
    const whole = at === 0 || at === rows.length - 1;
    const room = Math.max(8, Math.floor((width - row.said.length * LETTER - 12) / LETTER));
    const title = row.title.length > room ? `${row.title.slice(0, room - 1)}…` : row.title;
    marks.push({ is: 'text', x: EDGE, y: top + 12, text: title, tone: whole ? 'ink' : 'secondary', bold: whole });
    marks.push({
      is: 'text',
      x: width - EDGE,
      y: top + 12,
      text: row.said,
      tone: whole ? 'ink' : row.tone,
      anchor: 'end',
      bold: true,
    });
    const [left, right] = [x(Math.min(row.from, row.to)), x(Math.max(row.from, row.to))];
    marks.push({ is: 'box', x: left, y: top + 17, w: Math.max(1.5, right - left), h: BAR, tone: row.tone, round: 2 });
    if (at + 1 < rows.length) {
      const end = x(row.to);
      marks.push({ is: 'line', x: end, y: top + 17 + BAR, toX: end, toY: top + ROW + 17, tone: 'hairline' });
    }
  });
  return { width, height: rows.length * ROW, marks };
}

/** Every cause, to the unit of the figure, so that the column adds up. */
export function fallRows(fall: Waterfall, clock: Clock): string[][] {
  const { unit } = fall;
  const number = (value: number) => String(Math.round(value * 100) / 100);
  const head = [words.compare.cause, words.compare.effect, words.compare.inUnits[unit]];
  return [
    head,
    [words.compare.before, valueSaid(fall.before, unit, clock), number(fall.before)],
    ...fall.parts.map((it) => [
      it.change === null ? words.compare.countsOtherwise(it.title) : it.title,
      signed(it.by, unit, clock),
      number(it.by),
    ]),
    [words.compare.after, valueSaid(fall.after, unit, clock), number(fall.after)],
  ];
}
