// Zusagen über mehrere Übergaben hinweg, und worauf jede beruht.

import type { BudgetPart } from '../../contract.ts';
import type { promises as english } from '../en/promises.ts';
import type { Agreed } from '../../view.ts';
import { many } from './terms.ts';

const parts: Record<Agreed, string> = { register: 'Register', promises: 'Zusagen von Anfang bis Ende' };

const what: Record<BudgetPart, string> = {
  response: 'Ziel: annehmen oder zurückgeben',
  completion: 'Ziel: erledigen',
  wait: 'Warten, nicht zugesagt',
  work: 'Arbeit, nicht zugesagt',
};

export const promises: typeof english = {
  agreedParts: parts,
  promises: {
    lead: (count) =>
      `${many(count, 'Zusage', 'Zusagen')} über mehr als eine Übergabe, jede mit den Zielen, auf denen sie beruht`,
    empty:
      'Noch keine Zusage über mehrere Übergaben. Sagen Sie zu, wie lange ein Weg dauern darf, und sehen Sie, ob die Ziele auf ihm dazu passen.',
    tooFew: 'Eine Zusage braucht einen Weg: Zeichnen Sie zuerst zwei Schritte.',
    title: 'Zusagen von Anfang bis Ende',
    add: 'Neue Zusage',
    remove: 'Diese Zusage löschen',
    name: 'Name',
    between: (from, to) => `${from} bis ${to}`,
    from: 'Beginnt, wenn erledigt',
    to: 'Endet, wenn erledigt',
    target: 'Darf dauern',
    objective: 'Gehalten in',
    calendar: 'Kalender',
    retired: 'Diese Zusage ist zurückgezogen und gilt nicht mehr.',
    noTarget: 'Wie lange es dauern darf, ist noch nicht vereinbart.',
    noWay: (from, to) => `Auf dieser Karte führt kein Weg von ${from} nach ${to}.`,
    standing: (target, sum, left) => `${target} zugesagt, ${sum} auf dem Weg: ${left}.`,
    left: (time) => `${time} übrig`,
    tooMuch: (time) => `${time} zu viel`,
    budget: 'Worauf sie beruht',
    onTheWay: 'Auf dem Weg',
    counts: 'Was zählt',
    time: 'Zeit',
    share: 'Zielwert',
    what,
    notAgreed: 'Nicht vereinbart',
    sum: 'Zusammen',
    promised: 'Von Anfang bis Ende zugesagt',
    leftOver: 'Übrig',
    over: 'Zu viel',
    bounds: 'Wie sicher sie ist',
    together: (targets, union, product) =>
      `Wird ${targets === 1 ? 'das Ziel' : `jedes der ${targets} Ziele`} so oft erreicht wie vereinbart, werden alle für mindestens ${union} der Vorgänge erreicht, wie auch immer sie zusammenhängen (Bonferroni), und für ${product}, wenn kein Abschnitt vom anderen abhängt.`,
    needed: (objective, union, product) =>
      `Für ${objective} der Vorgänge von Anfang bis Ende müsste jeder Abschnitt sein Ziel für ${union} halten, oder für ${product}, wenn keiner vom anderen abhängt.`,
    drawn: (time) => `Wie die Karte ihn zeichnet, dauert der Weg üblicherweise ${time}.`,
    today: (time) => `Heute dauert er üblicherweise ${time}.`,
    likely: (share) => `Mit den angegebenen Spannen würden ${share} der Vorgänge die Zusage einhalten.`,
    otherClock: (numbers, count) =>
      `${numbers} ${count === 1 ? 'zählt' : 'zählen'} eine andere Uhr und ${count === 1 ? 'ist' : 'sind'} nicht in der Summe.`,
    terms: 'Bedingungen',
  },
};
