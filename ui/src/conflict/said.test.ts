// Two files of one engagement: what is chosen before anybody chose, and how it is said.
import { expect, it, vi } from 'vitest';
import type { Difference, Reply, Request } from '../contract.ts';
import { Hands } from '../testing/hands.ts';
import { chaptersOf, mergedSaid, nameOf, spoken } from './said.ts';
import { choiceFor } from './state.ts';

const step: Difference = {
  id: 'there:7',
  group: 'there',
  how: 'changed',
  kind: 'step',
  title: 'Check',
  records: 1,
  details: [{ field: 'name', label: 'Name', here: 'Check', there: 'Review' }],
};
const note: Difference = { ...step, id: 'there:9', how: 'added', kind: 'note', title: 'Ask', details: [] };
const drawn: Difference = { ...note, id: 'there:drawn', how: 'changed', kind: null, title: '', records: 12 };

it('what one side did is kept, what both did is asked, and without a beginning nothing is taken', () => {
  expect(choiceFor({ group: 'there' }, true)).toBe('there');
  expect(choiceFor({ group: 'here' }, true)).toBe('here');
  expect(choiceFor({ group: 'both' }, true)).toBe(null);
  expect(choiceFor({ group: 'there' }, false)).toBe('here');
  expect(choiceFor({ group: 'both' }, false)).toBe(null);
});

it('differences stand under their kind, and are called as the list around them says', () => {
  const chapters = chaptersOf([step, note, { ...step, id: 'there:8' }, drawn], 'there');
  expect(chapters.map((it) => [it.title, it.list.length])).toEqual([
    ['Steps', 2],
    ['Notes, questions and decisions', 1],
    ['Places on the map', 1],
  ]);
  expect(chaptersOf([step], 'both')).toEqual([]);
  expect(nameOf(drawn)).toBe('Where 12 things are drawn');
  expect(spoken(step)).toBe('Steps: Check, changed: Name');
  expect(spoken(drawn)).toBe('Where 12 things are drawn, changed');
});

it('what came of it is said in full', () => {
  expect(mergedSaid({ taken: 1, along: [], gone: [], left: [] })).toEqual([
    'Merged 1 difference in one step. Undo takes all of it back.',
  ]);
  const left = [
    { kind: 'connector' as const, title: 'A → B', needs: 'B', rule: '', untried: false },
    { kind: null, title: '', needs: '', rule: 'It does not fit.', untried: false },
    { kind: 'step' as const, title: 'F', needs: '', rule: '', untried: true },
    { kind: 'step' as const, title: 'G', needs: '', rule: '', untried: true },
  ];
  expect(mergedSaid({ taken: 0, along: ['C'], gone: ['D', 'E'], left })).toEqual([
    'Nothing was taken.',
    'Taken with them because they need it: C.',
    'Gone with what was deleted: D, E.',
    'Not taken: A → B. It needs B, which was deleted here.',
    'Not taken: Places on the map. It does not fit.',
    'Not tried: 2 differences, as too many do not fit together. Take fewer at a time.',
  ]);
  const many = Array.from({ length: 40 }, () => left[0]).filter((it) => it !== undefined);
  const long = mergedSaid({ taken: 0, along: [], gone: [], left: many });
  expect([long.length, long.at(-1)]).toEqual([32, 'Not taken either: 10 more differences.']);
});

async function compared() {
  const { app, kernel } = await Hands.on({ lanes: ['Sales'], steps: [], connectors: [] });
  const before = kernel.ask.bind(kernel);
  const file = { mark: 'a', reads: 0, all: [step] };
  kernel.ask = async (request: Request): Promise<Reply> => {
    if (request.ask === 'merge') {
      kernel.asked.push(request);
      return { reply: 'merged', with: { taken: 1, along: [], gone: [], left: [] } };
    }
    if (request.ask !== 'differences') return before(request);
    file.reads += 1;
    const { mark, all } = file;
    const { revision } = app.mirror;
    const differences = { hasBase: true, all };
    return { reply: 'differences', with: { revision, path: '/copy', name: 'copy', mark, differences } };
  };
  await app.conflict.compare('/copy');
  const edit = () => {
    kernel.send(kernel.patchTo(kernel.file.records, []));
    app.conflict.follow();
  };
  const merges = () => kernel.asked.filter((it) => it.ask === 'merge');
  return { app, file, edit, merges };
}

it('the other file is read again when edits rest, not with each of them', async () => {
  const { app, file, edit } = await compared();
  vi.useFakeTimers();
  for (let at = 0; at < 5; at += 1) edit();
  expect([file.reads, app.conflict.isOld]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect([file.reads, app.conflict.isOld]).toEqual([2, false]);
});

it('what is merged is as both files are then, and never what nobody saw', async () => {
  const { app, file, edit, merges } = await compared();
  edit();
  await app.conflict.merge();
  const { revision } = app.mirror;
  expect(merges()).toMatchObject([{ revision, mark: 'a', taken: ['there:7'] }]);
  file.mark = 'b';
  edit();
  await app.conflict.merge();
  // The kernel refuses it: the other file is not as it was looked at.
  expect(merges()[1]).toMatchObject({ revision: app.mirror.revision, mark: 'a' });
  expect(app.conflict.shown?.mark).toBe('b');
  // Nor where an edit here made a difference that nobody was asked about.
  const seen = app.mirror.revision;
  file.all = [step, { ...note, id: 'there:11' }];
  edit();
  await app.conflict.merge();
  expect([merges()[2], app.conflict.shown?.differences.all.length]).toMatchObject([{ revision: seen, mark: 'b' }, 2]);
  expect(app.mirror.revision).toBeGreaterThan(seen);
});
