// Where a finding is answered: the field of the card for what a handoff lacks, else the thing on the
// map that it is about.

import { tick } from 'svelte';
import type { App } from '../../app.ts';
import type { Finding, Handoff, RecordId } from '../../contract.ts';
import { handoffOf } from '../../findings.ts';
import type { Field } from '../../gaps.ts';
import { isPromise } from '../../promises.ts';

/** The field of the card that answers a rule; a rule that is not here is answered by reading. */
const FIELDS: Readonly<Record<string, Field>> = {
  'FLW-013': 'trigger',
  'OWN-001': 'accountable',
  'OWN-002': 'receivingRole',
  'OWN-003': 'acceptance',
  'OWN-009': 'escalation',
  'CRT-001': 'entry',
  'CRT-002': 'exit',
  'CRT-003': 'exit',
  'CRT-005': 'verifier',
  'CRT-006': 'returnRoute',
  'CRT-009': 'entry',
  'INF-001': 'template',
  'INF-008': 'channel',
  'SLA-001': 'response',
  'SLA-002': 'completion',
  'SLA-003': 'calendar',
  'SLA-004': 'objective',
  'SLA-011': 'pauses',
  'SLA-012': 'escalations',
  'SLA-015': 'measurementSource',
  'SLA-016': 'owner',
  'SLA-017': 'qualityStandard',
  'TIM-002': 'wait',
  'TIM-003': 'wait',
  'TIM-004': 'wait',
  'TIM-007': 'followUp',
  'VAR-001': 'varies',
  'VAR-002': 'procedure',
  'VAR-003': 'procedureOwner',
};

/** A pain point with votes that nothing is planned against. */
const UNANSWERED = 'FUT-001';

/** To the card of the handoff, where it is shown, and into the field. */
export async function goToFinding(app: App, finding: Finding, handoff: Handoff): Promise<void> {
  if (app.view.page === 'handoffs') {
    app.view.turnTo('register');
    app.view.select([handoff.id]);
  } else app.reveal(handoff.id);
  await tick();
  const field = FIELDS[finding.rule];
  if (field) app.agreement.goTo(field);
}

/** What is about the plan is answered on its page. */
function goToPlan(app: App, rule: string, about: RecordId): boolean {
  const action = app.mirror.find('action', about);
  if (!action && rule !== UNANSWERED) return false;
  app.view.show('actions');
  if (action) app.planning.open(action.id);
  return true;
}

/** To whatever a finding is about, from the list of all of them. */
export async function goThere(app: App, finding: Finding): Promise<void> {
  const promise = finding.about.find((it) => isPromise(app.mirror, it));
  if (promise !== undefined) return app.view.promised(promise);
  const [about] = finding.about;
  if (about !== undefined && goToPlan(app, finding.rule, about)) return;
  const handoff = about === undefined ? undefined : handoffOf(app.mirror, about);
  const shown = app.mirror.handoffs.some((it) => it.handoff.id === handoff?.id);
  if (handoff && shown) return goToFinding(app, finding, handoff);
  const id = finding.about.find((it) => app.mirror.drawnOf(it).length > 0) ?? about;
  if (id === undefined) return;
  const lane = app.mirror.lanes.find((band) => band.team === id)?.lane;
  app.reveal(lane ?? id);
}
