// What a press takes hold of: what a click on it does, and which gesture a drag of it is.

import type { App } from '../app.ts';
import type { RecordId } from '../contract.ts';
import { connect } from './connect.ts';
import type { At, Gesture } from './gesture.ts';
import { handleAt } from './handles.ts';
import { marquee } from './marquee.ts';
import { moveLane } from './move_lane.ts';
import { moveSteps } from './move_steps.ts';
import { resizeLane } from './resize_lane.ts';
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
  if (step === null) return { click: () => app.view.arm('select') };
  return { click: () => connect(app, step), drag: () => connect(app, step) };
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
  const handle = handleAt(app, at.scene);
  if (handle && writable) {
    return { click: () => connect(app, handle.step), drag: () => connect(app, handle.step) };
  }
  const hit = under(app, at);
  switch (hit.is) {
    case 'edge':
      return { drag: (from) => (writable ? resizeLane(app, hit.lane, from) : null) };
    case 'head':
      return {
        press: () => pick(app, hit.lane, at.shift),
        drag: (from) => (writable ? moveLane(app, hit.lane, from) : null),
      };
    case 'thing':
      return onThing(app, hit.id, at, writable);
    case 'ground':
      return { click: () => app.view.select([]), drag: (from) => marquee(app, from) };
  }
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
      if (!writable || !mirror.step(id)) return null;
      const steps = [...view.selection].filter((it) => mirror.step(it));
      return moveSteps(app, steps.includes(id) ? steps : [id], id, from);
    },
  };
}

function pick(app: App, id: RecordId, add: boolean): void {
  if (add) app.view.toggle(id);
  else app.view.select([id]);
}
