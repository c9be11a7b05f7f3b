// Numbers and times as people read them, in the language of the words and the clock of the
// process. The same rounding as on the map. Pure.

import type { Clock, Confidence, Estimate, Knowledge, Minutes, Share } from './contract.ts';
import { words } from './words.ts';

const tenths = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 });
/** What is edited is read again, so thousands are not set apart in it. */
const halves = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1, useGrouping: false });
const hundredths = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 0 });

export const count = (value: number): string => whole.format(value);

/** To one decimal: "1.6". */
export const tenth = (value: number): string => tenths.format(value);

/** To two decimals: "0.43". */
export const hundredth = (value: number): string => hundredths.format(value);

/** Minutes as hours without the unit, whole ones from ten on: "2.5", "36". */
export const hours = (minutes: number): string => (minutes < 600 ? tenths : whole).format(minutes / 60);

/** Minutes in the largest unit that keeps them readable: "45 min", "1.5 h", "34.5 d". */
export function duration(minutes: number, clock: Clock): string {
  const [min, hour, day] = words.units;
  if (minutes < 60) return `${whole.format(minutes)} ${min}`;
  if (minutes < clock.minutesPerDay) return `${tenths.format(minutes / 60)} ${hour}`;
  return `${tenths.format(minutes / Math.max(clock.minutesPerDay, 1))} ${day}`;
}

/** Minutes without loss, for a field that is edited: "1.5 d", or "1 d 2 h 20 min". */
export function exactDuration(minutes: Minutes, clock: Clock): string {
  const day = Math.max(clock.minutesPerDay, 1);
  const units: [number, string][] = [
    [day, words.units[2]],
    [60, words.units[1]],
    [1, words.units[0]],
  ];
  for (const [length, unit] of units) {
    // Halves and whole ones are said in one unit; anything finer in several.
    const fits = minutes >= length && (minutes * 2) % length === 0 && !(length === 60 && day <= 60);
    if (fits) return `${halves.format(minutes / length)} ${unit}`;
    if (minutes >= length) break;
  }
  let left = minutes;
  const parts = units.flatMap(([length, unit]) => {
    const many = Math.floor(left / length);
    left -= many * length;
    return many > 0 ? [`${many} ${unit}`] : [];
  });
  return parts.length > 0 ? parts.join(' ') : `0 ${words.units[0]}`;
}

/** A share in ten-thousandths as percent: "90 %". */
export const percent = (share: Share): string => percentOf(share / 100);

/** Percent that are percent already: "7.9 %". */
export const percentOf = (value: number): string => `${tenths.format(value)} %`;

/** Percent for a field that is edited. */
export const exactPercent = (share: Share): string => `${hundredths.format(share / 100)} %`;

/** Measured plain, estimated with a tilde, guessed with a question mark. */
export function marked(text: string, confidence: Confidence): string {
  if (confidence === 'measured') return text;
  return confidence === 'estimated' ? `~${text}` : `${text}?`;
}

/** A time with its mark: "~4 h". */
export function estimated(estimate: Estimate<Minutes>, clock: Clock): string {
  return marked(duration(estimate.usual, clock), estimate.confidence);
}

/** A share with its mark: "~85 %". */
export const estimatedShare = (estimate: Estimate<Share>): string =>
  marked(percent(estimate.usual), estimate.confidence);

/** A share that may be a guess: "85 %", "85 %?". */
export const knownShare = (share: number, { confidence }: Knowledge): string =>
  confidence === 'guessed' ? `${percent(share)}?` : percent(share);

/** The time of day: "14:02". */
export function timeOfDay(date: Date): string {
  return date.toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** When a file was open last, from seconds since 1970. */
export function dayOf(seconds: number): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Date(seconds * 1000).toLocaleDateString(words.locale, options);
}

/** A moment on the wall, as it is written in `YYYY-MM-DDTHH:MM`: "Fri, May 22, 15:30". */
export function momentSaid(local: string): string {
  const date = new Date(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(date.getTime())) return local;
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const said = date.toLocaleDateString(words.locale, { ...day, timeZone: 'UTC' });
  return `${said}, ${local.slice(11, 16)}`;
}
