// The sample engagement: what the window shows of it, and what can be changed in the inspector.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.openSample();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

it('shows its figures as they are in the specification', async () => {
  const { page } = baton;
  const ladder = page.getByRole('region', { name: 'Ladder' });
  await ladder.getByText('Lead time 34.5 d').waitFor();
  await ladder.getByText('Activity ratio 4.5 %').waitFor();
  await page.getByText('19 steps · 9 handoffs · 5 rework loops').waitFor();
  await page.getByRole('contentinfo').getByText('Rolled %C&A 3.7 %').waitFor();
});

it('each line of text is as wide on the canvas as the kernel measured it', async () => {
  const { scene } = await baton.opened();
  const texts = scene.groups
    .flatMap((group) => group.shapes)
    .flatMap((shape) => (shape.as === 'text' ? [shape] : []));
  expect(texts.length).toBeGreaterThan(80);
  const widths = await baton.page.evaluate((texts) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return [];
    const weights = { regular: 400, medium: 500, semiBold: 600, bold: 700 };
    return texts.map(({ text, style }) => {
      context.font = `${weights[style.weight]} ${style.size}px Inter`;
      return { text: context.measureText(text).width, space: context.measureText(' ').width };
    });
  }, texts);
  for (const [at, it] of texts.entries()) {
    const { text = 0, space = 0 } = widths[at] ?? {};
    // Some lines were measured with the space that they were broken at.
    const off = Math.min(Math.abs(text - it.width), Math.abs(text + space - it.width));
    expect(off, it.text).toBeLessThan(0.6);
  }
});

it('the inspector changes a step, one command for each field', async () => {
  await baton.thing(/^Step, Score lead and mark MQL/).click();
  const time = baton.field('Process time');
  await time.fill('never');
  await baton.press('Enter');
  await baton.page.getByText('This is not a time.').waitFor();
  expect(await time.inputValue()).toBe('never');
  await time.fill('1 h 30 min');
  await baton.press('Enter');
  await baton.thing(/^Step, Score lead and mark MQL.*takes ~1.5 h/).waitFor();
  await baton.field('%C&A').fill('75');
  await baton.press('Enter');
  await baton.thing(/75 % complete and accurate/).first().waitFor();
  await baton.field('Systems').fill('CRM, Marketing suite');
  await baton.press('Enter');
  const step = (await baton.records('step')).find((it) => it.name === 'Score lead and mark MQL');
  expect(step).toMatchObject({
    processTime: { usual: 90 },
    completeAccurate: { usual: 7500 },
    systems: ['CRM', 'Marketing suite'],
  });
  for (let undo = 0; undo < 3; undo += 1) {
    await baton.page.getByRole('button', { name: 'Undo change step' }).click();
    await baton.idle();
  }
  await baton.page.getByRole('region', { name: 'Ladder' }).getByText('Lead time 34.5 d').waitFor();
});

it('a field cleared is unknown again', async () => {
  await baton.field('Process time').fill('');
  await baton.press('Enter');
  const step = (await baton.records('step')).find((it) => it.name === 'Score lead and mark MQL');
  expect(step?.processTime).toBe(null);
  await baton.press('Control+z');
});

it('a handoff gets a role that did not exist before', async () => {
  await baton.find('H-04');
  await baton.page.getByText('Readiness 3 of 10').waitFor();
  await baton.field('Receives').selectOption({ label: 'Add a role …' });
  await baton.page.getByLabel('New role: Receives').fill('Deal owner');
  await baton.press('Enter');
  await expect
    .poll(() => baton.field('Receives').evaluate((it: HTMLSelectElement) => it.selectedOptions[0]?.text))
    .toBe('Deal owner');
  const role = (await baton.records('role')).find((it) => it.name === 'Deal owner');
  const handoff = (await baton.records('handoff')).find((it) => it.number === 4);
  expect(handoff?.receivingRole).toBe(role?.id);
});

it('a check is met as soon as the room has agreed', async () => {
  await baton.field('Escalation').fill('After 4 h to the head of sales');
  await baton.press('Enter');
  await baton.page.getByText('Readiness 4 of 10').waitFor();
  await baton.press('Control+z');
  await baton.page.getByText('Readiness 3 of 10').waitFor();
});

it('a name is characters and nothing else, on the canvas, in the inspector and in lists', async () => {
  const { page } = baton;
  await baton.find('Run contact');
  await baton.thing(/^Step, Run contact attempts/).dblclick();
  await page.getByRole('textbox', { name: 'Name of Run contact attempts' }).fill(HOSTILE);
  await baton.press('Enter');
  await baton.thing(`Step, ${HOSTILE}`).first().waitFor();
  await page.getByRole('heading', { name: HOSTILE }).waitFor();
  await baton.press('Control+k');
  await page.getByRole('combobox', { name: 'Find' }).fill('onerror');
  await page.getByRole('option', { name: `${HOSTILE} Sales Development` }).waitFor();
  await baton.press('Escape');
  expect(await page.locator('img').count()).toBe(0);
  await page.getByRole('button', { name: `Undo rename to “${HOSTILE}”` }).click();
  await baton.thing(/^Step, Run contact attempts/).waitFor();
});

it('the register leads to the handoff on the map', async () => {
  await baton.page.getByRole('button', { name: 'Handoffs' }).click();
  const rows = baton.page.getByRole('row');
  expect(await rows.count()).toBe(15);
  await rows.filter({ hasText: 'H-09' }).getByRole('gridcell').first().click();
  await baton.page.getByRole('button', { name: 'Show on the map' }).click();
  await baton.idle();
  await baton.page.getByRole('heading', { name: 'Customer → Customer Success' }).waitFor();
  expect(await baton.thing(/^H-09/).getAttribute('aria-pressed')).toBe('true');
});

it('an open check leads to what it is about', async () => {
  await baton.page.getByRole('button', { name: /checks open/ }).click();
  await baton.page.getByRole('button', { name: /^H-01 .* no entry criteria/ }).click();
  await baton.idle();
  expect(await baton.thing(/^H-01/).getAttribute('aria-pressed')).toBe('true');
  await baton.press('Escape');
});

it('lanes are added, renamed, moved and deleted', async () => {
  await baton.tool('Lane').click();
  await baton.page.getByRole('textbox', { name: 'Name of New team' }).waitFor();
  await baton.type('Legal');
  await baton.press('Enter');
  await baton.thing('Team, Legal').waitFor();
  await baton.press('Alt+Shift+ArrowUp');
  const order = async () => {
    const { scene, records } = await baton.opened();
    return scene.lanes.map(({ team }) => {
      const found = records.find((it) => it.id === team);
      return found?.kind === 'team' ? found.name : '';
    });
  };
  await expect.poll(order).toHaveLength(7);
  const moved = await order();
  expect(moved.indexOf('Legal')).toBeLessThan(6);
  await baton.press('Delete');
  await expect.poll(order).toHaveLength(6);
});

it('a new team head is not under the palette, and Shift+1 shows the whole map', async () => {
  await baton.press('Escape');
  await baton.press('Shift+Digit1');
  const { scene } = await baton.opened();
  const corner = await baton.at(scene.bounds.x + scene.bounds.w, scene.bounds.y + scene.bounds.h);
  const stage = await baton.page.locator('.stage').boundingBox();
  expect(corner.x).toBeLessThanOrEqual((stage?.x ?? 0) + (stage?.width ?? 0) + 1);
  await baton.press('Shift+Digit0');
});

it('axe finds nothing, in the map, the register and the panels, in both themes', async () => {
  const { page } = baton;
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await baton.press('Control+1');
    await baton.press('Escape');
    expect(await baton.faults(), `map, ${theme}`).toEqual([]);
    await baton.find('H-01');
    expect(await baton.faults(), `handoff, ${theme}`).toEqual([]);
    await baton.press('Alt+w');
    await page.getByRole('form').waitFor();
    expect(await baton.faults(), `wait, ${theme}`).toEqual([]);
    await baton.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await baton.faults(), `menu, ${theme}`).toEqual([]);
    await baton.press('Escape');
    await baton.press('Control+k');
    expect(await baton.faults(), `find, ${theme}`).toEqual([]);
    await baton.press('Escape');
    await baton.press('Control+2');
    await page.getByRole('grid', { name: 'Handoffs' }).waitFor();
    expect(await baton.faults(), `register, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
});

it('every row of the register opens its card, whatever was agreed about it', async () => {
  await baton.press('Control+2');
  const register = baton.page.getByRole('grid', { name: 'Handoffs' });
  const card = baton.page.getByRole('complementary', { name: 'Inspector' });
  for (const handoff of await baton.records('handoff')) {
    const number = `H-${String(handoff.number).padStart(2, '0')}`;
    await register.getByRole('gridcell', { name: number, exact: true }).click();
    await card.getByText(`Handoff ${number}`).waitFor();
    expect(baton.wrongs, number).toEqual([]);
  }
});
