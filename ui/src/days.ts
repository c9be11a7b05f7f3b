// The days of the week and hours as the language of the words has them. Pure.

import { words } from './words.ts';

const hours = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 2 });

function names(weekday: 'short' | 'long'): readonly string[] {
  const form = new Intl.DateTimeFormat(words.locale, { weekday, timeZone: 'UTC' });
  // The 1st of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => form.format(Date.UTC(2024, 0, 1 + day)));
}

/** Monday first. */
export const dayNames = { short: names('short'), long: names('long') };

/** Minutes as hours without the unit: "37.5". */
export const hoursNumber = (minutes: number): string => hours.format(minutes / 60);

/** A date as it is typed in this language: "2026-12-24", "24.12.2026", "24.12.". */
export function writeDay(date: string): string {
  if (words.locale !== 'de') return date;
  const [day, month, year] = date.split('-').reverse();
  return date.length === 5 ? `${date.slice(3)}.${date.slice(0, 2)}.` : `${day}.${month}.${year}`;
}

/** A day as it is read: "May 22, 2026"; what is none as it stands. */
export function daySaid(day: string): string {
  const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const date = new Date(`${day}T00:00Z`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(words.locale, form);
}
