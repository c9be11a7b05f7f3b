// Paints everything of the map that lies in a rectangle.

import type { Group, Rect } from '../contract.ts';
import { grown } from '../geometry/rect.ts';
import type { Queried } from '../geometry/scene_index.ts';
import { keyText } from '../geometry/scene_index.ts';
import type { Painter } from './paint.ts';

/** What is painted reaches so far beyond the bounds of its group, at most, in CSS pixels. */
export const ROOM_PX = 40;

/**
 * Everything in sight but lane heads and what a gesture has hold of. Lanes run from edge to edge of
 * `across`, and borders of stages down from their heads, however far above those are.
 */
export function paintMap(
  painter: Painter,
  scene: Queried,
  sight: Rect,
  hidden: ReadonlyMap<string, unknown>,
  across = sight,
): void {
  // Lanes end where the map ends; on the screen they run on. The line between two lies on both.
  for (const group of scene.query({ x: 0, y: sight.y - 1, w: 1, h: sight.h + 2 })) {
    if (group.key.part !== 'lane') continue;
    for (const shape of group.shapes) {
      if (shape.as !== 'rect') painter.shape(shape);
      else painter.shape({ ...shape, rect: { ...shape.rect, x: across.x, w: across.w } });
    }
  }
  // What is painted may reach beyond the bounds of its group.
  const reaching = grown(sight, ROOM_PX / painter.zoom);
  const seen = (group: Group) => !hidden.has(keyText(group.key));
  // Heads of stages lie on the first lane.
  for (const group of scene.query({ ...reaching, y: -1, h: 1 })) {
    if (group.key.part === 'stage' && seen(group)) painter.group(group);
  }
  for (const group of scene.query(reaching)) {
    const { part } = group.key;
    if (part !== 'lane' && part !== 'laneHead' && part !== 'stage' && seen(group)) painter.group(group);
  }
}
