// What the room said as one list and as minutes; a mark's words stay words.
import { expect, it } from 'vitest';
import type { Record } from './contract.ts';
import { adding, changing, marksAbout, marksOf, minutesOf, nameOf, selectedTargets } from './marks.ts';
import { Hands } from './testing/hands.ts';
import { laneId } from './testing/map.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 400 },
  ],
  connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
};

const pain = (id: number, text: string, votes: number, about: number[]): Record => ({
  kind: 'painPoint',
  id,
  text,
  quote: votes > 2 ? 'Every\n*single* time' : '',
  about: about.map((id) => ({ of: 'step' as const, id })),
  cause: votes > 2 ? 'queue' : null,
  wastes: votes > 2 ? ['waiting'] : [],
  signs: votes > 2 ? ['S2'] : [],
  votes,
  severity: votes > 2 ? 4 : 0,
});

const note = (id: number, aboutKind: 'note' | 'question', text: string, state: number | null): Record => ({
  kind: 'note',
  id,
  aboutKind,
  text,
  about: [],
  place: null,
  state,
});

async function room() {
  const hands = await Hands.on(PLAN);
  const { app, kernel } = hands;
  const said: Record[] = [
    pain(401, 'Leads sit', 1, [101]),
    pain(402, 'We chase <b>fields</b>', 5, [101, 102]),
    { kind: 'idea', id: 403, text: 'One form', about: [{ of: 'handoff', id: 301 }], votes: 0 },
    note(404, 'note', 'Ask Ana', null),
    note(405, 'question', 'Who owns it?', app.mirror.state),
    note(406, 'note', 'Of another map', 999),
    pain(407, 'Of another map', 9, [999]),
  ];
  kernel.send(kernel.patchTo([...kernel.file.records, ...said], []));
  return app;
}

it('is listed by kind, the most votes first, without what belongs to another map', async () => {
  const { mirror } = await room();
  expect(marksOf(mirror).map((it) => it.id)).toEqual([402, 401, 403, 405, 404]);
  expect(marksAbout(mirror, [102]).map((it) => it.id)).toEqual([402]);
  expect(marksAbout(mirror, [201, 301]).map((it) => it.id)).toEqual([403]);
});

it('becomes minutes that Markdown takes for nothing but words', async () => {
  const { mirror } = await room();
  const lines = minutesOf(mirror).split('\n');
  expect(lines.filter((it) => it.startsWith('## '))).toEqual(['## Pain points', '## Ideas', '## Questions', '## Notes']);
  expect(lines).toContain(
    '- We chase \\<b\\>fields\\</b\\> (5 votes, severity 4, Queue, Waiting, S2 Manual follow-ups) – Close; Kick off',
  );
  expect(lines).toContain('  > Every \\*single\\* time');
  expect(lines).toContain('- One form – H-202, Sales → Onboarding');
  const { app } = await Hands.on(PLAN);
  expect(minutesOf(app.mirror)).toBe('');
});

it('is pinned to what is selected, a lane standing for its team', async () => {
  const app = await room();
  app.view.select([101, 301, laneId(1), 402]);
  const targets = selectedTargets(app);
  const team = app.mirror.lane(laneId(1))?.team;
  expect(targets).toEqual([
    { of: 'step', id: 101 },
    { of: 'handoff', id: 301 },
    { of: 'team', id: team },
  ]);
  expect(targets.map((it) => nameOf(app.mirror, it))).toEqual(['Close', 'H-202, Sales → Onboarding', 'Onboarding']);
});

it.each([
  ['painPoint', 'addPainPoint', 'editPainPoint'],
  ['idea', 'addIdea', 'editIdea'],
  ['question', 'addNote', 'editNote'],
] as const)('a %s has its own commands', async (kind, add, edit) => {
  const { mirror } = await room();
  const mark = marksOf(mirror).find((it) => it.kind === kind);
  expect(adding(kind, 'x', []).do).toBe(add);
  expect(mark && changing(mark, { field: 'text', value: 'y' }).do).toBe(edit);
});
