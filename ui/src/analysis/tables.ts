// The parts of the analysis as tables for other programs, with plain numbers; and what the map
// depends on, gravest first. Pure.

import { calledBy } from '../canvas/spoken.ts';
import type { ConnectorId, LaneId, Network, StepId, TeamId } from '../contract.ts';
import { percentOf } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';
import { plain } from './flows.ts';

const said = words.analysis;
const number = (value: number | null): string => (value === null ? '' : plain(value));

function connectorName(mirror: Mirror, id: ConnectorId): string {
  const connector = mirror.find('connector', id);
  return connector ? calledBy(mirror, connector) : '';
}

const teamName = (mirror: Mirror, id: TeamId): string => mirror.team(id)?.name || words.unnamed;

export function waitRows(mirror: Mirror, { waits }: Network): string[][] {
  const rows = waits.map((it) => [
    connectorName(mirror, it.connector),
    ...[it.minutes, it.perItem, it.minutesPerItem, it.slack].map(number),
    it.cause ? words.causes[it.cause] : '',
  ]);
  return [[...said.waitsColumns], ...rows];
}

export function loopRows(mirror: Mirror, { loops }: Network): string[][] {
  const rows = loops.map((it) => [
    connectorName(mirror, it.connector),
    ...[it.perItem, it.executions, it.leadTime, it.effort, it.effortPerDay].map(number),
  ]);
  return [[...said.loopsColumns], ...rows];
}

export function qualityRows(mirror: Mirror, { quality }: Network): string[][] {
  const rows = quality.map(({ step, own, rolled }) => {
    const record = mirror.step(step);
    return [record?.name || words.unnamed, mirror.teamOf(record)?.name ?? '', number(own), number(rolled)];
  });
  return [[...said.qualityColumns], ...rows];
}

export function pairRows(mirror: Mirror, { pairs }: Network): string[][] {
  const yes = (it: boolean) => (it ? said.yes : said.no);
  const rows = pairs.map((it) => [
    teamName(mirror, it.one),
    teamName(mirror, it.other),
    number(it.traffic),
    number(it.returns),
    yes(it.pingPong),
    yes(it.heavy),
  ]);
  return [[...said.pairsColumns], ...rows];
}

/** One thing that much depends on. */
export interface Dependence {
  id: LaneId | StepId;
  what: string;
  why: string;
  grave: boolean;
}

export function dependences(mirror: Mirror, network: Network): Dependence[] {
  const who = (step: StepId) => mirror.step(step)?.performers[0] ?? '';
  const between = (share: number | null) => (share ? ` ${said.betweenness(percentOf(100 * share))}` : '');
  const teams = network.teams.filter((it) => it.joint || it.relay);
  const ofTeams = teams.map((it): Dependence => {
    const of = { id: it.lane, grave: it.singlePoint };
    if (it.singlePoint) return { ...of, what: said.singlePoint, why: said.singlePointAbout };
    if (!it.joint) return { ...of, what: said.relay, why: said.relayAbout };
    return { ...of, what: said.oneTeam, why: `${said.oneTeamAbout}${between(it.betweennessShare)}` };
  });
  const gates = new Set(network.gates);
  const ofSteps = network.keySteps.map((id): Dependence => {
    const grave = gates.has(id);
    if (grave) return { id, grave, what: said.gate, why: said.gateAbout(who(id)) };
    return { id, grave, what: said.onePerson, why: said.onePersonAbout(who(id)) };
  });
  return [...ofTeams, ...ofSteps].sort((a, b) => Number(b.grave) - Number(a.grave));
}

export function dependRows(mirror: Mirror, network: Network): string[][] {
  const where = (id: number) => {
    const lane = mirror.lane(id);
    return (lane ? mirror.team(lane.team)?.name : mirror.step(id)?.name) || words.unnamed;
  };
  const rows = dependences(mirror, network).map((it) => [it.what, where(it.id), it.why]);
  return [[...said.dependColumns], ...rows];
}
