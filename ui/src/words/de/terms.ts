// The terms of the field in German, one for each value of each closed list, the names of edits, and
// why something may not be.

import type {
  Acceptance,
  AgreementStatus,
  Check,
  Confidence,
  ConnectorKind,
  DelayCause,
  FollowUp,
  Label,
  LabelCode,
  NoteKind,
  Obligation,
  RaciLetter,
  RefusalCode,
  Severity,
  SlaKind,
  StepKind,
  ValueClass,
} from '../../contract.ts';
import type { Problem } from '../../duration.ts';
import type { terms as english } from '../en/terms.ts';
import { unread } from './unread.ts';

export const many = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('de')} ${count === 1 ? one : several}`;

const kinds: Record<StepKind, string> = {
  step: 'Schritt',
  decision: 'Entscheidung',
  start: 'Start',
  end: 'Ende',
};

const newNames: Record<StepKind, string> = {
  step: 'Neuer Schritt',
  decision: 'Entscheidung?',
  start: 'Start',
  end: 'Ende',
};

const causes: Record<DelayCause, string> = {
  queue: 'Warteschlange',
  priority: 'Anderes zuerst',
  off_shift: 'Keine Schicht',
  batch: 'Stapel',
  approval: 'Freigabe',
  information: 'Fehlende Information',
  rework: 'Nacharbeit',
  ping_pong: 'Pingpong',
  unassigned: 'Noch niemand zuständig',
  unnoticed: 'Nicht bemerkt',
  calendar: 'Termin',
  capacity: 'Keine Kapazität',
  external: 'Kunde oder Lieferant',
  transport: 'Transport oder Abgleich',
  system: 'System steht oder ist langsam',
  policy: 'Vorschrift',
  other: 'Anderes',
};

const checks: Record<Check, string> = {
  owner: 'Jemand ist verantwortlich',
  receiver: 'Eine empfangende Rolle ist genannt',
  trigger: 'Der Auslöser ist bekannt',
  exit: 'Ausgangskriterien sind vereinbart',
  entry: 'Eingangskriterien sind vereinbart',
  template: 'Die nötigen Informationen sind aufgeführt',
  ack: 'Ein Reaktionsziel ist gesetzt',
  complete: 'Ein Abschlussziel ist gesetzt',
  return: 'Es gibt eine Rückgaberegel',
  escalation: 'Die Eskalation ist vereinbart',
};

const flows: Record<ConnectorKind, string> = {
  seq: 'Immer',
  and: 'Parallel',
  xor: 'Eins von mehreren',
  rework: 'Nacharbeit',
};

const confidences: Record<Confidence, string> = {
  measured: 'Gemessen',
  estimated: 'Geschätzt',
  guessed: 'Geraten',
};

const values: Record<ValueClass, string> = {
  VA: 'Wertschöpfend',
  NNVA: 'Nötig, ohne Wert',
  N: 'Unnötig',
};

const followUps: Record<FollowUp, string> = { auto: 'Automatisch', manual: 'Durch Nachfragen' };

const acceptances: Record<Acceptance, string> = {
  explicit: 'Ausdrücklich',
  implicit: 'Schweigen gilt',
  none: 'Gar nicht',
};

const statuses: Record<AgreementStatus, string> = {
  draft: 'Entwurf',
  agreed: 'Vereinbart',
  live: 'In Kraft',
  retired: 'Abgelöst',
};

const slaKinds: Record<SlaKind, string> = {
  SLA: 'Service-Level-Vereinbarung',
  OLA: 'Interne Leistungsvereinbarung',
  UC: 'Vertrag mit Zulieferer',
};

const letters: Record<RaciLetter, string> = {
  R: 'Durchführend',
  A: 'Verantwortlich',
  C: 'Befragt',
  I: 'Informiert',
  S: 'Unterstützend',
  V: 'Prüfend',
  O: 'Ausgenommen',
  D: 'Treibend',
  RE: 'Empfehlend',
  P: 'Ausführend',
  M: 'Überwachend',
  OW: 'Eigner',
  H: 'Helfend',
};

const severities: Record<Severity, string> = {
  error: 'Fehler',
  warning: 'Warnung',
  info: 'Hinweis',
};
const obligations: Record<Obligation, string> = { must: 'muss', should: 'soll' };

const problems: Record<Problem, string> = {
  noTime: 'Das ist keine Zeit. Schreiben Sie 1,5 d, 4 h oder 20 min.',
  noUnit: 'Zeiten stehen in d, h oder min. Schreiben Sie 1,5 d, 4 h oder 20 min.',
  tooLong: 'Zeiten gehen bis zehn Jahre. Geben Sie eine kürzere ein.',
  noPercent: 'Geben Sie einen Anteil von 0 bis 100 ein, etwa 85 %.',
  noNumber: 'Geben Sie eine ganze Zahl ein.',
  noAmount: 'Geben Sie eine Zahl ein, etwa 12,5.',
};

const noteKinds: Record<NoteKind, string> = {
  note: 'Notiz',
  question: 'Frage',
  decision: 'Beschluss',
  assumption: 'Annahme',
  parked: 'Geparktes Thema',
};

/** What is no refusal of a command. */
const otherwise = {
  notALogo: 'Diese Datei kann kein Logo sein. Wählen Sie ein PNG, ein JPEG oder ein einfaches SVG, kleiner als 8 MB.',
  noSuchPattern: 'Dieser Vorschlag passt hier nicht mehr. Wählen Sie einen aus der Liste.',
  alreadyThere: 'Der Soll-Zustand ist schon so gut oder besser. Sehen Sie dort nach.',
  noSuchVersion: 'Diese Version gibt es nicht. Wählen Sie eine aus der Liste.',
  otherDocument: 'Diese Datei gehört zu einem anderen Auftrag und lässt sich mit der offenen nicht vergleichen.',
  sameFile: 'Das ist die offene Datei selbst. Wählen Sie eine andere.',
  differencesOld: 'Eine der beiden Dateien hat sich seit dem Vergleich geändert. Vergleichen Sie noch einmal.',
  stateMadeSince: 'Diesen Zustand gab es damals noch nicht. Zeigen Sie einen, den es gab.',
};
const refusals: Record<RefusalCode, string> = {
  noSuchRecord: 'Das gibt es nicht mehr. Machen Sie mit dem weiter, was auf der Karte ist.',
  differentStates: 'Die beiden Schritte liegen in verschiedenen Zuständen. Wählen Sie zwei im selben.',
  connectorWouldLoop: 'Eine Verbindung kann nicht zu ihrem eigenen Schritt führen.',
  alreadyConnected: 'Diese Schritte sind so schon verbunden.',
  startTakesNothing: 'In einen Start führt nichts hinein.',
  endGivesNothing: 'Aus einem Ende führt nichts heraus.',
  outOfBounds: 'Dieser Wert liegt außerhalb des Erlaubten. Geben Sie einen anderen ein.',
  rangeOutOfOrder:
    'Das Beste darf höchstens, das Schlechteste muss mindestens so groß wie das Übliche sein.',
  tooManyLanes: 'Für eine weitere Bahn ist kein Platz.',
  nameTaken: 'Diesen Namen gibt es schon. Nehmen Sie einen anderen.',
  cannotDelete: 'Das kann nicht gelöscht werden.',
  importInvalid: 'Diese Daten passen nicht zusammen und wurden nicht übernommen.',
  locked: 'Dieser Schritt ist gesperrt. Entsperren Sie ihn, um ihn zu verschieben oder zu löschen.',
  nothingToDo: 'Hier ist nichts zu tun.',
  actionWouldLoop:
    'Jede dieser Maßnahmen würde auf die andere warten. Wählen Sie eine, die nicht nach dieser kommt.',
};

/** The name of an edit: „3 Schritte verschieben“. */
function edit({ code, count, name }: Label): string {
  const of = name === '' ? '' : ` „${name}“`;
  const noteKind = noteKinds[name as NoteKind] ?? noteKinds.note;
  const steps = (does: string) =>
    count === 1 ? `Schritt${of} ${does}` : `${many(count, 'Schritt', 'Schritte')} ${does}`;
  const said: Record<LabelCode, string> = {
    newEngagement: 'Neues Projekt',
    addTeam: `Team${of} hinzufügen`,
    addStep: `Schritt${of} hinzufügen`,
    addRole: `Rolle${of} hinzufügen`,
    addPainPoint: `Schmerzpunkt${of} hinzufügen`,
    connect: name === '' ? 'Verbinden' : `Mit${of} verbinden`,
    reconnect: `Verbindung${of} umhängen`,
    moveSteps: steps('verschieben'),
    align: steps('ausrichten'),
    distribute: steps('verteilen'),
    moveLane: `Bahn${of} verschieben`,
    resizeLane: `Höhe der Bahn${of} ändern`,
    rename: name === '' ? 'Umbenennen' : `In${of} umbenennen`,
    changeStep: `Schritt${of} ändern`,
    changeConnector: `Verbindung${of} ändern`,
    annotateDelay: `Wartezeit${of} eintragen`,
    changeHandoff: count === 1 ? `Übergabe${of} ändern` : `${many(count, 'Übergabe', 'Übergaben')} ändern`,
    changeTeam: `Team${of} ändern`,
    changeProcess: `Prozess${of} ändern`,
    changeEngagement: 'Projekt ändern',
    delete: count === 1 ? `Löschen${of}` : `${many(count, 'Ding', 'Dinge')} löschen`,
    tidyUp: 'Aufräumen',
    import: 'Übernehmen',
    capture:
      count === 0
        ? 'Mitschreiben'
        : `${name === '' ? many(count, 'Schritt', 'Schritte') : `„${name}“`} mitschreiben`,
    splice: `In den Fluss einfügen${of}`,
    paste: steps('einfügen'),
    duplicate: steps('duplizieren'),
    lock: steps('sperren'),
    unlock: steps('entsperren'),
    bend: `Linie${of} führen`,
    addStage: `Phase${of} hinzufügen`,
    moveStage: `Grenze von${of} verschieben`,
    addIdea: `Idee${of} hinzufügen`,
    addNote: `${noteKind} hinzufügen`,
    changePainPoint: `Schmerzpunkt${of} ändern`,
    changeIdea: `Idee${of} ändern`,
    changeNote: `${noteKind} ändern`,
    vote: name === '' ? 'Abstimmen' : `Abstimmen über${of}`,
    addSla: `SLA${of} hinzufügen`,
    changeSla: `SLA${of} ändern`,
    addTemplate: `Vorlage${of} hinzufügen`,
    changeTemplate: `Vorlage${of} ändern`,
    addCalendar: `Kalender${of} hinzufügen`,
    changeCalendar: `Kalender${of} ändern`,
    addCriterion: 'Kriterium hinzufügen',
    changeCriterion: `Kriterium${of} ändern`,
    moveCriterion: 'Kriterium verschieben',
    changeRaci: name === '' ? 'Buchstaben ändern' : `Buchstaben von${of} ändern`,
    changeRole: `Rolle${of} ändern`,
    changeStage: `Phase${of} ändern`,
    addAction: `Maßnahme${of} hinzufügen`,
    changeAction: `Maßnahme${of} ändern`,
    waive: `${name} begründet offen lassen`,
    changeRule: `Prüfung ${name} einstellen`,
    makeState: `${name} anlegen`,
    improve: 'Soll-Zustand verbessern',
    changeState: `${name} ändern`,
    promoteState: `${name} zum Soll-Zustand machen`,
    combine: `zusammenlegen${of}`,
    checkAtSource: `an der Quelle prüfen${of}`,
    trigger: `Auslöser statt Stapel${of}`,
    acceptAndReturn: `annehmen und zurückgeben${of}`,
    approveByRule: `nach Regel genehmigen${of}`,
    parallel: `gleichzeitig tun${of}`,
    standardForm: `Formular anhängen${of}`,
    backup: `Vertretung benennen${of}`,
    merge: `aus ${name} zusammenführen`,
    setLogo: name === '' ? 'Logo entfernen' : `Logo ${name} setzen`,
    restoreVersion: name === '' ? 'wiederherstellen, wie geöffnet' : `${of.trim()} wiederherstellen`,
  };
  return said[code];
}

export const terms: typeof english = {
  locale: 'de',
  product: 'Baton',
  units: ['min', 'h', 'd'],
  inside: (word) => word,
  refusal: (code, message, unreadable) =>
    unreadable ? unread(unreadable) : ({ ...refusals, ...otherwise } as Record<string, string | undefined>)[code] ?? message,
  kinds,
  newNames,
  causes,
  checks,
  flows,
  confidences,
  values,
  followUps,
  acceptances,
  statuses,
  slaKinds,
  letters,
  severities,
  obligations,
  problems,
  edit,
};
