// The kernel behind an HTTP bridge on this machine: the same line as in the app, for a browser.

import type { Failure, Patch, Reply, Request } from './contract.ts';
import { LineBroken, type Transport } from './transport.ts';

export const bridge: Transport = {
  ask: async (request: Request) => {
    const answer = await fetch('ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    }).catch((why: unknown) => {
      throw new LineBroken(why);
    });
    if (answer.status === 422) throw (await answer.json()) as Failure;
    if (!answer.ok) throw new LineBroken(answer.status);
    return (await answer.json()) as Reply;
  },

  listen: (patch, again) =>
    new Promise((resolve) => {
      const source = new EventSource('patches');
      let before = false;
      source.onopen = () => {
        if (before) again();
        before = true;
        resolve();
      };
      source.onmessage = (event: MessageEvent<string>) => patch(JSON.parse(event.data) as Patch);
    }),
};
