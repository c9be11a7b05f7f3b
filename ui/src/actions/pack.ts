// The pack: its page, and writing it.

import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

export const pack: Action[] = [
  {
    id: 'view.pack',
    label: said(words.pack.title),
    keys: ['Ctrl+8'],
    when: opened,
    run: ({ view }) => view.show('pack'),
    group: 'view',
  },
  {
    id: 'pack.forms',
    label: said(words.pack.forms.forms),
    keys: [],
    when: (app) => opened(app) && app.mirror.all('template').length > 0,
    run: async (app) => void (await app.packing.export('forms')),
    group: 'file',
  },
];
