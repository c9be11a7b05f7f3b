// Patterns in words, and their list as it is looked at: the selection first, figures only for what is
// shown, what somebody said kept until it is applied.
import { expect, it } from 'vitest';
import type { FoundPattern, Outcome, PatternShown, PatternTried, Reply, Request } from '../contract.ts';
import { laneId } from '../testing/map.ts';
import { Hands } from '../testing/hands.ts';
import { changesOf, doesName, figuresOf, keyOf, parted, placeName, RULES, selectedIds } from './rules.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 400 },
  ],
  connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
};

const found = (more: Partial<FoundPattern>): FoundPattern => ({
  at: { pattern: 'combine', place: { of: 'step', id: 102 }, lane: laneId(0) },
  about: [
    { of: 'step', id: 102 },
    { of: 'handoff', id: 301 },
  ],
  assumptions: [],
  minutes: 960,
  ...more,
});
const trigger = found({
  at: { pattern: 'trigger', place: { of: 'connector', id: 201 }, lane: null },
  about: [{ of: 'handoff', id: 301 }],
  assumptions: [
    { about: 201, now: { is: 'wait', minutes: 960 }, then: { is: 'wait', minutes: 0 } },
  ],
});
const check = found({
  at: { pattern: 'checkAtSource', place: { of: 'connector', id: 201 }, lane: null },
  about: [
    { of: 'handoff', id: 301 },
    { of: 'step', id: 101 },
  ],
});

const NOW: Outcome = {
  leadTime: 4800,
  expected: 5000,
  completeAccurate: 40,
  handoffs: 9,
  returns: 0.5,
  checks: 12,
  readiness: 20,
  onePerson: null,
};

it('a place is called by what is there, and its button says what it does', async () => {
  const { app } = await Hands.on(PLAN);
  const names = [found({}), trigger, check].map((it) => [placeName(app.mirror, it), doesName(app.mirror, it)]);
  expect(names).toEqual([
    ['Kick off: Onboarding → Sales', 'Combine into Sales'],
    ['H-202, Sales → Onboarding', 'Replace by trigger'],
    ['Close ↩ Kick off', 'Move the check to Sales'],
  ]);
});

it.each<[Partial<Outcome>, [string, boolean][]]>([
  [{ leadTime: 3936, handoffs: 8 }, [['− 1.8 d', true], ['1 handoff fewer', true]]],
  [{ leadTime: 4860, handoffs: 11 }, [['+ 1 h', false], ['2 handoffs more', false]]],
  [{ expected: 4500, returns: 0.1 }, [['− 1 d on average', true]]],
  [{ expected: 4000, leadTime: 4320 }, [['− 1 d', true]]],
  [{ completeAccurate: 55, readiness: 23 }, [['+ 15 points right first time', true], ['+ 3 points readiness', true]]],
  [{ checks: 9, readiness: 20.3 }, [['3 checks fewer open', true]]],
  [{ checks: 13 }, [['1 check more open', false]]],
  [{ onePerson: 10 }, []],
  [{}, []],
])('what changes is said: %j', async (after, said) => {
  const { app } = await Hands.on(PLAN);
  const changes = changesOf(app.mirror, NOW, { ...NOW, ...after });
  expect(changes.map((it) => [it.text, it.good])).toEqual(said);
});

it('figures that nobody knows are left out', async () => {
  const { app } = await Hands.on(PLAN);
  const rows = figuresOf(app.mirror, NOW, { ...NOW, leadTime: 480, expected: null });
  expect(rows.slice(0, 2)).toEqual([
    ['Lead time, once through', '10 d', '1 d'],
    ['Expected lead time', '10.4 d', '–'],
  ]);
  expect(rows.map(([name]) => name)).not.toContain('Work of one person alone');
});

it('a connector and its handoff are selected together', async () => {
  const { app } = await Hands.on(PLAN);
  expect([...selectedIds(app.mirror, new Set([201]))]).toEqual([201, 301]);
  expect([...selectedIds(app.mirror, new Set([301]))]).toEqual([301, 201]);
  const all: PatternShown[] = [
    { found: found({}), drawn: [102] },
    { found: trigger, drawn: [301] },
  ];
  expect(parted(all, new Set([301])).map((it) => it.map(({ drawn }) => drawn))).toEqual([[[301]], [[102]]]);
  expect(new Set(RULES).size).toBe(12);
});

async function looked() {
  const { app, kernel } = await Hands.on(PLAN);
  const before = kernel.ask.bind(kernel);
  const answers: PatternTried[] = [];
  kernel.ask = async (request: Request): Promise<Reply> => {
    const reply = await before(request);
    if (request.ask === 'patterns') {
      const patterns = [found({}), trigger].map((it) => ({ found: it, drawn: [301] }));
      return { reply: 'patterns', with: { revision: 1, state: 3, patterns, rules: [] } };
    }
    if (request.ask === 'presets') return { reply: 'presets', with: [] };
    if (request.ask !== 'tryPattern') return reply;
    const [value] = request.values;
    const minutes = value?.is === 'wait' ? value.minutes : 0;
    const then = { is: 'wait', minutes } as const;
    const tried = { assumptions: [{ about: 201, now: null, then }], before: NOW, after: { ...NOW, leadTime: minutes } };
    answers.push(tried);
    return { reply: 'patternTried', with: tried };
  };
  await app.patterns.read();
  const settled = () => new Promise((done) => setTimeout(done, 0));
  return { app, kernel, answers, settled };
}

it('what is looked at is reckoned once for each map, and again with what somebody says', async () => {
  const { app, answers, settled } = await looked();
  const { patterns } = app;
  expect(answers).toEqual([]);
  patterns.want(trigger.at);
  patterns.want(trigger.at);
  await settled();
  expect([answers.length, patterns.effect(trigger.at).tried?.after.leadTime]).toEqual([1, 0]);
  patterns.say(trigger.at, 0, { is: 'wait', minutes: 60 });
  expect(patterns.effect(trigger.at).fresh).toBe(false);
  await settled();
  expect(patterns.effect(trigger.at)).toMatchObject({ fresh: true, tried: { after: { leadTime: 60 } } });
  // The map is another: what was reckoned stands until it is reckoned anew.
  await patterns.read();
  expect(patterns.effect(trigger.at)).toMatchObject({ fresh: false, tried: { after: { leadTime: 60 } } });
  expect(patterns.values(trigger.at)).toEqual([{ is: 'wait', minutes: 60 }]);
  expect(keyOf(trigger.at)).not.toBe(keyOf(check.at));
});

it('the rule of the selection is unfolded, else the first with a place', async () => {
  const { app } = await looked();
  expect([...app.patterns.unfolded]).toEqual(['combine']);
  app.view.select([201]);
  app.patterns.begin();
  expect([...app.patterns.unfolded]).toEqual(['combine', 'trigger']);
  app.patterns.fold('combine');
  expect([...app.patterns.unfolded]).toEqual(['trigger']);
});

it('it is applied with what was said, and what it was about is marked no more', async () => {
  const { app, kernel } = await looked();
  app.view.pointOut([301]);
  app.patterns.say(trigger.at, 0, { is: 'wait', minutes: 60 });
  const applying = app.patterns.apply(trigger);
  await new Promise((done) => setTimeout(done, 0));
  kernel.send(kernel.patchTo(kernel.file.records, []));
  expect(await applying).toBe(true);
  const asked = kernel.asked.find((it) => it.ask === 'applyPattern');
  expect(asked).toMatchObject({ at: trigger.at, values: [{ is: 'wait', minutes: 60 }], name: 'Future state' });
  expect(app.view.pointedOut).toEqual([]);
  expect(app.patterns.values(trigger.at)).toEqual([]);
  expect(app.view.said).toBe('Replace by trigger: done for H-202, Sales → Onboarding. Undo takes it back.');
});
