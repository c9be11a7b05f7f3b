// A press in a panel that leaves a field: what the field then saves may move what lies under the
// pointer, and the click would be lost. It is saved as the button comes up, before the click that
// follows. A press elsewhere may change what the panel is about, so there it is saved at once.

let down = false;
let waiting: (() => void)[] = [];

function release(): void {
  down = false;
  const all = waiting;
  waiting = [];
  all.forEach((run) => run());
}

if (typeof window !== 'undefined') {
  const press = ({ target }: Event) => {
    down = target instanceof Element && target.closest('aside, .teams') !== null;
  };
  window.addEventListener('pointerdown', press, true);
  window.addEventListener('pointerup', release, true);
  window.addEventListener('pointercancel', release, true);
}

/** Does it now, or when the button that is down comes up. */
export function afterPress(run: () => void): void {
  if (down) waiting.push(run);
  else run();
}
