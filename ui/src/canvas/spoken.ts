// How each thing on the map is spoken: "H-07, Sales to Onboarding, signed order, waits 5 d, no
// SLA". Pure.

import type { Connector, Group, Handoff, NoteKind, RecordId, Step, Target } from '../contract.ts';
import { sharesApart, waitsApart } from '../disagree.ts';
import { duration, estimated, percent } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

const listed = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

export const numberOf = (handoff: Handoff): string =>
  `H-${String(handoff.number).padStart(2, '0')}`;

const NOTE_KINDS: readonly NoteKind[] = ['question', 'decision', 'assumption', 'parked', 'note'];

/** How much the room has said about these records: "2 pain points", "1 idea", "3 questions". */
export function saidAbout(mirror: Mirror, ...ids: RecordId[]): string[] {
  const isAbout = ({ about }: { about: readonly Target[] }) => about.some(({ id }) => ids.includes(id));
  const [pains, ideas] = [mirror.all('painPoint').filter(isAbout).length, mirror.all('idea').filter(isAbout).length];
  const notes = mirror.all('note').filter(isAbout);
  const kinds = NOTE_KINDS.map((kind) => [kind, notes.filter((it) => it.aboutKind === kind).length] as const);
  return [
    pains > 0 ? words.painPoints(pains) : '',
    ideas > 0 ? words.ideasCount(ideas) : '',
    ...kinds.map(([kind, count]) => (count > 0 ? words.noteCounts[kind](count) : '')),
  ];
}

export function spokenStep(mirror: Mirror, step: Step): string {
  const { clock } = mirror;
  return listed([
    words.kinds[step.shape],
    step.name || words.unnamed,
    mirror.teamOf(step)?.name,
    step.processTime ? words.takes(estimated(step.processTime, clock)) : undefined,
    step.completeAccurate ? words.completeAccurate(percent(step.completeAccurate.usual)) : undefined,
    sharesApart(step.completeAccurate, step.completeAccurateByGiver) ? words.seenApart : undefined,
    step.pinned ? words.locked : undefined,
    ...saidAbout(mirror, step.id),
  ]);
}

function waiting(mirror: Mirror, connector: Connector): string | undefined {
  const { clock } = mirror;
  if (!connector.wait) return undefined;
  const why = connector.cause ? words.inside(words.causes[connector.cause]) : '';
  const { waitByGiver, waitByReceiver, wait } = connector;
  const apart = waitsApart(waitByGiver, waitByReceiver, wait) ? words.seenApart : '';
  return listed([words.waits(duration(wait.usual, clock)), why, apart]);
}

export function spokenConnector(mirror: Mirror, connector: Connector): string {
  const [from, to] = [mirror.step(connector.from), mirror.step(connector.to)];
  return listed([
    words.connectorBetween(from?.name || words.unnamed, to?.name || words.unnamed),
    connector.flow === 'rework' ? words.flows.rework : undefined,
    connector.label,
    connector.probability === null ? undefined : percent(connector.probability),
    connector.probability !== null && connector.probabilityKnown.confidence === 'guessed'
      ? words.inside(words.confidences.guessed)
      : undefined,
    waiting(mirror, connector),
    ...saidAbout(mirror, connector.id),
  ]);
}

/** The two teams of a handoff. */
export function teamsOf(mirror: Mirror, connector: Connector): string {
  const team = (id: number) => mirror.teamOf(mirror.step(id))?.name || words.unnamed;
  return words.teamToTeam(team(connector.from), team(connector.to));
}

/** What a connector is called in a title: its handoff, or the steps it joins. */
export function calledBy(mirror: Mirror, connector: Connector): string {
  const handoff = mirror.handoffAt(connector);
  if (handoff) return `${numberOf(handoff)}, ${teamsOf(mirror, connector)}`;
  const name = (id: number) => mirror.step(id)?.name || words.unnamed;
  return words.teamToTeam(name(connector.from), name(connector.to));
}

export function spokenHandoff(mirror: Mirror, handoff: Handoff, connector: Connector): string {
  const [from, to] = [mirror.step(connector.from), mirror.step(connector.to)];
  const [giver, taker] = [mirror.teamOf(from)?.name, mirror.teamOf(to)?.name];
  const sla = mirror.find('sla', handoff.sla);
  return listed([
    numberOf(handoff),
    words.handoffBetween(giver || words.unnamed, taker || words.unnamed),
    handoff.passes,
    waiting(mirror, connector),
    sla ? words.hasSla : words.noSla,
    ...saidAbout(mirror, handoff.id, connector.id),
  ]);
}

/** What a group is called, or nothing when it is not one that is spoken. */
export function spokenGroup(mirror: Mirror, group: Group): string | null {
  const record = mirror.record(group.key.id);
  switch (group.key.part) {
    case 'step':
      return record?.kind === 'step' ? spokenStep(mirror, record) : null;
    case 'connector':
    case 'crossing':
      return record?.kind === 'connector' ? spokenConnector(mirror, record) : null;
    case 'handoff': {
      if (record?.kind !== 'handoff') return null;
      const connector = mirror.find('connector', record.connector);
      return connector ? spokenHandoff(mirror, record, connector) : null;
    }
    case 'laneHead': {
      const team = mirror.team(mirror.lane(group.key.id)?.team ?? null);
      return team ? listed([words.team, team.name || words.unnamed, ...saidAbout(mirror, team.id, group.key.id)]) : null;
    }
    case 'stage':
      return record?.kind === 'stage' ? listed([words.stage, record.name || words.unnamed]) : null;
    default:
      return null;
  }
}
