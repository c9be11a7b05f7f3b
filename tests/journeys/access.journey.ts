// What stands round the map, for everybody: axe finds nothing in any panel, in both themes and both
// languages, and no panel keeps the keyboard.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

/** Each view by the keys that lead to it; they are the same in every language. */
const VIEWS: [name: string, keys: string[]][] = [
  ['map', []],
  ['room', ['Control+3']],
  ['room, a mark being added', ['Control+3', 'Alt+q']],
  ['outline', ['Control+4']],
  ['capture line', ['Control+j', '>', ' ', 'S', 'a']],
  ['keys', ['F1']],
  ['find', ['Control+k']],
  ['menu', ['F10']],
  ['register', ['Control+2']],
];

async function settle(): Promise<void> {
  for (let again = 0; again < 4; again += 1) await baton.press('Escape');
  await baton.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await baton.press('Control+1');
}

for (const theme of ['light', 'dark'] as const) {
  it(`axe finds nothing, ${theme}`, async () => {
    await baton.page.emulateMedia({ colorScheme: theme });
    for (const [name, keys] of VIEWS) {
      await settle();
      for (const key of keys) await baton.press(key);
      expect(await baton.faults(), `${name}, ${theme}`).toEqual([]);
      if (name === 'room' || name === 'outline') await baton.press(keys[0] ?? '');
    }
    await settle();
    for (const thing of [/^Step, Draft proposal/, /^H-04/, /^Team, Sales Development/]) {
      await baton.find(String(thing).replace(/.*(Draft proposal|H-04|Sales Development).*/, '$1'));
      for (const views of await baton.page.locator('details.views:not([open]) summary').all()) {
        await views.click();
      }
      expect(await baton.faults(), `${thing} with its bar, ${theme}`).toEqual([]);
    }
  });
}

it('a mark opened for editing has a name for each field', async () => {
  await settle();
  await baton.press('Control+3');
  await baton.page.locator('.mark-text').first().click();
  expect(await baton.faults()).toEqual([]);
  const kept = baton.page.getByRole('textbox', { name: 'Quote' });
  await kept.waitFor();
});

it('the start screen in German', async () => {
  await baton.press('Control+k');
  await baton.page.keyboard.type('Deutsch');
  await Promise.all([baton.page.waitForEvent('load'), baton.page.keyboard.press('Enter')]);
  await baton.mapIsShown();
  expect(await baton.faults()).toEqual([]);
  await baton.press('Control+Alt+w');
  await baton.page.getByRole('button', { name: /^Neues Projekt/ }).waitFor();
  expect(await baton.faults()).toEqual([]);
});
