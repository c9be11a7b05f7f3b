// What protects the work: going on in another place, another file of the same engagement, and the
// diagnosis.

import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

export const guard: Action[] = [
  {
    id: 'file.elsewhere',
    label: said(words.guard.elsewhereAction),
    keys: ['Ctrl+Alt+S'],
    when: opened,
    run: ({ guard }) => guard.saveElsewhere(),
    group: 'file',
  },
  {
    id: 'file.compare',
    label: said(words.conflict.choose),
    keys: [],
    when: opened,
    run: ({ conflict }) => conflict.compare(null),
    group: 'file',
  },
  {
    id: 'file.diagnosis',
    label: said(words.guard.diagnosis),
    keys: [],
    when: () => true,
    run: ({ guard }) => guard.diagnose(),
    group: 'file',
  },
];
