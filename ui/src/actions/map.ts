// What is done on the map: lanes, stages, waits, pain points, the next step by key, tidying up.

import type { App } from '../app.ts';
import { selectedConnector } from '../gestures/line_handles.ts';
import { grow, precede } from '../gestures/grow.ts';
import { addLaneAt } from '../gestures/lane.ts';
import { addStage, fromHere } from '../gestures/stage.ts';
import { words } from '../words.ts';
import { type Action, hasFlow, kind, said, writable } from './action.ts';
import { arrange } from './arrange.ts';

/** Above or below the selected lane; without one, below all. */
function addLane(app: App, by: 0 | 1): unknown {
  const { mirror, view } = app;
  const here = mirror.lanes.findIndex((band) => view.selection.has(band.lane));
  return addLaneAt(app, here === -1 ? mirror.lanes.length : here + by);
}

function moveLane(app: App, by: number): unknown {
  const lane = app.mirror.lane(app.view.single ?? -1);
  if (!lane) return undefined;
  return app.apply({ do: 'moveLane', lane: lane.id, to: Math.max(0, lane.order + by) });
}

/** Nothing follows an end. */
const growable = (app: App): boolean =>
  writable(app) && (app.mirror.step(app.view.single ?? -1)?.shape ?? 'end') !== 'end';
/** Nothing comes before a start. */
const precedable = (app: App): boolean =>
  writable(app) && (app.mirror.step(app.view.single ?? -1)?.shape ?? 'start') !== 'start';
const onLane = (app: App): boolean => writable(app) && kind(app) === 'lane';

/** The lane that would be looked at alone: the selected one, or that of the selected step. */
function lit({ mirror, view }: App): number | null {
  const id = view.single ?? -1;
  return mirror.lane(id)?.id ?? mirror.step(id)?.lane ?? null;
}

const lanes: Action[] = [
  {
    id: 'map.lane',
    label: said(words.addLane),
    keys: ['L', 'Alt+L'],
    when: writable,
    run: (app) => addLane(app, 1),
    group: 'map',
  },
  {
    id: 'map.laneAbove',
    label: said(words.insertLane),
    keys: ['Alt+Shift+L'],
    when: onLane,
    run: (app) => addLane(app, 0),
    group: 'map',
  },
  {
    id: 'map.laneUp',
    label: said(words.moveLaneUp),
    keys: ['Alt+Shift+ArrowUp'],
    when: onLane,
    run: (app) => moveLane(app, -1),
    group: 'map',
  },
  {
    id: 'map.laneDown',
    label: said(words.moveLaneDown),
    keys: ['Alt+Shift+ArrowDown'],
    when: onLane,
    run: (app) => moveLane(app, 1),
    group: 'map',
  },
  {
    id: 'map.spotlight',
    label: ({ view }) => (view.spotlight === null ? words.spotlight : words.spotlightOff),
    keys: ['Alt+Shift+F'],
    when: (app) => app.mirror.file !== null && (app.view.spotlight !== null || lit(app) !== null),
    run: (app) => app.view.light(app.view.spotlight === null ? lit(app) : null),
    group: 'map',
  },
  {
    id: 'map.stage',
    label: (app) => (fromHere(app) ? words.stageFromHere : words.addStage),
    keys: ['Alt+Shift+C'],
    when: writable,
    run: addStage,
    group: 'map',
  },
];

const grown: Action[] = [
  {
    id: 'map.growRight',
    label: said(words.growRight),
    keys: ['Ctrl+ArrowRight', 'Tab'],
    when: growable,
    run: (app) => grow(app, 'right'),
    group: 'map',
  },
  {
    id: 'map.growLeft',
    label: said(words.growLeft),
    keys: ['Ctrl+ArrowLeft'],
    when: precedable,
    run: precede,
    group: 'map',
  },
  {
    id: 'map.growUp',
    label: said(words.growUp),
    keys: ['Ctrl+ArrowUp'],
    when: growable,
    run: (app) => grow(app, 'up'),
    group: 'map',
  },
  {
    id: 'map.growDown',
    label: said(words.growDown),
    keys: ['Ctrl+ArrowDown'],
    when: growable,
    run: (app) => grow(app, 'down'),
    group: 'map',
  },
];

/** Of several selected steps these alone; else the whole map. */
async function tidyUp(app: App): Promise<void> {
  const chosen = [...app.view.selection].filter((id) => app.mirror.step(id));
  const steps = chosen.length > 1 ? chosen : [];
  const { revision } = app.mirror;
  const patch = await app.kernel.edit({ ask: 'tidyUp', state: app.mirror.state, steps });
  if (patch?.revision === revision) app.notices.hint(words.tidyAlready);
}

/** On what is selected letters are its text, so the key with Alt comes first. */
export const map: Action[] = [
  ...lanes,
  {
    id: 'map.wait',
    label: said(words.annotateWait),
    keys: ['Alt+W', 'W'],
    when: hasFlow,
    instead: words.delayNeedsConnector,
    run: ({ view }) => view.open('delay'),
    group: 'map',
  },
  {
    id: 'map.pain',
    label: said(words.painPoint),
    keys: ['Alt+P', 'P'],
    when: writable,
    run: ({ view }) => view.open('pain'),
    group: 'map',
  },
  {
    id: 'map.ownWay',
    label: said(words.ownWay),
    keys: ['Alt+Shift+W'],
    when: (app) => writable(app) && (selectedConnector(app)?.bends.length ?? 0) > 0,
    run: (app) => {
      const connector = selectedConnector(app)?.id ?? -1;
      return app.apply({ do: 'editConnector', connector, edit: { field: 'bends', value: [] } });
    },
    group: 'map',
  },
  ...grown,
  ...arrange,
  {
    id: 'map.tidy',
    label: said(words.tidyUp),
    keys: ['Ctrl+Shift+T'],
    when: writable,
    run: tidyUp,
    group: 'map',
  },
];
