// Two languages: which one is spoken, that none has an empty word, and that numbers and times are
// written and read as each language has them.
import { afterEach, expect, it, vi } from 'vitest';
import type { Estimate } from './contract.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { wordsFor } from './words.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it.each([
  [null, ['de-AT', 'en'], 'de'],
  [null, ['fr', 'de'], 'de'],
  [null, ['fr-FR'], 'en'],
  [null, [], 'en'],
  ['en', ['de'], 'en'],
  ['de', ['en'], 'de'],
] as const)('chosen %s, the system wants %j: %s', (chosen, wanted, locale) => {
  expect(wordsFor(chosen, wanted).locale).toBe(locale);
});

/** Every plain word with the way to it. */
function said(words: object, at = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[at + key, value]];
    return typeof value === 'object' && value !== null ? said(value as object, `${at}${key}.`) : [];
  });
}

it('every word is said, and long sentences are not left in English', () => {
  const german = new Map(said(de));
  for (const [key, english] of said(en)) {
    expect(german.get(key), key).toBeTruthy();
    if (english.length > 18) expect(german.get(key), key).not.toBe(english);
  }
  expect(de.edit({ code: 'moveSteps', count: 3, name: '' })).toBe('3 Schritte verschieben');
  expect(de.refusal('locked', 'It is locked.')).toMatch(/gesperrt/);
  expect(de.refusal('diskFull', 'The disk is full.')).toBe('The disk is full.');
  expect(en.refusal('locked', 'It is locked.')).toBe('It is locked.');
});

const clock = { kind: 'business', minutesPerDay: 480 } as const;
const wait: Estimate<number> = {
  usual: 720,
  best: null,
  worst: null,
  confidence: 'estimated',
  sample: null,
  saidBy: '',
};

it.each([
  ['en-US', '~1.5 d', '85.5 %', '1,234', '1234.5 d', '14:02', 'May 2, 2026'],
  ['de-DE', '~1,5 d', '85,5 %', '1.234', '1234,5 d', '14:02', '2. Mai 2026'],
])('in %s', async (language, estimate, share, many, long, time, day) => {
  vi.stubGlobal('navigator', { languages: [language], userAgent: '' });
  vi.resetModules();
  const format = await import('./format.ts');
  const { readDuration } = await import('./duration.ts');
  expect(format.estimated(wait, clock)).toBe(estimate);
  expect(format.percent(8550)).toBe(share);
  expect(format.count(1234)).toBe(many);
  expect(format.exactDuration(592_560, clock)).toBe(long);
  expect(readDuration(long, clock)).toEqual({ value: 592_560 });
  expect(format.timeOfDay(new Date(2026, 4, 2, 14, 2))).toBe(time);
  expect(format.dayOf(new Date(2026, 4, 2, 12).getTime() / 1000)).toBe(day);
});
