// What stands round the map: the room's list, both views of a handoff, keys, minimap, the bar at the
// selection, the outline; and the file opened again where it was looked at last.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;
const room = () => baton.page.getByRole('complementary', { name: 'Room' });
const bar = () => baton.page.getByRole('toolbar', { name: 'Selection' });

beforeAll(async () => {
  baton = await Baton.start();
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await baton.openSample();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

it('one key adds a mark, pinned to what is selected or to nothing', async () => {
  await baton.press('Control+3');
  await baton.press('q');
  await baton.type('Who owns a returned order?');
  await baton.press('Enter');
  await baton.find('H-04');
  await baton.press('Alt+i');
  await baton.page.getByText('About H-04, Deal Desk & Finance → Account Executives').waitFor();
  await baton.type('One form for both');
  await baton.press('Enter');
  const [question] = (await baton.records('note')).filter((it) => it.aboutKind === 'question');
  expect(question).toMatchObject({ text: 'Who owns a returned order?', about: [] });
  const handoff = (await baton.records('handoff')).find((it) => it.number === 4);
  const [idea] = await baton.records('idea');
  expect(idea).toMatchObject({ text: 'One form for both', about: [{ of: 'handoff', id: handoff?.id }] });
});

it('the list is filtered by kind, voted on by key, and leads to what a mark is about', async () => {
  await room().locator('label', { hasText: 'Ideas' }).click();
  const row = room().getByRole('button', { name: 'Idea: One form for both' });
  expect(await room().getByRole('listitem').count()).toBe(1);
  await row.focus();
  await baton.press('+');
  await baton.press('+');
  await baton.press('-');
  expect((await baton.records('idea'))[0]?.votes).toBe(1);
  await baton.press('Escape');
  await room().getByRole('button', { name: /^Go to H-04/ }).click();
  await baton.idle();
  expect(await baton.thing(/^H-04/).getAttribute('aria-pressed')).toBe('true');
});

it('the keyboard goes on in the list where what it was at is deleted', async () => {
  const marks = room().getByRole('listitem');
  await room().locator('label', { hasText: /^All$/ }).click();
  const before = await marks.count();
  await marks.nth(1).getByRole('button').first().focus();
  const next = await marks.nth(2).getByRole('button').first().getAttribute('aria-label');
  await baton.press('Delete');
  await baton.idle();
  expect(await marks.count()).toBe(before - 1);
  const focused = () => baton.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(focused).toBe(next);
  await room().locator('label', { hasText: /^Ideas/ }).click();
  await baton.press('Control+z');
});

it('a pain point takes severity, quote, up to two wastes and signs', async () => {
  await room().locator('label', { hasText: 'Pain points' }).click();
  await room().getByRole('button', { name: /^Pain point: Hand-over notes/ }).click();
  await room().getByLabel('Severity').selectOption('4');
  await room().getByLabel('Quote').fill('We chase it in chat.');
  await baton.press('Tab');
  await baton.idle();
  for (const waste of ['Defects', 'Waiting', 'Motion']) {
    const box = room().getByRole('checkbox', { name: waste });
    if ((await box.isEnabled()) && !(await box.isChecked())) await box.check({ force: true });
    await baton.idle();
  }
  const pain = (await baton.records('painPoint')).find((it) => it.text.startsWith('Hand-over'));
  expect(pain).toMatchObject({ severity: 4, quote: 'We chase it in chat.', wastes: ['defects', 'waiting'] });
  await room().getByText('severity 4').waitFor();
});

it('the list is copied as minutes', async () => {
  await room().locator('label', { hasText: /^All$/ }).click();
  await room().getByRole('button', { name: 'Copy as minutes' }).click();
  await baton.page.getByText('7 entries copied as minutes').waitFor();
  const minutes = await baton.page.evaluate(() => navigator.clipboard.readText());
  expect(minutes).toContain('## Questions\n\n- Who owns a returned order?');
  expect(minutes).toMatch(/- Hand-over notes .*6 votes, severity 4.*H-02/);
});

it('both sides of a handoff can see its wait differently, and that shows', async () => {
  await baton.press('Control+3');
  await baton.find('H-05');
  const inspector = baton.page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('Both views').click();
  await baton.field('As the giver sees it').fill('4 h');
  await baton.press('Enter');
  await baton.field('As the receiver sees it').fill('3 d');
  await baton.press('Enter');
  await inspector.getByText('The two sides differ: 4 h / 3 d').waitFor();
  await baton.field('As the receiver sees it, Who said it').fill('Ana');
  await baton.press('Enter');
  const handoff = (await baton.records('handoff')).find((it) => it.number === 5);
  const connector = (await baton.records('connector')).find((it) => it.id === handoff?.connector);
  expect(connector).toMatchObject({
    waitByGiver: { usual: 240 },
    waitByReceiver: { usual: 1440, saidBy: 'Ana' },
  });
});

it('how often a way is taken, and how many people there are, carry how well that is known', async () => {
  const handoffs = await baton.records('handoff');
  const ways = (await baton.records('connector')).filter((it) => it.flow === 'rework' && it.probability !== null);
  const [way, handoff] = ways.flatMap((it) => {
    const handoff = handoffs.find(({ connector }) => connector === it.id);
    return handoff ? [[it, handoff] as const] : [];
  })[0]!;
  await baton.find(`H-${String(handoff.number).padStart(2, '0')}`);
  await baton.field('How often, How well it is known').selectOption('Measured');
  await baton.field('How often, Who said it').fill('Ana');
  await baton.press('Enter');
  const known = async () => (await baton.records('connector')).find((it) => it.id === way.id)?.probabilityKnown;
  await expect.poll(known).toEqual({ confidence: 'measured', sample: null, saidBy: 'Ana' });
  await baton.find('Draft proposal');
  await baton.field('People at work, How well it is known').selectOption('Guessed');
  const step = async () => (await baton.records('step')).find((it) => it.name === 'Draft proposal');
  await expect.poll(async () => (await step())?.peopleKnown.confidence).toBe('guessed');
  expect((await step())?.people).toBe(1);
});

it('the bar at the selection lies beside it and is reached by F6', async () => {
  await baton.find('Draft proposal');
  const box = await bar().boundingBox();
  const step = await baton.thing(/^Step, Draft proposal/).boundingBox();
  if (!box || !step) throw new Error('one of them is not there');
  expect(box.y + box.height <= step.y || box.y >= step.y + step.height).toBe(true);
  await baton.press('F6');
  expect(await bar().getByRole('button', { name: 'Rename' }).evaluate((it) => it === document.activeElement)).toBe(true);
  await baton.press('ArrowRight');
  await baton.press('Escape');
  expect(await baton.page.locator(':focus').getAttribute('aria-label')).toMatch(/^Step, Draft proposal/);
});

it('the question mark shows every key', async () => {
  await baton.press('?');
  const sheet = baton.page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByText('Type onto the map').waitFor();
  await baton.press('Escape');
  expect(await sheet.isVisible()).toBe(false);
});

it('the minimap moves the view and can be put away', async () => {
  const map = baton.page.locator('.minimap');
  const box = await map.boundingBox();
  if (!box) throw new Error('the minimap is not there');
  const camera = () => baton.page.evaluate(() => window.batonTest?.camera().x ?? 0);
  const before = await camera();
  await baton.page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
  await baton.idle();
  expect(await camera()).not.toBe(before);
  await baton.press('Alt+m');
  expect(await map.isVisible()).toBe(false);
});

it('the outline is headings and lists, and leads to each thing', async () => {
  await baton.press('Control+4');
  const outline = baton.page.getByRole('complementary', { name: 'Outline' });
  await outline.getByRole('heading', { name: 'Sales Development' }).waitFor();
  expect(await outline.getByRole('heading', { level: 3 }).count()).toBe(6);
  await outline.getByRole('button', { name: /Handoff H-09, .*waits/ }).first().click();
  await baton.idle();
  expect(await baton.thing(/^H-09/).getAttribute('aria-pressed')).toBe('true');
});

it('a file is opened again where it was looked at, after the window was closed', async () => {
  await baton.press('Shift+Digit1');
  const looked = () => baton.page.evaluate(() => window.batonTest?.camera().k ?? 0);
  const before = await looked();
  await baton.page.reload();
  await baton.mapIsShown();
  expect(await looked()).toBeCloseTo(before, 3);
  expect(await baton.page.locator('.minimap').isVisible()).toBe(false);
  await baton.press('Control+2');
  await baton.page.reload();
  await baton.page.getByRole('grid', { name: 'Handoffs' }).waitFor();
});
