// Selecting what a rectangle wholly holds; with Shift it adds to what was selected.

import type { App } from '../app.ts';
import { isCaught } from '../geometry/parts.ts';
import { between, inside } from '../geometry/rect.ts';
import type { At, Gesture } from './gesture.ts';

export function marquee(app: App, from: At): Gesture {
  const before = app.view.selection;
  const move = (to: At) => {
    const box = between(from.scene, to.scene);
    const caught = app.mirror.scene
      .query(box)
      .filter(({ key, bounds }) => isCaught(key.part) && inside(bounds, box))
      .map((group) => group.key.id);
    app.draft.show({ marquee: box }, to.client);
    app.view.select(to.shift ? [...before, ...caught] : caught);
  };
  return {
    move,
    release: (to) => {
      move(to);
      app.draft.clear();
    },
    cancel: () => {
      app.draft.clear();
      app.view.select(before);
    },
  };
}
