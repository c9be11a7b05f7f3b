// How the map gets from what was seen to what is, after an edit that moved things: for a moment each
// of them is on its way. Only the picture is: what can be pressed and read aloud is there at once. Pure.

import type { Group, LaneBand, LaneId, Rect, Shape, Stroke } from '../contract.ts';
import { lengthOf, type Line, pointAt } from '../geometry/along.ts';
import { isLine, isStage } from '../geometry/parts.ts';
import { centre, overlaps, type Point } from '../geometry/rect.ts';
import { keyText, type Queried, type SceneIndex } from '../geometry/scene_index.ts';
import type { Live } from './live.ts';

/** How long things are on their way. */
export const GLIDE_MS = 240;
/** What moves no further than this, in points, is there at once. */
const LEAST = 2;
/** With more on its way than this, arriving at once is calmer. */
const MOST = 4000;
/** Two lines with other corners meet at so many points between. */
const CORNERS = 16;

/** One thing on its way: where it is now, and how far off it was seen. */
interface Leg {
  to: Group;
  dx: number;
  dy: number;
  /** The line as it was seen, if it is one. */
  line: Line | null;
}

/** A lane on its way: how far off its top was, and its height. */
interface Shift {
  dy: number;
  dh: number;
}

export interface Course {
  legs: ReadonlyMap<string, Leg>;
  lanes: ReadonlyMap<LaneId, Shift>;
}

/** A course, and how much of it is left: 1 at its beginning, 0 at its end. */
export interface Glide {
  course: Course;
  left: number;
}

/** How far off a lane is now. */
export function laneOff(glide: Glide | null, lane: LaneId): Shift {
  const { dy, dh } = glide?.course.lanes.get(lane) ?? { dy: 0, dh: 0 };
  const left = glide?.left ?? 0;
  return { dy: dy * left, dh: dh * left };
}

/** A thing as it is seen now. */
export function seenNow(glide: Glide | null, group: Group): Live {
  const leg = glide?.course.legs.get(keyText(group.key));
  return glide && leg ? onWay(leg, glide.left) : { group, dx: 0, dy: 0 };
}

/** What moved between what was seen and the scene as it is; nothing where nothing did. */
export function courseOf(
  seen: readonly Live[],
  before: readonly LaneBand[],
  scene: SceneIndex,
  after: readonly LaneBand[],
): Course | null {
  const legs = seen.flatMap((it): [string, Leg][] => {
    const leg = legOf(it, scene);
    return leg ? [[keyText(leg.to.key), leg]] : [];
  });
  const lanes = new Map(after.flatMap((band) => shiftsOf(band, before)));
  const moved = legs.some(([, { line, dx, dy }]) => !line && Math.max(Math.abs(dx), Math.abs(dy)) > LEAST);
  if ((!moved && lanes.size === 0) || legs.length > MOST) return null;
  return { legs: new Map(legs), lanes };
}

function legOf({ group, dx, dy }: Live, scene: SceneIndex): Leg | null {
  const { part, id } = group.key;
  const to = scene.get(part, id);
  if (!to || part === 'lane' || part === 'laneHead') return null;
  const [was, is] = [centre(group.bounds), centre(to.bounds)];
  const line = isLine(part) ? group.line.map(([x, y]): Line[number] => [x + dx, y + dy]) : null;
  return { to, dx: was.x + dx - is.x, dy: was.y + dy - is.y, line };
}

function shiftsOf(band: LaneBand, before: readonly LaneBand[]): [LaneId, Shift][] {
  const was = before.find((it) => it.lane === band.lane);
  if (!was || (was.top === band.top && was.height === band.height)) return [];
  return [[band.lane, { dy: was.top - band.top, dh: was.height - band.height }]];
}

/** What is left of the way when so much of the time is over: fast at first, then slower. */
export const leftAt = (part: number): number => (1 - Math.min(1, Math.max(0, part))) ** 3;

/** The things on their way that are in sight, in painting order as far as lines go under the rest. */
export function onTheirWay({ legs }: Course, left: number, sight: Rect): Live[] {
  const seen = [...legs.values()].flatMap((leg): Live[] => {
    const now = onWay(leg, left);
    const { x, y, w, h } = leg.to.bounds;
    // The border of a stage runs down the whole map.
    const reaches = leg.line || isStage(leg.to.key.part);
    return reaches || overlaps({ x: x + now.dx, y: y + now.dy, w, h }, sight) ? [now] : [];
  });
  return seen.sort((a, b) => Number(isLine(b.group.key.part)) - Number(isLine(a.group.key.part)));
}

function onWay({ to, dx, dy, line }: Leg, left: number): Live {
  if (line) return { group: lineBetween(to, line, left), dx: 0, dy: 0 };
  return { group: to, dx: dx * left, dy: dy * left };
}

/** The map with its lanes on their way. */
export function lanesBetween({ lanes }: Course, left: number, scene: SceneIndex): Queried {
  const groups = [...lanes].flatMap(([lane, { dy, dh }]) => {
    const group = scene.get('lane', lane);
    return group ? [laneBetween(group, dy * left, dh * left)] : [];
  });
  return scene.with(groups, []);
}

/** A lane is a band and the thin line under it. */
function laneBetween(group: Group, dy: number, dh: number): Group {
  const { x, y, w, h } = group.bounds;
  const shapes = group.shapes.map((shape): Shape => {
    if (shape.as !== 'rect') return shape;
    const { rect } = shape;
    const band = rect.h >= h;
    return { ...shape, rect: { ...rect, y: rect.y + dy + (band ? 0 : dh), h: rect.h + (band ? dh : 0) } };
  });
  return { ...group, bounds: { x, y: y + dy, w, h: h + dh }, shapes };
}

/** A line on its way keeps its colour and its head; its hops come back when it is there. */
function lineBetween(to: Group, from: Line, left: number): Group {
  const line = between(from, to.line, left);
  const [first, ...rest] = line;
  const end = line.at(-1);
  const tip = to.line.at(-1);
  if (!first || !end || !tip) return to;
  const stroke = to.shapes.map(strokeOf).find((it) => it !== null) ?? null;
  const path: Shape = {
    as: 'path',
    segments: [{ M: [first[0], first[1]] }, ...rest.map(([x, y]) => ({ L: [x, y] as [number, number] }))],
    fill: null,
    stroke,
  };
  const by = { x: end[0] - tip[0], y: end[1] - tip[1] };
  const heads = to.shapes.filter((it) => strokeOf(it) === null).map((it) => movedPath(it, by));
  return { ...to, line: line.map(([x, y]): [number, number] => [x, y]), shapes: [path, ...heads] };
}

const strokeOf = (shape: Shape): Stroke | null => (shape.as === 'path' ? shape.stroke : null);

function movedPath(shape: Shape, { x, y }: Point): Shape {
  if (shape.as !== 'path') return shape;
  const segments = shape.segments.map((it) => {
    if (it === 'Z') return it;
    if ('M' in it) return { M: [it.M[0] + x, it.M[1] + y] as [number, number] };
    if ('L' in it) return { L: [it.L[0] + x, it.L[1] + y] as [number, number] };
    const [a, b, c, d, e, f] = it.C;
    return { C: [a + x, b + y, c + x, d + y, e + x, f + y] as typeof it.C };
  });
  return { ...shape, segments };
}

function between(from: Line, to: Line, left: number): Line {
  const same = from.length === to.length;
  const [a, b] = same ? [from, to] : [spread(from), spread(to)];
  return b.map(([x, y], at): Line[number] => {
    const [fx, fy] = a[at] ?? [x, y];
    return [x + (fx - x) * left, y + (fy - y) * left];
  });
}

/** As many points along a line, whatever its corners are. */
function spread(line: Line): Line {
  const length = lengthOf(line);
  return Array.from({ length: CORNERS }, (_, at): Line[number] => {
    const { x, y } = pointAt(line, (length * at) / (CORNERS - 1));
    return [x, y];
  });
}
