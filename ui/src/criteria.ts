// Criteria side by side: of a handoff what the giver has finished before it lets go and what the
// receiver asks for before it accepts; of a stage what has to hold to enter it and to leave it. Pure.

import type { Criterion, CriterionSide, Handoff, Stage, Target } from './contract.ts';
import type { Mirror } from './mirror.ts';

/** What criteria of a handoff are about: it, and its connector where it was no handoff yet. */
export const aboutHandoff = (handoff: Handoff): readonly [Target, Target] => [
  { of: 'handoff', id: handoff.id },
  { of: 'connector', id: handoff.connector },
];

export const aboutStage = (stage: Stage): readonly [Target] => [{ of: 'stage', id: stage.id }];

/** Those of one side, in their order. */
export function criteriaOf(mirror: Mirror, abouts: readonly Target[], side: CriterionSide): Criterion[] {
  const its = ({ about }: Criterion) => abouts.some((it) => it.of === about.of && it.id === about.id);
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
