// When the map glides: from an edit that moved things until they are there, or until somebody takes
// hold of the map.

import type { App } from '../app.ts';
import { courseOf, type Course, type Glide, GLIDE_MS, leftAt } from './glide.ts';
import { asSeen } from './live.ts';

export class Glider {
  #app: App;
  /** Which drawing of the map was seen last. */
  #drawing: number;
  /** `calm` once nothing is drafted any more: what is let go of is still shown when it sets off. */
  #under: { course: Course; began: number | null; calm: boolean; over: () => void } | null = null;
  #over: () => void;

  constructor(app: App) {
    this.#app = app;
    this.#drawing = app.mirror.drawing;
    this.#over = app.mirror.subscribe(() => this.#setOff());
  }

  end(): void {
    this.#over();
    this.#arrive();
  }

  /** How far the map is on its way in this frame; nothing when it is there. */
  now(): Glide | null {
    const under = this.#under;
    if (!under) return null;
    under.began ??= performance.now();
    const left = leftAt((performance.now() - under.began) / GLIDE_MS);
    const { draft } = this.#app;
    under.calm ||= !draft.active;
    if (left > 0 && !(under.calm && draft.active)) return { course: under.course, left };
    this.#arrive();
    return null;
  }

  /** The map was drawn anew: what moved sets off from where it was seen, unless nobody wants that. */
  #setOff(): void {
    const { mirror, draft, kernel } = this.#app;
    if (this.#drawing === mirror.drawing) return;
    this.#drawing = mirror.drawing;
    this.#arrive();
    const { replaced } = mirror;
    if (!replaced || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const seen = asSeen(replaced.groups, draft);
    const course = courseOf(seen, draft.drawn?.lanes ?? replaced.lanes, mirror.scene, mirror.lanes);
    if (course) this.#under = { course, began: null, calm: false, over: kernel.busy.begin() };
  }

  #arrive(): void {
    this.#under?.over();
    this.#under = null;
  }
}
