// A replay while it is looked at: the cases of the simulation on the map, and which moment of theirs
// is shown. It is always about the map as it is: what changes the document or the state has it played
// out anew, with the same chance and at the same moment, and until that is there nobody is shown.

import type { App } from '../app.ts';
import type { Clock, ConnectorId, Failure, StepId } from '../contract.ts';
import { Subject } from '../subject.ts';
import { words } from '../words.ts';
import { Course, type Moment } from './course.ts';
import { dayAndTime, paceOf, type Speed, strideOf } from './pace.ts';

/** So many cases are looked at. */
const CASES = 40;
/** After a frame that was late, as when the window was hidden, it goes on from where it was. */
const MOST_MS = 100;

const said = words.replay;
const NOBODY: Moment = { here: [], toCome: 0, underWay: 0, waiting: 0, done: 0 };

/** Calls back with the time when the next frame is due; the answer ends that. */
export type Frames = (then: (now: number) => void) => () => void;

const frames: Frames = (then) => {
  const id = requestAnimationFrame(then);
  return () => cancelAnimationFrame(id);
};

export class Playback extends Subject {
  /** Whether there is a replay to be looked at. */
  active = false;
  playing = false;
  speed: Speed = 1;
  /** The moment, in minutes of the process since the first case came. */
  time = 0;
  minutes = 0;
  cases = 0;
  clock: Clock;
  /** The ways of the cases; nothing while they are played out anew. */
  course: Course | null = null;
  #app: App;
  #frames: Frames;
  #cancel: (() => void) | null = null;
  #last = 0;
  /** What the ways were made of. */
  #of = '';
  #turn = 0;
  #seen: { course: Course; time: number; moment: Moment } | null = null;

  constructor(app: App, next: Frames = frames) {
    super();
    this.#app = app;
    this.#frames = next;
    this.clock = app.mirror.clock;
    app.mirror.subscribe(() => this.#follow());
    app.view.subscribe(() => {
      if (this.active && app.view.page !== 'map') this.close();
    });
  }

  /** What everybody does now. */
  get moment(): Moment {
    const { course, time } = this;
    if (!course) return NOBODY;
    if (this.#seen?.course !== course || this.#seen.time !== time) {
      this.#seen = { course, time, moment: course.at(time) };
    }
    return this.#seen.moment;
  }

  /** Minutes of the process that pass in a second at the usual speed. */
  get pace(): number {
    return paceOf(this.minutes, this.clock);
  }

  /** Minutes of the process that one press of an arrow goes on. */
  get stride(): number {
    return strideOf(this.pace, this.clock);
  }

  get over(): boolean {
    return this.time >= this.minutes;
  }

  /** Plays out the first cases of the simulation, and shows the map with them. */
  async show(): Promise<void> {
    const { view } = this.#app;
    const { page } = view;
    this.time = 0;
    if (!(await this.#make()) || this.active) return;
    // Whoever has gone elsewhere meanwhile is not brought back.
    if (view.page !== page) return void (this.course = null);
    this.active = true;
    view.show('map');
    view.say(said.opened(this.cases));
    this.changed();
  }

  close(): void {
    this.#turn += 1;
    if (!this.active) return;
    this.active = false;
    this.course = null;
    this.#seen = null;
    this.pause();
  }

  /** Goes on, from the beginning where it was over. */
  play(): void {
    if (!this.active || this.playing) return;
    if (this.over) this.time = 0;
    this.playing = true;
    this.#last = 0;
    this.changed();
    this.#next();
  }

  pause(): void {
    this.playing = false;
    this.#cancel?.();
    this.#cancel = null;
    this.changed();
  }

  /** Goes on or stops, and says so. */
  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
    this.#app.view.say(this.playing ? said.playing : said.paused(this.said));
  }

  seek(time: number): void {
    this.time = Math.min(this.minutes, Math.max(0, time));
    this.changed();
  }

  hurry(speed: Speed): void {
    this.speed = speed;
    this.changed();
  }

  /** The moment in words. */
  get when(): string {
    const { day, hours, minutes } = dayAndTime(this.time, this.clock);
    return this.minutes < this.clock.minutesPerDay ? said.time(hours, minutes) : said.day(day, hours);
  }

  /** The moment and what everybody does, in words. */
  get said(): string {
    const { underWay, waiting, done } = this.moment;
    const queue = this.#longestQueue();
    return said.moment(this.when, underWay, waiting, done) + (queue ? said.queue(queue.step, queue.count) : '');
  }

  /** Where most wait, if it is more than one; what the eye sees in the piles on the map. */
  #longestQueue(): { step: string; count: number } | null {
    const counts = new Map<StepId, number>();
    for (const { stretch } of this.moment.here) {
      if (stretch.doing === 'waits') counts.set(stretch.step, (counts.get(stretch.step) ?? 0) + 1);
    }
    const [longest] = [...counts].sort(([, a], [, b]) => b - a);
    if (!longest || longest[1] < 2) return null;
    return { step: this.#app.mirror.step(longest[0])?.name || words.unnamed, count: longest[1] };
  }

  #next(): void {
    this.#cancel = this.#frames((now) => this.#frame(now));
  }

  #frame(now: number): void {
    const passed = this.#last === 0 ? 0 : Math.min(MOST_MS, now - this.#last);
    this.#last = now;
    // While a gesture lasts the map is on its way to another one.
    if (this.course && !this.#app.draft.active) {
      this.time = Math.min(this.minutes, this.time + (passed / 1000) * this.pace * this.speed);
      if (this.over) this.playing = false;
    }
    // Told before the next frame is asked for: the canvas then paints first in it, and between two
    // frames nothing is under way.
    this.changed();
    if (this.playing) this.#next();
    else if (this.over) this.#app.view.say(said.over(this.said));
  }

  /** Plays out the map as it is; `false` where that is not possible or no longer wanted. */
  async #make(): Promise<boolean> {
    const { kernel, analysis, mirror } = this.#app;
    const turn = (this.#turn += 1);
    this.#of = this.#source;
    const over = kernel.busy.begin();
    try {
      const { settings } = analysis;
      const answer = await kernel.question({ ask: 'replay', settings, cases: CASES });
      if (turn !== this.#turn) return false;
      if (this.#of !== this.#source) return await this.#make();
      if ('code' in answer) return this.#failed(answer);
      if (answer.reply !== 'replay') return false;
      const { cases, clock, minutes } = answer.with;
      if (minutes <= 0) return this.#failed({ code: '', message: said.noTime, hint: '', ids: [] });
      const ends = (id: ConnectorId) => mirror.find('connector', id) ?? null;
      const lasts = (id: StepId) => {
        const step = mirror.step(id);
        return step?.span?.usual ?? step?.processTime?.usual ?? 0;
      };
      Object.assign(this, { cases, clock, minutes, course: new Course(answer.with, { ends, lasts }) });
      this.seek(this.time);
      return true;
    } finally {
      over();
    }
  }

  #failed(failure: Failure): false {
    const known = (words.analysis.noExpectation as Record<string, string>)[failure.code];
    this.close();
    this.#app.kernel.told({ ...failure, message: known ?? failure.message });
    return false;
  }

  /** What is open, as it is now. */
  get #source(): string {
    const { file, revision, state } = this.#app.mirror;
    return file === null ? '' : `${file.path}:${revision}:${state}`;
  }

  #follow(): void {
    const { file } = this.#app.mirror;
    const before = this.#of;
    if (!this.active || before === this.#source) return;
    if (file === null || !before.startsWith(`${file.path}:`)) return this.close();
    this.course = null;
    this.changed();
    void this.#make();
  }
}
