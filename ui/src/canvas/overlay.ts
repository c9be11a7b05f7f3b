// The marks over the map that are the view's own: selection, hover, what can be taken hold of, snap
// guides, marquee, the ghost of a new step, a lane head on its way, the lanes that fade.

import type { App } from '../app.ts';
import type { Group, LaneBand, Part, Rect, RecordId, StepId, Token } from '../contract.ts';
import { bodyOf, isDiamond } from '../geometry/hit.ts';
import { boxAt } from '../geometry/place.ts';
import { between, bottom, clamp, common, grown, holds, overlaps, type Point, right, shifted } from '../geometry/rect.ts';
import { type Glide, laneOff, seenNow } from './glide.ts';
import { paintGrips, paintLocks, paintPlus } from './grips.ts';
import { paintNote } from './note.ts';
import { paintHead } from './heads.ts';
import { addStep, diamond, ghost, stroke } from './marks.ts';
import type { Painter } from './paint.ts';

/** What reaches beyond its box, outlines and arrows, does so by no more, in CSS pixels. */
const LITTLE_PX = 12;

/** How much of the overlay is painted. */
export interface Extent {
  /**
   * What lies outside it, in points of the scene, need not be painted. It is not, though it would be
   * clipped: a browser may show all anew that is drawn on, clipped or not.
   */
  part: Rect;
  /** While the map glides, the selection is marked where it is seen. */
  glide: Glide | null;
  /** What is marked already. */
  isMarked: (id: RecordId) => boolean;
}

export function paintOverlay(painter: Painter, app: App, ratio: number, { part, glide, isMarked }: Extent): void {
  const { draft, view } = app;
  const { picture } = draft;
  if (view.spotlight !== null) fade(painter, app, view.spotlight, glide !== null);
  const marked = [...view.selection].filter((id) => !isMarked(id));
  const isLane = (id: RecordId) => app.mirror.lane(id) !== undefined;
  for (const id of marked) if (isLane(id)) selected(painter, app, id, part, glide);
  const still = !draft.active && !view.editing && !glide;
  const [hovered, target] = [view.hovered, picture.target];
  const things = marked.filter((id) => !isLane(id));
  const any = [...view.selection].some((id) => !isLane(id)) || hovered !== null || target !== null;
  // What has passed under the heads of the lanes is not marked on them.
  if (any) {
    besideHeads(painter, app, () => {
      for (const id of things) selected(painter, app, id, part, glide);
      if (hovered !== null && !view.selection.has(hovered)) marking(painter, app, hovered, part, 'muted', 1);
      if (target !== null) marking(painter, app, target, part, draft.refusal ? 'trouble' : 'accent', 2);
      paintLocks(painter, app);
      if (still) paintGrips(painter, app);
    });
  }
  if (view.pointedOut.length > 0) pointedOut(painter, app, part);
  if (still) paintPlus(painter, app);
  if (picture.ghost && !draft.drawn) ghost(painter, picture.ghost.box, picture.ghost.shape);
  for (const { group, box } of picture.copies) {
    const body = bodyOf(group);
    const [dx, dy] = [box.x - body.x, box.y - body.y];
    painter.group(group, dx, dy);
    outline(painter, group, { dx, dy }, 'accent', 2, app.camera.k);
  }
  if (picture.wire && !draft.drawn) wire(painter, app);
  if (picture.marquee) marquee(painter, picture.marquee, app.camera.k);
  if (picture.lane) laneOnItsWay(painter, app, ratio);
  if (draft.active) paintNote(painter, app, ratio, part);
  painter.context.globalAlpha = 1;
}

/** What lies under the things a gesture has hold of: the lane they fall into, where they land. */
export function paintUnder(painter: Painter, app: App, part: Rect): void {
  litLane(painter, app, part);
  guides(painter, app, part);
  const { context } = painter;
  const lanes = app.draft.drawn?.lanes ?? app.mirror.lanes;
  const near = grown(part, LITTLE_PX / app.camera.k);
  const { landing } = app.draft.picture;
  if (landing.length === 0) return;
  context.beginPath();
  for (const { shape, lane, place, size } of landing) {
    const box = boxAt(lanes, { lane, place }, size);
    if (overlaps(box, near)) addStep(context, box, shape);
  }
  painter.ink({ token: 'accent', alpha: 0.08 });
  context.fill();
  stroke(painter, 'accent', 1 / app.camera.k, 0.45);
}

/** A record that stands at its drawn place, or where a gesture has moved it. */
function outlines(
  painter: Painter,
  app: App,
  id: RecordId,
  part: Rect,
  token: Token,
  width: number,
  glide: Glide | null = null,
): void {
  const { mirror, draft, camera } = app;
  const { grabbed, dx, dy } = draft.picture;
  const drawn = grabbed.has(id) ? [] : (draft.drawn?.groups ?? []).filter((group) => group.key.id === id);
  // A line that would hand off no longer is another part: the one it was is gone.
  const gone = grabbed.has(id) ? [] : (draft.drawn?.removed ?? []).filter((key) => key.id === id);
  const drafted = new Set([...drawn.map((group) => group.key), ...gone].map((key) => key.part));
  const still = mirror.drawnOf(id).filter((group) => !drafted.has(group.key.part));
  const near = grown(part, LITTLE_PX / camera.k);
  for (const group of [...still, ...drawn]) {
    const seen = grabbed.has(id) ? { group, dx, dy } : seenNow(glide, group);
    if (!overlaps(shifted(seen.group.bounds, seen.dx, seen.dy), near)) continue;
    outline(painter, seen.group, seen, token, width, camera.k);
  }
}

/** A step that is selected, at its place. */
export function paintSelected(painter: Painter, group: Group, k: number): void {
  outline(painter, group, { dx: 0, dy: 0 }, 'accent', 2, k);
}

/** Lines are so wide in CSS pixels. */
function outline(
  painter: Painter,
  group: Group,
  moved: { dx: number; dy: number },
  token: Token,
  widthPx: number,
  k: number,
): void {
  const { context } = painter;
  const [gap, width] = [1 / k, widthPx / k];
  const box = grown(shifted(bodyOf(group), moved.dx, moved.dy), gap);
  context.beginPath();
  switch (group.key.part) {
    case 'connector':
    case 'crossing':
      trace(painter, group);
      return stroke(painter, token, width * 3.5, 0.3);
    case 'handoff':
      context.roundRect(box.x, box.y, box.w, box.h, box.h / 2);
      break;
    case 'label':
    case 'laneHead':
      return;
    default:
      if (isDiamond(group)) diamond(context, box);
      else if (box.w === box.h) context.arc(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, 0, 7);
      else context.roundRect(box.x, box.y, box.w, box.h, 8);
  }
  stroke(painter, token, width);
}

/** What something beside the map speaks of is marked as if selected; the heads lie over it. */
function pointedOut(painter: Painter, app: App, part: Rect): void {
  besideHeads(painter, app, () => {
    for (const id of app.view.pointedOut) selected(painter, app, id, part);
  });
}

/** Paints on the ground alone, and not on the heads of the lanes. */
function besideHeads({ context }: Painter, { camera }: App, paint: () => void): void {
  context.save();
  context.beginPath();
  const [left, top] = [(camera.head - camera.x) / camera.k, -camera.y / camera.k];
  context.rect(left, top, (camera.width - camera.head) / camera.k, camera.height / camera.k);
  context.clip();
  paint();
  context.restore();
}

function selected(painter: Painter, app: App, id: RecordId, part: Rect, glide: Glide | null = null): void {
  const lanes = app.draft.drawn?.lanes ?? app.mirror.lanes;
  const band = lanes.find((it) => it.team === id || it.lane === id);
  if (band) {
    const { dy, dh } = laneOff(glide, band.lane);
    return laneSelected(painter, app, { ...band, top: band.top + dy, height: band.height + dh });
  }
  // A connector and its handoff are one thing to the eye; the pill lies over the line.
  const handoff = app.mirror.find('handoff', id);
  const connector = app.mirror.find('connector', handoff?.connector ?? id);
  if (!connector) return marking(painter, app, id, part, 'accent', 2, glide);
  const pill = app.mirror.handoffAt(connector);
  marking(painter, app, connector.id, part, 'accent', 2, glide);
  if (pill) marking(painter, app, pill.id, part, 'accent', 2, glide);
}

/** What lies over the mark of a thing: the pill of a line, and what the room said of it. */
const OVER_MARK: readonly Part[] = ['handoff', 'note', 'idea', 'painPoint'];

/** Marks a thing that is pointed at or selected. */
function marking(
  painter: Painter,
  app: App,
  id: RecordId,
  part: Rect,
  token: Token,
  width: number,
  glide: Glide | null = null,
): void {
  outlines(painter, app, id, part, token, width, glide);
  const { mirror, draft } = app;
  const connector = mirror.find('connector', id);
  const { grabbed, dx, dy } = draft.picture;
  const over = (of: Part, on: RecordId) => {
    const isOf = (key: Group['key']) => key.part === of && key.id === on;
    if (draft.drawn?.removed.some(isOf)) return;
    const group = draft.drawn?.groups.find(({ key }) => isOf(key)) ?? mirror.scene.get(of, on);
    if (!group) return;
    const seen = grabbed.has(on) ? { group, dx, dy } : seenNow(glide, group);
    if (overlaps(shifted(seen.group.bounds, seen.dx, seen.dy), part)) painter.group(seen.group, seen.dx, seen.dy);
  };
  const pill = connector && mirror.handoffAt(connector);
  for (const of of OVER_MARK) {
    if (of !== 'handoff') over(of, id);
    if (pill) over(of, pill.id);
  }
}

function laneSelected(painter: Painter, app: App, band: LaneBand): void {
  const { camera } = app;
  const { context } = painter;
  context.beginPath();
  const inset = 1.5 / camera.k;
  const left = -camera.x / camera.k + inset;
  context.rect(left, band.top + inset, camera.head / camera.k - 2 * inset, band.height - 2 * inset);
  stroke(painter, 'accent', 2 / camera.k);
}

function trace(painter: Painter, group: Group): void {
  group.line.forEach(([x, y], at) =>
    at === 0 ? painter.context.moveTo(x, y) : painter.context.lineTo(x, y),
  );
}

function litLane(painter: Painter, app: App, part: Rect): void {
  const { mirror, draft, camera } = app;
  const lanes = draft.drawn?.lanes ?? mirror.lanes;
  const band = lanes.find((it) => it.lane === draft.picture.lit);
  if (!band) return;
  const sight = camera.inSight();
  const lit = common({ x: sight.x, y: band.top, w: sight.w, h: band.height }, part);
  if (!lit) return;
  painter.ink({ token: 'accent', alpha: 0.07 });
  painter.context.fillRect(lit.x, lit.y, lit.w, lit.h);
  const edge = common({ ...lit, x: sight.x, w: 4 / camera.k }, part);
  if (!edge) return;
  painter.ink({ token: 'accent', alpha: 1 });
  painter.context.fillRect(edge.x, edge.y, edge.w, edge.h);
}

/** Every lane but one fades, heads and all. */
function fade(painter: Painter, app: App, one: LaneBand['lane'], isMoving: boolean): void {
  const sight = app.camera.inSight();
  painter.ink({ token: 'paper', alpha: 0.76 });
  for (const { lane, top, height } of app.draft.drawn?.lanes ?? app.mirror.lanes) {
    if (lane !== one) painter.context.fillRect(sight.x, top, sight.w, height);
  }
  const band = app.mirror.band(one);
  if (!band || app.draft.active || isMoving) return;
  // What passes into the lane and out of it is whole, wherever it stands.
  const { mirror } = app;
  const isIn = (step: StepId) => mirror.step(step)?.lane === one;
  const near = mirror.scene.query(sight);
  const passing = near.flatMap(({ key }) => {
    const handoff = key.part === 'handoff' ? mirror.find('handoff', key.id) : undefined;
    const connector = handoff && mirror.find('connector', handoff.connector);
    return handoff && connector && (isIn(connector.from) || isIn(connector.to)) ? [handoff] : [];
  });
  const [lines, pills] = [new Set(passing.map((it) => it.connector)), new Set(passing.map((it) => it.id))];
  besideHeads(painter, app, () => {
    const paint = (of: readonly Part[], ids: ReadonlySet<number>) => {
      for (const group of near) if (of.includes(group.key.part) && ids.has(group.key.id)) painter.group(group);
    };
    paint(['connector', 'crossing'], lines);
    paint(['handoff', 'painPoint'], pills);
  });
}

function wire(painter: Painter, app: App): void {
  const line = app.draft.picture.wire;
  if (!line) return;
  const { context } = painter;
  context.beginPath();
  context.moveTo(line.from.x, line.from.y);
  context.lineTo(line.to.x, line.to.y);
  stroke(painter, app.draft.refusal ? 'trouble' : 'accent', 1.5 / app.camera.k);
}

function guides(painter: Painter, app: App, part: Rect): void {
  const { context } = painter;
  const bar = 4 / app.camera.k;
  const near = grown(part, LITTLE_PX / app.camera.k);
  const nearest = ({ x, y }: Point): Point => ({ x: clamp(x, near.x, right(near)), y: clamp(y, near.y, bottom(near)) });
  for (const { from, to, gap } of app.draft.picture.guides) {
    if (!overlaps(grown(between(from, to), bar), near)) continue;
    const [first, last] = [nearest(from), nearest(to)];
    context.beginPath();
    context.moveTo(first.x, first.y);
    context.lineTo(last.x, last.y);
    const [across, down] = from.y === to.y ? [0, bar] : [bar, 0];
    for (const end of gap ? [from, to].filter((it) => holds(near, it)) : []) {
      context.moveTo(end.x - across, end.y - down);
      context.lineTo(end.x + across, end.y + down);
    }
    stroke(painter, 'accent', 1 / app.camera.k, 0.7);
  }
}

function marquee(painter: Painter, box: Rect, k: number): void {
  const { context } = painter;
  context.beginPath();
  context.rect(box.x, box.y, box.w, box.h);
  painter.ink({ token: 'accent', alpha: 0.08 });
  context.fill();
  stroke(painter, 'accent', 1 / k);
}

function laneOnItsWay(painter: Painter, app: App, ratio: number): void {
  const { mirror, camera, draft } = app;
  const moving = draft.picture.lane;
  const band = moving && mirror.band(moving.id);
  const ground = moving && mirror.scene.get('lane', moving.id);
  const head = moving && mirror.scene.get('laneHead', moving.id);
  if (!moving || !band || !ground || !head) return;
  const { context } = painter;
  const sight = camera.inSight();
  const last = mirror.lanes.at(-1);
  const line = mirror.lanes[moving.slot]?.top ?? (last ? last.top + last.height : 0);
  painter.ink({ token: 'accent', alpha: 1 });
  context.fillRect(sight.x, line - 1.5 / camera.k, sight.w, 3 / camera.k);
  paintHead(painter, app, { band, ground, head }, ratio, moving.dy);
  painter.place(camera.k, camera.x, camera.y, ratio);
  laneSelected(painter, app, { ...band, top: band.top + moving.dy });
}
