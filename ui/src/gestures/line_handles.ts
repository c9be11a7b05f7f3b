// The handles on a selected connector: one at each end, to attach that end elsewhere; one on each
// bend and in the middle of each straight piece, to lead the line by hand.

import type { App } from '../app.ts';
import type { Bend, Connector } from '../contract.ts';
import { alongLine, lengthOf, type Line } from '../geometry/along.ts';
import { distance, grown, holds, type Point } from '../geometry/rect.ts';

/** End handles stand this far inside the line, clear of the handles of the step. */
const INSIDE_PX = 9;
const NEAR_PX = 8;
/** A finger is broader. */
const FINGER_PX = 16;
/** A shorter piece has no room for a handle of its own. */
const LEAST_PX = 34;
/** A shorter line has no room for any, and one up to this only for those at its ends. */
const LEAST_LINE_PX = 16;
const LEAST_LED_PX = 44;

export interface LineHandle extends Point {
  connector: Connector;
  /** Which end, or which bend; `new` bends are put in before the one with that number. */
  what: { is: 'end'; end: 'from' | 'to' } | { is: 'bend'; at: number; isNew: boolean };
}

/** The connector that is selected alone, by its line or by its handoff. */
export function selectedConnector(app: App): Connector | undefined {
  const { mirror, view } = app;
  const id = view.single ?? -1;
  return mirror.find('connector', mirror.find('handoff', id)?.connector ?? id);
}

/** Where a bend lies in the scene. */
export function pointOf(app: App, { lane, place }: Bend): Point {
  return { x: place.x, y: place.y + (app.mirror.band(lane)?.top ?? 0) };
}

export function lineHandlesOf(app: App): LineHandle[] {
  if (app.readOnly || app.view.tool !== 'select') return [];
  const connector = selectedConnector(app);
  const { scene } = app.mirror;
  const id = connector?.id ?? -1;
  const line = (scene.get('crossing', id) ?? scene.get('connector', id))?.line ?? [];
  const long = lengthOf(line) * app.camera.k;
  if (!connector || line.length < 2 || long < LEAST_LINE_PX) return [];
  if (long < LEAST_LED_PX && connector.bends.length === 0) return ends(app, connector, line);
  const bends = connector.bends.map((bend) => pointOf(app, bend));
  return [
    ...ends(app, connector, line),
    ...bends.map((bend, at): LineHandle => {
      return { ...bend, connector, what: { is: 'bend', at, isNew: false } };
    }),
    ...middles(app, connector, line, bends),
  ];
}

export function lineHandleAt(app: App, scene: Point): LineHandle | undefined {
  const near = (app.hand.finger ? FINGER_PX : NEAR_PX) / app.camera.k;
  return lineHandlesOf(app).find((handle) => distance(handle, scene) <= near);
}

function ends(app: App, connector: Connector, line: Line): LineHandle[] {
  const inside = (corner: readonly [number, number], next: readonly [number, number]): Point => {
    const [from, to] = [
      { x: corner[0], y: corner[1] },
      { x: next[0], y: next[1] },
    ];
    const far = distance(from, to);
    const by = far === 0 ? 0 : Math.min(INSIDE_PX / app.camera.k, far / 3) / far;
    return { x: from.x + (to.x - from.x) * by, y: from.y + (to.y - from.y) * by };
  };
  const [a, b] = [line[0]!, line[1]!];
  const [y, z] = [line.at(-2)!, line.at(-1)!];
  return [
    { ...inside(a, b), connector, what: { is: 'end', end: 'from' } },
    { ...inside(z, y), connector, what: { is: 'end', end: 'to' } },
  ];
}

/** One handle on each straight piece, beside the pill where that stands in the middle. */
function middles(
  app: App,
  connector: Connector,
  line: Line,
  bends: readonly Point[],
): LineHandle[] {
  const { k } = app.camera;
  const pill = app.mirror.handoffAt(connector);
  const covered = pill && app.mirror.scene.get('handoff', pill.id)?.bounds;
  const taken = (p: Point) =>
    (covered !== undefined && holds(grown(covered, 5 / k), p)) ||
    bends.some((bend) => distance(bend, p) < (2 * NEAR_PX) / k);
  const order = bends.map((bend) => alongLine(bend, line));
  const handles: LineHandle[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [[ax, ay], [bx, by]] = [line[index - 1]!, line[index]!];
    if (Math.hypot(bx - ax, by - ay) * k < LEAST_PX) continue;
    const spots = [0.5, 0.28, 0.72].map((t) => ({ x: ax + (bx - ax) * t, y: ay + (by - ay) * t }));
    const spot = spots.find((p) => !taken(p));
    if (!spot) continue;
    const here = alongLine(spot, line);
    const at = order.filter((it) => it < here).length;
    handles.push({ ...spot, connector, what: { is: 'bend', at, isNew: true } });
  }
  return handles;
}
