// The kernel in the same app, over Tauri's own line. The only file that imports Tauri.

import { Channel, invoke } from '@tauri-apps/api/core';
import type { Patch, Reply, Request } from './contract.ts';
import type { Transport } from './transport.ts';

export const backend: Transport = {
  ask: (request: Request) => invoke<Reply>('ask', { request }),

  listen: async (patch) => {
    const patches = new Channel<Patch>();
    patches.onmessage = patch;
    await invoke('listen', { patches });
  },
};

/** Whether this page is shown by the app. */
export function isInApp(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
