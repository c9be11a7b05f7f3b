// Lets a component see a subject: whatever it reads from it is read again after each change.

import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { App } from './app.ts';
import type { Busy } from './busy.ts';
import type { Subject } from './subject.ts';

/** A subject, followed. Call it where the value is read. */
export function live<T extends Subject>(subject: T): () => T {
  const follow = createSubscriber((update) => subject.subscribe(update));
  return () => {
    follow();
    return subject;
  };
}

/** How often what changes with every frame is read. */
const NOW_AND_THEN_MS = 250;

/**
 * A subject that changes with every frame, followed only now and then: what is written beside the
 * map is not to be laid out and painted with every move of it.
 */
export function nowAndThen<T extends Subject>(subject: T, busy: Busy, every = NOW_AND_THEN_MS): () => T {
  const follow = createSubscriber((update) => {
    let waiting: { timer: ReturnType<typeof setTimeout>; over: () => void } | null = null;
    const end = () => {
      clearTimeout(waiting?.timer);
      waiting?.over();
      waiting = null;
    };
    const soon = () => {
      update();
      end();
    };
    const over = subject.subscribe(() => {
      waiting ??= { timer: setTimeout(soon, every), over: busy.begin() };
    });
    return () => {
      over();
      end();
    };
  });
  return () => {
    follow();
    return subject;
  };
}

/** The app of the component tree. */
export const [theApp, setApp] = createContext<App>();
