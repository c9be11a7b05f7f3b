//! Forms of running systems: the command of an incident, and a release to operations.

use super::Preset;
use super::field::Group::{
    Acceptance, Assessment, Background, Contacts, Contingency, Facts, Identity, Situation,
};
use super::field::field;
use model::FieldType::{Checklist, Choice, DateTime, Link, LongText, Role, Text};

pub(super) const INCIDENT: Preset = Preset {
    word: "incident",
    name: ["Incident command", "Einsatzleitung bei Störungen"],
    inputs: [
        &["Live incident document", "Timeline so far", "Dashboards", "Customer messages sent"],
        &[
            "Laufendes Störungsdokument",
            "Bisheriger Verlauf",
            "Anzeigen",
            "Versandte Kundenmeldungen",
        ],
    ],
    fields: &[
        field(
            Identity,
            "severity",
            Choice,
            ["Severity", "Schweregrad"],
            ["As declared, and since when.", "Wie ausgerufen und seit wann."],
        )
        .required(["One of the list", "Eines der Liste"])
        .choices(&["1", "2", "3", "4"], &["1", "2", "3", "4"]),
        field(
            Situation,
            "impact",
            LongText,
            ["Impact", "Auswirkung"],
            ["Who cannot do what, and how many.", "Wer was nicht tun kann und wie viele."],
        )
        .required(["In the customer’s terms", "Aus Sicht der Kunden"]),
        field(
            Background,
            "tried",
            LongText,
            ["Tried and ruled out", "Versucht und ausgeschlossen"],
            ["With times, and what came of it.", "Mit Uhrzeiten und Ergebnis."],
        ),
        field(
            Assessment,
            "hypothesis",
            LongText,
            ["Hypothesis and confidence", "Vermutung und Sicherheit"],
            ["What it may be, and how sure.", "Was es sein könnte und wie sicher."],
        ),
        field(
            Contingency,
            "risks",
            LongText,
            ["Risks of the next hours", "Risiken der nächsten Stunden"],
            [
                "What could get worse, and the sign of it.",
                "Was schlimmer werden könnte und woran man es merkt.",
            ],
        ),
        field(
            Situation,
            "checkpoint",
            DateTime,
            ["Next checkpoint", "Nächster Zwischenstand"],
            ["When everybody hears again.", "Wann alle wieder hören."],
        )
        .required(["A time", "Eine Uhrzeit"]),
        field(
            Facts,
            "roles",
            LongText,
            ["Who holds which role", "Wer welche Rolle hat"],
            [
                "Command, operations, communication, scribe.",
                "Leitung, Technik, Kommunikation, Protokoll.",
            ],
        ),
        field(
            Acceptance,
            "statement",
            Text,
            ["Statement of transfer", "Erklärung der Übergabe"],
            [
                "“You have command” – “I have command”; until then the outgoing lead answers.",
                "„Du leitest“ – „Ich leite“; bis dahin verantwortet die abgebende Leitung.",
            ],
        ),
        field(
            Acceptance,
            "read_back",
            LongText,
            ["Read-back", "Rückbestätigung"],
            ["The new lead says it again, and asks.", "Die neue Leitung wiederholt es und fragt."],
        ),
        field(
            Contacts,
            "channel",
            Text,
            ["Channel and bridge", "Kanal und Konferenz"],
            ["Where the incident is worked on.", "Wo an der Störung gearbeitet wird."],
        ),
    ],
};

pub(super) const RELEASE: Preset = Preset {
    word: "release",
    name: [
        "Release or readiness, Dev to Ops",
        "Release oder Betriebsreife, Entwicklung an Betrieb",
    ],
    inputs: [
        &[
            "Runbook",
            "Dashboards and alerts",
            "Architecture and dependencies",
            "Test report",
            "Security review",
            "Backup and restore tried",
        ],
        &[
            "Betriebshandbuch",
            "Anzeigen und Alarme",
            "Architektur und Abhängigkeiten",
            "Testbericht",
            "Sicherheitsprüfung",
            "Sicherung und Rücksicherung erprobt",
        ],
    ],
    fields: &[
        field(
            Identity,
            "version",
            Text,
            ["Service and version", "Dienst und Fassung"],
            ["What is released, exactly.", "Was genau freigegeben wird."],
        )
        .required(["As tagged", "Wie markiert"])
        .from(["Version control", "Versionsverwaltung"]),
        field(
            Facts,
            "on_call",
            Role,
            ["Owner and on-call", "Eigentümer und Bereitschaft"],
            ["Who is called at night.", "Wer nachts gerufen wird."],
        ),
        field(
            Facts,
            "objectives",
            Text,
            ["Service objectives", "Dienstziele"],
            ["What users were promised.", "Was den Nutzern zugesagt ist."],
        ),
        field(
            Facts,
            "changes",
            LongText,
            ["What changes", "Was sich ändert"],
            ["For users, for data, for operators.", "Für Nutzer, für Daten, für den Betrieb."],
        ),
        field(
            Facts,
            "capacity",
            Text,
            ["Capacity", "Kapazität"],
            ["The load it was tried with.", "Die Last, mit der es erprobt ist."],
        ),
        field(
            Facts,
            "runbook",
            Link,
            ["Runbook", "Betriebshandbuch"],
            ["How to start, stop, check and mend it.", "Starten, stoppen, prüfen, reparieren."],
        )
        .from(["Wiki", "Wiki"]),
        field(
            Facts,
            "checks",
            Checklist,
            ["Readiness checks", "Prüfungen der Betriebsreife"],
            ["Each with a link to the evidence.", "Je mit Verweis auf den Beleg."],
        )
        .choices(
            &["Dashboards", "Alerts", "Backup", "Security", "Dependencies"],
            &["Anzeigen", "Alarme", "Sicherung", "Sicherheit", "Abhängigkeiten"],
        ),
        field(
            Assessment,
            "known_issues",
            LongText,
            ["Known issues", "Bekannte Fehler"],
            [
                "What is not right, and who accepted it.",
                "Was nicht stimmt und wer es hingenommen hat.",
            ],
        ),
        field(
            Contingency,
            "rollback",
            LongText,
            ["Rollback", "Rückweg"],
            [
                "How to go back, how long it takes, when it was tried.",
                "Wie man zurückgeht, wie lange es dauert, wann es erprobt wurde.",
            ],
        )
        .required(["Tried once", "Einmal erprobt"]),
        field(
            Contingency,
            "authority",
            Role,
            ["May launch and roll back", "Darf starten und zurücknehmen"],
            ["One role that decides.", "Eine Rolle, die entscheidet."],
        )
        .required(["One role", "Eine Rolle"]),
        field(
            Contacts,
            "contact",
            Text,
            ["Developer on hand", "Entwicklung in Reichweite"],
            ["Who helps in the first days.", "Wer in den ersten Tagen hilft."],
        )
        .sensitive(),
    ],
};
