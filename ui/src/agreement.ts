// What the card of a handoff shows beyond its records: what the kernel says about the agreement as it
// is now, and which field of the card the person is in. Asked again after every edit.

import type { App } from './app.ts';
import type { AgreementShown, Criterion, DueShown, HandoffId, Minutes, Rule, Template } from './contract.ts';
import { type Field, type Gap, nextGap, openChecks } from './gaps.ts';
import type { Mirror } from './mirror.ts';
import { Subject } from './subject.ts';
import { words } from './words.ts';

/** What a criterion meets on the other side, in words, and whether that is well. */
export interface Meeting {
  said: string;
  look: 'fine' | 'fair' | 'bad';
}

export class Agreement extends Subject {
  /** The field of the card that has or last had the caret. */
  at: Field | null = null;
  presets: readonly Template[] = [];
  #app: App;
  #shown: AgreementShown | null = null;
  #asked = '';
  #fetched: Promise<void> | null = null;
  #rules: Promise<readonly Rule[]> | null = null;
  /** The gaps in the order they had before one of them was filled. */
  #order: Field[] = [];

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Asks what is agreed, once for each revision; an answer that came too late is dropped. */
  async look(handoff: HandoffId): Promise<void> {
    const { mirror, kernel } = this.#app;
    const question = `${mirror.moment} ${handoff}`;
    if (this.#asked === question) return;
    this.#asked = question;
    const reply = await kernel.answer({ ask: 'agreement', handoff });
    if (reply?.reply !== 'agreement' || this.#asked !== question) return;
    this.#shown = reply.with;
    this.changed();
  }

  /** What the kernel said about this handoff last. */
  about(handoff: HandoffId): AgreementShown | null {
    return this.#shown?.handoff === handoff ? this.#shown : null;
  }

  /** The templates that can be begun with; asked for once. */
  fetchPresets(): Promise<void> {
    this.#fetched ??= this.#app.kernel.answer({ ask: 'presets' }).then((reply) => {
      if (reply?.reply !== 'presets') return;
      this.presets = reply.with;
      this.changed();
    });
    return this.#fetched;
  }

  /** Every rule of the checks, with what can be set about it; asked for once. */
  rules(): Promise<readonly Rule[]> {
    const ask = () => this.#app.kernel.answer({ ask: 'rules' });
    this.#rules ??= ask().then((reply) => (reply?.reply === 'rules' ? reply.with : []));
    return this.#rules;
  }

  /** When it is due that was passed on then. */
  async due(handoff: HandoffId, from: string, paused: Minutes): Promise<DueShown | null> {
    const reply = await this.#app.kernel.answer({ ask: 'due', handoff, from, accepted: null, paused });
    return reply?.reply === 'due' ? reply.with : null;
  }

  /** What is missing, in the order to fill it: the ten checks as they are now, then what else the
      kernel would have. */
  gaps(mirror: Mirror, handoff: HandoffId): Gap[] {
    const open = openChecks(mirror, handoff);
    const said = this.about(handoff)?.gaps ?? [];
    const told = (gap: Gap) => said.find((it) => it.check === gap.check);
    return [
      ...open.map((gap) => ({ ...gap, message: told(gap)?.message ?? gap.message })),
      ...said.filter((it) => it.check === null),
    ];
  }

  /** How many entry criteria nobody promises. */
  unmet(handoff: HandoffId): number {
    const covers = this.about(handoff)?.covers ?? [];
    return covers.filter((it) => it.by.length === 0 && it.fields.length === 0).length;
  }

  /** What an entry criterion is promised by, or that nobody asks for an exit criterion. */
  meeting(criterion: Criterion): Meeting | null {
    const { about } = criterion;
    const shown = about.of === 'handoff' ? this.about(about.id) : null;
    if (!shown) return null;
    if (criterion.side === 'exit') {
      return shown.unasked.includes(criterion.id) ? { said: words.unasked, look: 'fair' } : null;
    }
    const cover = shown.covers.find((it) => it.entry === criterion.id);
    if (!cover) return null;
    const { mirror } = this.#app;
    const exits = cover.by.map((id) => mirror.find('criterion', id)?.text ?? '');
    const template = mirror.find('template', mirror.find('handoff', about.id)?.template ?? null);
    const label = (key: string) => template?.fields.find((it) => it.key === key)?.label ?? key;
    const all = [...exits, ...cover.fields.map(label)].filter((it) => it !== '');
    if (all.length === 0) {
      const optional = cover.optional.map(label).join('; ');
      const said = optional === '' ? words.unpromised : words.mayBeEmpty(optional);
      return { said, look: 'bad' };
    }
    return { said: words.promisedBy(all.join('; ')), look: 'fine' };
  }

  /** The caret is in this field now. */
  entered(field: Field): void {
    this.at = field;
  }

  /** Another handoff begins at its beginning. */
  begin(): void {
    this.at = null;
    this.#order = [];
  }

  /** The gap after the one the caret is in, or before it. */
  next(mirror: Mirror, handoff: HandoffId, by: 1 | -1): Gap | null {
    const open = this.gaps(mirror, handoff);
    const known = open.map((it) => it.field);
    // A gap that was filled keeps its place; one that is new stands where the kernel puts it.
    const order = [...known];
    this.#order.forEach((field, at) => {
      if (order.includes(field)) return;
      const before = this.#order[at - 1];
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, field);
    });
    this.#order = order;
    return nextGap(open, order, this.at, by);
  }

  /** Puts the caret into a field of the card, opening what it is folded in. */
  goTo(field: Field): boolean {
    const all = [...document.querySelectorAll<HTMLElement>(`.card [data-field~="${field}"]`)];
    const controls = all.flatMap((it) => it.querySelector<HTMLElement>(CONTROL) ?? []);
    const isEmpty = (it: HTMLElement) => 'value' in it && it.value === '';
    const found = controls.find(isEmpty) ?? controls[0];
    if (!found) return false;
    for (let it = found.closest('details'); it; it = it.parentElement?.closest('details') ?? null) {
      it.open = true;
    }
    found.focus();
    found.scrollIntoView({ block: 'center' });
    this.at = field;
    return true;
  }
}

const CONTROL = 'input:enabled, select:enabled, textarea:enabled, button:enabled';
