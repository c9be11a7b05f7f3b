// Undo and redo by name, and what is done to the selection whatever it is.

import type { App } from '../app.ts';
import { ask, copiedSteps, pasteFromMenu } from '../clipboard/events.ts';
import { canCopyPicture, copyPicture } from '../clipboard/picture.ts';
import { duplicate } from '../gestures/duplicate.ts';
import { hasText } from '../gestures/edit_text.ts';
import { words } from '../words.ts';
import { type Action, onMap, opened, said, writable } from './action.ts';

async function remove(app: App): Promise<void> {
  const ids = [...app.view.selection];
  await app.apply({ do: 'delete', ids });
}

const hasSteps = (app: App): boolean => onMap(app) && copiedSteps(app).size > 0;

/** Copy, cut and paste by key are the system's; from a menu the page asks for them. */
const clipboard: Action[] = [
  {
    id: 'edit.copy',
    label: said(words.copy),
    keys: ['Ctrl+C'],
    when: hasSteps,
    run: () => ask('copy'),
    group: 'edit',
    native: true,
  },
  {
    id: 'edit.cut',
    label: said(words.cut),
    keys: ['Ctrl+X'],
    when: (app) => writable(app) && hasSteps(app),
    run: () => ask('cut'),
    group: 'edit',
    native: true,
  },
  {
    id: 'edit.paste',
    label: said(words.paste),
    keys: ['Ctrl+V'],
    when: writable,
    run: pasteFromMenu,
    group: 'edit',
    native: true,
  },
  {
    id: 'edit.picture',
    label: said(words.copyPicture),
    keys: ['Ctrl+Shift+C'],
    when: (app) => hasSteps(app) && canCopyPicture(),
    run: copyPicture,
    group: 'edit',
  },
  {
    id: 'edit.duplicate',
    label: said(words.duplicate),
    keys: ['Ctrl+D'],
    when: (app) => writable(app) && hasSteps(app),
    run: duplicate,
    group: 'edit',
  },
];

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
    when: (app) => writable(app) && hasText(app),
    run: ({ view }) => view.edit(view.single),
    group: 'edit',
  },
  ...clipboard,
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
