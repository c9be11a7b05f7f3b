// How often each promise is kept as the cases are played, with its range, beside what was agreed. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type { PromiseKept, RecordId, Simulated } from '../contract.ts';
import { duration, percent, percentOf, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

const said = words.analysis;

export interface KeptLine {
  key: string;
  /** The connector it is about; nothing for a promise from end to end. */
  connector: RecordId | null;
  name: string;
  promised: string;
  objective: string;
  /** "94.2 % ± 0.4"; nothing where no clock stopped. */
  kept: string;
  /** Kept less often than was agreed, whatever chance did. */
  broken: boolean;
}

function objectiveOf(mirror: Mirror, { sla, target }: PromiseKept): number | null {
  const record = mirror.find('sla', sla);
  if (!record) return null;
  return target === 'completion' ? (record.completionObjective ?? record.objective) : record.objective;
}

/** What is promised from end to end first, then by the numbers of handoffs. */
function inOrder(mirror: Mirror, promises: readonly PromiseKept[]): PromiseKept[] {
  const number = (it: PromiseKept) => mirror.find('handoff', it.handoff)?.number ?? 0;
  return [...promises].sort((a, b) => number(a) - number(b));
}

/** The handoff as the map calls it, else the promise. */
function nameOf(mirror: Mirror, { handoff, sla }: PromiseKept): string {
  const connector = mirror.find('connector', mirror.find('handoff', handoff)?.connector ?? null);
  return connector ? calledBy(mirror, connector) : mirror.find('sla', sla)?.name || words.unnamed;
}

export function keptLines(mirror: Mirror, { promises, clock }: Simulated): KeptLine[] {
  return inOrder(mirror, promises).map((it) => {
    const objective = objectiveOf(mirror, it);
    const range = it.late?.plusMinus ?? null;
    const share = it.late ? 100 - it.late.value : null;
    return {
      key: `${it.sla} ${it.handoff} ${it.target}`,
      connector: mirror.find('handoff', it.handoff)?.connector ?? null,
      name: nameOf(mirror, it),
      promised: `${said.targets[it.target]} ${duration(it.minutes, clock)}`,
      objective: objective === null ? '–' : percent(objective),
      kept: share === null ? '–' : `${percentOf(share)}${range === null ? '' : ` ± ${tenth(range)}`}`,
      broken: share !== null && objective !== null && share + (range ?? 0) < objective / 100,
    };
  });
}

/** As plain numbers, for other programs. */
export function keptRows(mirror: Mirror, simulated: Simulated): string[][] {
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(Math.round(value * 100) / 100);
  const rows = inOrder(mirror, simulated.promises).map((it) => [
    nameOf(mirror, it),
    said.targets[it.target],
    number(it.minutes),
    number(it.measured),
    number(it.late?.value),
    number(it.late?.plusMinus),
  ]);
  return [[...said.keptColumns], ...rows];
}
