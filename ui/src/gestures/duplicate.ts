// Copies of what is selected: dragged away with Alt, or made below it by key. A copy that was dragged
// away or moved says where the next one goes.

import type { App } from '../app.ts';
import type {
  Command,
  Connector,
  Group,
  GroupKey,
  LaneId,
  Rect,
  Record as Recorded,
  Step,
  StepId,
} from '../contract.ts';
import { gathered } from '../clipboard/gather.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, laneAt, placeAt } from '../geometry/place.ts';
import { centre, distance, shifted, union } from '../geometry/rect.ts';
import { snap, UNSNAPPED } from '../geometry/snap.ts';
import { type At, drop, type Gesture, settle } from './gesture.ts';
import { neighbours } from './move_steps.ts';

const SNAP_PX = 6;
/** Between a first copy and what it is a copy of. */
const GAP = 32;
/** Nearer to each other than this two steps are one to the eye, in points. */
const STACKED = 12;
/** A free place is looked for so many times before Baton gives up being tidy. */
const TRIES = 60;

/** How far copies stand from what they are copies of; they may stay in its lanes, which grow. */
interface Away {
  dx: number;
  dy: number;
  stays: boolean;
}

/** Where a step stands when moved: in the lane its middle is in, or in its own, as high as it needs. */
function spotOf(app: App, step: Step, box: Rect, stays: boolean): ReturnType<typeof placeAt> {
  const own = stays ? app.mirror.band(step.lane) : undefined;
  const lanes = own ? [{ ...own, height: Number.MAX_SAFE_INTEGER }] : app.mirror.lanes;
  return placeAt(lanes, centre(box), box);
}

/** The records of these steps as they stand when moved. */
function movedTo(app: App, ids: ReadonlySet<StepId>, { dx, dy, stays }: Away): Recorded[] {
  const records = gathered(app.mirror, ids, 'here').map((record) => {
    const group = record.kind === 'step' && app.mirror.scene.get('step', record.id);
    if (record.kind !== 'step' || !group) return record;
    const spot = spotOf(app, record, shifted(bodyOf(group), dx, dy), stays);
    return spot ? { ...record, ...spot } : record;
  });
  const alike = records.every((it) => it.kind !== 'step' || it.lane === app.mirror.step(it.id)?.lane);
  return records.map((it) => (it.kind === 'connector' ? bent(it, alike, dx, dy) : it));
}

/** A line led by hand is led the same way beside it; in other lanes it finds its own. */
function bent<C extends Connector>(connector: C, alike: boolean, dx: number, dy: number): C {
  const bends = connector.bends.map(({ lane, place }) => ({
    lane,
    place: { x: Math.round(place.x + dx), y: Math.max(0, Math.round(place.y + dy)) },
  }));
  return { ...connector, bends: alike ? bends : [] };
}

function duplicating(app: App, ids: ReadonlySet<StepId>, away: Away): Command {
  const records = movedTo(app, ids, away);
  return { do: 'duplicate', state: app.mirror.state, records };
}

/** Dragging a copy away; what it is a copy of stays. */
export function duplicateSteps(app: App, steps: Iterable<StepId>, pressed: StepId, from: At): Gesture {
  const ids = new Set(steps);
  const boxes = [...ids].flatMap((id) => {
    const group = app.mirror.scene.get('step', id);
    return group ? [{ id, group, box: bodyOf(group) }] : [];
  });
  const first = boxes.find(({ id }) => id === pressed) ?? boxes[0];
  const others = neighbours(app, new Set());
  let by = { dx: 0, dy: 0 };
  const follow = (to: At) => {
    if (!first) return;
    let [dx, dy] = [to.scene.x - from.scene.x, to.scene.y - from.scene.y];
    if (to.shift) Math.abs(dx) > Math.abs(dy) ? (dy = 0) : (dx = 0);
    const free = to.free && !to.alt;
    const near = free ? UNSNAPPED : snap(shifted(first.box, dx, dy), others, SNAP_PX / app.camera.k);
    by = { dx: dx + near.dx, dy: dy + near.dy };
    const copies = boxes.flatMap(({ group, box }) => {
      const spot = placeAt(app.mirror.lanes, centre(shifted(box, by.dx, by.dy)), box);
      const size = { w: box.w, h: box.h };
      return spot ? [{ group, box: boxAt(app.mirror.lanes, spot, size) }] : [];
    });
    const lit = laneAt(app.mirror.lanes, centre(first.box).y + by.dy)?.lane ?? null;
    app.draft.show({ copies, lit, guides: near.guides }, to.client);
  };
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      if (by.dx === 0 && by.dy === 0) return drop(app);
      const patch = await settle(app, duplicating(app, ids, { ...by, stays: false }));
      if (patch) keepLast(app, [...ids], patch.made);
    },
    cancel: () => drop(app),
  };
}

/** Selects the steps that an edit made. */
export function selectMade(app: App, made: readonly number[]): StepId[] {
  const steps = made.filter((id) => app.mirror.step(id));
  if (steps.length > 0) app.view.select(steps);
  return steps;
}

/** The copies made last, and of what, to make the same again. */
const last = new WeakMap<App, { from: StepId[]; made: StepId[] }>();

/** Selects the copies, which the next ones go on from. */
function keepLast(app: App, from: StepId[], made: readonly number[]): StepId[] {
  const steps = selectMade(app, made);
  last.set(app, { from, made: steps });
  return steps;
}

export async function duplicate(app: App): Promise<void> {
  const ids = [...app.view.selection].filter((id) => app.mirror.step(id));
  if (ids.length === 0) return;
  const away = again(app, ids) ?? below(app, ids);
  const patch = await app.apply(duplicating(app, new Set(ids), away));
  if (!patch) return;
  const made = keepLast(app, ids, patch.made);
  const [group] = made.flatMap((id) => app.mirror.scene.get('step', id) ?? []);
  if (group) app.camera.reveal(group.bounds);
}

/** How far the selection stands from what it was copied from, if it was. */
function again(app: App, ids: readonly StepId[]): Away | null {
  const { mirror } = app;
  const before = last.get(app);
  if (before?.made.length !== ids.length || !ids.every((id) => before.made.includes(id))) return null;
  const { from, made } = before;
  const [a, b] = [mirror.scene.get('step', from[0] ?? -1), mirror.scene.get('step', made[0] ?? -1)];
  if (!a || !b) return null;
  const [p, q] = [centre(bodyOf(a)), centre(bodyOf(b))];
  const stays = from.every((id, at) => mirror.step(id)?.lane === mirror.step(made[at] ?? -1)?.lane);
  const away = { dx: q.x - p.x, dy: q.y - p.y, stays };
  return ids.some((id) => isTaken(app, id, away)) ? null : away;
}

/** Whether this copy would lie on a step, as one in a stack. */
function isTaken(app: App, id: StepId, { dx, dy, stays }: Away): boolean {
  const { mirror } = app;
  const [step, group] = [mirror.step(id), mirror.scene.get('step', id)];
  const body = group && bodyOf(group);
  const spot = step && body && spotOf(app, step, shifted(body, dx, dy), stays);
  if (!spot || !body) return false;
  const at = boxAt(mirror.lanes, spot, { w: body.w, h: body.h });
  const lies = (group: Group) => distance(centre(bodyOf(group)), centre(at)) < STACKED;
  return mirror.scene.query(at).some((group) => group.key.part === 'step' && lies(group));
}

/** Straight below the selection, each copy in the lane of its original, where no step stands yet. */
function below({ mirror }: App, ids: readonly StepId[]): Away {
  const boxes = ids.flatMap((id) => {
    const [step, group] = [mirror.step(id), mirror.scene.get('step', id)];
    return step && group ? [{ lane: step.lane, box: group.bounds }] : [];
  });
  const common = new Map<LaneId, Rect>();
  for (const { lane, box } of boxes) common.set(lane, union(common.get(lane) ?? box, box));
  const by = Math.max(0, ...[...common.values()].map((box) => box.h)) + GAP;
  const inLane = (lane: LaneId, { part, id }: GroupKey) =>
    part === 'step' && mirror.step(id)?.lane === lane;
  const stands = (lane: LaneId, box: Rect) =>
    mirror.scene.query(box).some(({ key }) => inLane(lane, key));
  let dy = by;
  for (let row = 1; row < TRIES; row += 1) {
    if (!boxes.some(({ lane, box }) => stands(lane, shifted(box, 0, dy)))) break;
    dy += by;
  }
  return { dx: 0, dy, stays: true };
}
