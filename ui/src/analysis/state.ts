// The analysis as it is looked at: which view of the figures, what the kernel answered, and what was
// played out so far. Answers are about one revision; one that comes late is dropped. A simulation
// goes on for as long as somebody looks: each answer is shown at once, and not asking ends it.

import type { App } from '../app.ts';
import type { AnalysisShown, Command, Effect, Failure, Improvement, Simulated, Supposed } from '../contract.ts';
import { isOneOf, recalled, remember } from '../remembered.ts';
import { Subject } from '../subject.ts';
import { commandOf, type Knob } from './knobs.ts';

/** One scenario without rework; every way as often as it is taken; cases played out one by one. */
export type Basis = 'timeline' | 'expected' | 'simulated';
export const BASES: readonly Basis[] = ['timeline', 'expected', 'simulated'];
const NAME = 'basis';

/** Cases in each run. */
const CASES = 1000;
/** Runs of the first answer, and after how many nothing more is asked. */
const FIRST_RUNS = 4;
const MOST_RUNS = 200;
/** Runs by which changes are compared: first all of them, then the best. */
const ROUGH_RUNS = 4;
const FINE_RUNS = 24;
const BEST = 6;
/** The range of the mean that is good enough, as a share of it. */
const GOOD_ENOUGH = 0.01;
/** How long a hand rests on a slider before cases are played, in milliseconds. */
const REST = 250;

/** A change, and what it would give as far as that is known. */
export interface Tried {
  change: Improvement;
  effect: Effect | null;
}

/** Several changes and turned numbers together. */
export interface WhatIf {
  chosen: ReadonlySet<number>;
  knobs: readonly Knob[];
  supposed: Supposed | null;
  simulated: Simulated | null;
  effect: Effect | null;
  failure: Failure | null;
}

const NOTHING: WhatIf = {
  chosen: new Set(),
  knobs: [],
  supposed: null,
  simulated: null,
  effect: null,
  failure: null,
};

export class Analysis extends Subject {
  basis: Basis = recalled(NAME, isOneOf<Basis>(...BASES)) ?? 'simulated';
  shown: AnalysisShown | null = null;
  simulated: Simulated | null = null;
  /** Why nothing can be played. */
  notPlayed: Failure | null = null;
  /** The changes that make sense, in the order of the kernel; absent until they are known. */
  tried: Tried[] | null = null;
  /** Something is being played. */
  playing = false;
  /** Somebody stopped it before enough was known. */
  halted = false;
  whatIf: WhatIf = NOTHING;
  /** Whether changes are put together and tried. */
  wondering = false;
  #app: App;
  #seed = 1;
  /** Counts up whenever what is under way is of no use any more. */
  #turn = 0;
  #supposed = 0;
  #reading = 0;
  /** Every change was tried, and the best ones more. */
  #triedAll = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  choose(basis: Basis): void {
    this.basis = basis;
    remember(NAME, basis);
    this.changed();
  }

  /** Everything about the document as it is now, the quick things first. */
  async read(): Promise<void> {
    const turn = this.stop();
    const reading = (this.#reading += 1);
    this.halted = false;
    this.tried = null;
    this.#triedAll = false;
    this.whatIf = NOTHING;
    const { state } = this.#app.mirror;
    // Figures of another state are no figures of this one.
    if (this.shown?.network.state !== state) this.shown = null;
    if (this.simulated?.state !== state) this.simulated = this.notPlayed = null;
    this.changed();
    const reply = await this.#app.kernel.answer({ ask: 'analysis' });
    if (reply?.reply !== 'analysis' || reading !== this.#reading) return;
    this.shown = reply.with;
    this.changed();
    if (turn === this.#turn) await this.#play(turn);
  }

  /** The same with other chance. */
  async again(): Promise<void> {
    this.#seed += 1;
    this.tried = this.tried?.map(({ change }) => ({ change, effect: null })) ?? null;
    this.#triedAll = false;
    const turn = this.stop();
    this.#wonderAbout(this.whatIf);
    await this.#play(turn);
  }

  /** Stops playing; what is known stays. */
  halt(): void {
    if (!this.playing) return;
    this.#turn += 1;
    this.playing = false;
    this.halted = true;
    this.changed();
  }

  /** Goes on where it was stopped: the kernel still has the runs that were made. */
  goOn(): Promise<void> {
    this.#turn += 1;
    return this.#play(this.#turn);
  }

  wonder(): void {
    this.wondering = !this.wondering;
    this.changed();
  }

  /** What is under way is of no use any more, what is supposed as little. */
  stop(): number {
    this.playing = false;
    this.#turn += 1;
    this.#supposed += 1;
    clearTimeout(this.#resting);
    return this.#turn;
  }

  /** What is played: everybody who plays it out sees the same cases. */
  get settings() {
    return { seed: this.#seed, cases: CASES };
  }

  async #play(turn: number): Promise<void> {
    this.playing = true;
    this.halted = false;
    this.changed();
    for (let runs = FIRST_RUNS; ; runs = Math.min(MOST_RUNS, runs * 2)) {
      const answer = await this.#simulate([], runs);
      if (turn !== this.#turn) return;
      this.notPlayed = isSimulated(answer) ? null : answer;
      this.simulated = isSimulated(answer) ? answer : null;
      this.changed();
      if (!isSimulated(answer)) return this.#over();
      // What to change is worth more than the last tenth of a percent: it comes first.
      if (!this.#triedAll) await this.#try(turn);
      if (turn !== this.#turn) return;
      if (answer.done || runs >= MOST_RUNS) return this.#over();
    }
  }

  #over(): void {
    this.playing = false;
    this.changed();
  }

  async #simulate(supposing: Command[], runs: number): Promise<Simulated | Failure> {
    const request = { ask: 'simulate', settings: this.settings, supposing, runs } as const;
    const answer = await this.#app.kernel.question(request);
    if ('code' in answer) return answer;
    return answer.reply === 'simulated' ? answer.with : NOTHING_SAID;
  }

  /** Tries every change a little, and the best ones more; what was tried before counts. */
  async #try(turn: number): Promise<void> {
    if (this.tried === null) {
      const answer = await this.#app.kernel.question({ ask: 'improvements' });
      if (turn !== this.#turn || !('reply' in answer) || answer.reply !== 'improvements') return;
      this.tried = answer.with.map((change) => ({ change, effect: null }));
    }
    const less = (it: Tried, runs: number) => (it.effect?.runs ?? 0) < runs;
    for (const it of this.tried) {
      if (less(it, ROUGH_RUNS) && !(await this.#compare(turn, it, ROUGH_RUNS))) return;
    }
    for (const it of best(this.tried)) {
      if (less(it, FINE_RUNS) && !(await this.#compare(turn, it, FINE_RUNS))) return;
    }
    this.#triedAll = true;
  }

  async #compare(turn: number, it: Tried, runs: number): Promise<boolean> {
    const { commands } = it.change;
    const request = { ask: 'effect', settings: this.settings, commands, runs } as const;
    const answer = await this.#app.kernel.question(request);
    if (turn !== this.#turn) return false;
    if ('reply' in answer && answer.reply === 'effect') it.effect = answer.with;
    this.changed();
    return true;
  }

  /** Takes a change into what is supposed, or out of it. */
  suppose(at: number): void {
    const chosen = new Set(this.whatIf.chosen);
    if (!chosen.delete(at)) chosen.add(at);
    this.#wonderAbout({ ...this.whatIf, chosen });
  }

  /** Turns a number, or begins to. */
  turn(knob: Knob): void {
    const others = this.whatIf.knobs;
    const at = others.findIndex((it) => it.kind === knob.kind && it.id === knob.id);
    const knobs = at === -1 ? [...others, knob] : others.with(at, knob);
    this.#wonderAbout({ ...this.whatIf, knobs });
  }

  /** Leaves a number as it is. */
  unturn({ kind, id }: Knob): void {
    const knobs = this.whatIf.knobs.filter((it) => it.kind !== kind || it.id !== id);
    this.#wonderAbout({ ...this.whatIf, knobs });
  }

  drop(): void {
    this.#wonderAbout(NOTHING);
  }

  /** The edits that would make all of it so. */
  get supposed(): Command[] {
    const { chosen, knobs } = this.whatIf;
    const changes = [...chosen].sort((a, b) => a - b).flatMap((it) => this.tried?.[it]?.change.commands ?? []);
    return [...changes, ...knobs.flatMap((it) => commandOf(this.#app.mirror, it))];
  }

  /** Reckons what is supposed now: the quick figures at once, cases once the hand rests. */
  #wonderAbout({ chosen, knobs, supposed }: WhatIf): void {
    const turn = (this.#supposed += 1);
    // The quick figures stand until the next ones come, so that nothing flickers under a hand that
    // turns; what was played is of other numbers, and is gone.
    this.whatIf = { ...NOTHING, chosen, knobs, supposed };
    this.changed();
    clearTimeout(this.#resting);
    const commands = this.supposed;
    if (commands.length === 0) return;
    void this.#app.kernel.question({ ask: 'suppose', commands }).then((figures) => {
      if (turn !== this.#supposed) return;
      if ('code' in figures) this.whatIf = { ...this.whatIf, failure: figures };
      else if (figures.reply === 'supposed') this.whatIf = { ...this.whatIf, supposed: figures.with };
      this.changed();
      if (!('code' in figures)) this.#resting = setTimeout(() => void this.#playSupposed(turn, commands), REST);
    });
  }

  async #playSupposed(turn: number, commands: Command[]): Promise<void> {
    const { kernel } = this.#app;
    const { settings } = this;
    for (let runs = FIRST_RUNS; runs <= FINE_RUNS * 2 && turn === this.#supposed; runs *= 2) {
      const simulated = await this.#simulate(commands, runs);
      if (turn !== this.#supposed) return;
      const effect = await kernel.question({ ask: 'effect', settings, commands, runs });
      if (turn !== this.#supposed) return;
      if (isSimulated(simulated)) this.whatIf = { ...this.whatIf, simulated };
      if ('reply' in effect && effect.reply === 'effect') this.whatIf = { ...this.whatIf, effect: effect.with };
      this.changed();
    }
  }
}

/** A reply of another kind never comes; if it does, it is as none. */
const NOTHING_SAID: Failure = { code: 'notUnderstood', message: '', hint: '', ids: [] };

const isSimulated = (it: Simulated | Failure): it is Simulated => 'runs' in it;

/** How far the mean is from being known to 1 %, 0 to 1: four times the runs halve its range. */
export function progress(simulated: Simulated | null): number {
  if (!simulated) return 0;
  const { value, plusMinus } = simulated.leadTime.mean;
  if (simulated.done) return 1;
  if (plusMinus === null || plusMinus === 0 || value === 0) return 0;
  return Math.min(1, (GOOD_ENOUGH / (plusMinus / value)) ** 2);
}

/** Those that shorten the lead time most; a change that changes nothing is none. */
export function best(tried: readonly Tried[], most = BEST): Tried[] {
  const gain = (it: Tried) => it.effect?.leadTime.value ?? 0;
  const known = tried.filter((it) => it.effect !== null && gain(it) > sure(it));
  return known.sort((a, b) => gain(b) - gain(a)).slice(0, most);
}

/** What chance alone may have done. */
const sure = (it: Tried): number => it.effect?.leadTime.plusMinus ?? 0;
