// Selecting by a rectangle: whatever it touches, and connectors that it wholly holds; with Shift it
// adds to what was selected.

import type { App } from '../app.ts';
import type { Group, Part, Rect } from '../contract.ts';
import { isCaught, isLine } from '../geometry/parts.ts';
import { between, inside } from '../geometry/rect.ts';
import type { At, Gesture } from './gesture.ts';

/** What the room pinned to a thing: to touch it is to touch the thing. */
const MARKS: readonly Part[] = ['painPoint', 'idea', 'note'];

/** Whether a rectangle takes a group that reaches into it. */
function takes({ mirror }: App, { key, bounds }: Group, box: Rect): boolean {
  if (isCaught(key.part)) return true;
  if (MARKS.includes(key.part)) {
    const kind = mirror.record(key.id)?.kind;
    return kind === 'step' || kind === 'handoff';
  }
  const connector = isLine(key.part) && inside(bounds, box) && mirror.find('connector', key.id);
  // A connector and its handoff are one thing to the eye; the pill stands for both.
  return connector ? mirror.handoffAt(connector) === undefined : false;
}

export function marquee(app: App, from: At): Gesture {
  const before = app.view.selection;
  const move = (to: At) => {
    const box = between(from.scene, to.scene);
    const caught = app.mirror.scene
      .query(box)
      .filter((group) => takes(app, group, box))
      .map((group) => group.key.id);
    app.draft.show({ marquee: box }, to.client);
    app.view.choose(to.shift ? [...before, ...caught] : caught);
  };
  return {
    move,
    release: (to) => {
      move(to);
      app.view.settle(before);
      app.draft.clear();
    },
    cancel: () => {
      app.draft.clear();
      app.view.choose(before);
    },
  };
}
