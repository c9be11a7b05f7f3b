// Money and other plain decimals as people type and read them: "64.50", "60 (50–80)". Pure. Kept in
// whole parts (hundredths of a unit of money, thousandths of an item), so nothing is lost on the way.

import type { Estimate } from './contract.ts';
import type { Read } from './duration.ts';
import { words } from './words.ts';

/** Ten million units of money, in hundredths. */
export const MOST_MONEY = 1_000_000_000;
const HUNDREDTHS = 100;

/** A number with decimals in parts of its unit; thousands may be set apart by spaces. */
export function readDecimal(text: string, parts: number, most: number): Read<number> {
  const plain = text.trim().replace(/(?<=\d)[\s  ](?=\d{3})/g, '');
  const value = /^\d+(?:[.,]\d+)?$/.test(plain) ? Math.round(Number(plain.replace(',', '.')) * parts) : -1;
  return value >= 0 && value <= most ? { value } : { problem: 'noAmount' };
}

/** For a field that is edited: no thousands set apart. */
export function exactDecimal(value: number, parts: number): string {
  const digits = { maximumFractionDigits: Math.round(Math.log10(parts)), useGrouping: false };
  return new Intl.NumberFormat(words.locale, digits).format(value / parts);
}

export const readMoney = (text: string): Read<number> => readDecimal(text, HUNDREDTHS, MOST_MONEY);
export const exactMoney = (value: number): string => exactDecimal(value, HUNDREDTHS);

/** A cost in one cell: "60", or with its range "60 (50–80)". */
export function exactCost(cost: Estimate<number> | null): string {
  if (!cost) return '';
  const { usual, best, worst } = cost;
  if (best === null && worst === null) return exactMoney(usual);
  return `${exactMoney(usual)} (${exactMoney(best ?? usual)}–${exactMoney(worst ?? usual)})`;
}

/** Reads such a cell; how well it is known stays as it was, and is an estimate where it is new. */
export function readCost(text: string, before: Estimate<number> | null): { cost: Estimate<number> | null } | { wrong: string } {
  if (text.trim() === '') return { cost: null };
  const [, first = '', low, high] = /^([^()]*?)\s*(?:\(\s*([^()]+?)\s*[–—-]\s*([^()]+?)\s*\))?$/.exec(text.trim()) ?? [];
  const numbers = [first, low ?? first, high ?? first].map(readMoney);
  const [usual, best, worst] = numbers.map((it) => ('value' in it ? it.value : -1));
  if (usual === undefined || best === undefined || worst === undefined || Math.min(usual, best, worst) < 0) {
    return { wrong: words.business.noCost };
  }
  if (best > usual || worst < usual) return { wrong: words.rangeOutOfOrder };
  const { confidence = 'estimated', sample = null, saidBy = '' } = before ?? {};
  const ends = low === undefined ? { best: null, worst: null } : { best, worst };
  return { cost: { usual, ...ends, confidence, sample, saidBy } };
}
