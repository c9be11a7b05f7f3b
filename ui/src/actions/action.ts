// One row of the table of actions, and what rows ask about: what is open, what is selected, whether
// it may be changed.

import type { App } from '../app.ts';
import type { Record as Recorded } from '../contract.ts';

export interface Action {
  id: string;
  label: (app: App) => string;
  /** Shortcuts such as `Ctrl+Shift+Z`; the first is the one that is shown. */
  keys: readonly string[];
  /** Whether it can be done now. */
  when: (app: App) => boolean;
  run: (app: App) => unknown;
  /** Where it is listed; the palette lists every group. */
  group: 'file' | 'edit' | 'tool' | 'view' | 'map' | 'room' | 'handoff' | 'plan' | 'quiet';
  /** What is said on the map where its key is pressed and it cannot be done. */
  instead?: string;
  /** Its keys are the system's own: pressed, they are left to it, and it asks us in turn. */
  native?: boolean;
}

export const opened = (app: App): boolean => app.mirror.file !== null;
export const onMap = (app: App): boolean => opened(app) && app.view.page === 'map';
export const writable = (app: App): boolean => onMap(app) && !app.readOnly;

/** The kind of the one thing that is selected. */
export function kind(app: App): Recorded['kind'] | null {
  return app.mirror.record(app.view.single ?? -1)?.kind ?? null;
}

export const hasFlow = (app: App): boolean =>
  writable(app) && (kind(app) === 'connector' || kind(app) === 'handoff');
export const hasName = (app: App): boolean =>
  writable(app) && (kind(app) === 'step' || kind(app) === 'lane');

export const said = (text: string) => () => text;
