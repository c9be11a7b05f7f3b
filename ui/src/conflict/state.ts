// Another file of the same engagement, held against the open one: what differs, what the person chose
// of it, and what came of taking that. Answers that come late are dropped.

import type { App } from '../app.ts';
import type { Difference, DifferencesShown, Whose, MergedShown } from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';

export type Choice = 'here' | 'there';

/** What is chosen before anybody chose: what only one side did is kept. Without what both come from,
 * it is not known which side did something, and nothing is taken. */
export function choiceFor({ group }: Pick<Difference, 'group'>, hasBase: boolean): Choice | null {
  if (group === 'both') return null;
  return group === 'there' && hasBase ? 'there' : 'here';
}

/** Both files are held against each other again when edits have rested for so long. */
const REST_MS = 600;

export class Conflict extends Subject {
  shown: DifferencesShown | null = null;
  merged: MergedShown | null = null;
  /** The panel is to have the caret. */
  wanted = false;
  #choices = new Map<string, Choice>();
  #app: App;
  #turn = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #merging = false;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Another file is open, or none. */
  begin(): void {
    this.#turn += 1;
    clearTimeout(this.#resting);
    this.shown = this.merged = null;
    this.#choices.clear();
    this.changed();
  }

  /** Holds another file against the open one; one that the person chooses without a path. */
  async compare(path: string | null): Promise<void> {
    const turn = ++this.#turn;
    const reply = await this.#app.kernel.ask({ ask: 'differences', path });
    if (turn !== this.#turn || reply?.reply !== 'differences') return;
    if (this.shown?.path !== reply.with.path) this.#choices.clear();
    this.shown = reply.with;
    this.merged = null;
    this.wanted = true;
    this.changed();
    this.#app.view.lean('conflict');
  }

  /** The open file was edited since both were held against each other. */
  get isOld(): boolean {
    return this.shown !== null && this.shown.revision !== this.#app.mirror.revision;
  }

  /** After an edit of the open file, once edits rest: the other file is read whole for it. */
  follow(): void {
    clearTimeout(this.#resting);
    if (this.isOld) this.#resting = setTimeout(() => void this.again(), REST_MS);
  }

  /** What differs now. What was chosen stays chosen, and what cannot be read now stays as it was. */
  async again(): Promise<void> {
    clearTimeout(this.#resting);
    if (this.shown === null || !this.isOld) return;
    const turn = ++this.#turn;
    const reply = await this.#app.kernel.answer({ ask: 'differences', path: this.shown.path });
    if (turn !== this.#turn || reply?.reply !== 'differences') return;
    this.shown = reply.with;
    this.changed();
  }

  choice(it: Difference): Choice | null {
    return this.#choices.get(it.id) ?? choiceFor(it, this.shown?.differences.hasBase ?? false);
  }

  choose(it: Difference, choice: Choice): void {
    this.#choices.set(it.id, choice);
    this.changed();
  }

  chooseAll(group: Whose, choice: Choice): void {
    for (const it of this.shown?.differences.all ?? []) {
      if (it.group === group) this.#choices.set(it.id, choice);
    }
    this.changed();
  }

  /** Those that are to be as they are there. */
  get taken(): Difference[] {
    return (this.shown?.differences.all ?? []).filter((it) => this.choice(it) === 'there');
  }

  /** How many the person has yet to choose for. */
  get undecided(): number {
    return (this.shown?.differences.all ?? []).filter((it) => this.choice(it) === null).length;
  }

  /** Takes what is chosen, as one edit. */
  async merge(): Promise<void> {
    if (this.shown === null || this.#merging) return;
    this.#merging = true;
    await this.#merge(this.shown, this.taken).finally(() => (this.#merging = false));
  }

  async #merge(seen: DifferencesShown, chosen: Difference[]): Promise<void> {
    const { kernel, view } = this.#app;
    await this.again();
    if (this.shown === null) return;
    const known = new Set(chosen.map((it) => it.id));
    const taken = this.taken.map((it) => it.id);
    // Nobody chose what came up since, here or in the other file: the kernel refuses, and says why.
    const { revision } = taken.every((id) => known.has(id)) ? this.shown : seen;
    const { path, mark } = seen;
    const reply = await kernel.ask({ ask: 'merge', path, revision, mark, taken });
    if (reply?.reply !== 'merged') return;
    this.merged = reply.with;
    this.changed();
    view.say(words.conflict.merged(reply.with.taken));
  }

  close(): void {
    this.begin();
    this.#app.view.lean('inspector');
  }
}
