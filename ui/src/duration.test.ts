// Times and shares as people type them.
import { expect, it } from 'vitest';
import type { Clock } from './contract.ts';
import { readCount, readDuration, readPercent } from './duration.ts';
import { duration, exactDuration } from './format.ts';

const office: Clock = { kind: 'business', minutesPerDay: 480 };
const wall: Clock = { kind: 'elapsed', minutesPerDay: 1440 };

it.each<[string, Clock, number]>([
  ['1.5 d', office, 720],
  ['1,5 d', office, 720],
  ['1.5d', wall, 2160],
  ['4 h', office, 240],
  ['20 min', office, 20],
  ['90', office, 90],
  ['  2h30 ', office, 150],
  ['1 d 2 h 20 min', office, 620],
  ['3 days', office, 1440],
  ['1 week', office, 2400],
  ['1 w', wall, 10_080],
  ['0', office, 0],
  ['.5 h', office, 30],
])('%s is read', (text, clock, minutes) => {
  expect(readDuration(text, clock)).toEqual({ value: minutes });
});

it.each<[string, string]>([
  ['', 'noTime'],
  ['soon', 'noTime'],
  ['3 moons', 'noUnit'],
  ['-3 h', 'noTime'],
  ['2 h, then 3', 'noTime'],
  ['11000 d', 'tooLong'],
])('%s is not', (text, problem) => {
  expect(readDuration(text, wall)).toEqual({ problem });
});

it('percent have a bound and no other unit', () => {
  expect(readPercent('90 %')).toEqual({ value: 9000 });
  expect(readPercent('3.67')).toEqual({ value: 367 });
  for (const wrong of ['101', '-1', 'most', '90 min']) {
    expect(readPercent(wrong)).toEqual({ problem: 'noPercent' });
  }
});

it('counts are whole', () => {
  expect(readCount('12', 1, 100)).toEqual({ value: 12 });
  expect(readCount('1.5', 1, 100)).toEqual({ problem: 'noNumber' });
  expect(readCount('0', 1, 100)).toEqual({ problem: 'noNumber' });
});

it.each<[number, Clock, string, string]>([
  [0, office, '0 min', '0 min'],
  [59, office, '59 min', '59 min'],
  [90, office, '1.5 h', '1.5 h'],
  [480, office, '1 d', '1 d'],
  [620, office, '1.3 d', '1 d 2 h 20 min'],
  [16570, office, '34.5 d', '34 d 4 h 10 min'],
  [720, wall, '12 h', '12 h'],
])('%d minutes are said', (minutes, clock, short, exact) => {
  expect(duration(minutes, clock)).toBe(short);
  expect(exactDuration(minutes, clock)).toBe(exact);
});

it('what is said exactly is read back', () => {
  for (let minutes = 0; minutes < 3000; minutes += 7) {
    expect(readDuration(exactDuration(minutes, office), office)).toEqual({ value: minutes });
  }
});
