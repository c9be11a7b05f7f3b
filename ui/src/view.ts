// What the person looks at and holds: page, tool, selection, open panel, theme. Never part of the
// document, never stored in the file.

import type { RecordId, StepKind } from './contract.ts';
import { Subject } from './subject.ts';

export type Tool = 'select' | 'connect' | 'painPoint' | StepKind;
export type Page = 'map' | 'handoffs';
export type Panel = 'find' | 'checks' | 'delay' | 'menu' | 'context' | 'pain' | 'keys';
export type Theme = 'system' | 'light' | 'dark';

/** A text being edited in place; `typed` replaces it, else the caret goes into what is there. */
export interface Editing {
  id: RecordId;
  typed: string | null;
}

export class View extends Subject {
  page: Page = 'map';
  tool: Tool = 'select';
  /** Stays armed after use. */
  locked = false;
  selection: ReadonlySet<RecordId> = new Set();
  panel: Panel | null = null;
  /** Where a panel belongs to a point, on the screen. */
  panelAt = { x: 0, y: 0 };
  editing: Editing | null = null;
  hovered: RecordId | null = null;
  theme: Theme = 'system';
  /** What a screen reader says next. */
  said = '';

  /** The one thing that is selected. */
  get single(): RecordId | null {
    const [first] = this.selection;
    return this.selection.size === 1 && first !== undefined ? first : null;
  }

  select(ids: Iterable<RecordId>): void {
    this.selection = new Set(ids);
    this.changed();
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
    if (kept.length !== this.selection.size) this.select(kept);
    if (this.editing && !exists(this.editing.id)) this.edit(null);
  }

  arm(tool: Tool, locked = false): void {
    this.tool = tool;
    this.locked = locked;
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

  open(panel: Panel | null, at?: { x: number; y: number }): void {
    this.panel = panel;
    if (at) this.panelAt = at;
    this.changed();
  }

  edit(id: RecordId | null, typed: string | null = null): void {
    this.editing = id === null ? null : { id, typed };
    this.changed();
  }

  hover(id: RecordId | null): void {
    if (this.hovered === id) return;
    this.hovered = id;
    this.changed();
  }

  wear(theme: Theme): void {
    this.theme = theme;
    this.changed();
  }

  say(said: string): void {
    this.said = said;
    this.changed();
  }
}
