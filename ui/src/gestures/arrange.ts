// Lining the selected steps up and spreading them evenly. Left and right count over all of them;
// above and below within each lane, for a step never changes its team by being tidied.

import type { App } from '../app.ts';
import type { Rect, StepId } from '../contract.ts';
import { aligned, type Axis, type Line, spread } from '../geometry/align.ts';
import { bodyOf } from '../geometry/hit.ts';
import { movesBy } from './move_steps.ts';

interface Standing {
  step: StepId;
  lane: number;
  box: Rect;
}

function standing(app: App): Standing[] {
  return [...app.view.selection].flatMap((id) => {
    const [step, group] = [app.mirror.step(id), app.mirror.scene.get('step', id)];
    return step && group ? [{ step: id, lane: step.lane, box: bodyOf(group) }] : [];
  });
}

/** How many steps are selected. */
export const selectedSteps = (app: App): number =>
  [...app.view.selection].filter((id) => app.mirror.step(id)).length;

export function align(app: App, line: Line): Promise<unknown> {
  const across = line === 'left' || line === 'centre' || line === 'right';
  return arrange(app, across ? 'x' : 'y', false, (boxes) => aligned(boxes, line));
}

export function distribute(app: App, axis: Axis): Promise<unknown> {
  return arrange(app, axis, true, (boxes) => spread(boxes, axis));
}

async function arrange(app: App, axis: Axis, evenly: boolean, by: (boxes: readonly Rect[]) => number[]) {
  const all = standing(app);
  const lanes = new Set(axis === 'x' ? [null] : all.map((it) => it.lane));
  const moves = [...lanes].flatMap((lane) => {
    const row = all.filter((it) => lane === null || it.lane === lane);
    const far = by(row.map((it) => it.box));
    return row.flatMap(({ step, box }, at) => {
      const [dx, dy] = axis === 'x' ? [far[at] ?? 0, 0] : [0, far[at] ?? 0];
      const stays = app.mirror.step(step)?.pinned || (dx === 0 && dy === 0);
      return stays ? [] : movesBy(app, [{ step, box }], dx, dy);
    });
  });
  return moves.length > 0 ? app.apply({ do: 'arrange', moves, evenly }) : null;
}
