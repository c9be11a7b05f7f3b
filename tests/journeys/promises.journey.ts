// A promise along several handoffs with the keyboard alone: made, given a time and an objective, read
// stage by stage against today; then a stage with criteria and a time of its own, which counts in it.
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

const bar = () => baton.page.locator('.budget .bar').getAttribute('aria-label');
const row = (name: RegExp) => baton.page.locator('.budget').getByRole('row', { name });

it('a promise is made and its time agreed by keyboard', async () => {
  await baton.press('Control+2');
  await baton.tabTo('Register');
  await baton.press('ArrowRight');
  expect(await baton.focused()).toBe('End-to-end promises');
  await baton.tabTo('New promise');
  await baton.press('Enter');
  await baton.page.getByText('How long it may take is not agreed yet.').first().waitFor();
  await baton.tabTo('May take');
  await baton.type('15 d');
  await baton.press('Enter');
  expect(await baton.focused()).toBe('May take, Working or calendar?');
  await baton.type('Working');
  await baton.press('Tab');
  await expect.poll(bar).toMatch(/^15 d promised, [\d.]+ d on the way: [\d.]+ d too much\.$/);
  const [sla] = (await baton.records('sla')).filter((it) => it.endToEnd !== null);
  expect(sla?.completion).toEqual({ minutes: 15 * 480, clock: 'business' });
});

it('what it rests on is said stage by stage, and what it needs', async () => {
  await row(/H-01.*Target to accept or return 1 h 95 %.*1 d not kept today/).waitFor();
  await row(/Promised end to end 15 d/).waitFor();
  await baton.tabTo('Kept in');
  await baton.type('95 %');
  await baton.press('Enter');
  await row(/Promised end to end 15 d 95 %/).waitFor();
  await baton.page.getByText(/are met for at least [\d.]+ % of the items, whatever depends on what/).waitFor();
  await baton.page.getByText(/For 95 % of the items end to end every stage would have to keep/).waitFor();
  expect(await baton.faults()).toEqual([]);
});

it('a finding about it leads to it, and one of its lines to the map', async () => {
  await baton.press('Control+1');
  await baton.press('Control+2');
  await baton.press('Control+1');
  await baton.press('Control+k');
  await baton.type('Show checks');
  await baton.press('Enter');
  await baton.page.getByRole('button', { name: /promises 15 d, and the targets on the way add up to/ }).click();
  await baton.page.getByRole('tab', { name: 'End-to-end promises', selected: true }).waitFor();
  await baton.page.locator('.budget').getByRole('button', { name: /^H-02/ }).first().click();
  await baton.mapIsShown();
  await baton.page.getByRole('complementary', { name: 'Inspector' }).getByText('H-02').first().waitFor();
});

it('a stage has criteria to enter and to leave and a time, each with one undo', async () => {
  await baton.press('Control+k');
  await baton.type('Add a stage');
  await baton.press('Enter');
  await baton.type('Qualify');
  await baton.press('Enter');
  const inspector = baton.page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('heading', { name: 'Qualify' }).waitFor();
  await inspector.getByLabel('Add a criterion: To enter').fill('Budget is known');
  await baton.press('Enter');
  await inspector.getByLabel('Add a criterion: To leave').fill('Need is written down');
  await baton.press('Enter');
  await expect.poll(async () => (await baton.records('criterion')).filter((it) => it.about.of === 'stage').length).toBe(2);
  await inspector.getByLabel('May take', { exact: true }).fill('5 d');
  await inspector.getByLabel('May take, Working or calendar?').selectOption('business');
  await baton.idle();
  const [stage] = await baton.records('stage');
  const sla = (await baton.records('sla')).find((it) => it.id === stage?.sla);
  expect(sla?.completion).toEqual({ minutes: 5 * 480, clock: 'business' });
  expect(await baton.faults()).toEqual([]);
  const { history } = await baton.opened();
  expect(history.undo?.code).toBe('addSla');
});
