// The map as text: teams, their steps from left to right, what each leads to, and with a handoff
// its wait and its SLA; and where the two sides see it differently, or the room has said something. Pure.

import { numberOf, saidAbout } from './canvas/spoken.ts';
import type { Connector, Handoff, RecordId, Step, TimeTarget } from './contract.ts';
import { sharesApart, waitsApart } from './disagree.ts';
import { duration, estimated, knownShare, percent } from './format.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

export interface Way {
  id: RecordId;
  text: string;
}

export interface Entry {
  id: RecordId;
  name: string;
  facts: string;
  ways: Way[];
}

export interface Chapter {
  lane: RecordId;
  team: string;
  /** What the room has said about the team. */
  said: string;
  entries: Entry[];
}

const listed = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(', ');

export function outlineOf(mirror: Mirror): Chapter[] {
  return mirror.lanes.map(({ lane, team }) => ({
    lane,
    team: mirror.team(team)?.name || words.unnamed,
    said: listed(saidAbout(mirror, team, lane)),
    entries: mirror.steps
      .filter((step) => step.lane === lane)
      .sort((a, b) => a.place.x - b.place.x || a.place.y - b.place.y)
      .map((step) => entryOf(mirror, step)),
  }));
}

function entryOf(mirror: Mirror, step: Step): Entry {
  const { clock } = mirror;
  return {
    id: step.id,
    name: step.name || words.unnamed,
    facts: listed([
      step.shape === 'step' ? '' : words.kinds[step.shape],
      step.processTime && words.takes(estimated(step.processTime, clock)),
      step.completeAccurate && words.completeAccurate(percent(step.completeAccurate.usual)),
      sharesApart(step.completeAccurate, step.completeAccurateByGiver) && words.seenApart,
      step.pinned ? words.locked : '',
      ...saidAbout(mirror, step.id),
    ]),
    ways: mirror
      .connectorsAt(step.id)
      .filter((it) => it.from === step.id)
      .map((it) => wayOf(mirror, it)),
  };
}

function wayOf(mirror: Mirror, connector: Connector): Way {
  const to = mirror.step(connector.to);
  const handoff = mirror.handoffAt(connector);
  const team = handoff ? mirror.teamOf(to)?.name : undefined;
  const text = listed([
    to?.name || words.unnamed,
    connector.flow === 'rework' ? words.flows.rework : '',
    connector.label,
    connector.probability === null ? '' : knownShare(connector.probability, connector.probabilityKnown),
    handoff && `${words.handoff} ${numberOf(handoff)}`,
    team && words.outlineTo(team),
    connector.wait && words.waits(estimated(connector.wait, mirror.clock)),
    connector.cause && words.inside(words.causes[connector.cause]),
    waitsApart(connector.waitByGiver, connector.waitByReceiver, connector.wait) && words.seenApart,
    handoff && slaOf(mirror, handoff),
    ...saidAbout(mirror, connector.id, ...(handoff ? [handoff.id] : [])),
  ]);
  return { id: handoff?.id ?? connector.id, text };
}

function slaOf(mirror: Mirror, handoff: Handoff): string {
  const sla = mirror.find('sla', handoff.sla);
  if (!sla) return words.noSla;
  const said = (it: TimeTarget | null) => (it ? duration(it.minutes, mirror.clock) : '—');
  return words.slaOf(said(sla.response ?? sla.acknowledge), said(sla.completion));
}
