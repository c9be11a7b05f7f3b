//! What the fields of shared records are called and how their values read, English and German. A
//! field without a name here is not one that a person sets.

use super::words;
use crate::language::Language;
use model::{Kind, RecordId};
use serde_json::{Map, Value};

/// Field, English, German; told only where no kind says otherwise.
const FIELDS: &[(&str, &str, &str)] = &[
    ("about", "Pinned to", "Gehört zu"),
    ("aboutKind", "Kind", "Art"),
    ("after", "Comes after", "Folgt auf"),
    ("always", "Always open", "Immer offen"),
    ("answers", "Answers", "Antwortet auf"),
    ("by", "Decided by", "Entschieden von"),
    ("client", "Client", "Kunde"),
    ("clock", "Clock", "Uhr"),
    ("colour", "Colour", "Farbe"),
    ("completion", "Completion times", "Zeiten bis fertig"),
    ("costOfDelay", "Cost of delay", "Kosten der Verzögerung"),
    ("costPerHour", "Cost per hour", "Kosten pro Stunde"),
    ("countedWip", "Counted on their way", "Unterwegs gezählt"),
    ("currency", "Currency", "Währung"),
    ("customer", "Customer", "Für wen"),
    ("date", "Date", "Datum"),
    ("dates", "Dates", "Termine"),
    ("daysPerYear", "Days a year", "Tage im Jahr"),
    ("description", "What it tries out", "Was er ausprobiert"),
    ("due", "Due", "Fällig"),
    ("effect", "Expected effect", "Erwartete Wirkung"),
    ("effort", "Effort", "Aufwand"),
    ("endCondition", "Ends when", "Endet, wenn"),
    ("evidence", "Evidence", "Nachweis"),
    ("external", "External", "Extern"),
    ("facilitators", "Facilitators", "Moderation"),
    ("finding", "Finding", "Befund"),
    ("headcount", "People", "Personen"),
    ("headcountKnown", "How well their number is known", "Wie sicher ihre Zahl ist"),
    ("horizonDays", "Within", "Innerhalb"),
    ("packs", "How packs are made", "Wie Mappen entstehen"),
    ("participants", "Participants", "Teilnehmende"),
    ("person", "Person", "Person"),
    ("place", "Place", "Ort"),
    ("planFrom", "Plan begins on", "Plan beginnt am"),
    ("process", "Process", "Prozess"),
    (
        "productiveKnown",
        "How well their productive time is known",
        "Wie sicher die produktive Zeit ist",
    ),
    ("productiveMinutesPerDay", "Productive time a day", "Produktive Zeit am Tag"),
    ("quote", "Word for word", "Wörtlich"),
    ("reason", "Reason", "Grund"),
    ("response", "Response times", "Zeiten bis zur Reaktion"),
    ("returns", "Returned items", "Zurückgegebene Vorgänge"),
    ("role", "What it is for", "Wofür er steht"),
    ("rules", "Checks set otherwise", "Anders eingestellte Prüfungen"),
    ("scheme", "Scheme", "Schema"),
    ("scope", "Scope", "Umfang"),
    ("severity", "Severity", "Schwere"),
    ("signs", "Signs", "Anzeichen"),
    ("source", "Source", "Quelle"),
    ("specialDays", "Special days", "Besondere Tage"),
    ("sponsor", "Sponsor", "Auftraggeber"),
    ("start", "Begins", "Beginnt"),
    ("state", "State", "Zustand"),
    ("team", "Team", "Team"),
    ("timeZone", "Time zone", "Zeitzone"),
    ("title", "Title", "Titel"),
    ("volumeBounds", "Range of the volume", "Spanne der Menge"),
    ("volumePerThousandDays", "Items a day", "Vorgänge am Tag"),
    ("votes", "Dots", "Punkte"),
    ("wastes", "Wastes", "Verschwendung"),
    ("windows", "Hours", "Zeiten"),
    ("work", "Work", "Arbeit"),
    ("workItem", "Work item", "Vorgang"),
];

/// Field, word in the file, English, German.
const VALUES: &[(&str, &str, &str, &str)] = &[
    ("wastes", "defects", "defects", "Fehler"),
    ("wastes", "over_production", "over-production", "Überproduktion"),
    ("wastes", "waiting", "waiting", "Warten"),
    ("wastes", "talent", "unused talent", "ungenutztes Können"),
    ("wastes", "transport", "transportation", "Transport"),
    ("wastes", "inventory", "inventory", "Bestände"),
    ("wastes", "motion", "motion", "Wege"),
    ("wastes", "over_processing", "extra processing", "doppelte Bearbeitung"),
    ("signs", "S1", "stalls without next steps", "stockt ohne nächsten Schritt"),
    ("signs", "S2", "manual follow-ups", "Nachhaken von Hand"),
    ("signs", "S3", "incomplete information", "unvollständige Angaben"),
    ("signs", "S4", "unclear owner", "unklar, wer zuständig ist"),
    ("signs", "S5", "missed deadlines", "verpasste Fristen"),
    ("signs", "S6", "“ready” is read differently", "„fertig“ wird verschieden verstanden"),
    ("signs", "S7", "varies by person", "je nach Person anders"),
    ("status", "open", "open", "offen"),
    ("status", "started", "started", "begonnen"),
    ("status", "done", "done", "erledigt"),
    ("status", "dropped", "dropped", "verworfen"),
    ("kindOf", "just_do_it", "just do it", "einfach tun"),
    ("kindOf", "experiment", "experiment", "Versuch"),
    ("kindOf", "project", "project", "Projekt"),
    ("aboutKind", "note", "note", "Notiz"),
    ("aboutKind", "question", "question", "Frage"),
    ("aboutKind", "decision", "decision", "Entscheidung"),
    ("aboutKind", "assumption", "assumption", "Annahme"),
    ("aboutKind", "parked", "parked topic", "geparktes Thema"),
    ("role", "current", "how it is", "wie es ist"),
    ("role", "future", "how it should be", "wie es sein soll"),
    ("role", "variant", "another way", "ein anderer Weg"),
    ("clock", "business", "working time", "Arbeitszeit"),
    ("clock", "elapsed", "time on the wall", "verstrichene Zeit"),
];

/// What a field of a record of this kind is called.
pub(super) fn field(kind: Kind, key: &str, language: Language) -> Option<&'static str> {
    let said = match (kind, key) {
        // What nobody sets by hand.
        (_, "origin" | "preset" | "id" | "kind") => return None,
        (Kind::Team | Kind::Engagement | Kind::Role, "name") => language.pick("Name", "Name"),
        (Kind::Sla | Kind::Template, _) => return words::field(key, language),
        (Kind::Action, "kindOf") => language.pick("How", "Wie"),
        (Kind::Picture, "name") => language.pick("File", "Datei"),
        (Kind::Picture, "png") => language.pick("Picture", "Bild"),
        (Kind::MeasurementRun, "handoff") => language.pick("Handoff", "Übergabe"),
        _ => {
            return match FIELDS.iter().find(|(name, ..)| *name == key) {
                Some((_, english, german)) => Some(language.pick(*english, *german)),
                None => words::field(key, language),
            };
        }
    };
    Some(said)
}

/// A word of a closed list in this field.
pub(super) fn value(field: &str, word: &str, language: Language) -> Option<&'static str> {
    let found = VALUES.iter().find(|it| it.0 == field && it.1 == word)?;
    Some(language.pick(found.2, found.3))
}

pub(super) fn entries(count: usize, language: Language) -> String {
    match count {
        1 => language.pick("1 entry", "1 Eintrag").to_owned(),
        _ => format!("{count} {}", language.pick("entries", "Einträge")),
    }
}

pub(super) fn otherwise(language: Language) -> &'static str {
    language.pick("with other content", "mit anderem Inhalt")
}

pub(super) fn days(days: i64, language: Language) -> String {
    format!("{days} {}", language.pick("days", "Tagen"))
}

pub(super) fn somewhere(language: Language) -> &'static str {
    language.pick("on the map", "auf der Karte")
}

pub(super) fn text(body: &Map<String, Value>, key: &str) -> String {
    body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What a pin points at.
pub(super) fn target(body: &Map<String, Value>) -> Option<(Kind, RecordId)> {
    let kind = Kind::from_word(body.get("of")?.as_str()?)?;
    Some((kind, RecordId(body.get("id")?.as_u64()?)))
}

/// The rule of a finding by its stable id, `TIM-003:17`.
pub(super) fn rule_of(finding: &str) -> &str {
    finding.split(':').next().unwrap_or(finding)
}

/// "working time, 8 h a day".
pub(super) fn clock(body: &Map<String, Value>, language: Language) -> String {
    let kind = text(body, "kind");
    let said = value("clock", &kind, language).unwrap_or_default();
    let minutes = body.get("minutesPerDay").and_then(Value::as_i64).unwrap_or_default();
    let (hours, rest) = (minutes / 60, minutes % 60);
    let rest = if rest == 0 { String::new() } else { format!(" {rest} min") };
    format!("{said}, {hours} h{rest} {}", language.pick("a day", "am Tag"))
}

/// "2026-12-25 Christmas".
pub(super) fn special_day(body: &Map<String, Value>) -> String {
    format!("{} {}", text(body, "date"), text(body, "name")).trim().to_owned()
}

/// "Mon 09:00–17:00, Tue 09:00–12:00": a week by its windows.
pub(super) fn week(windows: &[Value], language: Language) -> String {
    let names = language.pick(
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    );
    let time = |it: i64| format!("{:02}:{:02}", it / 60, it % 60);
    let mut told: Vec<(i64, i64, String)> = Vec::new();
    for window in windows {
        let whole = |key: &str| window.get(key).and_then(Value::as_i64).unwrap_or_default();
        let (day, hours) =
            (whole("weekday"), format!("{}–{}", time(whole("from")), time(whole("to"))));
        // Days in a row that are open alike are one entry.
        match told.iter_mut().rev().find(|it| it.2 == hours && it.1 + 1 == day) {
            Some(run) => run.1 = day,
            None => told.push((day, day, hours)),
        }
    }
    let name = |day: i64| {
        usize::try_from(day).ok().and_then(|it| names.get(it)).copied().unwrap_or_default()
    };
    let one = |(from, to, hours): &(i64, i64, String)| {
        if from == to {
            format!("{} {hours}", name(*from))
        } else {
            format!("{}–{} {hours}", name(*from), name(*to))
        }
    };
    told.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::*;

    #[test]
    fn every_field_of_a_shared_record_has_a_name() {
        let records = [
            Record::Engagement(Engagement::default()),
            Record::Process(Process::default()),
            Record::State(State::default()),
            Record::Team(Team::default()),
            Record::Role(Role::default()),
            Record::Calendar(Calendar::default()),
            Record::PainPoint(PainPoint::default()),
            Record::Idea(Idea::default()),
            Record::Action(Action::default()),
            Record::Note(Note::default()),
            Record::Waiver(Waiver::default()),
            Record::MeasurementRun(MeasurementRun::default()),
            Record::Picture(Picture::default()),
        ];
        for record in records {
            let body = serde_json::to_value(&record).unwrap();
            for key in body.as_object().unwrap().keys() {
                let known = field(record.kind(), key, Language::German).is_some();
                assert!(
                    known || ["id", "kind", "origin"].contains(&key.as_str()),
                    "no name for {key}"
                );
            }
        }
    }

    #[test]
    fn every_word_of_a_list_has_a_name() {
        let mut all: Vec<(&str, &str)> = Vec::new();
        all.extend(Waste::ALL.iter().map(|it| ("wastes", it.word())));
        all.extend(Sign::ALL.iter().map(|it| ("signs", it.word())));
        all.extend(ActionStatus::ALL.iter().map(|it| ("status", it.word())));
        all.extend(ActionKind::ALL.iter().map(|it| ("kindOf", it.word())));
        all.extend(NoteKind::ALL.iter().map(|it| ("aboutKind", it.word())));
        all.extend(StateRole::ALL.iter().map(|it| ("role", it.word())));
        for (field, word) in all {
            assert!(value(field, word, Language::German).is_some(), "no word for {field} {word}");
        }
    }

    #[test]
    fn a_week_is_told_in_runs_of_days() {
        let window =
            |weekday: u8, from: u16, to: u16| serde_json::json!(Window { weekday, from, to });
        let days: Vec<Value> = (0..5).map(|it| window(it, 540, 1020)).collect();
        assert_eq!(week(&days, Language::English), "Mon–Fri 09:00–17:00");
        let split =
            [window(0, 480, 720), window(0, 780, 1020), window(1, 480, 720), window(5, 480, 720)];
        assert_eq!(
            week(&split, Language::German),
            "Mo–Di 08:00–12:00, Mo 13:00–17:00, Sa 08:00–12:00"
        );
    }
}
