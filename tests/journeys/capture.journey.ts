// The capture line: a room's words typed onto the map, seen before they are made, one edit each.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;
const line = () => baton.page.getByRole('combobox', { name: /^Capture line/ });
const said = () => baton.page.locator('#capture-said');

beforeAll(async () => {
  baton = await Baton.start();
  await baton.newEngagement();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

it('one key opens it, and what it would make is said and drawn before it is made', async () => {
  await baton.press('/');
  await baton.type('Team A: start Order arrives');
  await expect.poll(() => said().textContent()).toMatch(/^1 step\b/);
  expect(await baton.records('step')).toEqual([]);
  await baton.press('Enter');
  await baton.thing('Start, Order arrives, Team A').waitFor();
  expect(await line().inputValue()).toBe('');
  expect(await line().evaluate((it) => it === document.activeElement)).toBe(true);
});

it('an arrow goes on from the last step; a team before a colon makes a handoff', async () => {
  await baton.type('> Check order, 15 min, 90 %');
  await baton.press('Enter');
  await baton.thing(/^Step, Check order, Team A, takes ~15 min, 90 %/).waitFor();
  await baton.type('> Team B: Pick goods, w 2 d queue');
  await expect.poll(() => said().textContent()).toMatch(/^1 step, handoff H-01/);
  await baton.press('Enter');
  await baton.thing(/^H-01, Team A to Team B, waits 2 d, queue/).waitFor();
  expect((await baton.opened()).history.undo?.code).toBe('capture');
});

it('what cannot be read is said with its column and stays in the line', async () => {
  await baton.type('> Pack, 12 parsecs');
  await baton.press('Enter');
  await expect.poll(() => said().textContent()).toMatch(/column \d+/);
  expect(await line().inputValue()).toBe('> Pack, 12 parsecs');
  expect(await baton.records('step')).toHaveLength(3);
  await line().fill('');
});

it('suggestions are chosen by arrows and taken by Tab or Enter; Escape closes them, then the line', async () => {
  await baton.type('> Tea');
  const list = baton.page.getByRole('listbox', { name: 'Suggestions' });
  await list.waitFor();
  await baton.press('ArrowDown');
  await baton.press('Enter');
  expect(await line().inputValue()).toMatch(/^> Team .:/);
  await baton.type(' Pack, w 1 d q');
  await list.waitFor();
  await baton.press('Escape');
  expect(await list.isVisible()).toBe(false);
  await line().fill('> Team C: Pack');
  await baton.press('Enter');
  await baton.thing(/^H-02, Team B to Team C/).waitFor();
});

it('earlier lines come back by arrow up', async () => {
  await baton.press('ArrowUp');
  expect(await line().inputValue()).toBe('> Team C: Pack');
  await baton.press('ArrowUp');
  expect(await line().inputValue()).toBe('> Team B: Pick goods, w 2 d queue');
  await line().fill('');
  await baton.press('Escape');
  await expect.poll(() => line().isVisible()).toBe(false);
  await baton.press('Control+z');
  await expect.poll(() => baton.records('step')).toHaveLength(3);
});

it('several pasted lines become a sheet, captured as one edit', async () => {
  await baton.press('Control+j');
  await line().evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '> Team B: Pack\n> Team C: Ship, 1 h\n> end Delivered\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const sheet = baton.page.getByRole('textbox', { name: /^Capture line/ });
  await sheet.waitFor();
  await baton.page.getByText('3 lines').waitFor();
  await expect.poll(() => said().textContent()).toMatch(/^3 steps/);
  await baton.press('Control+Enter');
  await baton.thing(/^End, Delivered, Team C/).waitFor();
  expect(await baton.records('step')).toHaveLength(6);
  await baton.press('Escape');
  await baton.press('Control+z');
  await expect.poll(() => baton.records('step')).toHaveLength(3);
});

it('goes on after the step that is selected', async () => {
  await baton.thing(/^Step, Check order/).click();
  await baton.press('/');
  await baton.page.getByRole('combobox', { name: 'Capture line, After Check order' }).waitFor();
  await baton.type('~> Order arrives');
  await expect.poll(() => said().evaluate((it) => it.classList.contains('wrong'))).toBe(true);
  await line().fill('');
  await baton.press('Escape');
});
