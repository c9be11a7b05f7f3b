// The whole of sample A from nothing, without a mouse: a new engagement, the capture line, and the
// same figures as the specification has for it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

const SCRIPT = new URL('../fixtures/capture/lead-to-customer.txt', import.meta.url);
const lines = readFileSync(fileURLToPath(SCRIPT), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('//'));

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

it('every line is captured as it is typed, and the map has the figures of the sample', async () => {
  await baton.press('Control+Alt+n');
  await baton.mapIsShown();
  await baton.press('/');
  const line = baton.page.getByRole('combobox', { name: /^Capture line/ });
  for (const text of lines) {
    await baton.type(text);
    await baton.press('Enter');
    await expect.poll(() => line.inputValue(), { message: text }).toBe('');
  }
  const { figures, records } = await baton.opened();
  expect(figures.steps).toBe(19);
  expect(figures.handoffs).toBe(9);
  expect(figures.reworkLoops).toBe(5);
  expect(records.filter((it) => it.kind === 'connector')).toHaveLength(27);
  const ladder = baton.page.getByRole('region', { name: 'Ladder' });
  await ladder.getByText('Lead time 34.5 d').waitFor();
  await baton.page.getByText('3.7 %').first().waitFor();
});

it('the three teams of the empty map go, the map is tidied and fitted, and all of it is undone', async () => {
  await baton.press('Escape');
  await baton.press('Escape');
  for (const team of ['Team A', 'Team B', 'Team C']) {
    await baton.find(team);
    await baton.press('Delete');
  }
  await expect.poll(async () => (await baton.records('lane')).length).toBe(6);
  await baton.press('Control+Shift+t');
  await baton.press('Shift+1');
  await baton.page.screenshot({ path: fileURLToPath(new URL('../../target/whole.png', import.meta.url)) });
  const edits = lines.length + 4;
  for (let edit = 0; edit < edits; edit += 1) await baton.press('Control+z');
  expect((await baton.opened()).history.undo).toBe(null);
  expect(await baton.records('step')).toEqual([]);
});
