// How the pack is being made: the choice that is kept in the file, the pages that the kernel laid
// out from it, and what is painted on those that were looked at.

import type { App } from '../app.ts';
import type { Exported, PackChoice, PackForm, PackShown } from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { PRESETS, type Preset } from './pages.ts';
import type { Painted } from './seen.ts';

/** How long a choice rests before its pages are laid out. */
const REST_MS = 120;

export class Packing extends Subject {
  shown: PackShown | null = null;
  /** The pages are being laid out. */
  laying = false;
  exporting = false;
  /** A page that somebody wants to see, once. */
  wanted: number | null = null;
  #app: App;
  #turn = 0;
  #pages = new Map<number, Promise<Painted>>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** In a file that cannot be written to, the choice is not kept. */
  #own: PackChoice | null = null;
  /** What is on its way into the file: the next change goes on from it. */
  #pending: PackChoice[] | null = null;
  /** As the kernel makes it where nothing was chosen. */
  #usual: PackChoice | null = null;
  /** Ends the rest that is being waited for. */
  #resting: (() => void) | null = null;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** As it is made now. */
  get choice(): PackChoice | null {
    return this.#kept ?? this.#usual;
  }

  /** All that is kept, with what is on its way into the file. */
  get #packs(): readonly PackChoice[] {
    return this.#pending ?? this.#app.mirror.engagement?.packs ?? [];
  }

  /** What was chosen; nothing where a pack is made as it usually is. */
  get #kept(): PackChoice | null {
    return this.#own ?? this.#packs.find((it) => it.name === '') ?? null;
  }

  /** The choices that were given a name. */
  get saved(): PackChoice[] {
    return this.#packs.filter((it) => it.name !== '');
  }

  /** Another file is looked at: nothing of the one before it is left. */
  begin(): void {
    this.#turn += 1;
    this.#wake();
    this.shown = null;
    this.#own = null;
    this.#usual = null;
    this.#pending = null;
    this.#pages.clear();
    this.laying = false;
    this.wanted = null;
    this.changed();
  }

  /** Lays the pages out again, once what is being changed rests. */
  soon(): void {
    this.#wake();
    const over = this.#app.kernel.busy.begin();
    this.#resting = over;
    this.#rest = setTimeout(
      () => {
        this.#resting = null;
        void this.#read().finally(over);
      },
      this.shown ? REST_MS : 0,
    );
  }

  #wake(): void {
    clearTimeout(this.#rest);
    this.#resting?.();
    this.#resting = null;
  }

  async #read(): Promise<void> {
    const mine = ++this.#turn;
    this.laying = true;
    this.changed();
    const choice = this.#kept;
    const reply = await this.#app.kernel.answer({ ask: 'packPages', choice });
    if (mine !== this.#turn) return;
    this.laying = false;
    if (reply?.reply === 'packPages') {
      this.shown = reply.with;
      if (choice === null) this.#usual = reply.with.choice;
      this.#pages.clear();
    }
    this.changed();
  }

  /** What is painted on a page. */
  page(at: number): Promise<Painted> {
    const kept = this.#pages.get(at);
    if (kept) return kept;
    const asked: Promise<Painted> = this.#app.kernel
      .answer({ ask: 'packPage', page: at })
      .then((reply) => {
        if (reply?.reply === 'packPage') return reply.with;
        // Asked for again when it is looked at again.
        if (this.#pages.get(at) === asked) this.#pages.delete(at);
        return { shapes: [], windows: [] };
      });
    this.#pages.set(at, asked);
    return asked;
  }

  async change(part: Partial<PackChoice>): Promise<void> {
    const choice = this.choice;
    if (!choice) return;
    const next = { ...choice, ...part, name: '' };
    if (this.#app.readOnly) {
      this.#own = next;
      this.changed();
      return this.soon();
    }
    await this.#keep([next, ...this.saved]);
  }

  /** The pages of a preset; everything else stays. */
  take(preset: Preset): Promise<void> {
    return this.change({ pages: [...PRESETS[preset]], brief: preset === 'leadership' });
  }

  /** As one that was saved. */
  async use(name: string): Promise<void> {
    const saved = this.saved.find((it) => it.name === name);
    if (saved) await this.change(saved);
  }

  /** Keeps this way of making it under a name; one of that name is replaced. */
  async save(name: string): Promise<void> {
    const choice = this.choice;
    if (!choice || name === '') return;
    const others = this.saved.filter((it) => it.name !== name);
    await this.#keep([{ ...choice, name: '' }, ...others, { ...choice, name }]);
    this.#app.view.say(words.pack.savedAs(name));
  }

  async forget(name: string): Promise<void> {
    const choice = this.choice;
    if (!choice) return;
    await this.#keep([{ ...choice, name: '' }, ...this.saved.filter((it) => it.name !== name)]);
    this.#app.view.say(words.pack.forgotten(name));
  }

  async #keep(packs: PackChoice[]): Promise<void> {
    this.#pending = packs;
    this.changed();
    await this.#app.apply({ do: 'editEngagement', edit: { field: 'packs', value: packs } });
    // Something newer may be on its way already.
    if (this.#pending !== packs) return;
    this.#pending = null;
    this.changed();
  }

  /** Writes it; nothing when the dialog was cancelled. */
  async export(form: PackForm): Promise<Exported | null> {
    this.exporting = true;
    this.changed();
    try {
      const exported = await this.#app.kernel.exportPack(this.#kept, form);
      if (exported) this.#app.notices.exported(exported);
      // The file has a version of that name now.
      if (exported && this.#app.versions.list) void this.#app.versions.read();
      return exported;
    } finally {
      this.exporting = false;
      this.changed();
    }
  }

  /** Shows a page. */
  look(page: number | null): void {
    this.wanted = page;
    this.changed();
  }
}
