// The four figures at the top of the analysis, in the view that was chosen. Pure.

import type { AnalysisShown, Failure, Figures, Simulated } from '../contract.ts';
import { count, duration, percentOf, tenth } from '../format.ts';
import { words } from '../words.ts';
import type { Basis } from './state.ts';

export interface Card {
  name: string;
  /** Absent while it is not known. */
  value: string | null;
  /** In which view of the figures it is. */
  view: Basis;
  /** What the value is about, or why there is none. */
  about: string;
  /** Why the value is a bound and no mean. */
  atLeast: string | null;
}

const said = words.analysis;

/** What is known beside the figures of the map. */
export interface Known {
  shown: AnalysisShown | null;
  basis: Basis;
  simulated: Simulated | null;
  notPlayed: Failure | null;
}

export function cards(figures: Figures, { shown, basis, simulated, notPlayed }: Known): Card[] {
  if (basis === 'simulated') {
    const lead = played(figures, simulated, notPlayed);
    return [lead, between(figures), right(figures), handoffs(figures, shown, 'expected')];
  }
  return [leadTime(figures, shown, basis), between(figures), right(figures), handoffs(figures, shown, basis)];
}

function played({ clock }: Figures, simulated: Simulated | null, notPlayed: Failure | null): Card {
  const card = { name: words.leadTime, view: 'simulated', value: null, atLeast: null } as const;
  if (notPlayed) return { ...card, about: said.notPlayed };
  if (!simulated) return { ...card, about: said.playing };
  const { mean, p50, p95 } = simulated.leadTime;
  const about = said.halfIn(duration(p50, clock), duration(p95, clock));
  const range = mean.plusMinus === null ? '' : ` ± ${duration(mean.plusMinus, clock)}`;
  return { ...card, value: duration(mean.value, clock), about: `${about}${range === '' ? '' : said.range(range)}` };
}

function leadTime(figures: Figures, shown: AnalysisShown | null, basis: Basis): Card {
  const card = { name: words.leadTime, view: basis, value: null, about: said.noTimeline, atLeast: null };
  const { timeline, clock } = figures;
  if (basis === 'timeline') {
    if (!timeline) return card;
    return { ...card, value: duration(timeline.leadTime, clock), about: said.onThePath };
  }
  if (!shown) return { ...card, about: said.waiting };
  if (shown.expected.is === 'unknown') return { ...card, about: said.noExpectation[shown.expected.why.code] };
  const { leadTime } = shown.expected.view;
  if (leadTime.is === 'unknown') return { ...card, about: said.unstructured(leadTime.connectors.length) };
  const value = duration(leadTime.minutes, clock);
  if (leadTime.is === 'exact') return { ...card, value, about: said.onAverage };
  return { ...card, value: `≥ ${value}`, about: said.onAverage, atLeast: said.whyAtLeast };
}

function between({ timeline }: Figures): Card {
  const share = timeline?.betweenTeamShare ?? null;
  return {
    name: said.between,
    view: 'timeline',
    value: share === null ? null : percentOf(share),
    about: share === null ? said.noTimeline : said.ofLeadTime,
    atLeast: null,
  };
}

function right({ timeline }: Figures): Card {
  const rolled = timeline?.rolledCompleteAccurate ?? null;
  const [of, all] = timeline?.completeAccurateCoverage ?? [0, 0];
  return {
    name: words.rightFirstTime,
    view: 'timeline',
    value: rolled === null ? null : percentOf(rolled),
    about: rolled === null ? said.nothingJudged : said.rolled(of, all),
    atLeast: null,
  };
}

function handoffs(figures: Figures, shown: AnalysisShown | null, basis: Basis): Card {
  const expected = shown?.expected.is === 'known' ? shown.expected.view : null;
  const back = said.comeBack(figures.returnHandoffs, expected ? tenth(expected.returns) : null);
  if (basis === 'expected' && expected) {
    return { name: said.handoffsPerCase, view: 'expected', value: tenth(expected.handoffs), about: back, atLeast: null };
  }
  const drawn = figures.timeline?.handoffs ?? figures.handoffs;
  return { name: words.handoffsTitle, view: 'timeline', value: count(drawn), about: back, atLeast: null };
}
