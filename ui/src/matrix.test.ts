// The responsibility matrix: walking over it, letters by key, what is sent when they change.
import { expect, it } from 'vitest';
import type { MatrixRow, RaciLetter } from './contract.ts';
import { walked } from './grid.ts';
import { letterOf, signOf, toggled, written } from './letters.ts';
import { joined, split, withLetters } from './matrix.ts';
import { Hands } from './testing/hands.ts';

const key = (key: string, ctrlKey = false) => ({ key, ctrlKey });

it.each<[string, boolean, [number, number] | null]>([
  ['ArrowUp', false, [0, 2]],
  ['ArrowDown', false, [2, 2]],
  ['ArrowLeft', false, [1, 1]],
  ['ArrowRight', false, [1, 2]],
  ['ArrowLeft', true, [1, 0]],
  ['Home', false, [1, 0]],
  ['End', true, [3, 2]],
  ['PageDown', false, [3, 2]],
  ['PageUp', false, [0, 2]],
  ['R', false, null],
])('%s (Ctrl %s) from the last of three columns', (name, ctrl, to) => {
  const at = walked({ row: 1, column: 2 }, key(name, ctrl), 4, 3);
  expect(at && [at.row, at.column]).toEqual(to);
});

const RACI: RaciLetter[] = ['R', 'A', 'C', 'I'];

it('a key stands for the letter that begins with it', () => {
  expect(letterOf('a', RACI)).toBe('A');
  expect(letterOf('s', RACI)).toBe(null);
  expect(letterOf('r', ['RE', 'A', 'P', 'I', 'D'])).toBe('RE');
  expect(letterOf('o', ['M', 'OW', 'C', 'H', 'A'])).toBe('OW');
  expect(signOf('OW')).toBe('O');
  expect(written(['R', 'A'])).toBe('R/A');
});

it('typing toggles what is set and keeps what follows from the map', () => {
  expect(toggled(undefined, 'A', RACI)).toEqual(['A']);
  expect(toggled({ letters: ['A'], origin: 'set' }, 'R', RACI)).toEqual(['R', 'A']);
  expect(toggled({ letters: ['R', 'A'], origin: 'set' }, 'A', RACI)).toEqual(['R']);
  expect(toggled({ letters: ['R'], origin: 'derived' }, 'R', RACI)).toEqual(['R']);
  expect(toggled({ letters: ['R'], origin: 'derived' }, 'A', RACI)).toEqual(['R', 'A']);
  // A letter of another scheme stays, behind those of this one.
  expect(toggled({ letters: ['V'], origin: 'set' }, 'I', RACI).includes('V')).toBe(true);
});

const row = (cells: MatrixRow['cells'], part: MatrixRow['part'] = 'whole'): MatrixRow => ({
  row: { of: 'handoff', id: 7 },
  part,
  name: 'H-01 A → B',
  teams: [10, 11],
  cells,
  problems: [],
});

it('a row that followed from the map keeps what it said when one cell is set', () => {
  const derived = row([
    { role: 1, letters: ['R'], origin: 'derived' },
    { role: 2, letters: ['A'], origin: 'derived' },
  ]);
  expect(withLetters(derived, 2, ['A', 'I']).map(({ role, letters }) => [role, letters])).toEqual([
    [1, ['R']],
    [2, ['A', 'I']],
  ]);
  const set = row([{ role: 1, letters: ['R'], origin: 'set' }]);
  expect(withLetters(set, 2, ['A'])).toHaveLength(1);
});

it('a row is split by side and joined again', async () => {
  const { app } = await Hands.on({ lanes: ['A', 'B'] });
  const roles = { 1: 10, 2: 11 } as const;
  const mirror = Object.assign(Object.create(app.mirror) as typeof app.mirror, {
    role: (id: 1 | 2) => ({ id, name: '', person: '', team: roles[id] }),
  });
  const whole = row([
    { role: 1, letters: ['R'], origin: 'set' },
    { role: 2, letters: ['A'], origin: 'set' },
  ]);
  expect(split(mirror, whole).map(({ part, role, letters }) => [part, role, letters])).toEqual([
    ['whole', 1, []],
    ['release', 1, ['R']],
    ['whole', 2, []],
    ['accept', 2, ['A']],
  ]);
  const parts = [
    row([{ role: 1, letters: ['R'], origin: 'set' }], 'release'),
    row([{ role: 1, letters: ['I'], origin: 'set' }, { role: 2, letters: ['A'], origin: 'set' }], 'accept'),
  ];
  expect(joined(parts).filter((it) => it.part === 'whole').map(({ role, letters }) => [role, letters])).toEqual([
    [1, ['R', 'I']],
    [2, ['A']],
  ]);
  expect(joined(parts).filter((it) => it.letters.length === 0)).toHaveLength(3);
});
