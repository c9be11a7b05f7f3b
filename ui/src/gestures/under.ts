// What lies under the pointer, as the person sees it: lane heads first, for they lie on top, then
// the map's own things from the topmost down.

import type { App } from '../app.ts';
import type { Group, LaneBand, LaneId, RecordId, StepId } from '../contract.ts';
import { reach, topmost } from '../geometry/hit.ts';
import { holds } from '../geometry/rect.ts';
import type { At } from './gesture.ts';

/** How near the lower edge of a lane head counts as the edge, in pixels. */
const EDGE_PX = 5;

export type Under =
  | { is: 'edge'; lane: LaneId }
  | { is: 'head'; lane: LaneId }
  | { is: 'thing'; id: RecordId; group: Group }
  | { is: 'ground'; band: LaneBand | undefined };

export function under(app: App, { client, scene }: At): Under {
  const { mirror, camera } = app;
  const band = mirror.lanes.find((it) => scene.y >= it.top && scene.y < it.top + it.height);
  if (client.x < camera.head) {
    const near = EDGE_PX / camera.k;
    const edge = mirror.lanes.find((it) => Math.abs(it.top + it.height - scene.y) <= near);
    if (edge) return { is: 'edge', lane: edge.lane };
    if (band) return { is: 'head', lane: band.lane };
    return { is: 'ground', band: undefined };
  }
  const group = topmost(mirror.scene.query(reach(scene, camera.k)), scene, camera.k);
  return group ? { is: 'thing', id: group.key.id, group } : { is: 'ground', band };
}

/** The step whose box the pointer is in: the whole box takes a connector. */
export function stepUnder(app: App, { client, scene }: At): StepId | null {
  if (client.x < app.camera.head) return null;
  const groups = app.mirror.scene.query(reach(scene, app.camera.k));
  const hit = groups.findLast((it) => it.key.part === 'step' && holds(it.bounds, scene));
  return hit?.key.id ?? null;
}
