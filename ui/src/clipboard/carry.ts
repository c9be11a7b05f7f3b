// Records on their way through the system's clipboard: an HTML table that other programs show, with
// the records as JSON in an attribute of it. What comes back is strange until it is proved to be
// ours: bounded, parsed, and every record of the form that a copy has.

import type { Record as Recorded, StateId } from '../contract.ts';

/** More than this is not carried, nor read. */
const MOST_CHARACTERS = 5_000_000;
const MOST_RECORDS = 20_000;
const ATTRIBUTE = 'data-baton-copy';

export interface Copied {
  /** The state it was copied from. */
  state: StateId;
  records: Recorded[];
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** The table with the records in it; without them where they are too many. */
export function asHtml(rows: readonly (readonly string[])[], copied: Copied): string {
  const json = JSON.stringify(copied);
  const fits = json.length <= MOST_CHARACTERS && copied.records.length <= MOST_RECORDS;
  return table(rows, fits ? ` ${ATTRIBUTE}="${escaped(json)}"` : '');
}

/** The table alone, for other programs. */
export const plainHtml = (rows: readonly (readonly string[])[]): string => table(rows, '');

function table(rows: readonly (readonly string[])[], carried: string): string {
  const [titles = [], ...body] = rows;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table${carried}>${row(titles, 'th')}${body.map((it) => row(it, 'td')).join('')}</table>`;
}

/** The records that a piece of HTML carries; nothing where it carries none that are wholly right. */
export function fromHtml(html: string): Copied | null {
  // Escaping makes five signs of one at most, and the table itself is beside it.
  if (html.length > MOST_CHARACTERS * 6) return null;
  const found = new RegExp(`<table[^>]*?\\s${ATTRIBUTE}="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) return null;
  const json = unescaped(found);
  if (json.length > MOST_CHARACTERS) return null;
  try {
    return copiedFrom(JSON.parse(json));
  } catch {
    return null;
  }
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39|#x27|nbsp);/g, (_, name: string) => {
    const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
    return signs[name] ?? "'";
  });
}

function copiedFrom(it: unknown): Copied | null {
  if (!isObject(it) || !isId(it.state) || !Array.isArray(it.records)) return null;
  const { records } = it;
  if (records.length === 0 || records.length > MOST_RECORDS) return null;
  return records.every(isRecord) ? { state: it.state, records } : null;
}

type Fields = { [name: string]: unknown };

const isObject = (it: unknown): it is Fields =>
  typeof it === 'object' && it !== null && !Array.isArray(it);
const isId = (it: unknown): it is number =>
  typeof it === 'number' && Number.isSafeInteger(it) && it >= 0;
const isText = (it: unknown): boolean => typeof it === 'string' && it.length <= 100_000;
const isPlace = (it: unknown): boolean =>
  isObject(it) && Number.isSafeInteger(it.x) && Number.isSafeInteger(it.y);
const isList = (it: unknown): boolean => Array.isArray(it);

/** What a copy can hold, and the fields that the view itself reads of it; the kernel proves the
 * rest when it is pasted. */
const FORMS: { [kind: string]: { [field: string]: (it: unknown) => boolean } } = {
  step: {
    state: isId,
    lane: isId,
    shape: (it) => ['step', 'decision', 'start', 'end'].includes(it as string),
    name: isText,
    place: isPlace,
    systems: isList,
  },
  connector: { state: isId, from: isId, to: isId, label: isText, bends: isList },
  handoff: { connector: isId, number: isId, passes: isText },
  lane: { state: isId, team: isId, order: isId },
  team: { name: isText },
  role: { name: isText },
  template: { name: isText },
  sla: { name: isText },
};

function isRecord(it: unknown): it is Recorded {
  if (!isObject(it) || !isId(it.id) || typeof it.kind !== 'string') return false;
  const form = Object.hasOwn(FORMS, it.kind) ? FORMS[it.kind] : undefined;
  return form !== undefined && Object.entries(form).every(([field, fits]) => fits(it[field]));
}
