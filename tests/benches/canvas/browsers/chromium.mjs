// Debian's Chromium without a window, driven by its own protocol over a pipe. A driver that listens to
// all that a page does, as those for tests do, would have every answer of the kernel copied to it: that
// cost half a millisecond a frame, which nobody pays in the app.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { below } from '../cost.mjs';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** So long it may take to end. */
const END_MS = 10_000;

/** Messages to and from the browser, one after another on a pipe, each ended by a zero. */
function line(browser) {
  const [, , , out, into] = browser.stdio;
  const asked = new Map();
  let [next, rest] = [0, ''];
  into.setEncoding('utf8');
  into.on('data', (text) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop();
    for (const { id, result, error } of messages.map((it) => JSON.parse(it))) {
      const waits = asked.get(id);
      asked.delete(id);
      if (error) waits?.failed(new Error(error.message));
      else waits?.done(result);
    }
  });
  browser.once('exit', () => asked.forEach(({ failed }) => failed(new Error('Chromium has ended'))));
  return (method, params = {}, sessionId = undefined) =>
    new Promise((done, failed) => {
      next += 1;
      asked.set(next, { done, failed });
      out.write(`${JSON.stringify({ id: next, method, params, sessionId })}\0`);
    });
}

/** @returns what the bench drives: see `measure.mjs` */
export async function openChromium(address, { width, height }, patience, folder) {
  const profile = mkdtempSync(join(folder, 'chromium-'));
  const flags = [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'];
  const browser = spawn('/usr/bin/chromium', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  process.once('exit', () => browser.kill('SIGKILL'));
  const send = line(browser);
  const end = async () => {
    if (browser.exitCode !== null || browser.signalCode !== null) return;
    const over = once(browser, 'exit');
    const timer = setTimeout(() => browser.kill('SIGKILL'), END_MS);
    send('Browser.close').catch(() => {});
    await over;
    clearTimeout(timer);
  };
  try {
    const { product } = await send('Browser.getVersion');
    const { targetInfos } = await send('Target.getTargets');
    const { targetId } = targetInfos.find((it) => it.type === 'page');
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const page = (method, params) => send(method, params, sessionId);
    await page('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    const evaluated = async (expression) => {
      const { result, exceptionDetails } = await page('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    const run = async (script, ...given) => {
      let timer;
      const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`no answer to: ${script}`)), patience);
      });
      const text = `(async (...given) => { ${script} })(...${JSON.stringify(given)})`;
      return Promise.race([evaluated(text), late]).finally(() => clearTimeout(timer));
    };
    const { errorText } = await page('Page.navigate', { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
    while (!(await run("return document.readyState === 'complete' && location.href !== 'about:blank'"))) {
      await new Promise((done) => setTimeout(done, 20));
    }
    const picture = async () => Buffer.from((await page('Page.captureScreenshot')).data, 'base64');
    return {
      version: product.replace('/', ' '),
      run,
      picture,
      processes: () => [browser.pid, ...below(browser.pid)],
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
