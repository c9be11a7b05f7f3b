// Panning: the ground follows the pointer. Escape puts it back where it was.

import type { App } from '../app.ts';
import type { At, Gesture } from './gesture.ts';

export function pan(app: App, from: At): Gesture {
  const start = app.camera.position;
  const follow = ({ client }: At) =>
    app.camera.set({
      x: start.x + client.x - from.client.x,
      y: start.y + client.y - from.client.y,
      k: start.k,
    });
  const cancel = () => app.camera.set(start);
  return { move: follow, release: follow, cancel, movesGround: true };
}
