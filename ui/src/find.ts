// Finding by a few letters: everything the map has words for, and what can be done. A name that
// begins with what was typed comes before one with a word that does, and that before one that only
// holds it; what stands beside the name counts last. Case and accents make no difference. What
// cannot be done just now stands below all of that: whoever looks for it learns that it is there.

import { type Action, writable } from './actions/action.ts';
import { actions } from './actions.ts';
import type { App } from './app.ts';
import { calledBy, numberOf, teamsOf } from './canvas/spoken.ts';
import type { Connector, Rect, RecordId, Role, Step, Target } from './contract.ts';
import { union } from './geometry/rect.ts';
import { type Mark, marksOf, nameOf } from './marks.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

export interface Found {
  id: string;
  label: string;
  /** What of the map it is; an action says nothing. */
  kind: string;
  /** Where it is. */
  hint: string;
  /** The shortcut of an action. */
  keys: string;
  /** Stands above the first of its kind. */
  heading: string;
  /** It cannot be done now; taken all the same, it says so. */
  off?: boolean;
  run: () => void;
}

/** At most so many things of the map; a list that is longer is not read. */
const MOST = 40;
/** Not in the name, but in what stands beside it. */
const BESIDE = 3;
/** Room left round what is too large to stand in the middle, in pixels. */
const MARGIN = 48;

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Whether a word of a text begins with this. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** The number of a handoff, however it is typed: h7, H-7 and h07 are H-07. */
const asNumbered = (word: string): string =>
  word.replace(/^h-?0*(\d+)$/, (_, digits: string) => `h-${digits.padStart(2, '0')}`);

/** How well a name fits; less is better, nothing does not fit. */
export function fits(name: string, typed: string): number | null {
  const low = plain(name);
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const [whole, numbered] = [wanted.join(' '), wanted.map(asNumbered).join(' ')];
  const either = (word: string, holds: (word: string) => boolean) => holds(word) || holds(asNumbered(word));
  if (!wanted.every((word) => either(word, (it) => low.includes(it)))) return null;
  if (low.startsWith(whole) || low.startsWith(numbered)) return 0;
  return wanted.every((word) => either(word, (it) => begins(low, it))) ? 1 : 2;
}

interface Ranked {
  list: Found[];
  /** How well the first of them fits. */
  best: number;
}

export function find(app: App, typed: string): Found[] {
  const isAsked = typed.trim() !== '';
  const onMap = rank(isAsked ? things(app) : [], typed);
  const doable = rank(doables(app), typed);
  const other = headed(rank(isAsked ? notNow(app) : [], typed).list, words.notNow);
  // A hand that types fast slips: what nearly fits is offered where nothing does.
  if (onMap.list.length + doable.list.length + other.length === 0) {
    const slipped = (all: Found[]) => rank(all, typed, (it) => nearly(it.label, typed)).list;
    return [
      ...headed(slipped(things(app)).slice(0, MOST), words.onTheMap),
      ...headed(slipped(doables(app)), words.actions),
    ];
  }
  const map = headed(onMap.list.slice(0, MOST), words.onTheMap);
  const toDo = headed(doable.list, words.actions);
  // An action called by its name must not stand below all that has the word somewhere.
  return doable.best < onMap.best ? [...toDo, ...map, ...other] : [...map, ...toDo, ...other];
}

function rank(list: Found[], typed: string, how = fit): Ranked {
  const fitting = list
    .flatMap((it) => {
      const found = how(it, typed);
      return found === null ? [] : [{ it, fit: found }];
    })
    .sort((a, b) => a.fit - b.fit);
  return { list: fitting.map(({ it }) => it), best: fitting[0]?.fit ?? Infinity };
}

function fit(it: Found, typed: string): number | null {
  return fits(it.label, typed) ?? (fits(`${it.label} ${it.hint}`, typed) === null ? null : BESIDE);
}

/** Up to so many letters a word has no room for a slip. */
const SHORT = 3;
/** From so many on it has room for two. */
const LONG = 8;

/** How many slips lie between what was typed and the words of a name; nothing where it is another. */
export function nearly(name: string, typed: string): number | null {
  const here = plain(name).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let slips = 0;
  for (const word of plain(typed).split(/\s+/).filter(Boolean)) {
    const most = word.length <= SHORT ? 0 : word.length < LONG ? 1 : 2;
    const fewest = Math.min(...here.map((it) => slipsBetween(word, it)));
    if (fewest > most) return null;
    slips += fewest;
  }
  return slips;
}

/** Letters too many, too few, wrong or swapped between a word and the beginning of another. */
function slipsBetween(typed: string, word: string): number {
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      const swapped = typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  // The rest of a word that was not typed to its end is no slip.
  return Math.min(...row.slice(Math.max(0, typed.length - 2)));
}

function headed(list: Found[], heading: string): Found[] {
  return list.map((it, at) => (at === 0 ? { ...it, heading } : it));
}

/** An action as a line of the list. */
const listed = (app: App, it: Action) => ({
  id: it.id,
  label: it.label(app),
  kind: '',
  hint: '',
  keys: it.keys[0] ?? '',
  heading: '',
});

function doables(app: App): Found[] {
  return actions
    .filter((it) => it.id !== 'view.find' && it.id !== 'quiet.escape' && it.when(app))
    .map((it) => ({ ...listed(app, it), run: () => void it.run(app) }));
}

/** What can be done when something else is open or selected, and the map can be written. */
function notNow(app: App): Found[] {
  if (!writable(app)) return [];
  return actions
    .filter((it) => it.group !== 'quiet' && !it.when(app))
    .map((it) => {
      const line = listed(app, it);
      return { ...line, off: true, run: () => app.notices.hint(it.instead ?? words.notWithThis(line.label)) };
    });
}

/** Everything of the map: what is drawn first, then what is said of it. */
function things(app: App): Found[] {
  const { mirror } = app;
  return [
    ...drawn(app),
    ...mirror.all('action').map((it) =>
      row(`record.${it.id}`, words.plan.panel, it.text, '', () => {
        app.view.show('actions');
        app.planning.open(it.id);
      }),
    ),
    ...marksOf(mirror).map((mark) => marked(app, mark)),
    ...mirror.all('role').map((role) => roleOf(app, role)),
    ...mirror.steps.flatMap((step) => systemsOf(app, step)),
    ...agreed(app),
    ...mirror
      .all('connector')
      .filter((it) => it.state === mirror.state)
      .flatMap((it) => saidOf(app, it)),
  ];
}

function row(id: string, kind: string, label: string, hint: string, run: () => void): Found {
  return { id, kind, label: label || words.unnamed, hint, keys: '', heading: '', run };
}

function drawn(app: App): Found[] {
  const { mirror } = app;
  const thing = (id: RecordId, kind: string, label: string, hint: string) =>
    row(`record.${id}`, kind, label, hint, () => jump(app, id));
  const steps = mirror.steps.map((it) =>
    thing(it.id, words.kinds[it.shape], it.name, mirror.teamOf(it)?.name ?? ''),
  );
  const handoffs = mirror.handoffs.map(({ handoff, connector }) => {
    const label = `${numberOf(handoff)} ${handoff.passes}`.trim();
    return thing(handoff.id, words.handoff, label, teamsOf(mirror, connector));
  });
  const lanes = mirror.lanes.map((band) =>
    thing(band.lane, words.team, mirror.team(band.team)?.name ?? '', ''),
  );
  const stages = mirror
    .all('stage')
    .filter((it) => it.state === mirror.state)
    .map((it) => thing(it.id, words.stage, it.name, ''));
  return [...steps, ...handoffs, ...lanes, ...stages];
}

/** What the room said leads to what it is pinned to, else to the list of all that was said. */
function marked(app: App, mark: Mark): Found {
  const { mirror, view } = app;
  const where = mark.about.map((it) => nameOf(mirror, it)).join('; ');
  return row(`record.${mark.id}`, words.markKind[mark.kind], mark.text, where, () => {
    const [on] = mark.about.flatMap((it) => standing(mirror, it) ?? []);
    if (on === undefined) return view.seek(mark.id);
    // Both lists have it; the one that is open stays.
    if (view.aside !== 'room') view.lean('inspector');
    jump(app, on);
  });
}

/** A role leads to its team, and without one on the map to the list of roles. */
function roleOf(app: App, role: Role): Found {
  const { mirror, view } = app;
  const hint = [mirror.team(role.team)?.name, role.person].filter(Boolean).join(', ');
  return row(`record.${role.id}`, words.suggested.role, role.name, hint, () => {
    const lane = mirror.lanes.find((it) => it.team === role.team)?.lane;
    if (lane === undefined) view.turn('teams');
    else inspect(app, lane);
  });
}

/** What was agreed leads to what it was agreed about, and what stands under nothing here to its list. */
function agreed(app: App): Found[] {
  const { mirror, view } = app;
  const { sla, criterion, template } = words.foundKinds;
  const under = (kind: string, it: { id: RecordId; name: string }, of: 'sla' | 'template', list: () => void) => {
    const here = mirror.handoffs.filter(({ handoff }) => handoff[of] === it.id);
    const hint = here.map(({ handoff }) => numberOf(handoff)).join(', ');
    const [first] = here;
    return row(`record.${it.id}`, kind, it.name, hint, () => (first ? inspect(app, first.handoff.id) : list()));
  };
  return [
    ...mirror.all('sla').map((it) => under(sla, it, 'sla', () => view.promised(it.id))),
    ...mirror.all('template').map((it) => under(template, it, 'template', () => view.turn('templates'))),
    ...mirror.all('criterion').flatMap((it) => {
      const on = standing(mirror, it.about);
      if (on === undefined) return [];
      return [row(`record.${it.id}`, criterion, it.text, nameOf(mirror, it.about), () => inspect(app, on))];
    }),
  ];
}

function systemsOf(app: App, step: Step): Found[] {
  return step.systems.map((system, at) =>
    row(`system.${step.id}.${at}`, words.suggested.system, system, step.name, () =>
      inspect(app, step.id),
    ),
  );
}

/** What is written on a connector: its label, why it waits, and by what system it passes things on. */
function saidOf(app: App, connector: Connector): Found[] {
  const { mirror } = app;
  const { id, label, cause, causeNote, channel } = connector;
  const said: [string, string, string][] = [
    ['label', words.connector, label],
    ['cause', words.cause, cause ? words.causes[cause] : ''],
    ['note', words.cause, causeNote],
    ['channel', words.channel, channel],
  ];
  const on = mirror.handoffAt(connector)?.id ?? id;
  return said
    .filter(([, , text]) => text !== '')
    .map(([field, kind, text]) =>
      row(`${field}.${id}`, kind, text, calledBy(mirror, connector), () => inspect(app, on)),
    );
}

/** The record that stands for a target on the map that is shown. */
function standing(mirror: Mirror, target: Target): RecordId | undefined {
  if (target.of === 'team') return mirror.lanes.find((it) => it.team === target.id)?.lane;
  return boundsOf(mirror, target.id) ? target.id : undefined;
}

/** Where a record is drawn; a handoff without a pill is where its connector is. */
function boundsOf(mirror: Mirror, id: RecordId): Rect | undefined {
  const line = mirror.find('handoff', id)?.connector ?? id;
  const own = mirror.drawnOf(id);
  const [first, ...rest] = own.length > 0 ? own : mirror.drawnOf(line);
  return first && rest.reduce((all, it) => union(all, it.bounds), first.bounds);
}

/** To a thing, with the panel at its right that has what was found. */
function inspect(app: App, id: RecordId): void {
  app.view.lean('inspector');
  jump(app, id);
}

/** Selects a thing and puts it in the middle, at the zoom there is; of what is too large for that,
 * the beginning. */
function jump(app: App, id: RecordId): void {
  app.reveal(id);
  const bounds = boundsOf(app.mirror, id);
  if (!bounds) return;
  const { camera } = app;
  const { x, y, w, h } = camera.rectToClient(bounds);
  const into = (least: number, most: number, from: number, size: number) =>
    size > most - least - 2 * MARGIN ? least + MARGIN - from : (least + most - size) / 2 - from;
  camera.pan(into(camera.head, camera.width, x, w), into(0, camera.height, y, h));
}
