// Resizing a lane by the lower edge of its head. What lies below moves along; the kernel keeps it
// as high as its content needs.

import type { App } from '../app.ts';
import type { LaneId } from '../contract.ts';
import { type At, drop, type Gesture, preview, settle } from './gesture.ts';

const LEAST = 60;
const MOST = 4000;

export function resizeLane(app: App, lane: LaneId, from: At): Gesture {
  const before = app.mirror.band(lane)?.height ?? 0;
  let height = before;
  const follow = (to: At) => {
    height = Math.round(Math.min(MOST, Math.max(LEAST, before + to.scene.y - from.scene.y)));
    app.draft.show({ lit: lane }, to.client);
    preview(app, { do: 'resizeLane', lane, height });
  };
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      if (height === before) return drop(app);
      await settle(app, { do: 'resizeLane', lane, height });
    },
    cancel: () => drop(app),
  };
}
