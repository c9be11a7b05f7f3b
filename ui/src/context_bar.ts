// The bar at the selection: which actions it holds for what is selected, and where it stands: above
// the thing or below it, wholly on the stage, never over it.

import { actions, type Action } from './actions.ts';
import type { App } from './app.ts';
import type { Rect } from './contract.ts';
import { bottom, clamp, grown, right, type Point } from './geometry/rect.ts';

/** Room for the handles and arrows at a step. */
const GAP = 30;
const EDGE = 8;
/** The palette floats over the lower edge. */
const PALETTE = 64;
/** So much further away than next to the thing it may stand. */
const FURTHER = [0, 36, 72];
/** Round the middle of a piece of a line, where it is taken hold of. */
const HANDLE = 7;

const ON_STEP = [
  'edit.text',
  'map.become.step',
  'map.become.decision',
  'map.become.start',
  'map.become.end',
  'tool.connect',
  'map.pain',
  'room.idea',
  'map.lock',
  'edit.delete',
];
const ON_FLOW = ['edit.text', 'map.wait', 'map.pain', 'room.idea', 'map.ownWay', 'edit.delete'];
const ON_LANE = [
  'edit.text',
  'map.laneUp',
  'map.laneDown',
  'map.spotlight',
  'room.note',
  'edit.delete',
];
const ON_STAGE = ['edit.text', 'room.note', 'edit.delete'];
const ON_SEVERAL = [
  'map.align.left',
  'map.align.centre',
  'map.align.top',
  'map.align.middle',
  'map.spread.x',
  'map.spread.y',
  'map.lock',
  'edit.delete',
];

/** The actions for what is selected, as far as they are there and can be done now. */
export function onBar(app: App): Action[] {
  const { mirror, view } = app;
  const kind = mirror.record(view.single ?? -1)?.kind;
  const wanted = view.selection.size > 1 ? ON_SEVERAL : (kind && BY_KIND[kind]) || [];
  return wanted.flatMap((id) => {
    const found = actions.find((it) => it.id === id);
    return found?.when(app) ? [found] : [];
  });
}

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  step: ON_STEP,
  connector: ON_FLOW,
  handoff: ON_FLOW,
  lane: ON_LANE,
  stage: ON_STAGE,
};

/** The box round what is selected, on the stage. */
export function selectedBox({ mirror, view, camera }: App): Rect | null {
  const boxes = [...view.selection].flatMap((id) => {
    const connector = mirror.find('connector', id);
    const pill = connector && mirror.handoffAt(connector);
    // A line is long; what is looked at is its pill.
    const [drawn] = [...(pill ? mirror.drawnOf(pill.id) : []), ...mirror.drawnOf(id)];
    return drawn ? [camera.rectToClient(drawn.bounds)] : [];
  });
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((it) => it.x));
  const y = Math.min(...boxes.map((it) => it.y));
  const w = Math.max(...boxes.map((it) => it.x + it.w)) - x;
  return { x, y, w, h: Math.max(...boxes.map(bottom)) - y };
}

/** What the bar should leave in sight. */
const SEEN: ReadonlySet<string> = new Set(['step', 'handoff', 'painPoint', 'label']);

/** The boxes of the other things in sight that are read, and of the handles of a selected line. */
export function othersInSight({ mirror, view, camera }: App): Rect[] {
  const read = mirror.scene
    .query(camera.inSight())
    .filter(({ key }) => SEEN.has(key.part) && !(key.part === 'step' && view.selection.has(key.id)))
    .map(({ bounds }) => camera.rectToClient(bounds));
  const id = view.single ?? -1;
  const line = mirror.find('connector', mirror.find('handoff', id)?.connector ?? id);
  const handles = (line ? mirror.drawnOf(line.id) : []).flatMap((group) =>
    group.line.slice(1).map(([x, y], at) => {
      const [px, py] = group.line[at] ?? [x, y];
      return camera.toClient({ x: (x + px) / 2, y: (y + py) / 2 });
    }),
  );
  return [...read, ...handles.map(({ x, y }) => grown({ x, y, w: 0, h: 0 }, HANDLE))];
}

/** How much of one box lies under another, in square pixels. */
function shared(a: Rect, b: Rect): number {
  const w = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const h = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/**
 * The bar's corner: above the thing, below or beside it, where it covers least of the others, and of
 * such places the nearest; nothing where it has no place or the thing is out of sight.
 */
export function barPlace(
  box: Rect,
  size: { w: number; h: number },
  stage: { width: number; height: number; head: number },
  others: readonly Rect[] = [],
): Point | null {
  const { width, height, head } = stage;
  const seen = box.x + box.w > head && box.x < width && bottom(box) > 0 && box.y < height;
  if (!seen || size.w > width - 2 * EDGE) return null;
  const most = width - size.w - EDGE;
  const least = Math.min(head + EDGE, most);
  const middle = box.x + box.w / 2;
  const rows = FURTHER.flatMap((far) => [box.y - GAP - size.h - far, bottom(box) + GAP + far]);
  const columns = [middle - size.w / 2, middle - size.w + box.w / 2, middle - box.w / 2];
  const places: Point[] = rows
    .filter((y) => y >= EDGE && y + size.h <= height - PALETTE)
    .flatMap((y) => columns.map((column) => ({ x: clamp(column, least, most), y })));
  const level = clamp(box.y + box.h / 2 - size.h / 2, EDGE, height - PALETTE - size.h);
  for (const x of [box.x + box.w + GAP, box.x - GAP - size.w]) {
    if (x >= least && x <= most) places.push({ x, y: level });
  }
  let best: { covers: number; at: Point } | null = null;
  for (const at of places) {
    const covers = others.reduce((sum, it) => sum + shared(it, { ...at, ...size }), 0);
    if (covers === 0) return at;
    if (best === null || covers < best.covers) best = { covers, at };
  }
  return best?.at ?? null;
}
