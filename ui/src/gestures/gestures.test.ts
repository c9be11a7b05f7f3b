// Gestures by a scripted pointer: what each sends, and that Escape leaves everything as it was.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../actions.ts';
import { Hands } from '../testing/hands.ts';
import { laneId } from '../testing/map.ts';
import { besideSteps } from './stage_border.ts';

const PLAN = {
  lanes: ['Sales', 'Onboarding', 'Finance'],
  steps: [
    { id: 101, name: 'Close', lane: 0, x: 200 },
    { id: 102, name: 'Kick off', lane: 1, x: 200 },
    { id: 103, name: 'Bill', lane: 2, x: 500 },
  ],
  connectors: [{ id: 90, from: 101, to: 102, handoff: 100 }],
};

let hands: Hands;

beforeEach(async () => {
  hands = await Hands.on(PLAN);
});

const applied = () => hands.kernel.applied;
const selected = () => [...hands.app.view.selection];

describe('moving steps', () => {
  it('sends one command with the lane the centre is in', async () => {
    await hands.drag([200, 72], [320, 226]);
    expect(applied()).toEqual([
      { do: 'moveSteps', moves: [{ step: 101, lane: laneId(1), place: { x: 320, y: 82 } }] },
    ]);
    expect(hands.app.draft.active).toBe(false);
    expect(hands.app.mirror.step(101)?.lane).toBe(laneId(1));
  });

  it('moves what is selected together, each into its own lane', async () => {
    await hands.click(200, 72);
    await hands.click(500, 360, true);
    await hands.drag([500, 360], [560, 216]);
    expect(applied()).toEqual([
      {
        do: 'moveSteps',
        moves: [
          { step: 101, lane: laneId(0), place: { x: 260, y: 58 } },
          { step: 103, lane: laneId(1), place: { x: 560, y: 72 } },
        ],
      },
    ]);
  });

  it('leaves a step at the foot of its lane where it was let go, and the lane grows', async () => {
    await hands.drag([200, 72], [200, 140]);
    expect(applied()).toMatchObject([{ moves: [{ lane: laneId(0), place: { x: 200, y: 140 } }] }]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('leaves a step below the last lane in the last lane', async () => {
    await hands.drag([200, 72], [200, 900]);
    expect(applied()).toMatchObject([{ moves: [{ lane: laneId(2) }] }]);
  });

  it('keeps to one axis with Shift', async () => {
    // Shift is pressed after the step was taken, or it would take it out of the selection.
    hands.press(200, 72).move(210, 72).move(400, 90, true);
    await hands.lift(400, 90, true);
    expect(applied()).toMatchObject([{ moves: [{ place: { x: 400, y: 72 } }] }]);
  });

  it('sends nothing when it ends where it began', async () => {
    hands.press(200, 72).move(300, 100).move(200, 72);
    await hands.lift(200, 72);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('is dropped by Escape, and the answer on its way with it', async () => {
    const looked = hands.app.camera.position;
    hands.press(200, 72).move(300, 216);
    // The ground came along at the edge.
    hands.app.camera.pan(-60, 0);
    expect(hands.app.camera.position).not.toEqual(looked);
    hands.move(360, 216);
    expect(hands.app.draft.picture.grabbed.has(101)).toBe(true);
    expect(hands.app.draft.picture.lit).toBe(laneId(1));
    hands.escape();
    await hands.idle();
    await hands.lift(300, 216);
    expect(hands.app.draft.active).toBe(false);
    expect(applied()).toEqual([]);
    expect(hands.app.mirror.step(101)?.place).toEqual({ x: 200, y: 72 });
    expect(hands.app.camera.position).toEqual(looked);
  });

  it('is not sent when the preview refused it', async () => {
    hands.kernel.refuses = 'Not there.';
    hands.press(200, 72).move(300, 216);
    await hands.idle();
    expect(hands.app.draft.refusal).toBe('Not there.');
    await hands.lift(300, 216);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('is not possible in a file that is read only', async () => {
    hands.app.mirror.open({ ...hands.kernel.file, readOnly: true });
    await hands.drag([200, 72], [320, 216]);
    expect(applied()).toEqual([]);
    expect(selected()).toEqual([101]);
  });
});

describe('connecting', () => {
  it('drags from a handle to a step', async () => {
    hands.app.view.hover(102);
    const wanted = { do: 'connect', from: 102, to: { to: 'step', step: 103 } };
    hands.press(200 + 64 + 11, 216).move(290, 230).move(500, 350);
    await vi.waitFor(() => expect(hands.kernel.previewed.at(-1)).toEqual(wanted));
    expect(hands.app.draft.picture.target).toBe(103);
    expect(applied()).toEqual([]);
    await hands.lift(500, 350);
    expect(applied()).toEqual([wanted]);
  });

  it('drags to empty ground, asks what arrives, and makes it wired with the caret in its name', async () => {
    hands.app.view.hover(102);
    await hands.drag([275, 216], [700, 216]);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.picture.choice).not.toBe(null);
    // A second click on the spot takes what is offered first.
    await hands.click(700, 216);
    expect(applied()).toMatchObject([
      { do: 'connect', from: 102, to: { to: 'newStep', lane: laneId(1), place: { x: 700, y: 72 } } },
    ]);
    const made = hands.app.mirror.steps.at(-1);
    expect(selected()).toEqual([made?.id]);
    expect(hands.app.view.editing).toMatchObject({ id: made?.id, typed: null });
  });

  it('takes another kind where that is chosen, and nothing where Escape is pressed', async () => {
    hands.app.view.hover(102);
    await hands.drag([275, 216], [700, 216]);
    hands.app.draft.picture.choice?.pick('end');
    await hands.idle();
    expect(applied()).toMatchObject([{ do: 'connect', from: 102, to: { shape: 'end' } }]);
    hands.app.view.hover(102);
    await hands.drag([275, 216], [700, 280]);
    hands.escape();
    expect(hands.app.draft.active).toBe(false);
    expect(applied()).toHaveLength(1);
  });

  it('is dropped by a click elsewhere while it asks', async () => {
    hands.app.view.hover(102);
    await hands.drag([275, 216], [700, 216]);
    await hands.click(900, 60);
    expect(applied()).toEqual([]);
    expect(hands.app.draft.active).toBe(false);
  });

  it('clicks here and then there with the tool', async () => {
    hands.app.view.arm('connect');
    await hands.click(200, 216);
    hands.move(300, 300).move(500, 360);
    await hands.click(500, 360);
    expect(applied()).toEqual([{ do: 'connect', from: 102, to: { to: 'step', step: 103 } }]);
    expect(hands.app.view.tool).toBe('select');
  });

  it('taken for a step that is selected, goes from there to where one clicks', async () => {
    hands.app.view.select([102]);
    run(hands.app, 'tool.connect');
    await hands.click(500, 360);
    expect(applied()).toEqual([{ do: 'connect', from: 102, to: { to: 'step', step: 103 } }]);
    expect(hands.app.view.tool).toBe('select');
  });

  it('to itself is nothing', async () => {
    hands.app.view.hover(102);
    await hands.drag([275, 216], [210, 216]);
    expect(applied()).toEqual([]);
  });
});

describe('placing from the palette', () => {
  it('holds a ghost over the lit lane and puts the step there', async () => {
    hands.app.view.arm('decision');
    hands.move(640, 210);
    expect(hands.app.draft.picture.ghost?.shape).toBe('decision');
    expect(hands.app.draft.picture.lit).toBe(laneId(1));
    await hands.click(640, 210);
    expect(applied()).toMatchObject([
      { do: 'addStep', shape: 'decision', lane: laneId(1), place: { x: 640, y: 66 } },
    ]);
    expect(hands.app.view.tool).toBe('select');
  });

  it('stays armed when it was armed twice', async () => {
    hands.app.view.arm('step', true);
    hands.move(640, 72);
    await hands.click(640, 72);
    expect(hands.app.view.tool).toBe('step');
    hands.move(850, 72);
    await hands.click(850, 72);
    expect(applied()).toHaveLength(2);
  });

  it('makes nothing over the lane heads', async () => {
    hands.app.view.arm('step');
    hands.move(-60, 72);
    await hands.click(-60, 72);
    expect(applied()).toEqual([]);
  });

  it('goes back to selecting with Escape', () => {
    hands.app.view.arm('step');
    hands.move(640, 72);
    hands.escape();
    expect(hands.app.view.tool).toBe('select');
    expect(hands.app.draft.active).toBe(false);
  });
});

describe('selecting', () => {
  it('takes the topmost thing, adds with Shift, lets go on empty ground', async () => {
    await hands.click(200, 144);
    expect(selected()).toEqual([100]);
    await hands.click(200, 72, true);
    expect(selected()).toEqual([100, 101]);
    await hands.click(200, 72, true);
    expect(selected()).toEqual([100]);
    await hands.click(900, 72);
    expect(selected()).toEqual([]);
  });

  it('takes a connector by its line and a lane by its head', async () => {
    await hands.click(203, 125);
    expect(selected()).toEqual([90]);
    await hands.click(-60, 216);
    expect(selected()).toEqual([laneId(1)]);
  });

  it('by a rectangle takes what it touches; Escape gives back what was', async () => {
    await hands.click(500, 360);
    hands.press(100, 20).move(110, 30).move(300, 260);
    expect(selected()).toEqual([101, 102, 100]);
    hands.escape();
    expect(selected()).toEqual([103]);
    // The pill spans 150 to 250, the steps reach from 136 to 264.
    hands.press(100, 130).move(110, 140).move(151, 150);
    expect(selected()).toEqual([100]);
    hands.move(140, 183);
    expect(selected()).toEqual([102]);
    await hands.lift(130, 183);
    expect(selected()).toEqual([]);
  });

  it('by a rectangle takes a connector only whole, and a handoff for its own', async () => {
    hands = await Hands.on({
      lanes: ['Sales', 'Onboarding'],
      steps: [
        { id: 101, name: 'Close', lane: 0, x: 200 },
        { id: 102, name: 'Check', lane: 0, x: 450 },
        { id: 103, name: 'Plan', lane: 1, x: 450 },
      ],
      connectors: [
        { id: 90, from: 101, to: 102 },
        { id: 91, from: 102, to: 103, handoff: 100 },
      ],
    });
    hands.press(300, 20).move(310, 30).move(340, 110);
    expect(selected()).toEqual([]);
    hands.move(400, 110);
    expect(selected()).toEqual([102]);
    hands.escape();
    hands.press(190, 20).move(200, 30).move(470, 230);
    expect(new Set(selected())).toEqual(new Set([90, 101, 102, 103, 100]));
  });

  it('by a rectangle takes the thing whose mark it touches', () => {
    const mark = { ...hands.app.mirror.scene.get('step', 101)! };
    const bounds = { x: 255, y: 20, w: 25, h: 25 };
    hands.app.mirror.scene.put({ ...mark, key: { part: 'painPoint', id: 101 }, bounds });
    hands.app.mirror.scene.put({ ...mark, key: { part: 'note', id: 90 }, bounds: { ...bounds, x: 300 } });
    hands.press(400, 10).move(390, 15).move(290, 30);
    expect(selected()).toEqual([]);
    hands.move(275, 30);
    expect(selected()).toEqual([101]);
  });
});

describe('lanes', () => {
  it('are reordered by their heads', async () => {
    await hands.drag([-60, 72], [-60, 300]);
    expect(applied()).toEqual([{ do: 'moveLane', lane: laneId(0), to: 1 }]);
  });

  it('stay when the head is put back', async () => {
    await hands.drag([-60, 72], [-60, 130]);
    expect(applied()).toEqual([]);
  });

  it('are resized by the lower edge of the head', async () => {
    await hands.drag([-60, 144], [-60, 200]);
    expect(applied()).toEqual([{ do: 'resizeLane', lane: laneId(0), height: 200 }]);
  });
});

describe('panning', () => {
  it('is what a finger on empty ground does', async () => {
    hands.app.hand.finger = true;
    const before = hands.app.camera.position;
    hands.press(600, 300);
    hands.app.hand.move({ ...hands.at(0, 0), client: { x: 636, y: 300 } });
    hands.app.hand.move({ ...hands.at(0, 0), client: { x: 536, y: 300 } });
    expect(hands.app.camera.x).toBe(before.x - 200);
    expect(selected()).toEqual([]);
    hands.escape();
    expect(hands.app.camera.position).toEqual(before);
  });

  it('drags the ground with Space or the middle button, and Escape puts it back', async () => {
    const before = hands.app.camera.position;
    hands.app.hand.spaced = true;
    const client = { x: 600, y: 300 };
    hands.app.hand.press({ ...hands.at(0, 0), client }, 0);
    hands.app.hand.move({ ...hands.at(0, 0), client: { x: 500, y: 300 } });
    expect(hands.app.camera.x).toBe(before.x - 100);
    hands.escape();
    expect(hands.app.camera.position).toEqual(before);
    expect(applied()).toEqual([]);
  });
});

describe('the border of a stage', () => {
  const boxes = [{ x: 100, y: 0, w: 128, h: 68 }, { x: 260, y: 0, w: 128, h: 68 }];

  it('keeps clear of steps, on the side that is nearer', () => {
    expect(besideSteps(boxes, 150)).toBe(88);
    expect(besideSteps(boxes, 220)).toBe(240);
    expect(besideSteps(boxes, 244)).toBe(244);
  });

  it('goes where it is put when no free ground is near', () => {
    const long = [{ x: 0, y: 0, w: 128, h: 68 }, { x: 120, y: 0, w: 128, h: 68 }, { x: 230, y: 0, w: 128, h: 68 }];
    expect(besideSteps(long, 180)).toBe(180);
  });
});
