//! Forms for escalation: SBAR for a single urgent matter, and from support to engineering.

use super::Preset;
use super::field::Group::{
    Assessment, Background, Contacts, Contingency, Facts, Identity, Request, Situation,
};
use super::field::field;
use model::FieldType::{Choice, Link, LongText, Number, Text, YesNo};

pub(super) const SBAR: Preset = Preset {
    word: "sbar",
    name: ["SBAR escalation", "Eskalation nach SBAR"],
    inputs: [
        &["Latest readings or figures", "Results attached", "Pending tests with owner"],
        &["Letzte Messwerte oder Zahlen", "Befunde beigefügt", "Ausstehende Prüfungen mit Person"],
    ],
    fields: &[
        field(
            Identity,
            "severity",
            Choice,
            ["Severity", "Schweregrad"],
            ["How bad it is now.", "Wie schlimm es jetzt ist."],
        )
        .required(["One of the list", "Eines der Liste"])
        .choices(&["Stable", "Watch", "Unstable"], &["Stabil", "Beobachten", "Instabil"]),
        field(
            Identity,
            "specialty",
            Choice,
            ["Specialty or pathway", "Fachrichtung oder Pfad"],
            ["By the table of pathways.", "Nach der Tabelle der Pfade."],
        ),
        field(
            Situation,
            "trigger",
            Text,
            ["What triggered it", "Was es auslöste"],
            ["What changed, and when.", "Was sich wann geändert hat."],
        ),
        field(
            Background,
            "background",
            LongText,
            ["Background", "Vorgeschichte"],
            ["Only what bears on this matter.", "Nur was hierfür zählt."],
        ),
        field(
            Assessment,
            "assessment",
            LongText,
            ["Assessment", "Einschätzung"],
            [
                "What the sender thinks it is, and how sure.",
                "Was der Absender vermutet und wie sicher.",
            ],
        )
        .required(["One judgement, and its confidence", "Ein Urteil und seine Sicherheit"]),
        field(
            Assessment,
            "ruled_out",
            LongText,
            ["Ruled out", "Ausgeschlossen"],
            ["What it is not, and why.", "Was es nicht ist und warum."],
        ),
        field(
            Request,
            "recommendation",
            LongText,
            ["Recommendation", "Empfehlung"],
            ["What the sender would do, by when.", "Was der Absender tun würde, bis wann."],
        )
        .required(["What and by when", "Was und bis wann"]),
        field(
            Facts,
            "pending",
            LongText,
            ["Pending tests", "Ausstehende Prüfungen"],
            ["Each with its owner and when it is due.", "Je mit Person und Zeitpunkt."],
        ),
        field(
            Contingency,
            "if_then",
            LongText,
            ["If … then", "Wenn …, dann"],
            ["When to call again, and whom.", "Wann wieder zu rufen ist und wen."],
        ),
        field(
            Contacts,
            "contact",
            Text,
            ["Call back", "Rückruf"],
            ["Name and number of the one who knows.", "Name und Nummer der Person, die es weiß."],
        )
        .sensitive(),
    ],
};

pub(super) const ENGINEERING: Preset = Preset {
    word: "support-engineering",
    name: ["Support to engineering", "Support an Entwicklung"],
    inputs: [
        &[
            "Steps to reproduce",
            "Logs with time stamps",
            "Screenshots or recording",
            "Ticket history",
        ],
        &[
            "Schritte zum Nachstellen",
            "Protokolle mit Zeitstempeln",
            "Bildschirmfotos oder Aufnahme",
            "Verlauf des Tickets",
        ],
    ],
    fields: &[
        field(
            Identity,
            "severity",
            Choice,
            ["Severity", "Schweregrad"],
            [
                "By the table of severities, not by the loudest voice.",
                "Nach der Tabelle, nicht nach der lautesten Stimme.",
            ],
        )
        .required(["One of the list", "Eines der Liste"])
        .choices(
            &["1 down", "2 degraded", "3 workaround", "4 cosmetic"],
            &["1 Ausfall", "2 eingeschränkt", "3 Umgehung da", "4 kosmetisch"],
        ),
        field(
            Situation,
            "impact",
            Number,
            ["Customers affected", "Betroffene Kunden"],
            ["How many, and which matter most.", "Wie viele und welche am wichtigsten sind."],
        ),
        field(
            Background,
            "reproduce",
            LongText,
            ["Steps to reproduce", "Schritte zum Nachstellen"],
            ["Numbered, from a known state.", "Nummeriert, von einem bekannten Zustand aus."],
        )
        .required(["Somebody else has followed them", "Jemand anderes ist ihnen gefolgt"]),
        field(
            Background,
            "expected",
            LongText,
            ["Expected and actual", "Erwartet und tatsächlich"],
            [
                "What should have happened, and what did.",
                "Was hätte geschehen sollen und was geschah.",
            ],
        )
        .required(["Both", "Beides"]),
        field(
            Facts,
            "environment",
            Text,
            ["Version and environment", "Fassung und Umgebung"],
            ["Product version, platform, account.", "Produktfassung, Plattform, Konto."],
        )
        .from(["Support system", "Supportsystem"]),
        field(
            Facts,
            "logs",
            Link,
            ["Logs", "Protokolle"],
            ["Where they lie, and from when to when.", "Wo sie liegen, von wann bis wann."],
        )
        .from(["Log store", "Protokollablage"])
        .sensitive(),
        field(
            Assessment,
            "tried",
            LongText,
            ["Tried and ruled out", "Versucht und ausgeschlossen"],
            [
                "What was tried, and what came of it.",
                "Was versucht wurde und mit welchem Ergebnis.",
            ],
        ),
        field(
            Contingency,
            "workaround",
            LongText,
            ["Workaround", "Umgehung"],
            ["What the customer does meanwhile.", "Was der Kunde einstweilen tut."],
        ),
        field(
            Contingency,
            "promised",
            YesNo,
            ["A date was promised", "Ein Termin ist zugesagt"],
            [
                "Whether the customer was told one, and which.",
                "Ob dem Kunden einer genannt wurde und welcher.",
            ],
        ),
        field(
            Contacts,
            "contact",
            Text,
            ["Support contact", "Kontakt im Support"],
            ["Who speaks with the customer.", "Wer mit dem Kunden spricht."],
        )
        .sensitive(),
    ],
};
