// The records that a copy of some steps consists of: the steps, what joins them, and beside them
// whatever these refer to, so that another file can tell which of it is the same there.

import type { Connector, Handoff, Record as Recorded, RecordId, Step, StepId } from '../contract.ts';
import type { Mirror } from '../mirror.ts';

/** The connectors that lead from one of these steps to another, with their handoffs. */
export function joining(
  mirror: Mirror,
  ids: ReadonlySet<StepId>,
): { connector: Connector; handoff: Handoff | undefined }[] {
  const found = new Map<RecordId, Connector>();
  for (const id of ids) {
    for (const it of mirror.connectorsAt(id)) {
      if (ids.has(it.from) && ids.has(it.to)) found.set(it.id, it);
    }
  }
  return [...found.values()].map((connector) => ({
    connector,
    handoff: mirror.handoffAt(connector),
  }));
}

/** For a copy that leaves this map lanes and teams come along; `here` they are known. */
export function gathered(
  mirror: Mirror,
  ids: ReadonlySet<StepId>,
  goes: 'here' | 'anywhere',
): Recorded[] {
  const steps = [...ids].flatMap((id) => mirror.step(id) ?? []);
  const joins = joining(mirror, ids);
  const handoffs = joins.flatMap(({ handoff }) => handoff ?? []);
  const beside = new Set<RecordId | null>(referred(steps, handoffs));
  if (goes === 'anywhere') {
    for (const step of steps) {
      beside.add(step.lane);
      beside.add(mirror.lane(step.lane)?.team ?? null);
    }
  }
  return [
    ...steps.map((it): Recorded => ({ kind: 'step', ...it })),
    ...joins.map(({ connector }): Recorded => ({ kind: 'connector', ...connector })),
    ...handoffs.map((it): Recorded => ({ kind: 'handoff', ...it })),
    ...[...beside].flatMap((id) => (id === null ? [] : (mirror.record(id) ?? []))),
  ];
}

/** Roles, templates and agreements that these name. */
function referred(steps: readonly Step[], handoffs: readonly Handoff[]): (RecordId | null)[] {
  return [
    ...steps.map((it) => it.accountable),
    ...handoffs.flatMap((it) => [
      it.sendingRole,
      it.receivingRole,
      it.accountable,
      it.template,
      it.sla,
    ]),
  ];
}
