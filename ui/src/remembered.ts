// What this window remembers for the next time: a few choices and places, never anything of a
// document. The kernel keeps it, because the webview keeps nothing; it is here before anything else
// begins, so that the first picture has the right theme and language.

/** Values as JSON by name. */
let held: Record<string, string> = {};
let keep: (name: string, value: string) => void = () => {};

/** Takes over what was remembered, and who keeps what will be. */
export function remembering(
  values: Record<string, string>,
  keeper: (name: string, value: string) => void,
): void {
  held = { ...values };
  keep = keeper;
}

/** What was remembered under a name, if it is still what it should be. */
export function recalled<T>(name: string, fits: (value: unknown) => value is T): T | null {
  try {
    const text = Object.hasOwn(held, name) ? held[name] : undefined;
    const value: unknown = text === undefined ? null : JSON.parse(text);
    return fits(value) ? value : null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: unknown): void {
  held[name] = JSON.stringify(value);
  keep(name, held[name]);
}

/** The names that begin like this. */
export const rememberedNames = (prefix: string): string[] =>
  Object.keys(held).filter((name) => name.startsWith(prefix));

export const isYesNo = (value: unknown): value is boolean => typeof value === 'boolean';

/** One of these words. */
export const isOneOf =
  <T extends string>(...all: T[]) =>
  (value: unknown): value is T =>
    all.some((it) => it === value);
