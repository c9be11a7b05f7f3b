// The keyboard: first the text field that has the focus, then a gesture, then the table of actions,
// then typing on what is selected.

import { actions } from '../actions.ts';
import { writable } from '../actions/action.ts';
import type { App } from '../app.ts';
import { pressed } from '../keys.ts';
import { words } from '../words.ts';
import { isSaved, leave } from '../field_keys.ts';
import { hasText } from './edit_text.ts';
import { Nudge } from './move_steps.ts';

const NUDGE = 8;
const NUDGE_MORE = 40;
const ARROWS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys that ask for help: they open and close it. */
const ASKS = ['?', 'F1'];

export function takeKeyboard(app: App, stage: () => HTMLElement | null): () => void {
  const nudge = new Nudge(app);

  const { view } = app;
  const down = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const field = isField(event.target);
    // It was meant for the form that has just closed.
    if (event.key === 'Enter' && !field && view.entered()) return event.preventDefault();
    if (!field && typesAhead(app, event)) return event.preventDefault();
    // What lies behind a dialog is not there for the keys.
    if (isAsked(app, event.target) && !worksInFields(event) && !ASKS.includes(event.key)) return;
    if (event.key === ' ' && !field && !isControl(event.target)) {
      app.hand.spaced = true;
      stage()?.classList.add('panning');
      return event.preventDefault();
    }
    // Whatever else is held down with it.
    if (event.key === 'Escape' && (nudge.cancel() || app.hand.cancel())) return event.preventDefault();
    // What is dragged is let go first.
    if (app.hand.dragging && !field) return event.preventDefault();
    if (field && !worksInFields(event)) return;
    if (!field && nudged(app, nudge, event)) return event.preventDefault();
    if (!field && typesName(app, event)) {
      app.view.edit(app.view.single, event.key);
      return event.preventDefault();
    }
    if (event.key === 'Escape' && leavesPanel(app, event.target)) return event.preventDefault();
    const keys = pressed(event);
    if (event.key === 'Tab' && !isOnMap(event.target)) return;
    const onControl = isControl(event.target) && (event.key === 'Enter' || event.key === ' ');
    const found = actions.find((it) => it.keys.some((key) => keys.includes(key)) && it.when(app));
    if (!found) return unfit(app, event, keys);
    if (onControl || found.native) return;
    event.preventDefault();
    void found.run(app);
  };

  const up = (event: KeyboardEvent) => {
    if (event.key === ' ') letGo();
    if (event.key in ARROWS && nudge.active) void nudge.end();
  };

  const letGo = () => {
    app.hand.spaced = false;
    stage()?.classList.remove('panning');
  };

  const away = () => {
    letGo();
    if (nudge.active) void nudge.end();
    // The button may come up where nobody hears of it.
    if (app.hand.dragging) app.hand.drop();
  };

  window.addEventListener('keydown', down);
  window.addEventListener('keyup', up);
  window.addEventListener('blur', away);
  return () => {
    window.removeEventListener('keydown', down);
    window.removeEventListener('keyup', up);
    window.removeEventListener('blur', away);
  };
}

/** A key whose action cannot be done now may have something to say. */
function unfit(app: App, event: KeyboardEvent, keys: readonly string[]): void {
  const sentence = actions.find((it) => it.instead && it.keys.some((key) => keys.includes(key)))?.instead;
  if (!sentence || !writable(app) || isField(event.target)) return;
  event.preventDefault();
  app.notices.hint(sentence);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range'].includes(target.type);
  return target.matches('textarea, select, [contenteditable]');
}

/** A button, a link or the head of a section takes Enter and Space for itself; a thing on the map does not. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('.speech') === null &&
    target.closest('button, summary, a, [role=option], [role=menuitem], input') !== null
  );
}

/** Out of the panel beside the map, where that has keys of its own, to what is selected on the map. */
function leavesPanel({ view }: App, target: EventTarget | null): boolean {
  if (view.panel !== null || view.page !== 'map') return false;
  if (!(target instanceof HTMLElement) || target.closest('aside.inspector') === null) return false;
  leave(target);
  return true;
}

/** Whether a dialog lies over everything. */
function isAsked({ view }: App, target: EventTarget | null): boolean {
  if (view.panel === 'keys' || view.panel === 'find') return true;
  return target instanceof Element && target.closest('dialog[open]') !== null;
}

/** Tab makes the next step only for somebody who is on the map; elsewhere it goes on as always. */
function isOnMap(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('.speech') !== null);
}

/** In a text field only what the field itself has no use for. */
function worksInFields(event: KeyboardEvent): boolean {
  if (event.key === 'Escape') return true;
  if (event.key === 'F8' || event.key === 'F1') return true;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && (event.key === 'Enter' || /^[1-9]$/.test(event.key))) return true;
  // Nothing is being typed, so that a field has no use for these; both together write a character.
  const ofField = ctrl && ['a', 'c', 'v', 'x'].includes(event.key.toLowerCase());
  if (isSaved(event.target) && ctrl !== event.altKey && !ofField) return true;
  return ctrl && ['k', 'e', 'o', 'j'].includes(event.key.toLowerCase());
}

function nudged(app: App, nudge: Nudge, event: KeyboardEvent): boolean {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (app.readOnly || app.view.page !== 'map' || isControl(event.target)) return false;
  if (![...app.view.selection].some((id) => app.mirror.step(id))) return false;
  const by = event.shiftKey ? NUDGE_MORE : NUDGE;
  nudge.by(arrow[0] * by, arrow[1] * by);
  // Nothing follows: whatever is selected is locked.
  if (!nudge.active) app.view.say(words.lockedStep);
  return true;
}

/** Keys that belong to the name of a step that the kernel is just making. */
function typesAhead(app: App, event: KeyboardEvent): boolean {
  const { view } = app;
  if (view.typedAhead === null || event.ctrlKey || event.altKey || event.metaKey) return false;
  // It ends a name that has begun, as it would have in its field.
  if (view.endedAhead !== null) return true;
  const { key } = event;
  if (key === 'Enter' || key === 'Escape' || (key === 'Tab' && !event.shiftKey)) view.endedAhead = key;
  else if (event.key === 'Backspace') view.typedAhead = view.typedAhead.slice(0, -1);
  else if (event.key.length === 1) view.typedAhead += event.key;
  else return false;
  return true;
}

/** Typing on a selected thing that has a text writes it, as in a cell of a sheet. */
function typesName(app: App, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return false;
  if (app.readOnly || app.view.page !== 'map' || isControl(event.target)) return false;
  if (app.view.panel !== null || app.view.tool !== 'select') return false;
  // Where a digit needs Shift it is a digit; here it is the key of an action.
  if (event.shiftKey && event.code.startsWith('Digit')) return false;
  return /[\p{L}\p{N}]/u.test(event.key) && hasText(app);
}
