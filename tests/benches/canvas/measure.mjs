// One peer in one browser on one map: opens it, goes through the scenarios, and reads what each
// cost. Nothing counts unless the page shows, or the document holds, that it happened.
//
// A browser: version, run(script, ...given), picture(), processes(), end(). A peer: name, script, address,
// ready, settle, kernel (processes beside the browser), map(), places(browser), end().

import { readFileSync } from 'node:fs';
import { cpuMs, memoryMib, quiet } from './cost.mjs';

export const SCENARIOS = ['pan', 'zoom', 'drag one', 'drag fifty'];
/** Zooming goes in and out between these. */
const ZOOMS = { least: 0.25, most: 1 };
/** Before each measurement, in seconds: a webview without a graphics card compiles its shaders now. */
const WARM_UP = 1;
/** So much of the frames must have shown something new. */
const MOST_FRAMES = 0.9;

const pageScript = (name) => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');

/** Waits for a page that is ready, and gives it its hands. */
export async function settle(browser, peer, patience) {
  const until = Date.now() + patience;
  while (!(await browser.run(peer.ready))) {
    if (Date.now() > until) throw new Error(`${peer.name} never was ready`);
    await new Promise((done) => setTimeout(done, 50));
  }
  await browser.run(peer.settle);
  await browser.run(pageScript('frames.js'));
  await browser.run(pageScript(peer.script));
  await quiet(() => [...browser.processes(), ...peer.kernel]);
}

/**
 * @param view the view that both peers have
 * @param steps the steps that are dragged, the nearest to the middle first, each `{ id, x, y }`
 * @param {number} seconds
 * @param keep takes a picture of the page before each scenario, and its name
 */
export async function measure(browser, peer, view, steps, seconds, keep) {
  const all = () => [...browser.processes(), ...peer.kernel];
  const memory = () => ({
    browser: memoryMib(browser.processes()),
    kernel: memoryMib(peer.kernel),
  });
  const opened = memory();
  const found = {};
  for (const scenario of SCENARIOS) {
    await browser.run('await window.bench.look(given[0])', view);
    // The one stands elsewhere afterwards, so it is none of the fifty.
    const dragged = { 'drag one': steps.slice(0, 1), 'drag fifty': steps.slice(1) }[scenario] ?? [];
    const before = dragged.length > 0 ? await peer.places(browser) : new Map();
    if (dragged.length > 0) await browser.run('await window.bench.press(given[0])', dragged);
    await quiet(all);
    if (keep) keep(`${peer.name}, ${scenario}`, await browser.picture());
    const act = scenario.split(' ')[0];
    const go = (time) => browser.run(`return window.bench.${act}(...given)`, time, ZOOMS);
    await go(WARM_UP);
    found[scenario] = await cost(browser, peer, () => go(seconds));
    if (found[scenario].changed < MOST_FRAMES) {
      throw new Error(`${peer.name}, ${scenario}: only ${found[scenario].changed} of the frames changed`);
    }
    if (dragged.length > 0) await release(browser, peer, scenario, dragged, before);
    await quiet(all);
  }
  return { scenarios: found, memory: { opened, end: memory() } };
}

/** Lets go, and makes sure that what was dragged, and that alone, is elsewhere now. */
async function release(browser, peer, scenario, dragged, before) {
  await browser.run('await window.bench.release()');
  const after = await peer.places(browser);
  const moved = [...after].filter(([id, place]) => before.get(id) !== place).map(([id]) => id);
  const right = dragged.every(({ id }) => moved.includes(id)) && moved.length === dragged.length;
  if (!right) throw new Error(`${peer.name}, ${scenario}: ${moved.length} moved, not ${dragged.length}`);
}

/** What the frames of a run cost. */
async function cost(browser, peer, run) {
  const read = () => ({ browser: cpuMs(browser.processes()), kernel: cpuMs(peer.kernel) });
  const before = read();
  const { times, changed } = await run();
  const after = read();
  const count = times.length;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.round((count - 1) * part)];
  return {
    frames: count,
    changed: changed / count,
    fps: (1000 * count) / times.reduce((sum, it) => sum + it, 0),
    medianMs: at(0.5),
    p95Ms: at(0.95),
    cpuMs: (after.browser - before.browser) / count,
    kernelMs: (after.kernel - before.kernel) / count,
  };
}
