// The states of the process: made, promoted, compared, deleted.

import type { App } from '../app.ts';
import { showState, statesOf } from '../states.ts';
import type { StateRole } from '../contract.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

const editable = (app: App): boolean => opened(app) && !app.readOnly;
const hasFuture = ({ mirror }: App): boolean =>
  mirror.all('state').some((it) => it.role === 'future' && it.process === mirror.shown?.process);
const onOther = (app: App): boolean => editable(app) && app.mirror.shown?.role !== 'current';

/** A name that no state has. */
function freshName(app: App, role: StateRole): string {
  const taken = new Set(app.mirror.all('state').map((it) => it.name));
  const name = role === 'future' ? words.futureState : words.state.variant;
  if (role === 'future' && !taken.has(name)) return name;
  let number = 1;
  while (taken.has(words.state.variantName(name, number))) number += 1;
  return words.state.variantName(name, number);
}

/** Makes a state of the shown one, and shows it. */
async function make(app: App, role: StateRole): Promise<void> {
  const patch = await app.apply({
    do: 'makeState',
    from: app.mirror.state,
    role,
    name: freshName(app, role),
  });
  const made = patch?.records.find((it) => it.kind === 'state');
  if (made) await showState(app, made.id);
}

async function remove(app: App): Promise<void> {
  const { mirror } = app;
  const { state } = mirror;
  const left = statesOf(mirror).find((it) => it.id !== state);
  if (!left) return;
  await showState(app, left.id);
  await app.apply({ do: 'delete', ids: [state] });
}

export const states: Action[] = [
  {
    id: 'state.compare',
    label: said(words.compare.open),
    keys: ['Alt+X'],
    when: (app) => opened(app) && (app.comparing.possible || app.view.page === 'compare'),
    run: (app) => (app.view.page === 'compare' ? app.view.show('map') : app.comparing.open()),
    group: 'view',
  },
  {
    id: 'state.future',
    label: said(words.state.makeFuture),
    keys: [],
    when: (app) => editable(app) && !hasFuture(app),
    run: (app) => make(app, 'future'),
    group: 'map',
  },
  {
    id: 'state.variant',
    label: said(words.state.makeVariant),
    keys: [],
    when: editable,
    run: (app) => make(app, 'variant'),
    group: 'map',
  },
  {
    id: 'state.promote',
    label: said(words.state.promote),
    keys: [],
    when: (app) => onOther(app) && app.mirror.shown?.role === 'variant',
    run: (app) => app.apply({ do: 'promoteState', state: app.mirror.state }),
    group: 'map',
  },
  {
    id: 'state.delete',
    label: said(words.state.delete),
    keys: [],
    when: onOther,
    run: remove,
    group: 'map',
  },
];
