// Templates as lists of fields: made, moved, doubled, grouped for the form, and kept as a preset of
// one's own, which knows no role and no step of this file. Pure but for what is remembered.

import type { Template, TemplateField } from './contract.ts';
import { recalled, remember, rememberedNames } from './remembered.ts';

/** More required fields than this nobody fills in (domain.md 4.2, INF-010). */
export const MOST_REQUIRED = 15;
const MOST_FIELDS = 200;
const PREFIX = 'preset.';
/** What the kernel remembers under one name, and how long a name may be. */
const LONGEST_VALUE = 40_000;
const LONGEST_NAME = 40;
const MOST_PRESETS = 24;

export const EMPTY_FIELD: TemplateField = {
  key: '',
  group: '',
  label: '',
  help: '',
  fieldType: 'text',
  choices: [],
  required: false,
  requiredIf: '',
  source: '',
  providedBy: null,
  usedBy: null,
  example: '',
  validation: '',
  sensitive: false,
};

export const EMPTY_TEMPLATE: Template = {
  id: 0,
  name: '',
  preset: '',
  fields: [],
  owner: null,
  version: '',
  reviewDate: '',
};

/** A stable name made of a label, that no other field has. */
export function keyFrom(label: string, taken: readonly string[]): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40) || 'field';
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}_${n}`;
    if (!taken.includes(key)) return key;
  }
}

const keysOf = (fields: readonly TemplateField[]): string[] => fields.map((it) => it.key);

/** The fields with a new one behind the one at `after`, in its group. */
export function withNew(fields: readonly TemplateField[], after: number, label: string): TemplateField[] {
  if (fields.length >= MOST_FIELDS) return [...fields];
  const group = fields[after]?.group ?? fields.at(-1)?.group ?? '';
  const made = { ...EMPTY_FIELD, key: keyFrom(label, keysOf(fields)), label, group };
  return fields.toSpliced(after < 0 ? fields.length : after + 1, 0, made);
}

export function doubled(fields: readonly TemplateField[], at: number): TemplateField[] {
  const field = fields[at];
  if (!field || fields.length >= MOST_FIELDS) return [...fields];
  const key = keyFrom(field.label, keysOf(fields));
  return fields.toSpliced(at + 1, 0, { ...field, choices: [...field.choices], key });
}

/** One field to another place. A field that lands inside another group joins it. */
export function movedTo(fields: readonly TemplateField[], from: number, to: number): TemplateField[] {
  const field = fields[from];
  const goal = Math.max(0, Math.min(fields.length - 1, to));
  if (!field || goal === from) return [...fields];
  const next = fields.toSpliced(from, 1).toSpliced(goal, 0, field);
  const [above, below] = [next[goal - 1]?.group, next[goal + 1]?.group];
  const joins = above !== undefined && above === below;
  return joins ? next.with(goal, { ...field, group: above }) : next;
}

/** The fields by group, each group where its first field stands. */
export function grouped(fields: readonly TemplateField[]): { group: string; fields: TemplateField[] }[] {
  const groups = new Map<string, TemplateField[]>();
  for (const field of fields) {
    const held = groups.get(field.group);
    if (held) held.push(field);
    else groups.set(field.group, [field]);
  }
  return [...groups].map(([group, fields]) => ({ group, fields }));
}

export const requiredOf = (fields: readonly TemplateField[]): TemplateField[] =>
  fields.filter((it) => it.required);

/** Filled in a preview: nothing of it is stored. */
export type Filled = Record<string, string | readonly string[]>;

const isEmpty = (field: TemplateField, value: string | readonly string[] | undefined): boolean => {
  if (field.fieldType === 'checklist') return (value?.length ?? 0) < field.choices.length;
  return value === undefined || value.length === 0;
};

/** Required fields with nothing in them; of a checklist every mark counts. */
export const missing = (fields: readonly TemplateField[], filled: Filled): TemplateField[] =>
  requiredOf(fields).filter((it) => isEmpty(it, filled[it.key]));

/** A template that holds nothing of the file it was made in. */
export function loose(template: Template): Template {
  const fields = template.fields.map((it) => ({ ...it, providedBy: null, usedBy: null }));
  return { ...template, id: 0, owner: null, fields };
}

/** Presets of one's own, by name. */
export function ownPresets(): Template[] {
  return rememberedNames(PREFIX)
    .flatMap((name) => recalled(name, isTemplate) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name));
}

export type NotKept = 'nameless' | 'longName' | 'tooBig' | 'tooMany';

/** Keeps a template for other engagements; one of the same name is replaced. */
export function keepPreset(template: Template, name: string): NotKept | null {
  const under = PREFIX + name.trim();
  if (name.trim() === '') return 'nameless';
  const kept = { ...loose(template), name: name.trim(), preset: name.trim() };
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  if (bytes(under) > LONGEST_NAME) return 'longName';
  if (bytes(JSON.stringify(kept)) > LONGEST_VALUE) return 'tooBig';
  const names = rememberedNames(PREFIX);
  // A name that was forgotten still takes its place; it is only used again under the same name.
  if (!names.includes(under) && names.length >= MOST_PRESETS) return 'tooMany';
  remember(under, kept);
  return null;
}

export const forgetPreset = (name: string): void => remember(PREFIX + name, null);

function isTemplate(value: unknown): value is Template {
  if (typeof value !== 'object' || value === null) return false;
  const { name, fields } = value as Partial<Template>;
  const isField = (it: unknown) =>
    typeof it === 'object' &&
    it !== null &&
    Object.entries(EMPTY_FIELD).every(([key, empty]) => {
      const held = (it as Record<string, unknown>)[key];
      return empty === null ? held === null : typeof held === typeof empty && Array.isArray(held) === Array.isArray(empty);
    });
  return typeof name === 'string' && Array.isArray(fields) && fields.every(isField);
}
