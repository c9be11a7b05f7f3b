// The kernel as the view uses it. Edits go one at a time, each until its patch is in the mirror, so
// that whoever asked sees its own result; a patch that went missing is mended by asking afresh.

import { Busy } from './busy.ts';
import type {CaptureAt, Captured, Command, Completion, Exported, Failure, PackChoice, PackForm, Patch, RecoverBy, Recovered, Reply, Request, Started} from './contract.ts';
import type { Mirror } from './mirror.ts';
import { Previews } from './previews.ts';
import { isFailure, type Transport } from './transport.ts';
import { words } from './words.ts';

/** An edit is answered by its patch within a moment; after this long the patch is lost. */
const PATCH_LOST_MS = 4000;

export class Kernel {
  readonly busy = new Busy();
  readonly previews: Previews;
  /** Hears every failure that a person must be told of. */
  told: (failure: Failure) => void = () => {};
  /** Hears every edit that was refused; one that lands afterwards is heard, too. */
  refused: (failure: Failure) => void = () => {};
  landed: () => void = () => {};
  #transport: Transport;
  #mirror: Mirror;
  #turn: Promise<unknown> = Promise.resolve();
  #arrived: ((patch: Patch) => void) | null = null;

  constructor(transport: Transport, mirror: Mirror) {
    this.#transport = transport;
    this.#mirror = mirror;
    this.previews = new Previews(transport, this.busy, mirror);
  }

  /** Listens to patches, then asks for the start screen's facts. */
  async start(): Promise<Started | null> {
    const again = () => void this.afresh();
    await this.#transport.listen((patch) => this.#take(patch), again);
    return this.started();
  }

  /** The start screen's facts. */
  async started(): Promise<Started | null> {
    const reply = await this.#ask({ ask: 'start' });
    if (reply?.reply !== 'started') return null;
    if (reply.with.opened) this.#mirror.open(reply.with.opened);
    if (reply.with.failure) this.told(reply.with.failure);
    return reply.with;
  }

  /** Opens what the request names; `false` when nothing was opened. */
  async open(request: Request): Promise<boolean> {
    const reply = await this.#inTurn(() => this.#ask(request));
    if (reply?.reply !== 'opened') return false;
    this.#mirror.open(reply.with);
    return true;
  }

  /** Makes a new file of a backup or of what is left of a damaged one, and opens it; nothing when it
   * was cancelled or could not be made. */
  async recover(by: RecoverBy): Promise<Recovered | null> {
    const reply = await this.#inTurn(() => this.#ask({ ask: 'recover', by, path: null }));
    if (reply?.reply !== 'recovered') return null;
    this.#mirror.open(reply.with.opened);
    return reply.with;
  }

  async close(): Promise<void> {
    const reply = await this.#inTurn(() => this.#ask({ ask: 'close' }));
    if (reply?.reply === 'done') this.#mirror.close();
  }

  /** Carries out a command: its patch, or nothing when it was refused, which has been told then. One
   * more tap of a key is undone with the taps before it. */
  apply(command: Command, tapped = false): Promise<Patch | null> {
    return this.edit({ ask: 'apply', command, ...(tapped && { tapped }) });
  }

  /** Any request that a patch answers. */
  edit(request: Request): Promise<Patch | null> {
    return this.#inTurn(() => this.#edited(request));
  }

  /** Carries out a text as one edit; a text that says nothing that can be is answered by why. */
  async capture(at: CaptureAt, text: string): Promise<Captured | Failure> {
    let failed: Failure = lineBroken();
    const told = (failure: Failure) => void (failed = failure);
    const done = await this.#inTurn(() => this.#answered({ ask: 'capture', at, text }, told));
    return done?.reply.reply === 'captured' ? done.reply.with : failed;
  }

  /** What could stand at the caret; nothing while that cannot be said. */
  async complete(at: CaptureAt, text: string, caret: number): Promise<Completion | null> {
    const reply = await this.#ask({ ask: 'complete', at, text, caret }, () => {});
    return reply?.reply === 'completed' ? reply.with : null;
  }

  /** Writes the minutes; nothing when the dialog was cancelled. */
  async exportMinutes(): Promise<Exported | null> {
    const reply = await this.#inTurn(() => this.#ask({ ask: 'exportMinutes', path: null }));
    return reply?.reply === 'exported' ? reply.with : null;
  }

  /** Writes the pack as it is after the edits so far, without a choice as the last one was. The
   * edits that follow do not wait for it. */
  async exportPack(choice: PackChoice | null, form: PackForm): Promise<Exported | null> {
    const asked = await this.#inTurn(() => Promise.resolve({ reply: this.#ask({ ask: 'exportPack', path: null, choice, form }) }));
    const reply = await asked.reply;
    return reply?.reply === 'exported' ? reply.with : null;
  }

  /** A question about the document as it is; one that cannot be answered now is not worth a word. */
  answer(request: Request): Promise<Reply | null> {
    return this.#ask(request, () => {});
  }

  /** A request that a person made by hand: why it cannot be answered is told. */
  ask(request: Request): Promise<Reply | null> {
    return this.#inTurn(() => this.#ask(request));
  }

  /** A question that may take long and is asked again and again: nothing waits for it, and why it
   * cannot be answered is part of the answer. */
  async question(request: Request): Promise<Reply | Failure> {
    try {
      return await this.#transport.ask(request);
    } catch (thrown) {
      return isFailure(thrown) ? thrown : lineBroken();
    }
  }

  /** A request whose answer is of no interest. */
  async tell(request: Request): Promise<void> {
    await this.#ask(request);
  }

  async #edited(request: Request): Promise<Patch | null> {
    return (await this.#answered(request, this.refused))?.patch ?? null;
  }

  /** The reply and the patch of a request that has both. */
  async #answered(
    request: Request,
    told: (failure: Failure) => void,
  ): Promise<{ reply: Reply; patch: Patch | null } | null> {
    const { revision } = this.#mirror;
    const arrival = new Promise<Patch>((arrived) => {
      this.#arrived = arrived;
    });
    const reply = await this.#ask(request, told);
    if (reply === null) {
      this.#arrived = null;
      return null;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lost = new Promise<null>((late) => {
      timer = setTimeout(() => late(null), PATCH_LOST_MS);
    });
    const patch = await Promise.race([arrival, lost]);
    clearTimeout(timer);
    if (patch === null) await this.afresh();
    // To look at another state answers as an edit does, and is none.
    if (this.#mirror.revision > revision) this.landed();
    return { reply, patch };
  }

  async #inTurn<T>(what: () => Promise<T>): Promise<T> {
    const over = this.busy.begin();
    const mine = this.#turn.then(what);
    this.#turn = mine.catch(() => {});
    return mine.finally(over);
  }

  async #ask(request: Request, told = this.told): Promise<Reply | null> {
    const over = this.busy.begin();
    try {
      return await this.#transport.ask(request);
    } catch (thrown) {
      told(isFailure(thrown) ? thrown : lineBroken());
      return null;
    } finally {
      over();
    }
  }

  #take(patch: Patch): void {
    const fits = this.#mirror.take(patch);
    const arrived = this.#arrived;
    this.#arrived = null;
    arrived?.(patch);
    if (!fits) void this.afresh();
  }

  /** Reads everything again. */
  async afresh(): Promise<void> {
    if (this.#mirror.file !== null) await this.started();
  }
}

function lineBroken(): Failure {
  return { code: 'lineBroken', ...words.lineBroken, ids: [] };
}
