// The register of handoffs: its rows with what is known of each, in the order and with the filter a
// person chose, and how it is being looked at. What is in it comes from the mirror alone.

import { numberOf, teamsOf } from './canvas/spoken.ts';
import type { Connector, Handoff, HandoffId, Minutes, Share, Sla, TeamId } from './contract.ts';
import type { Mirror } from './mirror.ts';
import { standing, type Standing } from './readiness.ts';
import { attained } from './sla.ts';
import { Subject } from './subject.ts';
import { words } from './words.ts';

export type Column =
  | 'number'
  | 'handoff'
  | 'passes'
  | 'wait'
  | 'sla'
  | 'attained'
  | 'right'
  | 'cause'
  | 'channel'
  | 'accountable'
  | 'status'
  | 'readiness';

/** In their order; attainment is there only where something was measured. */
const COLUMNS: readonly Column[] = [
  'number',
  'handoff',
  'passes',
  'wait',
  'sla',
  'attained',
  'right',
  'cause',
  'channel',
  'accountable',
  'status',
  'readiness',
];

/** One handoff of the register. */
export interface Row {
  id: HandoffId;
  handoff: Handoff;
  connector: Connector;
  number: string;
  teams: string;
  between: readonly (TeamId | null)[];
  /** What takes longest among the waits of the map, or is more than was promised. */
  waitsLong: boolean;
  sla: Sla | null;
  /** Share of the measured items that were in time. */
  attained: Share | null;
  /** %C&A of the step that gives, as its receivers see it. */
  right: Share | null;
  accountable: string;
  ready: Standing | null;
}

export interface Filter {
  text: string;
  team: TeamId | null;
  /** Only those with an open check. */
  gaps: boolean;
  /** Only those without a service level. */
  bare: boolean;
}

export type Way = 'ascending' | 'descending';
export const NO_FILTER: Filter = { text: '', team: null, gaps: false, bare: false };

export function rowsOf(mirror: Mirror): Row[] {
  const long = new Set(
    mirror.checks.worst.filter((it) => it.rule === 'TIM-003').flatMap((it) => it.about),
  );
  return mirror.handoffs.map(({ handoff, connector }) => {
    const from = mirror.step(connector.from);
    const sla = mirror.find('sla', handoff.sla) ?? null;
    return {
      id: handoff.id,
      handoff,
      connector,
      number: numberOf(handoff),
      teams: teamsOf(mirror, connector),
      between: [from, mirror.step(connector.to)].map((it) => mirror.teamOf(it)?.id ?? null),
      waitsLong: long.has(connector.id) || long.has(handoff.id),
      sla,
      attained: attained(sla, mirror.all('measurementRun').filter((it) => it.handoff === handoff.id)),
      right: from?.completeAccurate?.usual ?? null,
      accountable: mirror.role(handoff.accountable)?.name ?? '',
      ready: standing(mirror.figures, handoff.id),
    };
  });
}

export const columnsOf = (rows: readonly Row[]): Column[] =>
  COLUMNS.filter((it) => it !== 'attained' || rows.some((row) => row.attained !== null));

/** What a column is sorted by; nothing known stands last either way. */
function keyOf(row: Row, column: Column): string | number | null {
  const { handoff, connector, sla } = row;
  const least = (minutes: Minutes | undefined) => minutes ?? null;
  switch (column) {
    case 'number':
      return handoff.number;
    case 'handoff':
      return row.teams;
    case 'passes':
      return handoff.passes || null;
    case 'wait':
      return connector.wait?.usual ?? null;
    case 'sla':
      return least((sla?.response ?? sla?.acknowledge ?? sla?.completion)?.minutes);
    case 'attained':
      return row.attained;
    case 'right':
      return row.right;
    case 'cause':
      return connector.cause ? words.causes[connector.cause] : null;
    case 'channel':
      return connector.channel || null;
    case 'accountable':
      return row.accountable || null;
    case 'status':
      return ['draft', 'agreed', 'live', 'retired'].indexOf(handoff.status);
    case 'readiness':
      return row.ready?.score ?? null;
  }
}

export function sorted(rows: readonly Row[], column: Column, way: Way): Row[] {
  const by = way === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [keyOf(one, column), keyOf(other, column)];
    const last = Number(a === null) - Number(b === null);
    if (last !== 0 || a === null || b === null) return last || one.handoff.number - other.handoff.number;
    const apart =
      typeof a === 'string' || typeof b === 'string'
        ? String(a).localeCompare(String(b), words.locale, { numeric: true })
        : a - b;
    return apart * by || one.handoff.number - other.handoff.number;
  });
}

/** The rows that have every word typed, in whatever column, and all else that is asked for. */
export function filtered(rows: readonly Row[], filter: Filter): Row[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { handoff, connector } = row;
    const cause = connector.cause ? words.causes[connector.cause] : '';
    const said = [row.number, row.teams, handoff.passes, cause, connector.channel, row.accountable];
    const text = [...said, words.statuses[handoff.status]].join(' ').toLowerCase();
    return (
      wanted.every((word) => text.includes(word)) &&
      (filter.team === null || row.between.includes(filter.team)) &&
      (!filter.gaps || (row.ready?.open.length ?? 0) > 0) &&
      (!filter.bare || row.sla === null)
    );
  });
}

/** How the register is being looked at; it stays so while other views are shown. */
export class Register extends Subject {
  column: Column = 'number';
  way: Way = 'ascending';
  filter: Filter = NO_FILTER;
  filtering = false;
  /** How the open checks below it are grouped. */
  by: 'rule' | 'handoff' = 'rule';

  group(by: 'rule' | 'handoff'): void {
    this.by = by;
    this.changed();
  }

  /** By this column; by the same one again, the other way round. */
  sort(column: Column): void {
    const turned = this.column === column && this.way === 'ascending';
    this.way = turned ? 'descending' : 'ascending';
    this.column = column;
    this.changed();
  }

  narrow(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.changed();
  }

  /** Shows what it can be filtered by; hidden again, nothing is left out. */
  openFilter(open: boolean): void {
    this.filtering = open;
    if (!open) this.filter = NO_FILTER;
    this.changed();
  }

  /** The rows as they are shown. */
  shown(mirror: Mirror): Row[] {
    return sorted(filtered(rowsOf(mirror), this.filter), this.column, this.way);
  }
}
