// The bundled fonts: each file has its rule, and a text is read the way its first letter says.

import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { broken, whole } from './far.ts';
import { formsOf, rightToLeft } from './fonts.ts';

const here = (path: string) => new URL(path, import.meta.url);

test('every bundled font has a rule in the stylesheet', () => {
  const css = readFileSync(here('../style/tokens.css'), 'utf8');
  const files = readdirSync(here('../../../src-tauri/crates/scene/fonts')).filter((it) => it.endsWith('.ttf'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(css.split(`/${file}'`).length, file).toBe(2);
});

test('a text is read the way its first letter is', () => {
  expect(rightToLeft('تسليم ABC')).toBe(true);
  expect(rightToLeft('12 תסליم')).toBe(true);
  expect(rightToLeft('H-07 تسليم')).toBe(false);
  expect(rightToLeft('\u200fABC تسليم')).toBe(true);
  expect(rightToLeft('Sales')).toBe(false);
});

test('characters that are shared take the forms of those around', () => {
  expect(formsOf('受注かくにん')).toBe('japanese');
  expect(formsOf('合同')).toBe('chinese');
  expect(formsOf('合同주문')).toBe('korean');
  expect(formsOf('')).toBe('japanese');
});

test('writing without spaces breaks between characters and is joined without them', () => {
  const context = { measureText: (it: string) => ({ width: it.length }) } as never;
  expect(broken(context, '見込み客の登録', 10, 4, 2).map((it) => it.text)).toEqual(['見込み客', 'の登録']);
  expect(whole(['見込み客', 'の登録'])).toBe('見込み客の登録');
  expect(whole(['주문', '확인'])).toBe('주문 확인');
  expect(whole(['Score', 'lead'])).toBe('Score lead');
});

test('a name is cut between letters, not inside one', () => {
  const context = { measureText: (it: string) => ({ width: [...it].length }) } as never;
  const [line] = broken(context, '👍👍👍👍👍', 11, 3, 1);
  expect(line?.text).toBe('👍👍…');
  expect(broken(context, 'कीकीकी', 12, 4, 1)[0]?.text).toBe('की…');
});
