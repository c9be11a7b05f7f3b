// The letters of a cell of the responsibility matrix: which one a key stands for, and what a cell
// holds after it. What follows from the map becomes set as soon as somebody types over it. Pure.

import type { RaciLetter } from './contract.ts';

/** What stands in a cell, and whether somebody put it there. */
export interface Held {
  letters: readonly RaciLetter[];
  origin: 'set' | 'derived';
}

/** How a letter is written: no scheme has two that begin alike. */
export const signOf = (letter: RaciLetter): string => letter.slice(0, 1);

/** The letter that a key stands for in a scheme. */
export function letterOf(key: string, letters: readonly RaciLetter[]): RaciLetter | null {
  return letters.find((it) => signOf(it) === key.toUpperCase()) ?? null;
}

/** The letters after one was typed, in the order of the scheme. */
export function toggled(
  held: Held | undefined,
  letter: RaciLetter,
  letters: readonly RaciLetter[],
): RaciLetter[] {
  const before = held?.letters ?? [];
  const takenOut = held?.origin === 'set' && before.includes(letter);
  const after = takenOut ? before.filter((it) => it !== letter) : [...before, letter];
  const rank = (it: RaciLetter) => (letters.indexOf(it) + letters.length) % letters.length;
  return [...new Set(after)].sort((a, b) => rank(a) - rank(b));
}

/** The letters as one reads them: "A/R". */
export const written = (held: readonly RaciLetter[]): string => held.map(signOf).join('/');
