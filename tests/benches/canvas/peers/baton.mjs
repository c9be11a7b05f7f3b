// Baton: the built view on a bridge of its own.

import { mapOf, placesOf, startBridge } from '../map.mjs';

/** @returns what the bench opens: see `measure.mjs` */
export async function baton(builds, folder, file) {
  const bridge = await startBridge(builds, folder, file);
  return {
    name: 'Baton',
    script: 'baton.js',
    address: `${bridge.address}/?test`,
    ready: "return !!(document.querySelector('.stage canvas') && window.batonTest)",
    settle: 'await window.batonTest.idle()',
    kernel: [bridge.pid],
    map: async () => mapOf(await bridge.opened()),
    places: async () => placesOf(await bridge.opened()),
    end: bridge.end,
  };
}
