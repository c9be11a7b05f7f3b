// What the person is told in passing: failures with what to do, a pack that was written. Quiet, one
// line each, gone when dismissed.

import type { Exported, Failure } from './contract.ts';
import { Subject } from './subject.ts';
import { words } from './words.ts';

/** How long a failure is told. */
export type Stays = 'until dismissed' | 'until an edit lands';

export type Notice =
  | { id: number; is: 'failure'; message: string; hint: string; stays: Stays; since: number }
  | { id: number; is: 'exported'; exported: Exported }
  | { id: number; is: 'hint'; message: string };

/** A notice that nobody has to act on goes by itself. */
const GOES_AFTER_MS = 9000;
/** What is no longer of interest stays so long that it can be read. */
const READ_MS = 4000;

export class Notices extends Subject {
  list: readonly Notice[] = [];
  #next = 1;

  failure(
    { code = '', message, hint, unread }: Partial<Failure> & Pick<Failure, 'message' | 'hint'>,
    stays: Stays = 'until dismissed',
  ): void {
    const said = words.refusal(code, message, unread);
    this.#add({ id: this.#next, is: 'failure', message: said, hint, stays, since: performance.now() });
  }

  exported(exported: Exported): void {
    this.#add({ id: this.#next, is: 'exported', exported });
  }

  hint(message: string): void {
    const id = this.#next;
    this.#add({ id, is: 'hint', message });
    setTimeout(() => this.dismiss(id), GOES_AFTER_MS);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.changed();
  }

  /** An edit landed: why one before it was refused is no longer of interest, and may no longer be true. */
  landed(): void {
    for (const it of this.list) {
      if (it.is !== 'failure' || it.stays !== 'until an edit lands') continue;
      const left = it.since + READ_MS - performance.now();
      if (left <= 0) this.dismiss(it.id);
      // Often two edits follow on one another: what is typed, and what is clicked then.
      else setTimeout(() => this.dismiss(it.id), left);
    }
  }

  /** What is said elsewhere, and stays there. */
  forget(is: Notice['is']): void {
    this.list = this.list.filter((notice) => notice.is !== is);
    this.changed();
  }

  /** What was said about a file that is no longer open. */
  clear(): void {
    if (this.list.length === 0) return;
    this.list = [];
    this.changed();
  }

  #add(notice: Notice): void {
    this.#next += 1;
    // The newest of a kind replaces the one before it; a pile of the same would say no more.
    this.list = [...this.list.filter((it) => it.is !== notice.is), notice];
    this.changed();
  }
}
