// What is done on the map: lanes, waits, pain points, the next step by key, tidying up.

import type { App } from '../app.ts';
import { grow } from '../gestures/grow.ts';
import { words } from '../words.ts';
import { type Action, canHurt, hasFlow, kind, said, writable } from './action.ts';

async function addLane(app: App): Promise<void> {
  const { mirror, view } = app;
  const here = mirror.lanes.findIndex((band) => view.selection.has(band.lane));
  const at = here === -1 ? mirror.lanes.length : here + 1;
  const name = words.newTeam;
  const patch = await app.apply({ do: 'addTeam', state: mirror.state, name, external: false, at });
  const lane = patch?.made.find((id) => mirror.lane(id));
  if (lane === undefined) return;
  const group = mirror.scene.get('laneHead', lane);
  if (group) app.camera.reveal({ ...group.bounds, x: 0, w: 1 });
  view.select([lane]);
  view.edit(lane);
}

function moveLane(app: App, by: number): unknown {
  const lane = app.mirror.lane(app.view.single ?? -1);
  if (!lane) return undefined;
  return app.apply({ do: 'moveLane', lane: lane.id, to: Math.max(0, lane.order + by) });
}

export const map: Action[] = [
  {
    id: 'map.lane',
    label: said(words.addLane),
    keys: ['L', 'Alt+L'],
    when: writable,
    run: addLane,
    group: 'map',
  },
  {
    id: 'map.wait',
    label: said(words.annotateWait),
    keys: ['W', 'Alt+W'],
    when: hasFlow,
    run: ({ view }) => view.open('delay'),
    group: 'map',
  },
  {
    id: 'map.pain',
    label: said(words.painPoint),
    keys: ['P', 'Alt+P'],
    when: canHurt,
    run: ({ view }) => view.open('pain'),
    group: 'map',
  },
  {
    id: 'map.growRight',
    label: said(words.growRight),
    keys: ['Ctrl+ArrowRight'],
    when: (app) => writable(app) && kind(app) === 'step',
    run: (app) => grow(app, 'right'),
    group: 'map',
  },
  {
    id: 'map.growUp',
    label: said(words.growUp),
    keys: ['Ctrl+ArrowUp'],
    when: (app) => writable(app) && kind(app) === 'step',
    run: (app) => grow(app, 'up'),
    group: 'map',
  },
  {
    id: 'map.growDown',
    label: said(words.growDown),
    keys: ['Ctrl+ArrowDown'],
    when: (app) => writable(app) && kind(app) === 'step',
    run: (app) => grow(app, 'down'),
    group: 'map',
  },
  {
    id: 'map.laneUp',
    label: said(words.moveLaneUp),
    keys: ['Alt+Shift+ArrowUp'],
    when: (app) => writable(app) && kind(app) === 'lane',
    run: (app) => moveLane(app, -1),
    group: 'map',
  },
  {
    id: 'map.laneDown',
    label: said(words.moveLaneDown),
    keys: ['Alt+Shift+ArrowDown'],
    when: (app) => writable(app) && kind(app) === 'lane',
    run: (app) => moveLane(app, 1),
    group: 'map',
  },
  {
    id: 'map.tidy',
    label: said(words.tidyUp),
    keys: ['Ctrl+Shift+T'],
    when: writable,
    run: (app) => app.kernel.edit({ ask: 'tidyUp', state: app.mirror.state, steps: [] }),
    group: 'map',
  },
];
