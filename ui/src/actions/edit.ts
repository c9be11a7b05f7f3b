// Undo and redo by name, and what is done to the selection whatever it is.

import type { App } from '../app.ts';
import { words } from '../words.ts';
import { type Action, hasName, onMap, opened, said, writable } from './action.ts';

async function remove(app: App): Promise<void> {
  const ids = [...app.view.selection];
  await app.apply({ do: 'delete', ids });
}

export const edit: Action[] = [
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
