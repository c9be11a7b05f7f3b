// The tools of the pointer, and placing an armed one by key.

import type { App } from '../app.ts';
import type { StepId } from '../contract.ts';
import { placeByKey } from '../gestures/grow.ts';
import type { Tool } from '../view.ts';
import { words } from '../words.ts';
import { type Action, onMap, said, writable } from './action.ts';

function tool(id: Tool, label: string, key: string[]): Action {
  return {
    id: `tool.${id}`,
    label: said(label),
    keys: key,
    when: id === 'select' ? onMap : writable,
    run: (app) => {
      const { view, mirror } = app;
      view.arm(id, id !== 'select' && view.tool === id);
      const from = mirror.step(view.single ?? -1);
      if (id !== 'connect' || !from) return;
      view.wiredFrom = from.id;
      view.say(words.wireFrom(from.name));
    },
    group: 'tool',
  };
}

/** The step to connect to, once one has gone to it by key. */
function otherEnd({ view, mirror }: App): StepId | null {
  const to = view.tool === 'connect' && view.wiredFrom !== null ? mirror.step(view.single ?? -1) : undefined;
  return to && to.id !== view.wiredFrom ? to.id : null;
}

async function join(app: App, to: StepId): Promise<void> {
  const from = app.mirror.step(app.view.wiredFrom ?? -1);
  app.view.used();
  if (!from) return;
  const patch = await app.apply({ do: 'connect', from: from.id, to: { to: 'step', step: to } });
  if (patch) app.view.select(patch.made.slice(0, 1));
}

function isShape(it: Tool): it is 'step' | 'decision' | 'start' | 'end' {
  return it === 'step' || it === 'decision' || it === 'start' || it === 'end';
}

/** Comes before every other use of Enter. */
export const place: Action = {
  id: 'quiet.place',
  label: (app) => (otherEnd(app) === null ? words.place : words.wireTo),
  keys: ['Enter'],
  when: (app) => writable(app) && (isShape(app.view.tool) || otherEnd(app) !== null),
  run: (app: App) => {
    const to = otherEnd(app);
    if (to !== null) return join(app, to);
    return isShape(app.view.tool) && placeByKey(app, app.view.tool);
  },
  group: 'quiet',
};

/** With something selected letters are its text; with Alt they are still the tools. */
export const tools: Action[] = [
  tool('select', words.select, ['V', 'Alt+V']),
  tool('step', words.kinds.step, ['S', 'Alt+S']),
  tool('decision', words.kinds.decision, ['D', 'Alt+D']),
  tool('start', words.kinds.start, ['B', 'Alt+B']),
  tool('end', words.kinds.end, ['E', 'Alt+E']),
  tool('connect', words.connect, ['C', 'Alt+C']),
];
