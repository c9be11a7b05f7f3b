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
  const show = () => {
    const { draft, view } = app;
    const lines = draft.refusal
      ? [draft.refusal]
      : [...draft.made.map(words.made), ...draft.removed.map(words.removed)];
    const said = lines.join('\n');
    note.hidden = said === '';
    note.classList.toggle('refused', draft.refusal !== null);
    if (note.textContent !== said) note.textContent = said;
    const { x, y } = draft.pointer;
    if (said !== '') note.style.transform = `translate(${x + 18}px, ${y + 22}px)`;
    stage.classList.toggle('refused', draft.refusal !== null);
    if (stage.dataset.tool !== view.tool) stage.dataset.tool = view.tool;
    stage.classList.toggle('moving', draft.active);
  };
  const overs = [app.draft.subscribe(show), app.view.subscribe(show)];
  show();
  return () => {
    overs.forEach((over) => over());
    note.remove();
  };
}
