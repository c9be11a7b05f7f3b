// The words of the view, in the language that was chosen, else in that of the system, else in
// English. Components hold no sentence. Another language takes a new page; the kernel keeps the file.

import { isOneOf, recalled, remember } from './remembered.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

export type Words = typeof en;
export type Language = 'en' | 'de';

/** Every language that Baton speaks; each has every word. */
const languages: Readonly<Record<Language, Words>> = { en, de };
const isLanguage = isOneOf('en', 'de');
const NAME = 'language';

/** The language that was chosen; nothing where the system's is followed. */
export const chosenLanguage: Language | null = recalled(NAME, isLanguage);

/** The words for somebody who would have these languages, the first one first. */
export function wordsFor(chosen: Language | null, wanted: readonly string[]): Words {
  if (chosen) return languages[chosen];
  const known = wanted.map((it) => it.split('-')[0]).find(isLanguage);
  return known ? languages[known] : en;
}

/** From the next page on. */
export function chooseLanguage(language: Language | null): void {
  remember(NAME, language);
}

const wanted = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
export const words: Words = wordsFor(chosenLanguage, wanted);
