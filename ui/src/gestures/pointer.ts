// Pointer events of the page, as the hand understands them: mouse, pen and one finger act, two
// fingers pinch, the wheel pans and zooms. Never HTML5 drag and drop.

import type { App } from '../app.ts';
import { showChooser } from '../canvas/chooser.ts';
import { takeClipboard } from '../clipboard/events.ts';
import type { Point } from '../geometry/rect.ts';
import { EdgePan } from './edge_pan.ts';
import { Fingers } from './fingers.ts';
import { at } from './gesture.ts';
import { handleAt, staysAt } from './handles.ts';
import { lineHandleAt } from './line_handles.ts';
import { touched } from './twice.ts';
import { under } from './under.ts';

/** How much one notch of the wheel zooms: e to the power of this times its pixels. */
const ZOOM_PER_PX = 0.002;
const LINE_PX = 16;

export function takePointer(stage: HTMLElement, app: App): () => void {
  const { hand, camera, view } = app;
  const fingers = new Fingers(app, (at) => menu(at));
  const edge = new EdgePan(app);
  /** What was selected before each of the last two presses. */
  let chosen = [view.selection, view.selection] as const;
  const point = (event: MouseEvent): Point => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const moment = (event: MouseEvent, spot = point(event)) => {
    const free = event.ctrlKey || event.metaKey || event.altKey;
    return at(app, spot, event.shiftKey, free, event.altKey);
  };

  const down = (event: PointerEvent) => {
    if (isWidget(event.target) || hand.justMade(point(event))) return;
    blurFields();
    if (view.panel !== null && view.panel !== 'checks') view.open(null);
    chosen = [chosen[1], view.selection];
    hand.finger = event.pointerType === 'touch';
    if (hand.finger && !fingers.down(event.pointerId, point(event))) return;
    stage.setPointerCapture(event.pointerId);
    hand.press(moment(event), event.button);
  };

  const move = (event: PointerEvent) => {
    const spot = point(event);
    if (!fingers.move(event.pointerId, spot)) return;
    if (!hand.busy) hand.finger = event.pointerType === 'touch';
    // What floats over the map hides what lies under it.
    if (isWidget(event.target) && !hand.busy) return;
    const here = moment(event, spot);
    hand.move(here);
    edge.pointer(event.buttons & 1 && hand.reaching ? here : null);
    if (!hand.busy) hover(stage, app, here);
  };

  const up = (event: PointerEvent) => {
    const acts = fingers.up(event.pointerId);
    edge.pointer(null);
    if (!acts || isWidget(event.target)) return;
    // What was cancelled by key is over: the map stays where it is.
    if (!hand.busy) return;
    void hand.lift(moment(event));
    // Whoever goes on by key goes on from what was clicked.
    const asked = app.draft.picture.choice !== null;
    const settled = view.single !== null && view.editing === null && view.panel === null && !asked;
    if (settled) stage.dispatchEvent(new CustomEvent('focusselected'));
  };

  const lost = (event: PointerEvent) => {
    fingers.up(event.pointerId);
    edge.pointer(null);
    hand.cancel();
  };

  const left = () => {
    hand.at = null;
    view.hover(null);
    view.point(null);
  };

  const wheel = (event: WheelEvent) => {
    // What floats over the map and does not scroll lets the map be moved under it.
    if (isWidget(event.target) && !isBar(event.target)) return;
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [dx, dy] = [event.deltaX * scale, event.deltaY * scale];
    if (event.ctrlKey || event.metaKey) camera.zoomAt(point(event), Math.exp(-dy * ZOOM_PER_PX));
    else if (event.shiftKey && dx === 0) camera.pan(-dy, 0);
    else camera.pan(-dx, -dy);
  };

  const twice = (event: MouseEvent) => {
    if (!isWidget(event.target) && !hand.justMade(point(event))) void touched(app, moment(event), chosen[0]);
  };

  /** The caret stays in the name of what a click has just made. */
  const keepsCaret = (event: MouseEvent) => {
    if (hand.justMade(point(event)) && !isWidget(event.target)) event.preventDefault();
  };

  const context = (event: MouseEvent) => {
    event.preventDefault();
    if (!isWidget(event.target)) menu(point(event));
  };

  /** What can be done at a point. A finger that asked for it and moves on drags nothing. */
  const menu = (client: Point) => {
    fingers.wake();
    hand.cancel();
    const hit = under(app, at(app, client));
    const id = hit.is === 'thing' ? hit.id : hit.is === 'head' ? hit.lane : null;
    if (id !== null && !view.selection.has(id)) view.select([id]);
    view.open('context', client);
  };

  // The press must not move the focus away from where the speech layer puts it.
  const keepFocus = (event: MouseEvent) => {
    if (!isWidget(event.target)) event.preventDefault();
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', lost],
    ['pointerleave', left],
    ['wheel', wheel],
    ['dblclick', twice],
    ['mousedown', keepsCaret],
    ['contextmenu', context],
    ['mousedown', keepFocus],
  ];
  for (const [name, listener] of listeners) {
    stage.addEventListener(name, listener as EventListener, { passive: false });
  }
  const overs = [showChooser(stage, app), takeClipboard(app)];
  return () => {
    overs.forEach((over) => over());
    fingers.wake();
    edge.pointer(null);
    for (const [name, listener] of listeners) {
      stage.removeEventListener(name, listener as EventListener);
    }
  };
}

/** A field or panel that floats over the canvas minds its own events. */
function isWidget(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-widget]') !== null;
}

/** A row of buttons over the map. */
function isBar(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-widget][role=toolbar]') !== null;
}

/** A field that is left by pressing on the canvas keeps what was typed. */
function blurFields(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea, select')) {
    activeElement.blur();
  }
}

/** Lets the pointer's form and the outline say what a press would take hold of. */
function hover(stage: HTMLElement, app: App, here: ReturnType<typeof at>): void {
  const pull = lineHandleAt(app, here.scene);
  const handle = pull ? undefined : handleAt(app, here.scene);
  const hit = under(app, here);
  const tool = app.view.tool;
  stage.dataset.over = handle ? 'handle' : pull ? 'pull' : hit.is;
  if (handle) return app.view.point({ on: 'handle', step: handle.step, side: handle.side });
  app.view.point(hit.is === 'between' ? { on: 'between', at: hit.at } : null);
  if (pull) return;
  const id = hit.is === 'thing' && tool !== 'step' ? hit.id : null;
  // A handle stands beside its step, and the way to it leads over the ground or a line.
  if (!app.mirror.step(id ?? -1) && staysAt(app, here.scene)) return;
  app.view.hover(id);
}
