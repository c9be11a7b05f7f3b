// Prints an HTML file with headless Chromium, as often as asked, and says the medians in
// milliseconds as JSON: `warm` prints a page that is open, `load` opens it too, `cold` is a process
// of its own from start to end. Tagged and with an outline, as Baton's is. `node print.mjs FILE RUNS`.

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../ui/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const CHROMIUM = '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const HOW = { tagged: true, outline: true, printBackground: true, preferCSSPageSize: true, timeout: 0 };

const [file, runs] = [process.argv[2], Number(process.argv[3])];
const url = pathToFileURL(file).href;

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function open() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  const [warm, load] = [[], []];
  let printed = Buffer.alloc(0);
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    load.push(
      await timed(async () => {
        await page.goto(url);
        printed = await page.pdf(HOW);
      }),
    );
    warm.push(await timed(() => page.pdf(HOW)));
    await page.close();
  }
  await browser.close();
  return { warm: median(warm), load: median(load), printed };
}

async function cold() {
  const to = `${file}.printed.pdf`;
  const args = [...ARGS, '--headless', '--no-pdf-header-footer', '--generate-pdf-document-outline', `--print-to-pdf=${to}`, url];
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    times.push(await timed(() => spawnSync(CHROMIUM, args, { stdio: 'ignore' })));
    if (readFileSync(to).length === 0) throw new Error('Chromium printed nothing');
    rmSync(to);
  }
  return median(times);
}

const { warm, load, printed } = await open();
// Page objects are written plainly where there is no object stream, as Chromium does.
const pages = printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
console.log(JSON.stringify({ warm, load, cold: await cold(), pages, bytes: printed.length }));
