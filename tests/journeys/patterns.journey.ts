// From the current state to a future one by patterns: each shows what it would give, is changed where
// it assumes too much, applied by mouse or keyboard, and undone by its name.
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

const panel = () => baton.page.getByRole('complementary', { name: 'Patterns' });
const rule = (name: string) => panel().locator('.rule', { hasText: name });
const undoes = async () => (await baton.opened()).history.undo;
const states = async () => (await baton.records('state')).length;

it('the checklist stands beside the map, with what each place would give', async () => {
  await baton.press('Alt+f');
  await panel().waitFor();
  await panel().getByText('The first pattern you apply makes a future state of it.', { exact: false }).waitFor();
  expect(await panel().locator('.rule').count()).toBe(12);
  await rule('Remove the handoff').locator('.effect', { hasText: /− .* d, .*handoffs? fewer/ }).first().waitFor();
  expect(await baton.faults()).toEqual([]);
});

it('pointing at a place marks it on the map', async () => {
  await panel().locator('.place').first().hover();
  expect(await baton.page.evaluate(() => window.batonTest?.pointedOut().length ?? 0)).toBeGreaterThan(1);
  await baton.page.mouse.move(500, 300);
  expect(await baton.page.evaluate(() => window.batonTest?.pointedOut())).toEqual([]);
});

it('a pattern of today is put into a future state, by mouse', async () => {
  const before = await states();
  await rule('Approve by rule').getByRole('button', { name: /Approve by rule, exceptions/ }).click();
  const place = rule('Approve by rule').locator('.place').first();
  await place.getByRole('button', { expanded: false }).click();
  const field = place.getByRole('textbox', { name: /^Exceptions, .*guessed$/ });
  expect(await field.inputValue()).toBe('25 %');
  await field.fill('10 %');
  await field.press('Enter');
  await baton.idle();
  await place.locator('.effect[aria-busy="false"]').waitFor();
  expect(await baton.faults()).toEqual([]);
  await baton.page.emulateMedia({ colorScheme: 'dark' });
  expect(await baton.faults()).toEqual([]);
  await baton.page.emulateMedia({ colorScheme: 'light' });
  await place.getByRole('button', { name: /^Approve by rule: / }).click();
  await baton.page.getByRole('banner').getByRole('button', { name: 'Future state', exact: true }).waitFor();
  await baton.idle();
  expect(await states()).toBe(before + 1);
  expect((await undoes())?.code).toBe('approveByRule');
  const notes = await baton.records('note');
  expect(notes.map((it) => it.text)).toContain('Guessed: 10 % are exceptions that somebody has to approve.');
  await panel().getByText('This is the current state', { exact: false }).waitFor({ state: 'detached' });
});

it('the next one is applied to it by keyboard alone, and gives what was said', async () => {
  const count = async () => (await baton.opened()).figures.handoffs;
  const before = await count();
  await panel().focus();
  await baton.tabTo(/^1 ?Remove the handoff/);
  if ((await panel().locator('[data-rule=combine]').getAttribute('aria-expanded')) === 'false') await baton.press('Enter');
  const row = rule('Remove the handoff').locator('.place').first();
  await row.locator('.effect[aria-busy="false"]').waitFor();
  const fewer = Number(/(\d+) handoffs? fewer/.exec(await row.locator('.effect').innerText())?.[1]);
  await baton.tabTo(/^Combine into .*: /);
  await baton.press('Enter');
  await baton.idle();
  expect(await count()).toBe(before - fewer);
  // The place is gone with its button: the keyboard goes on from the rule.
  await expect.poll(() => baton.focused()).toMatch(/^1 ?Remove the handoff/);
  expect((await undoes())?.code).toBe('combine');
  await baton.press('Control+z');
  expect(await count()).toBe(before);
});

it('what is selected comes first', async () => {
  const accept = rule('Accept or return explicitly');
  await accept.getByRole('button').first().click();
  const last = await accept.locator('.place-name').last().innerText();
  await baton.find(last.split(',')[0] ?? '');
  await accept.getByText('At the selection').waitFor();
  expect((await accept.locator('.place-name').first().innerText()).trim()).toBe(last.trim());
  await accept.locator('.count', { hasText: '1 selected' }).waitFor();
});

it('a rule that is agreed leads to where it is not', async () => {
  const targets = rule('Response and completion target');
  await targets.getByRole('button').first().click();
  await targets.getByRole('button', { name: /^Go to H-/ }).first().click();
  await baton.page.getByRole('complementary', { name: 'Inspector' }).waitFor();
  await baton.press('Alt+f');
  await panel().waitFor();
  await baton.press('Alt+f');
  await baton.page.getByRole('complementary', { name: 'Inspector' }).waitFor();
});
