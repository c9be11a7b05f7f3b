// Asks the kernel what a gesture would do: one question at a time, at most thirty a second and fewer
// where answers take long, the newest always asked, and answers to a gesture that is over are dropped.

import type { Busy } from './busy.ts';
import type { CaptureAt, CapturePreview, Command, Preview, Reply, Request } from './contract.ts';
import { whole } from './geometry/moved.ts';
import type { Mirror } from './mirror.ts';
import type { Transport } from './transport.ts';

const PAUSE_MS = 1000 / 30;
/**
 * An answer that takes long is asked for more seldom, in times of what it took: what follows the
 * pointer is painted more often than what becomes of the lines.
 */
const SELDOM = 4;
/** But no more seldom than this. */
const MOST_PAUSE_MS = 160;

interface Question {
  asked: (sequence: number) => Request;
  answer: (reply: Reply, sequence: number) => void;
}

export class Previews {
  #transport: Transport;
  #busy: Busy;
  #mirror: Mirror;
  #sequence = 0;
  #next: Question | null = null;
  #asking = false;
  #last = -PAUSE_MS;
  #pause = PAUSE_MS;
  /** A question waits for its turn. */
  #waiting: { timer: ReturnType<typeof setTimeout>; over: () => void } | null = null;

  constructor(transport: Transport, busy: Busy, mirror: Mirror) {
    this.#transport = transport;
    this.#busy = busy;
    this.#mirror = mirror;
  }

  /** Asks soon; an older question that has not been asked yet is forgotten. */
  ask(command: Command, answer: (preview: Preview) => void): void {
    this.#put({
      asked: (sequence) => ({ ask: 'preview', sequence, command }),
      answer: (reply, sequence) => {
        if (reply.reply === 'previewed' && reply.with.sequence === sequence) answer(this.#whole(reply.with));
      },
    });
  }

  /** The same for a text of the capture line. */
  askCapture(at: CaptureAt, text: string, answer: (preview: CapturePreview) => void): void {
    this.#put({
      asked: (sequence) => ({ ask: 'previewCapture', sequence, at, text }),
      answer: (reply, sequence) => {
        if (reply.reply !== 'capturePreviewed' || reply.with.preview.sequence !== sequence) return;
        answer({ ...reply.with, preview: this.#whole(reply.with.preview) });
      },
    });
  }

  /** Forgets the question that waits and the answer that is on its way. */
  stop(): void {
    this.#next = null;
    this.#sequence += 1;
    this.#wake();
  }

  /** With what is only elsewhere drawn there. */
  #whole(preview: Preview): Preview {
    return { ...preview, drawn: whole(preview.drawn, this.#mirror.scene) };
  }

  #wake(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting?.over();
    this.#waiting = null;
  }

  #put(question: Question): void {
    this.#next = question;
    this.#pump();
  }

  #pump(): void {
    if (this.#asking || this.#waiting || this.#next === null) return;
    const early = this.#last + this.#pause - performance.now();
    if (early > 1) {
      const timer = setTimeout(() => {
        const over = this.#waiting?.over;
        this.#waiting = null;
        this.#pump();
        over?.();
      }, early);
      this.#waiting = { timer, over: this.#busy.begin() };
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
      const reply = await this.#transport.ask(question.asked(sequence));
      question.answer(reply, this.#sequence);
    } catch {
      // A preview that cannot be had is no preview; the command itself will say what is wrong.
    } finally {
      this.#asking = false;
      const took = performance.now() - this.#last;
      this.#pause = Math.min(Math.max(PAUSE_MS, SELDOM * took), MOST_PAUSE_MS);
      over();
      this.#pump();
    }
  }
}
