// A small map by hand, for tests: lanes of 144 points, steps as boxes, connectors as straight lines.

import type {
  Connector,
  Group,
  Handoff,
  Lane,
  Opened,
  Record,
  Rect,
  Step,
  StepKind,
  Team,
} from '../contract.ts';
import { SIZE } from '../geometry/place.ts';

export const LANE_HEIGHT = 144;
export const HEAD = 136;

export interface Plan {
  lanes: readonly string[];
  steps?: readonly { id: number; name: string; lane: number; x: number; y?: number; shape?: StepKind }[];
  connectors?: readonly { id: number; from: number; to: number; handoff?: number }[];
  /** Whatever else the file has. */
  records?: readonly Record[];
}

const STATE = 3;
export const laneId = (lane: number): number => 20 + lane;
const teamId = (lane: number): number => 10 + lane;

/** The file of a plan, at revision 1. */
export function opened(plan: Plan): Opened {
  const records = [...frame(plan), ...steps(plan), ...connectors(plan), ...(plan.records ?? [])];
  const height = plan.lanes.length * LANE_HEIGHT;
  const bounds = { x: -HEAD, y: 0, w: HEAD + 1100, h: height };
  const clock = { kind: 'business', minutesPerDay: 480 } as const;
  return {
    name: 'Map',
    path: 'Map.baton',
    readOnly: false,
    unplaced: false,
    notices: [],
    waiting: null,
    revision: 1,
    state: STATE,
    records,
    scene: { state: STATE, bounds, headWidth: HEAD, lanes: bands(plan), groups: groups(records) },
    ladder: { width: 1000, height: 84, groups: [] },
    figures: {
      state: STATE,
      clock,
      steps: 0,
      decisions: 0,
      handoffs: 0,
      reworkLoops: 0,
      returnHandoffs: 0,
      timeline: null,
      readiness: {},
      readinessScore: null,
    },
    checks: { errors: 0, warnings: 0, advice: 0, waived: 0, signs: [], worst: [] },
    history: { undo: null, redo: null },
  };
}

function bands(plan: Plan) {
  return plan.lanes.map((_, lane) => ({
    lane: laneId(lane),
    team: teamId(lane),
    top: lane * LANE_HEIGHT,
    height: LANE_HEIGHT,
  }));
}

function frame(plan: Plan): Record[] {
  const teams = plan.lanes.map(
    (name, lane): Team => ({
      id: teamId(lane),
      name,
      code: '',
      external: false,
      headcount: null,
      headcountKnown: { confidence: 'estimated', sample: null, saidBy: '' },
      productiveKnown: { confidence: 'estimated', sample: null, saidBy: '' },
      productiveMinutesPerDay: null,
      calendar: null,
      colour: lane,
    }),
  );
  const lanes = plan.lanes.map(
    (_, order): Lane => ({
      id: laneId(order),
      state: STATE,
      team: teamId(order),
      order,
      height: 0,
      origin: null,
    }),
  );
  return [
    { kind: 'state', id: STATE, process: 2, role: 'current', name: 'Current state', description: '', signatures: [], origin: null },
    ...teams.map((team): Record => ({ kind: 'team', ...team })),
    ...lanes.map((lane): Record => ({ kind: 'lane', ...lane })),
  ];
}

export function step(id: number, name: string, lane: number, x: number, y = 72): Step {
  return {
    id,
    state: STATE,
    lane,
    origin: [],
    shape: 'step',
    name,
    code: '',
    place: { x, y },
    processTime: null,
    span: null,
    people: 1,
    peopleKnown: { confidence: 'estimated', sample: null, saidBy: '' },
    completeAccurate: null,
    completeAccurateByGiver: null,
    pinned: false,
    value: null,
    systems: [],
    performers: [],
    backup: '',
    inputs: [],
    outputs: [],
    procedure: '',
    unowned: false,
    accountable: null,
    deadEnd: false,
    stage: null,
    notes: '',
  };
}

function steps(plan: Plan): Record[] {
  return (plan.steps ?? []).map(({ id, name, lane, x, y, shape = 'step' }) => ({
    kind: 'step',
    ...step(id, name, laneId(lane), x, y),
    shape,
  }));
}

export function connector(id: number, from: number, to: number): Connector {
  return {
    id,
    state: STATE,
    from,
    to,
    origin: [],
    flow: 'seq',
    probability: null,
    probabilityKnown: { confidence: 'estimated', sample: null, saidBy: '' },
    batchIntervalKnown: { confidence: 'estimated', sample: null, saidBy: '' },
    primary: false,
    label: '',
    code: '',
    wait: null,
    waitByGiver: null,
    waitByReceiver: null,
    bends: [],
    cause: null,
    causeNote: '',
    batchInterval: null,
    channel: '',
  };
}

function handoff(id: number, of: number): Handoff {
  return {
    id,
    connector: of,
    number: id - 99,
    passes: '',
    trigger: '',
    sendingRole: null,
    receivingRole: null,
    accountable: null,
    followUp: null,
    acceptance: null,
    returnRoute: '',
    returnReasons: [],
    template: null,
    sla: null,
    escalation: '',
    contingency: '',
    procedure: '',
    assignment: '',
    procedureOwner: null,
    procedureVersion: '',
    procedureReview: '',
    contacts: '',
    measures: '',
    handoffType: '',
    varies: false,
    status: 'draft',
    stated: [],
  };
}

function connectors(plan: Plan): Record[] {
  return (plan.connectors ?? []).flatMap((it): Record[] => [
    { kind: 'connector', ...connector(it.id, it.from, it.to) },
    ...(it.handoff === undefined
      ? []
      : [{ kind: 'handoff', ...handoff(it.handoff, it.id) } as Record]),
  ]);
}

/** How these records are drawn. */
export function groups(records: readonly Record[]): Group[] {
  const drawn: Group[] = [];
  const boxes = new Map<number, Rect>();
  for (const record of records) {
    if (record.kind === 'lane') drawn.push(...laneGroups(record));
    if (record.kind !== 'step') continue;
    const { w, h } = SIZE[record.shape];
    const top = (record.lane - laneId(0)) * LANE_HEIGHT;
    const box = { x: record.place.x - w / 2, y: top + record.place.y - h / 2, w, h };
    boxes.set(record.id, box);
    drawn.push(box_('step', record.id, box));
  }
  for (const record of records) {
    if (record.kind !== 'stage' || record.until === null) continue;
    drawn.push(box_('stage', record.id, { x: 0, y: -30, w: record.until, h: 30 }));
  }
  for (const record of records) {
    if (record.kind !== 'connector') continue;
    const [from, to] = [boxes.get(record.from), boxes.get(record.to)];
    if (!from || !to) continue;
    const ends: [number, number][] = [from, to].map((it) => [it.x + it.w / 2, it.y + it.h / 2]);
    const [[ax, ay], [bx, by]] = ends as [[number, number], [number, number]];
    const x = Math.min(ax, bx) - 6;
    const y = Math.min(ay, by) - 6;
    const bounds = { x, y, w: Math.abs(ax - bx) + 12, h: Math.abs(ay - by) + 12 };
    const crosses = ay !== by;
    const part = crosses ? 'crossing' : 'connector';
    drawn.push({ key: { part, id: record.id }, bounds, line: ends, shapes: [] });
    const pill = records.find((it) => it.kind === 'handoff' && it.connector === record.id);
    const middle = { x: (ax + bx) / 2 - 50, y: (ay + by) / 2 - 12, w: 100, h: 24 };
    if (pill && crosses) drawn.push(box_('handoff', pill.id, middle));
  }
  return drawn;
}

function laneGroups(lane: Lane): Group[] {
  const y = lane.order * LANE_HEIGHT;
  const band = { x: -HEAD, y, w: HEAD + 1100, h: LANE_HEIGHT };
  return [box_('lane', lane.id, band), box_('laneHead', lane.id, { ...band, w: HEAD })];
}

function box_(part: Group['key']['part'], id: number, rect: Rect): Group {
  const shapes: Group['shapes'] = [{ as: 'rect', rect, radius: 0, fill: null, stroke: null }];
  return { key: { part, id }, bounds: rect, line: [], shapes };
}
