// How fast a replay runs: so many minutes of the process in a second, round enough to be said, such
// that the whole takes about half a minute. Pure.

import type { Clock } from '../contract.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long the whole takes at the usual speed. */
const SECONDS = 30;
/** One press of an arrow goes as far as so much of a second. */
const STEP_SECONDS = 1 / 6;

/** Minutes of the process that pass in a second. */
export const paceOf = (minutes: number, clock: Clock): number => round(minutes / SECONDS, clock);

/** Minutes of the process that one press of an arrow goes on. */
export const strideOf = (pace: number, clock: Clock): number => round(pace * STEP_SECONDS, clock);

/** The nearest time that is said in one short word. */
function round(minutes: number, { minutesPerDay: day }: Clock): number {
  const short = [1, 2, 5, 10, 15, 30, 60, 120, 240].filter((it) => it < day);
  const long = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000].map((it) => it * day);
  const far = (it: number) => Math.abs(Math.log(it / Math.max(minutes, 1)));
  return [...short, ...long].reduce((best, it) => (far(it) < far(best) ? it : best));
}

/** A moment of a replay: the how-manieth day, and how many whole hours and minutes of it are over. */
export function dayAndTime(time: number, { minutesPerDay }: Clock): { day: number; hours: number; minutes: number } {
  // A hundredth of a minute is what adding up may have lost.
  const whole = Math.floor(time + 0.01);
  const within = whole % minutesPerDay;
  return {
    day: Math.floor(whole / minutesPerDay) + 1,
    hours: Math.floor(within / 60),
    minutes: within % 60,
  };
}
