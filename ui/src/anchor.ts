// Where a small panel stands: beside the thing it is about, always wholly on the stage.

import type { App } from './app.ts';
import type { RecordId } from './contract.ts';
import { centre, clamp, type Point } from './geometry/rect.ts';

const GAP = 10;

/** The panel's corner on the stage for a panel of this size. */
export function beside(app: App, id: RecordId, size: { w: number; h: number }): Point {
  const { camera, mirror } = app;
  const connector = mirror.find('connector', id);
  const pill = connector && mirror.handoffAt(connector);
  const [group] = [...(pill ? mirror.drawnOf(pill.id) : []), ...mirror.drawnOf(id)];
  if (!group) return { x: GAP, y: GAP };
  const box = camera.rectToClient(group.bounds);
  const x = clamp(centre(box).x - size.w / 2, GAP, camera.width - size.w - GAP);
  const below = box.y + box.h + GAP;
  const above = box.y - size.h - GAP;
  const y = below + size.h <= camera.height - GAP || above < GAP ? below : above;
  return { x, y: clamp(y, GAP, camera.height - size.h - GAP) };
}
