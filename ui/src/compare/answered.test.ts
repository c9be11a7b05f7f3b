// Which changes the plan answers.

import { describe, expect, it } from 'vitest';
import type { Action as Planned, Comparison, StateChange } from '../contract.ts';
import { BLANK } from '../plan/line.ts';
import { opened } from '../testing/map.ts';
import { Mirror } from '../mirror.ts';
import { actionFor, actionsFor, actionsOf, unplanned } from './answered.ts';

const change = (of: Partial<StateChange>): StateChange => ({
  id: `step:>${of.after?.join('+') ?? ''}`,
  about: 'step',
  fate: 'changed',
  before: [],
  after: [],
  title: 'Something',
  details: [],
  with: null,
  leadTime: null,
  expectedLeadTime: null,
  ...of,
});

function map(actions: Partial<Planned>[]) {
  const mirror = new Mirror();
  const file = opened({ lanes: ['Sales'], steps: [{ id: 40, name: 'Check', lane: 0, x: 100 }] });
  const step = file.records.find((it) => it.kind === 'step');
  const pain = { kind: 'painPoint', id: 800, text: 'It waits', quote: '', about: [{ of: 'step', id: step?.id ?? 0 }], cause: null, wastes: [], signs: [], votes: 3, severity: 0 } as const;
  const made = actions.map((it, at) => ({ kind: 'action', ...BLANK, id: 900 + at, ...it }) as const);
  mirror.open({ ...file, records: [...file.records, { ...pain, about: [...pain.about], wastes: [], signs: [] }, ...made] });
  return { mirror, step: step?.id ?? 0 };
}

const comparison = (...changes: StateChange[]) => ({ changes }) as unknown as Comparison;

describe('changes and the plan', () => {
  it('an action is for a change that it is about, or whose pain it answers', () => {
    const { mirror, step } = map([{ text: 'Answers' , answers: [800] }, { text: 'Elsewhere' }, { text: 'Given up', answers: [800], status: 'dropped' }]);
    const one = change({ after: [step] });
    expect(actionsFor(mirror, one).map((it) => it.text)).toEqual(['Answers']);
    expect(actionsFor(mirror, change({ after: [77_777] }))).toEqual([]);
    expect(actionsOf(mirror, comparison(one, one)).map((it) => it.text)).toEqual(['Answers']);
  });

  it('what nobody planned is listed, the largest effect first, without what came with a step', () => {
    const { mirror, step } = map([{ answers: [800] }]);
    const planned = change({ id: 'a', after: [step], leadTime: -500 });
    const small = change({ id: 'b', after: [71_001], leadTime: 30 });
    const large = change({ id: 'c', after: [71_002], leadTime: -200 });
    const along = change({ id: 'd', after: [71_003], with: 'c', leadTime: null });
    expect(unplanned(mirror, comparison(planned, small, large, along)).map((it) => it.id)).toEqual(['c', 'b']);
  });

  it('a new action is about what the change is now, and then the change has one', () => {
    const { mirror, step } = map([]);
    const one = change({ after: [step], title: '“Check”' });
    const action = actionFor(mirror, one);
    expect(action.about).toEqual([{ of: 'step', id: step }]);
    expect(action.text).toContain('“Check”');
    const { mirror: after } = map([action]);
    expect(actionsFor(after, one)).toHaveLength(1);
  });
});
