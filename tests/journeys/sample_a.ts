// Sample A as its fixture has it, for journeys that make it by hand. The fixture has neither start
// nor end; a map has both.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConnectorKind, DelayCause, ValueClass } from '../../ui/src/contract.ts';

/** Times in minutes, `ca` in percent, `p` from 0 to 1. */
interface Sample {
  lanes: { id: string; name: string; external?: boolean }[];
  steps: {
    id: string;
    lane: string;
    name: string;
    pt: number;
    span: number;
    ca: number;
    va: ValueClass;
    people?: number;
  }[];
  connectors: {
    from: string;
    to: string;
    kind: ConnectorKind;
    wait?: number;
    p?: number;
    primary?: boolean;
    label?: string;
    delay?: DelayCause;
    interval?: number;
  }[];
}

const FILE = new URL('../fixtures/lead-to-customer.current.json', import.meta.url);
export const sample = JSON.parse(readFileSync(fileURLToPath(FILE), 'utf8')) as Sample;
export const [FIRST, LAST] = ['Start', 'End'];

export const teamOf = (lane: string) => sample.lanes.find((it) => it.id === lane)?.name ?? 'none';
export const nameOf = (id: string) => sample.steps.find((it) => it.id === id)?.name ?? id;

/** Those of the fixture, from the start and into the end. */
export const connectors: Sample['connectors'] = [
  { from: FIRST, to: 'A01', kind: 'seq' },
  ...sample.connectors,
  { from: 'A19', to: LAST, kind: 'seq' },
];

/** Kind, name, team. */
export const placeRows = [
  ['start', FIRST, teamOf('MKT')],
  ...sample.steps.map((it) => ['step', it.name, teamOf(it.lane)]),
  ['end', LAST, teamOf('CSM')],
];

/** Name, process time, span, %C&A in ten-thousandths, value class, people. */
export const stepRows = sample.steps.map((it) => [
  it.name,
  it.pt,
  it.span,
  it.ca * 100,
  it.va,
  it.people ?? 1,
]);

export const connectorRows = connectors.map((it) => ({
  from: nameOf(it.from),
  to: nameOf(it.to),
  flow: it.kind,
  p: it.p === undefined ? null : Math.round(it.p * 10_000),
  wait: it.wait ?? null,
  cause: it.delay ?? null,
  interval: it.interval ?? null,
  label: it.label ?? '',
  primary: it.primary ?? false,
}));
