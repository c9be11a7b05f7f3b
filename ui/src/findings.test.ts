// Findings in groups: by rule, by handoff, by sign.
import { expect, it } from 'vitest';
import type { Finding, Severity, Sign } from './contract.ts';
import { aboutHandoffs, byHandoff, byRule, bySign } from './findings.ts';
import { Hands } from './testing/hands.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
    { id: 103, name: 'Ask', lane: 0, x: 400 },
  ],
  connectors: [
    { id: 90, from: 101, to: 102, handoff: 100 },
    { id: 91, from: 102, to: 103, handoff: 200 },
  ],
};

const finding = (rule: string, severity: Severity, about: number[], sign: Sign | null): Finding => ({
  id: `${rule}:${about.join(',')}`,
  rule,
  severity,
  sign,
  about,
  message: `${rule} about ${about.join(', ')}`,
  hint: '',
  fix: null,
  waived: null,
});
const FOUND = [
  finding('TIM-003', 'warning', [91], 'S1'),
  finding('OWN-001', 'error', [200], 'S4'),
  finding('OWN-001', 'error', [100], 'S4'),
  finding('NEW-001', 'warning', [100], null),
  finding('FLW-014', 'warning', [103], 'S6'),
];

it('by rule: the gravest first, its handoffs by number, a connector stands for its handoff', async () => {
  const { app } = await Hands.on(PLAN);
  const groups = byRule(app.mirror, FOUND);
  expect(groups.map((it) => it.key)).toEqual(['OWN-001', 'TIM-003', 'NEW-001', 'FLW-014']);
  expect(groups[0]?.title).toBe('No one is accountable');
  expect(groups[0]?.handoffs.map((it) => it.id)).toEqual([100, 200]);
  expect(groups[1]?.handoffs.map((it) => it.id)).toEqual([200]);
  // A rule without words of its own says what it found.
  expect(groups[2]?.title).toBe('NEW-001 about 100');
});

it('by handoff: by number, what is about none last', async () => {
  const { app } = await Hands.on(PLAN);
  const groups = byHandoff(app.mirror, FOUND);
  expect(groups.map((it) => it.title)).toEqual([
    'H-01 Sales → Onboarding',
    'H-101 Onboarding → Sales',
    'Elsewhere on the map',
  ]);
  expect(groups.map((it) => it.findings.length)).toEqual([2, 2, 1]);
});

it('by sign: in their order, what is a sign of nothing last', async () => {
  const { app } = await Hands.on(PLAN);
  expect(bySign(app.mirror, FOUND).map((it) => it.key)).toEqual(['S1', 'S4', 'S6', '']);
});

it('below the register stands only what is about its handoffs', async () => {
  const { app } = await Hands.on(PLAN);
  expect(aboutHandoffs(app.mirror, FOUND)).toHaveLength(4);
});
