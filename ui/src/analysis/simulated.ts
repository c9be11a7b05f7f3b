// What a simulation says, in words: the promise it is held against, changes by name, what was taken
// as given. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type { Assumption, ConnectorId, Figure, Improvement, PromiseKept, Simulated, TeamId, TimesShown } from '../contract.ts';
import { duration, percent, percentOf, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';
import type { PromiseLine } from './histogram.ts';

const said = words.analysis;

/** Times that can be shown as a histogram: the whole way, or what a promise spans. */
export interface Span {
  name: string;
  times: TimesShown;
  promise: PromiseLine | null;
  late: Figure | null;
}

/** What is promised from end to end first, then the whole way. */
export function spans(mirror: Mirror, simulated: Simulated): Span[] {
  const promised = simulated.promises.flatMap((it) => (it.times ? [spanOf(mirror, it, it.times)] : []));
  return [...promised, { name: said.wholeWay, times: simulated.leadTime, promise: null, late: null }];
}

function spanOf(mirror: Mirror, { sla, minutes, late }: PromiseKept, times: TimesShown): Span {
  const name = mirror.find('sla', sla)?.name || words.unnamed;
  const share = late ? percentOf(late.value) : said.notKnown;
  const title = said.promise(duration(minutes, mirror.clock), mirror.clock.kind);
  return { name, times, promise: { minutes, title, late: said.lateCases(share) }, late };
}

/** "10.6 d ± 0.2 d". */
export function withRange(figure: Figure, written: (value: number) => string): string {
  return figure.plusMinus === null ? written(figure.value) : `${written(figure.value)} ± ${written(figure.plusMinus)}`;
}

/** "Sales → Onboarding: agree the required information". */
export function changeName(mirror: Mirror, { what }: Improvement): string {
  const connector = (id: ConnectorId) => {
    const record = mirror.find('connector', id);
    return record ? calledBy(mirror, record) : words.unnamed;
  };
  const { clock } = mirror;
  switch (what.is) {
    case 'agreeInformation':
      return said.agreeInformation(connector(mirror.find('handoff', what.handoff)?.connector ?? -1));
    case 'halveWait':
      return said.halveWait(connector(what.connector), duration(what.from, clock), duration(what.to, clock));
    case 'raiseQuality':
      return said.raiseQuality(mirror.step(what.step)?.name || words.unnamed, percent(what.from), percent(what.to));
    case 'addPerson':
      return said.addPerson(mirror.team(what.team)?.name || words.unnamed, what.people);
    case 'removeApproval':
      return said.removeApproval(connector(what.connector));
  }
}

/** The record that a change is about. */
export function changed({ what }: Improvement): number {
  switch (what.is) {
    case 'agreeInformation':
      return what.handoff;
    case 'halveWait':
    case 'removeApproval':
      return what.connector;
    case 'raiseQuality':
      return what.step;
    case 'addPerson':
      return what.team;
  }
}

/** Less is better: "− 3.1 d", or "+ 0.2 d". */
export function fallen(minutes: number, mirror: Mirror): string {
  return `${minutes >= 0 ? '−' : '+'} ${duration(Math.abs(minutes), mirror.clock)}`;
}

export function fallenPoints(points: number): string {
  const written = tenth(Math.abs(points));
  const sign = written === tenth(0) ? '' : points > 0 ? '− ' : '+ ';
  return `${sign}${said.points(written)}`;
}

export function assumptions(mirror: Mirror, all: readonly Assumption[]): string[] {
  const teams = (ids: readonly TeamId[]) => ids.map((id) => mirror.team(id)?.name || words.unnamed).join(', ');
  return all.map((it): string => {
    switch (it.is) {
      case 'noVolume':
        return said.assumes.noVolume;
      case 'peopleUnknown':
        return said.assumes.peopleUnknown(teams(it.teams));
      case 'waitsFromLoad':
        return said.assumes.waitsFromLoad(it.connectors.length);
      case 'waitsFromHours':
        return said.assumes.waitsFromHours(it.connectors.length);
      case 'batches':
        return said.assumes.batches(it.connectors.length);
      case 'usualHours':
        return said.assumes.usualHours;
      case 'times':
        return said.assumes.times(it.fixed, it.pert);
    }
  });
}

