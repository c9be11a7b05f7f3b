// The page of teams with the keyboard alone: a role, letters in the matrix, a calendar with a lunch
// break and a holiday, a template from a preset used for a handoff; then axe in every part of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await baton.openSample();
  await baton.press('Control+5');
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

async function goTo(section: string): Promise<void> {
  await baton.press('Control+k');
  await baton.type(`Go to ${section}`);
  await baton.press('Enter');
  await baton.page.getByRole('tab', { name: section, exact: false, selected: true }).waitFor();
}

async function replace(text: string): Promise<void> {
  await baton.press('Control+a');
  await baton.type(text);
  await baton.press('Enter');
}

it('the parts of the page are tabs that arrows go through', async () => {
  expect(await baton.focused()).toBe('Teams');
  await baton.press('ArrowRight');
  expect(await baton.focused()).toBe('Responsibility');
  await baton.press('End');
  expect(await baton.focused()).toBe('Templates');
  await baton.press('ArrowRight');
  expect(await baton.focused()).toBe('Teams');
});

it('a role is added, given a person and moved', async () => {
  await baton.tabTo(/^New role in Sales Development/);
  await baton.type('Lead researcher');
  await baton.press('Enter');
  const role = async () => (await baton.records('role')).find((it) => it.name === 'Lead researcher');
  const team = (await baton.records('team')).find((it) => it.name === 'Sales Development');
  expect(await role()).toMatchObject({ team: team?.id, person: '' });
  await baton.press('Shift+Tab');
  await baton.press('Shift+Tab');
  expect(await baton.focused()).toBe('Cost per hour, Lead researcher');
  await baton.type('60 (50–80)');
  await baton.press('Shift+Tab');
  await baton.press('Shift+Tab');
  expect(await baton.focused()).toBe('Person, Lead researcher');
  await baton.type('Ana');
  await baton.press('Enter');
  expect(await role()).toMatchObject({ person: 'Ana', costPerHour: { usual: 6000, best: 5000, worst: 8000 } });
});

it('letters are typed into the matrix; what followed from the map is kept', async () => {
  await goTo('responsibility');
  await baton.page.getByRole('grid', { name: 'Responsibility matrix' }).waitFor();
  await baton.tabTo(/^H-01/);
  await baton.press('Control+End');
  await baton.press('Control+Home');
  const [first] = (await baton.records('handoff')).sort((a, b) => a.number - b.number);
  const letters = async () => {
    const all = await baton.records('raciAssignment');
    return all.filter((it) => it.row.of === 'handoff' && it.row.id === first?.id);
  };
  const before = await letters();
  await baton.press('ArrowRight');
  const cell = await baton.focused();
  for (const key of ['i', 'c']) await baton.press(key);
  expect(await baton.focused()).not.toBe(cell);
  expect(await baton.focused()).toMatch(/^H-01 .+: .*(consulted|informed)/);
  expect((await letters()).length).toBeGreaterThanOrEqual(before.length);
  const set = await letters();
  await baton.press('Enter');
  const menu = baton.page.getByRole('menu', { name: /^H-01/ });
  await menu.waitFor();
  await baton.press('Escape');
  expect(await menu.isVisible()).toBe(false);
  await baton.press('Delete');
  expect((await letters()).length).toBe(set.length - 1);
  await baton.press('Control+z');
  expect(await letters()).toEqual(set);
});

it('a row is split into release and accept, and that is one edit', async () => {
  await baton.tabTo(/^Split H-01/);
  await baton.press('Enter');
  const parts = async () => new Set((await baton.records('raciAssignment')).map((it) => it.part));
  expect((await parts()).has('accept')).toBe(true);
  await baton.press('Control+z');
  expect(await parts()).toEqual(new Set(['whole']));
});

it('the matrix is copied as a table', async () => {
  await baton.page.getByRole('button', { name: 'Copy as a table' }).press('Enter');
  await baton.page.getByText('rows copied as a table').waitFor();
  const copied = await baton.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toMatch(/^Handoff or step\t/);
  expect(copied).toMatch(/\nH-01 /);
});

it('a calendar takes a lunch break, is copied over the week, and has a holiday', async () => {
  await goTo('calendars');
  await baton.tabTo('New calendar');
  await baton.press('Enter');
  await baton.tabTo('Name');
  await replace('Mon–Fri with lunch');
  await baton.tabTo('Hours, Monday');
  await replace('22-6');
  await baton.page.getByText('Hours end after they begin').waitFor();
  await replace('9-12, 13-17');
  await baton.tabTo('Copy to …, Monday');
  await baton.press('Enter');
  expect(await baton.focused()).toBe('Monday to Friday');
  await baton.press('Enter');
  await baton.tabTo('Tuesday, window 1, begins');
  await baton.press('ArrowLeft');
  await baton.press('Shift+ArrowLeft');
  await baton.tabTo('Date');
  await baton.type('12-24');
  await baton.press('Tab');
  await baton.type('Christmas Eve');
  await baton.press('Tab');
  await baton.press('Enter');
  const made = (await baton.records('calendar')).find((it) => it.name === 'Mon–Fri with lunch');
  expect(made?.windows).toHaveLength(10);
  expect(made?.windows.filter((it) => it.weekday === 1)).toEqual([
    { weekday: 1, from: 465, to: 720 },
    { weekday: 1, from: 780, to: 1020 },
  ]);
  expect(made?.specialDays).toEqual([{ date: '12-24', name: 'Christmas Eve', windows: [] }]);
});

it('the end of a window follows the hand', async () => {
  const end = await baton.middle(baton.page.getByRole('slider', { name: 'Monday, window 2, ends' }));
  const bar = await baton.page.locator('.day-bar').first().boundingBox();
  if (!bar) throw new Error('the bar is not there');
  await baton.drag(end, { x: end.x + bar.width / 24, y: end.y });
  const made = (await baton.records('calendar')).find((it) => it.name === 'Mon–Fri with lunch');
  expect(made?.windows.find((it) => it.weekday === 0 && it.from === 780)?.to).toBe(1080);
});

it('a template is made from a preset and used for a handoff', async () => {
  await goTo('templates');
  await baton.tabTo('New template');
  await baton.press('Enter');
  await baton.press('ArrowDown');
  const preset = (await baton.focused()).replace(/ \d+$/, '');
  await baton.press('Enter');
  await baton.page.getByRole('button', { name: new RegExp(`^${preset}`) }).waitFor();
  const template = (await baton.records('template')).at(-1);
  expect(template?.fields.length).toBeGreaterThan(5);
  await baton.tabTo(/^Move /);
  const moved = (await baton.focused()).replace('Move ', '');
  await baton.press('ArrowDown');
  expect((await baton.records('template')).at(-1)?.fields[1]?.label).toBe(moved);
  expect(await baton.focused()).toBe(`Move ${moved}`);
  await baton.tabTo(/^H-02/);
  await baton.press('Space');
  const used = (await baton.records('handoff')).filter((it) => it.template === template?.id);
  expect(used.map((it) => it.number)).toEqual([2]);
});

it('the form can be tried, and a preset of one’s own is kept', async () => {
  const preview = baton.page.getByRole('complementary', { name: 'Form as it will be filled' });
  const before = await preview.getByText(/still empty/).textContent();
  await preview.getByRole('textbox').first().fill('A-17');
  expect(await preview.getByText(/still empty/).textContent()).not.toBe(before);
  await baton.tabTo('Save as preset');
  await baton.press('Enter');
  await baton.page.getByRole('heading', { name: 'Your presets' }).waitFor();
});

for (const theme of ['light', 'dark'] as const) {
  it(`axe finds nothing in any part, ${theme}`, async () => {
    await baton.page.emulateMedia({ colorScheme: theme });
    for (const section of ['teams', 'responsibility', 'calendars', 'templates']) {
      await baton.page.locator(`#tab-${section}`).press('Enter');
      const opens = baton.page.locator('.field-name').first();
      if (section === 'templates' && (await opens.count()) > 0) await opens.press('Enter');
      expect(await baton.faults(), `${section}, ${theme}`).toEqual([]);
    }
  });
}
