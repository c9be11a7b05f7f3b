// The analysis as it is looked at: which view of the figures, and what the kernel last answered.
// Answers are about one revision; one that comes late is dropped.

import type { App } from '../app.ts';
import type { AnalysisShown } from '../contract.ts';
import { isOneOf, recalled, remember } from '../remembered.ts';
import { Subject } from '../subject.ts';

/** One scenario without rework; every way as often as it is taken. */
export type Basis = 'timeline' | 'expected';
export const BASES: readonly Basis[] = ['timeline', 'expected'];
const NAME = 'basis';

export class Analysis extends Subject {
  basis: Basis = recalled(NAME, isOneOf<Basis>(...BASES)) ?? 'timeline';
  shown: AnalysisShown | null = null;
  #app: App;
  #asked = 0;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  choose(basis: Basis): void {
    this.basis = basis;
    remember(NAME, basis);
    this.changed();
  }

  /** Asks for the analysis of the document as it is now. */
  async read(): Promise<void> {
    const mine = (this.#asked += 1);
    const reply = await this.#app.kernel.answer({ ask: 'analysis' });
    if (reply?.reply !== 'analysis' || mine !== this.#asked) return;
    this.shown = reply.with;
    this.changed();
  }
}
