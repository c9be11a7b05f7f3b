// The whole of sample A from nothing, with a mouse: teams, steps, connectors and every figure are
// pointed at, dragged and chosen. The keyboard types names and values and does nothing else, but
// for Ctrl, which makes the wheel zoom.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton, type Point } from './baton.ts';
import { connectorRows, connectors, FIRST, LAST, nameOf, sample, teamOf } from './sample_a.ts';
import { placeRows, stepRows } from './sample_a.ts';

const ZOOM = 0.6;
const COLUMN = 204;
/** The lane heads at the left of the stage are no wider at this zoom. */
const HEADS = 136;
/** Nearer to an edge of the stage than this, the ground would come along with what is dragged. */
const EDGE = 70;

/** Steps stand from left to right in the order of the process, each in the middle of its lane. */
const columns = [FIRST, ...sample.steps.map((it) => it.name), LAST];
const xOf = (name: string) => (columns.indexOf(name) + 1) * COLUMN;

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start();
});

afterAll(async () => {
  expect(baton.wrongs).toEqual([]);
  await baton.end();
});

const team = (name: string) => baton.thing(new RegExp(`^Team, ${name}$`));
const step = (name: string) => baton.thing(new RegExp(`^(Start|Step|End), ${name},`));
const inspector = () => baton.page.getByRole('complementary', { name: 'Inspector' });

async function boxOf(of: Locator) {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
}

/** Goes there as a hand does, through what lies between. */
const go = (to: Point) => baton.page.mouse.move(to.x, to.y, { steps: 4 });

async function clickAt(at: Point): Promise<void> {
  await go(at);
  await baton.page.mouse.click(at.x, at.y);
  await baton.idle();
}

/** Below the lanes. Keeps what is in a field, and puts away the bar at the selection, which may
 * lie over the next step. */
async function clickGround(): Promise<void> {
  const { x } = await boxOf(baton.page.locator('.stage'));
  const { y } = await boxOf(baton.page.getByRole('toolbar', { name: 'Tools' }));
  await clickAt({ x: x + 200, y: y - 24 });
}

async function zoomOut(): Promise<void> {
  const { k } = (await baton.page.evaluate(() => window.batonTest?.camera())) ?? { k: 1 };
  await clickGround();
  await baton.page.keyboard.down('Control');
  await baton.page.mouse.wheel(0, Math.log(k / ZOOM) / 0.002);
  await baton.page.keyboard.up('Control');
  await baton.idle();
}

/** The middle of a team's lane on the screen; spoken heads are there only near the left end. */
async function middleOf(team: string): Promise<number> {
  const { records, scene } = await baton.opened();
  const found = records.find((it) => it.kind === 'team' && it.name === team)?.id;
  const { top, height } = scene.lanes.find((it) => it.team === found) ?? { top: 0, height: 0 };
  return (await baton.at(0, top + height / 2)).y;
}

/** Pans by the wheel until every one of these columns is in sight and clear of the edges. */
async function bringIntoSight(...names: string[]): Promise<void> {
  const stage = await boxOf(baton.page.locator('.stage'));
  const [least, most] = [stage.x + HEADS + EDGE, stage.x + stage.width - EDGE];
  const places = async () => Promise.all(names.map(async (it) => (await baton.at(xOf(it), 0)).x));
  const seen = (at: number[]) => Math.min(...at) > least && Math.max(...at) < most;
  const now = await places();
  if (seen(now)) return;
  await go({ x: (least + most) / 2, y: stage.y + stage.height / 2 });
  await baton.page.mouse.wheel((Math.min(...now) + Math.max(...now) - least - most) / 2, 0);
  await expect.poll(async () => seen(await places()), { message: names.join(', ') }).toBe(true);
  await baton.idle();
}

/** Types into a field of the inspector; it is kept by pressing somewhere else. */
async function enter(label: string, value: string): Promise<void> {
  await baton.field(label).click();
  await baton.type(value);
}

async function choose(label: string, key: string): Promise<void> {
  const field = baton.field(label);
  if ((await field.inputValue()) !== key) await field.selectOption(key);
  await baton.idle();
}

async function leaveFields(): Promise<void> {
  await inspector().getByRole('heading', { level: 2 }).click();
  await baton.idle();
}

async function nameIt(name: string, of: RegExp): Promise<void> {
  await baton.page.getByRole('textbox', { name: of }).waitFor();
  await baton.type(name);
  await clickGround();
}

it('the six teams: three are renamed, three are put in', async () => {
  await baton.newEngagement();
  await zoomOut();
  const names = sample.lanes.map((it) => it.name);
  for (const [at, old] of ['Team A', 'Team B', 'Team C'].entries()) {
    const head = await baton.middle(team(old));
    await go(head);
    await baton.page.mouse.dblclick(head.x, head.y);
    await nameIt(names[at] ?? '', /^Name of Team/);
    await team(names[at] ?? '').waitFor();
  }
  // The plus below the last head, then the plus between two heads, then the palette.
  const { x, y, height } = await boxOf(team(names[2] ?? ''));
  for (const name of [names[4] ?? '', names[3] ?? '', names[5] ?? '']) {
    if (name === names[5]) await baton.tool('Lane').click();
    else await clickAt({ x: x + 17, y: y + height });
    await nameIt(name, /^Name of New team/);
    await team(name).waitFor();
  }
  for (const { name } of sample.lanes.filter((it) => it.external)) {
    await clickAt(await baton.middle(team(name)));
    await baton.field('External party').click();
    await leaveFields();
  }
  const teams = new Map((await baton.records('team')).map((it) => [it.id, it]));
  const shown = (await baton.opened()).scene.lanes.map((it) => teams.get(it.team));
  expect(shown.map((it) => [it?.name, it?.external])).toEqual(
    sample.lanes.map((it) => [it.name, it.external ?? false]),
  );
});

it('every step is dragged from the palette into its lane, and named', async () => {
  const drop = async (tool: string, name: string, lane: string) => {
    await bringIntoSight(name);
    const { x } = await baton.at(xOf(name), 0);
    await baton.drag(await baton.middle(baton.tool(tool)), { x, y: await middleOf(lane) });
  };
  await drop('Start', FIRST, teamOf('MKT'));
  for (const { name, lane } of sample.steps) {
    await drop('Step', name, teamOf(lane));
    await nameIt(name, /^Name of New step/);
    await step(name).waitFor();
  }
  await drop('End', LAST, teamOf('CSM'));
  const lanes = new Map((await baton.records('lane')).map((it) => [it.id, it.team]));
  const teams = new Map((await baton.records('team')).map((it) => [it.id, it.name]));
  const drawn = (await baton.records('step')).map((it) => {
    return [it.shape, it.name, teams.get(lanes.get(it.lane) ?? 0)];
  });
  expect(drawn).toEqual(placeRows);
});

it('what is known of each step is entered in the inspector', async () => {
  for (const { name, pt, span, ca, va, people } of sample.steps) {
    await bringIntoSight(name);
    await clickAt(await baton.middle(step(name)));
    await inspector().getByRole('heading', { level: 2, name }).waitFor();
    await enter('Process time', `${pt} min`);
    if (span !== pt) await enter('Start to finish', `${span} min`);
    if (people !== undefined) {
      await baton.field('People at work').dblclick();
      await baton.type(String(people));
    }
    await enter('%C&A', `${ca} %`);
    await choose('Value', va);
    await clickGround();
  }
  const known = (await baton.records('step')).filter((it) => it.shape === 'step');
  expect(
    known.map((it) => [
      it.name,
      it.processTime?.usual,
      it.span?.usual ?? it.processTime?.usual,
      it.completeAccurate?.usual,
      it.value,
      it.people,
    ]),
  ).toEqual(stepRows);
});

/** Selects a step, takes the handle at its right and lets it go in the middle of another. */
async function lead(from: string, to: string): Promise<void> {
  await bringIntoSight(from, to);
  await clickAt(await baton.middle(step(from)));
  const { x, y, width, height } = await boxOf(step(from));
  const handle = { x: x + width + 11, y: y + height / 2 };
  await go(handle);
  await baton.drag(handle, await baton.middle(step(to)));
}

it('every connector is led by hand, and what is known of it is entered', async () => {
  for (const it of connectors) {
    await lead(nameOf(it.from), nameOf(it.to));
    await baton.field('Kind').waitFor();
    await choose('Kind', it.kind);
    if (it.p !== undefined) await enter('How often', `${it.p * 100} %`);
    if (it.label !== undefined) await enter('Label', it.label);
    if (it.wait !== undefined) await enter('Wait', `${it.wait} min`);
    if (it.delay !== undefined) await choose('Why it waits', it.delay);
    if (it.interval !== undefined) await enter('A batch runs every', `${it.interval} min`);
    if (it.primary) {
      // What the field before it keeps would push the row away under the press.
      await leaveFields();
      await baton.field('The timeline follows this branch').click();
    }
    await clickGround();
  }
  const names = new Map((await baton.records('step')).map((it) => [it.id, it.name]));
  const drawn = (await baton.records('connector')).map((it) => ({
    from: names.get(it.from),
    to: names.get(it.to),
    flow: it.flow,
    p: it.probability,
    wait: it.wait?.usual ?? null,
    cause: it.cause,
    interval: it.batchInterval,
    label: it.label,
    primary: it.primary,
  }));
  expect(drawn).toEqual(connectorRows);
});

it('the figures are those of the specification', async () => {
  const { figures } = await baton.opened();
  const { timeline } = figures;
  expect(figures).toMatchObject({ steps: 19, handoffs: 9, returnHandoffs: 5, reworkLoops: 5 });
  expect(timeline).toMatchObject({ leadTime: 16_570, processTime: 747, unknown: [] });
  expect(timeline).toMatchObject({ totalProcessTime: 767, totalEffort: 827, handoffsOnPath: 7 });
  expect(timeline?.activityRatio).toBeCloseTo(4.51, 2);
  expect(timeline?.valueAddedShare).toBeCloseTo(3.53, 2);
  expect(timeline?.rolledCompleteAccurate).toBeCloseTo(3.665, 3);
  const ladder = baton.page.getByRole('region', { name: 'Ladder' });
  await ladder.getByText('Lead time 34.5 d').waitFor();
  await ladder.getByText('Activity ratio 4.5 %').waitFor();
  await baton.page.getByText('19 steps · 9 handoffs · 5 rework loops').waitFor();
  await baton.page.getByRole('contentinfo').getByText('Rolled %C&A 3.7 %').waitFor();
});
