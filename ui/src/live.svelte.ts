// Lets a component see a subject: whatever it reads from it is read again after each change.

import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { App } from './app.ts';
import type { Subject } from './subject.ts';

/** A subject, followed. Call it where the value is read. */
export function live<T extends Subject>(subject: T): () => T {
  const follow = createSubscriber((update) => subject.subscribe(update));
  return () => {
    follow();
    return subject;
  };
}

/** The app of the component tree. */
export const [theApp, setApp] = createContext<App>();
