// The states of the process: which is shown, and what goes from one into another.

import type { App } from './app.ts';
import type { Command, State, StateId } from './contract.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

const ORDER: Record<State['role'], number> = { current: 0, future: 1, variant: 2 };

/** The states there are: what is, what shall be, other ways. */
export function statesOf(mirror: Mirror): State[] {
  return [...mirror.all('state')].sort((a, b) => ORDER[a.role] - ORDER[b.role] || a.id - b.id);
}

/** Shows a state on the map; all pages are about the one that is shown. */
export async function showState(app: App, state: StateId): Promise<void> {
  if (state === app.mirror.state) {
    app.view.show('map');
    return;
  }
  app.view.select([]);
  // The camera stays: what stood there is compared with what stands there now.
  await app.kernel.edit({ ask: 'show', state });
}

/** Keeps what is the same in every state: the people of a team, how much arrives. */
export async function keepForAll(app: App, commands: Command[]): Promise<void> {
  await app.apply({ do: 'improve', commands });
}

/** Puts an improvement into the future state, which is made if there is none yet, and shows it. */
export async function improve(app: App, commands: Command[]): Promise<void> {
  const before = app.mirror.state;
  await app.kernel.edit({ ask: 'improve', commands, name: words.futureState });
  if (app.mirror.state !== before) app.view.select([]);
}
