// Two states held against each other, and the states themselves.

import type { Clock, Fate, MeasureOf, MeasureUnit } from '../../contract.ts';
import { many } from './terms.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;
const time = (minutes: number, clock: Clock): string => {
  const day = Math.max(clock.minutesPerDay, 1);
  const [whole, hours, days] = [Math.round(minutes), tenth(minutes / 60), tenth(minutes / day)];
  if (whole < 60) return `${whole} min`;
  if (whole < day) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
};

const fates: Record<Fate, string> = {
  changed: 'Changed',
  merged: 'Merged',
  split: 'Split',
  recast: 'Recast',
  removed: 'Removed',
  added: 'New',
};

const measures: Record<MeasureOf, string> = {
  leadTime: 'Lead time',
  expectedLeadTime: 'Expected lead time',
  processTime: 'Process time',
  activityRatio: 'Activity ratio',
  rolledCompleteAccurate: 'Rolled C&A',
  steps: 'Steps',
  handoffs: 'Handoffs',
  expectedHandoffs: 'Expected handoffs',
  expectedReturns: 'Expected returns',
  betweenTeamWait: 'Wait between teams',
  betweenTeamShare: 'Share between teams',
  expectedTouches: 'Expected touches',
  expectedEffort: 'Expected effort',
  readiness: 'Readiness',
  openChecks: 'Open checks',
  lateCases: 'Late cases',
};

const inUnits: Record<MeasureUnit, string> = {
  minutes: 'Minutes',
  percent: 'Points',
  count: 'Count',
  personMinutes: 'Person-minutes',
};

/** How parts of a difference are told, where it is not as for the lead time. */
const rules: Partial<Record<MeasureOf, string>> = {
  leadTime:
    'Each step and wait accounts for its minutes on the critical path afterwards, less those before. The bars add up, in whatever order.',
  expectedLeadTime:
    'Each change accounts for its own minutes and for how often they come, both weighed by the mean of before and after. The bars add up, in whatever order.',
  rolledCompleteAccurate:
    'The product of all shares is parted by logarithms, so that the bars add up, in whatever order.',
  lateCases:
    'Whether a case is late is no sum. Each change accounts for late cases in proportion to what it adds to the expected lead time, so that the bars add up, in whatever order.',
};

export const compare = {
  compare: {
    title: 'Compare',
    open: 'Compare states',
    from: 'From',
    to: 'To',
    pair: (from: string, to: string) => `${from} to ${to}`,
    headline: (minutes: number, clock: Clock) =>
      Math.abs(minutes) < 0.5
        ? 'As fast as before'
        : minutes < 0
          ? `${time(-minutes, clock)} faster`
          : `${time(minutes, clock)} slower`,
    layout: 'Layout of the comparison',
    layouts: { overlay: 'Overlay', sides: 'Side by side', stacked: 'Stacked' },
    onlyChanges: 'Only changes',
    picture: (changes: number) =>
      `Compared maps with ${many(changes, 'change', 'changes')}. Arrow keys move them, plus and minus zoom, 0 shows all. The list beside them says the same in words.`,
    measure: 'Figure',
    before: 'Before',
    after: 'After',
    change: 'Change',
    measures,
    allFigures: (count: number) => `All ${count} figures`,
    fewerFigures: 'Fewer figures',
    same: 'same',
    lateOf: (promise: string, time: string) => `Cases later than “${promise}” allows, ${time}, by simulation of both states`,
    points: (said: string) => `${said} ${said === '1' ? 'point' : 'points'}`,
    changes: 'Changes',
    none: 'Nothing is otherwise. Change something in one of the two states, and it is listed here.',
    effectOn: 'Effect on',
    order: 'Order',
    byEffect: 'Largest effect first',
    byPlace: 'In the order of the map',
    fates,
    detail: (label: string, before: string, after: string) => `${label} ${before} → ${after}`,
    more: (count: number) => `${count} more`,
    why: 'Why it moved',
    fallSpoken: (measure: string, parts: number) =>
      `${measure} from before to after, by ${many(parts, 'cause', 'causes')}. The table below says the same.`,
    countsOtherwise: (title: string) => `${title} (counts otherwise)`,
    others: (count: number) => many(count, 'smaller cause', 'smaller causes'),
    cause: 'Cause',
    effect: 'Effect',
    inUnits,
    rules,
    needs: 'Actions this needs',
    owned: (owned: number, all: number) => `${owned} of ${all} have an owner`,
    noActions: 'No action is planned for these changes yet.',
    inDays: (days: number) => `${days} days`,
    unplanned: 'Changes without an action',
    unplannedLead: 'The future state has them, and nobody has planned to make them so.',
    allPlanned: 'Every change has an action.',
    plan: 'Plan it',
    planFor: (title: string) => `Plan it: ${title}`,
    actionFor: (fate: Fate, title: string) =>
      ({ added: `Introduce ${title}`, removed: `Stop ${title}` } as Partial<Record<Fate, string>>)[fate] ?? `Make it so: ${title}`,
    fewer: 'Fewer',
    allOf: (count: number) => `All ${count}`,
    signOff: 'Signed off',
    nobodySigned: 'Nobody has signed yet that it shall be so.',
    signer: 'Name and role of who signs',
    sign: 'Sign off',
    signed: (name: string) => `Signed off by ${name}`,
    withdraw: 'Withdraw',
    withdrawOf: (name: string) => `Withdraw the signature of ${name}`,
    verdicts: { better: 'better', worse: 'worse', same: 'unchanged' },
    summary: (added: number, removed: number, changed: number) =>
      `${added} new, ${removed} removed, ${changed} changed`,
  },
  state: {
    title: 'State',
    description: 'What it tries out',
    makeFuture: 'Make a future state of this',
    makeVariant: 'Make a variant of this',
    promote: 'Make this the future state',
    delete: 'Delete this state',
    variantName: (name: string, number: number) => `${name} ${number}`,
    variant: 'Variant',
    roles: { current: 'Current state', future: 'Future state', variant: 'Variant' },
  },
};
