// Working hours as people write them, "9-12, 13-17", and the week of a calendar made of them: minutes
// after midnight, half-open, in order, never over each other. Pure; what cannot be read comes back
// as the reason.

import type { Calendar, SpecialDay, Window } from './contract.ts';

export const DAY = 1440;
/** Hands and arrow keys move by this much. */
export const SNAP = 15;
/** More windows in one day than this nobody works. */
export const MOST_SPANS = 8;
const LONGEST = 120;

export type Span = [from: number, to: number];
export type HoursProblem = 'noHours' | 'backwards' | 'overlap' | 'tooMany' | 'noDay';

const TIME = String.raw`(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|uhr|h)?`;
const SPAN = new RegExp(`^${TIME}\\s*(?:-|–|—|to|bis)\\s*${TIME}$`, 'i');
const CLOSED = ['', '-', '–', '—', 'closed', 'geschlossen', 'zu', '0'];
const OPEN = ['24', '24h', '24 h'];

/** Minutes after midnight; `null` when there is no such time. */
function minutes(hour = '', minute = '0', half = ''): number | null {
  let h = Number(hour);
  if (/[ap]m/i.test(half)) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const at = h * 60 + Number(minute);
  return Number(minute) > 59 || at > DAY ? null : at;
}

/** The windows of one day; nothing, a dash or "closed" is none of them. */
export function readHours(text: string): { spans: Span[] } | { problem: HoursProblem } {
  const said = text.trim().toLowerCase();
  if (CLOSED.includes(said)) return { spans: [] };
  if (OPEN.includes(said)) return { spans: [[0, DAY]] };
  if (said.length > LONGEST) return { problem: 'noHours' };
  const parts = said.split(/\s*(?:[,;+&]|\band\b|\bund\b)\s*/);
  if (parts.length > MOST_SPANS) return { problem: 'tooMany' };
  const spans: Span[] = [];
  for (const part of parts) {
    const found = SPAN.exec(part);
    const from = found && minutes(found[1], found[2], found[3]);
    const to = found && minutes(found[4], found[5], found[6]);
    if (from === null || to === null) return { problem: 'noHours' };
    if (from >= to) return { problem: 'backwards' };
    spans.push([from, to]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  const over = spans.some((span, at) => at > 0 && span[0] < (spans[at - 1]?.[1] ?? 0));
  return over ? { problem: 'overlap' } : { spans };
}

/** "9" or "9:30". */
export function writeTime(at: number): string {
  const minute = at % 60;
  return `${Math.floor(at / 60)}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}`;
}

export const writeHours = (spans: readonly Readonly<Span>[]): string =>
  spans.map(([from, to]) => `${writeTime(from)}–${writeTime(to)}`).join(', ');

export const lengthOf = (spans: readonly Readonly<Span>[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** The windows of each weekday, Monday first. */
export function weekOf(windows: readonly Window[]): Span[][] {
  const week: Span[][] = Array.from({ length: 7 }, () => []);
  for (const { weekday, from, to } of windows) week[weekday]?.push([from, to]);
  week.forEach((day) => day.sort((a, b) => a[0] - b[0]));
  return week;
}

/** The week as a calendar holds it, with these days made otherwise. */
export function withDays(
  windows: readonly Window[],
  days: readonly number[],
  spans: readonly Readonly<Span>[],
): Window[] {
  const kept = windows.filter((it) => !days.includes(it.weekday));
  const made = days.flatMap((weekday) => spans.map(([from, to]) => ({ weekday, from, to })));
  return [...kept, ...made].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
}

export type Edge = 'from' | 'to' | 'both';

/** One window with its begin, its end or the whole of it moved to a time, as far as there is room. */
export function moveSpan(spans: readonly Readonly<Span>[], at: number, edge: Edge, to: number): Span[] {
  const next = spans.map(([from, until]): Span => [from, until]);
  const span = next[at];
  if (!span) return next;
  const least = next[at - 1]?.[1] ?? 0;
  const most = next[at + 1]?.[0] ?? DAY;
  const goal = Math.round(to / SNAP) * SNAP;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  if (edge === 'from') span[0] = within(goal, least, Math.max(least, span[1] - SNAP));
  if (edge === 'to') span[1] = within(goal, Math.min(most, span[0] + SNAP), most);
  if (edge === 'both') {
    const length = span[1] - span[0];
    span[0] = within(goal, least, most - length);
    span[1] = span[0] + length;
  }
  return next;
}

/** Where a new window fits that begins near a time: an hour, or what there is room for. */
export function addSpan(spans: readonly Readonly<Span>[], near: number): Span[] | null {
  const from = Math.min(Math.floor(near / SNAP) * SNAP, DAY - SNAP);
  const inside = spans.some((span) => from >= span[0] && from < span[1]);
  if (inside || spans.length >= MOST_SPANS) return null;
  const next = Math.min(...spans.filter((span) => span[0] > from).map((span) => span[0]), DAY);
  const to = Math.min(from + 60, next);
  return [...spans.map(([a, b]): Span => [a, b]), [from, to] as Span].sort((a, b) => a[0] - b[0]);
}

/** Consecutive weekdays of equal hours as one: [0, 4, spans] is Monday to Friday. */
export function runsOf(windows: readonly Window[]): [first: number, last: number, spans: Span[]][] {
  const runs: [number, number, Span[]][] = [];
  weekOf(windows).forEach((spans, day) => {
    const last = runs.at(-1);
    const same = last && last[1] === day - 1 && JSON.stringify(last[2]) === JSON.stringify(spans);
    if (same) last[1] = day;
    else if (spans.length > 0) runs.push([day, day, spans]);
  });
  return runs;
}

export const minutesAWeek = (calendar: Calendar): number =>
  calendar.always ? 7 * DAY : weekOf(calendar.windows).reduce((sum, day) => sum + lengthOf(day), 0);

const DATES = [
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})$/,
  /^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.?$/,
];

/** A date, `YYYY-MM-DD`, or one of every year, `MM-DD`. */
export function readDay(text: string): { date: string } | { problem: HoursProblem } {
  const found = DATES.map((form) => form.exec(text.trim())).find((it) => it !== null)?.groups;
  const { y, m = '', d = '' } = found ?? {};
  // 2024 is a leap year, so that the 29th of February may come every four years.
  const day = new Date(Date.UTC(Number(y ?? 2024), Number(m) - 1, Number(d)));
  const there = day.getUTCMonth() === Number(m) - 1 && day.getUTCDate() === Number(d);
  if (!found || !there) return { problem: 'noDay' };
  const short = `${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return { date: y === undefined ? short : `${y}-${short}` };
}

export const isYearly = (date: string): boolean => date.length === 5;

/** What a special day is beside the weekday it falls on. */
export type DayKind = 'holiday' | 'short' | 'extra' | 'other';

export function kindOf(day: SpecialDay, windows: readonly Window[]): DayKind {
  if (day.windows.length === 0) return 'holiday';
  if (isYearly(day.date)) return 'other';
  const weekday = (new Date(`${day.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const usual = lengthOf(weekOf(windows)[weekday] ?? []);
  if (usual === 0) return 'extra';
  return lengthOf(day.windows) < usual ? 'short' : 'other';
}

/** Whether times can be told in this zone. */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
