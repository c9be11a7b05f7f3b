// Moving the border of a stage by its end of the column's head. The columns beside it keep their
// room; the kernel shows how while it is dragged.

import type { App } from '../app.ts';
import type { StageId } from '../contract.ts';
import { type At, drop, type Gesture, preview, settle } from './gesture.ts';

const LEAST = 120;

export function moveBorder(app: App, stage: StageId, from: At): Gesture {
  const before = app.mirror.find('stage', stage)?.until ?? 0;
  let until = before;
  const follow = (to: At) => {
    until = Math.max(LEAST, Math.round(before + to.scene.x - from.scene.x));
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
