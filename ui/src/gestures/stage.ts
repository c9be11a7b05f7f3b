// A new stage: a column after the last one, or the first over the whole map, with the caret in its
// name.

import type { App } from '../app.ts';
import { right } from '../geometry/rect.ts';
import { words } from '../words.ts';

/** How wide a new column is. */
const WIDTH = 400;

export async function addStage(app: App): Promise<void> {
  const { mirror, view } = app;
  const borders = mirror
    .all('stage')
    .flatMap((it) => (it.state === mirror.state && it.until !== null ? [it.until] : []));
  const until = borders.length > 0 ? Math.max(...borders) + WIDTH : right(mirror.bounds);
  const edge = Math.round(Math.max(until, WIDTH));
  const name = words.newStage;
  const patch = await app.apply({ do: 'addStage', state: mirror.state, name, until: edge });
  const stage = patch?.made.find((id) => mirror.find('stage', id));
  if (stage === undefined) return;
  const group = mirror.scene.get('stage', stage);
  if (group) app.camera.reveal(group.bounds);
  view.select([stage]);
  view.edit(stage);
}
