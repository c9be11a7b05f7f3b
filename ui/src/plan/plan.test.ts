// The plan without a page: what a typed line means, which card stands where, where the keys lead,
// what is linked, and the table that other programs get.
import { expect, it } from 'vitest';
import type { Action as Planned, PainPoint, Plan, Record as Recorded, Role } from '../contract.ts';
import { Hands } from '../testing/hands.ts';
import { cardsOf, filtered, loadRows, ownerKey, walked, workOf } from './board.ts';
import { answering, choices, fullName, jump, shortName } from './links.ts';
import { BLANK, readLine } from './line.ts';
import { planRows } from './table.ts';

const role = (id: number, name: string): Role => ({ id, name, team: null, person: '', costPerHour: null });
const ROLES = [role(51, 'Finance controller'), role(52, 'Sales manager'), role(53, 'Sales lead')];

const pain: PainPoint = {
  id: 71,
  text: 'Discounts wait',
  quote: '',
  about: [{ of: 'step', id: 101 }],
  cause: null,
  wastes: [],
  signs: [],
  votes: 4,
  severity: 0,
};

const action = (id: number, part: Partial<Planned> = {}): Planned => ({ ...BLANK, id, text: `Action ${id}`, ...part });

async function on(actions: readonly Planned[], plan: Partial<Plan> = {}) {
  const records: Recorded[] = [
    ...ROLES.map((it): Recorded => ({ kind: 'role', ...it })),
    { kind: 'painPoint', ...pain },
    ...actions.map((it): Recorded => ({ kind: 'action', ...it })),
  ];
  const { app, kernel } = await Hands.on({
    lanes: ['Sales', 'Finance'],
    steps: [
      { id: 101, name: 'Ask', lane: 0, x: 200 },
      { id: 102, name: 'Approve', lane: 1, x: 400 },
    ],
    connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
    records,
  });
  const whole: Plan = { until: [], actions: [], loads: [], unanswered: [], ...plan };
  return { app, kernel, mirror: app.mirror, plan: whole };
}

it.each<[string, Partial<Planned>]>([
  ['Write a form', { text: 'Write a form' }],
  ['Write a form, Finance controller, 30 d, 8 h', { text: 'Write a form', owner: 51, horizonDays: 30, work: 480 }],
  ['Write a form, 60, M', { text: 'Write a form', horizonDays: 60, effort: 'M' }],
  ['Write a form, @fin', { text: 'Write a form', owner: 51 }],
  ['Write a form, @Ana Silva, finance controller', { text: 'Write a form', owner: 51, person: 'Ana Silva' }],
  // Two roles begin like this, so it is taken as a name.
  ['Write a form, @sales', { text: 'Write a form', person: 'sales' }],
  ['Write a form, 2026-05-22', { text: 'Write a form', due: '2026-05-22' }],
  ['Formular, 22.5.2026, 1,5 h', { text: 'Formular', due: '2026-05-22', work: 90 }],
  // What is not understood ends the reading from behind, and stays in the words.
  ['Ask sales, legal and finance', { text: 'Ask sales, legal and finance' }],
  ['Ask, 30 d, legal', { text: 'Ask, 30 d, legal' }],
  ['Ask, 30 d, 60 d', { text: 'Ask, 30 d', horizonDays: 60 }],
  ['Ask, 2026-02-30', { text: 'Ask, 2026-02-30' }],
  ['Ask, 45 d', { text: 'Ask, 45 d' }],
  ['30 d', { text: '30 d' }],
  ['Ask, ', { text: 'Ask' }],
  ['', { text: '' }],
])('%s is read', (line, expected) => {
  expect(readLine(line, ROLES)).toEqual({ ...BLANK, ...expected });
});

it('a card stands where the room put it, else where the kernel says', async () => {
  const said = (id: number, horizon: number, due = '') => ({ action: id, horizon, due, late: false, beyond: false });
  const { mirror, plan } = await on(
    [
      action(1, { horizonDays: 45, due: '2026-05-09' }),
      action(2, { due: '2026-05-01' }),
      action(3, { horizonDays: 120 }),
      action(4, { horizonDays: 60, status: 'done', due: '2026-01-01' }),
      action(5, { horizonDays: 60 }),
    ],
    { actions: [said(1, 60, '2026-05-09'), said(2, 30, '2026-05-01'), said(3, 0), said(5, 60, '2026-05-02')] },
  );
  const cards = cardsOf(mirror, plan);
  // By day, and what is finished behind what is not.
  expect(cards.map((it) => [it.action.id, it.column])).toEqual([[2, 30], [5, 60], [1, 60], [3, 0], [4, 60]]);
  expect(cardsOf(mirror, null).find((it) => it.action.id === 2)?.column).toBe(0);
});

it('arrows walk along a column and over to the next one that has cards', async () => {
  const { mirror } = await on([
    action(1, { horizonDays: 30 }),
    action(2, { horizonDays: 30 }),
    action(3, { horizonDays: 90 }),
  ]);
  const cards = cardsOf(mirror, null);
  const rows = [
    [1, 'ArrowDown', 2],
    [2, 'ArrowUp', 1],
    [2, 'ArrowDown', null],
    [2, 'ArrowRight', 3],
    [3, 'ArrowLeft', 1],
    [3, 'ArrowRight', null],
    [9, 'ArrowUp', null],
  ] as const;
  for (const [from, way, to] of rows) expect(walked(cards, from, way), `${from} ${way}`).toBe(to);
});

it('cards are filtered by status and by owner, and their hours added up', async () => {
  const { mirror } = await on([
    action(1, { owner: 51, work: 60 }),
    action(2, { owner: 51, person: 'Ana', work: 90, status: 'started' }),
    action(3, { work: 600, status: 'done' }),
    action(4),
  ]);
  const cards = cardsOf(mirror, null);
  const ids = (status: Planned['status'] | null, owner: string | null) =>
    filtered(cards, { status, owner }).map((it) => it.action.id);
  expect(ids('started', null)).toEqual([2]);
  expect(ids(null, ownerKey(action(0, { owner: 51 })))).toEqual([1]);
  expect(ids(null, null).length).toBe(4);
  expect(workOf(cards)).toEqual({ minutes: 150, atLeast: true });
  expect(workOf(cards.filter((it) => it.action.id < 4))).toEqual({ minutes: 150, atLeast: false });
});

it('load is said by owner, the longest bar full', async () => {
  const { mirror } = await on([]);
  const rows = loadRows(mirror, [
    { owner: 51, person: 'Ana', actions: 2, unsaid: 1, work: [60, 0, 180, 0] },
    { owner: null, person: '', actions: 1, unsaid: 0, work: [0, 0, 0, 120] },
  ]);
  expect(rows.map((it) => [it.name, it.nobody, it.total, it.widths])).toEqual([
    ['Finance controller, Ana', false, 240, [25, 0, 75, 0]],
    ['No owner', true, 120, [0, 0, 0, 50]],
  ]);
});

it('links are named in short and in full, and lead to the map', async () => {
  const { app, mirror } = await on([]);
  expect(shortName(mirror, { of: 'connector', id: 201 })).toBe('H-202');
  expect(shortName(mirror, { of: 'handoff', id: 301 })).toBe('H-202');
  expect(fullName(mirror, { of: 'handoff', id: 301 })).toMatch(/^H-202, Sales/);
  expect(fullName(mirror, { of: 'step', id: 101 })).toBe('Ask');
  const free = choices(mirror, action(1, { about: [{ of: 'step', id: 101 }] }));
  expect(free.map((it) => it.target)).toEqual([{ of: 'handoff', id: 301 }, { of: 'step', id: 102 }]);
  app.view.show('actions');
  await jump(app, { of: 'step', id: 102 });
  expect([app.view.page, app.view.single]).toEqual(['map', 102]);
  expect(answering(pain)).toEqual({ text: 'Do something about: Discounts wait', about: pain.about, answers: [71] });
});

it('the table has plain numbers and names instead of ids', async () => {
  const first = action(1, { horizonDays: 30, text: 'First' });
  const { mirror, plan } = await on([
    first,
    action(2, {
      text: '=SUM(A1)',
      owner: 51,
      person: 'Ana',
      horizonDays: 60,
      work: 90,
      effort: 'S',
      kindOf: 'experiment',
      answers: [71],
      about: [{ of: 'step', id: 101 }],
      after: 1,
      due: '2026-05-22',
    }),
  ]);
  const [titles, ...rows] = planRows(mirror, plan);
  expect(titles?.length).toBe(15);
  expect(rows.map((it) => it.length)).toEqual([15, 15]);
  expect(rows[1]?.filter(Boolean)).toEqual([
    '=SUM(A1)',
    'Open',
    'Experiment',
    'Finance controller',
    'Ana',
    '60',
    '2026-05-22',
    'S',
    '1.5',
    'Discounts wait',
    'Ask',
    'First',
  ]);
});

it('the file that is saved holds no formula', async () => {
  const { app, kernel } = await on([action(1, { text: '=SUM(A1)', effect: '-1 day' })]);
  const { savePlanTable } = await import('./table.ts');
  await savePlanTable(app);
  const saved = kernel.asked.find((it) => it.ask === 'saveText');
  expect(saved?.ask === 'saveText' && saved.text.split('\r\n')[1]).toBe(
    '"\'=SUM(A1)","Open","","","","","","","","","","","\'-1 day","",""',
  );
});
