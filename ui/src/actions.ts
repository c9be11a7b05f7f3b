// Everything a person can do, as a table. Toolbar, menus, keyboard and command palette all render
// it: what is not a row here does not exist.

import type { Action } from './actions/action.ts';
import { agreement } from './actions/agreement.ts';
import { analysis } from './actions/analysis.ts';
import { capture } from './actions/capture.ts';
import { edit } from './actions/edit.ts';
import { file } from './actions/file.ts';
import { guard } from './actions/guard.ts';
import { map } from './actions/map.ts';
import { pack } from './actions/pack.ts';
import { plan } from './actions/plan.ts';
import { quiet } from './actions/quiet.ts';
import { room } from './actions/room.ts';
import { states } from './actions/states.ts';
import { place, tools } from './actions/tools.ts';
import { versions } from './actions/versions.ts';
import { view } from './actions/view.ts';
import type { App } from './app.ts';

export type { Action } from './actions/action.ts';

/** Where two rows share a key, the first that can be done now has it. */
export const actions: readonly Action[] = [
  place,
  ...file,
  ...versions,
  ...guard,
  ...edit,
  ...tools,
  ...map,
  ...capture,
  ...room,
  ...agreement,
  ...analysis,
  ...states,
  ...view,
  ...plan,
  ...pack,
  ...quiet,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** The action with this id; a name that is not in the table is a mistake in the code. */
export function action(id: string): Action {
  const found = byId.get(id);
  if (!found) throw new Error(`there is no action ${id}`);
  return found;
}

/** Does it, if it can be done now. */
export function run(app: App, id: string): void {
  const it = action(id);
  if (it.when(app)) void it.run(app);
}
