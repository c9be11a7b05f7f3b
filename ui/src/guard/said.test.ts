// What is said of backups and of a damaged file, down to the last word.
import { expect, it } from 'vitest';
import type { BackupShown } from '../contract.ts';
import { backupSaid, salvageSaid, sinceSaid } from './said.ts';

const now = new Date(2026, 10, 29, 18, 0);
const at = new Date(2026, 10, 29, 16, 42).getTime() / 1000;
const backup: BackupShown = {
  number: 3,
  at,
  bytes: 86_017,
  steps: 23,
  last: { code: 'moveSteps', count: 1, name: 'Check' },
  since: { edits: 12, at },
};

it('a backup says how much is in it and what was done last', () => {
  expect(backupSaid(backup)).toBe('23 steps · last: move step “Check” · 85 KB');
  expect(backupSaid({ ...backup, steps: 1, last: null })).toBe('1 step · 85 KB');
  expect(sinceSaid(backup, now)).toBe('with the 12 edits made after it, the last today, 16:42');
  expect(sinceSaid({ ...backup, since: null }, now)).toBe('');
});

it('a damaged file says what can be read and what is lost', () => {
  const kept = [
    { kind: 'step' as const, count: 22 },
    { kind: 'sla' as const, count: 1 },
  ];
  const whole = { kept, lost: [], unknown: 0, fromHistory: 0, made: 0 };
  expect(salvageSaid(whole)).toEqual([
    'Readable: 22 steps, 1 service level.',
    'Nothing is known to be lost.',
  ]);
  const lost = [{ kind: 'criterion' as const, count: 2 }];
  expect(salvageSaid({ ...whole, lost, unknown: 1, fromHistory: 1, made: 2 }).slice(1)).toEqual([
    'Lost: 2 criteria, 1 damaged row of an unknown kind.',
    '1 record comes from the history, perhaps as it was earlier.',
    '2 records were made anew so that the map is whole.',
  ]);
});
