// What differs between two files, in the order it is read. Pure.

import type { Difference, Whose, LeftOut, MergedShown } from '../contract.ts';
import { words } from '../words.ts';

export const GROUPS: readonly Whose[] = ['there', 'here', 'both'];

export interface Chapter {
  key: string;
  title: string;
  list: Difference[];
}

/** The differences of a group, kind by kind. */
export function chaptersOf(all: readonly Difference[], group: Whose): Chapter[] {
  const chapters = new Map<string, Chapter>();
  for (const it of all.filter((it) => it.group === group)) {
    const key = it.kind ?? '';
    const title = it.kind ? words.conflict.kinds[it.kind] : words.conflict.map;
    const chapter = chapters.get(key) ?? { key, title, list: [] };
    chapter.list.push(it);
    chapters.set(key, chapter);
  }
  return [...chapters.values()];
}

export const nameOf = (it: Difference): string =>
  it.kind ? it.title : words.conflict.drawn(it.records);

/** "Step “Check”, changed: Wait", for who does not see the list around it. */
export function spoken(it: Difference): string {
  const said = words.conflict;
  const kind = it.kind ? `${said.kinds[it.kind]}: ` : '';
  const fields = it.details.map((detail) => detail.label).join(', ');
  return `${kind}${nameOf(it)}, ${said.how[it.how]}${fields ? `: ${fields}` : ''}`;
}

function leftSaid({ kind, title, needs, rule }: LeftOut): string {
  const said = words.conflict;
  const name = kind ? title : said.map;
  return needs ? said.leftNeeds(name, needs) : said.leftRule(name, rule);
}

/** So many of what was not taken are named. */
const MOST_LEFT = 30;

/** What came of taking, one sentence each. */
export function mergedSaid({ taken, along, gone, left }: MergedShown): string[] {
  const said = words.conflict;
  const known = left.filter((it) => !it.untried);
  const [more, untried] = [known.length - MOST_LEFT, left.length - known.length];
  return [
    said.merged(taken),
    ...(along.length > 0 ? [said.along(along.join(', '))] : []),
    ...(gone.length > 0 ? [said.gone(gone.join(', '))] : []),
    ...known.slice(0, MOST_LEFT).map(leftSaid),
    ...(more > 0 ? [said.leftMore(more)] : []),
    ...(untried > 0 ? [said.leftUntried(untried)] : []),
  ];
}
