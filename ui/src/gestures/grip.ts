// What a press takes hold of: what a click on it does, and which gesture a drag of it is.

import type { App } from '../app.ts';
import type { RecordId } from '../contract.ts';
import { connect } from './connect.ts';
import { words } from '../words.ts';
import { duplicateSteps } from './duplicate.ts';
import { type At, type Gesture, refusing } from './gesture.ts';
import { grow, planGrowth } from './grow.ts';
import { type Handle, handleAt } from './handles.ts';
import { addLaneAt } from './lane.ts';
import { lineHandleAt } from './line_handles.ts';
import { marquee } from './marquee.ts';
import { moveLane } from './move_lane.ts';
import { moveSteps } from './move_steps.ts';
import { pan } from './pan.ts';
import { pullLine, pullPiece } from './reattach.ts';
import { resizeLane } from './resize_lane.ts';
import { moveBorder } from './stage_border.ts';
import { stepUnder, under } from './under.ts';

export interface Grip {
  /** At once. */
  press?(): void;
  /** When let go without having moved; may give a gesture that goes on without a button. */
  click?(at: At): Gesture | void;
  /** When moved; `from` is where it was pressed. */
  drag?(from: At): Gesture | null;
}

export function gripAt(app: App, at: At): Grip {
  switch (app.view.tool) {
    case 'connect':
      return connecting(app, at);
    case 'painPoint':
      return hurting(app, at);
    default:
      return selecting(app, at);
  }
}

function connecting(app: App, at: At): Grip {
  const step = handleAt(app, at.scene)?.step ?? stepUnder(app, at);
  const drag = () => (step === null ? null : connect(app, step));
  // From the step that was selected when the tool was taken: one click says where to.
  const { wiredFrom } = app.view;
  if (wiredFrom !== null && wiredFrom !== step && app.mirror.step(wiredFrom)) {
    return { click: (to) => void connect(app, wiredFrom).release(to), drag };
  }
  if (step === null) return { click: () => app.view.arm('select') };
  return { click: () => connect(app, step), drag };
}

function hurting(app: App, at: At): Grip {
  const hit = under(app, at);
  return {
    click: () => {
      app.view.used();
      if (hit.is !== 'thing') return;
      app.view.select([hit.id]);
      app.view.open('pain', at.client);
    },
  };
}

function selecting(app: App, at: At): Grip {
  const writable = !app.readOnly;
  // Who has selected a line means that one: its ends stand where the handles of its steps do.
  const pull = lineHandleAt(app, at.scene);
  if (pull && writable) return { drag: () => pullLine(app, pull) };
  const handle = handleAt(app, at.scene);
  if (handle && writable) return onHandle(app, handle);
  const hit = under(app, at);
  switch (hit.is) {
    case 'edge':
      return {
        click: () => pick(app, hit.lane, at.shift),
        drag: (from) => (writable ? resizeLane(app, hit.lane, from) : null),
      };
    case 'between':
      return { click: (to) => onBetween(app, hit.at, to) };
    case 'border':
      return {
        press: () => pick(app, hit.stage, at.shift),
        drag: (from) => (writable ? moveBorder(app, hit.stage, from) : null),
      };
    case 'head':
      return {
        press: () => pick(app, hit.lane, at.shift),
        drag: (from) => (writable ? moveLane(app, hit.lane, from) : null),
      };
    case 'thing':
      return onThing(app, hit.id, at, writable);
    case 'ground':
      return {
        click: () => app.view.select([]),
        drag: (from) => (app.hand.finger ? pan(app, from) : marquee(app, from)),
      };
  }
}

/** Clicked, a handle makes the next step there; where there is no lane, and at the left, it begins
 * a line that the next click ends. */
function onHandle(app: App, { step, side }: Handle): Grip {
  const drag = () => connect(app, step);
  if (planGrowth(app, step, side) === null) return { click: drag, drag };
  const click = ({ client }: At) => {
    app.hand.made(client);
    void grow(app, side, step);
  };
  return { click, drag };
}

function onBetween(app: App, at: number, { client }: At): void {
  app.hand.made(client);
  void addLaneAt(app, at);
}

function onThing(app: App, id: RecordId, at: At, writable: boolean): Grip {
  const { view, mirror } = app;
  const before = view.selection.has(id);
  return {
    press: () => {
      if (at.shift || !before) pick(app, id, at.shift);
    },
    // A click on one of several selected things leaves that one alone.
    click: () => {
      if (before && !at.shift) view.select([id]);
    },
    drag: (from) => {
      const line = writable && mirror.find('connector', id);
      if (line) return pullPiece(app, line, from.scene);
      if (!writable || !mirror.step(id)) return null;
      const chosen = [...view.selection].filter((it) => mirror.step(it));
      const steps = chosen.includes(id) ? chosen : [id];
      if (from.alt) return duplicateSteps(app, steps, id, from);
      if (mirror.step(id)?.pinned) return refusing(app, words.lockedStep);
      return moveSteps(app, steps, id, from);
    },
  };
}

function pick(app: App, id: RecordId, add: boolean): void {
  if (add) app.view.toggle(id);
  else app.view.select([id]);
}
