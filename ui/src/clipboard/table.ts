// What is copied, as a table that any other program can read: one row for each step with its team,
// its figures, where it leads among them and how long that waits. The capture line reads it again.

import { exactDuration, percent } from '../format.ts';
import type { StepId } from '../contract.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';

/** The rows, the first of them the titles of the columns. */
export function tableOf(mirror: Mirror, ids: ReadonlySet<StepId>): string[][] {
  const { clock } = mirror;
  const rows = [...ids].flatMap((id) => {
    const step = mirror.step(id);
    if (!step) return [];
    const ways = mirror.connectorsAt(id).filter((it) => it.from === id && ids.has(it.to));
    const waits = ways.map(({ wait }) => (wait ? exactDuration(wait.usual, clock) : ''));
    return [
      [
        step.name || words.kinds[step.shape],
        mirror.teamOf(step)?.name ?? '',
        step.processTime ? exactDuration(step.processTime.usual, clock) : '',
        step.completeAccurate ? percent(step.completeAccurate.usual) : '',
        ways.map((it) => mirror.step(it.to)?.name || words.unnamed).join('; '),
        waits.some((it) => it !== '') ? waits.map((it) => it || '–').join('; ') : '',
      ],
    ];
  });
  return [[...words.copiedColumns], ...rows.map((row) => row.map(harmless))];
}

/** On one line, and never a formula to the sheet it is pasted into. */
export function harmless(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

export const asText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');
