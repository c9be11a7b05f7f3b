// Versions in words: what one is called, when it was, how far away it is, and what changed since,
// in chapters. Pure.

import type { Detail, Fate, Kind, Since, StateChange, VersionShown } from '../contract.ts';
import { dayOf, timeOfDay } from '../format.ts';
import { words } from '../words.ts';

/** The file as it was opened is named by nobody. */
export const nameOf = (it: VersionShown): string => it.name || words.versions.opened;

/** "today, 14:05", or the day and the time. */
export function whenSaid(seconds: number, now: Date): string {
  const at = new Date(seconds * 1000);
  const day = at.toDateString() === now.toDateString() ? words.versions.today : dayOf(seconds);
  return `${day}, ${timeOfDay(at)}`;
}

export function distanceSaid({ since }: VersionShown): string {
  const said = words.versions;
  if (since === null) return said.elsewhere;
  if (since === 0) return said.present;
  return since > 0 ? said.since(since) : said.ahead(-since);
}

export interface Line {
  key: string;
  fate: Fate;
  title: string;
  details: readonly Detail[];
}

export interface Chapter {
  key: string;
  title: string;
  lines: Line[];
}

const lineOf = (change: StateChange): Line => ({
  key: change.id,
  fate: change.fate,
  title: change.title,
  details: change.details,
});

/** What changed: state by state, then what all states share, kind by kind. */
export function chaptersOf(since: Since): Chapter[] {
  const said = words.versions;
  const states = since.states.map((it): Chapter => {
    const name = it.name || words.blank.state;
    const own: Line = { key: 'state', fate: it.fate, title: said.states[it.fate] ?? name, details: it.details };
    const whole = it.fate !== 'changed' || it.details.length > 0;
    return {
      key: `state${it.state}`,
      title: name,
      lines: [...(whole ? [own] : []), ...it.changes.map(lineOf)],
    };
  });
  const shared = new Map<Kind, Line[]>();
  for (const it of since.shared) {
    const line = { key: String(it.id), fate: it.fate, title: it.title, details: it.details };
    shared.set(it.kind, [...(shared.get(it.kind) ?? []), line]);
  }
  const kinds = [...shared].map(([kind, lines]): Chapter => ({
    key: kind,
    title: said.kinds[kind] ?? kind,
    lines,
  }));
  return [...states, ...kinds];
}

/** How much changed, in one line. */
export function summaryOf(since: Since): string {
  const said = words.versions;
  if (since.same) return said.same;
  const lines = chaptersOf(since).reduce((sum, it) => sum + it.lines.length, 0);
  const parts = [
    lines > 0 ? said.changes(lines) : '',
    since.redrawn > 0 ? said.redrawn(since.redrawn) : '',
  ];
  return parts.filter(Boolean).join(', ') || said.untold;
}

/** The first fields at a glance. */
export function briefOf({ details }: Line): string {
  const shown = details.slice(0, 2).map((it) => words.compare.detail(it.label, it.before, it.after));
  const more = details.length - shown.length;
  return [...shown, ...(more > 0 ? [words.compare.more(more)] : [])].join(' · ');
}
