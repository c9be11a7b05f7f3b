// The patterns of the map as it is: where they apply, what somebody said about what they assume, and
// what each would give. Figures are reckoned for what is looked at, one after the other; answers about
// an older map are shown until the new ones come.

import type { App } from '../app.ts';
import type { Assumed, FoundPattern, PatternAt, PatternsShown, PatternTried, Template } from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { doesName, keyOf, parted, type RuleName, RULES, placeName, selectedIds } from './rules.ts';

interface Known {
  /** What it is the answer to. */
  turn: number;
  tried: PatternTried | null;
}

export class Patterns extends Subject {
  shown: PatternsShown | null = null;
  /** The forms that one can begin with. */
  forms: readonly Template[] = [];
  /** The rules that are unfolded. */
  unfolded: ReadonlySet<RuleName> = new Set();
  #app: App;
  #known = new Map<string, Known>();
  #values = new Map<string, (Assumed | null)[]>();
  #waiting: PatternAt[] = [];
  /** The one that is being reckoned. */
  #underWay: string | null = null;
  #turn = 0;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Another file is looked at: what was said about the one before it is not about this one. */
  forget(): void {
    this.#turn += 1;
    this.#waiting = [];
    this.#known.clear();
    this.#values.clear();
    this.shown = null;
    this.unfolded = new Set();
    this.changed();
  }

  /** Where patterns apply now. */
  async read(): Promise<void> {
    const turn = (this.#turn += 1);
    this.#waiting = [];
    const { kernel, mirror } = this.#app;
    if (this.forms.length === 0) {
      const presets = await kernel.answer({ ask: 'presets' });
      if (presets?.reply === 'presets') this.forms = presets.with;
    }
    const reply = await kernel.answer({ ask: 'patterns' });
    if (turn !== this.#turn || reply?.reply !== 'patterns') return;
    const first = this.shown === null;
    this.shown = reply.with;
    if (first && this.unfolded.size === 0) this.#unfoldFirst();
    const there = new Set(reply.with.patterns.map((it) => keyOf(it.found.at)));
    for (const key of this.#values.keys()) if (!there.has(key)) this.#values.delete(key);
    if (mirror.file === null) this.shown = null;
    this.changed();
  }

  /** What is about the selection is shown at once; without one, the first rule there is a place for. */
  #unfoldFirst(): void {
    const { mirror, view } = this.#app;
    const [here, others] = parted(this.shown?.patterns ?? [], selectedIds(mirror, view.selection));
    const some = here.length > 0 ? here.map((it) => it.found.at.pattern) : [others[0]?.found.at.pattern];
    this.unfolded = new Set(RULES.filter((it) => some.some((pattern) => pattern === it)));
  }

  /** Somebody looks at the list anew. */
  begin(): void {
    this.unfolded = new Set();
    if (this.shown) this.#unfoldFirst();
    this.changed();
  }

  fold(rule: RuleName): void {
    const next = new Set(this.unfolded);
    if (!next.delete(rule)) next.add(rule);
    this.unfolded = next;
    this.changed();
  }

  /** What a pattern would give, as far as that is known; whether it is about the map as it is. */
  effect(at: PatternAt): { tried: PatternTried | null; fresh: boolean } {
    const known = this.#known.get(keyOf(at));
    return { tried: known?.tried ?? null, fresh: known?.turn === this.#turn };
  }

  /** What of it somebody said. */
  values(at: PatternAt): (Assumed | null)[] {
    return this.#values.get(keyOf(at)) ?? [];
  }

  /** Says what is to be assumed; nothing leaves it as proposed. */
  say(at: PatternAt, index: number, value: Assumed | null): void {
    const values = [...this.values(at)];
    while (values.length < index) values.push(null);
    values[index] = value;
    this.#values.set(keyOf(at), values);
    const known = this.#known.get(keyOf(at));
    if (known) known.turn = -1;
    this.want(at);
    this.changed();
  }

  /** Somebody looks at this one. */
  want(at: PatternAt): void {
    const key = keyOf(at);
    const waits = this.#underWay === key || this.#waiting.some((it) => keyOf(it) === key);
    if (waits || this.#known.get(key)?.turn === this.#turn) return;
    this.#waiting.push(at);
    void this.#reckon();
  }

  async #reckon(): Promise<void> {
    if (this.#underWay !== null) return;
    for (let at = this.#waiting.shift(); at; at = this.#waiting.shift()) {
      const [turn, values] = [this.#turn, this.values(at)];
      this.#underWay = keyOf(at);
      const answer = await this.#app.kernel.question({ ask: 'tryPattern', at, values });
      this.#underWay = null;
      if (turn !== this.#turn) {
        // Asked of an older map; whoever still looks at it asks again.
        this.changed();
        continue;
      }
      const tried = 'reply' in answer && answer.reply === 'patternTried' ? answer.with : null;
      // What was said meanwhile is asked for once more.
      const stale = JSON.stringify(values) !== JSON.stringify(this.values(at));
      this.#known.set(keyOf(at), { turn: stale ? -1 : turn, tried });
      this.changed();
    }
  }

  /** Applies it; whether that was done. */
  async apply(found: FoundPattern): Promise<boolean> {
    const { at } = found;
    const { kernel, mirror, view } = this.#app;
    const [does, name] = [doesName(mirror, found), placeName(mirror, found)];
    const before = mirror.state;
    view.pointOut([]);
    const values = this.values(at);
    const patch = await kernel.edit({ ask: 'applyPattern', at, values, name: words.futureState });
    if (patch === null) return false;
    this.#values.delete(keyOf(at));
    if (mirror.state !== before) view.select([]);
    view.say(words.patterns.applied(does, name));
    return true;
  }
}
