// German: a replay, cases of the simulation on the map.

import type { replay as english } from '../en/replay.ts';
import { many } from './terms.ts';

export const replay: typeof english = {
  replay: {
    show: 'Vorgänge auf der Karte abspielen',
    close: 'Abspielen beenden',
    title: 'Abspielen',
    play: 'Abspielen',
    pause: 'Anhalten',
    again: 'Noch einmal',
    moment: (when, underWay, waiting, done) =>
      `${when}: ${underWay} unterwegs, davon warten ${waiting}, ${done} erledigt`,
    queue: (step, count) => `. Die meisten warten auf ${step}: ${count}`,
    scrubber: 'Zeitpunkt',
    speed: 'Tempo',
    times: (speed) => `${speed}×`,
    pace: (time) => `${time} je Sekunde`,
    day: (day, hours) => `Tag ${day}, ${hours} h`,
    time: (hours, minutes) => `${hours} h ${minutes} min`,
    underWay: (count) => `${count} unterwegs`,
    waiting: (count) => `${count} warten`,
    done: (count, all) => `${count} von ${all} erledigt`,
    opened: (cases) => `${many(cases, 'Vorgang', 'Vorgänge')} der Simulation auf der Karte.`,
    playing: 'Läuft',
    paused: (moment) => `Angehalten. ${moment}`,
    over: (moment) => `Zu Ende gespielt. ${moment}`,
    stillMotion: 'Weniger Bewegung: weiter mit den Pfeiltasten',
    noTime: 'Auf dieser Karte dauert noch nichts, also ist kein Vorgang unterwegs zu sehen. Sagen Sie, wie lange Schritte dauern und warten.',
  },
};
