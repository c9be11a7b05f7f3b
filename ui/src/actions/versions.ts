// Named points of the file: the list of them, and a name for the present one.

import type { App } from '../app.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

const shown = ({ view }: App): boolean => view.page === 'map' && view.aside === 'versions';

function lean({ view, versions }: App): void {
  view.lean('versions');
  versions.want();
}

export const versions: Action[] = [
  {
    id: 'version.show',
    label: said(words.versions.show),
    keys: ['Alt+Shift+V'],
    when: opened,
    run: (app) => (shown(app) ? app.view.lean('inspector') : lean(app)),
    group: 'file',
  },
  {
    id: 'version.name',
    label: said(words.versions.nameThis),
    keys: ['Ctrl+Shift+S'],
    when: (app) => opened(app) && !app.readOnly,
    run: lean,
    group: 'file',
  },
];
