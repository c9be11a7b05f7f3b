// What a handoff still lacks, in the order in which it is filled, and the field where each is said.
// Pure: the card shows it, and one key leads through it.

import type { Check, HandoffId } from './contract.ts';
import type { Mirror } from './mirror.ts';
import { CHECKS, standing } from './readiness.ts';
import { words } from './words.ts';

/** A field of the card by its name, as in the edits of a handoff or of its service level. */
export type Field = string;

export interface Gap {
  check: Check | null;
  field: Field;
  message: string;
}

/** Where each of the ten checks is answered. */
export const FIELD_OF: Readonly<Record<Check, Field>> = {
  owner: 'accountable',
  receiver: 'receivingRole',
  trigger: 'trigger',
  exit: 'exit',
  entry: 'entry',
  template: 'template',
  ack: 'response',
  complete: 'completion',
  return: 'returnRoute',
  escalation: 'escalation',
};

/** The open ones of the ten checks. */
export function openChecks(mirror: Mirror, handoff: HandoffId): Gap[] {
  const open = standing(mirror.figures, handoff)?.open ?? [];
  return CHECKS.filter((it) => open.includes(it)).map((check) => ({
    check,
    field: FIELD_OF[check],
    message: words.gap[check],
  }));
}

/** The gap after this field, or before it; from the end it goes on at the beginning. The order is
    that of all gaps as they were, so one that was just filled is still a place to go on from. */
export function nextGap(
  open: readonly Gap[],
  order: readonly Field[],
  at: Field | null,
  by: 1 | -1,
): Gap | null {
  if (open.length === 0) return null;
  const place = (field: Field) => {
    const found = order.indexOf(field);
    return found === -1 ? order.length : found;
  };
  const here = at === null ? (by === 1 ? -1 : order.length + 1) : place(at);
  const list = by === 1 ? [...open] : [...open].reverse();
  const beyond = list.find((it) => (by === 1 ? place(it.field) > here : place(it.field) < here));
  return beyond ?? list.find((it) => it.field !== at) ?? list[0] ?? null;
}
