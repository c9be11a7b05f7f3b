// What lies under the pointer, as the person sees it: lane heads first, for they lie on top, then
// the map's own things from the topmost down.

import type { App } from '../app.ts';
import type { Group, LaneBand, LaneId, RecordId, StageId, StepId } from '../contract.ts';
import { reach, topmost } from '../geometry/hit.ts';
import { isStage } from '../geometry/parts.ts';
import { holds, type Point, right } from '../geometry/rect.ts';
import type { At } from './gesture.ts';

/** How near the lower edge of a lane head counts as the edge, in pixels. */
const EDGE_PX = 5;
/** A finger is broader. */
const FINGER_EDGE_PX = 14;
/** Between two lane heads, at their left, a lane can be put in. */
const BETWEEN = { left: 4, right: 30, near: 11 };

export type Under =
  | { is: 'edge'; lane: LaneId }
  | { is: 'head'; lane: LaneId }
  | { is: 'between'; at: number }
  | { is: 'border'; stage: StageId }
  | { is: 'thing'; id: RecordId; group: Group }
  | { is: 'ground'; band: LaneBand | undefined };

export function under(app: App, { client, scene }: At): Under {
  const { mirror, camera } = app;
  const band = mirror.lanes.find((it) => scene.y >= it.top && scene.y < it.top + it.height);
  if (client.x < camera.head) {
    const at = betweenAt(app, client);
    if (at !== null) return { is: 'between', at };
    const off = (it: LaneBand) => Math.abs(it.top + it.height - scene.y);
    // Of a small lane most is head.
    const near = mirror.lanes.filter((it) => off(it) <= Math.min(edgeOf(app), it.height / 4));
    const [edge] = near.toSorted((a, b) => off(a) - off(b));
    if (edge) return { is: 'edge', lane: edge.lane };
    if (band) return { is: 'head', lane: band.lane };
    return { is: 'ground', band: undefined };
  }
  const border = borderAt(app, scene);
  if (border !== null) return { is: 'border', stage: border };
  const group = topmost(mirror.scene.query(reach(scene, camera.k)), scene, camera.k);
  return group ? { is: 'thing', id: group.key.id, group } : { is: 'ground', band };
}

/** How near an edge one has to be, in points of the scene. */
const edgeOf = ({ hand, camera }: App): number => (hand.finger ? FINGER_EDGE_PX : EDGE_PX) / camera.k;

/** The order that a lane put in here would have. */
function betweenAt({ mirror, camera, readOnly }: App, { x, y }: Point): number | null {
  if (readOnly || x < BETWEEN.left || x > BETWEEN.right) return null;
  const last = mirror.lanes.at(-1);
  const lines = [...mirror.lanes.map((it) => it.top), ...(last ? [last.top + last.height] : [])];
  const near = lines.findIndex((line) => Math.abs(line * camera.k + camera.y - y) <= BETWEEN.near);
  return near === -1 ? null : near;
}

/** The stage whose right border is grabbed at its head. */
function borderAt(app: App, scene: Point): StageId | null {
  const { mirror } = app;
  if (scene.y >= 0) return null;
  const near = edgeOf(app);
  const around = { x: scene.x - near, y: scene.y, w: 2 * near, h: 1 };
  const found = mirror.scene
    .query(around)
    .find((it) => isStage(it.key.part) && Math.abs(right(it.bounds) - scene.x) <= near);
  return found && holds({ ...found.bounds, w: found.bounds.w + near }, scene) ? found.key.id : null;
}

/** The step whose box the pointer is in: the whole box takes a connector. */
export function stepUnder(app: App, { client, scene }: At): StepId | null {
  if (client.x < app.camera.head) return null;
  const groups = app.mirror.scene.query(reach(scene, app.camera.k));
  const hit = groups.findLast((it) => it.key.part === 'step' && holds(it.bounds, scene));
  return hit?.key.id ?? null;
}
