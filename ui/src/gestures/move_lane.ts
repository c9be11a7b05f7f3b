// Reordering lanes by dragging a head: the head follows the pointer, a line shows where it goes.

import type { App } from '../app.ts';
import type { LaneId } from '../contract.ts';
import { type At, drop, type Gesture, settle } from './gesture.ts';

export function moveLane(app: App, lane: LaneId, from: At): Gesture {
  const order = app.mirror.lanes.findIndex((band) => band.lane === lane);
  let slot = order;
  const follow = (to: At) => {
    const { lanes } = app.mirror;
    const above = lanes.findIndex((band) => to.scene.y < band.top + band.height / 2);
    slot = above === -1 ? lanes.length : above;
    app.draft.show({ lane: { id: lane, dy: to.scene.y - from.scene.y, slot } }, to.client);
  };
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      // The slot is counted with the lane still in its old place.
      const goes = slot > order ? slot - 1 : slot;
      if (goes === order) return drop(app);
      await settle(app, { do: 'moveLane', lane, to: goes });
    },
    cancel: () => drop(app),
  };
}
