// The page of teams: teams and roles, the responsibility matrix, calendars.

import type { RaciLetter, RaciScheme } from '../../contract.ts';
import type { DayKind, HoursProblem } from '../../hours.ts';
import type { Section } from '../../view.ts';
import { many } from './terms.ts';

type Meanings = Partial<Record<RaciLetter, [name: string, meaning: string]>>;

const responsible = ['Responsible', 'does the work'] as [string, string];
const accountable = ['Accountable', 'answers for the result; exactly one'] as [string, string];
const consulted = ['Consulted', 'is asked before'] as [string, string];
const informed = ['Informed', 'is told after'] as [string, string];

/** What the letters of each scheme mean (domain.md 5). */
const meanings: Record<RaciScheme, Meanings> = {
  RACI: { R: responsible, A: accountable, C: consulted, I: informed },
  RASCI: { R: responsible, A: accountable, S: ['Supports', 'helps the responsible role'], C: consulted, I: informed },
  'RACI-VS': {
    R: responsible,
    A: accountable,
    C: consulted,
    I: informed,
    V: ['Verifies', 'checks the result'],
    S: ['Signs', 'signs it off; at most one'],
  },
  CAIRO: { C: consulted, A: accountable, I: informed, R: responsible, O: ['Omitted', 'is left out on purpose'] },
  DACI: {
    D: ['Drives', 'leads the work; exactly one'],
    A: ['Approves', 'has the last word; exactly one'],
    C: ['Contributes', 'gives knowledge'],
    I: informed,
  },
  RAPID: {
    RE: ['Recommends', 'prepares the proposal'],
    A: ['Agrees', 'may veto; only where a veto exists'],
    P: ['Performs', 'carries the decision out'],
    I: ['Input', 'gives facts'],
    D: ['Decides', 'takes the decision; exactly one'],
  },
  MOCHA: {
    M: ['Manager', 'assigns and holds to account'],
    OW: ['Owner', 'drives the work; exactly one'],
    C: consulted,
    H: ['Helper', 'does a part of it'],
    A: ['Approver', 'signs decisions off'],
  },
};

const sections: Record<Section, string> = {
  teams: 'Teams',
  responsibility: 'Responsibility',
  calendars: 'Calendars',
  templates: 'Templates',
};

const dayKinds: Record<DayKind, string> = {
  holiday: 'Closed',
  short: 'Short day',
  extra: 'Extra day',
  other: 'Other hours',
};

const hoursProblems: Record<HoursProblem, string> = {
  noHours: 'These are not hours. Type them as 9-12, 13-17, or “closed”.',
  backwards: 'Hours end after they begin. Write a night as 22-24 and, on the next day, 0-6.',
  overlap: 'Two of these hours lie over each other. Let one end before the next begins.',
  tooMany: 'One day takes up to eight working windows. Join some of them.',
  noDay: 'This is not a date. Type 2026-12-24, or 12-24 for every year.',
};

export const teams = {
  teamsTitle: 'Teams',
  sections,
  showSection: (section: string) => `Go to ${section.toLowerCase()}`,
  teamTable: {
    lead: (teams: number, roles: number) => `${many(teams, 'team', 'teams')}, ${many(roles, 'role', 'roles')}`,
    team: 'Team',
    people: 'People',
    productive: 'Productive a day',
    productiveHint: 'Time one person can work on items in a day',
    capacity: 'Capacity a day',
    capacityHint: 'People times productive time, in hours of one person',
    capacityOf: (hours: string) => `${hours} h`,
    load: 'Load',
    loadHint: 'Work that arrives in a day over what the team can do; from 85 % on queues grow fast',
    external: 'External',
    calendar: 'Calendar',
    roles: 'Roles',
    role: 'Role',
    person: 'Person',
    personHint: 'Nobody named',
    noCalendar: 'As the process',
    noTeam: 'Beside the teams',
    noRoles: 'No roles yet',
    empty: 'No team yet. Add the teams that pass work to each other; each gets a lane on the map.',
    addTeam: 'Add team',
    addRole: 'Add role',
    newRoleIn: (team: string) => `New role in ${team}`,
    of: (field: string, whose: string) => `${field}, ${whose}`,
    deleteRole: (role: string) => `Delete role ${role}`,
    showTeam: (team: string) => `Show ${team} on the map`,
  },
  matrix: {
    lead: (rows: number, roles: number, derived: number) =>
      `${many(rows, 'row', 'rows')}, ${many(roles, 'role', 'roles')}, ${many(derived, 'cell follows', 'cells follow')} from the map`,
    label: 'Responsibility matrix',
    how: 'Type a letter to set or clear it. Del empties, Enter opens the letters.',
    scheme: 'Scheme',
    rows: 'Rows',
    all: 'Handoffs and steps',
    handoffsOnly: 'Handoffs only',
    legend: 'Letters',
    derived: 'follows from the map',
    clear: 'Empty the cell',
    copy: 'Copy as a table',
    copied: (rows: number) => `${many(rows, 'row', 'rows')} copied as a table`,
    copyFailed: 'The system did not take the copy. Try it again.',
    split: 'Split',
    splitRow: (row: string) => `Split ${row} into release and accept`,
    join: 'Join',
    joinRow: (row: string) => `Join release and accept of ${row}`,
    parts: { release: 'Release', accept: 'Accept' },
    row: 'Handoff or step',
    besides: 'Beside the teams',
    nothing: 'empty',
    stays: 'This follows from the map. Type a letter to set the cell.',
    reading: 'Read by role',
    counts: 'In all rows',
    noRoles: 'No role yet. Add the roles of each team first; they become the columns.',
    noRows: 'No row yet. Connect steps of two teams, and their handoff is a row here.',
    toRoles: 'Add roles',
    waiting: 'Reading the matrix',
    meanings,
  },
  calendars: {
    title: 'Calendars',
    lead: (count: number) => many(count, 'calendar', 'calendars'),
    empty: 'No calendar yet. Without one every time runs around the clock.',
    add: 'New calendar',
    newName: 'New calendar',
    copyOf: (name: string) => `${name}, copy`,
    duplicate: 'Duplicate',
    remove: 'Delete calendar',
    name: 'Name',
    zone: 'Time zone',
    zoneHint: 'Europe/Berlin',
    zoneUnknown: 'Baton does not know this time zone. Choose one of the list, such as Europe/Berlin.',
    always: 'Open around the clock',
    hoursAWeek: (hours: string) => `${hours} h a week`,
    roundTheClock: 'Around the clock',
    noHours: 'No hours',
    week: 'Week',
    closed: 'closed',
    hoursOf: (day: string) => `Hours, ${day}`,
    begins: (day: string, nth: number) => `${day}, window ${nth}, begins`,
    ends: (day: string, nth: number) => `${day}, window ${nth}, ends`,
    barHow: 'Drag the ends, or press on free space for another window. Arrow keys move an end by 15 minutes, Del takes the window out.',
    copyDay: 'Copy to …',
    copyDayOf: (day: string) => `Copy to …, ${day}`,
    toWorkdays: 'Monday to Friday',
    toAll: 'Every day',
    special: 'Holidays and other days',
    specialHint: 'A day without hours is closed. A date without a year comes every year.',
    specialNone: 'No special day yet.',
    date: 'Date',
    dateHint: '2026-12-24 or 12-24',
    dayName: 'Name',
    dayNameHint: 'Christmas Eve',
    hours: 'Hours',
    everyYear: 'Every year',
    kind: 'Kind',
    addDay: 'Add day',
    newDay: 'New special day',
    removeDay: (name: string) => `Delete ${name}`,
    usedBy: 'Used by',
    usedByTeams: 'Teams that work by it',
    usedByProcess: 'Calendar of the process',
    usedBySlas: (names: string) => `SLAs: ${names}`,
    uses: (teams: number, slas: number, process: boolean) =>
      [
        process ? 'process' : '',
        teams > 0 ? many(teams, 'team', 'teams') : '',
        slas > 0 ? many(slas, 'SLA', 'SLAs') : '',
      ]
        .filter((it) => it !== '')
        .join(', ') || 'not used',
    overlap: 'Overlap',
    overlapWith: 'With',
    overlapLead: (a: string, b: string) => `When ${a} and ${b} are both open`,
    overlapLeast: (time: string, day: string) => `Least: ${time} on ${day}`,
    overlapNone: 'never',
    dayKinds,
    hoursProblems,
  },
};
