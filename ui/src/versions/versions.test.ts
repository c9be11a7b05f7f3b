// Versions in words: their names, when they were, how far away they are, and what changed since.
import { expect, it } from 'vitest';
import type { Detail, Since, StateChange, VersionShown } from '../contract.ts';
import { briefOf, chaptersOf, distanceSaid, nameOf, summaryOf, whenSaid } from './said.ts';

const version = (since: number | null, name = ''): VersionShown => ({ version: 1, name, at: 0, since });
const detail = (label: string): Detail => ({ field: label, label, before: 'a', after: 'b' });

const change = (title: string, details: Detail[] = []): StateChange => ({
  id: title,
  about: 'step',
  fate: details.length > 0 ? 'changed' : 'added',
  before: [],
  after: [],
  title,
  details,
  with: null,
  leadTime: null,
  expectedLeadTime: null,
});

const nothing: Since = { states: [], shared: [], redrawn: 0, same: false };

it('says what nobody named and how far away a point is', () => {
  expect(nameOf(version(0))).toBe('As it was opened');
  expect(nameOf(version(0, 'End of day 1'))).toBe('End of day 1');
  expect([0, 1, 12, -2, null].map((it) => distanceSaid(version(it)))).toEqual([
    'the present',
    '1 edit since',
    '12 edits since',
    '2 edits ahead, by redo',
    'before other edits',
  ]);
});

it('says when, and leaves out the day where it is today', () => {
  const now = new Date(2026, 10, 29, 18, 0);
  const seconds = (day: number) => new Date(2026, 10, day, 9, 5).getTime() / 1000;
  expect(whenSaid(seconds(29), now)).toBe('today, 09:05');
  expect(whenSaid(seconds(28), now)).toBe('November 28, 2026, 09:05');
});

it('tells states first, then what they share kind by kind', () => {
  const since: Since = {
    ...nothing,
    states: [
      { state: 3, name: 'Current', fate: 'changed', details: [], changes: [change('Check')] },
      { state: 4, name: 'Future', fate: 'added', details: [], changes: [] },
      { state: 5, name: 'Renamed', fate: 'changed', details: [detail('Name')], changes: [] },
    ],
    shared: [
      { id: 7, kind: 'team', fate: 'added', title: 'Sales', details: [] },
      { id: 9, kind: 'painPoint', fate: 'removed', title: 'Slow', details: [] },
      { id: 8, kind: 'team', fate: 'changed', title: 'Legal', details: [detail('People')] },
    ],
  };
  const told = chaptersOf(since).map((it) => [it.title, it.lines.map((line) => line.title)]);
  expect(told).toEqual([
    ['Current', ['Check']],
    ['Future', ['This state was made']],
    ['Renamed', ['The state itself']],
    ['Teams', ['Sales', 'Legal']],
    ['Pain points', ['Slow']],
  ]);
  expect(summaryOf(since)).toBe('6 changes');
});

it('sums up what is only drawn elsewhere, and nothing', () => {
  expect(summaryOf({ ...nothing, same: true })).toBe('Everything is as it was.');
  expect(summaryOf({ ...nothing, redrawn: 2 })).toBe('2 things only drawn elsewhere');
  expect(summaryOf(nothing)).toBe('Nothing that is told in words.');
});

it('shows two fields at a glance and how many more there are', () => {
  const line = { key: '1', fate: 'changed' as const, title: 'Check', details: ['A', 'B', 'C'].map(detail) };
  expect(briefOf(line)).toBe('A a → b · B a → b · 1 more');
});
