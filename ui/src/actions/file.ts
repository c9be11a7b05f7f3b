// Files: a new one, another one, the pack of this one.

import type { App } from '../app.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

async function exportMinutes(app: App): Promise<void> {
  const exported = await app.kernel.exportMinutes();
  if (exported) app.notices.exported(exported);
}

async function exportPack(app: App): Promise<void> {
  await app.packing.export('pdf');
}

export const file: Action[] = [
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
    id: 'file.minutes',
    label: said(words.exportMinutes),
    keys: ['Ctrl+Shift+E'],
    when: opened,
    run: exportMinutes,
    group: 'file',
  },
  {
    id: 'file.place',
    label: said(words.placeFileAction),
    keys: ['Ctrl+S'],
    when: (app) => app.mirror.file?.unplaced === true,
    run: (app) => app.guard.place(),
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
