// The findings of the checks in groups: by rule, or by the handoff they are about. Pure.

import { numberOf, teamsOf } from './canvas/spoken.ts';
import type { Finding, Handoff, HandoffId, RecordId, Severity, Sign } from './contract.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

export interface Group {
  key: string;
  title: string;
  worst: Severity;
  findings: Finding[];
  handoffs: Handoff[];
}

const RANK: readonly Severity[] = ['error', 'warning', 'info'];
const worse = (a: Severity, b: Severity): Severity => (RANK.indexOf(a) <= RANK.indexOf(b) ? a : b);

/** The handoff that a record is, or is the connector of. */
export function handoffOf(mirror: Mirror, id: RecordId): Handoff | undefined {
  const connector = mirror.find('connector', id);
  return connector ? mirror.handoffAt(connector) : mirror.find('handoff', id);
}

export function handoffsOf(mirror: Mirror, finding: Finding): Handoff[] {
  const all = finding.about.flatMap((id) => handoffOf(mirror, id) ?? []);
  return [...new Map(all.map((it) => [it.id, it])).values()].sort((a, b) => a.number - b.number);
}

/** What a rule asks for; one that has no words of its own says what it found. */
export function titleOf(rule: string, findings: readonly Finding[]): string {
  const said = (words.rules as Record<string, string | undefined>)[rule];
  return said ?? findings[0]?.message ?? rule;
}

function grouped(
  mirror: Mirror,
  findings: readonly Finding[],
  keysOf: (finding: Finding) => string[],
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    for (const key of keysOf(finding)) {
      const group = groups.get(key) ?? { key, title: key, worst: finding.severity, findings: [], handoffs: [] };
      group.worst = worse(group.worst, finding.severity);
      group.findings.push(finding);
      for (const it of handoffsOf(mirror, finding)) {
        if (!group.handoffs.includes(it)) group.handoffs.push(it);
      }
      groups.set(key, group);
    }
  }
  for (const group of groups.values()) group.handoffs.sort((a, b) => a.number - b.number);
  return groups;
}

/** One group for each rule, the gravest first, then in the order of the rules. */
export function byRule(mirror: Mirror, findings: readonly Finding[]): Group[] {
  const groups = [...grouped(mirror, findings, (it) => [it.rule]).values()];
  for (const group of groups) group.title = titleOf(group.key, group.findings);
  return groups.sort((a, b) => RANK.indexOf(a.worst) - RANK.indexOf(b.worst));
}

/** One group for each handoff, by number; what is about none stands last. */
export function byHandoff(mirror: Mirror, findings: readonly Finding[]): Group[] {
  const groups = grouped(mirror, findings, (it) => {
    const handoffs = handoffsOf(mirror, it);
    return handoffs.length > 0 ? handoffs.map(({ id }) => String(id)) : [''];
  });
  for (const [key, group] of groups) {
    const handoff = mirror.find('handoff', key === '' ? null : (Number(key) as HandoffId));
    const connector = mirror.find('connector', handoff?.connector ?? null);
    group.title = handoff && connector ? `${numberOf(handoff)} ${teamsOf(mirror, connector)}` : words.elsewhere;
    group.handoffs = handoff ? [handoff] : [];
  }
  const number = (it: Group) => it.handoffs[0]?.number ?? Infinity;
  return [...groups.values()].sort((a, b) => number(a) - number(b));
}

/** One group for each of the seven signs that show; what is a sign of nothing stands last. */
export function bySign(mirror: Mirror, findings: readonly Finding[]): Group[] {
  const groups = grouped(mirror, findings, (it) => [it.sign ?? '']);
  for (const [key, group] of groups) group.title = key === '' ? words.noSign : words.signs[key as Sign];
  const rank = (key: string) => (key === '' ? 'T' : key);
  return [...groups.values()].sort((a, b) => rank(a.key).localeCompare(rank(b.key)));
}

export type Grouping = 'sign' | 'rule' | 'handoff';
const GROUPINGS = { sign: bySign, rule: byRule, handoff: byHandoff };

export const groupedBy = (mirror: Mirror, findings: readonly Finding[], by: Grouping): Group[] =>
  GROUPINGS[by](mirror, findings);

/** Those that are about a handoff of the map that is shown. */
export function aboutHandoffs(mirror: Mirror, findings: readonly Finding[]): Finding[] {
  const shown = new Set(mirror.handoffs.map(({ handoff }) => handoff.id));
  return findings.filter((it) => handoffsOf(mirror, it).some(({ id }) => shown.has(id)));
}
