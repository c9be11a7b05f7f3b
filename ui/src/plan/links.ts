// What an action is linked to: pain points it answers, steps and handoffs it changes; how each is
// called, and the way to it. Pure, but for going there.

import type { App } from '../app.ts';
import { calledBy, numberOf } from '../canvas/spoken.ts';
import type { Action as Planned, PainPoint, StateId, Target } from '../contract.ts';
import { goTo, nameOf } from '../marks.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** The state a target lies in; nothing for a team. */
export function stateOf(mirror: Mirror, target: Target): StateId | null {
  switch (target.of) {
    case 'step':
    case 'connector':
    case 'stage':
      return mirror.find(target.of, target.id)?.state ?? null;
    case 'handoff': {
      const connector = mirror.find('handoff', target.id)?.connector ?? null;
      return mirror.find('connector', connector)?.state ?? null;
    }
    case 'state':
      return target.id;
    case 'team':
      return null;
  }
}

/** What a target is called, with its state where another one is shown. */
export function fullName(mirror: Mirror, target: Target): string {
  const state = stateOf(mirror, target);
  const name = nameOf(mirror, target);
  if (state === null || state === mirror.state) return name;
  return words.plan.otherState(name, mirror.find('state', state)?.name || words.unnamed);
}

/** The same in as few letters as do: the number of a handoff. */
export function shortName(mirror: Mirror, target: Target): string {
  const connector = target.of === 'connector' ? mirror.find('connector', target.id) : undefined;
  const handoff = target.of === 'handoff' ? mirror.find('handoff', target.id) : connector && mirror.handoffAt(connector);
  return handoff ? numberOf(handoff) : nameOf(mirror, target);
}

/** Shows a target on the map, in the state it lies in. */
export async function jump(app: App, target: Target): Promise<void> {
  const state = stateOf(app.mirror, target);
  if (state !== null && state !== app.mirror.state) await app.kernel.edit({ ask: 'show', state });
  goTo(app, target);
}

/** Shows where something hurts, beside what the room said. */
export async function jumpToPain(app: App, { about }: PainPoint): Promise<void> {
  app.view.lean('room');
  const [first] = about;
  if (first) await jump(app, first);
}

/** Pain points an action answers, while they are there. */
export const painsOf = (mirror: Mirror, { answers }: Planned): PainPoint[] =>
  answers.flatMap((id) => mirror.find('painPoint', id) ?? []);

export const same = (one: Target, other: Target): boolean => one.of === other.of && one.id === other.id;

export interface Choice {
  target: Target;
  name: string;
}

/** What an action could change in the state that is shown: handoffs by number, then steps across. */
export function choices(mirror: Mirror, { about }: Planned): Choice[] {
  const handoffs = mirror.handoffs.map(({ handoff, connector }): Choice => {
    return { target: { of: 'handoff', id: handoff.id }, name: calledBy(mirror, connector) };
  });
  const across = [...mirror.steps].sort((a, b) => a.place.x - b.place.x || a.id - b.id);
  const steps = across.map((it): Choice => ({ target: { of: 'step', id: it.id }, name: it.name || words.unnamed }));
  return [...handoffs, ...steps].filter((it) => !about.some((had) => same(had, it.target)));
}

/** A new action against a pain point, at the same places. */
export const answering = ({ id, text, about }: PainPoint): Pick<Planned, 'text' | 'about' | 'answers'> => ({
  text: words.plan.against(text),
  about: [...about],
  answers: [id],
});
