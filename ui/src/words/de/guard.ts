// German: what protects the work.

import type { FileNotice, Kind } from '../../contract.ts';
import type { guard as en } from '../en/guard.ts';
import { many } from './terms.ts';

const kinds: Record<Kind, [one: string, several: string]> = {
  engagement: ['Auftrag', 'Aufträge'],
  process: ['Prozess', 'Prozesse'],
  state: ['Zustand', 'Zustände'],
  team: ['Team', 'Teams'],
  lane: ['Bahn', 'Bahnen'],
  role: ['Rolle', 'Rollen'],
  stage: ['Phase', 'Phasen'],
  step: ['Schritt', 'Schritte'],
  connector: ['Verbindung', 'Verbindungen'],
  handoff: ['Übergabe', 'Übergaben'],
  criterion: ['Kriterium', 'Kriterien'],
  template: ['Vorlage', 'Vorlagen'],
  sla: ['Service-Level', 'Service-Level'],
  calendar: ['Kalender', 'Kalender'],
  raciAssignment: ['Zuständigkeit', 'Zuständigkeiten'],
  painPoint: ['Schmerzpunkt', 'Schmerzpunkte'],
  idea: ['Idee', 'Ideen'],
  action: ['Maßnahme', 'Maßnahmen'],
  note: ['Notiz', 'Notizen'],
  measurementRun: ['gemessene Zeit', 'gemessene Zeiten'],
  waiver: ['offen gelassener Befund', 'offen gelassene Befunde'],
  picture: ['Logo', 'Logos'],
};

function notice(it: FileNotice, at: string): string {
  switch (it.is) {
    case 'fileReadOnly':
      return 'Die Datei ist schreibgeschützt.';
    case 'folderReadOnly':
      return 'Wo sie liegt, lässt sich nichts schreiben.';
    case 'secondName':
      return 'Sie hat auf ihrem Datenträger einen zweiten Namen, unter dem eine Bearbeitung nicht zu retten wäre.';
    case 'newer':
      return 'Ein neueres Baton hat sie geschrieben. Aktualisieren Sie Baton oder speichern Sie eine Kopie, um etwas zu ändern.';
    case 'behind':
      return it.edits === 1
        ? `Dieser Rechner hat eine Bearbeitung, die in der Datei fehlt, von ${at}: Sie ließ sich nicht speichern, oder eine ältere Fassung wurde zurückgelegt. Stellen Sie sie wieder her, bevor Sie weitermachen.`
        : `Dieser Rechner hat ${it.edits} Bearbeitungen, die in der Datei fehlen, die letzte von ${at}: Vielleicht wurde eine ältere Fassung zurückgelegt. Stellen Sie sie wieder her, bevor Sie weitermachen.`;
    case 'notRecording':
      return 'Bearbeitungen werden in der Datei gespeichert, aber dieser Rechner kann gerade keine zweite Kopie davon behalten.';
    case 'notBackedUp':
      return 'Bearbeitungen werden in der Datei gespeichert, aber die fällige Sicherung ließ sich nicht anlegen. Schaffen Sie Platz auf diesem Rechner.';
    case 'conflicts':
      return `Neben dieser Datei liegt ein anderer Stand desselben Auftrags, entstanden beim Synchronisieren: ${it.names.join(', ')}. Vergleichen Sie beide, um das Abweichende zu übernehmen.`;
  }
}

/** Why a file cannot be opened or written. */
const whys: Record<string, (name: string) => string> = {
  notABatonFile: (name) => `„${name}“ ist keine Baton-Datei.`,
  fileEmpty: (name) => `„${name}“ ist leer: Es steht kein einziges Byte darin.`,
  fileDamaged: (name) => `„${name}“ ist beschädigt. Nichts darin wurde verändert.`,
  fileAltered: (name) => `„${name}“ enthält etwas, das nicht von Baton stammt. Nichts darin wurde verändert.`,
  fileJournalForeign: (name) => `Das Journal neben „${name}“ gehört nicht dazu; beide blieben unberührt.`,
  fileUnreadable: (name) => `„${name}“ ist beschädigt oder von einem neueren Baton. Nichts darin wurde verändert.`,
  fileTooSlow: (name) => `„${name}“ zu prüfen dauerte zu lange, darum wurde sie nicht geöffnet.`,
  fileMissing: (name) => `„${name}“ gibt es dort nicht mehr.`,
  fileBusy: (name) => `„${name}“ wird gerade von einem anderen Programm benutzt.`,
  fileReadOnly: (name) => `„${name}“ lässt sich hier lesen, aber nicht ändern.`,
  fileNotAllowed: (name) => `Sie dürfen „${name}“ nicht ändern.`,
  fileTooLarge: (name) => `„${name}“ oder die Änderung ist zu groß für Baton.`,
  diskFull: (name) => `Der Datenträger mit „${name}“ ist voll.`,
  fileMoved: (name) => `„${name}“ wurde verschoben, gelöscht oder ersetzt, während sie offen war.`,
  fileChanged: (name) => `„${name}“ wurde von einem anderen Programm geändert, während sie offen war.`,
  fileUnsure: (name) =>
    `Der Datenträger versagte beim Speichern von „${name}“; ob die Änderung darin ist, weiß man noch nicht.`,
  fileTrouble: (name) => `„${name}“ ließ sich nicht lesen oder schreiben.`,
};

export const guard: typeof en = {
  guard: {
    notice,
    aboutFile: 'Zu dieser Datei',
    why: (code, message, name) => whys[code]?.(name) ?? message,
    kind: (kind, count) => many(count, ...kinds[kind]),

    unsaved: (label) => `Nicht gespeichert: ${label}.`,
    notSaved: 'Nicht gespeichert',
    unsavedKept: 'Sie bleibt, bis Sie wählen. Bis dahin lässt sich nichts anderes ändern.',
    elsewhere: 'An anderem Ort speichern',
    elsewhereAction: 'Kopie speichern und dort weitermachen',
    wentOn: (name) => `Sie machen in ${name} weiter. Die Datei davor ist, wie sie war.`,
    placed: (path: string) => `Jetzt unter ${path}`,
    again: 'Noch einmal versuchen',
    stillNot: 'Dort lässt sie sich noch immer nicht speichern.',
    discard: 'Verwerfen',
    discarded: (label) => `Verworfen: ${label}`,
    savedNow: (label) => `Gespeichert: ${label}`,

    restoreEdits: (edits) => `${many(edits, 'Bearbeitung', 'Bearbeitungen')} wiederherstellen`,
    restoredEdits:
      'Wiederhergestellt. Rückgängig nimmt die Bearbeitungen einzeln zurück; die Datei, wie sie war, ist eine Sicherung.',

    cannotOpen: (name) => `${name} lässt sich nicht öffnen`,
    staysAsItIs: 'Die Datei selbst bleibt, wie sie ist. Was Sie wählen, wird eine neue Datei.',
    newestBackup: 'Neueste Sicherung',
    earlierBackups: (count) => many(count, 'frühere Sicherung', 'frühere Sicherungen'),
    withEdits: (edits, at) =>
      `mit ${many(edits, 'Bearbeitung', 'Bearbeitungen')} von danach, die letzte ${at}`,
    salvage: 'Was sich von der Datei lesen lässt',
    salvageKept: (what) => `Lesbar: ${what}.`,
    salvageLost: (what) => `Verloren: ${what}.`,
    salvageNothingLost: 'Von Verlusten ist nichts bekannt.',
    salvageUnknown: (rows) => `${many(rows, 'beschädigte Zeile', 'beschädigte Zeilen')} unbekannter Art`,
    salvageHistory: (count) => `${many(count, 'Eintrag stammt', 'Einträge stammen')} aus dem Verlauf, vielleicht in einer früheren Fassung.`,
    salvageMade: (count) =>
      `${many(count, 'Eintrag wurde', 'Einträge wurden')} neu angelegt, damit die Karte ganz ist.`,
    salvaged: 'Aus dem gemacht, was sich von einer beschädigten Datei lesen ließ.',
    restoreFile: 'Als neue Datei wiederherstellen',
    recoverFile: 'In eine neue Datei retten',
    forgetRescue: 'Nicht jetzt',
    restoredFile: (name) => `Wiederhergestellt als ${name}`,

    backups: 'Sicherungen auf diesem Rechner',
    backupsLead:
      'Baton legt eine vor der ersten Bearbeitung an, in jeder Stunde des Bearbeitens und beim Schließen. Sie bleiben auf diesem Rechner.',
    noBackups: 'Noch keine. Die erste Bearbeitung legt eine an.',
    backupOf: (when) => `Sicherung von ${when}`,
    steps: (count) => many(count, 'Schritt', 'Schritte'),
    last: (label) => `zuletzt: ${label}`,
    kilobytes: (size) => `${size} kB`,

    reopened: 'Baton endete, ohne diese Datei zu schließen; sie ist wieder offen.',
    reopenedLast: (label) => `Zuletzt gespeichert: ${label}.`,

    diagnosis: 'Diagnose',
    diagnosisLead:
      'Für die, die Ihnen helfen: Versionen, Anzahlen und was zuletzt geschah. Nichts, was Sie geschrieben haben, steht darin, und niemandem wird es geschickt.',
    diagnosisSave: 'Als Text speichern',
    diagnosisFile: 'Baton-Diagnose',
  },
};
