// Typing onto the map.

import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

export const capture: Action[] = [
  {
    id: 'map.capture',
    label: said(words.openCapture),
    keys: ['/', 'Ctrl+J'],
    when: (app) => opened(app) && !app.readOnly,
    run: (app) => app.capture.open(),
    group: 'map',
  },
];
