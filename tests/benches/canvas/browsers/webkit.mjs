// WebKitGTK's own small browser, the same engine as in the app, driven by WebKitWebDriver. Without
// a display it brings a virtual one.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { below } from '../cost.mjs';

const PATIENCE_MS = 20_000;

let display;

/** The display to draw on; a virtual one is started once and ends with this process. */
async function theDisplay() {
  if (process.env.DISPLAY) return process.env.DISPLAY;
  display ??= new Promise((found, failed) => {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server.stdout.once('data', (part) => found(`:${String(part).trim()}`));
    server.once('error', failed);
    server.once('exit', () => failed(new Error('Xvfb ended at once')));
    server.unref();
    server.stdout.unref();
    process.once('exit', () => server.kill());
  });
  return display;
}

/** Where Debian and its kin put the browser. */
function miniBrowser() {
  const libraries = '/usr/lib';
  const folders = [libraries, ...readdirSync(libraries).map((it) => join(libraries, it))];
  const found = folders.map((it) => join(it, 'webkit2gtk-4.1', 'MiniBrowser')).find(existsSync);
  if (!found) throw new Error('MiniBrowser of webkit2gtk-4.1 is not installed');
  return found;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** What the app chooses: without a graphics card it goes without the renderer that wants one. */
function renderer() {
  const devices = existsSync('/dev/dri') ? readdirSync('/dev/dri') : [];
  return devices.some((it) => it.startsWith('renderD')) ? '0' : '1';
}

/** WebKitWebDriver in a process group of its own, to which the browser belongs. */
async function startDriver(folder) {
  const port = await freePort();
  const [data, config, cache] = ['data', 'config', 'cache'].map((it) => join(folder, it));
  for (const it of [data, config, cache]) mkdirSync(it, { recursive: true });
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: await theDisplay(),
      WEBKIT_DISABLE_DMABUF_RENDERER: process.env.WEBKIT_DISABLE_DMABUF_RENDERER ?? renderer(),
      XDG_DATA_HOME: data,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: cache,
    },
  });
  const end = () => {
    try {
      process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', end);
  return { pid: driver.pid, address: `http://127.0.0.1:${port}`, end };
}

/** @returns what the bench drives: see `measure.mjs` */
export async function openWebkit(address, { width, height }, patience, folder) {
  const driver = await startDriver(folder);
  let session = '/session';
  const ask = async (method, path, body) => {
    const answer = await fetch(driver.address + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patience + PATIENCE_MS),
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await listening(driver.address);
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const alwaysMatch = { 'webkitgtk:browserOptions': options };
    const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch } });
    session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: patience, pageLoad: patience });
    await ask('POST', `${session}/url`, { url: address });
    const run = async (script, ...given) => {
      const text = `const done = arguments[arguments.length - 1];
        const given = [...arguments].slice(0, -1);
        (async () => { ${script} })().then(
          (value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await ask('POST', `${session}/execute/async`, { script: text, args: given });
      if (error) throw new Error(error);
      return value;
    };
    await fitWindow(ask, session, run, { width, height });
    const version = `WebKitGTK ${capabilities.browserVersion}`;
    const end = async () => {
      await ask('DELETE', session).catch(() => {});
      driver.end();
    };
    const picture = async () => Buffer.from(await ask('GET', `${session}/screenshot`), 'base64');
    return { version, run, picture, processes: () => below(driver.pid), end };
  } catch (error) {
    driver.end();
    throw error;
  }
}

/** Makes the window so large that the page in it is as large as wanted. */
async function fitWindow(ask, session, run, { width, height }) {
  const rect = (more) => ask('POST', `${session}/window/rect`, { x: 0, y: 0, ...more });
  const inner = () => run('return { width: innerWidth, height: innerHeight }');
  await rect({ width, height });
  const until = Date.now() + PATIENCE_MS;
  let [whole, page] = [{ width, height }, await inner()];
  while (page.width !== width || page.height !== height) {
    if (Date.now() > until) throw new Error(`the window stays ${page.width} by ${page.height}`);
    const more = { width: whole.width + width - page.width, height: whole.height + height - page.height };
    await rect(more);
    await new Promise((done) => setTimeout(done, 200));
    page = await inner();
    whole = await ask('GET', `${session}/window/rect`);
  }
}

async function listening(address) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await fetch(`${address}/status`);
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error('WebKitWebDriver does not listen', { cause: error });
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
