// Which changes the plan answers: an action is about a change when it is about what the change is
// drawn on, in either state, or answers a pain point that hurts there. Pure.

import type { Action as Planned, Comparison, RecordId, StateChange, Target } from '../contract.ts';
import type { Mirror } from '../mirror.ts';
import { BLANK } from '../plan/line.ts';
import { words } from '../words.ts';

/** The records of a change in either state, with the handoffs of its connectors. */
function recordsOf(mirror: Mirror, change: StateChange): Set<RecordId> {
  const ids = [...change.before, ...change.after];
  const handoffs = ids.flatMap((id) => {
    const connector = mirror.find('connector', id);
    const handoff = connector && mirror.handoffAt(connector);
    return handoff ? [handoff.id] : [];
  });
  const teams = ids.flatMap((id) => mirror.find('lane', id)?.team ?? []);
  // A promise has no place of its own; who makes it true works at its ends.
  const ends = ids.flatMap((id) => {
    const way = mirror.find('sla', id)?.endToEnd;
    return way ? [way.from, way.to] : [];
  });
  return new Set([...ids, ...handoffs, ...teams, ...ends]);
}

const isAbout = (about: readonly Target[], ids: ReadonlySet<RecordId>): boolean => about.some((it) => ids.has(it.id));

/** The actions for a change, those that were given up left out. */
export function actionsFor(mirror: Mirror, change: StateChange): Planned[] {
  const ids = recordsOf(mirror, change);
  const hurts = (id: RecordId) => isAbout(mirror.find('painPoint', id)?.about ?? [], ids);
  return mirror
    .all('action')
    .filter((it) => it.status !== 'dropped' && (isAbout(it.about, ids) || it.answers.some(hurts)));
}

/** Changes that stand for themselves: what came or went with a step is done with it. */
export const headsOf = ({ changes }: Comparison): StateChange[] => changes.filter((it) => it.with === null);

/** The actions for any of the changes, each once, in the order they were made. */
export function actionsOf(mirror: Mirror, comparison: Comparison): Planned[] {
  const all = new Map(headsOf(comparison).flatMap((it) => actionsFor(mirror, it)).map((it) => [it.id, it]));
  return [...all.values()].sort((a, b) => a.id - b.id);
}

/** The changes that nobody has planned anything for, those with the largest effect first. */
export function unplanned(mirror: Mirror, comparison: Comparison): StateChange[] {
  const effect = (it: StateChange) => Math.abs(it.leadTime ?? 0);
  return headsOf(comparison)
    .filter((it) => actionsFor(mirror, it).length === 0)
    .sort((a, b) => effect(b) - effect(a));
}

/** A new action for a change, about what it is now, else about what it was. */
export function actionFor(mirror: Mirror, change: StateChange): Planned {
  const about = (change.after.length > 0 ? change.after : change.before).flatMap((id) => targetOf(mirror, id) ?? []);
  return { ...BLANK, text: words.compare.actionFor(change.fate, change.title), about };
}

function targetOf(mirror: Mirror, id: RecordId): Target | null {
  const record = mirror.record(id);
  switch (record?.kind) {
    case 'step':
    case 'stage':
      return { of: record.kind, id };
    case 'lane':
      return { of: 'team', id: record.team };
    case 'connector': {
      const handoff = mirror.handoffAt(record);
      return handoff ? { of: 'handoff', id: handoff.id } : { of: 'connector', id };
    }
    case 'sla':
      return record.endToEnd ? { of: 'step', id: record.endToEnd.to } : null;
    default:
      return null;
  }
}
