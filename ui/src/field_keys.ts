// What Enter and Escape do in a field of a panel. Enter saves, and the field keeps the hand: whoever
// goes on with Tab is in the next field, and nothing typed is meant for the map. Escape saves what
// can be read and goes to what is selected on the map, which has its own keys.

/** Marks a field in which nothing was typed since it was saved, so that undo and shortcuts are the window's. */
const SAVED = 'saved';

/** Enter was pressed, and what was typed is saved. */
export function stay(field: HTMLInputElement): void {
  field.dataset[SAVED] = '';
  field.addEventListener('input', () => delete field.dataset[SAVED], { once: true });
  field.addEventListener('blur', () => delete field.dataset[SAVED], { once: true });
  if (field.type === 'text') field.select();
}

/** Whether nothing was typed in a field since Enter was pressed in it. */
export const isSaved = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.dataset[SAVED] !== undefined;

/** Escape is not for this field: it is saved, and what it stands in may close, where the map does not wait. */
export function passesOn({ key, target }: KeyboardEvent): boolean {
  const passes = key === 'Escape' && isSaved(target) && document.querySelector('.stage') === null;
  // It is left while what it is about is still there.
  if (passes && target instanceof HTMLElement) target.blur();
  return passes;
}

/** Escape was pressed: on to what is selected on the map, where that is in sight. */
export function leave(field: HTMLElement): void {
  field.blur();
  document.querySelector('.stage')?.dispatchEvent(new CustomEvent('focusselected'));
}
