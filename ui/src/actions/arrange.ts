// What is done to steps where they stand: lining up, spreading, locking, becoming another kind.

import type { App } from '../app.ts';
import type { StepKind } from '../contract.ts';
import type { Axis, Line } from '../geometry/align.ts';
import { align, distribute, selectedSteps } from '../gestures/arrange.ts';
import { words } from '../words.ts';
import { type Action, said, writable } from './action.ts';

const LINES: readonly [Line, string][] = [
  ['left', 'Ctrl+Shift+ArrowLeft'],
  ['centre', 'Ctrl+Alt+C'],
  ['right', 'Ctrl+Shift+ArrowRight'],
  ['top', 'Ctrl+Shift+ArrowUp'],
  ['middle', 'Ctrl+Alt+M'],
  ['bottom', 'Ctrl+Shift+ArrowDown'],
];
const AXES: readonly [Axis, string][] = [
  ['x', 'Ctrl+Alt+H'],
  ['y', 'Ctrl+Alt+V'],
];
const KINDS: readonly [StepKind, string][] = [
  ['step', 'Alt+Shift+S'],
  ['decision', 'Alt+Shift+D'],
  ['start', 'Alt+Shift+B'],
  ['end', 'Alt+Shift+E'],
];

const chosen = ({ mirror, view }: App) => [...view.selection].flatMap((id) => mirror.step(id) ?? []);
const areLocked = (app: App): boolean => chosen(app).every((step) => step.pinned);

const become = ([shape, key]: readonly [StepKind, string]): Action => ({
  id: `map.become.${shape}`,
  label: said(words.become[shape]),
  keys: [key],
  when: (app) => {
    const step = app.mirror.step(app.view.single ?? -1);
    return writable(app) && step !== undefined && step.shape !== shape;
  },
  run: (app) => {
    const step = app.view.single ?? -1;
    return app.apply({ do: 'editStep', step, edit: { field: 'shape', value: shape } });
  },
  group: 'map',
});

export const arrange: Action[] = [
  ...KINDS.map(become),
  {
    id: 'map.lock',
    label: (app) => (areLocked(app) && selectedSteps(app) > 0 ? words.unlock : words.lock),
    keys: ['Ctrl+L'],
    when: (app) => writable(app) && selectedSteps(app) > 0,
    run: (app) => {
      const steps = chosen(app).map((step) => step.id);
      return app.apply({ do: 'lock', steps, pinned: !areLocked(app) });
    },
    group: 'map',
  },
  ...LINES.map(([line, key]): Action => ({
    id: `map.align.${line}`,
    label: said(words.align[line]),
    keys: [key],
    when: (app) => writable(app) && selectedSteps(app) > 1,
    run: (app) => align(app, line),
    group: 'map',
  })),
  ...AXES.map(([axis, key]): Action => ({
    id: `map.spread.${axis}`,
    label: said(words.spread[axis]),
    keys: [key],
    when: (app) => writable(app) && selectedSteps(app) > 2,
    run: (app) => distribute(app, axis),
    group: 'map',
  })),
];
