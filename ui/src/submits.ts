// A form that makes something: pressed twice before the answer is there, it makes it once.

/** Does `run` when the form is sent, not again before it is done, and never loads another page. */
export function submits(run: () => unknown): (event: Event) => Promise<void> {
  let busy = false;
  return async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await run();
    } finally {
      busy = false;
    }
  };
}
