// Debian's Chromium without a window, driven by playwright-core.

import { chromium } from 'playwright-core';
import { below } from '../cost.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns what the bench drives: see `measure.mjs` */
export async function openChromium(address, { width, height }, patience) {
  const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const pid = server.process().pid;
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width, height } });
    page.setDefaultTimeout(patience);
    await page.goto(address);
    const run = async (script, ...given) => {
      let timer;
      const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`no answer to: ${script}`)), patience);
      });
      const text = `(async (...given) => { ${script} })(...${JSON.stringify(given)})`;
      return Promise.race([page.evaluate(text), late]).finally(() => clearTimeout(timer));
    };
    const version = `Chromium ${browser.version()}`;
    const end = async () => {
      await browser.close().catch(() => {});
      await server.close().catch(() => server.kill());
    };
    const picture = () => page.screenshot();
    return { version, run, picture, processes: () => [pid, ...below(pid)], end };
  } catch (error) {
    await server.kill();
    throw error;
  }
}
