// Who waits for whom as a grid: one row for each team that gives, one column for each that receives,
// coloured by how long is waited. Pure.

import type { ConnectorId, Network, TeamFlow, TeamId } from '../contract.ts';
import { hours, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** How strong a cell is: 0 without a wait, 1 to 5 in equal parts of the longest. */
export type Heat = 0 | 1 | 2 | 3 | 4 | 5;

export interface HeatCell {
  flow: TeamFlow | null;
  /** What stands in it; empty where nothing passes. */
  text: string;
  spoken: string;
  heat: Heat;
}

export interface HeatMap {
  /** In the order of their lanes. */
  teams: { id: TeamId; name: string; short: string }[];
  /** A row for each team that gives. */
  rows: HeatCell[][];
  /** Hours where waits are long, else minutes. */
  unit: 'hours' | 'minutes';
}

/** From here on hours are read more easily. */
const LONG_MINUTES = 300;

export function heatMap(mirror: Mirror, network: Network): HeatMap {
  const teams = network.teams.map(({ team: id }) => {
    const team = mirror.team(id);
    const name = team?.name || team?.code || words.unnamed;
    return { id, name, short: team?.code || name };
  });
  const longest = Math.max(0, ...network.flows.map((flow) => flow.wait ?? 0));
  const unit = longest >= LONG_MINUTES ? 'hours' : 'minutes';
  const cell = (from: number, to: number): HeatCell => {
    const [giver, taker] = [teams[from], teams[to]];
    const between = words.teamToTeam(giver?.name ?? '', taker?.name ?? '');
    const flow = network.flows.find((it) => it.from === giver?.id && it.to === taker?.id) ?? null;
    if (!flow) return { flow, text: '', spoken: words.analysis.nothingPasses(between), heat: 0 };
    return { flow, text: inCell(flow, unit), spoken: spoken(between, flow), heat: heat(flow.wait, longest) };
  };
  return { teams, unit, rows: teams.map((_, from) => teams.map((_, to) => cell(from, to))) };
}

function heat(wait: number | null, longest: number): Heat {
  if (!wait || longest <= 0) return 0;
  return Math.max(1, Math.ceil((wait / longest) * 5)) as Heat;
}

function inCell({ wait, perItem, unknownWaits }: TeamFlow, unit: HeatMap['unit']): string {
  if (wait === null || perItem === null) return '·';
  const [min, hour] = words.units;
  const time = unit === 'hours' ? `${hours(wait)} ${hour}` : `${Math.round(wait)} ${min}`;
  return unknownWaits > 0 ? (wait > 0 ? `${time}?` : '?') : time;
}

function spoken(between: string, flow: TeamFlow): string {
  const { wait, perItem, returns, connectors, unknownWaits } = flow;
  if (wait === null || perItem === null) return words.analysis.onlyDrawn(between, connectors.length);
  const [min, hour] = words.units;
  const time = wait >= LONG_MINUTES ? `${hours(wait)} ${hour}` : `${Math.round(wait)} ${min}`;
  return words.analysis.passes(between, time, tenth(perItem), tenth(returns ?? 0), unknownWaits);
}

/** The grid as a table, for other programs. */
export function heatRows(map: HeatMap): string[][] {
  const head = words.analysis.flowColumns;
  const rows = map.rows.flatMap((cells, from) =>
    cells.flatMap(({ flow }, to) => {
      if (!flow) return [];
      const ends = [map.teams[from]?.name ?? '', map.teams[to]?.name ?? ''];
      const numbers = [flow.wait, flow.perItem, flow.returns].map((it) => (it === null ? '' : plain(it)));
      return [[...ends, ...numbers, String(flow.connectors.length)]];
    }),
  );
  return [[...head], ...rows];
}

/** A number that other programs read. */
export const plain = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** What is selected on the map for some connectors: their handoffs, or they themselves. */
export function selectable(mirror: Mirror, connectors: readonly ConnectorId[]): number[] {
  return connectors.flatMap((id) => {
    const connector = mirror.find('connector', id);
    return connector ? [mirror.handoffAt(connector)?.id ?? id] : [];
  });
}
