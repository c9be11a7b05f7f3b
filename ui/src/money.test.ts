// Money and plain decimals as they are typed and read back.

import { describe, expect, it } from 'vitest';
import { exactCost, exactDecimal, exactMoney, readCost, readDecimal, readMoney } from './money.ts';

describe('a number with decimals', () => {
  it.each([
    ['64.50', 6450],
    ['64,5', 6450],
    [' 1 200 ', 120000],
    ['12 345.67', 1234567],
    ['0', 0],
    ['10000000', 1_000_000_000],
  ])('%s', (text, value) => {
    expect(readMoney(text)).toEqual({ value });
  });

  it.each(['', '-5', '1e3', '12.', '1 23', 'sixty', '10000000.01', '1.2.3'])('refuses %s', (text) => {
    expect(readMoney(text)).toEqual({ problem: 'noAmount' });
  });

  it('is kept in parts and read back as it was typed', () => {
    expect(readDecimal('0.125', 1000, 5000)).toEqual({ value: 125 });
    expect(exactDecimal(125, 1000)).toBe('0.125');
    expect(exactMoney(123456700)).toBe('1234567');
  });
});

describe('a cost in one cell', () => {
  it('has a range, and says it again', () => {
    const read = readCost('60 (50–80)', null);
    expect(read).toEqual({
      cost: { usual: 6000, best: 5000, worst: 8000, confidence: 'estimated', sample: null, saidBy: '' },
    });
    if ('cost' in read) expect(exactCost(read.cost)).toBe('60 (50–80)');
    expect(readCost('60 ( 50 - 80 )', null)).toEqual(read);
  });

  it('keeps how well it is known', () => {
    const before = { usual: 1, best: null, worst: null, confidence: 'measured' as const, sample: 12, saidBy: 'Payroll' };
    expect(readCost('61', before)).toEqual({ cost: { ...before, usual: 6100 } });
  });

  it('is taken away when it is empty', () => {
    expect(readCost('  ', null)).toEqual({ cost: null });
    expect(exactCost(null)).toBe('');
  });

  it.each(['60 (70–80)', '60 (50–55)', '60 (', '60 (50)', 'about 60'])('refuses %s', (text) => {
    expect(readCost(text, null)).toHaveProperty('wrong');
  });
});
