// What a frame costs in a browser that shows next to nothing: a dot that moves, and a canvas as large
// as the stage that is filled with one colour. Whoever paints anything pays the first, whoever shows
// all of the stage anew the second. An aim below them cannot be met on this machine, whatever is painted.

import { createServer } from 'node:http';
import { cpuMs, quiet } from './cost.mjs';

const PAGE = `<!doctype html><title>floor</title>
<style>body { margin: 0 } i { position: absolute; width: 10px; height: 10px; background: #36c }</style>`;

/** What is done in each frame, by what it is a floor of. */
const ACTS = {
  dot: `
    document.body.append(document.createElement('i'));
    const { style } = document.querySelector('i');
    window.act = (frame) => { style.left = (frame % 50) + 'px' };`,
  // As Baton's own: in WebKitGTK it is drawn on the processor.
  stage: `
    const canvas = document.createElement('canvas');
    Object.assign(canvas, given[0]);
    document.body.append(canvas);
    const isWebkit = !navigator.userAgent.includes('Chrome');
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: isWebkit });
    window.act = (frame) => {
      context.fillStyle = frame % 2 ? '#fff' : '#fefefe';
      context.fillRect(0, 0, canvas.width, canvas.height);
    };`,
};

const MOVE = `
  const until = performance.now() + given[0] * 1000;
  let frames = 0;
  while (performance.now() < until) {
    window.act(frames);
    frames += 1;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return frames;`;

/**
 * @param stage how large it is
 * @returns {Promise<Record<'dot' | 'stage', number>>} CPU time of all processes of the browser, in
 * milliseconds a frame
 */
export async function floors(open, window, stage, patience, folder, seconds) {
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const of = async (act) => {
    const browser = await open(address, window, patience, folder);
    try {
      await browser.run(act, stage);
      await quiet(browser.processes);
      await browser.run(MOVE, 1);
      const before = cpuMs(browser.processes());
      const frames = await browser.run(MOVE, seconds);
      return (cpuMs(browser.processes()) - before) / frames;
    } finally {
      await browser.end();
    }
  };
  try {
    return { dot: await of(ACTS.dot), stage: await of(ACTS.stage) };
  } finally {
    server.close();
  }
}
