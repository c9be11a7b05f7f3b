// How the view reaches the kernel. Two ways exist: `backend.ts` in the app, `bridge.ts` in a
// browser; and a fake one in tests. Nothing else in the view knows which one it is.

import type { Failure, Patch, Reply, Request } from './contract.ts';

export interface Transport {
  /** Asks the kernel; rejects with a `Failure`. */
  ask(request: Request): Promise<Reply>;
  /**
   * Patches from now on, in order. Resolves when none can be missed any more. `again` is called
   * when the line broke and is back: patches may have been missed then.
   */
  listen(patch: (patch: Patch) => void, again: () => void): Promise<void>;
}

/** A failure of the line itself, in the shape of the kernel's failures. */
export class LineBroken extends Error {
  readonly why: string;

  constructor(why: unknown) {
    super(String(why));
    this.why = String(why);
  }
}

/** Whether something that was thrown is the kernel's answer. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown;
}
