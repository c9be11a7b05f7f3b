// The handles on a selected connector: one at each end, to attach that end elsewhere; one on each
// bend and in the middle of each straight piece, to lead the line by hand, which any other spot of it does too.

import type { App } from '../app.ts';
import type { Bend, Connector } from '../contract.ts';
import { alongLine, lengthOf, type Line } from '../geometry/along.ts';
import { clamp, distance, grown, holds, type Point } from '../geometry/rect.ts';

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
/** Corners and the bends on them lie on whole points; a corner is rounded to so much. */
const NEARLY = 1;

export interface LineHandle extends Point {
  connector: Connector;
  /** Which end, or which bend; `new` bends are put in before the one with that number. */
  what: { is: 'end'; end: 'from' | 'to' } | { is: 'bend'; at: number; isNew: boolean } | Piece;
}

/** A straight piece between two corners, which moves sideways; the bends on it are gone then. */
export interface Piece {
  is: 'piece';
  corners: [Point, Point];
  /** The corners before and after it that are to stay, for else the line would find another way there. */
  before: Point[];
  after: Point[];
  /** The number of the first bend that it replaces, and how many. */
  at: number;
  count: number;
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
  const line = connector ? lineOf(app, connector) : [];
  const long = lengthOf(line) * app.camera.k;
  if (!connector || line.length < 2 || long < LEAST_LINE_PX) return [];
  if (long < LEAST_LED_PX && connector.bends.length === 0) return ends(app, connector, line);
  const bends = bendsOf(app, connector);
  return [
    ...ends(app, connector, line),
    ...bends.map((bend, at): LineHandle => {
      return { ...bend, connector, what: { is: 'bend', at, isNew: false } };
    }),
    ...middles(app, connector, line, bends),
  ];
}

function lineOf({ mirror: { scene } }: App, { id }: Connector): Line {
  return (scene.get('crossing', id) ?? scene.get('connector', id))?.line ?? [];
}

/** What a drag of a line at a point of it takes hold of: the straight piece there, or at its first and
 * last one a new bend. */
export function pieceAt(app: App, connector: Connector, p: Point): LineHandle | null {
  const line = lineOf(app, connector);
  const far = line.slice(1).map((_, at) => apart(p, line[at]!, line[at + 1]!));
  const index = far.indexOf(Math.min(...far)) + 1;
  if (index === 0) return null;
  return { ...p, connector, what: led(line, index, p, bendsOf(app, connector)) };
}

/** How far a point is from a straight piece. */
function apart(p: Point, a: readonly [number, number], b: readonly [number, number]): number {
  const nearest = (at: number, one: number, other: number) => clamp(at, Math.min(one, other), Math.max(one, other));
  return distance(p, { x: nearest(p.x, a[0], b[0]), y: nearest(p.y, a[1], b[1]) });
}

const bendsOf = (app: App, { bends }: Connector): Point[] => bends.map((bend) => pointOf(app, bend));

/** What is led by the piece before the corner with this number. */
function led(line: Line, index: number, here: Point, bends: readonly Point[]): LineHandle['what'] {
  const order = bends.map((bend) => alongLine(bend, line));
  const before = (along: number) => order.filter((it) => it < along).length;
  if (index === 1 || index === line.length - 1) {
    return { is: 'bend', at: before(alongLine(here, line)), isNew: true };
  }
  const corner = ([x, y]: readonly [number, number]): Point => ({ x, y });
  const corners: Piece['corners'] = [corner(line[index - 1]!), corner(line[index]!)];
  // The piece at a step goes where the others let it.
  const [first, last] = [index > 3 ? [line[index - 2]!] : [], index < line.length - 3 ? [line[index + 1]!] : []];
  const [kept, left] = [first.map(corner), last.map(corner)];
  const at = before(alongLine(kept[0] ?? corners[0], line) - NEARLY);
  const count = before(alongLine(left[0] ?? corners[1], line) + NEARLY) - at;
  return { is: 'piece', corners, before: kept, after: left, at, count };
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
  const handles: LineHandle[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [[ax, ay], [bx, by]] = [line[index - 1]!, line[index]!];
    if (Math.hypot(bx - ax, by - ay) * k < LEAST_PX) continue;
    const spots = [0.5, 0.28, 0.72].map((t) => ({ x: ax + (bx - ax) * t, y: ay + (by - ay) * t }));
    const spot = spots.find((p) => !taken(p));
    if (!spot) continue;
    handles.push({ ...spot, connector, what: led(line, index, spot, bends) });
  }
  return handles;
}
