// The figures of all rounds as their medians, as tables in Markdown.

import { SCENARIOS } from './measure.mjs';

/** What Baton aims at: its part of the peer's CPU time, from this size on, and frames a second. */
const AIMS = { webkit: 1 / 20, chromium: 1 / 10, from: 500, fps: 40 };

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The median of each figure over rounds of the same form. */
function medians(rounds) {
  const [first] = rounds;
  if (typeof first === 'number') return median(rounds);
  const of = (key) => [key, medians(rounds.map((it) => it[key]))];
  return Object.fromEntries(Object.keys(first).map(of));
}

/** @param runs each `{ browser, steps, peer, scenarios, memory }`, one for each round */
export function summed(runs) {
  const cells = new Map();
  for (const { browser, steps, peer, scenarios, memory } of runs) {
    const cell = `${browser} ${steps}`;
    if (!cells.has(cell)) cells.set(cell, { browser, steps, peers: {} });
    (cells.get(cell).peers[peer] ??= []).push({ scenarios, memory });
  }
  return [...cells.values()].map(({ browser, steps, peers }) => {
    const [baton, peer] = [medians(peers.Baton), medians(peers['bpmn-js'])];
    const ratio = (name) => {
      const [ours, theirs] = [baton.scenarios[name], peer.scenarios[name]];
      const withKernel = (ours.cpuMs + ours.kernelMs) / theirs.cpuMs;
      return [name, { cpu: ours.cpuMs / theirs.cpuMs, withKernel }];
    };
    return { browser, steps, baton, peer, ratios: Object.fromEntries(SCENARIOS.map(ratio)) };
  });
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (names) => `${row(names)}\n${row(names.map((_, at) => (at < 2 ? '---' : '---:')))}`;
const part = (it) => `1/${(1 / it).toFixed(1)}`;

/**
 * @param cells as `summed` gives them
 * @param floors CPU milliseconds a frame of pages of nothing, by browser, as `floors` gives them
 */
export function tables(cells, floors) {
  const times = head([
    'browser, steps',
    'scenario',
    'frames/s: Baton',
    'bpmn-js',
    'median, p95 ms: Baton',
    'bpmn-js',
    'CPU ms/frame: Baton',
    '+ kernel',
    'bpmn-js',
    'Baton : bpmn-js',
    'with kernel',
    'aim, CPU ms/frame',
    'aim',
  ]);
  const memory = head([
    'browser, steps',
    'resident MiB',
    'Baton, browser',
    '+ kernel',
    'bpmn-js',
    'Baton : bpmn-js',
    'with kernel',
  ]);
  const lines = cells.flatMap((cell) => SCENARIOS.map((name) => timeLine(cell, name)));
  const memories = cells.flatMap((cell) => ['opened', 'end'].map((when) => memoryLine(cell, when)));
  const least = (of) => Object.entries(floors).map(([name, it]) => `${name} ${it[of].toFixed(1)}`).join(', ');
  const said = `CPU ms/frame of a page with nothing but a dot that moves: ${least('dot')}; but a stage that is filled: ${least('stage')}; a picture that moves over another: ${least('moved')}.`;
  return [times, ...lines, '', said, '', memory, ...memories].join('\n');
}

function timeLine({ browser, steps, baton, peer, ratios }, name) {
  const [ours, theirs, ratio] = [baton.scenarios[name], peer.scenarios[name], ratios[name]];
  const fine = ours.fps > AIMS.fps && (steps < AIMS.from || ratio.cpu <= AIMS[browser]);
  const frame = ({ medianMs, p95Ms }) => `${medianMs.toFixed(0)}, ${p95Ms.toFixed(0)}`;
  return row([
    `${browser}, ${steps}`,
    name,
    ours.fps.toFixed(1),
    theirs.fps.toFixed(1),
    frame(ours),
    frame(theirs),
    ours.cpuMs.toFixed(1),
    ours.kernelMs.toFixed(1),
    theirs.cpuMs.toFixed(1),
    part(ratio.cpu),
    part(ratio.withKernel),
    steps < AIMS.from ? '' : (AIMS[browser] * theirs.cpuMs).toFixed(1),
    fine ? 'met' : 'missed',
  ]);
}

function memoryLine({ browser, steps, baton, peer }, when) {
  const [ours, theirs] = [baton.memory[when], peer.memory[when]];
  return row([
    `${browser}, ${steps}`,
    when === 'end' ? 'at the end' : 'opened',
    ours.browser.toFixed(0),
    ours.kernel.toFixed(0),
    theirs.browser.toFixed(0),
    part(ours.browser / theirs.browser),
    part((ours.browser + ours.kernel) / theirs.browser),
  ]);
}
