// What a change is worth: hours, people, money, and what that rests on.

import type { CaseInput, Confidence } from '../../contract.ts';

const missing: Record<CaseInput['is'], (names: string) => string> = {
  oneProcess: () => 'The two states are of different processes',
  visits: (names) => `How often steps are done in ${names}: draw one start and a way out`,
  probability: (names) => `How often these are taken: ${names}`,
  processTime: (names) => `Process time of ${names}`,
  volume: () => 'How many items come a day',
  roleCost: (names) => `Cost per hour of ${names}`,
  teamCost: (names) => `A role with a cost in ${names}`,
  productiveMinutes: (names) => `Productive time a day in ${names}`,
  leadTime: (names) => `An expected lead time of ${names}`,
  wait: (names) => `The wait at ${names}`,
  costOfDelay: () => 'What a day of delay costs',
  currency: () => 'What money is counted in',
};

const rounding: Record<Confidence, string> = {
  measured: 'Rounded to three digits, as the inputs are measured.',
  estimated: 'Rounded to two digits, as some inputs are estimated.',
  guessed: 'Where an input is guessed, one digit is shown.',
};

export const business = {
  business: {
    title: 'Business case',
    figure: 'Figure',
    usual: 'Usual',
    from: 'From',
    to: 'To',
    unit: 'Unit',
    figures: {
      perItem: 'Freed at each item',
      perDay: 'Hours freed a day',
      perYear: 'Hours freed a year',
      people: 'In people',
      money: 'Their cost a year',
      faster: 'Sooner, each item',
      delay: 'Delay saved a year',
    },
    units: { hours: 'h', people: 'people', days: 'd', minutes: 'min' },
    range: (from: string, to: string) => `${from} to ${to}`,
    covers: (percent: string) => `of ${percent} of the changed hours`,
    byRole: 'By team and role',
    who: 'Role',
    dayShort: 'A day',
    yearShort: 'A year',
    roleOf: (role: string, team: string) => `${role}, ${team}`,
    external: 'External: in the hours, not in people',
    rests:
      'Hours are expected effort before less after, by volume; a step costs what its accountable role costs. Ranges have all inputs low or high at once.',
    daysAssumed: (days: number) => `A year is taken as ${days} days.`,
    meanOf: (teams: string) => `Where a step has no role, the mean of its team is taken: ${teams}.`,
    rounding,
    missingTitle: 'Not said yet',
    missing: (is: CaseInput['is'], names: string) => missing[is](names),
    more: (count: string) => `${count} more`,
    go: 'Say it',
    goFor: (what: string) => `Say it: ${what}`,
    cost: 'Cost per hour',
    costHint: 'What an hour costs, with a range if there is one: 60 (50–80)',
    noCost: 'Type a cost such as 60, or with its range 60 (50–80).',
    volume: 'Items a day',
    costOfDelay: 'Cost of delay',
    costOfDelayHint: 'Each item and day',
    daysPerYear: 'Days a year',
    daysHint: (days: number) => `${days} assumed`,
    currency: 'Currency',
    currencyHint: 'EUR',
    low: 'Low',
    high: 'High',
  },
};
