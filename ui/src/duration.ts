// Reads times and shares as people type them: "1.5 d", "4 h", "20 min", "90", "1 d 4 h", "85 %".
// Pure; what cannot be read comes back as the reason, never as a number.

import type { Clock, Minutes, Share } from './contract.ts';

/** The longest time that can be entered: ten years of elapsed minutes. */
export const MOST_MINUTES = 5_270_400;

export type Problem = 'noTime' | 'noUnit' | 'tooLong' | 'noPercent' | 'noNumber' | 'noAmount';
export type Read<T> = { value: T } | { problem: Problem };

const PART = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*([\p{L}]*)\.?\s*/u;

/** Minutes of one unit; `null` when there is no such unit. */
function length(unit: string, clock: Clock): number | null {
  const name = unit.toLowerCase();
  if (['', 'm', 'min', 'mins', 'minute', 'minutes', 'minuten'].includes(name)) return 1;
  if (['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden'].includes(name)) return 60;
  if (['d', 'day', 'days', 't', 'tag', 'tage', 'tagen'].includes(name)) return clock.minutesPerDay;
  if (['w', 'week', 'weeks', 'woche', 'wochen'].includes(name)) {
    return clock.minutesPerDay * (clock.kind === 'business' ? 5 : 7);
  }
  return null;
}

const number = (text: string): number => Number(text.replace(',', '.'));

/** Whole minutes; a bare number is minutes. A day is a day of the clock. */
export function readDuration(text: string, clock: Clock): Read<Minutes> {
  let rest = text.trim();
  if (rest === '') return { problem: 'noTime' };
  let minutes = 0;
  while (rest !== '') {
    const part = PART.exec(rest);
    if (!part) return { problem: 'noTime' };
    const each = length(part[2] ?? '', clock);
    if (each === null) return { problem: 'noUnit' };
    minutes += number(part[1] ?? '') * each;
    rest = rest.slice(part[0].length);
  }
  const value = Math.round(minutes);
  return value > MOST_MINUTES ? { problem: 'tooLong' } : { value };
}

/** Ten-thousandths from percent, with or without the sign. */
export function readPercent(text: string): Read<Share> {
  const part = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim());
  const value = part ? Math.round(number(part[1] ?? '') * 100) : -1;
  return value >= 0 && value <= 10_000 ? { value } : { problem: 'noPercent' };
}

/** A whole number within bounds. */
export function readCount(text: string, least: number, most: number): Read<number> {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : -1;
  return value >= least && value <= most ? { value } : { problem: 'noNumber' };
}
