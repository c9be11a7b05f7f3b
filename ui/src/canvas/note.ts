// The small note beside the pointer while a gesture lasts: handoffs that would appear or vanish, or
// why it may not happen. And the pointer's form.

import type { App } from '../app.ts';
import { words } from '../words.ts';

export function showNote(stage: HTMLElement, app: App): () => void {
  const note = document.createElement('div');
  note.className = 'note';
  note.setAttribute('role', 'status');
  note.hidden = true;
  stage.append(note);
  let width = 0;
  const show = () => {
    const { draft, view } = app;
    const lines = draft.refusal
      ? [draft.refusal]
      : [...draft.made.map(words.made), ...draft.removed.map(words.removed)];
    const said = lines.join('\n');
    note.hidden = said === '';
    note.classList.toggle('refused', draft.refusal !== null);
    if (note.textContent !== said) {
      note.textContent = said;
      // Asked once a text: the browser lays the page out for it.
      width = note.offsetWidth;
    }
    stage.classList.toggle('refused', draft.refusal !== null);
    if (stage.dataset.tool !== view.tool) stage.dataset.tool = view.tool;
    stage.classList.toggle('moving', draft.active);
    if (said === '') return;
    // Near the right edge there is less room for it.
    const { x, y } = draft.pointer;
    const left = Math.max(0, Math.min(x + 18, app.camera.width - width));
    note.style.transform = `translate(${left}px, ${y + 22}px)`;
  };
  const overs = [app.draft.subscribe(show), app.view.subscribe(show)];
  show();
  return () => {
    overs.forEach((over) => over());
    note.remove();
  };
}
