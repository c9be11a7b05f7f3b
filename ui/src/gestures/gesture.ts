// What a gesture is: it follows the pointer, and ends by being released or cancelled. It shows a
// draft meanwhile and sends at most one command, on release.

import type { App } from '../app.ts';
import type { Command, Patch } from '../contract.ts';
import type { Point } from '../geometry/rect.ts';

/** The pointer at one moment. */
export interface At {
  client: Point;
  scene: Point;
  shift: boolean;
  /** Suspends snapping. */
  free: boolean;
  /** Alt is down: what is dragged is a copy. */
  alt: boolean;
}

export interface Gesture {
  move(at: At): void;
  release(at: At): void | Promise<void>;
  /** Restores exactly what was before. */
  cancel(): void;
  /** It moves the ground itself, so the ground must not move by itself under it. */
  movesGround?: boolean;
}

/** The pointer at a point of the canvas. */
export function at(app: App, client: Point, shift = false, free = false, alt = false): At {
  return { client, scene: app.camera.toScene(client), shift, free, alt };
}

/** Shows what a command would do. */
export function preview(app: App, command: Command): void {
  app.kernel.previews.ask(command, (answer) => app.draft.answer(answer));
}

/** Forgets what a command would do. */
export function unpreview(app: App): void {
  app.kernel.previews.stop();
  app.draft.unanswer();
}

/** Drops the draft and everything asked for it. */
export function drop(app: App): void {
  app.kernel.previews.stop();
  app.draft.clear();
}

/** Carries the command out and only then drops the draft, so that nothing jumps back between. */
export async function settle(app: App, command: Command, tapped = false): Promise<Patch | null> {
  app.kernel.previews.stop();
  const { refusal } = app.draft;
  if (refusal !== null) {
    // The note beside the pointer has said why; there is nothing to send.
    app.draft.clear();
    app.view.say(refusal);
    return null;
  }
  try {
    return await app.apply(command, tapped);
  } finally {
    app.draft.clear();
  }
}

/** Says why something may not be while it is dragged, and does nothing. */
export function refusing(app: App, sentence: string): Gesture {
  const drops = () => drop(app);
  return { move: (to) => app.draft.refuse(sentence, to.client), release: drops, cancel: drops };
}
