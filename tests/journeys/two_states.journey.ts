// The bundled sample: nothing is agreed today, everything is in the future state, and whoever switches
// sees the map, the register, the checks and the promises of the one that is shown.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

const showState = async (name: string) => {
  await baton.page.getByRole('banner').getByRole('button', { name, exact: true }).click();
  await baton.idle();
};
const register = () => baton.page.locator('main.register');
const open = async () => Number(/(\d+) checks? open/.exec(await baton.page.locator('footer').innerText())?.[1] ?? 0);

it('today nothing is agreed', async () => {
  await baton.press('Control+2');
  await register().getByText('14 in the current state, 14 without an SLA', { exact: false }).waitFor();
  expect(await open()).toBeGreaterThan(80);
  await baton.page.getByRole('tab', { name: 'End-to-end promises' }).click();
  await baton.page.getByText('No promise along several handoffs yet.', { exact: false }).waitFor();
});

it('the future has its agreements, and only what is still open about them', async () => {
  await showState('Future state');
  await baton.page.locator('.budget').getByRole('row', { name: /Promised end to end 15 d 90 %/ }).waitFor();
  await baton.page.getByRole('img', { name: '15 d promised, 11.5 d on the way: 3.5 d left over.' }).waitFor();
  await baton.page.getByRole('tab', { name: 'Register' }).click();
  await register().getByRole('row', { name: /H-01.*1 h \/ 4 h.*10\/10/ }).waitFor();
  expect(await open()).toBeLessThan(25);
});

it('and back today is as it was', async () => {
  await showState('Current state');
  await register().getByText('14 in the current state, 14 without an SLA', { exact: false }).waitFor();
  expect(await open()).toBeGreaterThan(80);
});
