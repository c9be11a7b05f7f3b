// German beside English: chosen by an action, with the file staying open, remembered, and used for
// words, numbers and what is typed.
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

const lang = () => baton.page.locator('html').getAttribute('lang');

/** Chooses a language; the page begins anew and the file is still there. */
async function speak(name: string): Promise<void> {
  await baton.press('Control+k');
  await baton.page.keyboard.type(name);
  await Promise.all([baton.page.waitForEvent('load'), baton.page.keyboard.press('Enter')]);
  await baton.mapIsShown();
}

it('the same file is spoken of in German', async () => {
  const before = await baton.opened();
  await speak('Deutsch');
  expect(await lang()).toBe('de');
  await baton.page.getByRole('region', { name: 'Zeitleiste' }).getByText('Durchlaufzeit 34,5 d').waitFor();
  await baton.page.getByText('19 Schritte · 9 Übergaben · 5 Nacharbeitsschleifen').waitFor();
  expect((await baton.opened()).records).toEqual(before.records);
  await baton.page.reload();
  await baton.mapIsShown();
  expect(await lang()).toBe('de');
});

it('times are shown with a comma and read with comma and point', async () => {
  await baton.thing(/^Schritt, Score lead and mark MQL, .*dauert/).click();
  const time = baton.page.getByRole('complementary', { name: 'Eigenschaften' }).getByLabel('Bearbeitungszeit', { exact: true });
  for (const typed of ['1,5 h', '1.5 Std']) {
    await time.fill(typed);
    await baton.press('Enter');
    expect(await time.inputValue()).toBe('1,5 h');
    await time.fill('20 min');
    await baton.press('Enter');
  }
  await time.fill('bald');
  await baton.press('Enter');
  await baton.page.getByText('Das ist keine Zeit.').waitFor();
  await time.fill('20 min');
  await baton.press('Enter');
  await baton.page.getByRole('button', { name: /^Rückgängig: Schritt .*ändern/ }).waitFor();
});

it('a refusal of the kernel is said in German', async () => {
  const from = baton.thing(/^Schritt, Score lead and mark MQL/);
  const to = await baton.middle(baton.thing(/^Start, Inbound lead/));
  const box = await from.boundingBox();
  const { x, y } = await baton.middle(from);
  await baton.page.mouse.move(x, y);
  await baton.drag({ x: x + (box?.width ?? 0) / 2 + 11, y }, to, async () => {
    await baton.page.getByText('In einen Start führt nichts hinein.').waitFor();
  });
});

it('what is wrong with a typed line is said in German, with its place', async () => {
  await baton.press('/');
  await baton.type('> Angebot, 12 Ellen');
  await baton.page.getByText(/Zeile 1, Stelle \d+: „12 Ellen“ ist keine Zeit\./).waitFor();
  await baton.press('Control+a');
  await baton.type('Niemand, x, approved');
  await baton.page.getByText(/Zeile 1, Stelle \d+: „x“ sagt nichts über einen Schritt/).waitFor();
  await baton.press('Control+a');
  await baton.press('Delete');
  await baton.press('Escape');
});

it('and in English again', async () => {
  await speak('English');
  expect(await lang()).toBe('en');
  await baton.page.getByRole('region', { name: 'Ladder' }).getByText('Lead time').waitFor();
  // The map too: what stands in the kernel's shapes.
  const drawn = JSON.stringify((await baton.opened()).scene);
  expect([drawn.includes('no SLA'), drawn.includes('ohne SLA')]).toEqual([true, false]);
});
