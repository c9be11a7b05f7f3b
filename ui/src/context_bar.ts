// The bar at the selection: which actions it holds for what is selected, and where it stands: above
// the thing or below it, wholly on the stage, never over it.

import { actions, type Action } from './actions.ts';
import type { App } from './app.ts';
import type { Rect } from './contract.ts';
import { bottom, clamp, overlaps, type Point } from './geometry/rect.ts';

/** Room for the handles and arrows at a step. */
const GAP = 30;
const EDGE = 8;
/** The palette floats over the lower edge. */
const PALETTE = 64;

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
const ON_FLOW = ['map.wait', 'map.pain', 'room.idea', 'map.ownWay', 'edit.delete'];
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

/** The boxes of the other steps in sight, on the stage. */
export function othersInSight({ mirror, view, camera }: App): Rect[] {
  return mirror.scene
    .query(camera.inSight())
    .filter(({ key }) => key.part === 'step' && !view.selection.has(key.id))
    .map(({ bounds }) => camera.rectToClient(bounds));
}

/**
 * The bar's corner: above the thing, below or beside it, where it covers least of the others; nothing
 * where it has no place or the thing is out of sight.
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
  const [above, below] = [box.y - GAP - size.h, bottom(box) + GAP];
  const rows = [above, below].filter((y) => y >= EDGE && y + size.h <= height - PALETTE);
  const columns = [middle - size.w / 2, middle - size.w + box.w / 2, middle - box.w / 2];
  const places: Point[] = rows.flatMap((y) =>
    columns.map((column) => ({ x: clamp(column, least, most), y })),
  );
  const level = clamp(box.y + box.h / 2 - size.h / 2, EDGE, height - PALETTE - size.h);
  for (const x of [box.x + box.w + GAP, box.x - GAP - size.w]) {
    if (x >= least && x <= most) places.push({ x, y: level });
  }
  let best: { covers: number; at: Point } | null = null;
  for (const at of places) {
    const covers = others.filter((it) => overlaps(it, { ...at, ...size })).length;
    if (covers === 0) return at;
    if (best === null || covers < best.covers) best = { covers, at };
  }
  return best?.at ?? null;
}
