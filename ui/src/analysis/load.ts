// How busy each team is, as bars, and what follows from it in one or two sentences. Pure.

import type { Load, MissingInput, Network, TeamId } from '../contract.ts';
import { duration, percentOf, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** From here on queues grow fast (TIM-008). */
export const STRAINED = 85;

export interface LoadBar {
  team: TeamId;
  name: string;
  /** 0 to 1. */
  filled: number;
  /** In percent; absent while it is not known. */
  percent: number | null;
  text: string;
  strained: boolean;
  missing: readonly MissingInput[];
  /** Steps whose time nobody said: the load is at least this. */
  unknownSteps: number;
}

/** "≥ 62.5 %": at least, where the time of some step is not known; what is missing where nothing is. */
export function loadSaid(load: Load): string {
  if (load.is === 'missing') return words.analysis.notKnown;
  return `${load.unknownSteps > 0 ? '≥ ' : ''}${percentOf(load.percent)}`;
}

export const missingSaid = (load: Load): string | undefined =>
  load.is === 'missing'
    ? words.analysis.loadMissing(load.inputs.map((it) => words.analysis.missingInputs[it]).join(', '))
    : undefined;

/** The teams that are ours, in the order of their lanes. */
export function loadBars(mirror: Mirror, network: Network): LoadBar[] {
  return network.teams
    .filter(({ external }) => !external)
    .map(({ team, load }) => {
      const percent = load.is === 'known' ? load.percent : null;
      const unknownSteps = load.is === 'known' ? load.unknownSteps : 0;
      return {
        team,
        name: mirror.team(team)?.name || words.unnamed,
        filled: Math.min(1, (percent ?? 0) / 100),
        percent,
        text: loadSaid(load),
        strained: (percent ?? 0) >= STRAINED,
        missing: load.is === 'missing' ? load.inputs : [],
        unknownSteps,
      };
    });
}

/** How many times as long as the work a piece of work waits at this load: ρ/(1 − ρ). */
export function multiplier(percent: number): number | null {
  return percent >= 100 ? null : percent / (100 - percent);
}

export function loadSentences(mirror: Mirror, network: Network): string[] {
  const said = words.analysis;
  const name = (id: TeamId) => mirror.team(id)?.name || words.unnamed;
  const sentences: string[] = [];
  const busiest = network.teams.find((it) => it.team === network.busiest);
  if (busiest?.load.is === 'known') {
    const { percent } = busiest.load;
    const times = multiplier(percent);
    const load = percentOf(percent);
    if (times === null) sentences.push(said.overloaded(name(busiest.team), load));
    else if (percent >= STRAINED) sentences.push(said.bottleneck(name(busiest.team), load, tenth(times)));
    else sentences.push(said.busiest(name(busiest.team), load, tenth(times)));
  }
  const queue = network.teams.find((it) => it.team === network.longestQueue);
  if (queue?.queue) sentences.push(said.longestQueue(name(queue.team), duration(queue.queue, network.clock)));
  return sentences;
}

/** What has to be said before the loads that are missing can be reckoned. */
export function missingInputs(bars: readonly LoadBar[]): MissingInput[] {
  return [...new Set(bars.flatMap((it) => it.missing))];
}

export const loadRows = (bars: readonly LoadBar[]): string[][] => [
  [...words.analysis.loadColumns],
  ...bars.map((it) => [it.name, it.percent === null ? '' : String(Math.round(it.percent * 100) / 100)]),
];
