// German: the analysis.

import type { MissingInput, NoExpectation } from '../../contract.ts';
import type { analysis as english } from '../en/analysis.ts';
import { many } from './terms.ts';

const missingInputs: Record<MissingInput, string> = {
  volume: 'Vorgänge am Tag',
  headcount: 'Personen des Teams',
  productiveMinutes: 'produktive Zeit am Tag',
  visits: 'wie oft jeder Schritt getan wird',
  processTime: 'Bearbeitungszeit der Schritte',
  leadTime: 'erwartete Durchlaufzeit',
};

const noExpectation: Record<NoExpectation['code'], string> = {
  noStart: 'Die Karte hat noch keinen Schritt, also ist nichts von ihr zu erwarten.',
  severalStarts: 'Vorgänge beginnen an mehreren Stellen. Zeichnen Sie einen Start und lassen Sie eine Entscheidung zu den anderen führen.',
  neverExits: 'Vorgänge gehen endlos im Kreis. Senken Sie den Anteil der Nacharbeit oder zeichnen Sie den Weg hinaus.',
};

export const analysis: typeof english = {
  analysisTitle: 'Analyse',
  analysis: {
    lead: 'Wo die Zeit bleibt und welche Änderung am meisten davon zurückgibt',
    empty: 'Noch gibt es nichts zu rechnen. Verbinden Sie zwei Schritte auf der Karte und sagen Sie, wie lange sie dauern und warten.',
    waiting: 'Wird gerechnet',
    basis: 'Sicht der Zahlen',
    bases: { timeline: 'Zeitlinie', expected: 'Erwartet' },
    baseHints: {
      timeline: 'Der wahrscheinlichste Weg einmal hindurch, nichts kommt zurück',
      expected: 'Jeder Weg so oft, wie er genommen wird, mit Nacharbeit',
    },
    figures: 'Zahlen',
    noTimeline: 'Noch führt kein Weg durch die Karte',
    onThePath: 'einmal hindurch, nichts kommt zurück',
    onAverage: 'im Mittel, mit Nacharbeit und Verzweigungen',
    whyAtLeast:
      'Mindestens: In paralleler Arbeit spielt der Zufall mit, also ist nicht immer derselbe Zweig der langsamere. Das wahre Mittel ist länger.',
    unstructured: (count) =>
      `Ein Mittel gibt es nicht: Parallele Arbeit trifft sich nicht wieder, oder ${many(count, 'Verbindung führt', 'Verbindungen führen')} über ihre Grenze.`,
    between: 'Warten zwischen Teams',
    ofLeadTime: 'der Durchlaufzeit, einmal hindurch',
    nothingJudged: 'Noch hat niemand einen Schritt beurteilt',
    rolled: (of, all) =>
      of === all ? 'vollständig und richtig an jedem Schritt' : `vollständig und richtig, ${of} von ${all} Schritten beurteilt`,
    handoffsPerCase: 'Übergaben je Vorgang',
    comeBack: (returns, perCase) =>
      returns === 0
        ? 'nichts wird zurückgegeben'
        : `${many(returns, 'Rückweg', 'Rückwege')}${perCase === null ? '' : `, je Vorgang kommen ${perCase} zurück`}`,
    noExpectation,
    notKnown: 'nicht bekannt',
    perCase: 'Je Vorgang',
    flowTitle: 'Wer auf wen wartet',
    flowCaption: {
      hours: 'Stunden Wartezeit je Vorgang; wer gibt, steht in den Zeilen, wer nimmt, in den Spalten',
      minutes: 'Minuten Wartezeit je Vorgang; wer gibt, steht in den Zeilen, wer nimmt, in den Spalten',
    },
    flowCaptionWork: {
      hours: 'Arbeitsstunden Wartezeit je Vorgang; wer gibt, steht in den Zeilen, wer nimmt, in den Spalten',
      minutes: 'Arbeitsminuten Wartezeit je Vorgang; wer gibt, steht in den Zeilen, wer nimmt, in den Spalten',
    },
    flowColumns: ['Gibt', 'Nimmt', 'Minuten Wartezeit je Vorgang', 'Übergaben je Vorgang', 'Davon zurück je Vorgang', 'Verbindungen'],
    gives: 'Gibt',
    nothingPasses: (between) => `${between}: nichts wird übergeben`,
    onlyDrawn: (between, count) =>
      `${between}: ${many(count, 'Verbindung ist', 'Verbindungen sind')} gezeichnet, wie oft, ist nicht bekannt`,
    passes: (between, time, perCase, back, unknown) =>
      `${between}: ${time} Wartezeit je Vorgang, ${perCase} Übergaben je Vorgang, davon ${back} zurück` +
      (unknown > 0 ? `, ${many(unknown, 'Wartezeit ist', 'Wartezeiten sind')} nicht bekannt` : ''),
    shownOnMap: (count) => `${many(count, 'Verbindung', 'Verbindungen')} auf der Karte ausgewählt`,
    density: (share) => `${share} aller möglichen Paare von Teams geben Arbeit aneinander weiter.`,
    loadTitle: 'Auslastung der Teams',
    loadColumns: ['Team', 'Auslastung in Prozent'],
    busiest: (team, load, times) =>
      `${team} ist am stärksten ausgelastet: Bei ${load} wartet eine Arbeit etwa ${times}-mal so lange, wie sie dauert. Bei 90 % wäre es 9-mal so lange.`,
    bottleneck: (team, load, times) =>
      `${team} ist der Engpass: Bei ${load} Auslastung wartet eine Arbeit etwa ${times}-mal so lange, wie sie dauert.`,
    overloaded: (team, load) =>
      `${team} ist der Engpass: Bei ${load} Auslastung kommt mehr herein, als getan werden kann, und die Schlange wächst ohne Ende.`,
    longestQueue: (team, time) => `Am längsten warten Vorgänge auf ${team}: je ${time}.`,
    loadMissing: (inputs) => `Damit jede Auslastung bekannt ist, fehlt: ${inputs}.`,
    toTeams: 'Teams ausfüllen',
    noLoad: 'Noch ist von keinem Team die Auslastung bekannt.',
    missingInputs,
    qualityTitle: 'Auf Anhieb richtig, Schritt für Schritt',
    qualityLead: 'Was nach jedem Schritt von den Vorgängen bleibt, die keine Korrektur brauchen',
    qualityColumns: ['Schritt', 'Team', '%C&A', '%C&A bis hierher'],
    own: '%C&A',
    rolledColumn: 'Bleibt',
    qualityEmpty: 'Noch hat niemand einen Schritt beurteilt. Fragen Sie, wer annimmt, wie oft er es so verwenden kann.',
    loopsTitle: 'Was Zurückgeben kostet',
    loopsLead: 'Die Karte, wie sie ist, abzüglich der Karte ohne diesen Rückweg',
    loopsColumns: ['Rückweg', 'Mal je Vorgang', 'Schritte noch einmal je Vorgang', 'Durchlaufzeit in Minuten', 'Personenminuten je Vorgang', 'Personenminuten am Tag'],
    wayBack: 'Rückweg',
    again: 'Noch einmal',
    longer: 'Länger um',
    effort: 'Arbeit je Vorgang',
    effortPerDay: 'Arbeit am Tag',
    loopsEmpty: 'Auf dieser Karte wird nichts zurückgegeben.',
    dependTitle: 'Woran es hängt',
    oneTeam: 'Ein Gelenk der Teams',
    oneTeamAbout: 'Ohne dieses Team fallen die anderen auseinander.',
    singlePoint: 'Einzige Stelle, an der alles hängt',
    singlePointAbout: 'Ohne dieses Team fallen die anderen auseinander, und einer seiner Schritte braucht eine bestimmte Person.',
    gate: 'Eine Person, jeder Vorgang',
    gateAbout: (who) => `Jeder Vorgang kommt hier vorbei, und nur ${who} kann es.`,
    onePerson: 'Eine Person',
    onePersonAbout: (who) => `Nur ${who} kann es.`,
    relay: 'Reicht nur weiter',
    relayAbout: 'Nichts, was hier getan wird, dauert lange oder schafft Wert.',
    keyShare: (share) => `${share} aller Arbeitsschritte brauchen eine bestimmte Person.`,
    betweenness: (share) => `Es liegt auf ${share} der kürzesten Wege zwischen zweien von ihnen.`,
    dependEmpty: 'Nichts hängt hier an nur einer Person oder nur einem Team.',
    dependColumns: ['Was', 'Wo', 'Warum'],
    pairsTitle: 'Zwischen zwei Teams',
    pairsColumns: ['Team', 'Team', 'Übergaben je Vorgang', 'Davon zurück je Vorgang', 'Pingpong', 'Viele'],
    pingPong: 'Pingpong',
    heavy: 'Viele',
    heavyHint: 'Mehr Übergaben je Vorgang, als dieser Auftrag richtig findet: Arbeit zusammenlegen oder zusammensetzen',
    traffic: 'Übergaben',
    sentBack: 'Zurück',
    sequence: (teams, returns) =>
      `Der Vorgang wechselt unterwegs ${many(teams, 'Mal', 'Mal')} das Team` +
      (returns > 0 ? `, davon ${returns}-mal gleich wieder zurück.` : '.'),
    pairsEmpty: 'Noch geben keine zwei Teams Arbeit aneinander weiter.',
    pair: 'Teams',
    twoTeams: (one, other) => `${one} und ${other}`,
    yes: 'ja',
    no: 'nein',
    unownedTitle: 'Längste Zeit ohne Verantwortung',
    unowned: (time, share) => `${time} lang ist niemand für den Vorgang verantwortlich, ${share} der Durchlaufzeit.`,
    unownedNone: 'Auf dem ganzen Weg ist jemand für den Vorgang verantwortlich.',
    littleTitle: 'Passt die Durchlaufzeit zum Stapel?',
    little: (perDay, time, items) => `${perDay} Vorgänge am Tag mal ${time} ergeben ${items} Vorgänge unterwegs.`,
    littleCounted: (count, time) => `${many(count, 'Vorgang wurde', 'Vorgänge wurden')} gezählt, das ergibt ${time} je Vorgang.`,
    littleApart: (percent) =>
      `Sie liegen ${percent} auseinander. Eines von beiden stimmt nicht: noch einmal zählen oder nach den längsten Wartezeiten fragen.`,
    littleFits: 'Beides passt zusammen.',
    littleUncounted: 'Noch hat niemand die Vorgänge unterwegs gezählt. Eine Zählung zeigt, ob die genannten Wartezeiten stimmen können.',
    littleMissing: (inputs) => `Das lässt sich noch nicht rechnen. Es fehlt: ${inputs}.`,
    waitsTitle: 'Wartezeiten, die längste zuerst',
    waitsLead: 'Eine zu verkürzen, die von etwas anderem überdauert wird, ändert nichts',
    waitsColumns: ['Wo', 'Minuten jedes Mal', 'Mal je Vorgang', 'Minuten je Vorgang', 'Puffer in Minuten', 'Grund'],
    where: 'Wo',
    each: 'Jedes Mal',
    times: 'Mal',
    total: 'Je Vorgang',
    slack: 'Puffer',
    onPath: 'auf dem kritischen Pfad',
    allWaits: (count) => `Alle ${count} Wartezeiten zeigen`,
    fewerWaits: 'Weniger zeigen',
    waitsEmpty: 'Noch ist keine Wartezeit bekannt.',
    noSlack: 'keiner',
    knownTitle: 'Worauf das beruht',
    knownShares: (measured, guessed) =>
      `Von der Durchlaufzeit einmal hindurch sind ${measured} gemessen und ${guessed} geraten; der Rest ist geschätzt.`,
    knownUnknown: (count) => `${many(count, 'Zeit oder Grund', 'Zeiten oder Gründe')} auf dem kritischen Pfad hat noch niemand gesagt:`,
    knownAll: 'Alles auf dem kritischen Pfad wurde gesagt.',
    assumed: (count) =>
      `${many(count, 'Anteil', 'Anteile')} hat niemand gesagt: Verzweigungen gelten als gleich wahrscheinlich, Nacharbeit als nie.`,
    chartMenu: (chart) => `Kopieren oder speichern: ${chart}`,
    copyRows: 'Als Tabelle kopieren',
    copySvg: 'Als SVG kopieren',
    saveCsv: 'Als CSV speichern',
    saveSvg: 'Als SVG speichern',
    rowsCopied: 'Tabelle kopiert',
    svgCopied: 'SVG kopiert',
    copyFailed: 'Das System hat die Kopie nicht angenommen. Versuchen Sie es noch einmal.',
    chartSaved: (path) => `Gespeichert unter ${path}`,
    asTable: 'Als Tabelle zeigen',
  },
};
