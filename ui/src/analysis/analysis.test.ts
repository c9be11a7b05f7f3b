// The analysis as it is said: who waits for whom, figures in each view, load, charts to take along,
// and a simulation that asks until it knows enough or nobody looks any more.
import { expect, it } from 'vitest';
import type {
  AnalysisShown,
  Bar,
  Effect,
  Expected,
  Figures,
  Network,
  Reply,
  Request,
  Simulated,
  TeamFlow,
  TimesShown,
} from '../contract.ts';
import { Hands } from '../testing/hands.ts';
import { attainedRows, cellsOf, verdictOf } from './attained.ts';
import { cards } from './cards.ts';
import { heatMap, heatRows, selectable } from './flows.ts';
import { axis, histogram, histogramRows } from './histogram.ts';
import { loadBars, loadSentences, missingInputs, multiplier } from './load.ts';
import { asCsv, asSvg } from './picture.ts';
import { heatPicture } from './pictures.ts';
import { best, progress, type Tried } from './state.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Begin', lane: 1, x: 400 },
  ],
  connectors: [{ id: 201, from: 101, to: 102, handoff: 301 }],
};
const CLOCK = { kind: 'business', minutesPerDay: 480 } as const;
const [SALES, ONBOARDING] = [10, 11];

const flow = (more: Partial<TeamFlow>): TeamFlow => ({
  from: SALES,
  to: ONBOARDING,
  connectors: [201],
  perItem: 1.25,
  returns: 0,
  wait: 600,
  unknownWaits: 0,
  ...more,
});

const network = (more: Partial<Network>): Network => ({
  state: 3,
  clock: CLOCK,
  teams: [SALES, ONBOARDING].map((team) => ({
    team,
    lane: team + 10,
    external: false,
    load: { is: 'missing', inputs: ['headcount'] },
    queue: null,
    joint: false,
    singlePoint: false,
    betweenness: 0,
    betweennessShare: null,
    relay: false,
  })),
  flows: [flow({})],
  density: 0.5,
  handoffRatio: 1,
  pairs: [],
  sequence: [SALES, ONBOARDING],
  immediateReturns: 0,
  keySteps: [],
  keyShare: 0,
  gates: [],
  busiest: null,
  longestQueue: null,
  loops: [],
  unowned: null,
  little: { is: 'missing', inputs: ['volume'], counted: null },
  waits: [],
  quality: [],
  ...more,
});

it('who waits for whom is a grid of givers and receivers, hottest where is waited longest', async () => {
  const { app } = await Hands.on(PLAN);
  const back = flow({ from: ONBOARDING, to: SALES, wait: 120, perItem: 0.25, returns: 0.25, unknownWaits: 1 });
  const map = heatMap(app.mirror, network({ flows: [flow({}), back] }));
  expect(map.rows.map((row) => row.map((it) => [it.text, it.heat]))).toEqual([
    [['', 0], ['10 h', 5]],
    [['2 h?', 1], ['', 0]],
  ]);
  expect(map.rows[0]?.[1]?.spoken).toBe(
    'Sales → Onboarding: 10 h waited per case, 1.3 handoffs per case, 0 of them sent back',
  );
  expect(map.rows[0]?.[0]?.spoken).toBe('Sales → Sales: nothing passes');
  const unknown = heatMap(app.mirror, network({ flows: [flow({ wait: null, perItem: null, returns: null })] }));
  expect(unknown.rows[0]?.[1]).toMatchObject({ text: '·', heat: 0 });
  expect(unknown.rows[0]?.[1]?.spoken).toMatch(/1 connector is drawn/);
  const short = heatMap(app.mirror, network({ flows: [flow({ wait: 45 })] }));
  expect([short.unit, short.rows[0]?.[1]?.text]).toEqual(['minutes', '45 min']);
  expect(heatRows(map)[1]).toEqual(['Sales', 'Onboarding', '600', '1.25', '0', '1']);
  expect(selectable(app.mirror, [201, 999])).toEqual([301]);
});

it('a cell leads to the map with its handoffs selected', async () => {
  const { app } = await Hands.on(PLAN);
  app.view.show('analysis');
  app.revealAll([301]);
  expect(app.view.page).toBe('map');
  expect([...app.view.selection]).toEqual([301]);
});

const FIGURES = {
  clock: CLOCK,
  handoffs: 9,
  returnHandoffs: 5,
  timeline: {
    leadTime: 16_570,
    betweenTeamShare: 21,
    rolledCompleteAccurate: 3.665,
    completeAccurateCoverage: [17, 19],
    handoffs: 9,
  },
} as unknown as Figures;

const shown = (leadTime: Expected['leadTime']): AnalysisShown => ({
  revision: 1,
  network: network({}),
  expected: { is: 'known', view: { leadTime, handoffs: 11.1988, returns: 1.57 } as Expected },
});
const simulated = (more: Partial<Simulated>): Simulated =>
  ({
    runs: 4,
    done: false,
    leadTime: { mean: { value: 9600, plusMinus: 96 }, p50: 9000, p85: 12_000, p95: 14_400, bars: [] },
    promises: [],
    ...more,
  }) as unknown as Simulated;

it('figures are those of the view that was chosen, and say what they are', () => {
  const known = { shown: shown({ is: 'atLeast', minutes: 19_616.19 }), simulated: simulated({}), notPlayed: null };
  const values = (basis: 'timeline' | 'expected' | 'simulated') =>
    cards(FIGURES, { ...known, basis }).map((it) => it.value);
  expect(values('timeline')).toEqual(['34.5 d', '21 %', '3.7 %', '9']);
  expect(values('expected')).toEqual(['≥ 40.9 d', '21 %', '3.7 %', '11.2']);
  expect(values('simulated')).toEqual(['20 d', '21 %', '3.7 %', '11.2']);
  const [lead] = cards(FIGURES, { ...known, basis: 'expected' });
  expect(lead?.atLeast).toMatch(/longer/);
  expect(cards(FIGURES, { ...known, basis: 'simulated' })[0]?.about).toMatch(/18.8 d, 95 % in 30 d; .*± 1.6 h/);
});

it.each<[string, AnalysisShown, RegExp]>([
  ['several starts', { ...shown({ is: 'exact', minutes: 1 }), expected: { is: 'unknown', why: { code: 'severalStarts', steps: [] }, message: '' } }, /several places/],
  ['no blocks', shown({ is: 'unknown', connectors: [1, 2] }), /2 connectors lead/],
])('without a mean the card says why: %s', (_, shown, why) => {
  const [lead] = cards(FIGURES, { shown, basis: 'expected', simulated: null, notPlayed: null });
  expect(lead).toMatchObject({ value: null, atLeast: null });
  expect(lead?.about).toMatch(why);
});

it('load says what is missing, who is busiest and what that does to queues', async () => {
  const { app } = await Hands.on(PLAN);
  const load = (percent: number, unknownSteps = 0) =>
    ({ is: 'known', percent, effort: 1, capacity: 1, unknownSteps }) as const;
  const teams = network({}).teams;
  const of = (percent: number) =>
    network({ teams: teams.map((it, at) => (at === 1 ? { ...it, load: load(percent), queue: 960 } : it)), busiest: ONBOARDING, longestQueue: ONBOARDING });
  const bars = loadBars(app.mirror, of(74.18));
  expect(bars.map((it) => [it.text, it.strained])).toEqual([['not known', false], ['74.2 %', false]]);
  expect(missingInputs(bars)).toEqual(['headcount']);
  expect(loadSentences(app.mirror, of(74.18))).toEqual([
    expect.stringMatching(/^Onboarding is the busiest: at 74.2 % .* 2.9 times/),
    expect.stringMatching(/longest for Onboarding: 2 d/),
  ]);
  expect(loadSentences(app.mirror, of(96))[0]).toMatch(/bottleneck: at 96 % .* 24 times/);
  expect(loadSentences(app.mirror, of(120))[0]).toMatch(/without end/);
  expect([50, 80, 90, 95, 100].map(multiplier)).toEqual([1, 4, 9, 19, null]);
});

const BARS: Bar[] = [
  { from: 0, until: 480, cases: 10 },
  { from: 480, until: 960, cases: 40 },
  { from: 960, until: null, cases: 5 },
];
const TIMES: TimesShown = { mean: { value: 700, plusMinus: 5 }, p50: 600, p85: 900, p95: 1000, bars: BARS };

it('the histogram is blue until the promise and in the colour of trouble from there on', () => {
  const promise = { minutes: 960, title: 'Promise 2 d', late: '9 % of cases are late' };
  const { marks } = histogram(TIMES, CLOCK, 400, promise);
  const boxes = marks.flatMap((it) => (it.is === 'box' ? [it] : []));
  expect(boxes.map((it) => it.tone)).toEqual(['accent', 'accent', 'trouble']);
  expect((boxes[1]?.h ?? 0) / (boxes[0]?.h ?? 1)).toBeCloseTo(4);
  const line = marks.find((it) => it.is === 'line' && it.tone === 'ink');
  expect(line).toMatchObject({ x: boxes[2] && boxes[2].x - 1 });
  expect(marks.every((it) => it.x >= 0 && it.x <= 400)).toBe(true);
  expect(marks.flatMap((it) => (it.is === 'text' ? [it.text] : []))).toContain('9 % of cases are late');
  expect(histogramRows(TIMES).slice(1)).toEqual([['0', '480', '10'], ['480', '960', '40'], ['960', '', '5']]);
  const far = histogram(TIMES, CLOCK, 400, { ...promise, minutes: 9600 });
  expect(far.marks.flatMap((it) => (it.is === 'box' ? [it.tone] : []))).not.toContain('trouble');
});

it.each([
  [13_000, ['0 d', '5 d', '10 d', '15 d', '20 d', '25 d']],
  [960, ['0 d', '0.5 d', '1 d', '1.5 d', '2 d']],
  [240, ['0 h', '1 h', '2 h', '3 h', '4 h']],
  [60, ['0 min', '10 min', '20 min', '30 min', '40 min', '50 min', '60 min']],
])('the axis until %d minutes is in round numbers', (end, texts) => {
  expect(axis(end, CLOCK).map((it) => it.text)).toEqual(texts);
});

it('what is taken along is one file: no markup out of names, no formula in a cell', async () => {
  const { app } = await Hands.on({ ...PLAN, lanes: ['<b>"Sales"', 'Onboarding'] });
  const svg = asSvg(heatPicture(heatMap(app.mirror, network({}))), 'A & B', (tone) => `#${tone.length}`);
  expect(svg).toContain('<title>A &amp; B</title>');
  expect(svg).toContain('&lt;b&gt;&quot;Sales&quot;');
  expect(svg).not.toMatch(/NaN|undefined|<b>/);
  const harmless = (cell: string) => (cell.startsWith('=') ? `'${cell}` : cell);
  expect(asCsv([['a "b"', '=1+1', '-2.5']], harmless)).toBe('"a ""b""","\'=1+1",-2.5\r\n');
});

it('measured times stand beside what was promised, with what the sample can say', async () => {
  const { app } = await Hands.on(PLAN);
  const target = {
    target: 'response',
    minutes: 240,
    clock: 'business',
    objective: 9500,
    attainment: {
      met: 18, missed: 3, open: 1, excluded: 0, percent: 85.714, range: [65.4, 95],
      times: { count: 20, p50: 120, p85: 240, p95: 480 }, meanOverrun: 90,
      verdict: { is: 'undecided', needed: 59 },
    },
  } as const;
  const handoff = {
    handoff: 301, items: 22, returned: 2, returnRate: 9, paused: 0, saidWait: 960, times: null,
    targets: [{ ...target, attainment: { ...target.attainment, range: [65.4, 95] as [number, number] } }],
  };
  expect(cellsOf(app.mirror, handoff)[0]?.cells).toEqual(['Response within 4 h', '2 d', '2 h', '4 h', '1 d', '1.5 h']);
  const verdict = verdictOf(handoff.targets[0] as never);
  expect(verdict?.text).toBe('21 items cannot decide about 95 %; 59 without a miss could');
  const [head = [], row = []] = attainedRows(app.mirror, [handoff]);
  expect(row).toHaveLength(head.length);
  expect(row.slice(2, 8)).toEqual(['240', '18', '3', '1', '0', '85.714']);
});

const tried = (gain: number, plusMinus: number): Tried => ({
  change: { what: { is: 'addPerson', team: gain, people: 2 }, commands: [] },
  effect: { leadTime: { value: gain, plusMinus }, late: null, runs: 4 } as Effect,
});

it('what to change first leaves out what may be chance', () => {
  const all = [tried(100, 20), tried(5, 9), tried(300, 10), tried(-4, 1)];
  expect(best(all).map((it) => it.effect?.leadTime.value)).toEqual([300, 100]);
  expect(best(all, 1)).toHaveLength(1);
});

it('a simulation is asked for more until it knows enough, and for nothing once nobody looks', async () => {
  const { app, kernel } = await Hands.on(PLAN);
  const runs: number[] = [];
  let stopAt = Infinity;
  kernel.ask = (request: Request): Promise<Reply> => {
    if (request.ask === 'analysis') return Promise.resolve({ reply: 'analysis', with: shown({ is: 'exact', minutes: 1 }) });
    if (request.ask === 'improvements') return Promise.resolve({ reply: 'improvements', with: [] });
    if (request.ask !== 'simulate') return Promise.resolve({ reply: 'done' });
    runs.push(request.runs);
    if (runs.length === stopAt) app.analysis.stop();
    return Promise.resolve({ reply: 'simulated', with: simulated({ runs: request.runs, done: request.runs >= 16 }) });
  };
  await app.analysis.read();
  expect(runs).toEqual([4, 8, 16]);
  expect(app.analysis).toMatchObject({ playing: false, tried: [], simulated: { runs: 16 } });
  stopAt = 4;
  await app.analysis.again();
  expect(runs).toEqual([4, 8, 16, 4]);
  expect(app.analysis.simulated?.runs, 'a late answer is dropped').toBe(16);
  // Somebody halts it, and then has it go on.
  kernel.ask = ((before) => (request: Request) => {
    if (request.ask === 'simulate' && runs.length === 5) app.analysis.halt();
    return before(request);
  })(kernel.ask.bind(kernel));
  await app.analysis.again();
  expect(app.analysis).toMatchObject({ playing: false, halted: true });
  await app.analysis.goOn();
  expect(app.analysis).toMatchObject({ playing: false, halted: false, simulated: { runs: 16 } });
});

it('progress is that of the range: four times the runs halve it', () => {
  const of = (value: number, plusMinus: number | null, done = false) =>
    progress(simulated({ done, leadTime: { ...TIMES, mean: { value, plusMinus } } }));
  expect(of(1000, 20)).toBeCloseTo(0.25);
  expect(of(1000, 10)).toBe(1);
  expect([of(1000, null), of(0, 0), progress(null)]).toEqual([0, 0, 0]);
  expect(of(1000, 50, true)).toBe(1);
});

it('a map that cannot be played says why', async () => {
  const { app, kernel } = await Hands.on(PLAN);
  const failure = { code: 'severalStarts', message: 'Two starts.', hint: '', ids: [] };
  kernel.ask = (request: Request): Promise<Reply> =>
    request.ask === 'analysis'
      ? Promise.resolve({ reply: 'analysis', with: shown({ is: 'exact', minutes: 1 }) })
      : Promise.reject(failure);
  await app.analysis.read();
  expect(app.analysis).toMatchObject({ notPlayed: failure, simulated: null, playing: false });
});
