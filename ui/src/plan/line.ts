// An action as people type it: what is to be done, then after commas who, by when, how much. What is
// not understood is part of the words, so nothing that was typed is lost. Pure.

import type { Action as Planned, Role } from '../contract.ts';
import { isDay } from '../day.ts';
import { readDuration } from '../duration.ts';

export const BLANK: Planned = {
  id: 0,
  text: '',
  about: [],
  answers: [],
  owner: null,
  person: '',
  due: '',
  horizonDays: 0,
  effect: '',
  effort: '',
  status: 'open',
  kindOf: null,
  work: null,
  start: '',
  after: null,
  evidence: '',
};

type Part = Partial<Pick<Planned, 'owner' | 'person' | 'due' | 'horizonDays' | 'effort' | 'work'>>;

const COLUMN = /^(30|60|90)(?:\s*(?:d|days?|t|tagen?|tage))?$/i;
const HOURS = /^\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|std|stunden?)\.?$/i;
const GERMAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const ELAPSED = { kind: 'elapsed', minutesPerDay: 1440 } as const;

function dayOf(text: string): string {
  const [, day, month, year] = GERMAN_DAY.exec(text) ?? [];
  const said = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return isDay(said) ? said : '';
}

/** A role by its name; with @ the beginning is enough, and a name that is no role is a person. */
function whoOf(text: string, roles: readonly Role[]): Part | null {
  const wanted = text.replace(/^@\s*/, '').toLowerCase();
  if (wanted === '') return null;
  const exact = roles.find((it) => it.name.trim().toLowerCase() === wanted);
  if (exact) return { owner: exact.id };
  if (!text.startsWith('@')) return null;
  const begins = roles.filter((it) => it.name.toLowerCase().startsWith(wanted));
  const [one] = begins;
  return begins.length === 1 && one ? { owner: one.id } : { person: text.replace(/^@\s*/, '') };
}

function partOf(text: string, roles: readonly Role[]): Part | null {
  const column = COLUMN.exec(text);
  if (column) return { horizonDays: Number(column[1]) };
  const due = dayOf(text);
  if (due !== '') return { due };
  if (/^[sml]$/i.test(text)) return { effort: text.toUpperCase() };
  if (HOURS.test(text)) {
    const read = readDuration(text, ELAPSED);
    return 'value' in read ? { work: read.value } : null;
  }
  return whoOf(text, roles);
}

/** What a line says; parts are read from its end for as long as they are understood. */
export function readLine(line: string, roles: readonly Role[]): Planned {
  // A comma inside a number has no space behind it.
  const parts = line.split(/[,;](?=\s|$)/).map((it) => it.trim());
  let action = { ...BLANK };
  while (parts.length > 1) {
    const text = parts.at(-1) ?? '';
    const part = text === '' ? {} : partOf(text, roles);
    if (part === null || Object.keys(part).some((it) => action[it as keyof Part] !== BLANK[it as keyof Part])) break;
    action = { ...action, ...part };
    parts.pop();
  }
  return { ...action, text: parts.join(', ').trim() };
}
