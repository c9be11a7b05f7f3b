// The plan as a table for other programs: one row an action, plain numbers, days as they sort.

import type { App } from '../app.ts';
import { asCsv } from '../analysis/picture.ts';
import { harmless } from '../clipboard/table.ts';
import type { Plan } from '../contract.ts';
import { nameOf } from '../marks.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';
import { cardsOf, COLUMNS } from './board.ts';
import { painsOf } from './links.ts';

const hours = (minutes: number | null): string =>
  minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100);

/** The rows by column, the first of them the titles. */
export function planRows(mirror: Mirror, plan: Plan | null): string[][] {
  const said = words.plan;
  const cards = cardsOf(mirror, plan);
  const rows = COLUMNS.flatMap((column) => cards.filter((it) => it.column === column)).map(
    ({ action, at, column }) => [
      action.text,
      said.statuses[action.status],
      action.kindOf ? said.kinds[action.kindOf] : '',
      action.owner === null ? '' : (mirror.role(action.owner)?.name ?? ''),
      action.person,
      column === 0 ? '' : String(column),
      action.start,
      at?.due || action.due,
      action.effort,
      hours(action.work),
      painsOf(mirror, action).map((it) => it.text).join('; '),
      action.about.map((it) => nameOf(mirror, it)).join('; '),
      action.effect,
      mirror.find('action', action.after)?.text ?? '',
      action.evidence,
    ],
  );
  return [[...said.tableColumns], ...rows];
}

/** What the files of the plan are called. */
const title = ({ mirror }: App): string => mirror.engagement?.title || mirror.file?.name || words.product;

export async function savePlanTable(app: App): Promise<void> {
  await app.planning.read();
  const text = asCsv(planRows(app.mirror, app.planning.plan), harmless);
  const name = words.plan.fileName(title(app));
  const reply = await app.kernel.ask({ ask: 'saveText', name, form: 'csv', text, path: null });
  if (reply?.reply === 'exported') app.notices.hint(words.plan.csvSaved(reply.with.path));
}

export async function savePlanCalendar(app: App): Promise<void> {
  const reply = await app.kernel.ask({ ask: 'exportAgenda', path: null });
  if (reply?.reply !== 'agendaExported') return;
  const { path, entries, undated } = reply.with;
  app.notices.hint(words.plan.calendarSaved(path, entries, undated));
}
