//! What fields and values are called in a list of changes, English and German. A field without a
//! name here is not one that a person sets.

use crate::language::Language;
use model::RowPart;

/// Name in the file, English, German.
type Entry = (&'static str, &'static str, &'static str);

/// What is set at a step, a connector, a handoff, a service level.
const FIELDS: &[Entry] = &[
    ("acceptance", "Acceptance", "Annahme"),
    ("accountable", "Accountable", "Verantwortlich"),
    ("acknowledge", "Acknowledge within", "Bestätigung innerhalb"),
    ("assignment", "Assignment rule", "Zuteilungsregel"),
    ("backup", "Backup", "Vertretung"),
    ("batchInterval", "Batch runs every", "Stapel läuft alle"),
    (
        "batchIntervalKnown",
        "How well “batch runs every” is known",
        "Wie sicher der Takt des Stapels ist",
    ),
    ("breachConsequence", "When it is missed", "Bei Überschreitung"),
    ("calendar", "Calendar", "Kalender"),
    ("cause", "Delay cause", "Ursache der Wartezeit"),
    ("causeNote", "Why it waits", "Warum es wartet"),
    ("channel", "Channel", "Kanal"),
    ("code", "Code", "Kürzel"),
    ("completeAccurate", "Complete and accurate", "Vollständig und richtig"),
    ("completeAccurateByGiver", "C&A as the giver sees it", "C&A aus Sicht der Gebenden"),
    ("completion", "Completion within", "Fertig innerhalb"),
    ("completionFrom", "Completion counts from", "Fertigstellung zählt ab"),
    ("completionMeans", "Complete means", "Fertig heißt"),
    ("completionObjective", "Objective for completion", "Zielquote Fertigstellung"),
    ("completionStop", "Completion clock stops at", "Uhr der Fertigstellung endet bei"),
    ("conditions", "Applies to", "Gilt für"),
    ("contacts", "Contacts", "Ansprechpersonen"),
    ("contingency", "Contingency", "Notfallweg"),
    ("deadEnd", "Gates the outcome", "Hält das Ergebnis auf"),
    ("effectiveFrom", "Effective from", "Gültig ab"),
    ("endToEnd", "From step to step", "Von Schritt zu Schritt"),
    ("entry", "Entry criterion", "Eingangskriterium"),
    ("escalation", "Escalation", "Eskalation"),
    ("escalations", "Escalation", "Eskalation"),
    ("evidence", "Evidence", "Nachweis"),
    ("exclusions", "Exclusions", "Ausnahmen"),
    ("exit", "Exit criterion", "Ausgangskriterium"),
    ("fields", "Field of the form", "Feld des Formulars"),
    ("flow", "Kind of connector", "Art der Verbindung"),
    ("followUp", "Follow-up", "Nachverfolgung"),
    ("from", "Comes from", "Kommt von"),
    ("handoff", "Handoff", "Übergabe"),
    ("handoffType", "Type of handoff", "Art der Übergabe"),
    ("inputs", "Inputs", "Eingaben"),
    ("kindOf", "Kind of agreement", "Art der Vereinbarung"),
    ("label", "Label", "Beschriftung"),
    ("lane", "Team", "Team"),
    ("letters", "Responsibility", "Verantwortung"),
    ("measurementSource", "Measured by", "Gemessen durch"),
    ("measures", "Measures", "Kennzahlen"),
    ("name", "Name", "Name"),
    ("notes", "Notes", "Notizen"),
    ("number", "Number", "Nummer"),
    ("objective", "Objective", "Zielquote"),
    ("objectiveWindow", "Counted over", "Gezählt über"),
    ("obligation", "Obligation", "Verbindlichkeit"),
    ("outputs", "Outputs", "Ergebnisse"),
    ("owner", "Owner", "Eigentümer"),
    ("passes", "What passes", "Was übergeben wird"),
    ("pauses", "Clock stops for", "Uhr steht bei"),
    ("people", "People at once", "Personen zugleich"),
    ("peopleKnown", "How well “people at once” is known", "Wie sicher die Zahl der Personen ist"),
    ("performers", "Can be done by", "Können es tun"),
    ("preset", "Made from", "Entstanden aus"),
    ("primary", "Usual branch", "Üblicher Zweig"),
    ("probability", "How often", "Wie oft"),
    ("probabilityKnown", "How well “how often” is known", "Wie sicher der Anteil ist"),
    ("procedure", "Procedure", "Anleitung"),
    ("procedureOwner", "Owner of the procedure", "Eigentümer der Anleitung"),
    ("procedureReview", "Review of the procedure", "Prüfung der Anleitung"),
    ("procedureVersion", "Version of the procedure", "Version der Anleitung"),
    ("processTime", "Process time", "Bearbeitungszeit"),
    ("qualityCompleteAccurate", "Promised C&A", "Zugesagtes C&A"),
    ("qualityStandard", "Quality standard", "Qualitätsmaßstab"),
    ("receivingRole", "Receiving role", "Empfangende Rolle"),
    ("response", "Response within", "Reaktion innerhalb"),
    ("responseMeans", "Response means", "Reaktion heißt"),
    ("responseStart", "Response clock starts at", "Uhr der Reaktion beginnt bei"),
    ("responseStop", "Response clock stops at", "Uhr der Reaktion endet bei"),
    ("returnReasons", "Return reasons", "Rückgabegründe"),
    ("returnRoute", "Return route", "Rückgabeweg"),
    ("reviewDate", "Review", "Prüfung"),
    ("sendingRole", "Sending role", "Gebende Rolle"),
    ("shape", "Kind of step", "Art des Schritts"),
    ("signatures", "Signed by", "Unterschrieben von"),
    ("sla", "Service level", "Service-Level"),
    ("span", "Start to finish", "Von Beginn bis Ende"),
    ("stage", "Stage", "Phase"),
    ("stated", "Said to be agreed", "Als vereinbart genannt"),
    ("status", "Status", "Stand"),
    ("systems", "Systems", "Systeme"),
    ("template", "Form", "Formular"),
    ("text", "Wording", "Wortlaut"),
    ("to", "Leads to", "Führt zu"),
    ("trigger", "Trigger", "Auslöser"),
    ("unowned", "Nobody is answerable", "Niemand ist zuständig"),
    ("value", "Value", "Wert"),
    ("varies", "Varies by person", "Je nach Person anders"),
    ("verifier", "Verified by", "Geprüft durch"),
    ("version", "Version", "Version"),
    ("wait", "Wait", "Wartezeit"),
    ("waitByGiver", "Wait as the giver sees it", "Wartezeit aus Sicht der Gebenden"),
    ("waitByReceiver", "Wait as the receiver sees it", "Wartezeit aus Sicht der Empfangenden"),
    ("workClass", "Class of work", "Art der Arbeit"),
];

/// Words of the closed lists.
const VALUES: &[Entry] = &[
    ("NNVA", "necessary", "notwendig"),
    ("N", "unnecessary", "unnötig"),
    ("VA", "value-adding", "wertschöpfend"),
    ("acceptance", "acceptance", "Annahme"),
    ("accepted", "accepted", "angenommen"),
    ("ack", "response target", "Reaktionsziel"),
    ("acknowledged", "acknowledged", "bestätigt"),
    ("agreed", "agreed", "vereinbart"),
    ("and", "all at once", "alle zugleich"),
    ("approval", "approval", "Freigabe"),
    ("auto", "the system tells", "das System meldet"),
    ("batch", "batch", "Stapel"),
    ("calendar", "appointment", "Termin"),
    ("capacity", "capacity", "Kapazität"),
    ("complete", "completion target", "Fertigstellungsziel"),
    ("completed", "completed", "fertig"),
    ("decision", "decision", "Entscheidung"),
    ("draft", "draft", "Entwurf"),
    ("end", "end", "Ende"),
    ("entry", "entry criteria", "Eingangskriterien"),
    ("escalation", "escalation", "Eskalation"),
    ("exit", "exit criteria", "Ausgangskriterien"),
    ("explicit", "explicit", "ausdrücklich"),
    ("external", "external", "extern"),
    ("implicit", "implicit", "stillschweigend"),
    ("information", "missing information", "Angaben fehlen"),
    ("live", "live", "in Kraft"),
    ("manual", "somebody chases", "jemand hakt nach"),
    ("month", "a month", "einen Monat"),
    ("must", "must", "muss"),
    ("none", "none", "keine"),
    ("off_shift", "off shift", "außer Dienst"),
    ("other", "other", "Sonstiges"),
    ("owner", "owner", "Zuständige"),
    ("ping_pong", "ping-pong", "Pingpong"),
    ("policy", "policy", "Vorschrift"),
    ("priority", "priority", "Vorrang anderer"),
    ("quarter", "a quarter", "ein Quartal"),
    ("queue", "queue", "Warteschlange"),
    ("receiver", "receiver", "Empfangende"),
    ("release", "release", "Freigabe"),
    ("released", "released", "übergeben"),
    ("retired", "retired", "außer Kraft"),
    ("return", "return rule", "Rückgaberegel"),
    ("rework", "rework", "Nacharbeit"),
    ("seq", "the one way on", "der eine Weg"),
    ("should", "should", "soll"),
    ("start", "start", "Anfang"),
    ("step", "step", "Schritt"),
    ("system", "system", "System"),
    ("template", "form", "Formular"),
    ("transport", "transport", "Transport"),
    ("trigger", "trigger", "Auslöser"),
    ("unassigned", "no owner", "ohne Zuständige"),
    ("unnoticed", "unnoticed", "unbemerkt"),
    ("week", "a week", "eine Woche"),
    ("xor", "one of several", "eine von mehreren"),
];

fn find(table: &[Entry], key: &str, language: Language) -> Option<&'static str> {
    let found = table.iter().find(|(name, ..)| *name == key)?;
    Some(language.pick(found.1, found.2))
}

/// What a field is called; none where no person sets it.
pub(super) fn field(key: &str, language: Language) -> Option<&'static str> {
    find(FIELDS, key, language)
}

/// What people ask for first comes first; the rest in the order it was found.
pub(super) fn rank(key: &str) -> usize {
    const FIRST: [&str; 15] = [
        "name",
        "handoff",
        "lane",
        "from",
        "to",
        "wait",
        "probability",
        "processTime",
        "span",
        "completeAccurate",
        "sla",
        "response",
        "completion",
        "objective",
        "template",
    ];
    FIRST.iter().position(|it| *it == key).unwrap_or(FIRST.len())
}

/// A word of a closed list; a letter of a matrix and a kind of agreement say themselves.
pub(super) fn value(word: &str, language: Language) -> String {
    find(VALUES, word, language).unwrap_or(word).to_owned()
}

/// Which part of a handoff a row of the matrix is about.
pub(super) fn part(part: RowPart, language: Language) -> &'static str {
    match part {
        RowPart::Whole => language.pick("all of it", "im Ganzen"),
        RowPart::Release => language.pick("release", "Freigabe"),
        RowPart::Accept => language.pick("acceptance", "Annahme"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::*;

    #[test]
    fn every_word_of_a_list_has_a_name() {
        let mut words: Vec<&str> = Vec::new();
        words.extend(DelayCause::ALL.iter().map(|it| it.word()));
        words.extend(StepKind::ALL.iter().map(|it| it.word()));
        words.extend(ConnectorKind::ALL.iter().map(|it| it.word()));
        words.extend(Check::ALL.iter().map(|it| it.word()));
        words.extend(Acceptance::ALL.iter().map(|it| it.word()));
        words.extend(FollowUp::ALL.iter().map(|it| it.word()));
        words.extend(AgreementStatus::ALL.iter().map(|it| it.word()));
        words.extend(ClockEvent::ALL.iter().map(|it| it.word()));
        words.extend(Obligation::ALL.iter().map(|it| it.word()));
        words.extend(ValueClass::ALL.iter().map(|it| it.word()));
        for word in words {
            assert!(find(VALUES, word, Language::English).is_some(), "no word for {word}");
        }
    }

    #[test]
    fn every_field_that_differs_between_states_has_a_name() {
        let silent = [
            "about",
            "bends",
            "connector",
            "endToEnd",
            "height",
            "id",
            "kind",
            "lane",
            "order",
            "origin",
            "pinned",
            "place",
            "row",
            "side",
            "state",
            "team",
            "until",
            "part",
            "role",
        ];
        let records = [
            Record::Step(Step::default()),
            Record::Connector(Connector::default()),
            Record::Handoff(Handoff::default()),
            Record::Stage(Stage::default()),
            Record::Sla(Sla::default()),
            Record::Template(Template::default()),
        ];
        for record in records {
            let body = serde_json::to_value(&record).unwrap();
            for key in body.as_object().unwrap().keys() {
                let known = field(key, Language::German).is_some();
                assert!(known || silent.contains(&key.as_str()), "no name for {key}");
            }
        }
    }
}
