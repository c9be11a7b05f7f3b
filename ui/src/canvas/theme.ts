// The colours of the canvas, read from the stylesheet's tokens, and which theme is worn.

import type { Token } from '../contract.ts';
import type { Theme } from '../view.ts';

const TOKENS: readonly Token[] = [
  'paper',
  'surface',
  'hairline',
  'ink',
  'secondary',
  'muted',
  'accent',
  'trouble',
  'troubleSoft',
  'watch',
  'watchSoft',
  'good',
  'goodSoft',
  'flow',
  'note',
  'noteInk',
  'team0',
  'team1',
  'team2',
  'team3',
  'team4',
  'team5',
  'team6',
  'team7',
  'team8',
  'team9',
  'team10',
  'team11',
];

export type Colours = Readonly<Record<Token, string>>;

/** `troubleSoft` is `--trouble-soft`, `team3` is `--team-3`. */
function property(token: Token): string {
  return `--${token.replace(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`)}`;
}

/** The colours as they are now, where this element stands. */
export function colours(where: Element = document.documentElement): Colours {
  const style = getComputedStyle(where);
  const pairs = TOKENS.map((token) => [token, style.getPropertyValue(property(token)).trim()]);
  return Object.fromEntries(pairs) as Colours;
}

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Whether this theme is dark here and now. */
export function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'system' && systemIsDark().matches);
}

/** Wears a theme. */
export function wear(theme: Theme): void {
  document.documentElement.classList.toggle('dark', isDark(theme));
}

/** Calls back when the system goes from light to dark or back. */
export function onSystemTheme(changed: () => void): void {
  systemIsDark().addEventListener('change', changed);
}
