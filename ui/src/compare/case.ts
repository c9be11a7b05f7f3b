// The business case in words: amounts with their unit, range and mark, what is taken as given, what is
// missing and where it is said, and all of it as a table. Pure.

import type { Amount, BusinessCase, CaseAssumption, CaseInput, CaseRow, RecordId } from '../contract.ts';
import { count, marked } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { recordName } from '../patterns/rules.ts';
import { words } from '../words.ts';

/** The kernel has rounded it; no digit is added, none taken. */
const digits = new Intl.NumberFormat(words.locale, { maximumSignificantDigits: 3 });
const plain = (value: number): string => digits.format(value).replace('-', '−');

/** What a figure is counted in. */
export type Unit = 'hours' | 'people' | 'money' | 'days' | 'minutes';

export function unitOf(unit: Unit, currency: string): string {
  return unit === 'money' ? currency : words.business.units[unit];
}

/** "~4.2 h". */
export function amountSaid(amount: Amount, unit: Unit, currency: string): string {
  const said = [plain(amount.shown.usual), unitOf(unit, currency)].filter(Boolean).join(' ');
  return marked(said, amount.confidence);
}

/** "3.1 to 5.4 h"; empty where no input has a range. */
export function rangeSaid(amount: Amount, unit: Unit, currency: string): string {
  const { range } = amount.shown;
  if (!range) return '';
  const said = words.business.range(plain(range[0]), plain(range[1]));
  return [said, unitOf(unit, currency)].filter(Boolean).join(' ');
}

export interface Figure {
  label: string;
  amount: Amount | null;
  unit: Unit;
  /** Percent of the changed hours that it is of. */
  covers: number | null;
}

/** The figures, in the order they follow from each other. */
export function figuresOf(it: BusinessCase): Figure[] {
  const said = words.business.figures;
  const figure = (label: string, amount: Amount | null, unit: Unit, covers: number | null = null) => ({ label, amount, unit, covers });
  return [
    figure(said.perItem, it.freedPerItem, 'minutes'),
    figure(said.perDay, it.freedPerDay, 'hours'),
    figure(said.perYear, it.freedPerYear, 'hours'),
    figure(said.people, it.people?.amount ?? null, 'people', it.people?.covers ?? null),
    figure(said.money, it.moneyPerYear?.amount ?? null, 'money', it.moneyPerYear?.covers ?? null),
    figure(said.faster, it.fasterDays, 'days'),
    figure(said.delay, it.delayPerYear, 'money'),
  ];
}

/** Whose work it is: team, and role where one is accountable. */
export function whoSaid(row: CaseRow, mirror: Mirror): string {
  const team = mirror.find('team', row.team)?.name || words.unnamed;
  const role = row.role === null ? null : mirror.find('role', row.role)?.name || words.unnamed;
  return role === null ? team : words.business.roleOf(role, team);
}

export function assumptionSaid(it: CaseAssumption, mirror: Mirror): string {
  if (it.is === 'daysPerYear') return words.business.daysAssumed(it.days);
  return words.business.meanOf(it.teams.map((id) => mirror.find('team', id)?.name || words.unnamed).join(', '));
}

/** What an input that is missing is about. */
function aboutOf(it: CaseInput): readonly RecordId[] {
  switch (it.is) {
    case 'roleCost':
      return it.roles;
    case 'teamCost':
    case 'productiveMinutes':
      return it.teams;
    case 'processTime':
      return it.steps;
    case 'probability':
    case 'wait':
      return it.connectors;
    case 'visits':
    case 'leadTime':
      return it.states;
    default:
      return [];
  }
}

/** So many names are told one by one. */
const NAMED = 3;

export function missingSaid(it: CaseInput, mirror: Mirror): string {
  const about = aboutOf(it);
  const nameOf = (id: RecordId) =>
    mirror.find('role', id)?.name ||
    mirror.find('team', id)?.name ||
    mirror.find('state', id)?.name ||
    recordName(mirror, id);
  const names = about.slice(0, NAMED).map(nameOf);
  const rest = about.length - names.length;
  return words.business.missing(it.is, rest > 0 ? [...names, words.business.more(count(rest))].join(', ') : names.join(', '));
}

/** Where a missing input is said. */
export type Place = { on: 'teams' } | { on: 'field'; label: string } | { on: 'map'; about: readonly RecordId[] } | null;

export function placeOf(it: CaseInput): Place {
  switch (it.is) {
    case 'roleCost':
    case 'teamCost':
    case 'productiveMinutes':
      return { on: 'teams' };
    case 'volume':
      return { on: 'field', label: words.business.volume };
    case 'costOfDelay':
      return { on: 'field', label: words.business.costOfDelay };
    case 'currency':
      return { on: 'field', label: words.business.currency };
    case 'oneProcess':
      return null;
    default:
      return { on: 'map', about: aboutOf(it) };
  }
}

/** All of it as a table: figures, then whose work it is. */
export function caseRows(it: BusinessCase, mirror: Mirror): string[][] {
  const said = words.business;
  const cells = (amount: Amount | null | undefined, unit: Unit): string[] => {
    if (!amount) return ['', '', '', unitOf(unit, it.currency), ''];
    const { usual, range } = amount.shown;
    const ends = range ? [String(range[0]), String(range[1])] : ['', ''];
    return [String(usual), ...ends, unitOf(unit, it.currency), words.confidences[amount.confidence]];
  };
  const figures = figuresOf(it).map((one) => [one.label, ...cells(one.amount, one.unit)]);
  const rows = it.rows.flatMap((row) => {
    const who = whoSaid(row, mirror);
    return [
      [`${said.figures.perDay}: ${who}`, ...cells(row.freedPerDay, 'hours')],
      [`${said.figures.money}: ${who}`, ...cells(row.moneyPerYear, 'money')],
    ];
  });
  return [[said.figure, said.usual, said.from, said.to, said.unit, words.certainty], ...figures, ...rows];
}
