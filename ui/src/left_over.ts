// The keyboard where what had it is gone: a row that was deleted, a button of an entry that was. It
// goes on at what stands in the same place of the list now, and not nowhere. The map and dialogs see
// to that themselves.

const TAKES_KEYS = 'button, a[href], input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
/** They see to it themselves. */
const OWN = '.stage, dialog';
/** Beyond these what is in the same place has nothing to do with it. */
const WHOLE = 'main, aside, .frame, body';

/** What knows better where the keyboard goes on has done so by then. */
const WAITS_MS = 60;

/** Where something stood: how many take the keyboard before it in each list that held it. */
interface Held {
  element: Element;
  lists: { list: Element; at: number }[];
}

const within = (list: Element): HTMLElement[] =>
  [...list.querySelectorAll<HTMLElement>(TAKES_KEYS)].filter((it) => it.matches(':not(:disabled)'));

/** @returns ends it */
export function keepKeyboard(root: HTMLElement): () => void {
  let held: Held | null = null;

  const came = ({ target }: FocusEvent) => {
    held = null;
    if (!(target instanceof Element) || target.closest(OWN)) return;
    const lists = [];
    for (let list = target.parentElement; list; list = list.parentElement) {
      if (list.matches(WHOLE)) break;
      lists.push({ list, at: within(list).indexOf(target as HTMLElement) });
    }
    held = { element: target, lists };
  };
  /** Left on purpose it is still there. */
  const left = () =>
    setTimeout(() => {
      if (held?.element.isConnected && document.activeElement === document.body) held = null;
    });
  const isLost = () => held !== null && !held.element.isConnected && document.activeElement === document.body;
  const goOn = () => {
    if (!held || !isLost()) return;
    const { list, at } = held.lists.find((it) => it.list.isConnected) ?? {};
    held = null;
    if (!list || at === undefined) return;
    const now = within(list);
    now[Math.min(at, now.length - 1)]?.focus();
  };
  const gone = new MutationObserver(() => {
    if (isLost()) setTimeout(goOn, WAITS_MS);
  });

  root.addEventListener('focusin', came);
  root.addEventListener('focusout', left);
  gone.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', came);
    root.removeEventListener('focusout', left);
    gone.disconnect();
  };
}
