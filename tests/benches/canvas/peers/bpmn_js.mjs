// bpmn-js: the Modeler as it is published, on a page of the same size, served on this machine.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { bpmn } from '../bpmn.mjs';

const dist = join(dirname(createRequire(import.meta.url).resolve('bpmn-js/package.json')), 'dist');
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.xml': 'text/xml' };

/** The drawing area is as large as Baton's; a notch of the wheel pans as far. */
const page = ({ width, height }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>bpmn-js</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/diagram-js.css"><link rel="stylesheet" href="assets/bpmn-js.css">
<link rel="stylesheet" href="assets/bpmn-font/css/bpmn.css">
<style>html,body{margin:0;overflow:hidden}#stage{width:${width}px;height:${height}px}</style></head>
<body><div id="stage"></div><script src="bpmn-modeler.production.min.js"></script><script>
(async () => {
  window.modeler = new BpmnJS({ container: '#stage', zoomScroll: { scale: 1 } });
  const { warnings } = await modeler.importXML(await (await fetch('map.xml')).text());
  window.imported = { warnings: warnings.map((it) => it.message) };
})().catch((error) => (window.imported = { error: String(error) }));
</script></body></html>`;

/** @returns what the bench opens: see `measure.mjs` */
export async function bpmnJs(map, size) {
  const xml = bpmn(map);
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://here').pathname);
    const own = { '/': page(size), '/map.xml': xml };
    try {
      const body = own[path] ?? readFileSync(join(dist, path));
      const type = TYPES[path === '/' ? '.html' : extname(path)] ?? 'font/woff2';
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    name: 'bpmn-js',
    script: 'bpmn.js',
    address: `http://127.0.0.1:${server.address().port}/`,
    ready: `if (window.imported?.error) throw new Error(window.imported.error);
      if (window.imported?.warnings.length) throw new Error(window.imported.warnings[0]);
      return !!window.imported`,
    settle: '',
    kernel: [],
    places: async (browser) => new Map(await browser.run('return window.bench.places()')),
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
