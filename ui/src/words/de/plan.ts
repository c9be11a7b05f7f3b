// Die Seite der Maßnahmen: ihre Tafel, wer was zu tun hat, was noch offen ist, ihre Dateien.

import type { ActionKind, ActionStatus } from '../../contract.ts';
import type { plan as english } from '../en/plan.ts';
import { many } from './terms.ts';

type Column = 30 | 60 | 90 | 0;

const columns: Record<Column, string> = { 30: '30 Tage', 60: '60 Tage', 90: '90 Tage', 0: 'Nicht geplant' };
const statuses: Record<ActionStatus, string> = {
  open: 'Offen',
  started: 'Begonnen',
  done: 'Erledigt',
  dropped: 'Verworfen',
};
const kinds: Record<ActionKind, string> = {
  just_do_it: 'Einfach tun',
  experiment: 'Versuch',
  project: 'Vorhaben',
};
const efforts: Record<'S' | 'M' | 'L', string> = { S: 'S – klein', M: 'M – mittel', L: 'L – groß' };

export const plan: typeof english = {
  plan: {
    title: 'Maßnahmen',
    lead: (open, done, late) =>
      [`${open} zu tun`, `${done} erledigt`, late > 0 ? `${late} überfällig` : ''].filter(Boolean).join(', '),
    empty:
      'Noch ist nichts geplant. Schreiben Sie die erste Maßnahme in die Zeile oben, oder beantworten Sie unten einen Schmerzpunkt.',
    columns,
    statuses,
    kinds,
    efforts,
    add: 'Maßnahme hinzufügen',
    addHint: 'Was zu tun ist, wer, 30 d, 8 h',
    lineHelp:
      'Nach Kommas: eine Rolle oder @Name, 30, 60 oder 90 d, 22.5.2026, 8 h, S, M oder L',
    understood: (parts) => `Verstanden: ${parts}`,
    added: (text) => `Maßnahme hinzugefügt: ${text}`,
    board: 'Plan',
    boardHint:
      'Pfeiltasten gehen weiter, Umschalt mit links oder rechts verschiebt eine Maßnahme, Eingabe öffnet sie.',
    until: (day) => `bis ${day}`,
    hours: (hours) => `${hours} h`,
    atLeast: (hours) => `≥ ${hours} h`,
    none: 'Nichts hier',
    noneFits: 'Keine Maßnahme passt zum Filter.',
    moved: (text, column) => `${text}: ${column}`,
    sooner: 'Maßnahme in die Spalte davor verschieben',
    later: 'Maßnahme in die Spalte danach verschieben',
    remove: 'Maßnahme löschen',
    removed: (text) => `Maßnahme gelöscht: ${text}`,
    filter: 'Nach Status filtern',
    all: 'Jeder Status',
    ofOwner: 'Nach Verantwortlichen filtern',
    everybody: 'Alle Verantwortlichen',
    from: 'Plan beginnt am',
    nobody: 'Niemand',
    dueOn: (day) => `Fällig ${day}`,
    lateSince: (day) => `Überfällig seit ${day}`,
    beyond: 'Nach dem letzten Tag der Spalte',
    comesAfter: (text) => `Nach „${text}“`,
    more: (count) => `+${count}`,
    moreSpoken: (count) => `${many(count, 'weiterer Bezug', 'weitere Bezüge')}: Maßnahme öffnen`,
    pain: 'Schmerzpunkt',
    votes: (count) => many(count, 'Stimme', 'Stimmen'),
    panel: 'Maßnahme',
    close: 'Maßnahme schließen',
    what: 'Was zu tun ist',
    status: 'Status',
    kind: 'Art',
    owner: 'Verantwortlich',
    person: 'Person',
    personHint: 'Wer es tut',
    column: 'Spalte',
    due: 'Fällig',
    start: 'Beginnt',
    work: 'Arbeit dafür',
    workHint: '8 h, 1,5 h',
    effort: 'Aufwand',
    effect: 'Erwartete Wirkung',
    effectHint: 'Welche Zahl, von wo nach wo',
    after: 'Erst nach',
    evidence: 'Woran man sieht, dass es wirkt',
    evidenceHint: 'Eine Zahl, neu gemessen; ein Formular in Gebrauch',
    answers: 'Beantwortet',
    addAnswer: 'Schmerzpunkt hinzufügen',
    changes: 'Ändert',
    addChange: 'Schritt oder Übergabe hinzufügen',
    unlink: (name) => `Wegnehmen: ${name}`,
    notSet: 'Nicht gesetzt',
    otherState: (name, state) => `${name} (${state})`,
    unanswered: 'Schmerzpunkte ohne Maßnahme',
    unansweredLead: 'Mit Stimmen oder schwer, und nichts ist dagegen geplant',
    allAnswered: 'Jeder Schmerzpunkt mit Stimmen hat eine Maßnahme.',
    noPains: 'Noch hat kein Schmerzpunkt Stimmen. Drücken Sie Alt+P auf dem, was weh tut.',
    answer: 'Mit Maßnahme beantworten',
    answerTo: (text) => `Mit Maßnahme beantworten: ${text}`,
    against: (text) => `Etwas tun gegen: ${text}`,
    hasIdea: 'eine Idee gibt es',
    load: 'Wer wie viel zu tun hat',
    loadLead: 'Pläne sterben, wenn niemand Zeit für sie hat',
    loadEmpty: 'Noch hat niemand etwas zu tun.',
    total: 'Zusammen',
    actionsOf: (count) => many(count, 'Maßnahme', 'Maßnahmen'),
    unsaid: (count) => `${many(count, 'Maßnahme', 'Maßnahmen')} ohne Stunden`,
    loadBar: (parts) => `Stunden je Spalte: ${parts}`,
    csv: 'Als Tabelle sichern (CSV)',
    calendar: 'Als Kalender sichern (ICS)',
    csvSaved: (path) => `Tabelle gesichert: ${path}`,
    calendarSaved: (path, entries, undated) =>
      [
        `${many(entries, 'Tag', 'Tage')} für Kalender gesichert: ${path}`,
        undated > 0 ? `${many(undated, 'Maßnahme hat', 'Maßnahmen haben')} keinen Termin und ${undated === 1 ? 'fehlt' : 'fehlen'} darin.` : '',
      ]
        .filter(Boolean)
        .join('. '),
    fileName: (title) => `${title} – Maßnahmen`,
    tableColumns: [
      'Maßnahme',
      'Status',
      'Art',
      'Verantwortlich',
      'Person',
      'Tage',
      'Beginnt',
      'Fällig',
      'Aufwand',
      'Stunden',
      'Beantwortet',
      'Ändert',
      'Erwartete Wirkung',
      'Nach',
      'Nachweis',
    ],
  },
};
