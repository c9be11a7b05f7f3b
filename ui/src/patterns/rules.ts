// The rules for a future state and the places where their patterns apply, in words: names, buttons,
// what a pattern changes. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type {
  Assumed,
  FoundPattern,
  FutureRule,
  Outcome,
  Pattern,
  PatternAt,
  PatternShown,
  RecordId,
} from '../contract.ts';
import { duration, hundredth, percent, percentOf, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** A rule of a future state: made true by a pattern, or agreed. */
export type RuleName = Pattern | FutureRule;

/** In the order of the checklist. */
export const RULES: readonly RuleName[] = [
  'combine',
  'checkAtSource',
  'trigger',
  'acceptAndReturn',
  'oneOwner',
  'approveByRule',
  'parallel',
  'standardForm',
  'targets',
  'escalation',
  'backup',
  'firstInFirstOut',
];

/** A place, as a key. */
export const keyOf = (at: PatternAt): string => `${at.pattern} ${at.place.of} ${at.place.id} ${at.lane ?? ''}`;

/** What is selected, a connector and its handoff as one. */
export function selectedIds(mirror: Mirror, selection: ReadonlySet<RecordId>): Set<RecordId> {
  const all = new Set(selection);
  for (const id of selection) {
    const connector = mirror.find('connector', id);
    const handoff = connector && mirror.handoffAt(connector);
    if (handoff) all.add(handoff.id);
    const other = mirror.find('handoff', id)?.connector;
    if (other !== undefined) all.add(other);
  }
  return all;
}

/** Those that are about the selection, and the others. */
export function parted(
  all: readonly PatternShown[],
  selected: ReadonlySet<RecordId>,
): [PatternShown[], PatternShown[]] {
  const here = (it: PatternShown) => it.drawn.some((id) => selected.has(id));
  return [all.filter(here), all.filter((it) => !here(it))];
}

function stepName(mirror: Mirror, id: RecordId): string {
  return mirror.step(id)?.name || words.unnamed;
}

/** A record as it is called beside others. */
export function recordName(mirror: Mirror, id: RecordId): string {
  const connector = mirror.find('connector', mirror.find('handoff', id)?.connector ?? id);
  return connector ? calledBy(mirror, connector) : stepName(mirror, id);
}

function teamName(mirror: Mirror, lane: RecordId | null | undefined): string {
  return mirror.team(mirror.lane(lane ?? -1)?.team ?? null)?.name || words.unnamed;
}

/** The place of a pattern: "Check offer: Legal → Sales", "H-03, Sales → Finance". */
export function placeName(mirror: Mirror, { at, about }: FoundPattern): string {
  const said = words.patterns;
  const steps = about.flatMap((it) => (it.of === 'step' ? [it.id] : []));
  switch (at.pattern) {
    case 'combine': {
      const from = mirror.step(steps[0] ?? -1)?.lane;
      const names = steps.map((id) => stepName(mirror, id)).join(' + ');
      return said.moves(names, teamName(mirror, from), teamName(mirror, at.lane));
    }
    case 'checkAtSource': {
      const back = mirror.find('connector', at.place.id);
      return said.back(stepName(mirror, back?.from ?? -1), stepName(mirror, back?.to ?? -1));
    }
    case 'parallel':
      return said.both(stepName(mirror, steps[0] ?? -1), stepName(mirror, steps[1] ?? -1));
    default:
      return recordName(mirror, at.place.id);
  }
}

/** What its button does: "Combine into Sales". */
export function doesName(mirror: Mirror, { at, about }: FoundPattern): string {
  const said = words.patterns;
  if (at.pattern === 'combine') return said.combine(teamName(mirror, at.lane));
  if (at.pattern !== 'checkAtSource') return said.does[at.pattern];
  const source = about.find((it) => it.of === 'step');
  return said.check(teamName(mirror, mirror.step(source?.id ?? -1)?.lane));
}

/** One change of a figure, and whether it is for the better. */
export interface Change {
  text: string;
  good: boolean;
}

const signed = (difference: number, written: string): string => `${difference < 0 ? '−' : '+'} ${written}`;

/** What changes for somebody who chooses: time first, the more so the fewer the figures. */
export function changesOf(mirror: Mirror, before: Outcome, after: Outcome): Change[] {
  const said = words.patterns;
  const changes: Change[] = [];
  const by = (of: keyof Outcome) => {
    const [now, then] = [before[of], after[of]];
    return now === null || then === null ? 0 : then - now;
  };
  const points = (it: number) => signed(it, words.analysis.points(tenth(Math.abs(it))));
  const lead = by('leadTime');
  const time = (it: number) => signed(it, duration(Math.abs(it), mirror.clock));
  if (lead !== 0) changes.push({ text: time(lead), good: lead < 0 });
  const mean = by('expected');
  if (lead === 0 && Math.abs(mean) >= 0.5) changes.push({ text: said.onAverage(time(mean)), good: mean < 0 });
  const handoffs = by('handoffs');
  if (handoffs !== 0) {
    const text = handoffs < 0 ? said.fewer(-handoffs) : said.added(handoffs);
    changes.push({ text, good: handoffs < 0 });
  }
  const share = (of: keyof Outcome, written: (points: string) => string, better: 1 | -1, least: number) => {
    const it = by(of);
    if (Math.abs(it) >= least) changes.push({ text: written(points(it)), good: it * better > 0 });
  };
  share('completeAccurate', said.rightBy, 1, 0.05);
  const checks = by('checks');
  if (checks !== 0) {
    const text = checks < 0 ? said.fewerChecks(-checks) : said.moreChecks(checks);
    changes.push({ text, good: checks < 0 });
  }
  // A handoff more or fewer moves these by a fraction that says nothing.
  share('readiness', said.readyBy, 1, 0.5);
  share('onePerson', said.aloneBy, -1, 0.5);
  return changes.slice(0, 3);
}

/** Name, before, after: the figures that are known. */
export function figuresOf(mirror: Mirror, before: Outcome, after: Outcome): [string, string, string][] {
  const said = words.patterns;
  const time = (it: number) => duration(it, mirror.clock);
  const rows: [string, keyof Outcome, (value: number) => string][] = [
    [said.leadTime, 'leadTime', time],
    [said.expected, 'expected', time],
    [said.right, 'completeAccurate', percentOf],
    [said.handoffs, 'handoffs', tenth],
    [said.returns, 'returns', hundredth],
    [said.checks, 'checks', tenth],
    [said.readiness, 'readiness', percentOf],
    [said.onePerson, 'onePerson', percentOf],
  ];
  const written = (value: number | null, how: (value: number) => string) => (value === null ? '–' : how(value));
  return rows
    .filter(([, of]) => before[of] !== null || after[of] !== null)
    .map(([name, of, how]) => [name, written(before[of], how), written(after[of], how)]);
}

/** What is assumed, as it is written. */
export function written(mirror: Mirror, it: Assumed): string {
  switch (it.is) {
    case 'wait':
    case 'response':
      return duration(it.minutes, mirror.clock);
    case 'completeAccurate':
    case 'returned':
    case 'exceptions':
      return percent(it.share);
    case 'form':
      return it.preset;
    case 'standIn':
      return it.name;
  }
}
