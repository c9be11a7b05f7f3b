// The system's clipboard: its copy, cut and paste events while the map has the hand, and the same
// from a menu, where the page has to ask for them. Only here is what others put there looked at.

import type { App } from '../app.ts';
import type { StepId } from '../contract.ts';
import { words } from '../words.ts';
import { asHtml, fromHtml } from './carry.ts';
import { gathered } from './gather.ts';
import { paste } from './paste.ts';
import { asText, tableOf } from './table.ts';

/** The two forms in which a copy lies on the clipboard. */
export interface Written {
  text: string;
  html: string;
}

/** The steps that would be copied now. */
export function copiedSteps({ mirror, view }: App): Set<StepId> {
  return new Set([...view.selection].filter((id) => mirror.step(id)));
}

export function written(app: App, ids: ReadonlySet<StepId>): Written {
  const rows = tableOf(app.mirror, ids);
  const copied = { state: app.mirror.state, records: gathered(app.mirror, ids, 'anywhere') };
  return { text: asText(rows), html: asHtml(rows, copied) };
}

/** Pastes what was found on the clipboard; text that is not ours becomes a capture line. */
export async function take(app: App, { text, html }: Written): Promise<void> {
  if (app.readOnly || app.view.page !== 'map') return;
  const copied = fromHtml(html);
  if (copied) return paste(app, copied);
  if (text.trim() !== '') app.view.openCapture(text);
}

export function takeClipboard(app: App): () => void {
  const copy = (event: ClipboardEvent) => {
    const all = copiedSteps(app);
    if (!isOurs(app) || all.size === 0 || !event.clipboardData) return;
    event.preventDefault();
    // What is locked stays, so it is not on the clipboard either, unless it is all there is.
    const cuts = event.type === 'cut' && !app.readOnly;
    const free = new Set([...all].filter((id) => !app.mirror.step(id)?.pinned));
    const ids = cuts && free.size > 0 ? free : all;
    const { text, html } = written(app, ids);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    app.view.say(words.copied(ids.size));
    if (cuts) void app.apply({ do: 'delete', ids: [...ids] });
  };
  const pasted = (event: ClipboardEvent) => {
    if (!isOurs(app) || !event.clipboardData) return;
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const { files } = event.clipboardData;
    if (text === '' && html === '' && files.length > 0) return app.notices.hint(words.pasteNoFile);
    // Whoever pasted goes on with what came, or with the line that opened.
    void take(app, { text, html }).then(() => {
      if (app.view.panel !== 'capture') document.querySelector('.stage')?.dispatchEvent(new CustomEvent('focusselected'));
    });
  };
  // WebKit asks first whether anything would be done, and takes no for the answer.
  const before = (event: Event) => {
    if (isOurs(app)) event.preventDefault();
  };
  const listeners: [string, (event: never) => void][] = [
    ['copy', copy],
    ['cut', copy],
    ['paste', pasted],
    ['beforecopy', before],
    ['beforecut', before],
    ['beforepaste', before],
  ];
  for (const [name, listener] of listeners) {
    document.addEventListener(name, listener as EventListener);
  }
  return () => {
    for (const [name, listener] of listeners) {
      document.removeEventListener(name, listener as EventListener);
    }
  };
}

/** From a menu: the page tells the system to copy, which asks us for what. */
export const ask = (what: 'copy' | 'cut'): boolean => document.execCommand(what);

/** From a menu: reads the clipboard, where the system lets a page do that. */
export async function pasteFromMenu(app: App): Promise<void> {
  try {
    const found: Written = { text: '', html: '' };
    for (const item of await navigator.clipboard.read()) {
      const read = async (type: string) =>
        item.types.includes(type) ? (await item.getType(type)).text() : '';
      found.html ||= await read('text/html');
      found.text ||= await read('text/plain');
    }
    await take(app, found);
  } catch {
    app.notices.hint(words.pasteByKey);
  }
}

/** The map has the hand: no field is being written in, and no text of a panel is selected. */
function isOurs(app: App): boolean {
  const { activeElement } = document;
  const field = activeElement?.matches('input, textarea, select, [contenteditable]') ?? false;
  const reads = (document.getSelection()?.toString() ?? '') !== '';
  return app.mirror.file !== null && app.view.page === 'map' && !field && !reads;
}
