// Zwei Dateien eines Auftrags, getrennt entstanden: was sich unterscheidet und wie man es übernimmt.

import type { conflict as en } from '../en/conflict.ts';
import { many } from './terms.ts';

export const conflict: typeof en = {
  conflict: {
    compare: 'Beide Dateien vergleichen',
    compareWith: (name) => `Mit ${name} vergleichen`,
    choose: 'Mit einer anderen Datei dieses Auftrags vergleichen',
    title: 'Zwei Dateien eines Auftrags',
    lead: (name) => `Die offene Datei neben ${name}; diese wird nur gelesen und bleibt, wie sie ist.`,
    nothing: 'Es gibt keine andere Datei mehr, mit der sich vergleichen ließe.',
    noBase:
      'Woraus beide Dateien entstanden sind, ist nicht bekannt. Über jeden Unterschied entscheiden darum Sie, und nichts wird von selbst übernommen.',
    readOnly: 'Diese Datei ist schreibgeschützt: Es lässt sich nichts in sie übernehmen.',
    same: 'Es gibt keinen Unterschied mehr.',
    groups: {
      there: 'Nur dort',
      here: 'Nur hier',
      both: 'In beiden anders',
    },
    leads: {
      there: 'Was in der anderen Datei geschah. Angehaktes wird in diese übernommen.',
      here: 'Was in dieser Datei geschah. Angehaktes bleibt; das Übrige wird wie dort.',
      both: 'In beiden Dateien geschah etwas anderes. Wählen Sie jeweils eines; ohne Wahl bleibt es wie hier.',
    },
    allThere: { there: 'Alle übernehmen', here: 'Alle aufgeben', both: 'Alle wie dort' },
    allHere: { there: 'Keine übernehmen', here: 'Alle behalten', both: 'Alle wie hier' },
    here: 'Hier',
    there: 'Dort',
    kinds: {
      engagement: 'Auftrag',
      process: 'Prozess',
      state: 'Zustände',
      team: 'Teams',
      lane: 'Bahnen',
      role: 'Rollen',
      stage: 'Phasen',
      step: 'Schritte',
      connector: 'Verbindungen',
      handoff: 'Übergaben',
      criterion: 'Kriterien',
      template: 'Vorlagen',
      sla: 'Service-Level',
      calendar: 'Kalender',
      raciAssignment: 'Verantwortungen',
      painPoint: 'Schmerzpunkte',
      idea: 'Ideen',
      action: 'Maßnahmen',
      note: 'Notizen, Fragen und Entscheidungen',
      measurementRun: 'Gemessene Zeiten',
      waiver: 'Offen gelassene Befunde',
      picture: 'Logo',
    },
    how: {
      added: 'neu',
      changed: 'geändert',
      removed: 'gelöscht',
      changedInBoth: 'in beiden geändert',
      removedThere: 'dort gelöscht, hier geändert',
      removedHere: 'hier gelöscht, dort geändert',
      only: 'nur in dieser',
      differs: 'verschieden',
    },
    map: 'Plätze auf der Karte',
    drawn: (things) => `Wo ${many(things, 'Element', 'Elemente')} gezeichnet ${things === 1 ? 'ist' : 'sind'}`,
    withParts: (parts) => `mit ${many(parts, 'zugehörigem Element', 'zugehörigen Elementen')}`,
    undecided: (count) =>
      `${many(count, 'Unterschied ist', 'Unterschiede sind')} noch nicht entschieden und ${count === 1 ? 'bliebe' : 'blieben'} wie hier.`,
    merge: (count) =>
      count === 0 ? 'Zusammenführen' : `${many(count, 'Unterschied', 'Unterschiede')} zusammenführen`,
    merged: (count) =>
      count === 0
        ? 'Es wurde nichts übernommen.'
        : `${many(count, 'Unterschied', 'Unterschiede')} in einem Schritt zusammengeführt. Rückgängig nimmt das zurück.`,
    along: (names) => `Mit übernommen, weil es dafür nötig ist: ${names}.`,
    gone: (names) => `Mit dem Gelöschten verschwunden: ${names}.`,
    leftNeeds: (title, needs) =>
      `Nicht übernommen: ${title}. Dafür fehlt ${needs}; das wurde hier gelöscht.`,
    leftRule: (title) => `Nicht übernommen: ${title}. Es passt nicht zu dem, was hier ist.`,
    leftMore: (count: number) => `Ebenfalls nicht übernommen: ${many(count, 'weiterer Unterschied', 'weitere Unterschiede')}.`,
    leftUntried: (count: number) =>
      `Nicht geprüft: ${many(count, 'Unterschied', 'Unterschiede')}, denn zu viele passen nicht zusammen. Übernehmen Sie weniger auf einmal.`,
    close: 'Schließen',
  },
};
