// Finding: everything the map has words for is found, says what it is, and leads to where it is.
import { expect, it } from 'vitest';
import type { App } from './app.ts';
import type { Record } from './contract.ts';
import { find, fits, type Found, nearly } from './find.ts';
import { Hands } from './testing/hands.ts';

const pin = (of: 'step' | 'handoff', id: number) => [{ of, id } as const];
const pain = { quote: '', cause: null, wastes: [], signs: [], votes: 0, severity: 0 };
const note = { place: null, state: null };

const RECORDS: Record[] = [
  { kind: 'painPoint', id: 401, text: 'Nobody calls back', about: pin('step', 103), ...pain },
  { kind: 'idea', id: 402, text: 'One shared calendar', about: pin('handoff', 301), votes: 0 },
  { kind: 'note', id: 403, aboutKind: 'question', text: 'Who signs?', about: pin('step', 103), ...note },
  { kind: 'note', id: 404, aboutKind: 'parked', text: 'The new office', about: [], ...note },
  { kind: 'note', id: 408, aboutKind: 'note', text: 'Draw it to fit the paper', about: [], ...note },
  { kind: 'stage', id: 405, state: 3, name: 'Qualify', order: 0, until: 900, sla: null },
  { kind: 'role', id: 406, name: 'Account lead', team: 11, person: 'Zoë', costPerHour: null },
  { kind: 'criterion', id: 409, about: { of: 'handoff', id: 301 }, side: 'entry', obligation: 'must', text: 'Order number is there', verifier: '', evidence: '', order: 0 } as Record,
  { kind: 'role', id: 407, name: 'Adviser', team: null, person: '', costPerHour: null },
];

/** A map wider than the window, with something written on its step and its connector. */
async function written(): Promise<App> {
  const { app, kernel } = await Hands.on({
    lanes: ['Sales', 'Onboarding'],
    steps: [
      { id: 101, name: 'Demo', lane: 0, x: 200 },
      { id: 102, name: 'Hold kick-off', lane: 0, x: 400 },
      { id: 103, name: 'Résumé of the call', lane: 1, x: 1000 },
    ],
    connectors: [
      { id: 201, from: 101, to: 102 },
      { id: 202, from: 102, to: 103, handoff: 301 },
    ],
    records: RECORDS,
  });
  const records = kernel.file.records.map((it): Record => {
    if (it.kind === 'step' && it.id === 101) return { ...it, systems: ['Salesforce', 'Teams'] };
    if (it.kind !== 'connector' || it.id !== 202) return it;
    return { ...it, label: 'signed', cause: 'approval', causeNote: 'Legal is slow', channel: 'CRM queue' };
  });
  kernel.send(kernel.patchTo(records, []));
  app.camera.resize(700, 300);
  return app;
}

function first(app: App, typed: string): Found {
  const [found] = find(app, typed);
  if (!found) throw new Error(`nothing is called ${typed}`);
  return found;
}

it.each([
  ['resume', 'Step', 103],
  ['nobody', 'Pain point', 103],
  ['shared', 'Idea', 301],
  ['who signs', 'Question', 103],
  ['qualify', 'Stage', 405],
  ['order number', 'Criterion', 301],
  ['account lead', 'Role', 21],
  ['salesforce', 'System', 101],
  ['signed', 'Connector', 301],
  ['approval', 'Why it waits', 301],
  ['legal', 'Why it waits', 301],
  ['crm', 'Channel', 301],
])('%s is a %s and leads to what has it', async (typed, kind, id) => {
  const app = await written();
  app.view.show('handoffs');
  const found = first(app, typed);
  expect(found.kind).toBe(kind);
  found.run();
  expect([app.view.page, app.view.single]).toEqual(['map', id]);
});

it('what is found stands in the middle beside the heads', async () => {
  const app = await written();
  const box = app.mirror.drawnOf(102)[0]?.bounds ?? { x: 0, y: 0, w: 0, h: 0 };
  app.camera.set({ x: app.camera.head, y: 0, k: 1 });
  first(app, 'hold').run();
  const { x, w } = app.camera.rectToClient(box);
  expect(x + w / 2).toBeCloseTo((app.camera.head + 700) / 2);
});

it('of what is too large for the window the beginning is shown', async () => {
  const app = await written();
  first(app, 'resume').run();
  expect(app.camera.x).toBeLessThan(0);
  first(app, 'qualify').run();
  expect(app.camera.toClient({ x: 0, y: 0 }).x).toBe(app.camera.head);
});

it('what is pinned to nothing opens the list where it stands', async () => {
  const app = await written();
  first(app, 'new office').run();
  expect([app.view.page, app.view.aside]).toEqual(['map', 'room']);
  first(app, 'adviser').run();
  expect([app.view.page, app.view.section]).toEqual(['teams', 'teams']);
});

it('what the room said is read where it is listed', async () => {
  const app = await written();
  app.view.lean('outline');
  first(app, 'nobody').run();
  expect(app.view.aside).toBe('inspector');
  app.view.lean('room');
  first(app, 'nobody').run();
  expect(app.view.aside).toBe('room');
});

it('names come before what stands beside them, and each row is there once', async () => {
  const app = await written();
  const called = find(app, 'onboarding').map((it) => it.label);
  expect(called[0]).toBe('Onboarding');
  expect(called).toContain('Résumé of the call');
  const ids = find(app, 'e').map((it) => it.id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('an action called by its name comes before what only has the word in it', async () => {
  const app = await written();
  expect(find(app, 'fit the').map((it) => it.label)).toContain('Draw it to fit the paper');
  expect(first(app, 'fit the').heading).toBe('Actions');
  expect(first(app, 'hold').heading).toBe('On the map');
});

it('of a long list only the best are shown', async () => {
  const steps = Array.from({ length: 60 }, (_, at) => ({
    id: 101 + at,
    name: at === 59 ? 'Call' : `Recall ${at}`,
    lane: 0,
    x: 200 * at,
  }));
  const { app } = await Hands.on({ lanes: ['Sales'], steps });
  const found = find(app, 'call').filter((it) => it.kind === 'Step');
  expect([found.length, found[0]?.label]).toEqual([40, 'Call']);
});

it('neither case nor accents matter, in the name or in what is typed', () => {
  expect(fits('Übergabe prüfen', 'ubergabe')).toBe(0);
  expect(fits('Ubergabe', 'ÜBER')).toBe(0);
  expect(fits('Die Größe', 'grosse')).toBe(1);
  expect(fits('Angebot (Entwurf)', 'entwurf')).toBe(1);
  expect(fits('Angebot', 'bot')).toBe(2);
});

it('a handoff is found by its number however that is typed', () => {
  for (const typed of ['h7', 'H07', 'h-7', 'h-07']) expect(fits('H-07 Signed order', typed)).toBe(0);
  expect(fits('H-17 Signed order', 'h7')).toBe(null);
  expect(fits('H-17 Signed order', 'h-1')).toBe(0);
  expect(fits('H1 review', 'h1')).toBe(0);
});

it('a word with a slip is near to its own and not to others', () => {
  expect(nearly('Hold kick-off call', 'kcik')).toBe(1);
  expect(nearly('Set up billing account', 'biling acount')).toBe(2);
  expect(nearly('Set up billing account', 'acco')).toBe(0);
  expect(nearly('Draft proposal', 'invoice')).toBe(null);
  expect(nearly('Draft', 'dra')).toBe(0);
  expect(nearly('Draft', 'drx')).toBe(null);
});

it('what cannot be done just now is there, stands last, and says so when it is taken', async () => {
  const app = await written();
  app.view.select([]);
  const found = find(app, 'align left');
  expect(found.map(({ id, off }) => [id, off])).toEqual([['map.align.left', true]]);
  const hints: string[] = [];
  app.notices.hint = (text) => void hints.push(text);
  found[0]?.run();
  expect(hints).toEqual([expect.stringContaining('does not go with what is open and selected')]);
  app.view.select([101, 102]);
  expect(first(app, 'align left').off).toBeUndefined();
  expect(find(app, '').some((it) => it.off)).toBe(false);
});
