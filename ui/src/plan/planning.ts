// How the plan is being looked at: what the kernel last said of it, the filter, the card that has the
// keyboard, and whether its panel is open. It stays so while other pages are shown.

import type { App } from '../app.ts';
import type { Action as Planned, ActionId, Comparison, Plan } from '../contract.ts';
import { statesOf } from '../states.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { beside, cardsOf, type Card, type Column, type Filter, NO_FILTER } from './board.ts';

export class Planning extends Subject {
  plan: Plan | null = null;
  /** What becomes of the current state in the future one; absent where there is none. */
  compared: Comparison | null = null;
  filter: Filter = NO_FILTER;
  /** The card that was focused or opened last. */
  chosen: ActionId | null = null;
  /** Its panel is shown. */
  opened = false;
  /** Somebody goes into the panel, and its first field has not taken the caret yet. */
  entering = false;
  /** Counts up when somebody wants to write a new action. */
  wanted = 0;
  #app: App;
  #turn = 0;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Asks the kernel afresh; an answer that was overtaken is dropped. */
  async read(): Promise<void> {
    const mine = ++this.#turn;
    const reply = await this.#app.kernel.answer({ ask: 'plan' });
    if (mine !== this.#turn || reply?.reply !== 'plan') return;
    this.plan = reply.with;
    this.changed();
    await this.#compare(mine);
  }

  async #compare(mine: number): Promise<void> {
    const { mirror, kernel } = this.#app;
    const states = statesOf(mirror).filter((it) => it.process === mirror.shown?.process);
    const from = states.find((it) => it.role === 'current');
    const to = states.find((it) => it.role === 'future');
    const reply = from && to ? await kernel.answer({ ask: 'compareWords', from: from.id, to: to.id }) : null;
    if (mine !== this.#turn) return;
    this.compared = reply?.reply === 'comparedWords' ? reply.with : null;
    this.changed();
  }

  /** Another file is looked at: nothing of the one before it is left. */
  begin(): void {
    this.#turn += 1;
    this.plan = null;
    this.compared = null;
    this.filter = NO_FILTER;
    this.chosen = null;
    this.opened = false;
    this.changed();
  }

  /** The cards, whatever the filter. */
  get cards(): Card[] {
    return cardsOf(this.#app.mirror, this.plan);
  }

  /** The chosen action, while it is there. */
  get action(): Planned | undefined {
    return this.#app.mirror.find('action', this.chosen);
  }

  choose(id: ActionId | null): void {
    if (this.chosen === id) return;
    this.chosen = id;
    this.changed();
  }

  open(id: ActionId): void {
    this.chosen = id;
    this.opened = true;
    this.entering = true;
    this.changed();
  }

  close(): void {
    this.opened = false;
    this.changed();
  }

  narrow(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.changed();
  }

  /** The caret goes into the line for a new action. */
  want(): void {
    this.wanted += 1;
    this.changed();
  }

  /** Makes an action and shows where it stands, whatever was filtered. */
  async add(action: Planned): Promise<boolean> {
    const patch = await this.#app.apply({ do: 'planAction', action });
    const [made] = patch?.made ?? [];
    if (made === undefined) return false;
    this.filter = NO_FILTER;
    this.choose(made);
    this.changed();
    this.#app.view.say(words.plan.added(action.text));
    return true;
  }

  async move(id: ActionId, to: Column): Promise<void> {
    const action = this.#app.mirror.find('action', id);
    if (!action) return;
    // Not planned, it has no day either; the kernel sees to that.
    const edit = { field: 'horizonDays', value: to } as const;
    const patch = await this.#app.apply({ do: 'editAction', action: id, edit });
    if (patch) this.#app.view.say(words.plan.moved(action.text || words.unnamed, words.plan.columns[to]));
  }

  /** The chosen card to the column beside its own. */
  async shift(by: 1 | -1): Promise<void> {
    const card = this.cards.find((it) => it.action.id === this.chosen);
    const to = card ? beside(card.column, by) : null;
    if (card && to !== null) await this.move(card.action.id, to);
  }

  /** Deletes the chosen action; the keyboard goes on at the one beside it. */
  async remove(): Promise<void> {
    const { action, cards } = this;
    if (!action) return;
    const column = cards.find((it) => it.action === action)?.column;
    const like = cards.filter((it) => it.column === column).map((it) => it.action.id);
    const at = like.indexOf(action.id);
    const next = like[at + 1] ?? like[at - 1] ?? cards.find((it) => it.action !== action)?.action.id ?? null;
    const patch = await this.#app.apply({ do: 'delete', ids: [action.id] });
    if (!patch) return;
    this.chosen = next;
    this.opened = false;
    this.changed();
    this.#app.view.say(words.plan.removed(action.text || words.unnamed));
  }
}
