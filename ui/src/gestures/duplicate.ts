// Copies of what is selected: dragged away with Alt, or made beside it by key. A copy that was
// moved says where the next one goes.

import type { App } from '../app.ts';
import type { Command, Connector, Record as Recorded, StepId } from '../contract.ts';
import { gathered } from '../clipboard/gather.ts';
import { bodyOf } from '../geometry/hit.ts';
import { boxAt, laneAt, placeAt } from '../geometry/place.ts';
import { centre, shifted } from '../geometry/rect.ts';
import { snap, UNSNAPPED } from '../geometry/snap.ts';
import { type At, drop, type Gesture, settle } from './gesture.ts';
import { held, neighbours } from './move_steps.ts';

const SNAP_PX = 6;
/** Where a first copy stands from what it is a copy of. */
const FIRST = { x: 32, y: 24 };

/** The records of these steps as they stand when moved; each in the lane its middle is in. */
function movedTo(app: App, ids: ReadonlySet<StepId>, dx: number, dy: number): Recorded[] {
  const records = gathered(app.mirror, ids, 'here').map((record) => {
    const group = record.kind === 'step' && app.mirror.scene.get('step', record.id);
    if (record.kind !== 'step' || !group) return record;
    const box = bodyOf(group);
    const spot = placeAt(app.mirror.lanes, centre(shifted(box, dx, dy)), box);
    return spot ? { ...record, ...spot } : record;
  });
  const stays = records.every((it) => it.kind !== 'step' || it.lane === app.mirror.step(it.id)?.lane);
  return records.map((it) => (it.kind === 'connector' ? bent(it, stays, dx, dy) : it));
}

/** A line led by hand is led the same way beside it; in other lanes it finds its own. */
function bent<C extends Connector>(connector: C, stays: boolean, dx: number, dy: number): C {
  const bends = connector.bends.map(({ lane, place }) => ({
    lane,
    place: { x: Math.round(place.x + dx), y: Math.max(0, Math.round(place.y + dy)) },
  }));
  return { ...connector, bends: stays ? bends : [] };
}

function pasting(app: App, ids: ReadonlySet<StepId>, dx: number, dy: number): Command {
  const records = movedTo(app, ids, dx, dy);
  return { do: 'paste', state: app.mirror.state, records, shift: { x: 0, y: 0 }, lane: null };
}

/** Dragging a copy away; what it is a copy of stays. */
export function duplicateSteps(app: App, steps: Iterable<StepId>, pressed: StepId, from: At): Gesture {
  const ids = new Set(steps);
  const boxes = [...ids].flatMap((id) => {
    const group = app.mirror.scene.get('step', id);
    const shape = app.mirror.step(id)?.shape;
    return group && shape ? [{ id, shape, box: bodyOf(group) }] : [];
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
    const copies = boxes.flatMap(({ shape, box }) => {
      const spot = placeAt(app.mirror.lanes, centre(shifted(box, by.dx, by.dy)), box);
      const size = { w: box.w, h: box.h };
      return spot ? [{ shape, box: boxAt(app.mirror.lanes, spot, size) }] : [];
    });
    const lit = laneAt(app.mirror.lanes, centre(first.box).y + by.dy)?.lane ?? null;
    app.draft.show({ copies, lit, guides: near.guides }, to.client);
  };
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      if (by.dx === 0 && by.dy === 0) return drop(app);
      const patch = await settle(app, pasting(app, ids, by.dx, by.dy));
      if (patch) selectMade(app, patch.made);
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

/** What Ctrl+D made last, to do the same again. */
const last = new WeakMap<App, { from: StepId[]; made: StepId[] }>();

export async function duplicate(app: App): Promise<void> {
  const ids = [...app.view.selection].filter((id) => app.mirror.step(id));
  if (ids.length === 0) return;
  const { x, y } = offset(app, ids);
  const patch = await app.apply(pasting(app, new Set(ids), x, y));
  if (!patch) return;
  const made = selectMade(app, patch.made);
  last.set(app, { from: ids, made });
  const [group] = made.flatMap((id) => app.mirror.scene.get('step', id) ?? []);
  if (group) app.camera.reveal(group.bounds);
}

/** How far the selection stands from what it was copied from, if it was; else a little. */
function offset(app: App, ids: readonly StepId[]): { x: number; y: number } {
  const before = last.get(app);
  const same =
    before?.made.length === ids.length && ids.every((id) => before.made.includes(id));
  const [from, made] = [before?.from[0] ?? -1, before?.made[0] ?? -1];
  const [a, b] = [held(app, [from])[0], held(app, [made])[0]];
  if (!same || !a || !b) return FIRST;
  const [p, q] = [centre(a.box), centre(b.box)];
  return { x: q.x - p.x, y: q.y - p.y };
}
