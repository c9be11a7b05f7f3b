// Promises along a chain of handoffs: which there are in the state, what a new one begins with, and
// what the kernel found behind each, in words and as the parts of a bar. Pure.

import type { BudgetLine, BudgetPart, Clock, EndToEndShown, RecordId, Sla, Step } from './contract.ts';
import { duration, percent, percentOf } from './format.ts';
import type { Mirror } from './mirror.ts';
import { bareSla, clockOf, numbers } from './sla.ts';
import { words } from './words.ts';

/** The agreements about a way through the state that is shown. */
export function promisesOf(mirror: Mirror): Sla[] {
  const here = ({ endToEnd }: Sla) =>
    endToEnd !== null && mirror.step(endToEnd.from)?.state === mirror.state;
  return mirror.all('sla').filter(here);
}

/** Whether a finding about this record is answered on the page of promises. */
export const isPromise = (mirror: Mirror, id: RecordId): boolean =>
  promisesOf(mirror).some((it) => it.id === id);

export const stepName = (step: Step | undefined): string => step?.name || words.unnamed;

/** The steps of the state as one reads them: across, then down. */
export const inOrder = (mirror: Mirror): Step[] =>
  [...mirror.steps].sort((a, b) => a.place.x - b.place.x || a.place.y - b.place.y || a.id - b.id);

/** From the first step to the last one, with no time said yet; nothing on a map that has
    no two steps. */
export function blankPromise(mirror: Mirror): Sla | null {
  const steps = inOrder(mirror);
  const enters = (step: Step) => mirror.connectorsAt(step.id).some((it) => it.to === step.id && it.flow !== 'rework');
  const leaves = (step: Step) => mirror.connectorsAt(step.id).some((it) => it.from === step.id);
  const from = steps.find((it) => !enters(it) && leaves(it)) ?? steps[0];
  const last = [...steps].reverse();
  const to = last.find((it) => it !== from && enters(it) && !leaves(it)) ?? last[0];
  if (!from || !to || from === to) return null;
  const blank = bareSla('SLA', mirror.process?.calendar ?? null);
  const name = words.promises.between(stepName(from), stepName(to));
  return { ...blank, name, endToEnd: { from: from.id, to: to.id } };
}

export const clockFor = (mirror: Mirror, shown: EndToEndShown): Clock =>
  clockOf(mirror, shown.clock, mirror.find('sla', shown.sla)?.calendar ?? null);

/** A part of the bar: where it begins and how long it is, of 100. */
export interface Part {
  line: BudgetLine;
  at: number;
  width: number;
}

export const isPromised = (what: BudgetPart): boolean => what === 'response' || what === 'completion';

/** The lines beside each other, and where the target stands among them. */
export function barOf(shown: EndToEndShown): { parts: Part[]; target: number } {
  const whole = Math.max(shown.target, shown.sum, 1);
  let at = 0;
  const parts = shown.stages.map((line) => {
    const width = (line.minutes / whole) * 100;
    const part = { line, at, width };
    at += width;
    return part;
  });
  return { parts, target: (shown.target / whole) * 100 };
}

/** Why nothing is known of a promise: it is retired, says no time, or no way joins its two steps. */
export function unknownSaid(mirror: Mirror, sla: Sla): string {
  const said = words.promises;
  if (sla.status === 'retired') return said.retired;
  if ((sla.completion ?? sla.response) === null) return said.noTarget;
  const name = (id: number | undefined) => stepName(id === undefined ? undefined : mirror.step(id));
  return said.noWay(name(sla.endToEnd?.from), name(sla.endToEnd?.to));
}

/** "15 d promised, 15 d on the way, nothing left": how the promise stands. */
export function standingSaid(mirror: Mirror, shown: EndToEndShown): string {
  const clock = clockFor(mirror, shown);
  const said = words.promises;
  const left = duration(Math.abs(shown.headroom), clock);
  return said.standing(
    duration(shown.target, clock),
    duration(shown.sum, clock),
    shown.headroom < 0 ? said.tooMuch(left) : said.left(left),
  );
}

/** What is known of the whole way: the two bounds, what each stage needs, how it goes today. */
export function boundsSaid(mirror: Mirror, shown: EndToEndShown): string[] {
  const said = words.promises;
  const clock = clockFor(mirror, shown);
  const share = (it: number) => percentOf(Math.round(it * 1000) / 10);
  const targets = shown.stages.filter((it) => it.objective !== null).length;
  const sentences: string[] = [];
  if (targets > 0) sentences.push(said.together(targets, share(shown.union), share(shown.product)));
  const { neededUnion, neededProduct, objective } = shown;
  if (neededUnion !== null && neededProduct !== null && objective !== null) {
    sentences.push(said.needed(percent(objective), share(neededUnion), share(neededProduct)));
  }
  if (shown.nominal !== null) sentences.push(said.drawn(duration(shown.nominal, clock)));
  if (shown.usualToday !== null && shown.usualToday !== shown.nominal) {
    sentences.push(said.today(duration(shown.usualToday, clock)));
  }
  if (shown.likely !== null) sentences.push(said.likely(share(shown.likely)));
  const others = shown.otherClock.flatMap((id) => mirror.find('handoff', id) ?? []);
  if (others.length > 0) sentences.push(said.otherClock(numbers(others), others.length));
  return sentences;
}
