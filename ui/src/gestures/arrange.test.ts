// Arranging, locking, copying by Alt, lanes, stages: what each sends.
import { beforeEach, describe, expect, it } from 'vitest';
import { action, run } from '../actions.ts';
import { context } from '../actions/context.ts';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { words } from '../words.ts';
import { beyond } from './edge_pan.ts';
import { touched } from './twice.ts';
import { under } from './under.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200, y: 60 },
    { id: 102, name: 'Check', lane: 0, x: 450, y: 80 },
    { id: 103, name: 'Plan', lane: 1, x: 800, y: 72 },
  ],
  connectors: [{ id: 90, from: 101, to: 102 }],
};

let hands: Hands;
beforeEach(async () => {
  hands = await Hands.on(PLAN);
});
const applied = () => hands.kernel.applied;
const places = () =>
  applied().flatMap((it) => (it.do === 'arrange' ? it.moves.map((m) => [m.step, m.place.x, m.place.y]) : []));

describe('arranging', () => {
  it.each<[string, number[][]]>([
    ['map.align.left', [[102, 200, 80], [103, 200, 72]]],
    ['map.align.centre', [[101, 500, 60], [102, 500, 80], [103, 500, 72]]],
    ['map.align.right', [[101, 800, 60], [102, 800, 80]]],
    ['map.align.top', [[102, 450, 60]]],
    ['map.align.middle', [[101, 200, 70], [102, 450, 70]]],
    ['map.align.bottom', [[101, 200, 80]]],
    ['map.spread.x', [[102, 500, 80]]],
    ['map.spread.y', []],
  ])('%s is one edit', async (id, moved) => {
    hands.app.view.select([101, 102, 103]);
    run(hands.app, id);
    await hands.idle();
    expect(places()).toEqual(moved);
    expect(applied().length).toBeLessThan(2);
  });

  it('needs two to line up and three to spread', async () => {
    hands.app.view.select([101]);
    run(hands.app, 'map.align.left');
    hands.app.view.select([101, 103]);
    run(hands.app, 'map.spread.x');
    await hands.idle();
    expect(applied()).toEqual([]);
  });

  it('leaves locked steps where they are', async () => {
    hands.app.view.select([103]);
    run(hands.app, 'map.lock');
    await hands.idle();
    hands.app.view.select([101, 102, 103]);
    run(hands.app, 'map.align.left');
    await hands.idle();
    expect(places()).toEqual([[102, 200, 80]]);
  });
});

it('everything in the menu at the pointer is a row of the table', () => {
  for (const id of context.flat()) expect(action(id).id).toBe(id);
});

describe('locking', () => {
  it('is one edit, and a drag of the locked step says why it stays', async () => {
    hands.app.view.select([101]);
    run(hands.app, 'map.lock');
    await hands.idle();
    expect(applied()).toEqual([{ do: 'lock', steps: [101], pinned: true }]);
    hands.press(200, 60).move(300, 60);
    expect(hands.app.draft.refusal).toContain('locked');
    await hands.lift(300, 60);
    expect(applied()).toHaveLength(1);
    expect(hands.app.draft.active).toBe(false);
    hands.app.view.select([101]);
    run(hands.app, 'map.lock');
    await hands.idle();
    expect(applied()[1]).toEqual({ do: 'lock', steps: [101], pinned: false });
  });

  it('holds a step back while the rest of the selection moves', async () => {
    hands.app.view.select([101]);
    run(hands.app, 'map.lock');
    await hands.idle();
    hands.app.view.select([101, 103]);
    await hands.drag([800, 216], [820, 216]);
    expect(applied()[1]).toMatchObject({ do: 'moveSteps', moves: [{ step: 103, place: { x: 820, y: 72 } }] });
  });
});

describe('copies', () => {
  it('are dragged away with Alt, what they are of stays', async () => {
    hands.app.view.select([101, 102]);
    hands.press(200, 60, { alt: true }).move(240, 80).move(200, 210);
    expect(hands.app.draft.picture.copies.map(({ box }) => [box.x, box.y])).toEqual([
      [136, 176],
      [386, 196],
    ]);
    await hands.lift(200, 210);
    const [command] = applied();
    if (command?.do !== 'duplicate') throw new Error('it duplicates');
    expect(command.records.flatMap((it) => (it.kind === 'step' ? [[it.lane, it.place]] : []))).toEqual([
      [laneId(1), { x: 200, y: 66 }],
      [laneId(1), { x: 450, y: 86 }],
    ]);
    expect(hands.app.mirror.step(101)?.place).toEqual({ x: 200, y: 60 });
    expect(hands.app.view.selection.size).toBe(2);
    expect(hands.app.view.selection.has(101)).toBe(false);
    // What joins the copied steps is copied with them.
    expect(hands.app.mirror.all('connector')).toHaveLength(2);
  });

  it('are dropped by Escape', async () => {
    hands.press(200, 60, { alt: true }).move(240, 80).move(200, 210);
    hands.escape();
    await hands.lift(200, 210);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('are made by key, and again as far away as the last was moved', async () => {
    hands.app.view.select([101]);
    run(hands.app, 'edit.duplicate');
    await hands.idle();
    const first = hands.app.mirror.step(hands.app.view.single ?? -1);
    expect(first?.place).toEqual({ x: 200, y: 160 });
    await hands.app.apply({
      do: 'moveSteps',
      moves: [{ step: first?.id ?? 0, lane: laneId(0), place: { x: 500, y: 60 } }],
    });
    run(hands.app, 'edit.duplicate');
    await hands.idle();
    expect(hands.app.mirror.step(hands.app.view.single ?? -1)?.place).toEqual({ x: 800, y: 60 });
  });

  it('made by key go on from where Alt put the last ones', async () => {
    hands.app.view.select([101, 102]);
    hands.press(200, 60, { alt: true }).move(240, 80).move(300, 60);
    await hands.lift(300, 60);
    run(hands.app, 'edit.duplicate');
    await hands.idle();
    const places = [...hands.app.view.selection].map((id) => hands.app.mirror.step(id)?.place);
    expect(places).toEqual([
      { x: 400, y: 60 },
      { x: 650, y: 80 },
    ]);
  });

  it('made by key stand in their lane below what they are of and what stands there', async () => {
    const duplicated = async (...ids: number[]) => {
      hands.app.view.select(ids);
      run(hands.app, 'edit.duplicate');
      await hands.idle();
      const made = [...hands.app.view.selection].map((id) => hands.app.mirror.step(id));
      return made.map((it) => [it?.lane, it?.place.x, it?.place.y]);
    };
    // 26 to 114 is what both take together.
    expect(await duplicated(101, 102)).toEqual([
      [laneId(0), 200, 180],
      [laneId(0), 450, 200],
    ]);
    expect(await duplicated(103)).toEqual([[laneId(1), 800, 172]]);
    expect(await duplicated(103)).toEqual([[laneId(1), 800, 272]]);
    // Once more of the copy: as far again.
    run(hands.app, 'edit.duplicate');
    await hands.idle();
    expect(hands.app.mirror.step(hands.app.view.single ?? -1)?.place).toEqual({ x: 800, y: 472 });
  });

  it('of a locked step are made at the same distance', async () => {
    await hands.app.apply({ do: 'lock', steps: [101], pinned: true });
    hands.press(200, 60, { alt: true }).move(240, 60).move(300, 60);
    await hands.lift(300, 60);
    run(hands.app, 'edit.duplicate');
    await hands.idle();
    expect(hands.app.mirror.step(hands.app.view.single ?? -1)?.place).toEqual({ x: 400, y: 60 });
  });
});

describe('lanes and stages', () => {
  it('a lane is put in between two by the plus at their heads', async () => {
    const between = hands.app.camera.toClient({ x: 0, y: 144 }).y;
    const here = { ...hands.at(0, 0), client: { x: 16, y: between } };
    expect(under(hands.app, here)).toEqual({ is: 'between', at: 1 });
    hands.app.hand.press(here, 0);
    await hands.app.hand.lift(here);
    await hands.idle();
    expect(applied()).toMatchObject([{ do: 'addTeam', at: 1 }]);
  });

  it('a lane is put in above or below the selected one by key', async () => {
    hands.app.view.select([laneId(1)]);
    run(hands.app, 'map.laneAbove');
    run(hands.app, 'map.lane');
    await hands.idle();
    expect(applied()).toMatchObject([
      { do: 'addTeam', at: 1 },
      { do: 'addTeam', at: 2 },
    ]);
  });

  it('one team is looked at alone until Escape', () => {
    hands.app.view.select([103]);
    run(hands.app, 'map.spotlight');
    expect(hands.app.view.spotlight).toBe(laneId(1));
    run(hands.app, 'quiet.escape');
    expect([hands.app.view.spotlight, hands.app.view.single]).toEqual([null, 103]);
  });

  it('stages are added, their borders dragged, their names edited by a double click', async () => {
    run(hands.app, 'map.stage');
    await hands.idle();
    expect(applied()).toMatchObject([{ do: 'addStage', until: 1100 }]);
    const stage = hands.app.mirror.all('stage')[0]!;
    expect(hands.app.view.editing?.id).toBe(stage.id);
    hands.app.view.edit(null);
    hands.app.camera.set({ x: 136, y: 30, k: 1 });
    await touched(hands.app, hands.at(300, -15));
    expect(hands.app.view.editing?.id).toBe(stage.id);
    hands.app.view.edit(null);
    await hands.drag([1099, -15], [900, -15]);
    expect(applied()[1]).toEqual({ do: 'moveStage', stage: stage.id, until: 901 });
    run(hands.app, 'map.stage');
    await hands.idle();
    expect(applied()[2]).toMatchObject({ do: 'addStage', until: 1500 });
  });

  it('a stage is cut before the step that is selected', async () => {
    run(hands.app, 'map.stage');
    await hands.idle();
    hands.app.view.edit(null);
    const stage = hands.app.mirror.all('stage')[0]!;
    const step = hands.app.mirror.steps.toSorted((a, b) => b.place.x - a.place.x)[0]!;
    hands.app.view.select([step.id]);
    run(hands.app, 'map.stage');
    await hands.idle();
    const at = hands.app.mirror.scene.get('step', step.id)!.bounds.x - 38;
    expect(applied()[1]).toEqual({ do: 'splitStage', stage: stage.id, name: words.newStage, at });
  });

  it('a step becomes another kind in place', async () => {
    hands.app.view.select([101]);
    run(hands.app, 'map.become.step');
    run(hands.app, 'map.become.decision');
    await hands.idle();
    expect(applied()).toEqual([
      { do: 'editStep', step: 101, edit: { field: 'shape', value: 'decision' } },
    ]);
  });
});

it.each([
  ['in the middle nothing is pulled', 0, 0, 0],
  ['a drag that begins at the edge is not', -9, -9, 0],
  ['nor when it goes back', -4, -9, 0],
  ['but when it goes out farther', -12, -9, -12],
  ['and when it came from inside', 5, 0, 5],
])('the ground at the edge: %s', (_, now, before, pulled) => {
  expect(beyond(now, before)).toBe(pulled);
});
