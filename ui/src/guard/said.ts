// Backups and what was salvaged, in words. Pure.

import type { BackupShown, KindCount, SalvageShown } from '../contract.ts';
import { count } from '../format.ts';
import { whenSaid } from '../versions/said.ts';
import { words } from '../words.ts';

/** "23 steps · last: move step “Check” · 84 KB". */
export function backupSaid({ steps, last, bytes }: BackupShown): string {
  const said = words.guard;
  const size = said.kilobytes(count(Math.ceil(bytes / 1024)));
  return [said.steps(steps), ...(last ? [said.last(words.edit(last))] : []), size].join(' · ');
}

/** "with the 12 edits made after it, the last today, 16:42"; nothing where there are none. */
export function sinceSaid({ since }: BackupShown, now: Date): string {
  return since ? words.guard.withEdits(since.edits, whenSaid(since.at, now)) : '';
}

const counted = (all: readonly KindCount[]): string =>
  all.map((it) => words.guard.kind(it.kind, it.count)).join(', ');

/** What can be read, and what is lost, one sentence each. */
export function salvageSaid({ kept, lost, unknown, fromHistory, made }: SalvageShown): string[] {
  const said = words.guard;
  const gone = [counted(lost), unknown > 0 ? said.salvageUnknown(unknown) : ''].filter(Boolean);
  return [
    said.salvageKept(counted(kept)),
    gone.length > 0 ? said.salvageLost(gone.join(', ')) : said.salvageNothingLost,
    ...(fromHistory > 0 ? [said.salvageHistory(fromHistory)] : []),
    ...(made > 0 ? [said.salvageMade(made)] : []),
  ];
}
