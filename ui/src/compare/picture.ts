// A compared scene as it is painted: found by place, and paler where it is not about a change. Pure.

import type { Group, LaneBand, Paint, Rect, RecordId, Scene, Shape, Stroke } from '../contract.ts';
import { SceneIndex } from '../geometry/scene_index.ts';

/** What is left of something that did not change, while only changes are looked at. */
const PALE = 0.2;

export class Picture {
  readonly scene = new SceneIndex();
  readonly bounds: Rect;
  readonly headWidth: number;
  readonly lanes: readonly LaneBand[];
  /** Counts up with every picture, so that a painter knows one from another. */
  readonly number: number;
  static #made = 0;

  /** With `only`, everything else is pale. */
  constructor(scene: Scene, only: ReadonlySet<RecordId> | null) {
    this.bounds = scene.bounds;
    this.headWidth = scene.headWidth;
    this.lanes = scene.lanes;
    Picture.#made += 1;
    this.number = Picture.#made;
    for (const group of scene.groups) {
      const kept = only === null || only.has(group.key.id) || isGround(group);
      this.scene.put(kept ? group : pale(group));
    }
  }

  /** Where a record is drawn: its pill, its box, its line. */
  boundsOf(id: RecordId): Rect | null {
    for (const part of ['handoff', 'step', 'crossing', 'connector', 'stage', 'laneHead'] as const) {
      const group = this.scene.get(part, id);
      if (group) return group.bounds;
    }
    return null;
  }
}

/** Lanes and stages are where things are, not things. */
const isGround = ({ key }: Group): boolean =>
  key.part === 'lane' || key.part === 'laneHead' || key.part === 'stage';

export function pale(group: Group): Group {
  return { ...group, shapes: group.shapes.map(paleShape) };
}

function paleShape(shape: Shape): Shape {
  if (shape.as === 'text') return { ...shape, paint: fade(shape.paint) };
  if (shape.as === 'image') return shape;
  return { ...shape, fill: shape.fill && fadeFill(shape.fill), stroke: shape.stroke && fadeLine(shape.stroke) };
}

const fade = (paint: Paint): Paint => ({ ...paint, alpha: paint.alpha * PALE });
/** A surface hides the lines behind it, pale or not. */
const fadeFill = (fill: Paint): Paint => (fill.token === 'surface' ? { ...fill, alpha: 0.75 } : fade(fill));
const fadeLine = (stroke: Stroke): Stroke => ({ ...stroke, paint: fade(stroke.paint) });
