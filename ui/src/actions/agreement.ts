// What is done about agreements: from one gap to the next, and the register filtered and copied.

import type { App } from '../app.ts';
import { copyRegister } from '../clipboard/register.ts';
import type { Handoff } from '../contract.ts';
import { words } from '../words.ts';
import { type Action, opened, said } from './action.ts';

/** The handoff whose card is shown. */
function shownHandoff({ mirror, view }: App): Handoff | undefined {
  const connector = mirror.find('connector', view.single);
  return connector ? mirror.handoffAt(connector) : mirror.find('handoff', view.single);
}

const onRegister = (app: App): boolean =>
  opened(app) && app.view.page === 'handoffs' && app.view.agreed === 'register';

async function nextGap(app: App, by: 1 | -1): Promise<void> {
  const handoff = shownHandoff(app);
  if (!handoff) return;
  // What is being typed is saved by leaving its field, and may fill the gap.
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('.card')) activeElement.blur();
  await app.kernel.busy.idle();
  const gap = app.agreement.next(app.mirror, handoff.id, by);
  if (!gap) return app.view.say(words.noGaps);
  app.agreement.goTo(gap.field);
  app.view.say(gap.message);
}

const hasCard = (app: App): boolean =>
  opened(app) &&
  !app.readOnly &&
  shownHandoff(app) !== undefined &&
  (onRegister(app) || (app.view.page !== 'handoffs' && app.view.aside === 'inspector'));

export const agreement: Action[] = [
  {
    id: 'agreement.next',
    label: said(words.nextGap),
    keys: ['F8', 'Ctrl+Enter'],
    when: hasCard,
    run: (app) => nextGap(app, 1),
    group: 'handoff',
  },
  {
    id: 'agreement.previous',
    label: said(words.previousGap),
    keys: ['Shift+F8', 'Ctrl+Shift+Enter'],
    when: hasCard,
    run: (app) => nextGap(app, -1),
    group: 'handoff',
  },
  {
    id: 'handoffs.map',
    label: said(words.showOnMap),
    keys: ['Ctrl+Shift+L'],
    when: (app) => onRegister(app) && shownHandoff(app) !== undefined,
    run: (app) => app.view.single !== null && app.reveal(app.view.single),
    group: 'handoff',
  },
  {
    id: 'handoffs.filter',
    label: ({ register }) => (register.filtering ? words.showAll : words.filterHandoffs),
    keys: ['Ctrl+Shift+F'],
    when: onRegister,
    run: ({ register }) => register.openFilter(!register.filtering),
    group: 'handoff',
  },
  {
    id: 'handoffs.copy',
    label: said(words.copyTable),
    keys: ['Ctrl+Shift+X'],
    when: (app) => onRegister(app) && app.mirror.handoffs.length > 0,
    run: copyRegister,
    group: 'handoff',
  },
];
