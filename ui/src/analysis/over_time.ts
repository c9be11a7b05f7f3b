// How busy each team is as the cases are played, and how much waits for it: a strip of bars for each
// team, from the first case that counts to the last. Pure.

import type { TeamLoad } from '../contract.ts';
import { percentOf, tenth } from '../format.ts';
import type { Mirror } from '../mirror.ts';
import { words } from '../words.ts';
import { STRAINED } from './load.ts';
import type { Mark, Picture } from './picture.ts';

const ROW = 66;
const STRIP = 34;
const TOP = 20;

const nameOf = (mirror: Mirror, { team }: TeamLoad) => mirror.team(team)?.name || words.unnamed;

/** "62 % busy, 1.4 waiting". */
export const overTimeSaid = (it: TeamLoad): string =>
  words.analysis.busyAndWaiting(percentOf(Math.round(it.load.value * 10) / 10), tenth(it.queue.value));

export function overTimePicture(mirror: Mirror, teams: readonly TeamLoad[], width: number): Picture {
  const marks = teams.flatMap((team, row): Mark[] => {
    const y = row * ROW;
    const floor = y + TOP + STRIP;
    const count = Math.max(1, team.loadOverTime.length);
    const wide = width / count;
    const bars = team.loadOverTime.map((load, at): Mark => {
      const strained = load >= STRAINED;
      const h = Math.max(1, (Math.min(100, load) / 100) * STRIP);
      const box = { is: 'box', x: at * wide, y: floor - h, w: Math.max(0.5, wide - 1), h } as const;
      return { ...box, tone: strained ? 'trouble' : 'accent', strength: strained ? 0.9 : 0.6 };
    });
    return [
      { is: 'text', x: 0, y: y + 13, text: nameOf(mirror, team), tone: 'ink' },
      { is: 'text', x: width, y: y + 13, text: overTimeSaid(team), tone: 'secondary', anchor: 'end' },
      { is: 'line', x: 0, y: y + TOP + 0.5, toX: width, toY: y + TOP + 0.5, tone: 'hairline' },
      ...bars,
      { is: 'line', x: 0, y: floor + 0.5, toX: width, toY: floor + 0.5, tone: 'hairline' },
    ];
  });
  return { width, height: Math.max(1, teams.length * ROW - 8), marks };
}

/** Team, part of the run, load, queue. */
export function overTimeRows(mirror: Mirror, teams: readonly TeamLoad[]): string[][] {
  const rounded = (value: number | undefined) => (value === undefined ? '' : String(Math.round(value * 100) / 100));
  const rows = teams.flatMap((team) =>
    team.loadOverTime.map((load, at) => [
      nameOf(mirror, team),
      `${at + 1}/${team.loadOverTime.length}`,
      rounded(load),
      rounded(team.queueOverTime[at]),
    ]),
  );
  return [[...words.analysis.overTimeColumns], ...rows];
}
