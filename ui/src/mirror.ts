// What the kernel last said: records, shapes, figures, checks, history. Read-only for everybody;
// changed by patches alone, strictly in the order of their revisions.

import type {
  Checks,
  Clock,
  Connector,
  ConnectorId,
  FileNotice,
  Drawn,
  Engagement,
  Figures,
  Group,
  Handoff,
  History,
  Ladder,
  Lane,
  LaneBand,
  LaneId,
  Opened,
  Patch,
  Process,
  Record,
  RecordId,
  Rect,
  Role,
  State,
  Step,
  StepId,
  Team,
  TeamId,
  WaitingShown,
} from './contract.ts';
import { whole } from './geometry/moved.ts';
import { SceneIndex } from './geometry/scene_index.ts';
import { Subject } from './subject.ts';

/** The open file, as far as it is not the document. */
export interface FileFacts {
  name: string;
  path: string;
  readOnly: boolean;
  /** Nobody has chosen yet where it lives. */
  unplaced: boolean;
  /** What is out of the ordinary about it. */
  notices: readonly FileNotice[];
  /** The edit that it did not take. */
  waiting: WaitingShown | null;
}

const NO_CHECKS: Checks = { errors: 0, warnings: 0, advice: 0, waived: 0, signs: [], worst: [] };

type Kind = Record['kind'];
type Of<K extends Kind> = Extract<Record, { kind: K }>;

/** What follows from the records; made again when they change. */
interface Derived {
  connectorsAt: Map<StepId, Connector[]>;
  handoffOf: Map<ConnectorId, Handoff>;
  byKind: Map<Kind, Record[]>;
}

export class Mirror extends Subject {
  file: FileFacts | null = null;
  revision = 0;
  state = 0;
  readonly scene = new SceneIndex();
  bounds: Rect = { x: 0, y: 0, w: 0, h: 0 };
  headWidth = 0;
  lanes: readonly LaneBand[] = [];
  ladder: Ladder | null = null;
  figures: Figures | null = null;
  checks: Checks = NO_CHECKS;
  history: History = { undo: null, redo: null };
  /** When the last edit came back from the disk. */
  savedAt: Date | null = null;
  /** Counts up with every change of what is drawn. */
  drawing = 0;
  /** What the last change of what is drawn took the place of; nothing where another map is shown. */
  replaced: { groups: readonly Group[]; lanes: readonly LaneBand[] } | null = null;
  /** Counts up with every file opened. */
  opening = 0;
  #records = new Map<RecordId, Record>();
  #derived: Derived | null = null;

  open(opened: Opened): void {
    const { name, path, readOnly, unplaced, notices, waiting } = opened;
    if (this.file?.path !== path) this.savedAt = null;
    this.file = { name, path, readOnly, unplaced, notices, waiting };
    this.opening += 1;
    this.revision = opened.revision;
    this.state = opened.state;
    this.#records = new Map(opened.records.map((record) => [record.id, record]));
    this.#derived = null;
    this.scene.clear();
    opened.scene.groups.forEach((group) => this.scene.put(group));
    this.bounds = opened.scene.bounds;
    this.headWidth = opened.scene.headWidth;
    this.lanes = opened.scene.lanes;
    this.replaced = null;
    this.ladder = opened.ladder;
    this.figures = opened.figures;
    this.checks = opened.checks;
    this.history = opened.history;
    this.drawing += 1;
    this.changed();
  }

  close(): void {
    this.file = null;
    this.#records.clear();
    this.#derived = null;
    this.scene.clear();
    this.lanes = [];
    this.replaced = null;
    this.ladder = null;
    this.figures = null;
    this.checks = NO_CHECKS;
    this.history = { undo: null, redo: null };
    this.drawing += 1;
    this.changed();
  }

  /** An edit waits that the file did not take, or none does any more. */
  wait(waiting: WaitingShown | null): void {
    if (this.file === null) return;
    this.file = { ...this.file, waiting };
    this.changed();
  }

  /** Takes a patch over; `false` when one before it is missing. */
  take(patch: Patch): boolean {
    if (this.file === null || patch.revision < this.revision) return true;
    if (patch.revision > this.revision + 1) return false;
    if (patch.revision > this.revision) this.savedAt = new Date();
    this.revision = patch.revision;
    const another = patch.state !== this.state;
    this.state = patch.state;
    if (patch.records.length > 0 || patch.removedRecords.length > 0) {
      patch.removedRecords.forEach((id) => this.#records.delete(id));
      patch.records.forEach((record) => this.#records.set(record.id, record));
      this.#derived = null;
    }
    this.#draw(patch.drawn, another);
    this.ladder = patch.ladder ?? this.ladder;
    this.figures = patch.figures ?? this.figures;
    this.checks = patch.checks ?? this.checks;
    this.history = patch.history;
    if (patch.notices) this.file = { ...this.file, notices: patch.notices };
    this.changed();
    return true;
  }

  record(id: RecordId): Record | undefined {
    return this.#records.get(id);
  }

  /** The record with this id, if it is of this kind. */
  find<K extends Kind>(kind: K, id: RecordId | null): Of<K> | undefined {
    const record = id === null ? undefined : this.#records.get(id);
    return record?.kind === kind ? (record as Of<K>) : undefined;
  }

  all<K extends Kind>(kind: K): readonly Of<K>[] {
    return (this.#index().byKind.get(kind) ?? []) as Of<K>[];
  }

  /** What answers of the kernel are about: another after an edit, and for another state. */
  get moment(): string {
    return `${this.opening} ${this.revision} ${this.state}`;
  }

  /** Checks that somebody has to act on. */
  get openChecks(): number {
    return this.checks.errors + this.checks.warnings;
  }

  get engagement(): Engagement | undefined {
    return this.all('engagement')[0];
  }

  get shown(): State | undefined {
    return this.find('state', this.state);
  }

  get process(): Process | undefined {
    return this.find('process', this.shown?.process ?? null);
  }

  /** The clock of the process; every time on the map is in its minutes. */
  get clock(): Clock {
    return this.figures?.clock ?? this.process?.clock ?? { kind: 'business', minutesPerDay: 480 };
  }

  /** The steps on the canvas. */
  get steps(): readonly Step[] {
    return this.all('step').filter((step) => step.state === this.state);
  }

  step(id: RecordId): Step | undefined {
    return this.find('step', id);
  }

  lane(id: LaneId): Lane | undefined {
    return this.find('lane', id);
  }

  band(id: LaneId): LaneBand | undefined {
    return this.lanes.find((band) => band.lane === id);
  }

  team(id: TeamId | null): Team | undefined {
    return this.find('team', id);
  }

  teamOf(step: Step | undefined): Team | undefined {
    return this.team(this.lane(step?.lane ?? -1)?.team ?? null);
  }

  role(id: RecordId | null): Role | undefined {
    return this.find('role', id);
  }

  /** Connectors that begin or end at a step. */
  connectorsAt(step: StepId): readonly Connector[] {
    return this.#index().connectorsAt.get(step) ?? [];
  }

  /** Whether a connector leads from one lane to another. */
  crosses(connector: Connector): boolean {
    return this.step(connector.from)?.lane !== this.step(connector.to)?.lane;
  }

  /** The handoff of a connector, while it crosses lanes. */
  handoffAt(connector: Connector): Handoff | undefined {
    return this.crosses(connector) ? this.#index().handoffOf.get(connector.id) : undefined;
  }

  /** The handoffs on the canvas, by number. */
  get handoffs(): readonly { handoff: Handoff; connector: Connector }[] {
    return this.all('handoff')
      .flatMap((handoff) => {
        const connector = this.find('connector', handoff.connector);
        const here = connector?.state === this.state && this.crosses(connector);
        return here ? [{ handoff, connector }] : [];
      })
      .sort((a, b) => a.handoff.number - b.handoff.number);
  }

  /** The shapes of a record: its line, its pill, its box. */
  drawnOf(id: RecordId): Group[] {
    const parts = ['step', 'handoff', 'crossing', 'connector', 'label', 'laneHead', 'stage'] as const;
    return parts.flatMap((part) => this.scene.get(part, id) ?? []);
  }

  #draw(patched: Drawn, another: boolean): void {
    const drawn = whole(patched, this.scene);
    const lanes = drawn.lanes ?? this.lanes;
    const { x, y, w, h } = drawn.bounds;
    const same = this.bounds.x === x && this.bounds.y === y && this.bounds.w === w;
    if (drawn.groups.length === 0 && drawn.removed.length === 0 && same && this.bounds.h === h) {
      return;
    }
    const before = drawn.groups.flatMap(({ key }) => this.scene.get(key.part, key.id) ?? []);
    this.replaced = another ? null : { groups: before, lanes: this.lanes };
    drawn.removed.forEach((key) => this.scene.remove(key));
    drawn.groups.forEach((group) => this.scene.put(group));
    this.lanes = lanes;
    this.bounds = drawn.bounds;
    this.drawing += 1;
  }

  #index(): Derived {
    if (this.#derived) return this.#derived;
    const derived: Derived = { connectorsAt: new Map(), handoffOf: new Map(), byKind: new Map() };
    const add = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
      const held = map.get(key);
      if (held) held.push(value);
      else map.set(key, [value]);
    };
    for (const record of this.#records.values()) {
      add(derived.byKind, record.kind, record);
      if (record.kind === 'handoff') derived.handoffOf.set(record.connector, record);
      if (record.kind !== 'connector') continue;
      add(derived.connectorsAt, record.from, record);
      if (record.to !== record.from) add(derived.connectorsAt, record.to, record);
    }
    this.#derived = derived;
    return derived;
  }
}
