// Which pages a pack has and in which order; the usual choices of them. Pure.

import type { PackChoice, PackSheet, PageKind } from '../contract.ts';

/** All pages, in the order of a full pack. */
export const ALL: readonly PageKind[] = [
  'cover',
  'contents',
  'summary',
  'scope',
  'legend',
  'currentMap',
  'figures',
  'painPoints',
  'inventory',
  'network',
  'findings',
  'futureMap',
  'beforeAfter',
  'register',
  'cards',
  'returns',
  'framework',
  'targets',
  'criteria',
  'raci',
  'templates',
  'guide',
  'quickReference',
  'plan',
  'measurement',
  'assumptions',
  'leftOpen',
  'glossary',
  'signOff',
];

/** What comes with Baton; `team` is filled with the pages a team works by. */
export const PRESETS = {
  full: ALL,
  leadership: ['cover', 'summary', 'currentMap', 'futureMap', 'beforeAfter', 'plan', 'signOff'],
  team: [
    'cover',
    'contents',
    'legend',
    'futureMap',
    'register',
    'cards',
    'returns',
    'targets',
    'criteria',
    'raci',
    'templates',
    'guide',
    'quickReference',
    'glossary',
  ],
} as const satisfies Record<string, readonly PageKind[]>;
export type Preset = keyof typeof PRESETS;

/** One line of the list: a page that is printed, or one that could be. */
export interface Line {
  kind: PageKind;
  on: boolean;
  /** How many pages it has; none of what has nothing to say. */
  count: number;
  /** Its first page, from 0. */
  first: number | null;
}

/** What is printed, in order, and each of the others where it would usually stand. */
export function linesOf(pages: readonly PageKind[], sheets: readonly PackSheet[]): Line[] {
  const line = (kind: PageKind, on: boolean): Line => {
    const first = sheets.findIndex((it) => it.kind === kind);
    return { kind, on, count: sheets.filter((it) => it.kind === kind).length, first: first < 0 ? null : first };
  };
  const lines = pages.map((kind) => line(kind, true));
  for (const kind of ALL) {
    if (pages.includes(kind)) continue;
    const before = ALL.slice(0, ALL.indexOf(kind)).findLast((it) => lines.some((other) => other.kind === it));
    const at = before === undefined ? 0 : lines.findIndex((it) => it.kind === before) + 1;
    lines.splice(at, 0, line(kind, false));
  }
  return lines;
}

/** With or without a page; one that is added stands where it usually does. */
export function toggled(pages: readonly PageKind[], kind: PageKind): PageKind[] {
  if (pages.includes(kind)) return pages.filter((it) => it !== kind);
  const lines = linesOf(pages, []);
  return lines.filter((it) => it.on || it.kind === kind).map((it) => it.kind);
}

/** With a page moved among those that are printed. */
export function moved(pages: readonly PageKind[], kind: PageKind, to: number): PageKind[] {
  const others = pages.filter((it) => it !== kind);
  if (others.length === pages.length) return [...pages];
  const at = Math.min(Math.max(to, 0), others.length);
  return [...others.slice(0, at), kind, ...others.slice(at)];
}

const same = (one: readonly PageKind[], other: readonly PageKind[]): boolean =>
  one.length === other.length && one.every((it, at) => it === other[at]);

/** Which preset has these pages. */
export function presetOf(choice: PackChoice): Preset | null {
  const names = Object.keys(PRESETS) as Preset[];
  return names.find((it) => same(PRESETS[it], choice.pages)) ?? null;
}

/** The accent as a colour of a stylesheet, and back. */
export const hex = (rgb: readonly number[]): string => `#${rgb.map((it) => it.toString(16).padStart(2, '0')).join('')}`;
export function rgb(text: string): [number, number, number] | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  const [red, green, blue] = (digits ?? []).slice(1).map((it) => parseInt(it, 16));
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}
