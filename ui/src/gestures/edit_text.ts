// Editing a text in place: a field over the step, pill or line with the same font, size and wrapping.
// Enter and Escape both end it and keep what was typed, Tab goes on to the next step; undo takes it
// back. Escape before anything was typed in a thing that was made just now takes that back.

import type { App } from '../app.ts';
import { fitsWhole, nameDown } from '../canvas/heads.ts';
import type { Group, Rect, RecordId } from '../contract.ts';
import { numberOf } from '../canvas/spoken.ts';
import { bodyOf, isDiamond } from '../geometry/hit.ts';
import { grow } from './grow.ts';
import type { Editing } from '../view.ts';
import { words } from '../words.ts';

/** Room between the edge of a step and its text, as the scene draws it. */
const PAD = 12;
/** A field is never smaller on the screen than this zoom makes it, so that one can read it. */
const LEAST_ZOOM = 0.75;
/** What passes at a handoff is often longer than its pill. */
const PILL_FIELD = 160;

interface Spot {
  box: Rect;
  size: number;
  weight: number;
  leading: number;
  centred: boolean;
}

export function editTexts(stage: HTMLElement, app: App): () => void {
  let field: HTMLTextAreaElement | null = null;
  let id: RecordId | null = null;

  const lay = () => {
    const spot = id === null ? null : spotOf(app, id);
    if (!field || !spot) return;
    const k = Math.max(app.camera.k, LEAST_ZOOM);
    const { x, y } = app.camera.toClient(spot.box);
    const { style } = field;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${spot.box.w * k}px`;
    style.fontSize = `${spot.size * k}px`;
    style.fontWeight = `${spot.weight}`;
    style.lineHeight = `${spot.leading * k}px`;
    style.textAlign = spot.centred ? 'center' : 'left';
    style.height = 'auto';
    style.height = `${Math.max(field.scrollHeight, spot.box.h * k)}px`;
  };

  const end = () => {
    if (!field || id === null) return;
    const [typed, record, old] = [oneLine(field.value), id, field.dataset.before ?? ''];
    const closing = field;
    field = null;
    id = null;
    closing.remove();
    if (app.view.editing?.id === record) app.view.edit(null);
    const kept = typed !== '' || mayBeEmpty(app, record);
    if (typed !== old && kept) void app.apply({ do: 'rename', id: record, name: typed });
  };

  const begin = () => {
    const wanted = app.view.editing;
    if (wanted?.id === id) return;
    end();
    if (!wanted || app.readOnly || !spotOf(app, wanted.id)) return;
    id = wanted.id;
    field = makeField(app, id, wanted.typed);
    field.addEventListener('input', lay);
    field.addEventListener('blur', end);
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      const ends = event.key === 'Escape' || event.key === 'Tab';
      if (!ends && !(event.key === 'Enter' && !event.shiftKey)) return;
      event.preventDefault();
      const here = id;
      // A letter that slipped, taken back, takes nothing of what was there.
      const slipped = event.key === 'Escape' && wanted.typed !== null && oneLine(field?.value ?? '') === '';
      if (field && slipped) field.value = field.dataset.before ?? '';
      const unmade = event.key === 'Escape' && isUntouched(app, wanted, field);
      end();
      if (unmade) return void takeBack(app, stage, wanted.made?.before ?? []);
      if (here !== null) app.view.select([here]);
      const goesOn = event.key === 'Tab' && !event.shiftKey && canGrow(app, here);
      if (goesOn) return void grow(app, 'right', here ?? -1);
      stage.dispatchEvent(new CustomEvent('focusselected'));
    });
    stage.append(field);
    lay();
    field.focus();
    if (wanted.typed === null) field.select();
  };

  const overs = [app.view.subscribe(begin), app.camera.subscribe(lay), app.mirror.subscribe(lay)];
  return () => {
    overs.forEach((over) => over());
    end();
  };
}

/** Whether nothing was typed in a thing that was made just now, and nothing was done since. */
function isUntouched(app: App, { made }: Editing, field: HTMLTextAreaElement | null): boolean {
  const written = oneLine(field?.value ?? '');
  const same = written === '' || written === field?.dataset.before;
  return same && made?.revision === app.mirror.revision;
}

/** Undoes what was made, and goes back to what was selected before. */
async function takeBack(app: App, stage: HTMLElement, before: readonly RecordId[]): Promise<void> {
  // At once: what is typed or clicked meanwhile is about what is there.
  app.view.select(before.filter((it) => app.mirror.record(it) !== undefined));
  stage.dispatchEvent(new CustomEvent('focusselected'));
  await app.travel('undo');
}

/** Tab goes on to the next step; nothing follows an end. */
function canGrow(app: App, id: RecordId | null): boolean {
  const step = app.mirror.step(id ?? -1);
  return step !== undefined && step.shape !== 'end';
}

/** Whether the one thing that is selected has a text that is written in place: only then do letters
 * write it, else they are the keys of the tools. */
export function hasText(app: App): boolean {
  const id = app.view.single;
  return id !== null && spotOf(app, id) !== null;
}

/** A connector needs no label, and what passes at a handoff may be unknown; all else keeps a name. */
function mayBeEmpty({ mirror }: App, id: RecordId): boolean {
  return mirror.find('connector', id) !== undefined || mirror.find('handoff', id) !== undefined;
}

function makeField(app: App, id: RecordId, typed: string | null): HTMLTextAreaElement {
  const name = textOf(app, id);
  const handoff = app.mirror.find('handoff', id);
  const field = document.createElement('textarea');
  field.className = 'in-place';
  field.dataset.widget = 'text';
  field.dataset.before = name;
  field.rows = 1;
  field.spellcheck = false;
  const label = handoff ? words.editingPasses(numberOf(handoff)) : words.editing(name || words.unnamed);
  field.setAttribute('aria-label', label);
  if (handoff) field.placeholder = words.passes;
  field.value = typed ?? name;
  return field;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of a record that is written in place. */
export function textOf({ mirror }: App, id: RecordId): string {
  const record = mirror.record(id);
  switch (record?.kind) {
    case 'step':
    case 'stage':
      return record.name;
    case 'lane':
      return mirror.team(record.team)?.name ?? '';
    case 'connector':
      return record.label;
    case 'handoff':
      return record.passes;
    default:
      return '';
  }
}

/** How many lines a name is drawn in: the lines in the type of its first. */
function linesOf(group: Group): number {
  const texts = group.shapes.flatMap((shape) => (shape.as === 'text' ? [shape.style] : []));
  const [first] = texts;
  return texts.filter((it) => it.size === first?.size && it.weight === first.weight).length;
}

/** Where the text of a record stands, in the scene; nothing for what has none. */
export function spotOf(app: App, id: RecordId): Spot | null {
  const { mirror, camera } = app;
  const head = mirror.lane(id) && mirror.scene.get('laneHead', id);
  if (head) {
    const x = (PAD * camera.headZoom - camera.x) / camera.k;
    const { y: top, h: height } = head.bounds;
    const room = (height * camera.k) / camera.headZoom;
    // A low lane has its name in one line, in its middle.
    if (!fitsWhole(head, { top, room })) {
      const y = top + ((room / 2 - 8.5) * camera.headZoom) / camera.k;
      return { box: { x, y, w: mirror.headWidth - 2 * PAD, h: 17 }, size: 13, weight: 600, leading: 17, centred: false };
    }
    const y = top + ((10 + nameDown(camera, { top, height }, head)) * camera.headZoom) / camera.k;
    const box = { x, y, w: mirror.headWidth - 2 * PAD, h: 17 * linesOf(head) };
    return { box, size: 13, weight: 600, leading: 17, centred: false };
  }
  const column = mirror.scene.get('stage', id)?.bounds;
  if (column) {
    const w = Math.max(column.w - 2 * PAD, 90);
    const box = { x: column.x + PAD - 4, y: column.y + 6, w, h: 16 };
    return { box, size: 11, weight: 600, leading: 16, centred: false };
  }
  const group = mirror.scene.get('step', id);
  if (!group) return pillSpot(app, id) ?? lineSpot(app, id);
  const body = bodyOf(group);
  if (body.w === body.h && !isDiamond(group)) {
    const box = { x: body.x - 41, y: body.y + body.h + 4, w: body.w + 82, h: 14 * linesOf(group) };
    return { box, size: 11, weight: 400, leading: 14, centred: true };
  }
  if (isDiamond(group)) {
    const h = 13 * Math.max(linesOf(group), 2);
    const box = { x: body.x + 10, y: body.y + (body.h - h) / 2, w: body.w - 20, h };
    return { box, size: 11, weight: 600, leading: 13, centred: true };
  }
  const h = 17 * Math.max(linesOf(group), 1);
  const box = { x: body.x + PAD - 4, y: body.y + 7, w: body.w - 2 * PAD + 8, h };
  return { box, size: 13, weight: 600, leading: 17, centred: false };
}

/** What passes at a handoff is written over its pill. */
function pillSpot({ mirror }: App, id: RecordId): Spot | null {
  const pill = mirror.scene.get('handoff', id)?.bounds;
  if (!pill) return null;
  const w = Math.max(pill.w, PILL_FIELD);
  const box = { x: pill.x + (pill.w - w) / 2, y: pill.y + (pill.h - 17) / 2, w, h: 17 };
  return { box, size: 11, weight: 500, leading: 17, centred: true };
}

/** Where the label of a connector is written: over the middle of its line. */
function lineSpot({ mirror }: App, id: RecordId): Spot | null {
  const line = (mirror.scene.get('connector', id) ?? mirror.scene.get('crossing', id))?.line ?? [];
  const at = Math.max(1, Math.floor(line.length / 2));
  const [a, b] = [line[at - 1], line[at]];
  if (!a || !b) return null;
  const box = { x: (a[0] + b[0]) / 2 - 60, y: (a[1] + b[1]) / 2 - 9, w: 120, h: 17 };
  return { box, size: 11, weight: 500, leading: 17, centred: true };
}
