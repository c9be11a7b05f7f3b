// Benannte Stände der Datei.

import type { versions as en } from '../en/versions.ts';
import { many } from './terms.ts';

export const versions: typeof en = {
  versions: {
    title: 'Versionen',
    show: 'Versionen dieser Datei',
    list: 'Versionen, neueste zuerst',
    nameThis: 'Diesen Stand benennen',
    name: 'Benennen',
    example: 'Ende Tag 1',
    named: (name) => `Benannt: ${name}`,
    opened: 'Wie geöffnet',
    empty:
      'Noch hat kein Stand einen Namen. Benennen Sie oben einen, etwa „Ende Tag 1“, und Sie können jederzeit dorthin zurück.',
    readOnly:
      'Diese Datei ist schreibgeschützt: Ihre Versionen können angesehen, aber nicht benannt oder wiederhergestellt werden.',
    today: 'heute',
    present: 'die Gegenwart',
    since: (edits) => `${many(edits, 'Bearbeitung', 'Bearbeitungen')} seither`,
    ahead: (edits) => `${many(edits, 'Bearbeitung', 'Bearbeitungen')} voraus, durch Wiederholen`,
    elsewhere: 'vor anderen Bearbeitungen',
    beside: 'Mit jetzt vergleichen',
    restore: 'Wiederherstellen',
    restores:
      'Wiederherstellen macht alles in einem Schritt so, wie es damals war. Rückgängig nimmt es zurück.',
    restored: (name) => `Wiederhergestellt: ${name}. Rückgängig nimmt es zurück.`,
    changedSince: 'Geändert seither',
    reading: 'Wird gelesen …',
    same: 'Alles ist, wie es war.',
    untold: 'Nichts, was sich in Worten sagen lässt.',
    changes: (count) => many(count, 'Änderung', 'Änderungen'),
    redrawn: (count) => `${many(count, 'Element', 'Elemente')} nur anders gezeichnet`,
    kinds: {
      engagement: 'Auftrag',
      process: 'Prozess',
      team: 'Teams',
      role: 'Rollen',
      calendar: 'Kalender',
      sla: 'Service-Level',
      template: 'Vorlagen',
      painPoint: 'Schmerzpunkte',
      idea: 'Ideen',
      action: 'Maßnahmen',
      note: 'Notizen, Fragen und Entscheidungen',
      waiver: 'Offen gelassene Befunde',
      measurementRun: 'Gemessene Zeiten',
      picture: 'Logo',
    },
    states: {
      added: 'Dieser Zustand wurde angelegt',
      removed: 'Dieser Zustand wurde gelöscht',
      changed: 'Der Zustand selbst',
    },
    asVersion: (name) => `Version: ${name}`,
    now: 'jetzt',
    madeSince:
      'Dieser Zustand wurde nach der Version angelegt. Zeigen Sie einen, den es damals gab, um beide nebeneinander zu sehen.',
  },
};
