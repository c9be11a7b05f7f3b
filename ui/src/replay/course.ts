// The ways of the cases of a replay, sorted once so that any moment can be looked at: for each case
// the stretches of its way one after the other, and beside them those of its parallel branches. What
// is asked of a moment costs a binary search for each case, forwards and backwards alike. Pure.

import type { ConnectorId, Move, Replay, StepId } from '../contract.ts';

/** On its way along a connector, there but not begun, or worked on. */
export type Doing = 'travels' | 'waits' | 'works';

/** A part of a way, from one moment until just before another. */
export interface Stretch {
  doing: Doing;
  /** Where it is or where it is going. */
  step: StepId;
  /** On which connector it is, or by which it came; nothing where cases begin. */
  connector: ConnectorId | null;
  from: number;
  until: number;
}

/** What the map says beside the moves. */
export interface Ways {
  /** The steps that a connector leads from and to; nothing for one that is gone. */
  ends(connector: ConnectorId): { from: StepId; to: StepId } | null;
  /** How many minutes work lasts at a step that nothing is handed on from. */
  lasts(step: StepId): number;
}

/** One case: when it comes, when it is over and where, and what it does meanwhile. */
interface Way {
  from: number;
  until: number;
  end: StepId | null;
  /** Sorted each, without overlaps; several where branches are parallel. */
  tracks: Stretch[][];
}

/** A case at a moment; one with parallel branches is at several places. */
export interface Here {
  case: number;
  stretch: Stretch;
}

export interface Moment {
  here: Here[];
  toCome: number;
  underWay: number;
  /** Those under way that wait somewhere. */
  waiting: number;
  done: number;
}

export class Course {
  readonly #cases: readonly Way[];
  /** When the cases that end there are over, by step, sorted. */
  readonly #over = new Map<StepId, number[]>();

  constructor(replay: Replay, ways: Ways) {
    const moves: Move[][] = Array.from({ length: replay.cases }, () => []);
    for (const move of replay.moves) moves[move.case]?.push(move);
    this.#cases = moves.map((of) => new Following(of, ways).all(replay.minutes));
    for (const { end, until } of this.#cases) {
      if (end === null) continue;
      const over = this.#over.get(end);
      if (over) over.push(until);
      else this.#over.set(end, [until]);
    }
    for (const over of this.#over.values()) over.sort((a, b) => a - b);
  }

  at(time: number): Moment {
    const moment: Moment = { here: [], toCome: 0, underWay: 0, waiting: 0, done: 0 };
    this.#cases.forEach((it, number) => {
      if (time < it.from) moment.toCome += 1;
      else if (time >= it.until) moment.done += 1;
      else {
        moment.underWay += 1;
        let waits = false;
        for (const track of it.tracks) {
          const stretch = track[upTo(track, time, (one) => one.from) - 1];
          if (!stretch || time >= stretch.until) continue;
          moment.here.push({ case: number, stretch });
          waits ||= stretch.doing === 'waits';
        }
        if (waits) moment.waiting += 1;
      }
    });
    return moment;
  }

  /** How many cases have ended at each step. */
  overAt(time: number): { step: StepId; count: number }[] {
    const all = [...this.#over].map(([step, over]) => ({ step, count: upTo(over, time, (it) => it) }));
    return all.filter((it) => it.count > 0);
  }
}

/** How many of a sorted list are at this moment or before it. */
function upTo<T>(list: readonly T[], time: number, when: (it: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (when(list[middle]!) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a branch of a case is while its moves are followed. */
interface Token {
  track: Stretch[];
  step: StepId;
  connector: ConnectorId | null;
  came: number;
  began: number | null;
}

/** Follows the moves of one case. */
class Following {
  #moves: readonly Move[];
  #ways: Ways;
  #tokens: Token[] = [];
  #tracks: Stretch[][] = [];
  /** Who still comes to each step, and how often work still begins there. */
  #left = new Map<StepId, { arrivals: number; begins: number }>();
  /** What was handed on last: more ways out at the same moment are branches of the same. */
  #out: { step: StepId; at: number; connectors: Set<ConnectorId> } | null = null;

  constructor(moves: readonly Move[], ways: Ways) {
    this.#moves = moves;
    this.#ways = ways;
    for (const move of moves) {
      if (move.is === 'begins') this.#leftAt(move.step).begins += 1;
      const ends = move.is === 'travels' ? ways.ends(move.connector) : null;
      if (ends) this.#leftAt(ends.to).arrivals += 1;
    }
  }

  all(until: number): Way {
    let over: { at: number; end: StepId | null } = { at: until, end: null };
    for (const move of this.#moves) {
      if (move.is === 'travels') this.#travels(move);
      else if (move.is === 'begins') this.#begins(move);
      else over = { at: move.at, end: this.#last(move.at) };
    }
    this.#ends(over.at);
    const [first] = this.#moves;
    const from = first ? (first.is === 'travels' ? first.from : first.at) : over.at;
    return { from, until: over.at, end: over.end, tracks: this.#tracks };
  }

  #leftAt(step: StepId): { arrivals: number; begins: number } {
    const left = this.#left.get(step) ?? { arrivals: 0, begins: 0 };
    this.#left.set(step, left);
    return left;
  }

  #travels({ connector, from, until }: Extract<Move, { is: 'travels' }>): void {
    const ends = this.#ways.ends(connector);
    if (!ends) return;
    const track = this.#handsOn(ends.from, connector, from);
    add(track, { doing: 'travels', step: ends.to, connector, from, until });
    this.#tokens.push({ track, step: ends.to, connector, came: until, began: null });
  }

  /** The track of what is handed on; a further branch gets one of its own. */
  #handsOn(step: StepId, connector: ConnectorId, at: number): Stretch[] {
    const out = this.#out;
    if (out?.step === step && out.at === at && !out.connectors.has(connector)) {
      out.connectors.add(connector);
      return this.#freeTrack(at);
    }
    this.#out = { step, at, connectors: new Set([connector]) };
    const token = this.#tokens.find((it) => it.step === step && it.began !== null);
    if (!token) return this.#freeTrack(at);
    this.#works(token, at);
    this.#drop(token);
    return token.track;
  }

  #begins({ step, at }: Extract<Move, { is: 'begins' }>): void {
    const left = this.#leftAt(step);
    left.begins -= 1;
    const there = this.#tokens.filter((it) => it.step === step && it.began === null && it.came <= at);
    // Where branches meet all of them begin as one; but whoever begins later stays.
    const most = Math.max(1, left.arrivals - left.begins);
    const [first, ...rest] = there.slice(0, most);
    left.arrivals -= first ? rest.length + 1 : 0;
    for (const it of first ? [first, ...rest] : []) {
      add(it.track, { doing: 'waits', step, connector: it.connector, from: it.came, until: at });
    }
    rest.forEach((it) => this.#drop(it));
    if (first) first.began = at;
    else this.#tokens.push({ track: this.#freeTrack(at), step, connector: null, came: at, began: at });
  }

  /** The moves do not say when work ends that nothing is handed on from: it lasts as it usually does. */
  #ends(at: number): void {
    for (const it of this.#tokens) {
      if (it.began !== null) this.#works(it, Math.min(at, it.began + this.#ways.lasts(it.step)));
      else add(it.track, { doing: 'waits', step: it.step, connector: it.connector, from: it.came, until: at });
    }
  }

  #works({ track, step, connector, began }: Token, until: number): void {
    if (began !== null) add(track, { doing: 'works', step, connector, from: began, until });
  }

  /** Where work began last; what goes on beside a case that is over is not its end. */
  #last(at: number): StepId | null {
    const began = this.#tokens.filter((it) => it.began !== null && it.began <= at);
    return began.sort((a, b) => (b.began ?? 0) - (a.began ?? 0))[0]?.step ?? null;
  }

  /** A track on which nobody is any more. */
  #freeTrack(at: number): Stretch[] {
    const taken = new Set(this.#tokens.map((it) => it.track));
    const free = this.#tracks.find((it) => !taken.has(it) && (it.at(-1)?.until ?? 0) <= at);
    if (free) return free;
    const track: Stretch[] = [];
    this.#tracks.push(track);
    return track;
  }

  #drop(token: Token): void {
    this.#tokens = this.#tokens.filter((it) => it !== token);
  }
}

/** What takes no time cannot be looked at. */
function add(track: Stretch[], stretch: Stretch): void {
  if (stretch.until > stretch.from) track.push(stretch);
}
