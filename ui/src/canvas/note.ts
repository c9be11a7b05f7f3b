// The small note beside the pointer while a gesture lasts: handoffs that would appear or vanish, or
// why it may not happen. It is painted, since a browser lays out all its layers anew where an element
// moves with the pointer; for ears it is an element. And the pointer's form.

import type { App } from '../app.ts';
import type { Rect } from '../contract.ts';
import { clamp, overlaps } from '../geometry/rect.ts';
import { words } from '../words.ts';
import { broken } from './far.ts';
import { fontOf, rightToLeft, write } from './fonts.ts';
import { stroke } from './marks.ts';
import type { Painter } from './paint.ts';

/** Letters and what lies between two lines, in CSS pixels. */
const LETTERS = 12;
const LEADING = 17;
const PAD = { x: 9, y: 5 };
/** The widest line, and the most lines of a sentence. */
const WIDEST = 242;
const MOST_LINES = 6;
/** From the pointer to the corner. */
const BESIDE = { x: 18, y: 22 };

/** So many handoffs that come or go are named; what more there are is counted. */
const MOST_NAMED = 6;

/** What the note says, one to a line. */
function said({ draft: { refusal, made, removed } }: Pick<App, 'draft'>): string[] {
  if (refusal) return [refusal];
  if (made.length + removed.length <= MOST_NAMED) return [...made.map(words.made), ...removed.map(words.removed)];
  // Of both something is named.
  const half = MOST_NAMED / 2;
  const come = made.slice(0, Math.max(half, MOST_NAMED - removed.length));
  const go = removed.slice(0, MOST_NAMED - come.length);
  const more = words.moreHandoffs(made.length - come.length, removed.length - go.length);
  return [...come.map(words.made), ...go.map(words.removed), more];
}

export function showNote(stage: HTMLElement, app: App): () => void {
  const note = document.createElement('div');
  note.className = 'note';
  note.setAttribute('role', 'status');
  stage.append(note);
  const show = () => {
    const { draft, view } = app;
    const lines = said(app).join('\n');
    if (note.textContent !== lines) note.textContent = lines;
    stage.classList.toggle('refused', draft.refusal !== null);
    if (stage.dataset.tool !== view.tool) stage.dataset.tool = view.tool;
    stage.classList.toggle('moving', draft.active);
  };
  const overs = [app.draft.subscribe(show), app.view.subscribe(show)];
  show();
  return () => {
    overs.forEach((over) => over());
    note.remove();
  };
}

export interface Note {
  lines: { text: string; width: number }[];
  /** In CSS pixels of the canvas. */
  box: Rect;
}

/** The note as it is painted now; nothing where nothing is to be said. */
export function noteOf({ context }: Pick<Painter, 'context'>, app: App): Note | null {
  const all = said(app);
  if (all.length === 0) return null;
  const { camera, draft } = app;
  const weight = draft.refusal ? 500 : 600;
  const lines = all.flatMap((it) => {
    context.font = fontOf(weight, LETTERS, it);
    return broken(context, it, LETTERS, WIDEST, MOST_LINES);
  });
  const w = Math.max(...lines.map((it) => it.width)) + 2 * PAD.x;
  const h = lines.length * LEADING + 2 * PAD.y;
  // Near the right edge there is less room for it, and below lies the palette.
  const x = clamp(draft.pointer.x + BESIDE.x, 0, Math.max(0, camera.width - w));
  const under = camera.height - camera.floor - h;
  // Nor in the corner of the small map.
  const most = x + w > camera.width - camera.covered.w ? Math.min(under, camera.height - camera.covered.h - h) : under;
  const y = clamp(draft.pointer.y + BESIDE.y, 0, Math.max(0, most));
  return { lines, box: { x, y, w, h } };
}

/** Paints it over all else, if it reaches into a part of the scene. */
export function paintNote(painter: Painter, app: App, ratio: number, part: Rect): void {
  const note = noteOf(painter, app);
  const { camera, draft } = app;
  if (!note || !overlaps(note.box, camera.rectToClient(part))) return;
  const { context } = painter;
  const { x, y, w, h } = note.box;
  const refused = draft.refusal !== null;
  painter.place(1, 0, 0, ratio);
  context.beginPath();
  context.roundRect(x, y, w, h, 7);
  painter.ink({ token: refused ? 'troubleSoft' : 'ink', alpha: 1 });
  context.fill();
  if (refused) stroke(painter, 'trouble', 1);
  painter.ink({ token: refused ? 'trouble' : 'paper', alpha: 1 });
  note.lines.forEach(({ text, width }, at) => {
    context.font = fontOf(refused ? 500 : 600, LETTERS, text);
    const left = rightToLeft(text) ? x + w - PAD.x - width : x + PAD.x;
    write(context, text, left, y + PAD.y + at * LEADING + LEADING * 0.72);
  });
  painter.place(camera.k, camera.x, camera.y, ratio);
}
