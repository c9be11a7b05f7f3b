// Walking over the map by key: along the flow from a step to its connector or handoff to the next
// step, and up and down through everything in reading order.

import type { App } from '../app.ts';
import type { Connector, RecordId } from '../contract.ts';

export type Way = 'next' | 'previous' | 'below' | 'above';

/** What stands for a connector on the map: its handoff where it has one. */
function standsFor(app: App, connector: Connector): RecordId {
  return app.mirror.handoffAt(connector)?.id ?? connector.id;
}

function connectorOf(app: App, id: RecordId): Connector | undefined {
  const { mirror } = app;
  return mirror.find('connector', id) ?? mirror.find('connector', mirror.find('handoff', id)?.connector ?? null);
}

/** Where a step is left to go on: the branch the timeline follows before the others. */
function branches(app: App, id: RecordId, along: boolean): Connector[] {
  return app.mirror
    .connectorsAt(id)
    .filter((it) => (along ? it.from : it.to) === id)
    .sort((a, b) => Number(b.primary) - Number(a.primary) || a.id - b.id);
}

/** Steps and what joins them, from left to right and from the top down. */
function inReadingOrder(app: App): RecordId[] {
  const tops = new Map(app.mirror.lanes.map((band) => [band.lane, band.top]));
  const steps = [...app.mirror.steps].sort(
    (a, b) => a.place.x - b.place.x || (tops.get(a.lane) ?? 0) - (tops.get(b.lane) ?? 0),
  );
  return steps.flatMap((step) => [
    step.id,
    ...branches(app, step.id, true).map((it) => standsFor(app, it)),
  ]);
}

/** The thing one goes to from another; nothing when the way ends. */
export function walkFrom(app: App, from: RecordId | null, way: Way): RecordId | null {
  const all = inReadingOrder(app);
  const here = from === null ? undefined : app.mirror.record(from);
  if (!here || from === null) return all[0] ?? null;
  const connector = connectorOf(app, from);
  if (way === 'next' || way === 'previous') {
    const along = way === 'next';
    if (connector) return along ? connector.to : connector.from;
    const [branch] = branches(app, from, along);
    return branch ? standsFor(app, branch) : null;
  }
  const at = all.indexOf(connector ? standsFor(app, connector) : from);
  return all[at + (way === 'below' ? 1 : -1)] ?? null;
}

export function walk(app: App, way: Way): void {
  const to = walkFrom(app, app.view.single, way);
  if (to === null) return;
  app.reveal(to);
}
