// Two states held against each other: which, how they are laid out, what the kernel answered, and
// the change that is looked at. Answers are about one revision; one that comes late is dropped.

import type { App } from '../app.ts';
import { Camera } from '../canvas/camera.ts';
import type {
  Compared,
  ComparedLate,
  ComparedSides,
  Measure,
  RecordId,
  Scene,
  StateChange,
  StateId,
  Waterfall,
} from '../contract.ts';
import { union } from '../geometry/rect.ts';
import { isOneOf, recalled, remember } from '../remembered.ts';
import { statesOf } from '../states.ts';
import { Subject } from '../subject.ts';
import { Picture } from './picture.ts';

/** One over the other, beside each other, or one above the other. */
export type Layout = 'overlay' | 'sides' | 'stacked';
export const LAYOUTS: readonly Layout[] = ['overlay', 'sides', 'stacked'];
const NAME = 'comparing';
/** Runs by which late cases are told: enough for a tenth of a percent on a usual map. */
const RUNS = 24;

/** The shown state as it was at a named point, of the file that was opened then. */
export interface Earlier {
  version: number;
  name: string;
  opening: number;
}

/** The pictures that are shown, first the earlier. */
export interface Pictures {
  before: Picture | null;
  after: Picture;
}

export class Comparing extends Subject {
  #layout: Layout = recalled(NAME, isOneOf<Layout>(...LAYOUTS)) ?? 'overlay';
  onlyChanges = false;
  /** The state that the shown one is compared with. */
  from: StateId | null = null;
  /** What it is compared with instead: itself, earlier. */
  #earlier: Earlier | null = null;
  shown: Compared | null = null;
  pictures: Pictures | null = null;
  /** Late cases of both, by simulation; absent until they are known, or where nothing is promised. */
  late: ComparedLate | null = null;
  /** The change that is looked at. */
  chosen: StateChange | null = null;
  readonly camera = new Camera();
  #app: App;
  #sides: ComparedSides | null = null;
  #turn = 0;
  #drawn = 0;
  /** What `late` is about. */
  #lateOf = '';
  /** What was looked at for the first time, so that it is fitted once. */
  #fitted = '';

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Another file is looked at: nothing of the one before it is left. */
  begin(): void {
    this.#turn += 1;
    this.#drawn += 1;
    this.#earlier = null;
    this.from = this.chosen = this.shown = this.pictures = this.#sides = this.late = null;
    this.#fitted = '';
    this.changed();
  }

  /** Earlier and now are one map; what went from it is not drawn over it. */
  get layouts(): readonly Layout[] {
    return this.earlier ? LAYOUTS.filter((it) => it !== 'overlay') : LAYOUTS;
  }

  get layout(): Layout {
    return this.earlier && this.#layout === 'overlay' ? 'sides' : this.#layout;
  }

  get earlier(): Earlier | null {
    return this.#earlier?.opening === this.#app.mirror.opening ? this.#earlier : null;
  }

  /** There is something to compare. */
  get possible(): boolean {
    const { mirror } = this.#app;
    return mirror.all('state').filter((it) => it.process === mirror.shown?.process).length > 1;
  }

  /** Compares the shown state; the current one with the future one. */
  async open(pair?: { from: StateId; to: StateId }): Promise<void> {
    const { mirror, view, kernel } = this.#app;
    if (!this.possible) return;
    const { earlier } = this;
    this.#earlier = null;
    const states = statesOf(mirror);
    const shown = mirror.shown;
    if (pair) {
      this.from = pair.from;
      if (pair.to !== mirror.state) await kernel.edit({ ask: 'show', state: pair.to });
    } else if (shown?.role === 'current') {
      const to = states.find((it) => it.process === shown.process && it.id !== shown.id);
      if (!to) return;
      view.select([]);
      await kernel.edit({ ask: 'show', state: to.id });
    }
    view.show('compare');
    // The page is there already and is about another pair now.
    if (earlier) void this.read();
  }

  /** The state that it is compared with: the one chosen, else where it comes from, else the first. */
  get base(): StateId | null {
    const { mirror } = this.#app;
    if (this.earlier) return mirror.state;
    const { process } = mirror.shown ?? {};
    const others = statesOf(mirror).filter((it) => it.id !== mirror.state && it.process === process);
    const chosen = others.find((it) => it.id === this.from);
    const current = others.find((it) => it.role === 'current');
    return (chosen ?? current ?? others[0])?.id ?? null;
  }

  compareWith(from: StateId): void {
    this.from = from;
    this.#earlier = null;
    this.chosen = null;
    void this.read();
  }

  /** Compares the shown state with itself, earlier. */
  compareWithVersion(earlier: Earlier): void {
    this.#earlier = earlier;
    this.chosen = this.shown = this.pictures = this.#sides = null;
    void this.read();
  }

  /** Which two states, of which file. */
  get #pair(): string {
    return `${this.#app.mirror.opening} ${this.earlier?.version ?? ''} ${this.base} ${this.#app.mirror.state}`;
  }

  /** Asks for the comparison as it is now. */
  async read(): Promise<void> {
    const turn = ++this.#turn;
    const { base } = this;
    const to = this.#app.mirror.state;
    // Late cases of other states are none of these; those of the moment before stay until played anew.
    if (this.#lateOf !== this.#pair) this.late = null;
    if (base === null) {
      this.shown = this.pictures = this.#sides = this.chosen = null;
      this.changed();
      return;
    }
    const { earlier } = this;
    if (earlier) {
      await this.#readEarlier(turn, earlier);
      return;
    }
    const reply = await this.#app.kernel.answer({ ask: 'compare', from: base, to });
    if (turn !== this.#turn) return;
    this.shown = reply?.reply === 'compared' ? reply.with : null;
    this.#sides = null;
    const id = this.chosen?.id;
    this.chosen = this.shown?.comparison.changes.find((it) => it.id === id) ?? null;
    await this.#draw();
    if (turn === this.#turn && this.shown) await this.#play(turn, base, to);
  }

  async #readEarlier(turn: number, { version }: Earlier): Promise<void> {
    const reply = await this.#app.kernel.answer({ ask: 'showVersion', version });
    if (turn !== this.#turn) return;
    const beside = reply?.reply === 'versionBeside' ? reply.with : null;
    this.shown = beside?.compared ?? null;
    this.#sides = beside?.sides ?? null;
    this.late = null;
    const id = this.chosen?.id;
    this.chosen = this.shown?.comparison.changes.find((it) => it.id === id) ?? null;
    await this.#draw();
  }

  /** What takes a while comes last. */
  async #play(turn: number, from: StateId, to: StateId): Promise<void> {
    const { settings } = this.#app.analysis;
    // A map that cannot be played says so where it is played; here it has no such figure.
    const answer = await this.#app.kernel.question({ ask: 'compareLate', from, to, settings, runs: RUNS });
    if (turn !== this.#turn) return;
    this.late = 'reply' in answer && answer.reply === 'comparedLate' ? answer.with : null;
    this.#lateOf = this.#pair;
    this.changed();
  }

  /** The figures before and after, late cases among them. */
  get measures(): readonly Measure[] {
    const measures = this.shown?.comparison.measures ?? [];
    if (!this.late) return measures;
    const { before, after } = this.late;
    const late: Measure = {
      of: 'lateCases',
      unit: 'percent',
      before: before.value,
      after: after.value,
      lessIsBetter: true,
    };
    const at = measures.findIndex((it) => it.of === 'rolledCompleteAccurate') + 1;
    return [...measures.slice(0, at), late, ...measures.slice(at)];
  }

  get waterfalls(): readonly Waterfall[] {
    const falls = this.shown?.comparison.waterfalls ?? [];
    return this.late?.waterfall ? [...falls, this.late.waterfall] : falls;
  }

  async #draw(): Promise<void> {
    const turn = ++this.#drawn;
    const { shown } = this;
    if (shown && this.layout !== 'overlay' && !this.#sides) {
      const { from, to } = shown.comparison;
      const reply = await this.#app.kernel.answer({ ask: 'compareSides', from, to });
      if (turn !== this.#drawn) return;
      this.#sides = reply?.reply === 'comparedSides' ? reply.with : null;
    }
    this.pictures = this.#painted();
    if (this.pictures) {
      const { before, after } = this.pictures;
      this.camera.look(before ? union(before.bounds, after.bounds) : after.bounds, after.headWidth);
      this.#fit();
    }
    this.changed();
  }

  /** Where a map is first seen, and after that where it was: a layout changes nothing about it. */
  #fit(): void {
    if (this.camera.width === 0 || this.#fitted === this.#pair) return;
    this.#fitted = this.#pair;
    this.camera.begin();
  }

  /** The canvas has so much room. */
  resize(width: number, height: number): void {
    this.camera.resize(width, height);
    if (this.pictures) this.#fit();
  }

  #painted(): Pictures | null {
    if (!this.shown) return null;
    const picture = (scene: Scene) => new Picture(scene, this.onlyChanges ? this.#touched(scene) : null);
    if (this.layout === 'overlay') return { before: null, after: picture(this.shown.scene) };
    return this.#sides && { before: picture(this.#sides.before), after: picture(this.#sides.after) };
  }

  /** Everything that a change is drawn on; a ghost is none of the second state's records. */
  #touched(scene: Scene): ReadonlySet<RecordId> {
    const { mirror } = this.#app;
    const ids = new Set<RecordId>();
    for (const change of this.shown?.comparison.changes ?? []) {
      for (const id of [...change.before, ...change.after]) {
        ids.add(id);
        const connector = mirror.find('connector', id);
        const handoff = connector && mirror.handoffAt(connector);
        if (handoff) ids.add(handoff.id);
      }
    }
    for (const { key } of scene.groups) {
      const record = mirror.record(key.id);
      const state = record && 'state' in record ? record.state : null;
      if (state !== null && state !== scene.state) ids.add(key.id);
      // What is only in the earlier picture went.
      if (!record && this.earlier) ids.add(key.id);
    }
    return ids;
  }

  lay(layout: Layout): void {
    this.#layout = layout;
    remember(NAME, layout);
    void this.#draw();
  }

  showOnlyChanges(only: boolean): void {
    this.onlyChanges = only;
    this.pictures = this.#painted();
    this.changed();
  }

  /** Looks at a change: where it is now, else where it was. */
  choose(change: StateChange | null): void {
    this.chosen = change;
    const { pictures } = this;
    if (change && pictures) {
      const places = this.ringed.flatMap(
        (id) => pictures.after.boundsOf(id) ?? pictures.before?.boundsOf(id) ?? [],
      );
      const [first, ...rest] = places;
      if (first) this.camera.reveal(rest.reduce(union, first));
    }
    this.changed();
  }

  /** What the chosen change is drawn on, in either state. */
  get ringed(): readonly RecordId[] {
    const { chosen } = this;
    if (!chosen) return [];
    const { mirror } = this.#app;
    return [...chosen.after, ...chosen.before].map((id) => {
      const connector = mirror.find('connector', id);
      return (connector && mirror.handoffAt(connector)?.id) ?? id;
    });
  }
}
