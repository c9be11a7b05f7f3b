// Baton's canvas beside bpmn-js, in the same browser, on the same map, in the same run: frames, CPU
// time and memory for panning, zooming and dragging. It judges no time; it fails only if something
// did not happen. `npm run bench -- [--browser chromium|webkit|both] [--steps 100,500,2000]
// [--seconds 4] [--rounds 1] [--zoom 0.46] [--pictures FOLDER]`

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './browsers/chromium.mjs';
import { openWebkit } from './browsers/webkit.mjs';
import { floors } from './floor.mjs';
import { makeMap, takeBuilds, target } from './map.mjs';
import { measure, settle } from './measure.mjs';
import { baton } from './peers/baton.mjs';
import { bpmnJs } from './peers/bpmn_js.mjs';
import { summed, tables } from './report.mjs';
import { DRAGGED, survey } from './survey.mjs';

const WINDOW = { width: 1440, height: 900 };
/** The longest that a page may take to answer: the peer takes its time on large diagrams. */
const PATIENCE_MS = 240_000;

function read() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'both' },
      steps: { type: 'string', default: '100,500,2000' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '1' },
      zoom: { type: 'string', default: '0.46' },
      pictures: { type: 'string' },
    },
  });
  const browsers = { both: ['chromium', 'webkit'], chromium: ['chromium'], webkit: ['webkit'] };
  const asked = {
    browsers: browsers[values.browser],
    sizes: values.steps.split(',').map(Number),
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    zoom: Number(values.zoom),
    pictures: values.pictures,
  };
  const numbers = [...asked.sizes, asked.seconds, asked.rounds, asked.zoom];
  if (!asked.browsers || numbers.some((it) => !(it > 0)) || asked.sizes.some((it) => it < DRAGGED)) {
    throw new Error('These arguments are not understood; the head of bench.mjs names them all.');
  }
  return asked;
}

const OPEN = { chromium: openChromium, webkit: openWebkit };

/** Opens a peer in a browser, gives both to a task, and closes them however that ends. */
async function within(browserName, folder, peer, task) {
  try {
    const browser = await OPEN[browserName](peer.address, WINDOW, PATIENCE_MS, folder);
    try {
      await settle(browser, peer, PATIENCE_MS);
      return await task(browser);
    } finally {
      await browser.end();
    }
  } finally {
    peer.end();
  }
}

/** All rounds of both peers on one map in one browser; each is handed on as soon as it is over. */
async function beside(asked, builds, folder, file, browserName, done) {
  const { seconds, rounds, zoom } = asked;
  let shared;
  const ours = async () => {
    const peer = await baton(builds, folder, file);
    return within(browserName, folder, peer, async (browser) => {
      shared ??= await survey(browser, peer, zoom);
      return run(browser, peer);
    });
  };
  const theirs = async () => {
    const peer = await bpmnJs(shared.map, shared.views['bpmn-js']);
    return within(browserName, folder, peer, (browser) => run(browser, peer));
  };
  const run = async (browser, peer) => {
    const keep = asked.pictures && ((what, bytes) => keepPicture(asked, `${browserName}, ${what}`, bytes));
    const { views, steps } = shared;
    const found = await measure(browser, peer, views[peer.name], steps, seconds, keep);
    const { width, height } = views['bpmn-js'];
    return { version: browser.version, peer: peer.name, stage: { width, height }, ...found };
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const turn of round % 2 ? [theirs, ours] : [ours, theirs]) {
      const load = loadavg()[0];
      done({ browser: browserName, round, load, ...(await turn()) });
    }
  }
}

function keepPicture({ pictures }, name, bytes) {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), bytes);
}

async function main() {
  const asked = read();
  // The driver takes no picture of a page that is drawn without that renderer.
  if (asked.pictures) process.env.WEBKIT_DISABLE_DMABUF_RENDERER ??= '0';
  const folder = mkdtempSync(join(tmpdir(), 'baton-canvas-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const builds = takeBuilds(folder);
  const about = { ...asked, kernel: builds.build, cores: cpus().length };
  const runs = [];
  mkdirSync(target, { recursive: true });
  // After every run, so that a long bench that fails late has something to show.
  const keep = (more) =>
    writeFileSync(join(target, 'canvas-bench.json'), `${JSON.stringify({ about, runs, ...more }, null, 2)}\n`);
  for (const steps of asked.sizes) {
    const file = join(folder, `${steps}.baton`);
    makeMap(builds, steps, file);
    for (const browserName of asked.browsers) {
      await beside(asked, builds, folder, file, browserName, (run) => {
        process.stderr.write(`${browserName}, ${steps} steps, round ${run.round + 1}: ${run.peer}\n`);
        runs.push({ steps, ...run });
        keep();
      });
    }
  }
  const least = {};
  for (const name of asked.browsers) {
    const { stage } = runs.find((it) => it.browser === name);
    least[name] = await floors(OPEN[name], WINDOW, stage, PATIENCE_MS, folder, asked.seconds);
  }
  const cells = summed(runs);
  keep({ cells, floors: least });
  const versions = [...new Set(runs.map((it) => it.version))].join(', ');
  const loads = runs.map((it) => it.load.toFixed(1)).join(', ');
  console.log(`${versions}; bpmn-js beside it; kernel: ${about.kernel} build;`);
  console.log(`${about.cores} cores, load when each run began: ${loads}.\n`);
  console.log(tables(cells, least));
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
