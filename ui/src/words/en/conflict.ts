// Two files of one engagement, made apart: what differs, and taking it over.

import type { Whose, How, Kind } from '../../contract.ts';
import { many } from './terms.ts';

const kinds: Record<Kind, string> = {
  engagement: 'Engagement',
  process: 'Process',
  state: 'States',
  team: 'Teams',
  lane: 'Lanes',
  role: 'Roles',
  stage: 'Stages',
  step: 'Steps',
  connector: 'Connectors',
  handoff: 'Handoffs',
  criterion: 'Criteria',
  template: 'Templates',
  sla: 'Service levels',
  calendar: 'Calendars',
  raciAssignment: 'Responsibilities',
  painPoint: 'Pain points',
  idea: 'Ideas',
  action: 'Actions',
  note: 'Notes, questions and decisions',
  measurementRun: 'Measured times',
  waiver: 'Findings left open',
  picture: 'Logo',
};
const how: Record<How, string> = {
  added: 'new',
  changed: 'changed',
  removed: 'deleted',
  changedInBoth: 'changed in both',
  removedThere: 'deleted there, changed here',
  removedHere: 'deleted here, changed there',
  only: 'only in this one',
  differs: 'different',
};
const groups: Record<Whose, string> = {
  there: 'Only there',
  here: 'Only here',
  both: 'Different in both',
};
const leads: Record<Whose, string> = {
  there: 'What the other file did. What is ticked is taken into this one.',
  here: 'What this file did. What is ticked stays; the rest becomes as it is there.',
  both: 'Both files did something else. Choose one for each; without a choice it stays as it is here.',
};
const allThere: Record<Whose, string> = {
  there: 'Take all',
  here: 'Give up all',
  both: 'All as there',
};
const allHere: Record<Whose, string> = {
  there: 'Take none',
  here: 'Keep all',
  both: 'All as here',
};

export const conflict = {
  conflict: {
    compare: 'Compare both files',
    compareWith: (name: string) => `Compare with ${name}`,
    choose: 'Compare with another file of this engagement',
    title: 'Two files of one engagement',
    lead: (name: string) => `The open file beside ${name}, which is only read and stays as it is.`,
    nothing: 'There is no other file to compare with any more.',
    noBase:
      'It is not known what both files come from, so each difference is yours to decide, and nothing is taken by itself.',
    readOnly: 'This file is read-only: nothing can be taken into it.',
    same: 'There is no difference left.',
    groups,
    leads,
    allThere,
    allHere,
    here: 'Here',
    there: 'There',
    kinds,
    how,
    map: 'Places on the map',
    drawn: (things: number) => `Where ${many(things, 'thing is', 'things are')} drawn`,
    withParts: (parts: number) => `with ${many(parts, 'thing', 'things')} that belong to it`,
    undecided: (count: number) =>
      `${many(count, 'difference is', 'differences are')} not decided yet and would stay as here.`,
    merge: (count: number) => (count === 0 ? 'Merge' : `Merge ${many(count, 'difference', 'differences')}`),
    merged: (count: number) =>
      count === 0
        ? 'Nothing was taken.'
        : `Merged ${many(count, 'difference', 'differences')} in one step. Undo takes all of it back.`,
    along: (names: string) => `Taken with them because they need it: ${names}.`,
    gone: (names: string) => `Gone with what was deleted: ${names}.`,
    leftNeeds: (title: string, needs: string) =>
      `Not taken: ${title}. It needs ${needs}, which was deleted here.`,
    leftRule: (title: string, rule: string) => `Not taken: ${title}. ${rule}`,
    leftMore: (count: number) => `Not taken either: ${many(count, 'more difference', 'more differences')}.`,
    leftUntried: (count: number) =>
      `Not tried: ${many(count, 'difference', 'differences')}, as too many do not fit together. Take fewer at a time.`,
    close: 'Close',
  },
};
