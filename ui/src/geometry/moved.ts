// Groups that are drawn as they were, elsewhere: the kernel says only how far they went. Pure.

import type { Drawn, Group, Segment, Shape } from '../contract.ts';
import type { SceneIndex } from './scene_index.ts';

/** Coordinates are single floats, and a sum of two is rounded to one: to the last bit what the kernel has. */
const { fround } = Math;
const sum = (a: number, b: number): number => fround(fround(a) + fround(b));

/** With every group that is only elsewhere at its place among the others. */
export function whole(drawn: Drawn, scene: Pick<SceneIndex, 'get'>): Drawn {
  if (drawn.moved.length === 0) return drawn;
  const elsewhere = drawn.moved.flatMap(({ key, dx, dy }) => {
    const group = scene.get(key.part, key.id);
    return group ? moved(group, dx, dy) : [];
  });
  return { ...drawn, groups: [...drawn.groups, ...elsewhere], moved: [] };
}

/** The same group so many points to the right and down. */
export function moved({ key, bounds, line, shapes }: Group, dx: number, dy: number): Group {
  return {
    key,
    bounds: { ...bounds, x: sum(bounds.x, dx), y: sum(bounds.y, dy) },
    line: line.map(([x, y]) => [sum(x, dx), sum(y, dy)]),
    shapes: shapes.map((shape) => movedShape(shape, dx, dy)),
  };
}

function movedShape(shape: Shape, dx: number, dy: number): Shape {
  switch (shape.as) {
    case 'rect':
    case 'image':
      return { ...shape, rect: { ...shape.rect, x: sum(shape.rect.x, dx), y: sum(shape.rect.y, dy) } };
    case 'circle':
      return { ...shape, cx: sum(shape.cx, dx), cy: sum(shape.cy, dy) };
    case 'text':
      return { ...shape, x: sum(shape.x, dx), y: sum(shape.y, dy) };
    case 'path':
      return { ...shape, segments: shape.segments.map((it) => movedSegment(it, dx, dy)) };
  }
}

function movedSegment(segment: Segment, dx: number, dy: number): Segment {
  if (segment === 'Z') return segment;
  if ('M' in segment) return { M: [sum(segment.M[0], dx), sum(segment.M[1], dy)] };
  if ('L' in segment) return { L: [sum(segment.L[0], dx), sum(segment.L[1], dy)] };
  const [ax, ay, bx, by, cx, cy] = segment.C;
  return { C: [sum(ax, dx), sum(ay, dy), sum(bx, dx), sum(by, dy), sum(cx, dx), sum(cy, dy)] };
}
