// A hand that does anything, from a seed: presses, drags, keys, in any order. Whatever it does, the
// page makes no mistake, the kernel refuses only with a reason, and undo leads back to the start.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Failure, RefusalCode } from '../../ui/src/contract.ts';
import { Baton, type Point } from './baton.ts';

const LONG = Boolean(process.env.BATON_LONG);
const GESTURES = LONG ? 5000 : 300;
const SEED = Number(process.env.BATON_SEED ?? 7);
/** A map that has grown beyond this is emptied, so that the hand keeps hitting things. */
const MOST_STEPS = 90;

/** What the kernel says no to, and a captured line that cannot be read. */
const REFUSALS: readonly (RefusalCode | 'notRead')[] = [
  'notRead',
  'noSuchRecord',
  'differentStates',
  'connectorWouldLoop',
  'alreadyConnected',
  'startTakesNothing',
  'endGivesNothing',
  'outOfBounds',
  'rangeOutOfOrder',
  'tooManyLanes',
  'nameTaken',
  'cannotDelete',
  'importInvalid',
  'locked',
  'nothingToDo',
];

const KEYS =
  'Tab Tab Tab Enter Enter Escape Escape Delete F2 ArrowRight ArrowLeft ArrowUp ArrowDown ' +
  'Shift+ArrowRight Alt+ArrowRight Alt+ArrowLeft Alt+ArrowDown Alt+ArrowUp Control+ArrowRight ' +
  'Control+ArrowUp Control+ArrowDown Control+d Control+d Control+c Control+x Control+v Control+v ' +
  'Control+z Control+z Control+z Control+Shift+z Control+Shift+z Control+l Control+a ' +
  'Control+Shift+ArrowLeft Control+Shift+ArrowUp Control+Shift+ArrowDown Control+Alt+m ' +
  'Control+Alt+h Control+Alt+v Control+Shift+t Alt+Shift+s Alt+Shift+d Alt+Shift+b Alt+Shift+e ' +
  'Alt+Shift+l Alt+Shift+c Alt+Shift+f Alt+Shift+w Alt+Shift+ArrowUp Alt+Shift+ArrowDown ' +
  'Alt+s Alt+d Alt+e Alt+c Alt+v Alt+l Alt+w Alt+p s d e c v Shift+1 Shift+2 Shift+0 a n x';
const KEY_LIST = KEYS.split(' ');

/** Mulberry32: the same numbers from the same seed everywhere. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let baton: Baton;
const failures: Failure[] = [];
const random = numbers(SEED);
const done: string[] = [];

const chance = (share: number): boolean => random() < share;
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

beforeAll(async () => {
  baton = await Baton.start();
  await baton.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  baton.page.on('response', (answer) => {
    if (answer.status() < 400) return;
    // A pattern is tried for the list while the hand has already changed the map; nobody is told.
    if (answer.request().postData()?.includes('tryPattern')) return;
    void answer.json().then((it: Failure) => failures.push(it));
  });
  await baton.newEngagement();
});

afterAll(async () => {
  await baton.end();
});

/** Somewhere on the stage, most often on or beside a thing. */
async function somewhere(): Promise<Point> {
  const stage = await baton.page.locator('section.stage').boundingBox();
  if (!stage) throw new Error('the map is shown');
  const boxes = await baton.page.evaluate(() =>
    [...document.querySelectorAll('.spoken')].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  if (chance(0.3) || boxes.length === 0) {
    return { x: stage.x + random() * stage.width, y: stage.y + random() * (stage.height - 90) };
  }
  const { x, y, width, height } = oneOf(boxes);
  const on = { x: x + width * random(), y: y + height * random() };
  const beside = { x: x + width + 11, y: y + height / 2 };
  const at = chance(0.25) ? beside : on;
  const within = (value: number, least: number, size: number) =>
    Math.min(Math.max(value, least + 2), least + size - 3);
  return { x: within(at.x, stage.x, stage.width), y: within(at.y, stage.y, stage.height - 90) };
}

async function dragging(): Promise<void> {
  const { mouse, keyboard } = baton.page;
  const [from, to] = [await somewhere(), await somewhere()];
  const held = oneOf(['', '', '', '', 'Alt', 'Shift', 'Control', ' ']);
  const button = chance(0.05) ? 'middle' : 'left';
  note(`drag ${held} ${Math.round(from.x)},${Math.round(from.y)} ${Math.round(to.x)},${Math.round(to.y)}`);
  await mouse.move(from.x, from.y);
  if (held) await keyboard.down(held);
  await mouse.down({ button });
  await mouse.move(to.x, to.y, { steps: 3 });
  if (chance(0.15)) await keyboard.press('Escape');
  await mouse.up({ button });
  if (held) await keyboard.up(held);
}

async function clicking(): Promise<void> {
  const { mouse, keyboard } = baton.page;
  const { x, y } = await somewhere();
  const how = oneOf(['click', 'click', 'click', 'twice', 'shift', 'right']);
  note(`${how} ${Math.round(x)},${Math.round(y)}`);
  if (how === 'twice') return mouse.dblclick(x, y);
  if (how === 'shift') await keyboard.down('Shift');
  await mouse.click(x, y, how === 'right' ? { button: 'right' } : {});
  if (how === 'shift') await keyboard.up('Shift');
}

async function wheeling(): Promise<void> {
  const { mouse, keyboard } = baton.page;
  const { x, y } = await somewhere();
  note('wheel');
  await mouse.move(x, y);
  if (chance(0.5)) await keyboard.down('Control');
  await mouse.wheel((random() - 0.5) * 400, (random() - 0.5) * 600);
  await keyboard.up('Control');
}

async function typing(): Promise<void> {
  note('type');
  await baton.page.keyboard.type(oneOf(['Check', 'Pay now', 'H-07', '= 1', '"quoted"', 'ü']));
}

async function pressing(): Promise<void> {
  const keys = oneOf(KEY_LIST);
  note(keys);
  await baton.page.keyboard.press(keys);
}

function note(what: string): void {
  done.push(what);
}

async function gesture(): Promise<void> {
  const kind = random();
  if (kind < 0.4) await pressing();
  else if (kind < 0.65) await dragging();
  else if (kind < 0.88) await clicking();
  else if (kind < 0.95) await typing();
  else await wheeling();
  await baton.idle();
}

const anyLocked = async () => (await baton.records('step')).some((it) => it.pinned);

/** What the view was told in patches is the map as the kernel has it, to the last bit of a single float. */
async function asTheKernelHasIt(said: string): Promise<void> {
  const seen = await baton.page.evaluate(() => window.batonTest?.drawn());
  const single = (_: string, value: unknown) => (typeof value === 'number' ? Math.fround(value) : value);
  const text = (it: unknown) => JSON.stringify(it, single);
  const { groups } = (await baton.opened()).scene;
  expect(seen?.map((it) => text(it.key)), said).toEqual(groups.map((it) => text(it.key)));
  const other = groups.filter((it, at) => text(it) !== text(seen?.[at]));
  expect(other, said).toEqual([]);
}

/** Takes the hand off whatever it holds. */
async function letGo(): Promise<void> {
  for (let times = 0; times < 5; times += 1) await baton.press('Escape');
}

it(
  `${GESTURES} gestures from seed ${SEED} lead nowhere one cannot come back from`,
  async () => {
    const start = await baton.opened();
    for (let count = 1; count <= GESTURES; count += 1) {
      await gesture();
      const last = () => `after ${count}: ${done.slice(-12).join(' | ')}`;
      expect(baton.wrongs, last()).toEqual([]);
      const strange = failures.filter((it) => !REFUSALS.includes(it.code as RefusalCode));
      expect(strange, last()).toEqual([]);
      if (count % 10 === 0) await asTheKernelHasIt(last());
      if (count % 10 !== 0 || (await baton.records('step')).length <= MOST_STEPS) continue;
      await letGo();
      await baton.press('Control+a');
      // What is locked is not deleted; the key locks first whatever is not.
      for (let times = 0; times < 2 && (await anyLocked()); times += 1) await baton.press('Control+l');
      await baton.press('Delete');
    }
    await letGo();
    const changed = await baton.opened();
    expect(changed.revision).toBeGreaterThan(GESTURES / 10);
    for (let label = changed.history.undo; label !== null; ) {
      await baton.page.evaluate(() => fetch('ask', { method: 'POST', body: '{"ask":"undo"}' }));
      label = (await baton.opened()).history.undo;
    }
    await baton.idle();
    expect((await baton.opened()).records).toEqual(start.records);
    expect((await baton.opened()).scene).toEqual(start.scene);
  },
  LONG ? 3_600_000 : 240_000,
);
