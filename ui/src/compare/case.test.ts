// The business case in words and as a table.

import { describe, expect, it } from 'vitest';
import type { Amount, BusinessCase } from '../contract.ts';
import { Mirror } from '../mirror.ts';
import { amountSaid, caseRows, figuresOf, missingSaid, placeOf, rangeSaid } from './case.ts';

const amount = (usual: number, range: [number, number] | null = null, confidence: Amount['confidence'] = 'estimated'): Amount => ({
  usual,
  low: range?.[0] ?? usual,
  high: range?.[1] ?? usual,
  confidence,
  shown: { usual, range },
});

const bare: BusinessCase = {
  from: 1,
  to: 2,
  process: 3,
  clock: { kind: 'business', minutesPerDay: 480 },
  currency: 'EUR',
  volume: null,
  freedPerItem: amount(250),
  freedPerDay: null,
  freedPerYear: null,
  people: { amount: amount(0.52), covers: 80 },
  moneyPerYear: { amount: amount(-58000, [-60000, 12000], 'guessed'), covers: 100 },
  fasterDays: amount(26),
  delayPerYear: null,
  rows: [],
  assumed: [],
  missing: [],
  confidence: 'guessed',
};

describe('the business case', () => {
  it('says an amount with its unit, its mark and its range', () => {
    const money = bare.moneyPerYear?.amount ?? amount(0);
    expect(amountSaid(money, 'money', 'EUR')).toBe('−58,000 EUR?');
    expect(rangeSaid(money, 'money', 'EUR')).toBe('−60,000 to 12,000 EUR');
    expect(rangeSaid(amount(1), 'hours', '')).toBe('');
    expect(amountSaid(amount(0.52), 'people', 'EUR')).toBe('~0.52 people');
    expect(amountSaid(amount(12, null, 'measured'), 'money', '')).toBe('12');
  });

  it('has a row for each figure, and one line of a table for each', () => {
    expect(figuresOf(bare).filter((it) => it.amount).map((it) => [it.label, it.covers])).toEqual([
      ['Freed at each item', null],
      ['In people', 80],
      ['Their cost a year', 100],
      ['Sooner, each item', null],
    ]);
    const rows = caseRows(bare, new Mirror());
    expect(rows[5]).toEqual(['Their cost a year', '-58000', '-60000', '12000', 'EUR', 'Guessed']);
    expect(rows.every((row) => row.length === 6)).toBe(true);
  });

  it('leads to where a missing input is said', () => {
    expect(placeOf({ is: 'oneProcess' })).toBeNull();
    expect(placeOf({ is: 'roleCost', roles: [4] })).toEqual({ on: 'teams' });
    expect(placeOf({ is: 'costOfDelay' })).toEqual({ on: 'field', label: 'Cost of delay' });
    expect(placeOf({ is: 'processTime', steps: [7, 8] })).toEqual({ on: 'map', about: [7, 8] });
    expect(missingSaid({ is: 'volume' }, new Mirror())).toBe('How many items come a day');
  });
});
