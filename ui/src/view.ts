// What the person looks at and holds: page, tool, selection, open panel, theme. Never part of the
// document, never stored in the file.

import type { LaneId, RecordId, SlaId, StepId, StepKind } from './contract.ts';
import type { MarkKind } from './marks.ts';
import { isOneOf, isYesNo, recalled, remember } from './remembered.ts';
import { Subject } from './subject.ts';

export type Tool = 'select' | 'connect' | 'painPoint' | StepKind;
export type Page = 'map' | 'handoffs' | 'teams' | 'analysis' | 'compare' | 'actions' | 'pack';
export const isPage = isOneOf<Page>('map', 'handoffs', 'teams', 'analysis', 'compare', 'actions', 'pack');
/** The parts of the page of teams. */
export const SECTIONS = ['teams', 'responsibility', 'calendars', 'templates'] as const;
export type Section = (typeof SECTIONS)[number];
/** The parts of the page of handoffs: each on its own, and what is promised along several. */
export const AGREED = ['register', 'promises'] as const;
export type Agreed = (typeof AGREED)[number];
export type Panel = 'find' | 'checks' | 'delay' | 'menu' | 'context' | 'pain' | 'keys' | 'capture' | 'mark' | 'diagnosis';
/** What stands at the right of the map. */
export type Aside = 'inspector' | 'room' | 'outline' | 'patterns' | 'versions' | 'conflict';
export type Theme = 'system' | 'light' | 'dark';

/** A text being edited in place; `typed` replaces it, else the caret goes into what is there. */
export interface Editing {
  id: RecordId;
  typed: string | null;
  /** It belongs to a thing that was made just now. */
  made: Made | null;
}

/** The making of a thing: the revision it made, and what was selected before. */
export interface Made {
  revision: number;
  before: readonly RecordId[];
}

/** What a press would take hold of that is not a thing itself. */
export type Pointed =
  | { on: 'handle'; step: StepId; side: Side }
  | { on: 'between'; at: number };
export type Side = 'right' | 'down' | 'left' | 'up';

/** So many selections before the one that is can be gone back to. */
const SELECTIONS_KEPT = 30;
/** Two presses of Enter no further apart are one. */
const TWICE_MS = 400;

export class View extends Subject {
  page: Page = 'map';
  tool: Tool = 'select';
  /** The step that is connected by key: the next one to be chosen is the other end. */
  wiredFrom: RecordId | null = null;
  /** Stays armed after use. */
  locked = false;
  selection: ReadonlySet<RecordId> = new Set();
  #before: readonly ReadonlySet<RecordId>[] = [];
  #entered = -TWICE_MS;
  /** The selection all of which is gone; nothing once something else was selected, or nothing was. */
  lost: ReadonlySet<RecordId> | null = null;
  panel: Panel | null = null;
  aside: Aside = 'inspector';
  section: Section = 'teams';
  agreed: Agreed = 'register';
  /** The promise that is looked at. */
  promise: SlaId | null = null;
  /** The kind of mark that is being added. */
  marking: MarkKind = 'note';
  /** Where a panel belongs to a point, on the screen. */
  panelAt = { x: 0, y: 0 };
  editing: Editing | null = null;
  /** What was typed while a step is being made that will be named; nothing while none is. */
  typedAhead: string | null = null;
  /** The key that ended that name, if one did. */
  endedAhead: 'Enter' | 'Escape' | 'Tab' | null = null;
  hovered: RecordId | null = null;
  /** The mark that the list of all that was said is to show. */
  sought: RecordId | null = null;
  /** What something beside the map speaks of. */
  pointedOut: readonly RecordId[] = [];
  pointed: Pointed | null = null;
  /** The one lane that is looked at; the others fade. */
  spotlight: LaneId | null = null;
  theme: Theme = recalled('theme', isOneOf('system', 'light', 'dark')) ?? 'system';
  /** Whether the small picture of the whole map is shown. */
  minimap = recalled('minimap', isYesNo) ?? true;
  /** What a screen reader says next. */
  said = '';
  /** Opens the capture line, with this text in it where one is given. */
  openCapture: (text?: string) => void = () => {};

  /** The one thing that is selected. */
  get single(): RecordId | null {
    const [first] = this.selection;
    return this.selection.size === 1 && first !== undefined ? first : null;
  }

  select(ids: Iterable<RecordId>): void {
    const before = this.selection;
    this.#hold(ids);
    this.settle(before);
  }

  /** Selects for as long as something is being chosen. */
  choose(ids: Iterable<RecordId>): void {
    const chosen = new Set(ids);
    if (!isSame(chosen, this.selection)) this.#hold(chosen);
  }

  /** What is selected is what was to be chosen; this was selected before. */
  settle(before: ReadonlySet<RecordId>): void {
    if (!isSame(before, this.selection)) this.#before = [...this.#before, before].slice(-SELECTIONS_KEPT);
  }

  #hold(ids: Iterable<RecordId>): void {
    this.lost = null;
    this.selection = new Set(ids);
    this.changed();
  }

  /** What was selected is gone: back to what was selected before, as far as all of that is still there. */
  selectBefore(exists: (id: RecordId) => boolean): void {
    const at = this.#before.findLastIndex((ids) => [...ids].every(exists));
    const ids = this.#before[at] ?? [];
    this.#before = this.#before.slice(0, Math.max(0, at));
    this.#hold(ids);
  }

  /** Adds to the selection, or takes out of it. */
  toggle(id: RecordId): void {
    const next = new Set(this.selection);
    if (!next.delete(id)) next.add(id);
    this.select(next);
  }

  /** Lets go of records that are no longer there. */
  keep(exists: (id: RecordId) => boolean): void {
    const kept = [...this.selection].filter(exists);
    const { selection } = this;
    if (kept.length !== selection.size) this.#hold(kept);
    if (kept.length === 0 && selection.size > 0) this.lost = selection;
    if (this.wiredFrom !== null && !exists(this.wiredFrom)) this.wiredFrom = null;
    if (this.editing && !exists(this.editing.id)) this.edit(null);
    if (this.spotlight !== null && !exists(this.spotlight)) this.light(null);
  }

  arm(tool: Tool, locked = false): void {
    this.tool = tool;
    this.locked = locked;
    this.wiredFrom = null;
    this.changed();
  }

  /** The tool was used once. */
  used(): void {
    if (!this.locked && this.tool !== 'select') this.arm('select');
  }

  show(page: Page): void {
    this.page = page;
    this.panel = null;
    this.changed();
  }

  /** Shows the map with this at its right. */
  lean(aside: Aside): void {
    this.aside = aside;
    this.show('map');
  }

  /** Shows a mark in the list of all that was said; nothing once it was shown. */
  seek(mark: RecordId | null): void {
    this.sought = mark;
    if (mark === null) this.changed();
    else this.lean('room');
  }

  /** Shows a part of the page of teams. */
  turn(section: Section): void {
    this.section = section;
    this.show('teams');
  }

  /** Shows a part of the page of handoffs. */
  turnTo(agreed: Agreed): void {
    this.agreed = agreed;
    this.show('handoffs');
  }

  /** Shows a promise along several handoffs. */
  promised(sla: SlaId): void {
    this.promise = sla;
    this.turnTo('promises');
  }

  /** A form over the map was sent with Enter: another one pressed with it means the same. */
  enter(): void {
    this.#entered = performance.now();
  }

  /** Whether that was just now. */
  entered(): boolean {
    return performance.now() - this.#entered < TWICE_MS;
  }

  /** Asks for the words of a new mark. */
  mark(kind: MarkKind): void {
    this.marking = kind;
    this.open('mark');
  }

  open(panel: Panel | null, at?: { x: number; y: number }): void {
    this.panel = panel;
    if (at) this.panelAt = at;
    this.changed();
  }

  edit(id: RecordId | null, typed: string | null = null, made: Made | null = null): void {
    this.editing = id === null ? null : { id, typed, made };
    this.changed();
  }

  hover(id: RecordId | null): void {
    if (this.hovered === id) return;
    this.hovered = id;
    this.changed();
  }

  /** Marks what something beside the map speaks of. */
  pointOut(ids: readonly RecordId[]): void {
    if (this.pointedOut.length === 0 && ids.length === 0) return;
    this.pointedOut = ids;
    this.changed();
  }

  point(pointed: Pointed | null): void {
    if (JSON.stringify(this.pointed) === JSON.stringify(pointed)) return;
    this.pointed = pointed;
    this.changed();
  }

  /** Looks at one lane alone, or at all again. */
  light(lane: LaneId | null): void {
    if (this.spotlight === lane) return;
    this.spotlight = lane;
    this.changed();
  }

  wear(theme: Theme): void {
    this.theme = theme;
    remember('theme', theme);
    this.changed();
  }

  showMinimap(shown: boolean): void {
    this.minimap = shown;
    remember('minimap', shown);
    this.changed();
  }

  say(said: string): void {
    this.said = said;
    this.changed();
  }
}

function isSame(a: ReadonlySet<RecordId>, b: ReadonlySet<RecordId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
