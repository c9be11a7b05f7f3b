// Gestures on the flow: steps into a line, the next step at a handle, ends and bends of a line.
import { beforeEach, describe, expect, it } from 'vitest';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { alongLine } from '../geometry/along.ts';
import { handlesOf, staysAt } from './handles.ts';
import { lineHandlesOf } from './line_handles.ts';
import { touched } from './twice.ts';
import { run } from '../actions.ts';

// Close (200|72) → Kick off (600|72) in one lane, Kick off → Bill two lanes down; Loose is loose.
const PLAN = {
  lanes: ['Sales', 'Onboarding', 'Finance'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 0, x: 600 },
    { id: 103, name: 'Bill', lane: 2, x: 600 },
    { id: 104, name: 'Loose', lane: 1, x: 200 },
    { id: 105, name: 'Go', lane: 1, x: 900, shape: 'start' as const },
  ],
  connectors: [
    { id: 90, from: 101, to: 102 },
    { id: 91, from: 102, to: 103, handoff: 100 },
  ],
};

let hands: Hands;
beforeEach(async () => {
  hands = await Hands.on(PLAN);
});
const applied = () => hands.kernel.applied;
const picture = () => hands.app.draft.picture;

describe('a step over a line', () => {
  it('that is loose lights the line and goes into it, in one edit', async () => {
    hands.press(200, 216).move(300, 150).move(400, 76);
    expect(picture().target).toBe(90);
    await hands.lift(400, 76);
    expect(applied()).toEqual([
      {
        do: 'splice',
        connector: 90,
        step: { to: 'step', step: 104 },
        moved: [{ step: 104, lane: laneId(0), place: { x: 400, y: 76 } }],
      },
    ]);
  });

  it('makes room where the next step stands too near, and keeps the order of what follows', async () => {
    await hands.drag([200, 216], [500, 76]);
    const [command] = applied();
    const moved = command?.do === 'splice' ? command.moved : [];
    expect(moved.map(({ step, place }) => [step, place.x])).toEqual([
      [104, 500],
      [102, 704],
      [103, 704],
      [105, 1004],
    ]);
  });

  it('stands clear of the step before it where it was let go too near', async () => {
    await hands.drag([200, 216], [300, 76]);
    const [command] = applied();
    const moved = command?.do === 'splice' ? command.moved : [];
    expect(moved).toEqual([{ step: 104, lane: laneId(0), place: { x: 404, y: 76 } }]);
  });

  it('that is wired already is only moved', async () => {
    await hands.drag([600, 360], [400, 76]);
    expect(applied()).toMatchObject([{ do: 'moveSteps' }]);
  });

  it('that is a start, and one beside the line, are only moved', async () => {
    await hands.drag([900, 216], [400, 72]);
    await hands.drag([200, 216], [400, 100]);
    expect(applied().map((it) => it.do)).toEqual(['moveSteps', 'moveSteps']);
  });

  it('is let go of by Escape with nothing sent', async () => {
    hands.press(200, 216).move(300, 150).move(400, 72);
    hands.escape();
    await hands.lift(400, 72);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('from the palette goes into it too', async () => {
    hands.app.view.arm('decision');
    hands.move(400, 72);
    expect(picture().target).toBe(90);
    await hands.click(400, 72);
    const place = { x: 400, y: 72 };
    expect(applied()).toMatchObject([
      { do: 'splice', connector: 90, step: { to: 'newStep', shape: 'decision', place }, moved: [] },
    ]);
  });

  it('from the palette that is an end is put beside it', async () => {
    hands.app.view.arm('end');
    hands.move(400, 72);
    await hands.click(400, 72);
    expect(applied()).toMatchObject([{ do: 'addStep', shape: 'end' }]);
  });
});

describe('the handles of a step', () => {
  const handle = (side: string) => handlesOf(hands.app).find((it) => it.side === side)!;

  it.each([
    ['right', { lane: laneId(0), place: { x: 804, y: 72 } }],
    ['down', { lane: laneId(1), place: { x: 600, y: 72 } }],
  ])('clicked at the %s make the next step there', async (side, where) => {
    hands.app.view.hover(102);
    const { x, y } = handle(side);
    await hands.click(x, y);
    expect(applied()).toMatchObject([{ do: 'connect', from: 102, to: { to: 'newStep', ...where } }]);
    expect(hands.app.view.editing?.id).toBe(hands.app.view.single);
  });

  it('begin a line where there is no lane, and at the left', async () => {
    for (const side of ['up', 'left']) {
      hands.app.view.hover(101);
      const { x, y } = handle(side);
      await hands.click(x, y);
      expect(applied()).toEqual([]);
      expect(hands.app.hand.busy).toBe(true);
      hands.escape();
    }
  });

  it('an end has none, and Tab does nothing there', async () => {
    hands.app.view.arm('select');
    run(hands.app, 'map.become.end');
    hands.app.view.select([105]);
    expect(handlesOf(hands.app)).toHaveLength(4);
    hands.app.mirror.open({
      ...hands.kernel.file,
      records: hands.kernel.file.records.map((it) => (it.id === 105 ? { ...it, shape: 'end' } : it) as never),
    });
    expect(handlesOf(hands.app)).toEqual([]);
    run(hands.app, 'map.growRight');
    await hands.idle();
    expect(applied()).toEqual([]);
  });
});

describe('a selected line', () => {
  const end = (which: string) =>
    lineHandlesOf(hands.app).find((it) => it.what.is === 'end' && it.what.end === which)!;

  it.each([
    ['to', 104],
    ['from', 105],
  ])('is attached elsewhere by its %s end', async (which, step) => {
    hands.app.view.select([100]);
    const { x, y } = end(which);
    const target: [number, number] = step === 104 ? [200, 216] : [900, 216];
    hands.press(x, y).move(x + 8, y + 8).move(...target);
    expect(picture().target).toBe(step);
    await hands.lift(...target);
    expect(applied()).toEqual([
      { do: 'editConnector', connector: 91, edit: { field: which, value: step } },
    ]);
  });

  it('is taken by its end though the step there shows handles of its own', async () => {
    hands.app.view.select([100]);
    hands.app.view.hover(103);
    const own = handlesOf(hands.app).find(({ side }) => side === 'up')!;
    // As the kernel draws it: up to the edge of the step.
    const drawn = hands.app.mirror.drawnOf(91).find(({ line }) => line.length > 0)!;
    Object.assign(drawn, { line: [[600, 100], [600, own.y + 11]] });
    const { x, y } = end('to');
    expect(Math.hypot(own.x - x, own.y - y)).toBeLessThan(9);
    hands.press(x, y).move(x + 8, y + 8).move(200, 216);
    await hands.lift(200, 216);
    expect(applied()).toEqual([
      { do: 'editConnector', connector: 91, edit: { field: 'to', value: 104 } },
    ]);
  });

  it('has a piece between two corners that moves sideways, by its handle or anywhere on it', async () => {
    const line = [[664, 72], [720, 72], [720, 200], [664, 200]] as const;
    Object.assign(hands.app.mirror.scene.get('connector', 90)!, { line });
    const corners = (x: number) => [
      { lane: laneId(0), place: { x, y: 72 } },
      { lane: laneId(1), place: { x, y: 56 } },
    ];
    hands.app.view.select([90]);
    await hands.drag([720, 136], [760, 150]);
    expect(applied().at(-1)).toEqual(
      { do: 'editConnector', connector: 90, edit: { field: 'bends', value: corners(760) } },
    );
    // Once more: the bends that it left go along.
    Object.assign(hands.app.mirror.scene.get('connector', 90)!, {
      line: [[664, 72], [760, 72], [760, 200], [664, 200]],
      bounds: { x: 660, y: 68, w: 104, h: 136 },
    });
    await hands.drag([760, 170], [800, 160]);
    expect(applied().at(-1)).toMatchObject({ edit: { value: corners(800) } });
    // A corner behind it that is no step's own stays, too.
    Object.assign(hands.app.mirror.scene.get('connector', 90)!, {
      line: [[664, 72], [800, 72], [800, 200], [600, 200], [600, 240], [664, 240]],
      bounds: { x: 600, y: 68, w: 204, h: 176 },
    });
    await hands.drag([800, 136], [740, 150]);
    expect(applied().at(-1)).toMatchObject({
      edit: { value: [...corners(740), { lane: laneId(1), place: { x: 600, y: 56 } }] },
    });
  });

  it('stays as it is when its end is let go on the ground, where it was, or by Escape', async () => {
    hands.app.view.select([91]);
    const { x, y } = end('to');
    await hands.drag([x, y], [800, 300]);
    await hands.drag([x, y], [600, 370]);
    hands.press(x, y).move(x + 9, y).move(200, 216);
    hands.escape();
    await hands.lift(200, 216);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('is bent at the middle of a piece, carried by the lane, and finds its own way again', async () => {
    hands.app.view.select([90]);
    const middle = lineHandlesOf(hands.app).find((it) => it.what.is === 'bend')!;
    expect([middle.x, middle.y]).toEqual([400, 72]);
    await hands.drag([400, 72], [420, 200]);
    const bends = [{ lane: laneId(1), place: { x: 420, y: 56 } }];
    expect(applied()).toEqual([
      { do: 'editConnector', connector: 90, edit: { field: 'bends', value: bends } },
    ]);
    // The bend itself can be taken and moved.
    await hands.drag([420, 200], [430, 100]);
    expect(applied()[1]).toMatchObject({
      edit: { value: [{ lane: laneId(0), place: { x: 430, y: 100 } }] },
    });
    // Twice on it takes it out again.
    await touched(hands.app, hands.at(430, 100));
    expect(applied()[2]).toMatchObject({ connector: 90, edit: { field: 'bends', value: [] } });
    await hands.drag([400, 72], [420, 200]);
    // Whoever has not seen it, because the line was not selected, means something else.
    await touched(hands.app, hands.at(420, 200), new Set());
    expect(applied()[4]).not.toMatchObject({ do: 'editConnector' });
    hands.app.view.select([90]);
    run(hands.app, 'map.ownWay');
    await hands.idle();
    expect(applied().at(-1)).toMatchObject({ edit: { field: 'bends', value: [] } });
    const before = applied().length;
    run(hands.app, 'map.ownWay');
    expect(applied()).toHaveLength(before);
  });

  it('loses a bend that is dragged straight, and none where a piece is pulled along itself', async () => {
    hands.app.view.select([90]);
    await hands.drag([400, 72], [420, 200]);
    // As one drags who lets things snap.
    const pull = async (from: [number, number], to: [number, number]) => {
      const last = { ...hands.at(...to), free: false };
      hands.press(...from).move(from[0] + 5, from[1] + 5).app.hand.move(last);
      await hands.app.hand.lift(last);
      await hands.idle();
    };
    await pull([420, 200], [430, 75]);
    expect(applied()[1]).toMatchObject({ connector: 90, edit: { field: 'bends', value: [] } });
    await pull([400, 72], [440, 74]);
    expect(applied()).toHaveLength(2);
  });

  it('has no handle under its pill, and none when it cannot be changed', () => {
    hands.app.view.select([100]);
    const pill = hands.app.mirror.scene.get('handoff', 100)!.bounds;
    const bends = lineHandlesOf(hands.app).filter((it) => it.what.is === 'bend');
    expect(bends).toHaveLength(1);
    expect(bends[0]!.y < pill.y || bends[0]!.y > pill.y + pill.h).toBe(true);
    hands.app.mirror.open({ ...hands.kernel.file, readOnly: true });
    expect(lineHandlesOf(hands.app)).toEqual([]);
  });

  it('counts how far along a bend lies', () => {
    const line = [[0, 0], [10, 0], [10, 20]] as const;
    expect(alongLine({ x: 4, y: 3 }, line)).toBe(4);
    expect(alongLine({ x: 12, y: 5 }, line)).toBe(15);
    expect(alongLine({ x: 10, y: 99 }, line)).toBe(30);
  });
});

it('a slow hand reaches a handle: the step is hovered until the pointer is past its handles', () => {
  const { app } = hands;
  app.view.hover(101);
  const right = handlesOf(app).find(({ side }) => side === 'right')!;
  for (let x = 200; x <= right.x; x += 1) expect(staysAt(app, { x, y: right.y }), `${x}`).toBe(true);
  expect(staysAt(app, { x: right.x + 12, y: right.y })).toBe(false);
});
