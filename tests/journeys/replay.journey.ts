// A replay by keyboard: from the analysis to the map, stopped, moved through, told aloud, and closed;
// an edit has it played out anew; less motion is respected; and axe in both themes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start({ glides: true });
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const player = () => baton.page.getByRole('group', { name: 'Replay', exact: true });
const moment = () => player().getByRole('slider', { name: 'Moment' });
const counts = async () => (await player().locator('.counts').textContent()) ?? '';
const saidAloud = () => baton.page.locator('.hidden[role=status]').textContent();
const focused = () => baton.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

it('opens from the analysis, on the map, and runs', async () => {
  await baton.press('Control+6');
  const button = baton.page.getByRole('button', { name: 'Play cases on the map' });
  await button.waitFor({ timeout: 60_000 });
  await button.focus();
  await baton.press('Enter');
  await player().waitFor();
  await expect.poll(focused).toBe('Pause');
  expect(await saidAloud()).toBe('Replay of 40 cases of the simulation.');
  const before = Number(await moment().inputValue());
  await expect.poll(async () => Number(await moment().inputValue())).toBeGreaterThan(before);
});

it('stops with Space, and then nothing changes any more', async () => {
  await baton.press('Space');
  expect(await focused()).toBe('Play');
  expect(await saidAloud()).toMatch(/^Paused\. Day \d+, \d h: \d+ under way, \d+ of them waiting, \d+ done/);
  const stopped = await moment().inputValue();
  await baton.page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(await moment().inputValue()).toBe(stopped);
});

it('arrows move through it, and the counts follow', async () => {
  await moment().focus();
  await baton.press('Home');
  expect(await counts()).toMatch(/1 under way.*0 of 40 done/);
  expect(await moment().getAttribute('aria-valuetext')).toMatch(/^Day 1, 0 h: 1 under way/);
  await baton.press('ArrowRight');
  expect(await moment().getAttribute('aria-valuetext')).toMatch(/^Day 1, 4 h/);
  for (let more = 0; more < 10; more += 1) await baton.press('PageUp');
  const middle = await counts();
  expect(middle).toMatch(/[1-9]\d* under way [1-9]\d* waiting [1-9]\d* of 40 done/);
  await baton.press('ArrowLeft');
  await baton.press('End');
  expect(await counts()).toMatch(/0 under way.*40 of 40 done/);
  await baton.press('Home');
  expect(await counts()).toMatch(/0 of 40 done/);
  await baton.press('PageUp');
  // Space goes on from the scrubber as well.
  await baton.press('Space');
  await expect.poll(() => player().getByRole('button', { name: 'Pause' }).count()).toBe(1);
  await baton.press('Space');
});

it('it runs as fast as is wanted', async () => {
  const speed = player().getByRole('button', { name: '4×' });
  await speed.focus();
  await baton.press('Enter');
  expect(await speed.getAttribute('aria-pressed')).toBe('true');
  await player().getByRole('group', { name: 'Speed, 12 d a second' }).waitFor();
});

it('an edit has the map played out anew, at the same moment', async () => {
  await moment().focus();
  await baton.press('Home');
  for (let more = 0; more < 4; more += 1) await baton.press('PageUp');
  const before = [await moment().getAttribute('aria-valuetext'), await moment().getAttribute('max')];
  await baton.thing(/^Step, Draft proposal/).focus();
  await baton.press('Delete');
  await expect.poll(async () => moment().getAttribute('max')).not.toBe(before[1]);
  await baton.press('Control+z');
  await expect.poll(async () => moment().getAttribute('max')).toBe(before[1]);
  await expect.poll(async () => moment().getAttribute('aria-valuetext')).toBe(before[0]);
});

it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  await baton.page.emulateMedia({ colorScheme: theme });
  expect(await baton.faults()).toEqual([]);
});

it('Escape closes it, and the keyboard is on the map', async () => {
  await moment().focus();
  await baton.press('Escape');
  expect(await player().count()).toBe(0);
  expect(await baton.page.evaluate(() => document.activeElement?.closest('.speech') !== null)).toBe(true);
  await baton.tool('Select').waitFor();
});

it('with less motion it stands still and is moved through by arrows alone', async () => {
  await baton.page.emulateMedia({ reducedMotion: 'reduce' });
  await baton.press('Control+1');
  const middle = await baton.page.locator('section.stage').boundingBox();
  await baton.page.mouse.move((middle?.x ?? 0) + 500, (middle?.y ?? 0) + 300);
  await baton.page.mouse.wheel(120, 0);
  await baton.idle();
  const before = await baton.at(0, 0);
  await baton.press('Control+k');
  await baton.type('Play cases');
  await baton.press('Enter');
  await expect.poll(focused).toBe('Moment');
  expect(await player().getByRole('button', { name: /^(Play|Pause)$/ }).count()).toBe(0);
  expect(await moment().inputValue()).toBe('0');
  await baton.press('ArrowRight');
  expect(await moment().getAttribute('aria-valuetext')).toMatch(/^Day 1, 4 h/);
  await baton.press('Space');
  expect(await moment().getAttribute('aria-valuetext')).toMatch(/^Day 1, 4 h/);
  await baton.press('Alt+Shift+R');
  expect(await player().count()).toBe(0);
  // What was looked at is looked at again, and the keyboard is on the map.
  expect(await baton.at(0, 0)).toEqual(before);
  expect(await baton.page.evaluate(() => document.activeElement?.closest('.stage') !== null)).toBe(true);
});
