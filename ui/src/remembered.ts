// What this window remembers for the next time: a few choices and places, never anything of a
// document. Where there is no storage, or it is full, nothing is remembered and nothing breaks.

const PREFIX = 'baton.';

/** What was remembered under a name, if it is still what it should be. */
export function recalled<T>(name: string, fits: (value: unknown) => value is T): T | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    const value: unknown = text === null ? null : JSON.parse(text);
    return fits(value) ? value : null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // It is only forgotten.
  }
}

export const isYesNo = (value: unknown): value is boolean => typeof value === 'boolean';

/** One of these words. */
export const isOneOf =
  <T extends string>(...all: T[]) =>
  (value: unknown): value is T =>
    all.some((it) => it === value);
