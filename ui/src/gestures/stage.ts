// A new stage: what of a stage lies from the selection on; else a column after the last one, or one
// over all that is not in a stage yet. With the caret in its name.

import type { App } from '../app.ts';
import type { Command, Stage } from '../contract.ts';
import { right } from '../geometry/rect.ts';
import { words } from '../words.ts';

/** How wide a new column is. */
const WIDTH = 400;
/** A column is no narrower. */
const NARROWEST = 120;
/** A border stands so far before the step that begins a stage. */
const BEFORE = 38;

/** The drawn stages of the map, the leftmost first. */
function columns({ mirror }: App): (Stage & { until: number })[] {
  return mirror
    .all('stage')
    .flatMap((it) => (it.state === mirror.state && it.until !== null ? [{ ...it, until: it.until }] : []))
    .sort((a, b) => a.until - b.until);
}

/** Where the selected steps begin; nothing where none are selected. */
function begin({ mirror, view }: App): number | null {
  const steps = [...view.selection].flatMap((id) => mirror.scene.get('step', id)?.bounds.x ?? []);
  return steps.length > 0 ? Math.round(Math.min(...steps) - BEFORE) : null;
}

/** A stage from the selected steps on, where they are in one and are not what it begins with. */
export function fromHere(app: App): Command | null {
  const at = begin(app);
  if (at === null) return null;
  const all = columns(app);
  const here = all.findIndex((it) => at < it.until);
  const stage = all[here];
  if (!stage || at - (all[here - 1]?.until ?? 0) < NARROWEST) return null;
  return { do: 'splitStage', stage: stage.id, name: words.newStage, at };
}

/** A stage behind the others: to the end of the map, or a column further where they reach it. */
function behind(app: App): Command {
  const { mirror } = app;
  const last = columns(app).at(-1)?.until;
  const end = Math.max(WIDTH, ...mirror.steps.map((it) => right(mirror.scene.get('step', it.id)?.bounds ?? NOWHERE)));
  const reached = last !== undefined && last >= end - BEFORE;
  const until = Math.round(reached ? last + WIDTH : Math.max(end + BEFORE, right(mirror.bounds)));
  return { do: 'addStage', state: mirror.state, name: words.newStage, until };
}

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 };

export async function addStage(app: App): Promise<void> {
  const { mirror, view } = app;
  const before = [...view.selection];
  const patch = await app.apply(fromHere(app) ?? behind(app));
  const stage = patch?.made.find((id) => mirror.find('stage', id));
  if (!patch || stage === undefined) return;
  const group = mirror.scene.get('stage', stage);
  if (group) app.camera.reveal(group.bounds);
  view.select([stage]);
  view.edit(stage, null, { revision: patch.revision, before });
}
