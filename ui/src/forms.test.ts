// Fields of a template, and presets of one's own.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Template, TemplateField } from './contract.ts';
import {
  doubled,
  EMPTY_FIELD,
  EMPTY_TEMPLATE,
  forgetPreset,
  grouped,
  keepPreset,
  keyFrom,
  missing,
  movedTo,
  ownPresets,
  withNew,
} from './forms.ts';
import { remember, remembering } from './remembered.ts';

const kept: string[] = [];
beforeEach(() => {
  kept.length = 0;
  remembering({}, (name) => kept.push(name));
});
afterEach(() => remembering({}, () => {}));

const field = (key: string, by: Partial<TemplateField> = {}): TemplateField => ({ ...EMPTY_FIELD, key, label: key, ...by });
const keys = (fields: readonly TemplateField[]) => fields.map((it) => it.key);

it('keys are plain, stable and apart', () => {
  expect(keyFrom('Größe der Übergabe?', [])).toBe('grosse_der_ubergabe');
  expect(keyFrom('Item', ['item', 'item_2'])).toBe('item_3');
  expect(keyFrom('???', [])).toBe('field');
});

it('fields are added, doubled and moved', () => {
  const fields = [field('a', { group: 'One' }), field('b', { group: 'One' }), field('c', { group: 'Two' })];
  expect(keys(withNew(fields, 0, 'New'))).toEqual(['a', 'new', 'b', 'c']);
  expect(withNew(fields, -1, 'New').at(-1)).toMatchObject({ key: 'new', group: 'Two' });
  expect(keys(doubled(fields, 1))).toEqual(['a', 'b', 'b_2', 'c']);
  expect(keys(movedTo(fields, 0, 9))).toEqual(['b', 'c', 'a']);
  expect(movedTo(fields, 2, 1)[1]).toMatchObject({ key: 'c', group: 'One' });
  expect(keys(movedTo(fields, 1, 1))).toEqual(['a', 'b', 'c']);
  expect(grouped([...fields, field('d', { group: 'One' })]).map((it) => [it.group, keys(it.fields)])).toEqual([
    ['One', ['a', 'b', 'd']],
    ['Two', ['c']],
  ]);
});

it('of a checklist every mark counts', () => {
  const fields = [
    field('a', { required: true }),
    field('b', { required: true, fieldType: 'checklist', choices: ['x', 'y'] }),
    field('c'),
  ];
  expect(keys(missing(fields, {}))).toEqual(['a', 'b']);
  expect(keys(missing(fields, { a: 'said', b: ['x'] }))).toEqual(['b']);
  expect(missing(fields, { a: 'said', b: ['x', 'y'] })).toEqual([]);
});

it('a preset of one’s own knows nothing of the file it came from', () => {
  const template: Template = { ...EMPTY_TEMPLATE, id: 7, name: 'Ours', owner: 3, fields: [field('a', { providedBy: 4, usedBy: 5 })] };
  expect(keepPreset(template, ' Ours ')).toBe(null);
  expect(kept).toEqual(['preset.Ours']);
  const [own] = ownPresets();
  expect(own).toMatchObject({ id: 0, name: 'Ours', owner: null });
  expect(own?.fields[0]).toMatchObject({ providedBy: null, usedBy: null });
  forgetPreset('Ours');
  expect(ownPresets()).toEqual([]);
});

it('what the kernel would not keep is refused with its reason', () => {
  expect(keepPreset(EMPTY_TEMPLATE, '')).toBe('nameless');
  expect(keepPreset(EMPTY_TEMPLATE, 'ü'.repeat(20))).toBe('longName');
  expect(keepPreset({ ...EMPTY_TEMPLATE, fields: [field('a', { help: 'x'.repeat(40_000) })] }, 'Big')).toBe('tooBig');
  for (let n = 0; n < 24; n += 1) expect(keepPreset(EMPTY_TEMPLATE, `P${n}`)).toBe(null);
  expect(keepPreset(EMPTY_TEMPLATE, 'One more')).toBe('tooMany');
  expect(keepPreset(EMPTY_TEMPLATE, 'P3')).toBe(null);
});

it('what is remembered but no template is left out', () => {
  remember('preset.bad', { name: 'Bad', fields: [{ key: 1 }] });
  remember('preset.worse', 'no');
  expect(ownPresets()).toEqual([]);
});
