// The named points of the open file: which there are, the one that is looked at and what changed
// since, and what can be done with it. Answers that come late are dropped.

import type { App } from '../app.ts';
import type { VersionChanges, VersionShown } from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { nameOf } from './said.ts';

export class Versions extends Subject {
  /** Newest first; absent until the kernel has said it. */
  list: readonly VersionShown[] | null = null;
  chosen: number | null = null;
  changes: VersionChanges | null = null;
  /** The line for a name is to have the caret. */
  wanted = false;
  #app: App;
  #turn = 0;
  #opening = 0;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Asks for the list as it is now, and for what changed since the one that is looked at. */
  async read(): Promise<void> {
    const turn = ++this.#turn;
    const { kernel, mirror } = this.#app;
    if (this.#opening !== mirror.opening) {
      this.#opening = mirror.opening;
      this.list = this.changes = this.chosen = null;
      this.changed();
    }
    const reply = await kernel.answer({ ask: 'versions' });
    if (turn !== this.#turn) return;
    this.list = reply?.reply === 'versions' ? reply.with : [];
    if (!this.list.some((it) => it.version === this.chosen)) this.chosen = null;
    this.changed();
    await this.#tell(turn);
  }

  async #tell(turn: number): Promise<void> {
    const version = this.chosen;
    const reply =
      version === null ? null : await this.#app.kernel.answer({ ask: 'versionChanges', version });
    if (turn !== this.#turn) return;
    this.changes = reply?.reply === 'versionChanges' ? reply.with : null;
    this.changed();
  }

  /** Gives the line for a name the caret. */
  want(): void {
    this.wanted = true;
    this.changed();
  }

  /** Looks at one, or at none. */
  async choose(version: number | null): Promise<void> {
    this.chosen = version;
    this.changes = null;
    this.changed();
    await this.#tell(++this.#turn);
  }

  /** Gives the present a name. */
  async name(name: string): Promise<boolean> {
    const reply = await this.#app.kernel.ask({ ask: 'nameVersion', name });
    if (reply?.reply !== 'done') return false;
    this.#app.view.say(words.versions.named(name));
    await this.read();
    return true;
  }

  /** Makes everything as it was, as one edit. */
  async restore(it: VersionShown): Promise<void> {
    const patch = await this.#app.kernel.edit({ ask: 'restoreVersion', version: it.version });
    if (patch) this.#app.notices.hint(words.versions.restored(nameOf(it)));
  }

  /** Opens it read-only, beside the present. */
  beside(it: VersionShown): void {
    const { comparing, view, mirror } = this.#app;
    view.select([]);
    comparing.compareWithVersion({ version: it.version, name: nameOf(it), opening: mirror.opening });
    view.show('compare');
  }
}
