// The criteria of a handoff, side by side: what the giver has finished before it lets go, and what
// the receiver asks for before it accepts. Pure.

import type { Criterion, CriterionSide, Handoff, Target } from './contract.ts';
import type { Mirror } from './mirror.ts';

export const aboutHandoff = (handoff: Handoff): Target => ({ of: 'handoff', id: handoff.id });

/** Those of one side, in their order. */
export function criteriaOf(mirror: Mirror, handoff: Handoff, side: CriterionSide): Criterion[] {
  const its = ({ about }: Criterion) =>
    (about.of === 'handoff' && about.id === handoff.id) ||
    (about.of === 'connector' && about.id === handoff.connector);
  return mirror
    .all('criterion')
    .filter((it) => it.side === side && its(it))
    .sort((a, b) => a.order - b.order || a.id - b.id);
}

/** Where one goes that is moved a place up or down; nothing at the ends. */
export function movedTo(all: readonly Criterion[], id: number, by: 1 | -1): number | null {
  const at = all.findIndex((it) => it.id === id);
  const to = at + by;
  return at === -1 || to < 0 || to >= all.length ? null : to;
}
