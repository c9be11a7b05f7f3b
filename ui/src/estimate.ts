// Estimates as they are typed: usual, best, worst and how well they are known. Pure.

import type { Confidence, Estimate } from './contract.ts';

export interface Parts<T> {
  usual: T | null;
  best: T | null;
  worst: T | null;
  confidence: Confidence;
  /** Who said it; without it, whoever said it before. */
  saidBy?: string;
}

export function partsOf<T>(estimate: Estimate<T> | null): Parts<T> {
  const { usual = null, best = null, worst = null } = estimate ?? {};
  return { usual, best, worst, confidence: estimate?.confidence ?? 'estimated', saidBy: estimate?.saidBy ?? '' };
}

export type Wrong = 'rangeOutOfOrder' | 'usualNeeded';

/** The estimate, or why there is none; nothing typed at all is unknown. */
export function estimateOf(
  parts: Parts<number>,
  before: Estimate<number> | null,
): { estimate: Estimate<number> | null } | { wrong: Wrong } {
  const { usual, best, worst, confidence } = parts;
  if (usual === null) {
    return best === null && worst === null ? { estimate: null } : { wrong: 'usualNeeded' };
  }
  if ((best ?? usual) > usual || (worst ?? usual) < usual) return { wrong: 'rangeOutOfOrder' };
  const { sample = null } = before ?? {};
  const saidBy = parts.saidBy ?? before?.saidBy ?? '';
  return { estimate: { usual, best, worst, confidence, sample, saidBy } };
}
