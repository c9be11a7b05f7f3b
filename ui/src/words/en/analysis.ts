// The analysis: figures, who waits for whom, load, what sending back costs, what it depends on.

import type { MissingInput, NoExpectation } from '../../contract.ts';
import { many } from './terms.ts';

const missingInputs: Record<MissingInput, string> = {
  volume: 'cases a day',
  headcount: 'people of the team',
  productiveMinutes: 'productive time a day',
  visits: 'how often each step is done',
  processTime: 'process time of the steps',
  leadTime: 'expected lead time',
};

const noExpectation: Record<NoExpectation['code'], string> = {
  noStart: 'The map has no step yet, so nothing can be expected of it.',
  severalStarts: 'Cases begin in several places. Draw one start, and let a decision lead to the others.',
  neverExits: 'Cases go round for ever. Lower the share of rework, or draw the way out.',
};

export const analysis = {
  analysisTitle: 'Analysis',
  analysis: {
    lead: 'Where the time goes, and which change would give most of it back',
    empty: 'Nothing to reckon yet. Connect two steps on the map, and say how long they take and wait.',
    waiting: 'Reckoning',
    basis: 'View of the figures',
    bases: { timeline: 'Timeline', expected: 'Expected', simulated: 'Simulated' },
    baseHints: {
      timeline: 'The likeliest way once through, nothing sent back',
      expected: 'Every way as often as it is taken, rework included',
      simulated: 'Cases played out one by one, with calendars, people and chance',
    },
    figures: 'Figures',
    // Cards.
    noTimeline: 'No way leads through the map yet',
    onThePath: 'once through, nothing sent back',
    onAverage: 'on average, rework and branches included',
    whyAtLeast:
      'At least: chance plays inside parallel work, so the slower branch is not always the same. The true mean is longer.',
    unstructured: (count: number) =>
      `No mean can be given: parallel work does not meet again, or ${many(count, 'connector leads', 'connectors lead')} across its border.`,
    between: 'Waiting between teams',
    ofLeadTime: 'of the lead time, once through',
    nothingJudged: 'Nobody judged a step yet',
    rolled: (of: number, all: number) =>
      of === all ? 'complete and accurate at every step' : `complete and accurate, ${of} of ${all} steps judged`,
    handoffsPerCase: 'Handoffs per case',
    comeBack: (returns: number, perCase: string | null) =>
      returns === 0
        ? 'nothing is sent back'
        : `${returns} return work${perCase === null ? '' : `, ${perCase} per case come back`}`,
    noExpectation,
    notKnown: 'not known',
    perCase: 'Per case',
    // Simulation.
    whatIf: 'What if …',
    again: 'Run again',
    playing: 'Playing cases out',
    stop: 'Stop playing',
    goOn: 'Go on playing',
    progress: (cases: string, range: string | null, halted: boolean) =>
      `${halted ? 'Stopped after' : 'Playing cases out:'} ${cases} cases${range === null ? '' : `, mean known to ± ${range}`}`,
    notPlayed: 'This map cannot be played out yet',
    halfIn: (half: string, most: string) => `half of cases in ${half}, 95 % in ${most}`,
    range: (range: string) => `; mean known to${range}`,
    howLongTitle: 'How long a case takes',
    howLongSpoken: (half: string, most: string, promise: string) =>
      `Histogram: half of the cases take up to ${half}, 95 % up to ${most}${promise === '' ? '' : `. ${promise}`}.`,
    howLongCaption: (cases: string) =>
      `Time per case, ${cases} simulated cases with the calendars and people that are known.`,
    plusMinusPoints: (points: string) => `Late cases known to ± ${points} points at 95 % confidence.`,
    plusMinusMean: (time: string) => `Mean known to ± ${time} at 95 % confidence.`,
    overloadedCases: (teams: string) =>
      `More comes in than ${teams} can do: the queue grows as long as it is played, and so do these times.`,
    spanLabel: 'From where to where',
    wholeWay: 'Whole way',
    promise: (time: string, clock: 'business' | 'elapsed') => `Promise ${time}${clock === 'business' ? ' of working time' : ''}`,
    lateCases: (share: string) => `${share} of cases are late`,
    barColumns: ['From minutes', 'Until minutes', 'Cases'],
    assumesTitle: 'What is taken as given',
    assumes: {
      noVolume: 'Nobody said how many cases come, so none waits for another.',
      peopleUnknown: (teams: string) => `Nobody said how many people these have, so nobody waits for them beyond what is drawn: ${teams}.`,
      waitsFromLoad: (count: number) => `${many(count, 'wait comes', 'waits come')} from the load of the receiver, not from what was said.`,
      waitsFromHours: (count: number) => `${many(count, 'wait comes', 'waits come')} from working hours, not from what was said.`,
      batches: (count: number) => `${many(count, 'wait is', 'waits are')} for the next run of a batch.`,
      usualHours: 'The process has no calendar: Monday to Friday from nine is taken.',
      times: (fixed: number, pert: number) =>
        `${many(fixed, 'time is', 'times are')} always as said, ${many(pert, 'is', 'are')} spread between best and worst (PERT).`,
    },
    changeTitle: 'What to change first',
    changeColumns: ['Change', 'Lead time in minutes', 'Late cases in points'],
    change: 'Change',
    late: 'Late cases',
    trying: 'Trying changes out',
    nothingHelps: 'No single change shortens the lead time by more than chance.',
    intoFuture: 'Into future state',
    changeCaption: 'Each change alone, played out with the same chance as the map as it is. Hold the pointer over a figure for its range.',
    points: (points: string) => `${points} ${points === '1' ? 'point' : 'points'}`,
    agreeInformation: (where: string) => `${where}: agree the required information`,
    halveWait: (where: string, from: string, to: string) => `${where}: wait ${to} instead of ${from}`,
    raiseQuality: (step: string, from: string, to: string) => `${step}: raise complete and accurate from ${from} to ${to}`,
    addPerson: (team: string, people: number) => `${team}: one person more, ${people} in all`,
    removeApproval: (where: string) => `${where}: let a rule decide instead of an approval`,
    whatIfTitle: 'What if',
    whatIfLead: 'Turn a number or choose changes; the figures are those of the map with all of them. Nothing is stored until you keep it.',
    whatIfNone: 'Turn a number, or choose one change or several.',
    knobsTitle: 'Numbers that are turned',
    knobAdd: 'Turn a number of the map …',
    knobTurn: 'Turn it',
    knobKinds: {
      wait: 'Waits',
      time: 'Times of steps',
      quality: 'Right first time',
      people: 'People of a team',
      volume: 'Items a day',
    },
    knobs: { wait: 'wait', time: 'takes', quality: 'right first time', people: 'people', volume: 'items a day' },
    knobTyped: (name: string) => `${name}, typed`,
    knobNow: (value: string) => `now ${value}`,
    knobRemove: (name: string) => `Leave as it is: ${name}`,
    knobsOfAll: 'People and items a day are the same in every state.',
    intoAll: 'Into every state',
    dropIt: 'Drop it',
    now: 'Now',
    then: 'Then',
    gain: 'Difference',
    simulatedLead: 'Lead time, simulated mean',
    timelineLead: 'Lead time, once through',
    p95: '95 % of cases within',
    // Who waits for whom.
    flowTitle: 'Who waits for whom',
    flowCaption: {
      hours: 'Hours waited per case, giver in rows, receiver in columns',
      minutes: 'Minutes waited per case, giver in rows, receiver in columns',
    },
    flowCaptionWork: {
      hours: 'Working hours waited per case, giver in rows, receiver in columns',
      minutes: 'Working minutes waited per case, giver in rows, receiver in columns',
    },
    flowColumns: ['Gives', 'Receives', 'Minutes waited per case', 'Handoffs per case', 'Sent back per case', 'Connectors'],
    gives: 'Gives',
    nothingPasses: (between: string) => `${between}: nothing passes`,
    onlyDrawn: (between: string, count: number) =>
      `${between}: ${many(count, 'connector is drawn', 'connectors are drawn')}, how often is not known`,
    passes: (between: string, time: string, perCase: string, back: string, unknown: number) =>
      `${between}: ${time} waited per case, ${perCase} ${perCase === '1' ? 'handoff' : 'handoffs'} per case, ${back} of them sent back` +
      (unknown > 0 ? `, ${many(unknown, 'wait is', 'waits are')} not known` : ''),
    shownOnMap: (count: number) => `${many(count, 'connector', 'connectors')} selected on the map`,
    density: (share: string) => `${share} of all possible pairs of teams pass work to each other.`,
    // Load.
    loadTitle: 'Team load',
    loadColumns: ['Team', 'Load in percent'],
    keptTitle: 'How often promises are kept',
    keptLead: 'As the cases are played out; pauses that were agreed do not count',
    keptColumns: ['Promise', 'Target', 'Minutes promised', 'Cases measured', 'Late in percent', 'Range of it, points'],
    promisedHead: 'Promised',
    objectiveHead: 'Agreed',
    lessThanAgreed: '(less than agreed)',
    keptHead: 'In time',
    within: (p50: string, p85: string, p95: string) => `50 % within ${p50}, 85 % within ${p85}, 95 % within ${p95}.`,
    overTimeTitle: 'Load over time',
    overTimeCaption: 'As the cases are played out, from the first that counts to the last; a full strip is a load of 100 %.',
    overTimeColumns: ['Team', 'Part of the run', 'Load in percent', 'Pieces of work waiting'],
    busyAndWaiting: (load: string, queue: string) => `${load} busy, ${queue} waiting`,
    busiest: (team: string, load: string, times: string) =>
      `${team} is the busiest: at ${load} load a piece of work waits about ${times} times as long as it takes. At 90 % it would be 9 times.`,
    bottleneck: (team: string, load: string, times: string) =>
      `${team} is the bottleneck: at ${load} load a piece of work waits about ${times} times as long as it takes.`,
    overloaded: (team: string, load: string) =>
      `${team} is the bottleneck: at ${load} load more comes in than it can do, and the queue grows without end.`,
    longestQueue: (team: string, time: string) => `Cases wait longest for ${team}: ${time} each.`,
    loadMissing: (inputs: string) => `To know every load, say: ${inputs}.`,
    toTeams: 'Fill in teams',
    noLoad: 'The load of no team is known yet.',
    missingInputs,
    // Quality.
    qualityTitle: 'Right the first time, step by step',
    qualityLead: 'What is left of the cases that need no correction, after each step',
    qualityColumns: ['Step', 'Team', '%C&A', 'Rolled %C&A'],
    own: '%C&A',
    rolledColumn: 'Left',
    qualityEmpty: 'Nobody judged a step yet. Ask the receivers how often they can use what they get as it is.',
    // Loops.
    loopsTitle: 'What sending back costs',
    loopsLead: 'The map as it is, less the map without this way back',
    loopsColumns: ['Way back', 'Times per case', 'Steps done again per case', 'Lead time in minutes', 'Person-minutes per case', 'Person-minutes a day'],
    wayBack: 'Way back',
    longer: 'Longer by',
    effort: 'Work per case',
    effortPerDay: 'Work a day',
    loopsEmpty: 'Nothing is sent back on this map.',
    // Dependence.
    dependTitle: 'What it depends on',
    oneTeam: 'A joint of the teams',
    oneTeamAbout: 'Without this team the others fall apart.',
    singlePoint: 'Single point of failure',
    singlePointAbout: 'The others fall apart without this team, and one of its steps needs one certain person.',
    gate: 'One person, every case',
    gateAbout: (who: string) => `Every case passes here, and only ${who} can do it.`,
    onePerson: 'One person',
    onePersonAbout: (who: string) => `Only ${who} can do it.`,
    relay: 'Only passes on',
    relayAbout: 'Nothing done here takes long or adds value.',
    keyShare: (share: string) => `${share} of all work steps need one certain person.`,
    betweenness: (share: string) => `It lies on ${share} of the shortest ways between two of them.`,
    dependEmpty: 'Nothing here depends on one person or one team alone.',
    dependColumns: ['What', 'Where', 'Why'],
    // Pairs.
    pairsTitle: 'Between two teams',
    pairsColumns: ['Team', 'Team', 'Handoffs per case', 'Sent back per case', 'Ping-pong', 'Many'],
    pingPong: 'Ping-pong',
    heavy: 'Many',
    heavyHint: 'More handoffs per case than this engagement finds right: join the work, or sit together',
    traffic: 'Handoffs',
    sentBack: 'Sent back',
    sequence: (teams: number, returns: number) =>
      `The case changes teams ${many(teams, 'time', 'times')} on its way` +
      (returns > 0 ? `, ${returns} of them straight back.` : '.'),
    pairsEmpty: 'No two teams pass work to each other yet.',
    pair: 'Teams',
    twoTeams: (one: string, other: string) => `${one} and ${other}`,
    yes: 'yes',
    no: 'no',
    // Without an owner, Little's law.
    unownedTitle: 'Longest time without an owner',
    unowned: (time: string, share: string) => `Nobody answers for the case for ${time}, ${share} of the lead time.`,
    unownedNone: 'Somebody answers for the case all the way.',
    littleTitle: 'Does the lead time fit the pile?',
    little: (perDay: string, time: string, items: string) =>
      `${perDay === '1' ? '1 case' : `${perDay} cases`} a day times ${time} makes ${items} cases on their way.`,
    littleCounted: (count: number, time: string) => `${many(count, 'case was', 'cases were')} counted, which makes ${time} per case.`,
    littleApart: (percent: string) =>
      `They are ${percent} apart. One of them is wrong: count again, or ask again for the longest waits.`,
    littleFits: 'The two fit together.',
    littleUncounted: 'Nobody counted the cases on their way yet. A count tells whether the waits that were said can be true.',
    littleMissing: (inputs: string) => `This cannot be reckoned yet. Say: ${inputs}.`,
    // Waits.
    waitsTitle: 'Waits, longest first',
    waitsLead: 'Shortening one that something else outlasts changes nothing',
    waitsColumns: ['Where', 'Minutes each time', 'Times per case', 'Minutes per case', 'Slack in minutes', 'Cause'],
    where: 'Where',
    each: 'Each time',
    times: 'Times',
    total: 'Per case',
    slack: 'Slack',
    onPath: 'on the critical path',
    allWaits: (count: number) => `Show all ${count} waits`,
    fewerWaits: 'Show fewer',
    waitsEmpty: 'No wait is known yet.',
    noSlack: 'none',
    // What is missing.
    knownTitle: 'What this rests on',
    knownShares: (measured: string, guessed: string) =>
      `Of the lead time once through, ${measured} is measured and ${guessed} guessed; the rest is estimated.`,
    knownUnknown: (count: number) => `${many(count, 'time or cause', 'times or causes')} on the critical path nobody said yet:`,
    knownAll: 'Everything on the critical path was said.',
    assumed: (count: number) =>
      `${many(count, 'share', 'shares')} nobody said: alternatives are taken as equally likely, rework as never.`,
    // Attainment.
    attainedTitle: 'Measured against what was promised',
    attainedLead: 'Times that a system recorded, beside what was said in the room and what is agreed. Nothing of the table is kept.',
    attainedHow:
      'Read a table (CSV) with the columns handoff and elapsed minutes, or handoff, released, accepted, returned, completed; besides, paused minutes and cancelled.',
    attainedRead: 'Read a table …',
    attainedNone: (name: string) => `No item of ${name} belongs to a handoff of this map.`,
    attainedHeads: ['Promised', 'Said to wait', 'Half within', '85 % within', '95 % within', 'Late by', 'Kept'],
    attainedItems: (items: number, returned: number) =>
      `${many(items, 'item', 'items')}${returned > 0 ? `, ${returned} sent back` : ''}`,
    attainedRange: (low = '', high = '') => `between ${low} and ${high}`,
    attainedUnknown: (names: string) => `Not on this map: ${names}.`,
    attainedNotes: (count: number) => `${many(count, 'line was', 'lines were')} not counted`,
    nothingAgreed: 'Nothing agreed',
    targets: { acknowledge: 'Acknowledged within', response: 'Response within', completion: 'Completed within' },
    verdictKept: (share: string) => `Supports the objective of ${share}`,
    verdictBroken: (share: string) => `Contradicts the objective of ${share}`,
    verdictUndecided: (share: string, items: string, needed: string | null) =>
      needed === null
        ? `No number of items can prove ${share}`
        : `${items} items cannot decide about ${share}; ${needed} without a miss could`,
    attainedColumns: [
      'Handoff', 'Target', 'Promised minutes', 'In time', 'Late', 'Open', 'Not counted', 'Kept in percent',
      'At least', 'At most', 'Half within', '85 % within', '95 % within', 'Late by on average',
    ],
    // Charts.
    chartMenu: (chart: string) => `Copy or save: ${chart}`,
    copyRows: 'Copy as table',
    copySvg: 'Copy as SVG',
    saveCsv: 'Save as CSV',
    saveSvg: 'Save as SVG',
    rowsCopied: 'Table copied',
    svgCopied: 'SVG copied',
    copyFailed: 'The system did not take the copy. Try it again.',
    chartSaved: (path: string) => `Saved to ${path}`,
    asTable: 'Show as table',
  },
};
