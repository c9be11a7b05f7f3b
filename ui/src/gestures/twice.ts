// A double click: on a name it edits the name, on a handoff or connector it asks how long it waits,
// on empty ground it makes a step with the caret in it.

import type { App } from '../app.ts';
import type { At } from './gesture.ts';
import { putStep } from './place_step.ts';
import { under } from './under.ts';

export async function touched(app: App, here: At): Promise<void> {
  if (app.readOnly || app.view.tool !== 'select') return;
  app.hand.cancel();
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
      if (hit.band) await putStep(app, 'step', here.scene);
  }
}
