// The view put together, without a page: mirror, view, camera, draft, kernel, notices. Gestures,
// actions and panels all work on this; tests make one on a fake transport.

import { fonts } from './canvas/fonts.ts';
import { Agreement } from './agreement.ts';
import { Analysis } from './analysis/state.ts';
import { Camera, type Position } from './canvas/camera.ts';
import { Capture } from './capture.ts';
import { Comparing } from './compare/state.ts';
import type { Command, Failure, Patch, RecordId, Rect, Request, Started, StateId } from './contract.ts';
import { Draft } from './draft.ts';
import { union } from './geometry/rect.ts';
import { Hand } from './gestures/hand.ts';
import { Guard } from './guard/state.ts';
import { Kernel } from './kernel.ts';
import { Mirror } from './mirror.ts';
import { Notices, type Stays } from './notices.ts';
import { Places } from './places.ts';
import { Packing } from './pack/packing.ts';
import { Planning } from './plan/planning.ts';
import { Register } from './register.ts';
import { Patterns } from './patterns/state.ts';
import { Playback } from './replay/playback.ts';
import { Subject } from './subject.ts';
import type { Transport } from './transport.ts';
import { Conflict } from './conflict/state.ts';
import { Versions } from './versions/state.ts';
import { View } from './view.ts';
import { words } from './words.ts';

/** What the start screen shows; absent until the kernel has said it. */
export class Beginning extends Subject {
  started: Started | null = null;

  take(started: Started | null): void {
    this.started = started;
    this.changed();
  }
}

export class App {
  readonly mirror = new Mirror();
  readonly view = new View();
  readonly camera = new Camera();
  readonly draft = new Draft();
  readonly notices = new Notices();
  readonly beginning = new Beginning();
  readonly kernel: Kernel;
  readonly hand: Hand;
  readonly capture: Capture;
  readonly agreement = new Agreement(this);
  readonly analysis = new Analysis(this);
  readonly playback = new Playback(this);
  readonly comparing = new Comparing(this);
  readonly patterns = new Patterns(this);
  readonly versions = new Versions(this);
  readonly guard = new Guard(this);
  readonly conflict = new Conflict(this);
  readonly register = new Register();
  readonly planning = new Planning(this);
  readonly packing = new Packing(this);
  #seen = 0;
  /** Where each file was looked at last. */
  readonly places = new Places();
  #path: string | null = null;
  /** The open file has been looked at, so where that is counts. */
  #begun = false;
  /** On its way to the state that was looked at last. */
  #returning = false;

  constructor(transport: Transport) {
    this.kernel = new Kernel(transport, this.mirror);
    this.kernel.told = (failure) => this.#told(failure, 'until dismissed');
    this.kernel.refused = (failure) => this.#told(failure, 'until an edit lands');
    this.kernel.landed = () => this.notices.landed();
    this.hand = new Hand(this);
    this.capture = new Capture(this);
    this.view.openCapture = (text) => this.capture.open(text);
    this.mirror.subscribe(() => this.#follow());
    this.camera.subscribe(() => this.#remember());
    this.view.subscribe(() => this.#remember());
  }

  #told(failure: Failure, stays: Stays): void {
    this.notices.failure(failure, stays);
    void this.guard.look(failure);
  }

  get readOnly(): boolean {
    return this.mirror.file?.readOnly ?? true;
  }

  async start(): Promise<void> {
    const started = await this.kernel.start();
    this.beginning.take(started);
    if (started?.reopened) this.guard.reopened(started.reopened);
    if (started?.failure && !started.opened) await this.guard.seek();
  }

  async open(request: Request): Promise<void> {
    if (await this.kernel.open(request)) return;
    if (request.ask !== 'open') return;
    const started = await this.kernel.started();
    this.beginning.take(started);
    // The file before was closed for the one that could not be opened.
    if (started && !started.opened && this.mirror.file) this.mirror.close();
    this.guard.begin();
    await this.guard.seek();
  }

  async close(): Promise<void> {
    await this.kernel.close();
    this.guard.begin();
    this.beginning.take(await this.kernel.started());
  }

  /** An edit that is not allowed in a read-only file is said so before the kernel is asked. */
  async apply(command: Command, tapped = false): Promise<Patch | null> {
    return this.kernel.apply(command, tapped);
  }

  /** Undo and redo, said aloud. */
  async travel(ask: 'undo' | 'redo'): Promise<void> {
    const label = this.mirror.history[ask];
    if (!label) return;
    const { view } = this;
    const { selection } = view;
    const patch = await this.kernel.edit({ ask });
    const what = words.edit(label);
    // What came back is what one goes on with; where nothing did, what was selected before.
    const back = patch ? this.#cameBack(patch.made, ask) : [];
    if (back.length > 0) view.select(back);
    else if (ask === 'undo' && view.lost === selection) view.selectBefore((id) => this.mirror.record(id) !== undefined);
    if (patch) view.say(ask === 'undo' ? words.undone(what) : words.redone(what));
  }

  /** Of what an edit brought, what one would take hold of: lanes with all in them, or steps, or lines. */
  #cameBack(made: readonly RecordId[], ask: 'undo' | 'redo'): RecordId[] {
    const { mirror } = this;
    const here = (it: { state: number } | undefined) => it?.state === mirror.state;
    const of = [
      // What was captured again is its steps, whatever teams it made.
      (id: RecordId) => ask === 'undo' && here(mirror.lane(id)),
      (id: RecordId) => here(mirror.step(id)),
      (id: RecordId) => here(mirror.find('connector', id)),
    ];
    const found = of.map((is) => made.filter(is)).find((it) => it.length > 0) ?? [];
    return found.map((id) => {
      const connector = mirror.find('connector', id);
      return (connector && mirror.handoffAt(connector)?.id) ?? id;
    });
  }

  /** Brings a record into sight and selects it. */
  reveal(id: RecordId): void {
    this.view.show('map');
    const target = this.mirror.find('handoff', id)?.connector ?? id;
    const [group] = [...this.mirror.drawnOf(id), ...this.mirror.drawnOf(target)];
    if (group) this.camera.reveal(group.bounds);
    this.view.select([id]);
  }

  /** Brings several records into sight and selects them. */
  revealAll(ids: readonly RecordId[]): void {
    this.view.show('map');
    this.revealDrawn(ids);
    this.view.select(ids);
  }

  /** Everything that is selected, in the middle and as large as it can be read whole. */
  fitSelection(): void {
    const all = this.#around([...this.view.selection]);
    if (all) this.camera.fitTo(all);
  }

  /** What records take up on the map; a handoff is where its connector is, too. */
  #around(ids: readonly RecordId[]): Rect | undefined {
    const groups = ids.flatMap((id) => [
      ...this.mirror.drawnOf(id),
      ...this.mirror.drawnOf(this.mirror.find('handoff', id)?.connector ?? id),
    ]);
    const [first, ...rest] = groups.map((it) => it.bounds);
    return first && rest.reduce(union, first);
  }

  /** Brings several records into sight. */
  revealDrawn(ids: readonly RecordId[]): void {
    const all = this.#around(ids);
    const { camera } = this;
    if (all && Math.max(all.w / camera.width, all.h / camera.height) * camera.k > 1) camera.fit();
    else if (all) camera.reveal(all);
  }

  /** The view follows what the mirror says: world, selection, and where a new file is looked at. */
  #follow(): void {
    const { mirror, camera, view } = this;
    camera.look(mirror.bounds, mirror.headWidth);
    view.keep((id) => mirror.record(id) !== undefined);
    if (mirror.opening === this.#seen) return;
    this.#seen = mirror.opening;
    if (this.#path === mirror.file?.path) return;
    this.#path = mirror.file?.path ?? null;
    // What went wrong before a file was opened is still news; what was exported from it is not.
    if (this.#path === null) this.notices.clear();
    this.#begun = false;
    view.select([]);
    this.planning.begin();
    this.packing.begin();
    fonts.begin();
    this.comparing.begin();
    this.patterns.forget();
    this.guard.begin();
    this.conflict.begin();
    view.show((this.#path === null ? null : this.places.of(this.#path)?.page) ?? 'map');
    this.begin();
  }

  /** Looks at the open file where it was looked at last. */
  begin(): void {
    if (this.#path === null || this.#begun || this.camera.width === 0) return;
    this.#begun = true;
    const before = this.places.of(this.#path);
    if (!before) return this.camera.begin();
    const state = this.mirror.all('state').find((it) => it.id === before.state);
    if (state && state.id !== this.mirror.state) void this.#returnTo(state.id, before);
    else this.camera.set(before);
  }

  /** To another state than the one a file opens with; the camera keeps to the map that is shown. */
  async #returnTo(state: StateId, before: Position): Promise<void> {
    const path = this.#path;
    this.#returning = true;
    await this.kernel.edit({ ask: 'show', state });
    this.#returning = false;
    if (this.#path === path) this.camera.set(before);
  }

  #remember(): void {
    if (this.#returning) return;
    if (this.#path !== null && this.#begun && this.mirror.file?.path === this.#path) {
      const { state } = this.mirror;
      this.places.put(this.#path, { ...this.camera.position, page: this.view.page, state: state ?? undefined });
    }
  }
}
