// What is left of text from afar, and how names are broken then.
import { expect, it } from 'vitest';
import type { Group, Shape } from '../contract.ts';
import { broken, leftOf, whole } from './far.ts';

const text = (size: number, weight: 'regular' | 'semiBold' = 'regular') =>
  ({ as: 'text', x: 0, y: 0, width: 10, text: 't', style: { size, weight }, paint: { token: 'ink', alpha: 1 } }) as Extract<Shape, { as: 'text' }>;
const group = (part: Group['key']['part'], shapes: Shape[]): Group => ({
  key: { part, id: 1 },
  bounds: { x: 0, y: 0, w: 128, h: 68 },
  line: [],
  shapes,
});

it.each<[string, Group['key']['part'], number, number, number]>([
  ['near, all is there', 'label', 11, 0.6, 1],
  ['small text fades', 'label', 11, 0.55, 0.5],
  ['and is gone', 'label', 11, 0.5, 0],
  ['larger text stays', 'label', 13, 0.2, 1],
  ['heads stay', 'laneHead', 11, 0.2, 1],
])('%s', (_, part, size, zoom, left) => {
  const shape = text(size);
  expect(leftOf(group(part, [shape]), shape, zoom)).toBeCloseTo(left);
});

it('the name of a step stays, its figures go', () => {
  const [name, figures] = [text(11, 'semiBold'), text(11)];
  const decision = group('step', [name, figures]);
  expect([leftOf(decision, name, 0.5), leftOf(decision, figures, 0.5)]).toEqual([1, 0]);
});

it('a name is put together out of its lines', () => {
  expect(whole(['Write', 'hand-', 'over note'])).toBe('Write hand-over note');
  expect(whole(['Versicherungs\u2010', 'vertrag prüfen'])).toBe('Versicherungsvertrag prüfen');
});

// Every letter is one wide.
const context = { measureText: (it: string) => ({ width: it.length }) } as never;
it.each<[string, number, number, string[]]>([
  ['Check the order', 9, 3, ['Check the', 'order']],
  ['Check the order', 9, 1, ['Check th…']],
  ['Reconciliation', 6, 2, ['Recon…']],
  ['One two three', 5, 2, ['One', 'two…']],
])('%s in %i by %i', (name, room, most, lines) => {
  expect(broken(context, name, 13, room, most).map((it) => it.text)).toEqual(lines);
});
