// The room around the steps: lanes put in between, stages as columns, one team looked at alone, and
// what the menu at the pointer offers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.newEngagement();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

const field = () => baton.page.getByRole('textbox', { name: /^Name of/ });
const teams = async () => {
  const { records } = await baton.opened();
  return records
    .flatMap((it) => (it.kind === 'lane' ? [it] : []))
    .sort((a, b) => a.order - b.order)
    .map((lane) => records.find((it) => it.kind === 'team' && it.id === lane.team))
    .map((team) => (team?.kind === 'team' ? team.name : ''));
};

it('a lane is put in where the plus between two heads is pressed', async () => {
  const stage = await baton.page.locator('section.stage').boundingBox();
  const second = (await baton.opened()).scene.lanes[1]?.top ?? 0;
  const { y } = await baton.at(0, second);
  await baton.page.mouse.move((stage?.x ?? 0) + 16, y);
  await baton.page.mouse.click((stage?.x ?? 0) + 16, y);
  await field().waitFor();
  await baton.type('Support');
  await baton.press('Enter');
  await expect.poll(teams).toEqual(['Team A', 'Support', 'Team B', 'Team C']);
});

it('a stage is added and named, its border dragged, and both taken back', async () => {
  await baton.press('Alt+Shift+c');
  await field().waitFor();
  await baton.type('Qualify');
  await baton.press('Enter');
  await expect.poll(async () => (await baton.records('stage'))[0]?.name).toBe('Qualify');
  const [stage] = await baton.records('stage');
  const until = stage?.until ?? 0;
  await baton.press('Shift+1');
  // The map fits the window, so its last border is the window's edge; it can be held from inside.
  const edge = await baton.at(until, -15);
  const border = { x: edge.x - 3, y: edge.y };
  await baton.drag(border, { x: border.x - 100, y: border.y });
  const moved = (await baton.records('stage'))[0]?.until ?? 0;
  expect(moved).toBeLessThan(until - 60);
  await baton.press('Control+z');
  await expect.poll(async () => (await baton.records('stage'))[0]?.until).toBe(until);
});

it('one team is looked at alone until Escape', async () => {
  await baton.thing('Team, Support').click();
  const look = () => baton.page.locator('section.stage > canvas').screenshot();
  await baton.press('Escape');
  await baton.thing('Team, Support').click();
  // The ring of the keyboard is there from here on.
  await baton.press('Shift');
  const before = await look();
  await baton.press('Alt+Shift+f');
  const alone = await look();
  expect(alone.equals(before)).toBe(false);
  await baton.press('Escape');
  expect((await look()).equals(before)).toBe(true);
});

it('the menu at the pointer does to a step what its rows say', async () => {
  const at = await baton.at(300, 72);
  await baton.page.mouse.dblclick(at.x, at.y);
  await field().waitFor();
  await baton.type('Approve');
  await baton.press('Enter');
  const menu = baton.page.getByRole('menu', { name: 'Menu' });
  const choose = async (row: string) => {
    const { x, y } = await baton.middle(baton.thing(/Approve/));
    await baton.page.mouse.click(x, y, { button: 'right' });
    await menu.getByRole('menuitem', { name: row, exact: false }).first().click();
    await baton.idle();
  };
  await choose('Make it a decision');
  await baton.thing(/^Decision, Approve/).waitFor();
  await choose('Lock in place');
  await expect.poll(async () => (await baton.records('step'))[0]?.pinned).toBe(true);
  await choose('Duplicate');
  await expect.poll(async () => (await baton.records('step')).length).toBe(2);
  await baton.press('Control+z');
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose('Copy');
  expect(await baton.page.evaluate(() => navigator.clipboard.readText())).toContain('Approve\tTeam A');
  await choose('Paste');
  await expect.poll(async () => (await baton.records('step')).length).toBe(2);
});
