// A dialog over everything. When it goes, the focus goes on: to what was chosen on the map, or to where
// it was. A browser does that only for a dialog that is closed before it is taken away.

/** Shows a dialog; answers what to do when it goes. `goesOn`: what was chosen in it is done on the map. */
export function modal(dialog: HTMLDialogElement, goesOn: () => boolean = () => false): () => void {
  const before = document.activeElement;
  const wasOnMap = before === document.body || before?.closest('.speech') !== null;
  dialog.showModal();
  return () =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      if (!wasOnMap && !goesOn() && before instanceof HTMLElement && before.isConnected) return before.focus();
      document.querySelector('.stage')?.dispatchEvent(new CustomEvent('focusselected'));
    });
}
