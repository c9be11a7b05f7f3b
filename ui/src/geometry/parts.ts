// The parts of a scene by what the view does with them, in the order of painting.

import type { Part } from '../contract.ts';

export const PARTS: readonly Part[] = [
  'lane',
  'stage',
  'connector',
  'crossing',
  'step',
  'label',
  'handoff',
  'painPoint',
  'idea',
  'note',
  'laneHead',
  'rung',
];

const of = (parts: readonly Part[]) => (part: Part) => parts.includes(part);

/** A line from one step to another. */
export const isLine = of(['connector', 'crossing']);
/** The head of a column. */
export const isStage = of(['stage']);
/** What a rectangle selects that touches it. */
export const isCaught = of(['step', 'handoff']);
