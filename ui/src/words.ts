// The words of the view, in the person's language where there is one. Components hold no sentence.

import { en } from './words/en.ts';

export type Words = typeof en;

/** Every language that Baton speaks; each has every word. */
const languages: Record<string, Words> = { en };

function spoken(): Words {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  for (const language of wanted) {
    const known = languages[language.split('-')[0] ?? ''];
    if (known) return known;
  }
  return en;
}

export const words: Words = spoken();
