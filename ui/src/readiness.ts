// How ready a handoff is: which of the ten checks are met, and how that looks. Pure.

import type { Check, Figures, HandoffId } from './contract.ts';

/** In the order of domain.md 7.4. */
export const CHECKS: readonly Check[] = [
  'owner',
  'receiver',
  'trigger',
  'exit',
  'entry',
  'template',
  'ack',
  'complete',
  'return',
  'escalation',
];

export interface Standing {
  met: readonly Check[];
  open: readonly Check[];
  score: number;
  look: 'bad' | 'fair' | 'fine';
}

/** Nothing for a return handoff, which has no score. */
export function standing(figures: Figures | null, handoff: HandoffId): Standing | null {
  const readiness = figures?.readiness[handoff];
  if (!readiness) return null;
  const { met, score } = readiness;
  const look = score >= 100 ? 'fine' : score >= 60 ? 'fair' : 'bad';
  return { met, open: CHECKS.filter((check) => !met.includes(check)), score, look };
}
