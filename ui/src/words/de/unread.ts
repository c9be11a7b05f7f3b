// German: what is wrong with a typed or pasted text, where, and what to write instead. The words of
// the notation itself are the same in every language.

import type { Named, Problem, Unread } from '../../contract.ts';
import { many } from './terms.ts';

type Plain = Exclude<Named, { word: string }>;

/** In the nominative after a colon; those with an article of their own in the accusative. */
const named: Record<Plain, string> = {
  name: 'ein Name',
  clock: '„business“ oder „elapsed“',
  stepName: 'der Name eines Schritts',
  teamName: 'der Name eines Teams',
  roleName: 'der Name einer Rolle',
  personName: 'der Name einer Person',
  code: 'ein Kürzel',
  said: 'was gesagt wird',
  announced: 'was das Komma ankündigt',
  hurts: 'was schmerzt',
  span: 'die Spanne',
  accountableRole: 'die verantwortliche Rolle',
  interval: 'der Abstand',
  share: 'der Anteil',
  valueClass: 'die Wertklasse',
  connectorKind: 'die Art der Verbindung',
  label: 'die Beschriftung',
  handoffNumber: 'die Nummer der Übergabe',
  wait: 'die Wartezeit',
  cause: 'die Ursache',
  client: 'der Kunde',
  workingTime: 'die Arbeitszeit',
  people: 'die Zahl der Personen',
  holder: 'wer die Rolle hat',
  completeAccurate: '%C&A',
  processTime: 'die Bearbeitungszeit',
  passes: 'was übergeben wird',
  trigger: 'was es dem Empfänger sagt',
  giver: 'wer gibt',
  receiver: 'wer empfängt',
  accountable: 'wer verantwortlich ist',
  howLong: 'wie lange es wartet',
  why: 'warum es wartet',
  channel: 'auf welchem Weg es kommt',
  aNumber: 'eine Zahl',
  aTeam: 'ein Team',
  aRole: 'eine Rolle',
  aPainPoint: 'einen Schmerzpunkt',
  aStepOrWay: 'einen Schritt oder den Weg zu ihm',
  aConnector: 'eine Verbindung',
  aClock: 'eine Uhr',
  anEngagement: 'einen Auftrag',
  aProcess: 'einen Prozess',
  aState: 'einen Zustand',
  aReference: 'einen Verweis',
  aStep: 'einen Schritt',
  aStepInAConnector: 'einen Schritt in einer Verbindung; das gehört in die Zeile des Schritts',
  aDay: 'einen Tag; geschrieben wird er wie „8 h a day“',
  step: 'Schritt',
  team: 'Team',
  role: 'Rolle',
  connector: 'Verbindung',
  handoff: 'Übergabe',
  thing: 'Ding auf der Karte',
};

const name = (it: Named): string => (typeof it === 'string' ? named[it] : `was auf „${it.word}“ folgt`);

type Of<K extends Problem['problem']> = Extract<Problem, { problem: K }> extends { of: infer T } ? T : undefined;

const sentences: { [K in Problem['problem']]: (of: Of<K>) => string } = {
  textTooLong: () => 'Der Text ist länger als 1 MB. Teilen Sie ihn auf mehrere Karten auf.',
  tooManyLines: () => 'Der Text hat mehr als 50.000 Zeilen. Teilen Sie ihn auf mehrere Karten auf.',
  lineTooLong: () => 'Diese Zeile hat mehr als 40.000 Zeichen. Brechen Sie sie nach einem Komma um.',
  openQuote: () =>
    'Das Anführungszeichen wird in dieser Zeile nicht geschlossen. Schließen Sie es; ein Zeilenende schreibt man \\n.',
  unknownEscape: (of) => `\\${of} bedeutet in Anführungszeichen nichts. Ein Rückstrich wird \\\\ geschrieben.`,
  quoteInside: () => 'Anführungszeichen stehen um einen ganzen Namen. Darin schreibt man \\".',
  arrowInside: () => 'Ein Pfeil mitten im Namen. Setzen Sie den Namen in Anführungszeichen.',
  missing: (of) => `Hier fehlt etwas: ${name(of)}. Schreiben Sie es, oder nehmen Sie Komma oder Pfeil weg.`,
  nothingAfter: (word) => `Nach „${word}“ fehlt etwas. Schreiben Sie es, oder nehmen Sie das Wort weg.`,
  unknown: ({ text, of }) =>
    `„${text}“ sagt nichts über ${name(of)}. Gehört das Komma zum Namen, setzen Sie ihn in Anführungszeichen.`,
  twice: (of) => `Zweimal gesagt: ${name(of)}. Lassen Sie eines stehen.`,
  notATime: (of) => `„${of}“ ist keine Zeit. Schreiben Sie 45 min, 4 h, 1.5 d oder 1 d 2 h.`,
  weeks: () => 'Wochen sind von Team zu Team verschieden. Schreiben Sie Tage, wie 5 d.',
  timeTooLong: () => 'Das ist länger als zehn Jahre. Schreiben Sie eine kürzere Zeit.',
  notAShare: (of) => `„${of}“ ist kein Anteil. Schreiben Sie ihn wie 85 %, von 0 bis 100.`,
  notANumber: (of) => `„${of}“ ist keine ganze Zahl, die hier passt.`,
  notARange: () => 'Eine Spanne schreibt man (1 d to 3 d), (from 1 d) oder (up to 3 d).',
  rangeOutOfOrder: () =>
    'Der übliche Wert liegt nicht in der Spanne. Der beste Fall darf nicht darüber liegen, der schlechteste nicht darunter.',
  noNumber: (of) => `„${of}“ sagt, wie sicher eine Zahl ist. Schreiben Sie es hinter die Zahl.`,
  notACause: ({ text, known }) => `„${text}“ ist keine Wartursache. Schreiben Sie eine von diesen: ${known}.`,
  notAWaste: ({ text, known }) => `„${text}“ ist keine Verschwendung. Schreiben Sie eine von diesen: ${known}.`,
  backIsRework: () =>
    'Eine Verbindung zurück (~>) ist Nacharbeit und keiner der Wege weiter. Nehmen Sie das Wort weg oder schreiben Sie ->.',
  lineTwice: () => 'Das sagt der Text auch in einer anderen Zeile. Lassen Sie eine stehen.',
  noTeam: () => 'Dieser Schritt steht unter keinem Team. Schreiben Sie darüber eine Zeile wie „team Vertrieb“.',
  teamDescribed: () =>
    'Dieses Team ist oben schon beschrieben. Sagen Sie dort alles darüber; hier genügt der Name.',
  noSuch: ({ what, name: called, near }) =>
    `${name(what)} „${called}“ gibt es hier nicht. ${near === null ? 'Prüfen Sie die Schreibweise, oder schreiben Sie es zuerst darüber.' : `Meinen Sie „${near}“?`}`,
  ambiguous: ({ what, name: called }) =>
    `${name(what)} „${called}“ gibt es mehrmals. Schreiben Sie ${called}, @1 in die Zeile, die gemeint ist, und hier @1.`,
  tagTwice: (of) => `„@${of}“ haben zwei Dinge. Nehmen Sie eine andere Zahl.`,
  numberTwice: (of) => `H-${String(of).padStart(2, '0')} haben zwei Verbindungen. Nehmen Sie eine andere Zahl.`,
  loop: () => 'Eine Verbindung kann nicht zu ihrem eigenen Schritt führen. Nennen Sie zwei Schritte.',
  intoStart: () => 'In einen Start führt nichts hinein. Verbinden Sie mit dem Schritt danach.',
  outOfEnd: () => 'Aus einem Ende führt nichts heraus. Verbinden Sie vom Schritt davor.',
  notAHandoff: (of) =>
    `Das gibt es nur zwischen zwei Teams, oder mit einer Nummer wie H-01: ${name(of)}.`,
  tooManyTeams: () => 'Eine Karte hat höchstens 200 Bahnen. Legen Sie diese Schritte in Teams, die da sind.',
  noMap: () => 'Die Karte, auf der diese Zeile weitergeht, gibt es nicht mehr. Wählen Sie eine andere.',
  nothingBefore: () =>
    'Ein Pfeil geht von einem Schritt weiter, und vor diesem steht keiner. Schreiben Sie zuerst seinen Namen, oder wählen Sie ihn aus.',
  whichTeam: (of) => `Dieser Schritt hat noch kein Team. Schreiben Sie es davor, wie „Vertrieb: ${of}“.`,
  whichStep: (of) =>
    `Mehrere Schritte heißen „${of}“. Schreiben Sie das Team davor, oder das Kürzel, wie #A01.`,
  noWay: (of) =>
    `Zu diesem Schritt führt hier kein Pfeil, also lässt sich „${of}“ nicht sagen. Schreiben Sie -> oder > vor den Schritt.`,
  noHeader: () =>
    'Zellen ohne Kopfzeile. Schreiben Sie darüber eine Zeile mit den Namen der Spalten, wie team, step, process time; oder setzen Sie den Namen in Anführungszeichen.',
  cells: ([cells, columns]) =>
    `Diese Zeile der Tabelle hat ${many(cells, 'Zelle', 'Zellen')}, die Kopfzeile ${columns}. Ergänzen oder entfernen Sie Zellen.`,
  notAColumn: ({ text, known }) =>
    `„${text}“ ist keine bekannte Spalte. Schreiben Sie eine von diesen: ${known}; oder entfernen Sie die Spalte.`,
  noWayInto: (of) =>
    `In den Schritt dieser Zeile führt nichts, also passt hier nicht: ${name(of)}. Leeren Sie die Zelle, oder sagen Sie es in der Zeile des Schritts danach.`,
  noWayOut: ({ said, ways }) =>
    `Diese Zeile nennt ${many(said, 'Wartezeit', 'Wartezeiten')}, und aus ihrem Schritt ${ways === 1 ? 'führt 1 Weg' : `führen ${ways} Wege`} hinaus. Nennen Sie eine für jeden, mit Strichpunkt dazwischen, oder eine für alle.`,
  outOfBounds: () =>
    'Ein Wert ist zu lang, zu groß oder enthält ein Zeichen, das sich nicht anzeigen lässt. Kürzen Sie ihn.',
  invalid: () => 'Daraus wird keine Karte. Prüfen Sie, was diese Stelle mit dem Rest verbindet.',
};

/** The whole sentence, with its place. */
export const unread = (it: Unread): string => {
  const of = 'of' in it.problem ? it.problem.of : undefined;
  // The type of each sentence is that of its own problem.
  const sentence = sentences[it.problem.problem] as (of: unknown) => string;
  return `Zeile ${it.line}, Stelle ${it.column}: ${sentence(of)}`;
};
