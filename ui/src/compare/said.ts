// A comparison in words: figures with their change, changes with their effect. Pure.

import type { Clock, Measure, MeasureUnit, StateChange } from '../contract.ts';
import { count, duration, percentOf, tenth } from '../format.ts';
import { words } from '../words.ts';

/** Which lead time effects are told in. */
export type By = 'leadTime' | 'expectedLeadTime';

/** A value of a measure; below ten a count has a tenth. */
export function valueSaid(value: number | null, unit: MeasureUnit, clock: Clock): string {
  if (value === null) return '–';
  switch (unit) {
    case 'minutes':
      return duration(Math.round(value), clock);
    case 'percent':
      return percentOf(value);
    case 'personMinutes':
      return duration(Math.round(value), { ...clock, minutesPerDay: 1e9 });
    case 'count':
      return Number.isInteger(value) ? count(value) : tenth(value);
  }
}

/** A difference with its sign: "− 1.3 d", "+ 40 min". */
export function signed(by: number, unit: MeasureUnit, clock: Clock): string {
  const said = unit === 'percent' ? words.compare.points(tenth(Math.abs(by))) : valueSaid(Math.abs(by), unit, clock);
  return `${by < 0 ? '−' : '+'} ${said}`;
}

/** The change of a measure: in percent, or in points where it is percent already. */
export function moved({ before, after, unit }: Measure): string {
  if (before === null || after === null) return '';
  const by = after - before;
  if (Math.abs(by) < 1e-9) return words.compare.same;
  const sign = by < 0 ? '−' : '+';
  if (unit === 'percent') return `${sign} ${tenth(Math.abs(by))}`;
  if (unit === 'count' && Number.isInteger(by)) return `${sign} ${count(Math.abs(by))}`;
  return before === 0 ? '' : `${sign} ${count((100 * Math.abs(by)) / before)} %`;
}

export type Verdict = 'better' | 'worse' | 'same';

export function verdict({ before, after, lessIsBetter }: Measure): Verdict {
  if (before === null || after === null || Math.abs(after - before) < 1e-9) return 'same';
  return after < before === lessIsBetter ? 'better' : 'worse';
}

/** What a change does to the lead time; absent where that is not known or nothing. */
export function effectOf(change: StateChange, by: By): number | null {
  const minutes = by === 'leadTime' ? change.leadTime : change.expectedLeadTime;
  return minutes === null || Math.abs(minutes) < 0.5 ? null : minutes;
}

/** A day as it is read: "29 November 2026". */
export function daySaid(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return date.toLocaleDateString(words.locale, form);
}

export const MARKS: Record<StateChange['fate'], string> = {
  changed: '~',
  merged: '⊂',
  split: '⊃',
  recast: '~',
  removed: '−',
  added: '+',
};
