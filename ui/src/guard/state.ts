// What protects the work: an edit that the file did not take, a file that cannot be opened, backups,
// the diagnosis. The kernel has them; this asks for them and carries out what the person chooses.

import type { App } from '../app.ts';
import type {
  BackupShown,
  Failure,
  RecoverBy,
  Reopened,
  Request,
  RescueShown,
  SalvageShown,
} from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';

export class Guard extends Subject {
  /** What there is to have in place of the file that was refused last. */
  rescue: RescueShown | null = null;
  /** What is in the open file of the damaged one that it was made of. */
  salvaged: SalvageShown | null = null;
  /** Of the open file, newest first; absent until the kernel has said it. */
  backups: readonly BackupShown[] | null = null;
  diagnosis = '';
  #app: App;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** Another file is open, or none: what was said about the one before is old. */
  begin(): void {
    this.backups = null;
    this.salvaged = null;
    if (this.#app.mirror.file !== null) this.rescue = null;
    this.changed();
  }

  /** After a failure: whether an edit waits that the file did not take. */
  async look(failure: Failure): Promise<void> {
    const { kernel, mirror, view } = this.#app;
    const { file } = mirror;
    const may = /^(file|disk|folder|editWaiting)/.test(failure.code);
    if (file === null || !(may || file.waiting)) return;
    const reply = await kernel.answer({ ask: 'waiting' });
    if (reply?.reply !== 'waiting') return;
    mirror.wait(reply.with);
    // The line says it, and stays; the same in passing would lie over its buttons.
    const said = failure.code === 'editWaiting' || failure.code === reply.with?.code;
    if (said) this.#app.notices.forget('failure');
    if (failure.code === 'editWaiting') view.say(words.guard.unsavedKept);
  }

  /** After a file could not be opened: what there is to have instead. */
  async seek(): Promise<void> {
    const reply = await this.#app.kernel.answer({ ask: 'rescue' });
    this.rescue = reply?.reply === 'rescue' ? reply.with : null;
    // The start screen says why, and what there is instead.
    if (this.rescue) this.#app.notices.forget('failure');
    this.changed();
  }

  forget(): void {
    this.rescue = null;
    this.changed();
  }

  /** Makes a new file, where the person chooses, and opens it. */
  async recover(by: RecoverBy): Promise<void> {
    const recovered = await this.#app.kernel.recover(by);
    if (!recovered) return;
    this.salvaged = recovered.salvage;
    this.changed();
    if (!recovered.salvage) this.#app.notices.hint(words.guard.restoredFile(recovered.opened.name));
  }

  forgetSalvaged(): void {
    this.salvaged = null;
    this.changed();
  }

  async readBackups(): Promise<void> {
    const reply = await this.#app.kernel.answer({ ask: 'backups' });
    this.backups = reply?.reply === 'backups' ? reply.with : [];
    this.changed();
  }

  /** Goes on in a new file, with the edit that waits. */
  async saveElsewhere(): Promise<void> {
    const { kernel, mirror, notices } = this.#app;
    if (!(await kernel.open({ ask: 'saveElsewhere', path: null }))) return;
    notices.hint(words.guard.wentOn(mirror.file?.name ?? ''));
  }

  /** Gives the file a place, where it has none of its own yet. */
  async place(): Promise<void> {
    const { kernel, mirror, notices } = this.#app;
    if (!(await kernel.open({ ask: 'place', path: null }))) return;
    notices.hint(words.guard.placed(mirror.file?.path ?? ''));
  }

  async tryAgain(): Promise<void> {
    const { mirror, notices } = this.#app;
    const label = mirror.file?.waiting?.label;
    if (!label) return;
    const saved = await this.#done({ ask: 'tryAgain' });
    notices.hint(saved ? words.guard.savedNow(words.edit(label)) : words.guard.stillNot);
  }

  async discard(): Promise<void> {
    const { mirror, view } = this.#app;
    const label = mirror.file?.waiting?.label;
    if (!(await this.#done({ ask: 'discardWaiting' })) || !label) return;
    view.say(words.guard.discarded(words.edit(label)));
  }

  /** Makes the edits again that the file lacks. */
  async restoreEdits(): Promise<void> {
    if (await this.#done({ ask: 'restoreRecorded' })) this.#app.notices.hint(words.guard.restoredEdits);
  }

  /** Whether the request was carried out. One that breaks off half way may have changed what is
   * shown all the same. */
  async #done(request: Request): Promise<boolean> {
    const { kernel } = this.#app;
    const done = await kernel.open(request);
    if (!done) await kernel.afresh();
    return done;
  }

  reopened({ last }: Reopened): void {
    const said = words.guard;
    const what = last ? said.reopenedLast(words.edit(last)) : '';
    this.#app.notices.hint(`${said.reopened} ${what}`.trim());
  }

  /** Shows the diagnosis. */
  async diagnose(): Promise<void> {
    const reply = await this.#app.kernel.ask({ ask: 'diagnosis' });
    if (reply?.reply !== 'diagnosis') return;
    this.diagnosis = reply.with;
    this.changed();
    this.#app.view.open('diagnosis');
  }

  async saveDiagnosis(): Promise<void> {
    const { kernel, notices } = this.#app;
    const name = words.guard.diagnosisFile;
    const text = this.diagnosis;
    const reply = await kernel.ask({ ask: 'saveText', name, form: 'text', text, path: null });
    if (reply?.reply === 'exported') notices.hint(reply.with.path);
  }
}
