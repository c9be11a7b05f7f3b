// Shortcuts: which keys an event stands for, and how a shortcut is written and spoken.

import { words } from './words.ts';

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

/** What is pressed, in the notation of the table: `Ctrl+Shift+Z`, `Shift+1`, `W`. */
export function pressed(event: KeyboardEvent): string[] {
  const ctrl = isMac() ? event.metaKey : event.ctrlKey;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const modifiers = [ctrl && 'Ctrl', event.altKey && 'Alt'].filter(Boolean);
  const shifted = event.shiftKey ? ['Shift'] : [];
  const written = (name: string, marks: unknown[]) => [...modifiers, ...marks, name].join('+');
  // A sign that needs Shift is itself; a letter or digit with Shift is Shift and that.
  const found = new Set([written(key, shifted)]);
  if (digit) found.add(written(digit, shifted));
  if (event.altKey && letter) found.add(written(letter, shifted));
  if (!/^[A-Z0-9]$/.test(key) && key.length === 1) found.add(written(key, []));
  return [...found];
}

const SIGNS: Record<string, string> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A shortcut as it is written beside its action: `Ctrl K`. */
export function shown(shortcut: string): string {
  const mac = isMac();
  return split(shortcut)
    .map((part) => SIGNS[part] ?? (mac && part === 'Ctrl' ? '⌘' : (words.keyNames[part] ?? part)))
    .join(' ');
}

/** A shortcut for `aria-keyshortcuts`. */
export function spoken(keys: readonly string[]): string | undefined {
  const all = keys.map((key) => split(key).join('+').replace('Ctrl', isMac() ? 'Meta' : 'Control'));
  return all.length > 0 ? all.join(' ') : undefined;
}

/** `Ctrl++` is Ctrl and the plus sign. */
function split(shortcut: string): string[] {
  return shortcut.split(/\+(?!$)/);
}
