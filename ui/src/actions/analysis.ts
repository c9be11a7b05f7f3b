// What is done with the analysis itself; its parts have menus of their own.

import type { App } from '../app.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

const onAnalysis = (app: App): boolean => opened(app) && app.view.page === 'analysis';

export const analysis: Action[] = [
  {
    id: 'analysis.whatIf',
    label: said(words.analysis.whatIf),
    keys: ['Alt+U'],
    when: onAnalysis,
    run: ({ analysis }) => analysis.wonder(),
    group: 'view',
  },
  {
    id: 'analysis.again',
    label: said(words.analysis.again),
    keys: ['Alt+R'],
    when: onAnalysis,
    run: ({ analysis }) => analysis.again(),
    group: 'view',
  },
  {
    id: 'analysis.stop',
    label: ({ analysis }) => (analysis.halted ? words.analysis.goOn : words.analysis.stop),
    keys: ['Alt+H'],
    when: (app) => onAnalysis(app) && (app.analysis.playing || app.analysis.halted),
    run: ({ analysis }) => (analysis.halted ? analysis.goOn() : analysis.halt()),
    group: 'view',
  },
  {
    id: 'analysis.replay',
    label: ({ playback }) => (playback.active ? words.replay.close : words.replay.show),
    keys: ['Alt+Shift+R'],
    when: opened,
    run: ({ playback }) => (playback.active ? playback.close() : playback.show()),
    group: 'view',
  },
];
