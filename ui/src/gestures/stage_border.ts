// Moving the border of a stage by its end of the column's head. The columns beside it keep their
// room; the kernel shows how while it is dragged. A border keeps clear of steps where there is room
// between them.

import type { App } from '../app.ts';
import type { Rect, StageId } from '../contract.ts';
import { bodyOf } from '../geometry/hit.ts';
import { right } from '../geometry/rect.ts';
import { type At, drop, type Gesture, preview, settle } from './gesture.ts';

const LEAST = 120;
/** A border stands so far from a step. */
const BESIDE = 12;
/** It gives way to a step no further than to the end of one that it would cut in half. */
const GIVES_WAY = 96;

/** The nearest place for a border that cuts no step; where none is near, the one that is asked for. */
export function besideSteps(boxes: readonly Rect[], asked: number): number {
  const edges = boxes.flatMap((it) => [it.x - BESIDE, right(it) + BESIDE]);
  const cuts = (at: number) => boxes.some((it) => at > it.x - BESIDE && at < right(it) + BESIDE);
  const far = (at: number) => Math.abs(at - asked);
  const near = [asked, ...edges].filter((at) => far(at) <= GIVES_WAY && !cuts(at));
  const [nearest] = near.sort((a, b) => far(a) - far(b));
  return Math.round(nearest ?? asked);
}

export function moveBorder(app: App, stage: StageId, from: At): Gesture {
  const before = app.mirror.find('stage', stage)?.until ?? 0;
  const { scene, steps } = app.mirror;
  const boxes = steps.flatMap(({ id }) => scene.get('step', id) ?? []).map(bodyOf);
  let until = before;
  const follow = (to: At) => {
    const asked = before + to.scene.x - from.scene.x;
    until = Math.max(LEAST, to.free ? Math.round(asked) : besideSteps(boxes, asked));
    app.draft.show({}, to.client);
    preview(app, { do: 'moveStage', stage, until });
  };
  return {
    move: follow,
    release: async (to) => {
      follow(to);
      if (until === before) return drop(app);
      await settle(app, { do: 'moveStage', stage, until });
    },
    cancel: () => drop(app),
  };
}
