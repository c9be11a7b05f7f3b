// The table of actions: every row can be told from the others, by name and by key.
import { expect, it } from 'vitest';
import { action, actions, run } from './actions.ts';
import { find, fits } from './find.ts';
import { pressed, shown, spoken } from './keys.ts';
import { Hands } from './testing/hands.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [{ id: 101, name: '<img src=x onerror=alert(1)>', lane: 0, x: 200 }],
};

it('no two actions share an id, and only Enter has two meanings', () => {
  expect(new Set(actions.map((it) => it.id)).size).toBe(actions.length);
  const keys = actions.flatMap((it) => it.keys);
  const shared = keys.filter((key, at) => keys.indexOf(key) !== at);
  expect(shared).toEqual(['Enter']);
  expect(() => action('nothing')).toThrow('nothing');
});

it('what cannot be done now is not done', async () => {
  const { app, kernel } = await Hands.on(PLAN);
  run(app, 'edit.delete');
  run(app, 'edit.undo');
  run(app, 'map.wait');
  await app.kernel.busy.idle();
  expect(kernel.asked).toEqual([]);
  expect(app.view.panel).toBe(null);
});

it('Escape lets go from the innermost out', async () => {
  const { app } = await Hands.on(PLAN);
  app.view.select([101]);
  app.view.open('checks');
  app.view.arm('connect');
  run(app, 'quiet.escape');
  expect([app.view.panel, app.view.tool, app.view.single]).toEqual([null, 'connect', 101]);
  run(app, 'quiet.escape');
  expect([app.view.tool, app.view.single]).toEqual(['select', 101]);
  run(app, 'quiet.escape');
  expect(app.view.selection.size).toBe(0);
});

it('finding goes by the beginnings of words before their insides', () => {
  expect(fits('Hold kick-off', 'hold')).toBe(0);
  expect(fits('Hold kick-off', 'off')).toBe(1);
  expect(fits('Hold kick-off', 'ick')).toBe(2);
  expect(fits('Hold kick-off', 'kick call')).toBe(null);
});

it('finding shows the characters of a name and nothing else', async () => {
  const { app } = await Hands.on(PLAN);
  expect(find(app, 'onerror')[0]?.label).toBe('<img src=x onerror=alert(1)>');
  expect(find(app, 'undo').filter((it) => !it.off).map((it) => it.id)).not.toContain('edit.undo');
  expect(find(app, 'fit the')[0]?.keys).toBe('Shift+1');
});

const key = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held }) as KeyboardEvent;

it.each<[string, KeyboardEvent]>([
  ['W', key('w', 'KeyW')],
  ['Ctrl+Z', key('z', 'KeyZ', { ctrlKey: true })],
  ['Ctrl+Shift+Z', key('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })],
  ['Shift+1', key('!', 'Digit1', { shiftKey: true })],
  ['?', key('?', 'Slash', { shiftKey: true })],
  ['+', key('+', 'Equal', { shiftKey: true })],
  ['Alt+S', key('ß', 'KeyS', { altKey: true })],
  ['Ctrl+ArrowRight', key('ArrowRight', 'ArrowRight', { ctrlKey: true })],
])('%s is understood', (shortcut, event) => {
  expect(pressed(event)).toContain(shortcut);
});

it('shortcuts are written and spoken', () => {
  expect(shown('Ctrl+Shift+Z')).toBe('Ctrl Shift Z');
  expect(shown('Ctrl++')).toBe('Ctrl +');
  expect(shown('Delete')).toBe('Del');
  expect(spoken(['Ctrl+K', '?'])).toBe('Control+K ?');
  expect(spoken([])).toBe(undefined);
});
