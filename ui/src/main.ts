// The entry: chooses the line to the kernel, recalls what was remembered, and only then loads the
// window, which is made of words and colours that depend on it.

import { backend, isInApp } from './backend.ts';
import { bridge } from './bridge.ts';
import { remembering } from './remembered.ts';

const transport = isInApp() ? backend : bridge;
const keep = (name: string, value: string): void => {
  // What cannot be kept is only forgotten.
  transport.ask({ ask: 'remember', name, value }).catch(() => {});
};
const reply = await transport.ask({ ask: 'remembered' }).catch(() => null);
remembering(reply?.reply === 'remembered' ? reply.with : {}, keep);
const { open } = await import('./window.ts');
await open(transport);
