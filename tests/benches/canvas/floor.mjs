// What a frame costs in a browser that shows nothing but a dot that moves: whoever paints anything
// pays that too. An aim below it cannot be met on this machine, whatever is painted.

import { createServer } from 'node:http';
import { cpuMs, quiet } from './cost.mjs';

const PAGE = `<!doctype html><title>floor</title>
<style>body { margin: 0 } i { position: absolute; width: 10px; height: 10px; background: #36c }</style><i></i>`;

const MOVE = `
  const dot = document.querySelector('i');
  const until = performance.now() + given[0] * 1000;
  let frames = 0;
  while (performance.now() < until) {
    dot.style.left = (frames % 50) + 'px';
    frames += 1;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return frames;`;

/** @returns {Promise<number>} CPU time of all processes of the browser, in milliseconds a frame */
export async function floor(open, window, patience, folder, seconds) {
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  try {
    const browser = await open(`http://127.0.0.1:${server.address().port}/`, window, patience, folder);
    try {
      await quiet(browser.processes);
      await browser.run(MOVE, 1);
      const before = cpuMs(browser.processes());
      const frames = await browser.run(MOVE, seconds);
      return (cpuMs(browser.processes()) - before) / frames;
    } finally {
      await browser.end();
    }
  } finally {
    server.close();
  }
}
