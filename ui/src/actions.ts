// Everything a person can do, as a table. Toolbar, menus, keyboard and command palette all render
// it: what is not a row here does not exist.

import type { App } from './app.ts';
import type { Record as Recorded } from './contract.ts';
import { grow, placeByKey } from './gestures/grow.ts';
import { walk } from './gestures/walk.ts';
import type { Tool } from './view.ts';
import { words } from './words.ts';

export interface Action {
  id: string;
  label: (app: App) => string;
  /** Shortcuts such as `Ctrl+Shift+Z`; the first is the one that is shown. */
  keys: readonly string[];
  /** Whether it can be done now. */
  when: (app: App) => boolean;
  run: (app: App) => unknown;
  /** Where it is listed; the palette lists every group. */
  group: 'file' | 'edit' | 'tool' | 'view' | 'map' | 'quiet';
}

const opened = (app: App): boolean => app.mirror.file !== null;
const onMap = (app: App): boolean => opened(app) && app.view.page === 'map';
const writable = (app: App): boolean => onMap(app) && !app.readOnly;

/** The kind of the one thing that is selected. */
function kind(app: App): Recorded['kind'] | null {
  return app.mirror.record(app.view.single ?? -1)?.kind ?? null;
}

const hasFlow = (app: App): boolean =>
  writable(app) && (kind(app) === 'connector' || kind(app) === 'handoff');
const canHurt = (app: App): boolean =>
  writable(app) && ['step', 'connector', 'handoff'].includes(kind(app) ?? '');
const hasName = (app: App): boolean =>
  writable(app) && (kind(app) === 'step' || kind(app) === 'lane');

const said = (text: string) => () => text;

function tool(id: Tool, label: string, key: string[]): Action {
  return {
    id: `tool.${id}`,
    label: said(label),
    keys: key,
    when: id === 'select' ? onMap : writable,
    run: ({ view }) => view.arm(id, id !== 'select' && view.tool === id),
    group: 'tool',
  };
}

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

async function remove(app: App): Promise<void> {
  const ids = [...app.view.selection];
  await app.apply({ do: 'delete', ids });
}

async function exportPack(app: App): Promise<void> {
  const exported = await app.kernel.exportPack();
  if (exported) app.notices.exported(exported);
}

/** Letting go, from the innermost out: gesture, panel, tool, selection. */
function escape(app: App): void {
  const { hand, view } = app;
  if (hand.cancel()) return;
  if (view.panel !== null) view.open(null);
  else if (view.tool !== 'select') view.arm('select');
  else view.select([]);
}

const file: Action[] = [
  {
    id: 'file.new',
    label: said(words.newEngagement),
    keys: ['Ctrl+Alt+N'],
    when: () => true,
    run: (app) =>
      app.open({
        ask: 'newEngagement',
        blank: { ...words.blank, teams: [...words.blank.teams] },
        path: null,
      }),
    group: 'file',
  },
  {
    id: 'file.open',
    label: said(words.openFile),
    keys: ['Ctrl+O'],
    when: () => true,
    run: (app) => app.open({ ask: 'open', path: null }),
    group: 'file',
  },
  {
    id: 'file.sample',
    label: said(words.openSample),
    keys: [],
    when: () => true,
    run: (app) => app.open({ ask: 'openSample', path: null }),
    group: 'file',
  },
  {
    id: 'file.export',
    label: said(words.exportPack),
    keys: ['Ctrl+E'],
    when: opened,
    run: exportPack,
    group: 'file',
  },
  {
    id: 'file.close',
    label: said(words.closeFile),
    keys: ['Ctrl+Alt+W'],
    when: opened,
    run: (app) => app.close(),
    group: 'file',
  },
];

const edit: Action[] = [
  {
    id: 'edit.undo',
    label: ({ mirror }) =>
      mirror.history.undo ? words.undoOf(words.edit(mirror.history.undo)) : words.undo,
    keys: ['Ctrl+Z'],
    when: (app) => opened(app) && !app.readOnly && app.mirror.history.undo !== null,
    run: (app) => app.travel('undo'),
    group: 'edit',
  },
  {
    id: 'edit.redo',
    label: ({ mirror }) =>
      mirror.history.redo ? words.redoOf(words.edit(mirror.history.redo)) : words.redo,
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    when: (app) => opened(app) && !app.readOnly && app.mirror.history.redo !== null,
    run: (app) => app.travel('redo'),
    group: 'edit',
  },
  {
    id: 'edit.text',
    label: said(words.rename),
    keys: ['F2', 'Enter'],
    when: hasName,
    run: ({ view }) => view.edit(view.single),
    group: 'edit',
  },
  {
    id: 'edit.delete',
    label: said(words.deleteSelection),
    keys: ['Delete', 'Backspace'],
    when: (app) => writable(app) && app.view.selection.size > 0,
    run: remove,
    group: 'edit',
  },
  {
    id: 'edit.all',
    label: said(words.selectAll),
    keys: ['Ctrl+A'],
    when: onMap,
    run: ({ view, mirror }) => view.select(mirror.steps.map((step) => step.id)),
    group: 'edit',
  },
];

const map: Action[] = [
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
    run: (app) => app.kernel.edit({ ask: 'tidyUp', state: app.mirror.state }),
    group: 'map',
  },
];

const view: Action[] = [
  {
    id: 'view.find',
    label: said(words.find),
    keys: ['Ctrl+K', 'Ctrl+F', '?'],
    when: opened,
    run: ({ view }) => view.open(view.panel === 'find' ? null : 'find'),
    group: 'view',
  },
  {
    id: 'view.map',
    label: said(words.map),
    keys: ['Ctrl+1'],
    when: opened,
    run: ({ view }) => view.show('map'),
    group: 'view',
  },
  {
    id: 'view.handoffs',
    label: said(words.handoffsTitle),
    keys: ['Ctrl+2'],
    when: opened,
    run: ({ view }) => view.show('handoffs'),
    group: 'view',
  },
  {
    id: 'view.checks',
    label: said(words.showChecks),
    keys: [],
    when: opened,
    run: ({ view }) => view.open(view.panel === 'checks' ? null : 'checks'),
    group: 'view',
  },
  {
    id: 'view.fit',
    label: said(words.fit),
    keys: ['Shift+1'],
    when: onMap,
    run: ({ camera }) => camera.fit(),
    group: 'view',
  },
  {
    id: 'view.actual',
    label: said(words.actualSize),
    keys: ['Shift+0'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(1),
    group: 'view',
  },
  {
    id: 'view.selection',
    label: said(words.fitSelection),
    keys: ['Shift+2'],
    when: (app) => onMap(app) && app.view.single !== null,
    run: (app) => app.view.single !== null && app.reveal(app.view.single),
    group: 'view',
  },
  {
    id: 'view.in',
    label: said(words.zoomIn),
    keys: ['+', 'Ctrl+=', 'Ctrl++'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(Math.min(4, camera.k * 1.25)),
    group: 'view',
  },
  {
    id: 'view.out',
    label: said(words.zoomOut),
    keys: ['-', 'Ctrl+-'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(camera.k / 1.25),
    group: 'view',
  },
  {
    id: 'view.light',
    label: said(words.light),
    keys: [],
    when: ({ view }) => view.theme !== 'light',
    run: ({ view }) => view.wear('light'),
    group: 'view',
  },
  {
    id: 'view.dark',
    label: said(words.dark),
    keys: [],
    when: ({ view }) => view.theme !== 'dark',
    run: ({ view }) => view.wear('dark'),
    group: 'view',
  },
  {
    id: 'view.system',
    label: said(words.system),
    keys: [],
    when: ({ view }) => view.theme !== 'system',
    run: ({ view }) => view.wear('system'),
    group: 'view',
  },
];

const quiet: Action[] = [
  {
    id: 'quiet.menu',
    label: said(words.showMenu),
    keys: ['F10'],
    when: () => true,
    run: ({ view }) => view.open(view.panel === 'menu' ? null : 'menu'),
    group: 'quiet',
  },
  {
    id: 'quiet.escape',
    label: said(words.escape),
    keys: ['Escape'],
    when: () => true,
    run: escape,
    group: 'quiet',
  },
  {
    id: 'quiet.place',
    label: said(words.place),
    keys: ['Enter'],
    when: (app) => writable(app) && isShape(app.view.tool),
    run: (app) => isShape(app.view.tool) && placeByKey(app, app.view.tool),
    group: 'quiet',
  },
  ...(['next', 'previous', 'below', 'above'] as const).map(
    (way): Action => ({
      id: `quiet.${way}`,
      label: said(words[way]),
      keys: [`Alt+Arrow${{ next: 'Right', previous: 'Left', below: 'Down', above: 'Up' }[way]}`],
      when: onMap,
      run: (app) => walk(app, way),
      group: 'quiet',
    }),
  ),
];

function isShape(it: Tool): it is 'step' | 'decision' | 'start' | 'end' {
  return it === 'step' || it === 'decision' || it === 'start' || it === 'end';
}

/** With a step selected letters are its new name; with Alt they are still the tools. */
const tools: Action[] = [
  tool('select', words.select, ['V', 'Alt+V']),
  tool('step', words.kinds.step, ['S', 'Alt+S']),
  tool('decision', words.kinds.decision, ['D', 'Alt+D']),
  tool('start', words.kinds.start, ['B', 'Alt+B']),
  tool('end', words.kinds.end, ['E', 'Alt+E']),
  tool('connect', words.connect, ['C', 'Alt+C']),
];

export const actions: readonly Action[] = [
  ...quiet.slice(2, 3),
  ...file,
  ...edit,
  ...tools,
  ...map,
  ...view,
  ...quiet.filter((it) => it.id !== 'quiet.place'),
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
