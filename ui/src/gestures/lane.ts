// Putting a lane in: between two others, with the caret in its name.

import type { App } from '../app.ts';
import { words } from '../words.ts';

/** Adds a team whose lane has this order from the top. */
export async function addLaneAt(app: App, at: number): Promise<void> {
  const { mirror, view } = app;
  const [name, before] = [words.newTeam, [...view.selection]];
  const patch = await app.apply({ do: 'addTeam', state: mirror.state, name, external: false, at });
  const lane = patch?.made.find((id) => mirror.lane(id));
  if (!patch || lane === undefined) return;
  const group = mirror.scene.get('laneHead', lane);
  if (group) app.camera.reveal({ ...group.bounds, x: 0, w: 1 });
  view.select([lane]);
  view.edit(lane, null, { revision: patch.revision, before });
}
