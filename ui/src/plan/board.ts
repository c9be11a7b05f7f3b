// The plan as a board: which action stands in which column, in which order, what the filter leaves,
// and the moves between columns as commands. What a day means is the kernel's to say.

import type {
  Action as Planned,
  ActionId,
  ActionStatus,
  OwnerLoad,
  Plan,
  PlannedAction,
} from '../contract.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** The columns in days; 0 is not planned. */
export const COLUMNS = [30, 60, 90, 0] as const;
export type Column = (typeof COLUMNS)[number];

export interface Card {
  action: Planned;
  column: Column;
  /** Nothing while the kernel has not said. */
  at: PlannedAction | null;
}

export interface Filter {
  status: ActionStatus | null;
  /** Of an owner as `ownerKey` names one. */
  owner: string | null;
}

export const NO_FILTER: Filter = { status: null, owner: null };

export const ownerKey = ({ owner, person }: Pick<Planned, 'owner' | 'person'>): string =>
  `${owner ?? ''} ${person.trim()}`;

/** "Finance controller, Ana"; nothing where nobody has it. */
export function ownerName(mirror: Mirror, { owner, person }: Pick<Planned, 'owner' | 'person'>): string {
  const role = owner === null ? '' : mirror.role(owner)?.name || words.unnamed;
  return [role, person.trim()].filter(Boolean).join(', ');
}

/** Where the room put it counts at once; a bare date is sorted in by the kernel. */
function columnOf({ horizonDays }: Planned, at: PlannedAction | null): Column {
  const days = horizonDays > 0 ? horizonDays : (at?.horizon ?? 0);
  return COLUMNS.find((it) => it > 0 && days > 0 && days <= it) ?? 0;
}

/** How far along: what is to do stands first, what was given up last. */
const REST: Record<ActionStatus, number> = { started: 0, open: 0, done: 1, dropped: 2 };

/** All cards, each column by day, then as they came. */
export function cardsOf(mirror: Mirror, plan: Plan | null): Card[] {
  const known = new Map(plan?.actions.map((it) => [it.action, it]));
  const cards = mirror.all('action').map((action): Card => {
    const at = known.get(action.id) ?? null;
    return { action, at, column: columnOf(action, at) };
  });
  const day = ({ at, action }: Card) => action.due || at?.due || '9999';
  return cards.sort(
    (a, b) =>
      REST[a.action.status] - REST[b.action.status] ||
      day(a).localeCompare(day(b)) ||
      a.action.id - b.action.id,
  );
}

export const filtered = (cards: readonly Card[], { status, owner }: Filter): Card[] =>
  cards.filter(
    ({ action }) =>
      (status === null || action.status === status) && (owner === null || ownerKey(action) === owner),
  );

export const inColumn = (cards: readonly Card[], column: Column): Card[] =>
  cards.filter((it) => it.column === column);

export const isOpen = ({ status }: Planned): boolean => status === 'open' || status === 'started';

/** Hours of what is not finished, and whether they are all that is known. */
export function workOf(cards: readonly Card[]): { minutes: number; atLeast: boolean } {
  const open = cards.map((it) => it.action).filter(isOpen);
  return {
    minutes: open.reduce((sum, it) => sum + (it.work ?? 0), 0),
    atLeast: open.some((it) => it.work === null),
  };
}

/** The column beside one, if there is one. */
export const beside = (column: Column, by: 1 | -1): Column | null =>
  COLUMNS[COLUMNS.indexOf(column) + by] ?? null;

/** A step of the keyboard over the board: along a column, or to the one beside it. */
export function walked(
  cards: readonly Card[],
  from: ActionId,
  way: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): ActionId | null {
  const columns = COLUMNS.map((it) => inColumn(cards, it)).filter((it) => it.length > 0);
  const across = columns.findIndex((it) => it.some(({ action }) => action.id === from));
  const here = columns[across];
  if (!here) return null;
  const down = here.findIndex(({ action }) => action.id === from);
  if (way === 'ArrowUp') return here[down - 1]?.action.id ?? null;
  if (way === 'ArrowDown') return here[down + 1]?.action.id ?? null;
  const there = columns[across + (way === 'ArrowRight' ? 1 : -1)];
  return (there?.[down] ?? there?.at(-1))?.action.id ?? null;
}

export interface LoadRow {
  key: string;
  name: string;
  /** In words, where nobody took it. */
  nobody: boolean;
  actions: number;
  unsaid: number;
  work: readonly number[];
  total: number;
  /** Of the longest bar, for each column. */
  widths: readonly number[];
}

export function loadRows(mirror: Mirror, loads: readonly OwnerLoad[]): LoadRow[] {
  const total = (it: OwnerLoad) => it.work.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...loads.map(total));
  return loads.map((it) => {
    const name = ownerName(mirror, it);
    return {
      key: ownerKey(it),
      name: name || words.plan.nobody,
      nobody: name === '',
      actions: it.actions,
      unsaid: it.unsaid,
      work: it.work,
      total: total(it),
      widths: it.work.map((part) => (part / most) * 100),
    };
  });
}
