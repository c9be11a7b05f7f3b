// Asks the kernel what a gesture would do: one question at a time, at most thirty a second, the
// newest always asked, and answers to a gesture that is over are dropped.

import type { Busy } from './busy.ts';
import type { Command, Preview } from './contract.ts';
import type { Transport } from './transport.ts';

const PAUSE_MS = 1000 / 30;

interface Question {
  command: Command;
  answer: (preview: Preview) => void;
}

export class Previews {
  #transport: Transport;
  #busy: Busy;
  #sequence = 0;
  #next: Question | null = null;
  #asking = false;
  #last = -PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(transport: Transport, busy: Busy) {
    this.#transport = transport;
    this.#busy = busy;
  }

  /** Asks soon; an older question that has not been asked yet is forgotten. */
  ask(command: Command, answer: (preview: Preview) => void): void {
    this.#next = { command, answer };
    this.#pump();
  }

  /** Forgets the question that waits and the answer that is on its way. */
  stop(): void {
    this.#next = null;
    this.#sequence += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #pump(): void {
    if (this.#asking || this.#timer !== undefined || this.#next === null) return;
    const early = this.#last + PAUSE_MS - performance.now();
    if (early > 1) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#pump();
      }, early);
      return;
    }
    void this.#send(this.#next);
  }

  async #send(question: Question): Promise<void> {
    this.#next = null;
    this.#asking = true;
    this.#last = performance.now();
    const over = this.#busy.begin();
    const sequence = ++this.#sequence;
    try {
      const { command } = question;
      const reply = await this.#transport.ask({ ask: 'preview', sequence, command });
      if (reply.reply === 'previewed' && reply.with.sequence === this.#sequence) {
        question.answer(reply.with);
      }
    } catch {
      // A preview that cannot be had is no preview; the command itself will say what is wrong.
    } finally {
      this.#asking = false;
      over();
      this.#pump();
    }
  }
}
