// What is looked at and how: views, panels, zoom, theme.

import type { App } from '../app.ts';
import { SECTIONS, type View } from '../view.ts';
import { chooseLanguage, chosenLanguage, type Language, words } from '../words.ts';
import { type Action, onMap, opened, said } from './action.ts';

const onRoom = (view: View) => view.page === 'map' && view.aside === 'room';
const onPatterns = (view: View) => view.page === 'map' && view.aside === 'patterns';
const onOutline = (view: View) => view.page === 'map' && view.aside === 'outline';

/** The words are chosen when the page begins; the kernel keeps the file meanwhile. */
function speak(app: App, language: Language | null): void {
  chooseLanguage(language);
  app.places.keep();
  location.reload();
}

const languages = (['en', 'de', null] as const).map(
  (language): Action => ({
    id: `view.language.${language ?? 'system'}`,
    label: said(language ? words.languageOf[language] : words.languageSystem),
    keys: [],
    when: () => chosenLanguage !== language,
    run: (app) => speak(app, language),
    group: 'view',
  }),
);

const sections = SECTIONS.filter((it) => it !== 'teams').map(
  (section): Action => ({
    id: `view.${section}`,
    label: said(words.showSection(words.sections[section])),
    keys: [],
    when: opened,
    run: ({ view }) => view.turn(section),
    group: 'view',
  }),
);

/** From the map to the bar beside the selection, and back. */
function toBar(app: App): void {
  const bar = document.querySelector('.context-bar');
  const inside = bar?.contains(document.activeElement) ?? false;
  if (bar && !inside) bar.querySelector<HTMLElement>('button:enabled')?.focus();
  else document.querySelector('.stage')?.dispatchEvent(new CustomEvent('focusselected'));
  if (!bar) app.view.say(words.noBar);
}

export const view: Action[] = [
  {
    id: 'view.find',
    label: said(words.find),
    keys: ['Ctrl+K', 'Ctrl+F'],
    when: opened,
    run: ({ view }) => view.open(view.panel === 'find' ? null : 'find'),
    group: 'view',
  },
  {
    id: 'view.keys',
    label: said(words.showKeys),
    keys: ['?', 'F1'],
    when: () => true,
    run: ({ view }) => view.open(view.panel === 'keys' ? null : 'keys'),
    group: 'view',
  },
  {
    id: 'view.map',
    label: said(words.map),
    keys: ['Ctrl+1'],
    when: opened,
    // What the room said stands beside the map; who asks for the map is shown it without.
    run: ({ view }) => (onRoom(view) ? view.lean('inspector') : view.show('map')),
    group: 'view',
  },
  {
    id: 'view.handoffs',
    label: said(words.handoffsTitle),
    keys: ['Ctrl+2'],
    when: opened,
    run: ({ view }) => view.turnTo('register'),
    group: 'view',
  },
  {
    id: 'view.promises',
    label: said(words.promises.title),
    keys: [],
    when: opened,
    run: ({ view }) => view.turnTo('promises'),
    group: 'view',
  },
  {
    id: 'view.room',
    label: said(words.showRoom),
    keys: ['Ctrl+3'],
    when: opened,
    run: ({ view }) => view.lean(onRoom(view) ? 'inspector' : 'room'),
    group: 'view',
  },
  {
    id: 'view.teams',
    label: said(words.teamsTitle),
    keys: ['Ctrl+5'],
    when: opened,
    run: ({ view }) => view.turn('teams'),
    group: 'view',
  },
  ...sections,
  {
    id: 'view.analysis',
    label: said(words.analysisTitle),
    keys: ['Ctrl+6'],
    when: opened,
    run: ({ view }) => view.show('analysis'),
    group: 'view',
  },
  {
    id: 'view.checks',
    label: said(words.showChecks),
    keys: [],
    when: opened,
    run: ({ view }) => view.open(view.panel === 'checks' ? null : 'checks'),
    group: 'view',
  },
  {
    id: 'view.fit',
    label: said(words.fit),
    keys: ['Shift+1'],
    when: onMap,
    run: ({ camera }) => camera.fit(),
    group: 'view',
  },
  {
    id: 'view.actual',
    label: said(words.actualSize),
    keys: ['Shift+0'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(1),
    group: 'view',
  },
  {
    id: 'view.selection',
    label: said(words.fitSelection),
    keys: ['Shift+2'],
    when: (app) => onMap(app) && app.view.selection.size > 0,
    run: (app) => app.fitSelection(),
    group: 'view',
  },
  {
    id: 'view.in',
    label: said(words.zoomIn),
    keys: ['+', 'Ctrl+=', 'Ctrl++'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(Math.min(4, camera.k * 1.25)),
    group: 'view',
  },
  {
    id: 'view.out',
    label: said(words.zoomOut),
    keys: ['-', 'Ctrl+-'],
    when: onMap,
    run: ({ camera }) => camera.zoomTo(camera.k / 1.25),
    group: 'view',
  },
  {
    id: 'view.minimap',
    label: ({ view }) => (view.minimap ? words.hideMinimap : words.showMinimap),
    keys: ['M', 'Alt+M'],
    when: onMap,
    run: ({ view }) => view.showMinimap(!view.minimap),
    group: 'view',
  },
  {
    id: 'view.bar',
    label: said(words.toBar),
    keys: ['F6'],
    when: (app) => onMap(app) && app.view.selection.size > 0,
    run: toBar,
    group: 'quiet',
  },
  {
    id: 'view.outline',
    label: said(words.showOutline),
    keys: ['Ctrl+4'],
    when: opened,
    run: ({ view }) => view.lean(onOutline(view) ? 'inspector' : 'outline'),
    group: 'view',
  },
  {
    id: 'view.patterns',
    label: said(words.showPatterns),
    keys: ['F', 'Alt+F'],
    when: opened,
    run: ({ view }) => view.lean(onPatterns(view) ? 'inspector' : 'patterns'),
    group: 'view',
  },
  {
    id: 'view.light',
    label: said(words.light),
    keys: [],
    when: ({ view }) => view.theme !== 'light',
    run: ({ view }) => view.wear('light'),
    group: 'view',
  },
  {
    id: 'view.dark',
    label: said(words.dark),
    keys: [],
    when: ({ view }) => view.theme !== 'dark',
    run: ({ view }) => view.wear('dark'),
    group: 'view',
  },
  {
    id: 'view.system',
    label: said(words.system),
    keys: [],
    when: ({ view }) => view.theme !== 'system',
    run: ({ view }) => view.wear('system'),
    group: 'view',
  },
  ...languages,
];
