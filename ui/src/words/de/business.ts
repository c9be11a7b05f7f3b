// Was eine Änderung wert ist: Stunden, Personen, Geld, und worauf das beruht.

import type { CaseInput, Confidence } from '../../contract.ts';
import type { Words } from '../../words.ts';

const missing: Record<CaseInput['is'], (names: string) => string> = {
  oneProcess: () => 'Die beiden Zustände gehören zu verschiedenen Prozessen',
  visits: (names) => `Wie oft Schritte in ${names} getan werden: Zeichnen Sie einen Start und einen Ausgang`,
  probability: (names) => `Wie oft diese genommen werden: ${names}`,
  processTime: (names) => `Bearbeitungszeit von ${names}`,
  volume: () => 'Wie viele Vorgänge am Tag kommen',
  roleCost: (names) => `Kosten pro Stunde von ${names}`,
  teamCost: (names) => `Eine Rolle mit Kosten in ${names}`,
  productiveMinutes: (names) => `Produktive Zeit am Tag in ${names}`,
  leadTime: (names) => `Eine erwartete Durchlaufzeit von ${names}`,
  wait: (names) => `Die Wartezeit bei ${names}`,
  costOfDelay: () => 'Was ein Tag Verzögerung kostet',
  currency: () => 'Worin Geld gezählt wird',
};

const rounding: Record<Confidence, string> = {
  measured: 'Auf drei Stellen gerundet, da die Angaben gemessen sind.',
  estimated: 'Auf zwei Stellen gerundet, da Angaben geschätzt sind.',
  guessed: 'Wo eine Angabe geraten ist, steht nur eine Stelle.',
};

export const business: Pick<Words, 'business'> = {
  business: {
    title: 'Nutzenrechnung',
    figure: 'Kennzahl',
    usual: 'Üblich',
    from: 'Von',
    to: 'Bis',
    unit: 'Einheit',
    figures: {
      perItem: 'Frei je Vorgang',
      perDay: 'Freie Stunden am Tag',
      perYear: 'Freie Stunden im Jahr',
      people: 'In Personen',
      money: 'Ihre Kosten im Jahr',
      faster: 'Früher, je Vorgang',
      delay: 'Ersparte Verzögerung im Jahr',
    },
    units: { hours: 'h', people: 'Personen', days: 'd', minutes: 'min' },
    range: (from, to) => `${from} bis ${to}`,
    covers: (percent) => `von ${percent} der geänderten Stunden`,
    byRole: 'Nach Team und Rolle',
    who: 'Rolle',
    dayShort: 'Am Tag',
    yearShort: 'Im Jahr',
    roleOf: (role, team) => `${role}, ${team}`,
    external: 'Extern: in den Stunden, nicht in Personen',
    rests:
      'Stunden sind erwarteter Aufwand vorher weniger nachher, mal Menge; ein Schritt kostet, was seine verantwortliche Rolle kostet. Spannen nehmen alle Angaben zugleich niedrig oder hoch.',
    daysAssumed: (days) => `Ein Jahr ist mit ${days} Tagen angenommen.`,
    meanOf: (teams) => `Wo ein Schritt keine Rolle hat, gilt der Mittelwert seines Teams: ${teams}.`,
    rounding,
    missingTitle: 'Noch nicht gesagt',
    missing: (is, names) => missing[is](names),
    more: (count) => `${count} weitere`,
    go: 'Angeben',
    goFor: (what) => `Angeben: ${what}`,
    cost: 'Kosten pro Stunde',
    costHint: 'Was eine Stunde kostet, mit Spanne, wenn es eine gibt: 60 (50–80)',
    noCost: 'Geben Sie Kosten an wie 60, oder mit Spanne 60 (50–80).',
    volume: 'Vorgänge am Tag',
    costOfDelay: 'Kosten der Verzögerung',
    costOfDelayHint: 'Je Vorgang und Tag',
    daysPerYear: 'Tage im Jahr',
    daysHint: (days) => `${days} angenommen`,
    currency: 'Währung',
    currencyHint: 'EUR',
    low: 'Niedrig',
    high: 'Hoch',
  },
};
