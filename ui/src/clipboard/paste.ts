// Putting a copy on the map: under the pointer where that is over the map, else beside what it was
// copied from. What was pasted is selected.

import type { App } from '../app.ts';
import type { Command, LaneId, Place, Record as Recorded, Rect, Step } from '../contract.ts';
import { selectMade } from '../gestures/duplicate.ts';
import { laneAt, SIZE } from '../geometry/place.ts';
import { overlaps, right } from '../geometry/rect.ts';
import type { Copied } from './carry.ts';

/** Between the copy and what it is a copy of. */
const GAP = 40;
/** Before the first step of a map. */
const EDGE = 40;
/** Room kept above a pasted step in its lane. */
const LEAST_Y = 58;

/** The command that pastes a copy here and now. */
export function pasting(app: App, { records, state }: Copied): Command {
  const steps = records.flatMap((it) => (it.kind === 'step' ? [it] : []));
  const landing = underPointer(app, steps) ?? besideIt(app, steps, state);
  const { shift, lane } = beside(app, steps, landing, lanesHere(app, records, state));
  return { do: 'paste', state: app.mirror.state, records, shift, lane };
}

export async function paste(app: App, copied: Copied): Promise<void> {
  const patch = await app.apply(pasting(app, copied));
  if (!patch) return;
  const made = selectMade(app, patch.made);
  const [group] = made.flatMap((id) => app.mirror.scene.get('step', id) ?? []);
  if (group) app.camera.reveal(group.bounds);
}

/** The lane here for one of the copy; none where the kernel will make a new one. */
type Lanes = (copied: LaneId) => LaneId | undefined;

/** As the kernel finds them: the same lane, or on another map that of the team of the same name. */
function lanesHere({ mirror }: App, records: readonly Recorded[], state: number): Lanes {
  if (state === mirror.state) return (copied) => copied;
  const teams = new Map(records.flatMap((it) => (it.kind === 'team' ? [[it.id, it.name]] : [])));
  const names = new Map(records.flatMap((it) => (it.kind === 'lane' ? [[it.id, teams.get(it.team)]] : [])));
  const here = new Map(mirror.lanes.map(({ lane, team }) => [mirror.team(team)?.name, lane]));
  return (copied) => here.get(names.get(copied));
}

interface Landing {
  shift: Place;
  lane: LaneId | null;
}

/** So often it moves on to find free ground. */
const TRIES = 40;

/** The same, farther right where it would come to lie on steps that are there: pasted twice, one sees two. */
function beside({ mirror }: App, steps: readonly Step[], { shift, lane }: Landing, lanes: Lanes): Landing {
  const there = new Map<LaneId, Rect[]>();
  for (const it of mirror.steps) {
    const boxes = there.get(it.lane) ?? [];
    boxes.push(around(it.place, SIZE[it.shape]));
    there.set(it.lane, boxes);
  }
  let { x } = shift;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const pushes = steps.flatMap((step) => {
      const at = { x: step.place.x + x, y: step.place.y + shift.y };
      const box = around(at, SIZE[step.shape]);
      const met = (there.get(lane ?? lanes(step.lane) ?? -1) ?? []).filter((it) => overlaps(it, box));
      return met.map((it) => right(it) + GAP - box.x);
    });
    if (pushes.length === 0) break;
    x += Math.round(Math.max(...pushes));
  }
  return { shift: { x, y: shift.y }, lane };
}

const around = ({ x, y }: Place, { w, h }: { w: number; h: number }): Rect => ({ x: x - w / 2, y: y - h / 2, w, h });

/** The box of some steps, as if all stood in one lane. */
function extent(steps: readonly Step[]) {
  const xs = steps.flatMap(({ place, shape }) => [
    place.x - SIZE[shape].w / 2,
    place.x + SIZE[shape].w / 2,
  ]);
  const ys = steps.map(({ place }) => place.y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Steps of one lane go into the lane under the pointer; steps of several keep their teams. */
function underPointer(app: App, steps: readonly Step[]): Landing | null {
  const at = app.hand.at;
  if (!at || at.client.x < app.camera.head) return null;
  const scene = app.camera.toScene(at.client);
  const band = laneAt(app.mirror.lanes, scene.y);
  if (!band) return null;
  const { left, right, top, bottom } = extent(steps);
  const x = Math.round(Math.max(scene.x - (left + right) / 2, 8 - left));
  if (new Set(steps.map((it) => it.lane)).size > 1) return { shift: { x, y: 0 }, lane: null };
  const y = Math.round(Math.max(scene.y - band.top - (top + bottom) / 2, LEAST_Y - top));
  return { shift: { x, y }, lane: band.lane };
}

/** Beside what it was copied from; on another map in the same place. */
function besideIt({ mirror }: App, steps: readonly Step[], state: number): Landing {
  const here = state === mirror.state && steps.some((it) => mirror.step(it.id)?.name === it.name);
  const { left, right } = extent(steps);
  // A map without a step begins at its left.
  const away = mirror.steps.length === 0 ? Math.round(EDGE - left) : 0;
  return { shift: { x: here ? Math.round(right - left + GAP) : away, y: 0 }, lane: null };
}
