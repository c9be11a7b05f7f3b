// What a frame costs in a browser that shows next to nothing: a dot that moves, a canvas as large as
// the stage that is filled with one colour, and one on which a ready picture of much of it moves over
// another. Whoever paints anything pays the first, whoever shows all of the stage anew the second, whoever
// moves many things over it on a canvas the third. An aim below them cannot be met so on this machine.

import { createServer } from 'node:http';
import { cpuMs, quiet } from './cost.mjs';

const PAGE = `<!doctype html><title>floor</title>
<style>body { margin: 0 } i { position: absolute; width: 10px; height: 10px; background: #36c }</style>`;

/** Makes one as Baton's own is: in WebKitGTK it is drawn on the processor. */
function canvasOf(name, size, alpha) {
  return `
    const ${name} = Object.assign(document.createElement('canvas'), ${size});
    const context = ${name}.getContext('2d', { alpha: ${alpha}, willReadFrequently: !navigator.userAgent.includes('Chrome') });`;
}

/** What is done in each frame, by what it is a floor of. */
const ACTS = {
  dot: `
    document.body.append(document.createElement('i'));
    const { style } = document.querySelector('i');
    window.act = (frame) => { style.left = (frame % 50) + 'px' };`,
  stage: `${canvasOf('canvas', 'given[0]', false)}
    document.body.append(canvas);
    window.act = (frame) => {
      context.fillStyle = frame % 2 ? '#fff' : '#fefefe';
      context.fillRect(0, 0, canvas.width, canvas.height);
    };`,
  moved: `${canvasOf('canvas', 'given[0]', false)}
    const { width, height } = given[0];
    const of = (part) => ({ width: Math.round(width * part), height: Math.round(height * part) });
    const ready = (sheet, many) => {
      const context = sheet.getContext('2d');
      for (let at = 0; at < many; at += 1) {
        context.fillStyle = 'hsl(' + ((at * 37) % 360) + ', 60%, 60%)';
        context.fillRect((at * 97) % (sheet.width - 60), (at * 53) % (sheet.height - 20), 56, 18);
      }
      return sheet;
    };
    const make = (size, alpha) => { ${canvasOf('canvas', 'size', 'alpha')} return canvas; };
    const [under, over] = [ready(make(of(1), false), 300), ready(make(of(0.85), true), 50)];
    document.body.append(canvas);
    window.act = (frame) => {
      context.drawImage(under, 0, 0);
      context.drawImage(over, 20 + (frame % 30), 20 + (frame % 20));
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
 * @returns {Promise<Record<'dot' | 'stage' | 'moved', number>>} CPU time of all processes of the browser, in
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
    return { dot: await of(ACTS.dot), stage: await of(ACTS.stage), moved: await of(ACTS.moved) };
  } finally {
    server.close();
  }
}
