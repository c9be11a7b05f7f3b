// The responsibility matrix beside the records: its columns by team, how a cell is spoken, what the
// kernel is told when letters change, and the whole as a table. Pure.

import { harmless } from './clipboard/table.ts';
import type { Matrix, MatrixRow, RaciCell, RaciLetter, RaciScheme, RoleId, RowPart } from './contract.ts';
import { written } from './letters.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

export const SCHEMES: readonly RaciScheme[] = ['RACI', 'RASCI', 'RACI-VS', 'CAIRO', 'DACI', 'RAPID', 'MOCHA'];

/** Neighbouring columns of one team, to stand under its name. */
export function teamsOver(mirror: Mirror, matrix: Matrix): { name: string; colour: number | null; count: number }[] {
  const groups: { team: number | null; name: string; colour: number | null; count: number }[] = [];
  for (const { role } of matrix.roles) {
    const team = mirror.team(mirror.role(role)?.team ?? null);
    const last = groups.at(-1);
    if (last && last.team === (team?.id ?? null)) last.count += 1;
    else {
      const name = team ? team.name || words.unnamed : words.matrix.besides;
      groups.push({ team: team?.id ?? null, name, colour: team?.colour ?? null, count: 1 });
    }
  }
  return groups;
}

/** "H-07 Sales → Onboarding, release". */
export function rowName({ name, part }: MatrixRow): string {
  const called = name || words.unnamed;
  return part === 'whole' ? called : `${called}, ${words.inside(words.matrix.parts[part])}`;
}

export const cellOf = (row: MatrixRow, role: RoleId) => row.cells.find((it) => it.role === role);

const nameOf = (scheme: RaciScheme, letter: RaciLetter): string =>
  words.matrix.meanings[scheme][letter]?.[0] ?? words.letters[letter];

/** "H-07 Sales → Onboarding, Account executive: accountable, responsible". */
export function spokenCell(mirror: Mirror, matrix: Matrix, row: MatrixRow, role: RoleId): string {
  const cell = cellOf(row, role);
  const letters = (cell?.letters ?? []).map((it) => words.inside(nameOf(matrix.scheme, it)));
  const held = letters.length > 0 ? letters.join(', ') : words.matrix.nothing;
  const follows = cell?.origin === 'derived' ? `, ${words.matrix.derived}` : '';
  return `${rowName(row)}, ${mirror.role(role)?.name || words.unnamed}: ${held}${follows}`;
}

/** A cell made otherwise. A row that only followed from the map keeps what it said, now set. */
export function withLetters(row: MatrixRow, role: RoleId, letters: RaciLetter[]): RaciCell[] {
  const cell = (role: RoleId, letters: RaciLetter[], part: RowPart = row.part): RaciCell => ({
    row: row.row,
    part,
    role,
    letters,
  });
  const others = row.cells.filter((it) => it.origin === 'derived' && it.role !== role);
  return [...others.map((it) => cell(it.role, it.letters)), cell(role, letters)];
}

/** A handoff's row as two: who gives has its letters in the release, everybody else in the acceptance. */
export function split(mirror: Mirror, row: MatrixRow): RaciCell[] {
  const [giver] = row.teams;
  return row.cells.flatMap(({ role, letters }) => {
    const part: RowPart = (mirror.role(role)?.team ?? null) === giver ? 'release' : 'accept';
    const moved = { row: row.row, part, role, letters };
    return [{ row: row.row, part: 'whole' as const, role, letters: [] }, moved];
  });
}

/** The two rows of a handoff as one again, each role with the letters it has in either. */
export function joined(rows: readonly MatrixRow[]): RaciCell[] {
  const all = new Map<RoleId, Set<RaciLetter>>();
  for (const { role, letters } of rows.flatMap((it) => it.cells)) {
    all.set(role, new Set([...(all.get(role) ?? []), ...letters]));
  }
  const emptied = rows
    .filter((it) => it.part !== 'whole')
    .flatMap(({ row, part, cells }) => cells.map(({ role }) => ({ row, part, role, letters: [] })));
  const [{ row } = { row: undefined }] = rows;
  const whole = [...all].map(([role, letters]) => ({ part: 'whole' as const, role, letters: [...letters] }));
  return row ? [...emptied, ...whole.map((it) => ({ row, ...it }))] : [];
}

/** The matrix as rows of texts, the first of them the titles. */
export function tableOf(mirror: Mirror, matrix: Matrix, rows: readonly MatrixRow[]): string[][] {
  const roles = matrix.roles.map(({ role }) => mirror.role(role)?.name || words.unnamed);
  const body = rows.map((row) => [
    rowName(row),
    ...matrix.roles.map(({ role }) => written(cellOf(row, role)?.letters ?? [])),
  ]);
  return [[words.matrix.row, ...roles], ...body].map((row) => row.map(harmless));
}
