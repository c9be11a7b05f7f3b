// Measured items beside what was said and agreed, line by line and in words. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type { Clock, MeasuredHandoff, MeasuredTarget, Times } from '../contract.ts';
import { count, duration, percent } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';
import { plain } from './flows.ts';

const said = words.analysis;

/** One line: what was promised, what was said, how long it took. */
export interface MeasuredLine {
  target: MeasuredTarget | null;
  cells: string[];
}

/** A target counts in its own clock; a day on the wall has 1,440 minutes. */
function clockOf(mirror: Mirror, kind: Clock['kind']): Clock {
  if (mirror.clock.kind === kind) return mirror.clock;
  return kind === 'elapsed' ? { kind, minutesPerDay: 1440 } : { kind, minutesPerDay: 480 };
}

export function cellsOf(mirror: Mirror, handoff: MeasuredHandoff): MeasuredLine[] {
  const wait = handoff.saidWait === null ? '–' : duration(handoff.saidWait, mirror.clock);
  const took = (times: Times | null, clock: Clock) =>
    times ? [times.p50, times.p85, times.p95].map((it) => duration(it, clock)) : ['–', '–', '–'];
  if (handoff.targets.length === 0) {
    return [{ target: null, cells: [said.nothingAgreed, wait, ...took(handoff.times, mirror.clock), '–'] }];
  }
  return handoff.targets.map((target, at) => {
    const clock = clockOf(mirror, target.clock);
    const { times, meanOverrun } = target.attainment;
    const promised = `${said.targets[target.target]} ${duration(target.minutes, clock)}`;
    const over = meanOverrun === null ? '–' : duration(meanOverrun, clock);
    // The wait that was said is the one until the answer.
    const beside = at === 0 && target.target !== 'completion' ? wait : '–';
    return { target, cells: [promised, beside, ...took(times, clock), over] };
  });
}

export function verdictOf({ objective, attainment }: MeasuredTarget): { text: string; good: boolean; bad: boolean } | null {
  const { verdict, met, missed } = attainment;
  if (objective === null) return null;
  const share = percent(objective);
  switch (verdict.is) {
    case 'noObjective':
      return null;
    case 'kept':
      return { text: said.verdictKept(share), good: true, bad: false };
    case 'broken':
      return { text: said.verdictBroken(share), good: false, bad: true };
    case 'undecided': {
      const needed = verdict.needed === null ? null : count(verdict.needed);
      return { text: said.verdictUndecided(share, count(met + missed), needed), good: false, bad: false };
    }
  }
}

/** As a table with plain minutes, for other programs. */
export function attainedRows(mirror: Mirror, handoffs: readonly MeasuredHandoff[]): string[][] {
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : plain(value));
  const rows = handoffs.flatMap((handoff) => {
    const record = mirror.find('handoff', handoff.handoff);
    const connector = record && mirror.find('connector', record.connector);
    const name = connector ? calledBy(mirror, connector) : '';
    return handoff.targets.map(({ target, minutes, attainment: it }) => [
      name,
      said.targets[target],
      ...[minutes, it.met, it.missed, it.open, it.excluded, it.percent].map(number),
      ...[it.range?.[0], it.range?.[1], it.times?.p50, it.times?.p85, it.times?.p95, it.meanOverrun].map(number),
    ]);
  });
  return [[...said.attainedColumns], ...rows];
}
