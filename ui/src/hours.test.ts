// Hours as people write them, and what hands and keys do with a day.
import { expect, it } from 'vitest';
import { addSpan, kindOf, moveSpan, readDay, readHours, runsOf, type Span, withDays, writeHours } from './hours.ts';

it.each<[string, string]>([
  ['9-12, 13-17', '9–12, 13–17'],
  ['9–12;13–17', '9–12, 13–17'],
  ['13-17 und 9.30-12', '9:30–12, 13–17'],
  ['900-1715', '9–17:15'],
  ['9am to 5pm', '9–17'],
  ['8 bis 16 Uhr', '8–16'],
  ['12am-12pm', '0–12'],
  ['22-24', '22–24'],
  ['24h', '0–24'],
  ['', ''],
  ['closed', ''],
  ['–', ''],
  ['9-12, 12-13', '9–12, 12–13'],
])('%j is %j', (text, written) => {
  const read = readHours(text);
  expect('spans' in read && writeHours(read.spans)).toBe(written);
});

it.each([
  ['nine to five', 'noHours'],
  ['9', 'noHours'],
  ['9-25', 'noHours'],
  ['9:60-12', 'noHours'],
  ['0pm-3pm', 'noHours'],
  ['9-12,', 'noHours'],
  [`9-12${' '.repeat(200)}, 13-17`, 'noHours'],
  ['22-6', 'backwards'],
  ['9-9', 'backwards'],
  ['9-13, 12-17', 'overlap'],
  ['0-1,2-3,4-5,6-7,8-9,10-11,12-13,14-15,16-17', 'tooMany'],
])('%j is refused: %s', (text, problem) => {
  expect(readHours(text)).toEqual({ problem });
});

it.each([
  ['2026-12-24', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['12-24', '12-24'],
  ['24.12.', '12-24'],
  ['1. 5.', '05-01'],
  ['02-29', '02-29'],
  ['2026-02-29', null],
  ['13-01', null],
  ['tomorrow', null],
])('the day %j is %j', (text, date) => {
  expect(readDay(text)).toEqual(date === null ? { problem: 'noDay' } : { date });
});

const DAY: Span[] = [
  [540, 720],
  [780, 1020],
];

it('an end moves by quarters, never over its neighbour nor past its other end', () => {
  expect(moveSpan(DAY, 0, 'to', 742)).toEqual([[540, 735], [780, 1020]]);
  expect(moveSpan(DAY, 0, 'to', 900)).toEqual([[540, 780], [780, 1020]]);
  expect(moveSpan(DAY, 0, 'to', 100)).toEqual([[540, 555], [780, 1020]]);
  expect(moveSpan(DAY, 1, 'from', 0)).toEqual([[540, 720], [720, 1020]]);
  expect(moveSpan(DAY, 1, 'both', 2000)).toEqual([[540, 720], [1200, 1440]]);
  expect(moveSpan(DAY, 7, 'both', 0)).toEqual(DAY);
});

it('a new window takes an hour, or the room there is', () => {
  expect(addSpan(DAY, 725)).toEqual([[540, 720], [720, 780], [780, 1020]]);
  expect(addSpan(DAY, 1439)).toEqual([...DAY, [1425, 1440]]);
  expect(addSpan(DAY, 600)).toBe(null);
});

it('days of equal hours are said as one', () => {
  const windows = withDays(withDays([], [0, 1, 2, 3, 4], DAY), [4], [[540, 780]]);
  expect(runsOf(windows)).toEqual([
    [0, 3, DAY],
    [4, 4, [[540, 780]]],
  ]);
});

it('a special day is named by what it does to its weekday', () => {
  const windows = withDays([], [0, 1, 2, 3, 4], [[540, 1020]]);
  const day = (date: string, ...windows: Span[]) => ({ date, name: '', windows });
  expect(kindOf(day('12-25'), windows)).toBe('holiday');
  // The 24th of December 2026 is a Thursday, the 26th a Saturday.
  expect(kindOf(day('2026-12-24', [540, 720]), windows)).toBe('short');
  expect(kindOf(day('2026-12-26', [540, 720]), windows)).toBe('extra');
  expect(kindOf(day('12-24', [540, 720]), windows)).toBe('other');
});
