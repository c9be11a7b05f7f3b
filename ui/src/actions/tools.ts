// The tools of the pointer, and placing an armed one by key.

import type { App } from '../app.ts';
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
    run: ({ view }) => view.arm(id, id !== 'select' && view.tool === id),
    group: 'tool',
  };
}

function isShape(it: Tool): it is 'step' | 'decision' | 'start' | 'end' {
  return it === 'step' || it === 'decision' || it === 'start' || it === 'end';
}

/** Comes before every other use of Enter. */
export const place: Action = {
  id: 'quiet.place',
  label: said(words.place),
  keys: ['Enter'],
  when: (app) => writable(app) && isShape(app.view.tool),
  run: (app: App) => isShape(app.view.tool) && placeByKey(app, app.view.tool),
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
