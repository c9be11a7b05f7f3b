//! Two forms for any office: the plain one, and a case or file that moves on.

use super::Preset;
use super::field::Group::{
    Assessment, Background, Contacts, Contingency, Facts, Identity, Request, Situation,
};
use super::field::field;
use model::FieldType::{Choice, DateTime, Link, LongText, Number, Text, YesNo};

pub(super) const GENERIC: Preset = Preset {
    word: "generic",
    name: ["Generic handoff", "Allgemeine Übergabe"],
    inputs: [
        &["The document itself", "What it refers to", "Earlier correspondence"],
        &["Das Dokument selbst", "Worauf es sich bezieht", "Früherer Schriftwechsel"],
    ],
    fields: &[
        field(
            Identity,
            "priority",
            Choice,
            ["Priority", "Dringlichkeit"],
            ["How soon, compared with the rest.", "Wie bald, verglichen mit dem Rest."],
        )
        .choices(&["Low", "Normal", "High", "Urgent"], &["Niedrig", "Normal", "Hoch", "Dringend"]),
        field(
            Situation,
            "why_now",
            Text,
            ["Why now", "Warum jetzt"],
            ["What made it due today.", "Was es heute fällig machte."],
        ),
        field(
            Situation,
            "impact",
            Text,
            ["Impact on the customer", "Folgen für den Kunden"],
            [
                "What the customer feels until it is done.",
                "Was der Kunde merkt, bis es fertig ist.",
            ],
        ),
        field(
            Background,
            "key_facts",
            LongText,
            ["Key facts", "Wichtige Fakten"],
            ["What one must know to go on.", "Was man zum Weiterarbeiten wissen muss."],
        )
        .required(["At most five", "Höchstens fünf"]),
        field(
            Background,
            "records",
            Link,
            ["Links to records", "Verweise auf Akten"],
            ["Where the rest is written.", "Wo der Rest steht."],
        )
        .from(["Document store", "Dokumentenablage"]),
        field(
            Assessment,
            "issues",
            LongText,
            ["Known issues", "Bekannte Probleme"],
            ["What is uncertain or went wrong.", "Was unsicher ist oder schiefging."],
        ),
        field(
            Request,
            "success",
            Text,
            ["Done when", "Fertig, wenn"],
            [
                "How both sides see that it is done.",
                "Woran beide Seiten sehen, dass es fertig ist.",
            ],
        )
        .required(["Can be checked", "Ist prüfbar"]),
        field(
            Contingency,
            "if_then",
            LongText,
            ["If … then", "Wenn …, dann"],
            [
                "What to do if it cannot go as planned.",
                "Was zu tun ist, wenn es nicht wie geplant geht.",
            ],
        ),
        field(
            Contacts,
            "contact",
            Text,
            ["Contact and backup", "Kontakt und Vertretung"],
            ["Whom to ask, and who stands in.", "Wen man fragt und wer vertritt."],
        )
        .sensitive(),
    ],
};

pub(super) const CASE: Preset = Preset {
    word: "case",
    name: ["Claim or case file transfer", "Übergabe eines Falls oder einer Akte"],
    inputs: [
        &[
            "File complete and paginated",
            "Claim or application form",
            "Evidence and photographs",
            "Decisions so far",
            "Correspondence",
        ],
        &[
            "Akte vollständig und paginiert",
            "Antrag oder Schadenmeldung",
            "Belege und Fotos",
            "Bisherige Entscheidungen",
            "Schriftwechsel",
        ],
    ],
    fields: &[
        field(
            Identity,
            "client",
            Text,
            ["Claimant or client", "Antragsteller oder Kunde"],
            [
                "Name and number of the person it is about.",
                "Name und Nummer der Person, um die es geht.",
            ],
        )
        .required(["As in the register", "Wie im Register"])
        .from(["Case system", "Fallsystem"])
        .sensitive(),
        field(
            Identity,
            "case_type",
            Choice,
            ["Type of case", "Art des Falls"],
            ["Which rules it is decided by.", "Nach welchen Regeln entschieden wird."],
        )
        .choices(
            &["New", "Change", "Appeal", "Reopened"],
            &["Neu", "Änderung", "Widerspruch", "Wiederaufnahme"],
        ),
        field(
            Facts,
            "event_date",
            DateTime,
            ["Date of the event", "Datum des Ereignisses"],
            ["When what it is about happened.", "Wann geschah, worum es geht."],
        ),
        field(
            Facts,
            "amount",
            Number,
            ["Amount at stake", "Streitwert"],
            ["In the currency of the file.", "In der Währung der Akte."],
        )
        .sensitive(),
        field(
            Facts,
            "deadline",
            DateTime,
            ["Statutory deadline", "Gesetzliche Frist"],
            [
                "The last day on which it may be decided.",
                "Der letzte Tag, an dem entschieden werden darf.",
            ],
        )
        .required(["A date and the rule it comes from", "Ein Datum und die Vorschrift"]),
        field(
            Assessment,
            "judgement",
            LongText,
            ["Assessment so far", "Bisherige Bewertung"],
            [
                "What the sender would decide, and how sure that is.",
                "Was der Absender entscheiden würde und wie sicher.",
            ],
        ),
        field(
            Assessment,
            "doubts",
            LongText,
            ["Doubts and signs of fraud", "Zweifel und Betrugsmerkmale"],
            ["What does not fit together.", "Was nicht zusammenpasst."],
        )
        .sensitive(),
        field(
            Assessment,
            "authority",
            YesNo,
            ["Above the sender’s authority", "Über der Befugnis des Absenders"],
            ["Whether it moves on because of its size.", "Ob es wegen seiner Höhe weitergeht."],
        ),
        field(
            Background,
            "told",
            LongText,
            ["What the client was told", "Was dem Kunden gesagt wurde"],
            ["By whom, when, and what was promised.", "Von wem, wann und was zugesagt wurde."],
        )
        .required(["With dates", "Mit Daten"])
        .sensitive(),
        field(
            Contacts,
            "contact",
            Text,
            ["How to reach the client", "Wie der Kunde erreichbar ist"],
            ["The way and the time they asked for.", "Der gewünschte Weg und die Zeit."],
        )
        .sensitive(),
    ],
};
