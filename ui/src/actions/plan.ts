// What is done with the plan: writing an action, moving it between columns, taking the plan along.

import type { App } from '../app.ts';
import { savePlanCalendar, savePlanTable } from '../plan/table.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

const onPlan = (app: App): boolean => opened(app) && app.view.page === 'actions';
const canPlan = (app: App): boolean => onPlan(app) && !app.readOnly;
const hasChosen = (app: App): boolean => canPlan(app) && app.planning.action !== undefined;
const hasPlan = (app: App): boolean => opened(app) && app.mirror.all('action').length > 0;

export const plan: Action[] = [
  {
    id: 'view.actions',
    label: said(words.plan.title),
    keys: ['Ctrl+7'],
    when: opened,
    run: ({ view }) => view.show('actions'),
    group: 'view',
  },
  {
    id: 'plan.add',
    label: said(words.plan.add),
    keys: ['Alt+Shift+N'],
    when: (app) => opened(app) && !app.readOnly,
    run: (app) => {
      app.view.show('actions');
      app.planning.want();
    },
    group: 'plan',
  },
  {
    id: 'plan.sooner',
    label: said(words.plan.sooner),
    keys: ['Shift+ArrowLeft'],
    when: hasChosen,
    run: ({ planning }) => planning.shift(-1),
    group: 'plan',
  },
  {
    id: 'plan.later',
    label: said(words.plan.later),
    keys: ['Shift+ArrowRight'],
    when: hasChosen,
    run: ({ planning }) => planning.shift(1),
    group: 'plan',
  },
  {
    id: 'plan.remove',
    label: said(words.plan.remove),
    keys: ['Shift+Delete'],
    when: hasChosen,
    run: ({ planning }) => planning.remove(),
    group: 'plan',
  },
  {
    id: 'plan.csv',
    label: said(words.plan.csv),
    keys: [],
    when: hasPlan,
    run: savePlanTable,
    group: 'plan',
  },
  {
    id: 'plan.calendar',
    label: said(words.plan.calendar),
    keys: [],
    when: hasPlan,
    run: savePlanCalendar,
    group: 'plan',
  },
];
