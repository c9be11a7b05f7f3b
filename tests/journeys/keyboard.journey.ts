// A map made with the keyboard alone: start, steps in two teams, the handoff between them, its
// wait, the end; then everything walked over, moved, renamed and deleted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

it('the start screen is operated by Tab and Enter', async () => {
  await baton.press('Tab');
  const focused = baton.page.locator(':focus');
  expect(await focused.textContent()).toMatch(/New engagement/);
  await baton.press('Enter');
  await baton.mapIsShown();
});

it('steps are made, named and handed off', async () => {
  await baton.press('s');
  await baton.press('Enter');
  await baton.page.getByRole('textbox', { name: /^Name of/ }).waitFor();
  await baton.type('Receive claim');
  await baton.press('Enter');
  await baton.thing(/^Step, Receive claim/).waitFor();
  await baton.press('Control+ArrowDown');
  await baton.page.getByRole('textbox', { name: /^Name of/ }).waitFor();
  await baton.type('Assess claim');
  await baton.press('Enter');
  await baton.thing(/^H-01, Team . to Team ., no SLA/).waitFor();
  await baton.press('Control+ArrowRight');
  await baton.page.getByRole('textbox', { name: /^Name of/ }).waitFor();
  await baton.type('Pay');
  await baton.press('Enter');
  await baton.thing(/^Step, Pay/).waitFor();
  expect(await baton.records('connector')).toHaveLength(2);
});

it('Alt and arrows walk along the flow, and Alt+W annotates where one stands', async () => {
  const selected = () =>
    baton.page.locator('.speech [aria-pressed=true]').first().getAttribute('aria-label');
  await baton.press('Alt+ArrowLeft');
  expect(await selected()).toMatch(/^Connector, Assess claim to Pay/);
  await baton.press('Alt+ArrowLeft');
  await baton.press('Alt+ArrowLeft');
  expect(await selected()).toMatch(/^H-01/);
  await baton.press('Alt+w');
  await baton.type('2 d');
  await baton.press('Enter');
  await baton.thing(/^H-01.*waits 2 d/).waitFor();
});

it('arrows move what is selected, as one edit', async () => {
  await baton.press('Alt+ArrowLeft');
  const place = async () =>
    (await baton.records('step')).find((it) => it.name === 'Receive claim')?.place.x ?? 0;
  const before = await place();
  const { keyboard } = baton.page;
  await keyboard.down('ArrowRight');
  await keyboard.down('ArrowRight');
  await keyboard.down('ArrowRight');
  await keyboard.up('ArrowRight');
  await expect.poll(place).toBe(before + 24);
  await baton.idle();
  await baton.press('Control+z');
  await expect.poll(place).toBe(before);
});

it('typing on a selected step names it; Escape keeps what was typed', async () => {
  await baton.type('File claim');
  await baton.press('Escape');
  await baton.thing(/^Step, File claim/).waitFor();
});

it('a step is deleted with its connectors, and comes back with them', async () => {
  await baton.press('Delete');
  await expect.poll(() => baton.records('connector')).toHaveLength(1);
  await baton.press('Control+z');
  await expect.poll(() => baton.records('connector')).toHaveLength(2);
  await baton.thing(/^H-01.*waits 2 d/).waitFor();
});

it('the command palette does what its row says', async () => {
  await baton.press('Control+k');
  await baton.type('dark theme');
  await baton.press('Enter');
  await expect.poll(() => baton.page.locator('html').getAttribute('class')).toBe('dark');
  await baton.press('Control+f');
  await baton.type('file claim');
  await baton.press('Enter');
  await baton.page.getByRole('heading', { name: 'File claim' }).waitFor();
});

it('what the room said about nothing on the map is found in the list of it', async () => {
  await baton.press('Escape');
  await baton.press('Escape');
  await baton.press('Control+k');
  await baton.type('add note');
  await baton.press('Enter');
  await baton.type('Whose idea was this');
  await baton.press('Enter');
  await expect.poll(() => baton.records('note')).toHaveLength(1);
  await baton.press('Control+f');
  await baton.type('whose idea');
  await baton.press('Enter');
  const row = baton.page.locator('.mark-text', { hasText: 'Whose idea was this' });
  await expect.poll(() => row.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await row.getAttribute('aria-expanded')).toBe('true');
});
