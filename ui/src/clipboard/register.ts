// The register of handoffs on the system's clipboard: as it is shown, or the rows that are selected,
// for a sheet or for a text.

import type { App } from '../app.ts';
import { copyBoth } from '../copy.ts';
import { estimated, percent } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { type Column, columnsOf, type Row, rowsOf } from '../register.ts';
import { targetsSaid } from '../sla.ts';
import { words } from '../words.ts';
import { plainHtml } from './carry.ts';
import { asText, harmless } from './table.ts';

function cell(mirror: Mirror, row: Row, column: Column): string {
  const { handoff, connector } = row;
  switch (column) {
    case 'number':
      return row.number;
    case 'handoff':
      return row.teams;
    case 'passes':
      return handoff.passes;
    case 'wait':
      return connector.wait ? estimated(connector.wait, mirror.clock) : '';
    case 'sla':
      return targetsSaid(mirror, row.sla) ?? '';
    case 'attained':
      return row.attained === null ? '' : percent(row.attained);
    case 'right':
      return row.right === null ? '' : percent(row.right);
    case 'cause':
      return connector.cause ? words.causes[connector.cause] : '';
    case 'channel':
      return connector.channel;
    case 'accountable':
      return row.accountable;
    case 'status':
      return words.statuses[handoff.status];
    case 'readiness':
      return row.ready ? words.outOfTen(row.ready.met.length) : '';
  }
}

/** The rows, the first of them the titles of the columns. */
export function tableOfRegister(mirror: Mirror, rows: readonly Row[]): string[][] {
  const columns = columnsOf(rowsOf(mirror));
  const titles = columns.map((it) => words.registerColumn[it]);
  return [titles, ...rows.map((row) => columns.map((it) => harmless(cell(mirror, row, it))))];
}

/** What would be copied now: several selected rows, else all that are shown. */
function copiedRows({ mirror, view, register }: App): Row[] {
  const shown = register.shown(mirror);
  const selected = shown.filter(({ id }) => view.selection.has(id));
  return selected.length > 1 ? selected : shown;
}

export async function copyRegister(app: App): Promise<void> {
  const rows = copiedRows(app);
  const table = tableOfRegister(app.mirror, rows);
  const copied = await copyBoth(asText(table), plainHtml(table));
  app.notices.hint(copied ? words.registerCopied(rows.length) : words.minutesFailed);
}

/** The system's copy while the register has the hand. */
export function onCopy(app: App, event: ClipboardEvent): void {
  const field = document.activeElement?.matches('input, textarea, select') ?? false;
  const reads = (document.getSelection()?.toString() ?? '') !== '';
  if (field || reads || !event.clipboardData || app.mirror.handoffs.length === 0) return;
  event.preventDefault();
  const rows = copiedRows(app);
  const table = tableOfRegister(app.mirror, rows);
  event.clipboardData.setData('text/plain', asText(table));
  event.clipboardData.setData('text/html', plainHtml(table));
  app.view.say(words.registerCopied(rows.length));
}
