// What has a key and no place in a menu: the menu itself, letting go, walking over the map.

import type { App } from '../app.ts';
import { walk } from '../gestures/walk.ts';
import { words } from '../words.ts';
import { type Action, onMap, said } from './action.ts';

/** Letting go, from the innermost out: gesture, panel, tool, replay, spotlight, selection. */
function escape(app: App): void {
  const { hand, view, playback, planning } = app;
  if (hand.cancel()) return;
  if (view.panel !== null) view.open(null);
  else if (view.tool !== 'select') view.arm('select');
  else if (playback.active) playback.close();
  else if (view.page === 'actions' && planning.opened) planning.close();
  else if (view.spotlight !== null) view.light(null);
  else view.select([]);
}

export const quiet: Action[] = [
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
