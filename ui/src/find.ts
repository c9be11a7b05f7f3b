// Finding by a few letters: things on the map first, then actions. Every word typed must begin a
// word of the name or be inside it; names that begin with what was typed come first.

import { actions } from './actions.ts';
import type { App } from './app.ts';
import { numberOf, teamsOf } from './canvas/spoken.ts';
import type { RecordId } from './contract.ts';
import { words } from './words.ts';

export interface Found {
  id: string;
  label: string;
  hint: string;
  /** The shortcut of an action. */
  keys: string;
  /** Stands above the first of its kind. */
  heading: string;
  run: () => void;
}

/** How well a name fits; less is better, nothing does not fit. */
export function fits(name: string, typed: string): number | null {
  const low = name.toLowerCase();
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.every((word) => low.includes(word))) return null;
  if (low.startsWith(typed.toLowerCase())) return 0;
  return wanted.every((word) => low.split(/[\s/–-]+/).some((part) => part.startsWith(word))) ? 1 : 2;
}

/** At most so many things of the map; a list that is longer is not read. */
const MOST = 40;

export function find(app: App, typed: string): Found[] {
  const onMap = typed.trim() === '' ? [] : rank(things(app), typed).slice(0, MOST);
  const doable = actions
    .filter((it) => it.id !== 'view.find' && it.id !== 'quiet.escape' && it.when(app))
    .map((it) => ({
      id: it.id,
      label: it.label(app),
      hint: '',
      keys: it.keys[0] ?? '',
      heading: '',
      run: () => void it.run(app),
    }));
  return [...headed(onMap, words.onTheMap), ...headed(rank(doable, typed), words.actions)];
}

function rank(list: Found[], typed: string): Found[] {
  return list
    .flatMap((it) => {
      const fit = fits(`${it.label} ${it.hint}`, typed.trim());
      return fit === null ? [] : [{ it, fit }];
    })
    .sort((a, b) => a.fit - b.fit)
    .map(({ it }) => it);
}

function headed(list: Found[], heading: string): Found[] {
  return list.map((it, at) => (at === 0 ? { ...it, heading } : it));
}

function things(app: App): Found[] {
  const { mirror } = app;
  const thing = (id: RecordId, label: string, hint: string): Found => ({
    id: `record.${id}`,
    label,
    hint,
    keys: '',
    heading: '',
    run: () => app.reveal(id),
  });
  const handoffs = mirror.handoffs.map(({ handoff, connector }) =>
    thing(handoff.id, `${numberOf(handoff)} ${handoff.passes}`.trim(), teamsOf(mirror, connector)),
  );
  const steps = mirror.steps.map((step) =>
    thing(step.id, step.name || words.unnamed, mirror.teamOf(step)?.name ?? words.kinds[step.shape]),
  );
  const lanes = mirror.lanes.map((band) =>
    thing(band.lane, mirror.team(band.team)?.name || words.unnamed, words.team),
  );
  const planned = mirror.all('action').map((it) => ({
    ...thing(it.id, it.text || words.unnamed, words.plan.panel),
    run: () => {
      app.view.show('actions');
      app.planning.open(it.id);
    },
  }));
  return [...steps, ...handoffs, ...lanes, ...planned];
}
