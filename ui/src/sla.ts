// Service levels: a new one for a handoff, what its targets are called, who else stands under it, and
// how often it was kept. Pure but for `agree`, which sends one command.

import type { App } from './app.ts';
import { numberOf, teamsOf } from './canvas/spoken.ts';
import type {
  Calendar,
  CalendarId,
  Clock,
  ClockKind,
  Connector,
  Handoff,
  MeasurementRun,
  Minutes,
  Patch,
  Share,
  Sla,
  SlaEdit,
  SlaKind,
  Stage,
  Standing,
  TimeTarget,
} from './contract.ts';
import { duration } from './format.ts';
import type { Mirror } from './mirror.ts';
import { words } from './words.ts';

/** How a target that stands so against today is coloured. */
export const LOOK: Readonly<Record<Standing, string>> = {
  unknown: '',
  loose: 'fair',
  kept: 'fine',
  tight: 'fair',
  broken: 'bad',
};

/** Minutes in the day of a calendar: what most of its working days have. */
export function dayOf(calendar: Calendar | undefined): Minutes | null {
  if (!calendar) return null;
  if (calendar.always) return 1440;
  const days = new Map<number, number>();
  for (const { weekday, from, to } of calendar.windows) {
    days.set(weekday, (days.get(weekday) ?? 0) + to - from);
  }
  const often = new Map<number, number>();
  for (const minutes of days.values()) often.set(minutes, (often.get(minutes) ?? 0) + 1);
  const [most] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? null;
}

/** The clock in which a target is written: a day is a day of its calendar, or of the calendar. */
export function clockOf(mirror: Mirror, kind: ClockKind, calendar: CalendarId | null): Clock {
  if (kind === 'elapsed') return { kind, minutesPerDay: 1440 };
  const own = dayOf(mirror.find('calendar', calendar));
  const { clock } = mirror;
  return { kind, minutesPerDay: own ?? (clock.kind === kind ? clock.minutesPerDay : 480) };
}

/** "4 h", and which hours where they are not those of the map. */
export function targetSaid(mirror: Mirror, it: TimeTarget, calendar: CalendarId | null): string {
  const said = duration(it.minutes, clockOf(mirror, it.clock, calendar));
  return it.clock === mirror.clock.kind ? said : `${said} ${words.clockShort[it.clock]}`;
}

/** "4 h / 2 d": response and completion; nothing without a service level. */
export function targetsSaid(mirror: Mirror, sla: Sla | null): string | null {
  if (!sla) return null;
  const said = (it: TimeTarget | null) => (it ? targetSaid(mirror, it, sla.calendar) : '—');
  return `${said(sla.response ?? sla.acknowledge)} / ${said(sla.completion)}`;
}

/** The calendar that counts where none is chosen: the receiver's, else that of the process. */
function usualCalendar(mirror: Mirror, connector: Connector): CalendarId | null {
  const taker = mirror.teamOf(mirror.step(connector.to));
  return taker?.calendar ?? mirror.process?.calendar ?? null;
}

function kindFor(mirror: Mirror, connector: Connector): SlaKind {
  if (mirror.teamOf(mirror.step(connector.to))?.external) return 'UC';
  return mirror.teamOf(mirror.step(connector.from))?.external ? 'SLA' : 'OLA';
}

/** What a new one says before anybody has said anything: the clock and the calendar, no promise. */
export function bareSla(kindOf: SlaKind, calendar: CalendarId | null): Sla {
  return {
    id: 0,
    name: '',
    kindOf,
    workClass: '',
    conditions: '',
    acknowledge: null,
    response: null,
    responseMeans: '',
    responseStart: 'released',
    responseStop: 'accepted',
    completion: null,
    completionFrom: 'acceptance',
    completionMeans: '',
    completionStop: 'completed',
    endToEnd: null,
    qualityStandard: '',
    qualityCompleteAccurate: null,
    calendar,
    objective: null,
    completionObjective: null,
    objectiveWindow: null,
    pauses: [],
    escalations: [],
    breachConsequence: '',
    measurementSource: '',
    exclusions: '',
    owner: null,
    effectiveFrom: '',
    reviewDate: '',
    version: '',
    signatures: [],
    status: 'draft',
  };
}

/** The same for a handoff, called by its teams. */
export function blankSla(mirror: Mirror, connector: Connector): Sla {
  const blank = bareSla(kindFor(mirror, connector), usualCalendar(mirror, connector));
  return { ...blank, name: teamsOf(mirror, connector) };
}

/** One thing about the service level of a handoff; the first one makes it. */
export function agree(
  app: App,
  handoff: Handoff,
  connector: Connector,
  edit: SlaEdit,
): Promise<Patch | null> {
  const sla = app.mirror.find('sla', handoff.sla);
  if (sla) return app.apply({ do: 'editSla', sla: sla.id, edit });
  const made = { ...blankSla(app.mirror, connector), [edit.field]: edit.value } as Sla;
  return app.apply({ do: 'addSla', sla: made, handoffs: [handoff.id] });
}

/** One thing about the service level of a stage; the first one makes it. */
export function agreeStage(app: App, stage: Stage, edit: SlaEdit): Promise<Patch | null> {
  const sla = app.mirror.find('sla', stage.sla);
  if (sla) return app.apply({ do: 'editSla', sla: sla.id, edit });
  const blank = bareSla('OLA', app.mirror.process?.calendar ?? null);
  const made = { ...blank, name: stage.name, [edit.field]: edit.value } as Sla;
  return app.apply({ do: 'addStageSla', sla: made, stage: stage.id });
}

/** The same terms for this handoff alone. */
export function detach(app: App, handoff: Handoff, sla: Sla): Promise<Patch | null> {
  const copy = { ...sla, id: 0, name: words.copyOf(sla.name) };
  return app.apply({ do: 'addSla', sla: copy, handoffs: [handoff.id] });
}

/** The other handoffs that stand under it, by number, in whatever state of the map. */
export function othersUnder(mirror: Mirror, handoff: Handoff): Handoff[] {
  if (handoff.sla === null) return [];
  const others = mirror.all('handoff').filter((it) => it.sla === handoff.sla && it.id !== handoff.id);
  return others.sort((a, b) => a.number - b.number);
}

export const numbers = (handoffs: readonly Handoff[]): string => handoffs.map(numberOf).join(', ');

/** The share of measured items that were in time; nothing where nothing of the kind was measured. */
export function attained(sla: Sla | null, runs: readonly MeasurementRun[]): Share | null {
  const parts = [
    [sla?.completion, (it: MeasurementRun) => it.completion],
    [sla?.response, (it: MeasurementRun) => it.response],
  ] as const;
  for (const [target, timesOf] of parts) {
    if (!target) continue;
    const times = runs.filter((it) => it.clock === target.clock).flatMap(timesOf);
    if (times.length === 0) continue;
    const kept = times.filter((it) => it <= target.minutes).length;
    return Math.round((kept / times.length) * 10_000);
  }
  return null;
}
