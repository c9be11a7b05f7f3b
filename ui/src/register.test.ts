// The register of handoffs: its order, what a filter leaves, and what lies on the clipboard.
import { beforeEach, describe, expect, it } from 'vitest';
import { tableOfRegister } from './clipboard/register.ts';
import { asText } from './clipboard/table.ts';
import type { Connector, Handoff, Step } from './contract.ts';
import { filtered, NO_FILTER, Register, rowsOf, sorted } from './register.ts';
import { blankSla } from './sla.ts';
import { Hands } from './testing/hands.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding', 'Finance'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
    { id: 103, name: 'Bill', lane: 2, x: 500 },
  ],
  connectors: [
    { id: 90, from: 101, to: 102, handoff: 100 },
    { id: 91, from: 102, to: 103, handoff: 110 },
    { id: 92, from: 103, to: 101, handoff: 120 },
  ],
};

let hands: Hands;
const mirror = () => hands.app.mirror;
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Writes into records of the fake kernel's file. */
function write(changes: Record<number, Partial<Handoff> | Partial<Connector> | Partial<Step>>) {
  const records = hands.kernel.file.records.map((it) => ({ ...it, ...changes[it.id] }) as typeof it);
  hands.kernel.send(hands.kernel.patchTo(records, []));
}

const wait = (usual: number) =>
  ({ usual, best: null, worst: null, confidence: 'measured', sample: null, saidBy: '' }) as const;

beforeEach(async () => {
  hands = await Hands.on(PLAN);
  write({
    90: { wait: wait(720), channel: 'e-mail', cause: 'queue' },
    91: { wait: wait(60) },
    100: { passes: 'Signed order' },
    120: { passes: '=1+1', status: 'live' },
    101: { completeAccurate: { ...wait(0), usual: 6000 } },
  });
});

describe('the order', () => {
  it.each([
    ['number', 'descending', [120, 110, 100]],
    ['wait', 'ascending', [110, 100, 120]],
    // What is not known stands last, whichever way round.
    ['wait', 'descending', [100, 110, 120]],
    ['handoff', 'ascending', [120, 110, 100]],
    ['passes', 'descending', [100, 120, 110]],
    ['right', 'ascending', [100, 110, 120]],
    ['status', 'descending', [120, 100, 110]],
  ] as const)('by %s, %s', (column, way, expected) => {
    expect(ids(sorted(rowsOf(mirror()), column, way))).toEqual(expected);
  });

  it('turns round when a column is chosen twice', () => {
    const register = new Register();
    register.sort('wait');
    expect(ids(register.shown(mirror()))).toEqual([110, 100, 120]);
    register.sort('wait');
    expect(ids(register.shown(mirror()))).toEqual([100, 110, 120]);
    register.sort('number');
    expect(register.way).toBe('ascending');
  });
});

describe('the filter', () => {
  it.each([
    [{ text: 'signed sales' }, [100]],
    [{ text: 'QUEUE' }, [100]],
    [{ text: 'H-02' }, []],
    [{ team: 12 }, [110, 120]],
    [{ bare: true }, [100, 110, 120]],
    [{ gaps: true }, []],
  ])('%j leaves %j', (part, expected) => {
    expect(ids(filtered(rowsOf(mirror()), { ...NO_FILTER, ...part }))).toEqual(expected);
  });

  it('is gone once it is closed', () => {
    const register = new Register();
    register.openFilter(true);
    register.narrow({ text: 'nothing has these words' });
    expect(register.shown(mirror())).toEqual([]);
    register.openFilter(false);
    expect(register.shown(mirror())).toHaveLength(3);
  });
});

it('the table has every column, one line for each handoff, and no formula', () => {
  const table = tableOfRegister(mirror(), hands.app.register.shown(mirror()));
  expect(table[0]).toContain('What passes');
  expect(table.every((row) => row.length === table[0]?.length)).toBe(true);
  const lines = asText(table).split('\n');
  expect(lines[1]).toBe(
    ['H-01', 'Sales → Onboarding', 'Signed order', '1.5 d', '', '60 %', 'Queue', 'e-mail', '', 'Draft', ''].join('\t'),
  );
  expect(lines[3]).toContain("'=1+1");
});

it('attainment is a column only where something was measured', () => {
  const [row] = rowsOf(mirror());
  if (!row) throw new Error('there is no row');
  const sla = {
    ...blankSla(mirror(), row.connector),
    id: 500,
    completion: { minutes: 480, clock: 'business' as const },
  };
  const run = {
    kind: 'measurementRun' as const,
    id: 501,
    handoff: 100,
    source: '',
    clock: 'business' as const,
    response: [],
    completion: [60, 480, 481, 900],
    returns: [],
  };
  expect(tableOfRegister(mirror(), [])[0]).not.toContain('Attained');
  const { file } = hands.kernel;
  const records = file.records.map((it) => (it.id === 100 ? ({ ...it, sla: 500 } as typeof it) : it));
  hands.kernel.send(hands.kernel.patchTo([...records, { kind: 'sla', ...sla }, run], []));
  expect(tableOfRegister(mirror(), [])[0]).toContain('Attained');
  expect(rowsOf(mirror())[0]?.attained).toBe(5000);
});
