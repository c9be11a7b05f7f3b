// Where a file was looked at: kept by path, bounded, and nothing else is believed.
import { afterEach, expect, it } from 'vitest';
import { Places } from './places.ts';
import { remembering } from './remembered.ts';

/** What the kernel keeps. */
function storage(): Map<string, string> {
  const held = new Map<string, string>();
  remembering({}, (name, value) => held.set(name, value));
  return held;
}

afterEach(() => remembering({}, () => {}));

it('comes back after the window was closed', () => {
  storage();
  const places = new Places();
  places.put('/a.baton', { x: 1, y: -2, k: 0.5, page: 'handoffs' });
  places.keep();
  expect(new Places().of('/a.baton')).toMatchObject({ x: 1, y: -2, k: 0.5, page: 'handoffs' });
  expect(new Places().of('/b.baton')).toBe(null);
});

it('keeps the fifty files that were looked at last, and of them only where', () => {
  const held = storage();
  const places = new Places();
  for (let file = 0; file < 60; file += 1) places.put(`/${file}`, { x: file, y: 0, k: 1, page: 'map' });
  places.put('/20', { x: 9, y: 0, k: 1, page: 'map' });
  places.keep();
  const rows = JSON.parse(held.get('places') ?? '[]') as object[];
  expect(rows).toHaveLength(50);
  expect(new Places().of('/9')).toBe(null);
  expect(new Places().of('/20')?.x).toBe(9);
  expect(new Set(rows.flatMap((it) => Object.keys(it)))).toEqual(new Set(['path', 'x', 'y', 'k', 'page']));
});

it.each([
  'nonsense',
  '{}',
  '[{"path":"/a","x":0,"y":0,"k":0,"page":"map"}]',
  '[{"path":"/a","x":null,"y":0,"k":1,"page":"map"}]',
  '[{"path":"/a","x":0,"y":0,"k":1,"page":"elsewhere"}]',
])('believes nothing else: %s', (text) => {
  remembering({ places: text }, () => {});
  expect(new Places().of('/a')).toBe(null);
});
