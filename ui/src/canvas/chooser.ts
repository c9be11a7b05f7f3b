// The small question at the end of a new line: what arrives there. The first answer has the focus,
// so Enter takes it; arrows go to the others, Escape lets the line go.

import type { App } from '../app.ts';
import type { StepKind } from '../contract.ts';
import type { Choice } from '../draft.ts';
import { clamp } from '../geometry/rect.ts';
import { words } from '../words.ts';

const KINDS: readonly StepKind[] = ['step', 'decision', 'end'];

export function showChooser(stage: HTMLElement, app: App): () => void {
  let shown: Choice | null = null;
  let box: HTMLElement | null = null;

  const show = () => {
    const { choice } = app.draft.picture;
    if (choice === shown) return;
    shown = choice;
    box?.remove();
    box = choice && makeBox(choice);
    if (!box || !choice) return void stage.dispatchEvent(new CustomEvent('focusselected'));
    stage.append(box);
    const { offsetWidth, offsetHeight } = box;
    box.style.left = `${clamp(choice.at.x + 14, 4, app.camera.width - offsetWidth - 8)}px`;
    box.style.top = `${clamp(choice.at.y + 14, 4, app.camera.height - offsetHeight - 8)}px`;
    box.querySelector('button')?.focus({ preventScroll: true });
  };

  const over = app.draft.subscribe(show);
  return () => {
    over();
    box?.remove();
  };
}

function makeBox(choice: Choice): HTMLElement {
  const box = document.createElement('div');
  box.className = 'popover chooser';
  box.dataset.widget = 'chooser';
  box.setAttribute('role', 'menu');
  box.setAttribute('aria-label', words.whatArrives);
  const rows = KINDS.map((kind) => {
    const row = document.createElement('button');
    row.type = 'button';
    row.setAttribute('role', 'menuitem');
    row.textContent = words.kinds[kind];
    row.addEventListener('click', () => choice.pick(kind));
    return row;
  });
  box.append(...rows);
  box.addEventListener('keydown', (event) => {
    const here = rows.indexOf(document.activeElement as HTMLButtonElement);
    const down = event.key === 'ArrowDown' || event.key === 'ArrowRight' || event.key === 'Tab';
    const up = event.key === 'ArrowUp' || event.key === 'ArrowLeft' || (down && event.shiftKey);
    if (!down && !up) return;
    event.preventDefault();
    event.stopPropagation();
    rows[(here + (up ? -1 : 1) + rows.length) % rows.length]?.focus();
  });
  return box;
}
