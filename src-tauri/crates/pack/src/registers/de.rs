//! The words of the registers in German: titles of sheets and columns, closed lists, what the
//! units mean.

use super::words::Groups;

/// Group by group, `code: word`, set apart by bars.
pub(super) const WORDS: Groups = &[
    (
        "title",
        "about: Über diese Datei | figures: Kennzahlen | handoffs: Übergaben | steps: Schritte \
         | connectors: Verbindungen | stages: Phasen | painPoints: Schmerzpunkte | ideas: Ideen \
         | decisions: Beschlüsse | assumptions: Annahmen | questions: Offene Fragen \
         | parked: Geparkte Themen | notes: Notizen | slas: SLAs | slaPauses: SLA-Pausen \
         | slaEscalations: SLA-Eskalationen | promises: Zusagen über den ganzen Weg \
         | criteria: Kriterien | raci: Verantwortung | templates: Vorlagen \
         | templateFields: Felder der Vorlagen | teams: Teams | roles: Rollen \
         | calendars: Kalender | calendarDays: Besondere Tage | actions: Maßnahmen \
         | findings: Befunde",
    ),
    (
        "column",
        "state: Zustand | number: Nr. | direction: Richtung | fromTeam: Von Team | fromStep: Von Schritt \
         | toTeam: An Team | toStep: An Schritt | passes: Was übergeben wird | trigger: Auslöser \
         | channel: Kanal | probability: Wie oft | probabilityConfidence: Wie oft, Angabe ist \
         | probabilitySaidBy: Wie oft gesagt von | waitUsual: Wartezeit, üblich \
         | waitBest: Wartezeit, bestenfalls | waitWorst: Wartezeit, schlimmstenfalls \
         | waitConfidence: Wartezeit ist | waitSample: Gemessene Vorgänge \
         | waitSaidBy: Wartezeit gesagt von | cause: Grund der Wartezeit \
         | causeNote: Mehr zum Grund | sendingRole: Gibt | receivingRole: Nimmt \
         | accountable: Verantwortlich | assignment: Zugeteilt nach | followUp: Nachfassen \
         | acceptance: Annahme | returnRoute: Rückgaberegel | returnReasons: Gründe einer Rückgabe \
         | template: Vorlage | sla: SLA | response: Reaktionsziel | responseClock: Reaktion zählt \
         | completion: Abschlussziel | completionClock: Abschluss zählt \
         | escalation: Eskalation | contingency: Wenn es nicht wie vereinbart geht \
         | procedure: Verfahren | procedureOwner: Eigner des Verfahrens \
         | procedureVersion: Version des Verfahrens | procedureReview: Prüfung des Verfahrens \
         | contacts: Ansprechpersonen | measures: Wie gemessen wird | handoffType: Sorte \
         | varies: Hängt von der Person ab | status: Status | readiness: Reife von 10 \
         | openChecks: Offene Prüfungen | team: Team | name: Name | code: Code | kind: Art \
         | stage: Phase | processTime: Bearbeitungszeit, üblich \
         | processBest: Bearbeitungszeit, bestenfalls \
         | processWorst: Bearbeitungszeit, schlimmstenfalls \
         | processConfidence: Bearbeitungszeit ist | processSample: Gemessene Vorgänge \
         | processSaidBy: Bearbeitungszeit gesagt von | span: Von Anfang bis Ende \
         | people: Personen | peopleConfidence: Personen, Angabe ist \
         | peopleSaidBy: Personen gesagt von | completeAccurate: Vollständig und richtig \
         | completeAccurateByGiver: Dasselbe, sagen die Gebenden \
         | completeAccurateConfidence: Vollständig und richtig ist \
         | completeAccurateSaidBy: Vollständig und richtig gesagt von | value: Wert \
         | systems: Systeme | performers: Wer es kann | backup: Vertretung | inputs: Braucht \
         | outputs: Hinterlässt | deadEnd: Nicht auf der Zeitleiste | notes: Notizen \
         | flow: Wird gegangen | primary: Auf der Zeitleiste | label: Beschriftung \
         | batchInterval: Stapel läuft alle | batchIntervalConfidence: Stapel, Angabe ist \
         | batchIntervalSaidBy: Stapel gesagt von | handoff: Übergabe | order: Reihenfolge | text: Text \
         | quote: Zitat | about: Zu | wastes: Verschwendungen | signs: Anzeichen \
         | votes: Stimmen | severity: Schwere | workClass: Klasse der Arbeit \
         | conditions: Gilt, wenn | usedBy: Übergaben und Phasen \
         | acknowledge: Bestätigungsziel | acknowledgeClock: Bestätigung zählt \
         | responseMeans: Reagieren heißt | responseStart: Reaktionsuhr beginnt \
         | responseStop: Reaktionsuhr endet | completionFrom: Abschlussuhr beginnt \
         | completionMeans: Abschließen heißt | completionStop: Abschlussuhr endet \
         | objective: Zielquote | completionObjective: Zielquote des Abschlusses \
         | window: Gezählt über | qualityStandard: Qualitätsmaßstab \
         | quality: Mindestens vollständig und richtig | calendar: Kalender \
         | breach: Wenn es verletzt wird | source: Quelle | exclusions: Ausgenommen \
         | owner: Eigner | effectiveFrom: In Kraft ab | reviewDate: Prüfung \
         | version: Version | signatures: Unterschrieben von | reason: Grund \
         | setBy: Gesetzt von | evidence: Nachweis | cap: Höchstens | autoResume: Läuft weiter \
         | level: Stufe | atPercent: Bei Teil des Ziels | offset: Nach der Frist \
         | escalationKind: Geht an | notify: Wer es erfährt | contact: In Worten \
         | action: Maßnahme | target: Ziel | clock: Zählt | sum: Summe auf dem Weg \
         | headroom: Übrig | union: Alle Ziele gehalten, mindestens \
         | product: Alle gehalten, wenn unabhängig | nominal: Üblich, wie gezeichnet \
         | today: Üblich heute | likely: Aussicht, gehalten zu werden | side: Seite \
         | obligation: Verbindlichkeit | verifier: Wer prüft | row: Übergabe oder Schritt \
         | part: Teil | origin: Buchstaben | problems: Gegen die Regeln | preset: Gemacht aus \
         | fields: Felder | required: Verpflichtend | requiredFields: Verpflichtende Felder \
         | group: Gruppe | key: Schlüssel | fieldType: Art des Felds \
         | requiredIf: Verpflichtend, wenn | help: Wie es auszufüllen ist | choices: Auswahl \
         | providedBy: Geliefert von | usedByStep: Gebraucht von | example: Beispiel \
         | validation: Gültig, wenn | sensitive: Vertraulich | external: Extern \
         | inState: Auf dieser Karte | headcount: Personen | productive: Produktive Zeit am Tag \
         | productiveConfidence: Produktive Zeit, Angabe ist \
         | productiveSaidBy: Produktive Zeit gesagt von \
         | person: Person | costPerHour: Kosten je Stunde | currency: Währung \
         | answersFor: Verantwortet Übergaben | timeZone: Zeitzone | always: Immer offen \
         | monday: Montag | tuesday: Dienstag | wednesday: Mittwoch | thursday: Donnerstag \
         | friday: Freitag | saturday: Samstag | sunday: Sonntag | date: Datum | hours: Zeiten \
         | horizon: Tage des Plans | start: Beginnt | due: Fällig | late: Überfällig \
         | effort: Aufwand | work: Arbeit | effect: Erwartete Wirkung | answers: Beantwortet \
         | changes: Ändert | after: Nach | rule: Regel | sign: Anzeichen | message: Aussage \
         | hint: Was zu tun ist | waived: Offen gelassen | waivedBecause: Offen gelassen, weil \
         | waivedBy: Offen gelassen von | waivedOn: Offen gelassen am | figure: Kennzahl \
         | amount: Wert | unit: Einheit | view: Sicht | entry: Register | rows: Zeilen",
    ),
    (
        "figure",
        "leadTime: Durchlaufzeit | processTime: Bearbeitungszeit auf dem kritischen Pfad \
         | activityRatio: Aktivitätsgrad | valueAdded: Wertschöpfender Anteil der Durchlaufzeit \
         | betweenTeams: Wartezeit zwischen Teams \
         | betweenTeamShare: Ihr Anteil an der Durchlaufzeit \
         | insideTeamShare: Wartezeit in Teams, Anteil an der Durchlaufzeit \
         | externalShare: Externer Anteil der Durchlaufzeit \
         | totalProcessTime: Bearbeitungszeit aller Schritte | totalEffort: Aufwand aller Schritte \
         | rolled: Durchgängig vollständig und richtig \
         | rolledOnPath: Dasselbe auf dem kritischen Pfad | steps: Schritte \
         | decisions: Entscheidungen | handoffs: Übergaben | reworkLoops: Nacharbeitsschleifen \
         | returnHandoffs: Rückgaben | readiness: Reife \
         | guessed: Geratener Teil der Durchlaufzeit | measured: Gemessener Teil der Durchlaufzeit \
         | expectedLeadTime: Erwartete Durchlaufzeit \
         | expectedAtLeast: Erwartete Durchlaufzeit, mindestens \
         | expectedProcessTime: Erwartete Bearbeitungszeit | expectedEffort: Erwarteter Aufwand \
         | expectedTouches: Erwartete Berührungen | expectedHandoffs: Erwartete Übergaben \
         | expectedReturns: Erwartete Rückgaben",
    ),
    ("view", "timeline: Zeitleiste | expected: Erwartet | map: Karte"),
    ("unit", "minutes: h | days: d | fraction: % | count: Anzahl | perItem: je Vorgang"),
    ("direction", "forward: Weiter | back: Zurück"),
    ("confidence", "measured: Gemessen | estimated: Geschätzt | guessed: Geraten"),
    ("acceptance", "explicit: Ausdrücklich | implicit: Schweigen gilt | none: Gar nicht"),
    ("followUp", "auto: Automatisch | manual: Durch Nachfragen"),
    ("status", "draft: Entwurf | agreed: Vereinbart | live: In Kraft | retired: Abgelöst"),
    (
        "check",
        "owner: Eine verantwortliche Rolle | receiver: Eine empfangende Rolle \
         | trigger: Ein Auslöser | exit: Ausgangskriterien | entry: Eingangskriterien \
         | template: Nötige Informationen | ack: Reaktionsziel | complete: Abschlussziel \
         | return: Rückgaberegel | escalation: Eskalationsweg",
    ),
    ("stepKind", "step: Schritt | decision: Entscheidung | start: Start | end: Ende"),
    ("value", "VA: Wertschöpfend | NNVA: Nötig, ohne Wert | N: Unnötig"),
    ("flow", "seq: Immer | and: Parallel | xor: Eins von mehreren | rework: Nacharbeit"),
    (
        "waste",
        "defects: Fehler | over_production: Überproduktion | waiting: Warten \
         | talent: Ungenutztes Können | transport: Transport | inventory: Bestände \
         | motion: Suchen und Wechseln | over_processing: Doppelte Bearbeitung",
    ),
    (
        "sign",
        "S1: Bleibt ohne nächsten Schritt liegen | S2: Nachfassen von Hand \
         | S3: Unvollständige Information | S4: Unklar, wem der nächste Schritt gehört \
         | S5: Versäumte Fristen, unklare Erwartungen \
         | S6: „Fertig“ wird verschieden verstanden | S7: Hängt von der Person ab",
    ),
    (
        "slaKind",
        "SLA: Service-Level-Vereinbarung | OLA: Interne Leistungsvereinbarung \
         | UC: Vertrag mit Zulieferer",
    ),
    ("clock", "business: Arbeitszeit | elapsed: Kalenderzeit"),
    (
        "event",
        "released: Übergeben | acknowledged: Bestätigt | accepted: Angenommen oder zurückgegeben \
         | completed: Abgeschlossen",
    ),
    ("completionFrom", "acceptance: Mit der Annahme | release: Mit der Übergabe"),
    ("window", "week: Eine Woche | month: Einen Monat | quarter: Ein Quartal"),
    ("escalation", "functional: Mehr Können | hierarchical: Mehr Befugnis"),
    ("side", "entry: Eingang | exit: Ausgang"),
    ("obligation", "must: Muss | should: Soll"),
    ("part", "whole: Alles | release: Übergeben | accept: Annehmen"),
    ("origin", "set: Gesetzt | derived: Folgen aus der Vereinbarung"),
    (
        "fieldType",
        "text: Text | longText: Langer Text | number: Zahl | dateTime: Datum und Uhrzeit \
         | choice: Eins von mehreren | multiChoice: Mehrere von mehreren \
         | role: Person oder Rolle | link: Datei oder Verweis | checklist: Prüfliste \
         | yesNo: Ja oder nein",
    ),
    ("actionStatus", "open: Offen | started: Begonnen | done: Erledigt | dropped: Verworfen"),
    ("actionKind", "just_do_it: Einfach tun | experiment: Versuch | project: Vorhaben"),
    ("severity", "error: Fehler | warning: Warnung | info: Hinweis"),
    ("state", "current: Ist-Zustand | future: Soll-Zustand | variant: Variante"),
    ("yesNo", "yes: Ja | no: Nein"),
    (
        "unnamed",
        "step: Schritt ohne Namen | team: Team ohne Namen | role: Rolle ohne Namen \
         | stage: Phase ohne Namen",
    ),
    ("joint", "after: nach"),
    (
        "about",
        "title: Titel | client: Auftraggeber | process: Prozess | state: Zustand | date: Datum \
         | version: Version | times: Zeiten | shares: Anteile | dates: Tage | empty: Leere Zellen",
    ),
    (
        "meaning",
        "business: Zeiten sind Stunden der Arbeitszeit des Prozesses. Ein Tag davon hat {day} h. \
         Ziele zählen, was neben ihnen steht. \
         | elapsed: Zeiten sind Stunden der Kalenderzeit. Ein Tag hat {day} h. Ziele zählen, was \
         neben ihnen steht. \
         | shares: Ein Anteil ist Teil des Ganzen, das seine Spalte nennt. \
         | dates: Tage sind Tage des Kalenders. \
         | empty: Noch hat es niemand gesagt, oder es trifft nicht zu.",
    ),
];
