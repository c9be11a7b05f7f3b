// What of the canvas changes from one frame of a gesture to the next: where nothing does, the frame
// before is left as it is. Pure.

import type { LaneBand, Part, Rect } from '../contract.ts';
import type { Picture } from '../draft.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt } from '../geometry/place.ts';
import { between, bottom, grown, overlaps, right, shifted, union } from '../geometry/rect.ts';
import { keyText, type SceneIndex } from '../geometry/scene_index.ts';
import type { Position } from './camera.ts';
import type { Live, Touched } from './live.ts';
import { ROOM_PX } from './map.ts';

/** Lines, pills and marks are painted so far beyond their bounds, in CSS pixels: outlines, arrow heads. */
const LITTLE_PX = 12;
/** Two places this much smaller than the one round both stay two. */
const AT_MOST = 1.4;

/** Something a gesture shows: what it depends on, and where it lies, in points of the scene. */
interface Mark {
  is: readonly unknown[];
  box: Rect;
  /** Where it lies on the map as it is: seen there until a gesture touches it. */
  was?: Rect | undefined;
}
type Marked = ReadonlyMap<string, Mark>;
/** What a gesture makes of the map, which is another with each answer, and what follows the pointer. */
export interface Marks {
  map: Marked;
  moving: Marked;
}

/** What a gesture makes of the map, but for what it holds. */
export interface Made {
  live: readonly Live[];
  touched: Touched;
  scene: Pick<SceneIndex, 'get'>;
  /** The zoom. */
  k: number;
}

/** What the marks of a frame are read from. */
export interface Shown {
  picture: Picture;
  /** Whether the kernel has said how the map would be. */
  isDrawn: boolean;
  refused: boolean;
  held: readonly Live[];
  /** As `madeOf` has it. */
  map: Marked | null;
  lanes: readonly LaneBand[];
  /** Where that lies which a line would lead to. */
  target: Rect | null;
  sight: Rect;
  /** The zoom. */
  k: number;
  /** The note beside the pointer: what it says, and where. */
  note: { said: string; box: Rect } | null;
}

/** Everything that a gesture touches and does not hold; nothing where that may lie anywhere. */
export function madeOf({ live, touched, scene, k }: Made): Marked | null {
  const marks = new Map<string, Mark>();
  for (const [text, { part, id }] of touched) {
    // Its border runs down the whole map.
    if (part === 'stage') return null;
    const still = scene.get(part, id);
    const was = still && reach(part, still.bounds, k);
    if (was) marks.set(text, { is: [null], box: was, was });
  }
  for (const it of live) {
    const text = keyText(it.group.key);
    marks.set(text, { ...marked(it, k), was: marks.get(text)?.was });
  }
  return marks;
}

const marked = ({ group, dx, dy }: Live, k: number): Mark => ({
  is: [group, dx, dy],
  box: reach(group.key.part, shifted(group.bounds, dx, dy), k),
});

/** All that a gesture shows; nothing where it shows things that may lie anywhere. */
export function marksOf(shown: Shown): Marks | null {
  const { picture, held, sight, k, map } = shown;
  if (map === null || picture.lane) return null;
  const moving = new Map<string, Mark>();
  for (const it of held) moving.set(keyText(it.group.key), marked(it, k));
  const little = (name: string, box: Rect, ...more: unknown[]) => {
    moving.set(name, { is: [box.x, box.y, box.w, box.h, ...more], box: grown(box, LITTLE_PX / k) });
  };
  const band = shown.lanes.find((it) => it.lane === picture.lit);
  if (band) little('lit', { x: sight.x, y: band.top, w: sight.w, h: band.height });
  for (const { from, to, gap } of picture.guides) {
    little(`guide:${[from.x, from.y, to.x, to.y]}`, between(from, to), gap);
  }
  picture.landing.forEach(({ lane, place, size, shape }, at) => {
    little(`landing:${at}`, boxAt(shown.lanes, { lane, place }, size), shape);
  });
  markDrafted(shown, little);
  if (shown.note) little('note', shown.note.box, shown.note.said);
  return { map, moving };
}

/** What is not there yet: a new step, copies, a line, what is being chosen. */
function markDrafted(shown: Shown, little: (name: string, box: Rect, ...more: unknown[]) => void): void {
  const { picture, isDrawn, refused, target } = shown;
  const { ghost, wire, marquee } = picture;
  if (ghost) little('ghost', ghost.box, ghost.shape, isDrawn);
  picture.copies.forEach(({ group, box }, at) => {
    const body = bodyOf(group);
    little(`copy:${at}`, shifted(group.bounds, box.x - body.x, box.y - body.y), group);
  });
  if (wire) {
    const { from, to } = wire;
    little('wire', between(from, to), from.x < to.x === from.y < to.y, isDrawn, refused);
  }
  if (marquee) little('marquee', marquee);
  if (target) little('target', target, picture.target, refused);
}

/** How far something is painted. */
function reach(part: Part, bounds: Rect, k: number): Rect {
  return grown(bounds, (part === 'step' ? ROOM_PX : LITTLE_PX) / k);
}

/** Rectangles, none of which reaches into another. */
export type Parts = readonly Rect[];

/** Where two frames differ within what is in sight. */
export function changedBetween(before: Marks, after: Marks, sight: Rect): Parts {
  const parts: Rect[] = [];
  const add = (box: Rect) => {
    if (overlaps(box, sight)) join(parts, box);
  };
  for (const of of ['map', 'moving'] as const) if (before[of] !== after[of]) differing(before[of], after[of], add);
  return parts;
}

function differing(before: Marked, after: Marked, add: (box: Rect) => void): void {
  for (const [key, mark] of after) {
    const old = before.get(key);
    if (old?.is.every((it, at) => it === mark.is[at])) continue;
    add(mark.box);
    const under = old ? old.box : mark.was;
    if (under) add(under);
  }
  for (const [key, { box }] of before) if (!after.has(key)) add(box);
}

/** Adds a rectangle; those that reach into one another, or nearly fill the one round both, become one. */
function join(parts: Rect[], box: Rect): void {
  let whole = box;
  for (let at = 0; at < parts.length; at += 1) {
    const other = parts[at]!;
    const both = union(whole, other);
    if (!overlaps(whole, other) && area(both) > AT_MOST * (area(whole) + area(other))) continue;
    whole = both;
    parts.splice(at, 1);
    // It may have grown into one that it was clear of.
    at = -1;
  }
  parts.push(whole);
}

const area = ({ w, h }: Rect): number => w * h;

/** The pixels of the canvas that a part takes, whole ones. */
export function pixelsOf(part: Rect, { x, y, k }: Position, ratio: number): Rect {
  const [west, north] = [Math.floor((part.x * k + x) * ratio), Math.floor((part.y * k + y) * ratio)];
  const [east, south] = [
    Math.ceil((right(part) * k + x) * ratio),
    Math.ceil((bottom(part) * k + y) * ratio),
  ];
  return { x: west, y: north, w: east - west, h: south - north };
}
