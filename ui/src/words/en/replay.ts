// A replay: cases of the simulation on the map.

import { many } from './terms.ts';

export const replay = {
  replay: {
    show: 'Play cases on the map',
    close: 'Close the replay',
    title: 'Replay',
    play: 'Play',
    pause: 'Pause',
    again: 'Play again',
    moment: (when: string, underWay: number, waiting: number, done: number) =>
      `${when}: ${underWay} under way, ${waiting} of them waiting, ${done} done`,
    queue: (step: string, count: number) => `. Most wait for ${step}: ${count}`,
    scrubber: 'Moment',
    speed: 'Speed',
    times: (speed: string) => `${speed}×`,
    pace: (time: string) => `${time} a second`,
    day: (day: number, hours: number) => `Day ${day}, ${hours} h`,
    time: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
    underWay: (count: number) => `${count} under way`,
    waiting: (count: number) => `${count} waiting`,
    done: (count: number, all: number) => `${count} of ${all} done`,
    opened: (cases: number) => `Replay of ${many(cases, 'case', 'cases')} of the simulation.`,
    playing: 'Playing',
    paused: (moment: string) => `Paused. ${moment}`,
    over: (moment: string) => `The replay is over. ${moment}`,
    stillMotion: 'Less motion: arrow keys step',
    noTime: 'Nothing on this map takes time yet, so no case can be seen on its way. Say how long steps take and wait.',
  },
};
