// What a room says about the map: pain points, ideas, questions, decisions, assumptions, parked
// topics and notes as one list; what each is pinned to, and the list as minutes. Pure.

import type { App } from './app.ts';
import { calledBy, numberOf, teamsOf } from './canvas/spoken.ts';
import type { Command, Idea, Note, NoteKind, PainPoint, RecordId, Target } from './contract.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

export type MarkKind = 'painPoint' | 'idea' | NoteKind;
interface Said {
  id: RecordId;
  text: string;
  about: Target[];
}
export type Mark = Said &
  (
    | { kind: 'painPoint'; votes: number; record: PainPoint }
    | { kind: 'idea'; votes: number; record: Idea }
    | { kind: NoteKind; votes: null; record: Note }
  );

/** The kinds, in the order in which they are listed. */
export const MARK_KINDS: readonly MarkKind[] = [
  'painPoint',
  'idea',
  'question',
  'decision',
  'assumption',
  'parked',
  'note',
];

/** Every mark of the map that is shown, by kind, the most votes first, then as they came. */
export function marksOf(mirror: Mirror): Mark[] {
  const pains = mirror.all('painPoint').map((record): Mark => {
    const { id, text, about, votes } = record;
    return { id, kind: 'painPoint', text, about, votes, record };
  });
  const ideas = mirror.all('idea').map((record): Mark => {
    const { id, text, about, votes } = record;
    return { id, kind: 'idea', text, about, votes, record };
  });
  const notes = mirror.all('note').filter((it) => it.state === null || it.state === mirror.state);
  const said = notes.map((record): Mark => {
    const { id, text, about, aboutKind } = record;
    return { id, kind: aboutKind, text, about, votes: null, record };
  });
  const rank = (it: Mark) => MARK_KINDS.indexOf(it.kind);
  return [...pains, ...ideas, ...said]
    .filter((it) => it.about.length === 0 || it.about.some((target) => isHere(mirror, target)))
    .sort((a, b) => rank(a) - rank(b) || (b.votes ?? 0) - (a.votes ?? 0) || a.id - b.id);
}

/** The marks pinned to any of these records. */
export function marksAbout(mirror: Mirror, ids: readonly RecordId[]): Mark[] {
  return marksOf(mirror).filter((it) => it.about.some((target) => ids.includes(target.id)));
}

/** Whether a target is part of the map that is shown. */
function isHere(mirror: Mirror, target: Target): boolean {
  const { state } = mirror;
  switch (target.of) {
    case 'step':
    case 'connector':
    case 'stage':
      return mirror.find(target.of, target.id)?.state === state;
    case 'handoff': {
      const connector = mirror.find('handoff', target.id)?.connector ?? null;
      return mirror.find('connector', connector)?.state === state;
    }
    case 'state':
      return target.id === state;
    case 'team':
      return true;
  }
}

/** What a target is called. */
export function nameOf(mirror: Mirror, target: Target): string {
  switch (target.of) {
    case 'step':
      return mirror.step(target.id)?.name || words.unnamed;
    case 'connector': {
      const connector = mirror.find('connector', target.id);
      return connector ? calledBy(mirror, connector) : words.unnamed;
    }
    case 'handoff': {
      const handoff = mirror.find('handoff', target.id);
      const connector = mirror.find('connector', handoff?.connector ?? null);
      if (!handoff || !connector) return words.unnamed;
      return `${numberOf(handoff)}, ${teamsOf(mirror, connector)}`;
    }
    case 'stage':
    case 'team':
    case 'state':
      return mirror.find(target.of, target.id)?.name || words.unnamed;
  }
}

/** What is selected, as what a mark can be pinned to; empty when that is nothing. */
export function selectedTargets({ mirror, view }: App): Target[] {
  return [...view.selection].flatMap((id): Target[] => {
    const record = mirror.record(id);
    switch (record?.kind) {
      case 'step':
      case 'connector':
      case 'handoff':
      case 'stage':
        return [{ of: record.kind, id }];
      case 'lane':
        return [{ of: 'team', id: record.team }];
      default:
        return [];
    }
  });
}

/** Shows a target on the map. */
export function goTo(app: App, target: Target): void {
  const { mirror, camera, view } = app;
  if (target.of === 'state') {
    view.show('map');
    return camera.fit();
  }
  const lane = target.of === 'team' && mirror.lanes.find((it) => it.team === target.id)?.lane;
  app.reveal(lane || target.id);
}

/** The command that adds a mark. */
export function adding(kind: MarkKind, text: string, about: Target[]): Command {
  if (kind === 'painPoint') return { do: 'addPainPoint', text, about, cause: null };
  if (kind === 'idea') return { do: 'addIdea', text, about };
  return { do: 'addNote', aboutKind: kind, text, about };
}

/** The command that writes one field that all marks have. */
export function changing(
  mark: Mark,
  edit: { field: 'text'; value: string } | { field: 'about'; value: Target[] },
): Command {
  if (mark.kind === 'painPoint') return { do: 'editPainPoint', painPoint: mark.id, edit };
  if (mark.kind === 'idea') return { do: 'editIdea', idea: mark.id, edit };
  return { do: 'editNote', note: mark.id, edit };
}

/** A text on one line, with nothing in it that Markdown would take for a sign. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/([\\`*_#[\]<>])/g, '\\$1');
}

/** The list as minutes in Markdown, grouped by kind; empty when nothing was said. */
export function minutesOf(mirror: Mirror): string {
  const marks = marksOf(mirror);
  if (marks.length === 0) return '';
  const title = mirror.engagement?.title || mirror.file?.name || words.product;
  const lines = [`# ${plain(words.minutesTitle(title, mirror.shown?.name ?? ''))}`];
  for (const kind of MARK_KINDS) {
    const these = marks.filter((it) => it.kind === kind);
    if (these.length === 0) continue;
    lines.push('', `## ${words.markKinds[kind]}`, '');
    for (const mark of these) lines.push(...minuteOf(mirror, mark));
  }
  return `${lines.join('\n')}\n`;
}

function minuteOf(mirror: Mirror, mark: Mark): string[] {
  const pain = mark.kind === 'painPoint' ? mark.record : null;
  const facts = [
    (mark.votes ?? 0) > 0 ? words.votes(mark.votes ?? 0) : '',
    pain && pain.severity > 0 ? words.severityOf(pain.severity) : '',
    pain?.cause ? words.causes[pain.cause] : '',
    ...(pain?.wastes.map((it) => words.wastes[it]) ?? []),
    ...(pain?.signs.map((it) => `${it} ${words.signs[it]}`) ?? []),
  ].filter(Boolean);
  const where = mark.about.map((it) => plain(nameOf(mirror, it))).join('; ');
  const said = facts.length > 0 ? ` (${facts.join(', ')})` : '';
  const line = `- ${plain(mark.text)}${said}${where ? ` – ${where}` : ''}`;
  return pain?.quote ? [line, `  > ${plain(pain.quote)}`] : [line];
}
