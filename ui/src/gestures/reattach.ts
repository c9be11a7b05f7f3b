// Attaching an end of a connector to another step, and leading its line by hand. What was agreed on
// the connector stays; Escape leaves it where it was.

import type { App } from '../app.ts';
import type { Bend, Command, Connector } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { laneAt } from '../geometry/place.ts';
import { between, centre, grown, type Point } from '../geometry/rect.ts';
import { type At, drop, type Gesture, preview, settle, unpreview } from './gesture.ts';
import { type LineHandle, type Piece, pieceAt, pointOf } from './line_handles.ts';
import { stepUnder } from './under.ts';

/** How far a bend is drawn into line with what is before and after it, in pixels. */
const SNAP_PX = 7;

/** The gesture that a drag of this handle is. */
export function pullLine(app: App, { connector, what }: LineHandle): Gesture {
  if (what.is === 'end') return reattach(app, connector, what.end);
  if (what.is === 'piece') return slide(app, connector, what);
  return bend(app, connector, what.at, what.isNew);
}

/** The gesture that a drag of a line at this point of it is. */
export function pullPiece(app: App, connector: Connector, at: Point): Gesture | null {
  const handle = pieceAt(app, connector, at);
  return handle && pullLine(app, handle);
}

/** A straight piece moves sideways, and what is before and after it stretches. */
function slide(app: App, connector: Connector, { corners, before, after, at, count }: Piece): Gesture {
  const [a, b] = corners;
  const upright = Math.abs(a.x - b.x) < Math.abs(a.y - b.y);
  const others = [...corners, ...endsOf(app, connector)];
  let command: Command | null = null;
  const follow = (to: At) => {
    const p = to.free ? to.scene : lined(to.scene, others, SNAP_PX / app.camera.k);
    const led = corners.map((it) => (upright ? { x: p.x, y: it.y } : { x: it.x, y: p.y }));
    const put = [...before, ...led, ...after].flatMap((it) => bendAt(app, it) ?? []);
    if (put.length < led.length) return;
    app.draft.show({ target: connector.id }, to.client);
    const moved = upright ? p.x !== a.x : p.y !== a.y;
    command = moved ? bent(connector, connector.bends.toSpliced(at, count, ...put)) : null;
    if (command) preview(app, command);
    else unpreview(app);
  };
  return ending(app, follow, () => command);
}

function endsOf({ mirror: { scene } }: App, { from, to }: Connector): Point[] {
  const groups = [scene.get('step', from), scene.get('step', to)];
  return groups.flatMap((group) => (group ? [centre(bodyOf(group))] : []));
}

function reattach(app: App, connector: Connector, end: 'from' | 'to'): Gesture {
  const stays = end === 'from' ? connector.to : connector.from;
  const anchor = app.mirror.scene.get('step', stays);
  let command: Command | null = null;
  const follow = (to: At) => {
    const target = stepUnder(app, to);
    const wire = anchor ? { from: centre(bodyOf(anchor)), to: to.scene } : null;
    app.draft.show({ wire, target }, to.client);
    const moves = target !== null && target !== connector[end];
    const edit = moves ? ({ field: end, value: target } as const) : null;
    command = edit && { do: 'editConnector', connector: connector.id, edit };
    if (command) preview(app, command);
    else unpreview(app);
  };
  return ending(app, follow, () => command);
}

function bend(app: App, connector: Connector, at: number, isNew: boolean): Gesture {
  let command: Command | null = null;
  const neighbours = beside(app, connector, at, isNew);
  const follow = (to: At) => {
    const point = to.free ? to.scene : lined(to.scene, neighbours, SNAP_PX / app.camera.k);
    const put = bendAt(app, point);
    if (!put) return;
    app.draft.show({ target: connector.id }, to.client);
    const straight = !to.free && isStraight(app, connector, to.scene, neighbours);
    command = straight ? withoutBend(connector, isNew ? null : at) : withBend(connector, at, isNew, put);
    if (command) preview(app, command);
    else unpreview(app);
  };
  return ending(app, follow, () => command);
}

/** The bends of a connector as they are to be. */
function bent(connector: Connector, bends: Bend[]): Command {
  return { do: 'editConnector', connector: connector.id, edit: { field: 'bends', value: bends } };
}

function withBend(connector: Connector, at: number, isNew: boolean, put: Bend): Command {
  return bent(connector, connector.bends.toSpliced(at, isNew ? 0 : 1, put));
}

/** A line that loses one of its bends; nothing where it was not there yet. */
export function withoutBend(connector: Connector, at: number | null): Command | null {
  return at === null ? null : bent(connector, connector.bends.toSpliced(at, 1));
}

function ending(app: App, follow: (to: At) => void, wanted: () => Command | null): Gesture {
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      const command = wanted();
      if (!command) return drop(app);
      await settle(app, command);
    },
    cancel: () => drop(app),
  };
}

/** A point as a bend, carried by the lane it lies in. */
function bendAt(app: App, { x, y }: Point): Bend | null {
  const band = laneAt(app.mirror.lanes, y);
  if (!band) return null;
  return {
    lane: band.lane,
    place: { x: Math.max(0, Math.round(x)), y: Math.max(0, Math.round(y - band.top)) },
  };
}

/** What comes before and after a bend: other bends, or the steps at the ends. */
function beside(app: App, connector: Connector, at: number, isNew: boolean): Point[] {
  const step = (id: number): Point[] => {
    const group = app.mirror.scene.get('step', id);
    return group ? [centre(bodyOf(group))] : [];
  };
  const point = (index: number): Point[] => {
    const held = connector.bends[index];
    return held ? [pointOf(app, held)] : [];
  };
  const before = at > 0 ? point(at - 1) : step(connector.from);
  const after = at + (isNew ? 0 : 1);
  return [...before, ...(after < connector.bends.length ? point(after) : step(connector.to))];
}

/** Whether a bend would bend nothing: what is before and after it are level, it lies between them,
 * and so does nothing else. */
function isStraight(app: App, connector: Connector, p: Point, others: readonly Point[]): boolean {
  const [a, b] = others;
  // To the left of where it comes from a line goes round.
  if (!a || !b || b.x < a.x) return false;
  const reach = SNAP_PX / app.camera.k;
  const own = [connector.from, connector.to];
  const there = app.mirror.scene.query(grown(between(a, b), 1));
  if (there.some(({ key }) => key.part === 'step' && !own.includes(key.id))) return false;
  const within = (one: number, other: number, it: number) =>
    it > Math.min(one, other) && it < Math.max(one, other);
  const level = a.y === b.y && Math.abs(p.y - a.y) <= reach && within(a.x, b.x, p.x);
  const upright = a.x === b.x && Math.abs(p.x - a.x) <= reach && within(a.y, b.y, p.y);
  return level || upright;
}

/** The point, straight above or beside one of the others where it nearly is. */
function lined(p: Point, others: readonly Point[], reach: number): Point {
  const x = others.find((it) => Math.abs(it.x - p.x) <= reach)?.x ?? p.x;
  const y = others.find((it) => Math.abs(it.y - p.y) <= reach)?.y ?? p.y;
  return { x, y };
}
