// A double click: on a name it edits the name, on a handoff or connector it asks how long it waits,
// on a bend it takes that out of its line, on empty ground it makes a step with the caret in it.

import type { App } from '../app.ts';
import type { Command, RecordId } from '../contract.ts';
import type { At } from './gesture.ts';
import { lineHandleAt } from './line_handles.ts';
import { putStep } from './place_step.ts';
import { withoutBend } from './reattach.ts';
import { under } from './under.ts';

/** `before` is what was selected before the first of the two clicks. */
export async function touched(app: App, here: At, before = app.view.selection): Promise<void> {
  if (app.readOnly || app.view.tool !== 'select') return;
  app.hand.cancel();
  const bend = bendAt(app, here, before);
  if (bend) return void (await app.apply(bend));
  const hit = under(app, here);
  switch (hit.is) {
    case 'head':
      return app.view.edit(hit.lane);
    case 'border':
      return app.view.edit(hit.stage);
    case 'thing':
      if (app.mirror.step(hit.id) || app.mirror.find('stage', hit.id)) return app.view.edit(hit.id);
      app.view.select([hit.id]);
      return app.view.open('delay');
    case 'ground':
      await putStep(app, 'step', here.scene);
  }
}

/** What takes the bend under the pointer out of its line; a line that was not selected showed none. */
function bendAt(app: App, { scene }: At, before: ReadonlySet<RecordId>): Command | null {
  const handle = lineHandleAt(app, scene);
  if (handle?.what.is !== 'bend' || handle.what.isNew) return null;
  const ids = [handle.connector.id, app.mirror.handoffAt(handle.connector)?.id];
  if (!ids.some((id) => id !== undefined && before.has(id))) return null;
  return withoutBend(handle.connector, handle.what.at);
}
