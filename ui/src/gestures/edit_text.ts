// Editing a name in place: a text field over the step with the same font, size and wrapping. Enter
// and Escape both end it and keep what was typed, Tab goes on to the next step; undo takes it back.

import type { App } from '../app.ts';
import type { Group, Rect, RecordId } from '../contract.ts';
import { bodyOf, isDiamond } from '../geometry/hit.ts';
import { grow } from './grow.ts';
import { words } from '../words.ts';

/** Room between the edge of a step and its text, as the scene draws it. */
const PAD = 12;
/** A field is never smaller on the screen than this zoom makes it, so that one can read it. */
const LEAST_ZOOM = 0.75;

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
    if (typed !== old && typed !== '') void app.apply({ do: 'rename', id: record, name: typed });
  };

  const begin = () => {
    const wanted = app.view.editing;
    if (wanted?.id === id) return;
    end();
    if (!wanted || app.readOnly || !spotOf(app, wanted.id)) return;
    id = wanted.id;
    const name = nameOf(app, id);
    field = makeField(name, wanted.typed);
    field.addEventListener('input', lay);
    field.addEventListener('blur', end);
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      const ends = event.key === 'Escape' || event.key === 'Tab';
      if (!ends && !(event.key === 'Enter' && !event.shiftKey)) return;
      event.preventDefault();
      const here = id;
      end();
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

/** Tab goes on to the next step; nothing follows an end. */
function canGrow(app: App, id: RecordId | null): boolean {
  const step = app.mirror.step(id ?? -1);
  return step !== undefined && step.shape !== 'end';
}

function makeField(name: string, typed: string | null): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.className = 'in-place';
  field.dataset.widget = 'text';
  field.dataset.before = name;
  field.rows = 1;
  field.spellcheck = false;
  field.setAttribute('aria-label', words.editing(name || words.unnamed));
  field.value = typed ?? name;
  return field;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function nameOf(app: App, id: RecordId): string {
  const lane = app.mirror.lane(id);
  const connector = app.mirror.find('connector', id);
  const stage = app.mirror.find('stage', id)?.name;
  if (stage !== undefined) return stage;
  const team = app.mirror.team(lane?.team ?? null);
  return app.mirror.step(id)?.name ?? team?.name ?? connector?.label ?? '';
}

/** How many lines a name is drawn in: the lines in the type of its first. */
function linesOf(group: Group): number {
  const texts = group.shapes.flatMap((shape) => (shape.as === 'text' ? [shape.style] : []));
  const [first] = texts;
  return texts.filter((it) => it.size === first?.size && it.weight === first.weight).length;
}

/** Where the text of a record stands, in the scene. */
function spotOf(app: App, id: RecordId): Spot | null {
  const { mirror, camera } = app;
  const head = mirror.lane(id) && mirror.scene.get('laneHead', id);
  if (head) {
    const x = (PAD * camera.headZoom - camera.x) / camera.k;
    const y = head.bounds.y + (10 * camera.headZoom) / camera.k;
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
  if (!group) return lineSpot(app, id);
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

/** Where the label of a connector is written: over the middle of its line. */
function lineSpot({ mirror }: App, id: RecordId): Spot | null {
  const line = (mirror.scene.get('connector', id) ?? mirror.scene.get('crossing', id))?.line ?? [];
  const at = Math.max(1, Math.floor(line.length / 2));
  const [a, b] = [line[at - 1], line[at]];
  if (!a || !b) return null;
  const box = { x: (a[0] + b[0]) / 2 - 60, y: (a[1] + b[1]) / 2 - 9, w: 120, h: 17 };
  return { box, size: 11, weight: 500, leading: 17, centred: true };
}
