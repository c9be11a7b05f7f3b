// Where each file was looked at last: camera and page by the path of the file. At most fifty, the
// oldest forgotten first; nothing of what is in a file.

import type { Position } from './canvas/camera.ts';
import { recalled, remember } from './remembered.ts';
import { isPage, type Page } from './view.ts';

const MOST = 50;
/** Written when looking round has paused for so long. */
const REST_MS = 300;
const NAME = 'places';

export interface Looked extends Position {
  page: Page;
  /** The state that was shown. */
  state?: number | undefined;
}

type Row = Looked & { path: string };

export class Places {
  #rows: Row[] = recalled(NAME, areRows) ?? [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #put = 0;

  of(path: string): Looked | null {
    return this.#rows.find((it) => it.path === path) ?? null;
  }

  put(path: string, { x, y, k, page, state }: Looked): void {
    this.#rows = [...this.#rows.filter((it) => it.path !== path), { path, x, y, k, page, state }];
    this.#rows = this.#rows.slice(-MOST);
    this.#put = performance.now();
    this.#timer ??= setTimeout(() => this.#rest(), REST_MS);
  }

  /** Not while the map is on its way: whoever keeps it has to be asked each time. */
  #rest(): void {
    const rested = performance.now() - this.#put;
    if (rested >= REST_MS) return this.keep();
    this.#timer = setTimeout(() => this.#rest(), REST_MS - rested);
  }

  /** Writes down what is not yet. */
  keep(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    remember(NAME, this.#rows);
  }
}

function areRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length <= MOST && value.every(isRow);
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  const { path, x, y, k, page, state } = value as Record<string, unknown>;
  const numbers = [x, y, k].every((it) => Number.isFinite(it)) && (k as number) > 0;
  const isState = state === undefined || Number.isSafeInteger(state);
  return typeof path === 'string' && numbers && isState && isPage(page);
}
