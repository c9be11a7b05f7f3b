//! I-PASS for a change of shift or a patient who moves: illness severity, patient summary, action
//! list, situation awareness, synthesis by the receiver.

use super::Preset;
use super::field::Group::{
    Acceptance, Assessment, Background, Contacts, Contingency, Facts, Identity,
};
use super::field::field;
use model::FieldType::{Checklist, Choice, LongText, Role, Text, YesNo};

pub(super) const IPASS: Preset = Preset {
    word: "i-pass",
    name: ["I-PASS shift or patient", "Schicht- oder Patientenübergabe nach I-PASS"],
    inputs: [
        &[
            "Medicines reconciled",
            "Vital signs of the last 30 minutes",
            "Results and pending tests",
            "Infection status",
            "Consent and directives",
        ],
        &[
            "Medikation abgeglichen",
            "Vitalzeichen der letzten 30 Minuten",
            "Befunde und ausstehende Prüfungen",
            "Infektionsstatus",
            "Einwilligung und Verfügungen",
        ],
    ],
    fields: &[
        field(
            Identity,
            "severity",
            Choice,
            ["Illness severity", "Schweregrad"],
            ["How sick, at a glance.", "Wie krank, auf einen Blick."],
        )
        .required(["One of the list", "Eines der Liste"])
        .choices(&["Stable", "Watcher", "Unstable"], &["Stabil", "Beobachten", "Instabil"]),
        field(
            Identity,
            "bed",
            Text,
            ["Bed and ward", "Bett und Station"],
            [
                "Where the patient goes; the bed is ready.",
                "Wohin der Patient kommt; das Bett ist bereit.",
            ],
        )
        .from(["Bed board", "Bettentafel"]),
        field(
            Background,
            "summary",
            LongText,
            ["Patient summary", "Zusammenfassung"],
            ["Statement, events, course, plan.", "Aussage, Ereignisse, Verlauf, Plan."],
        )
        .required(["At most 150 words", "Höchstens 150 Wörter"])
        .sensitive(),
        field(
            Facts,
            "allergies",
            Text,
            ["Allergies", "Allergien"],
            ["Or “none known”.", "Oder „keine bekannt“."],
        )
        .sensitive(),
        field(
            Facts,
            "medicines",
            Checklist,
            ["Medicines reconciled", "Medikation abgeglichen"],
            ["Given, due, stopped.", "Gegeben, fällig, abgesetzt."],
        )
        .sensitive()
        .choices(
            &["Given", "Due next", "Stopped"],
            &["Gegeben", "Als Nächstes fällig", "Abgesetzt"],
        ),
        field(
            Facts,
            "infection",
            Text,
            ["Infection status", "Infektionsstatus"],
            ["Isolation, if any, and why.", "Isolation, falls nötig, und warum."],
        )
        .sensitive(),
        field(
            Assessment,
            "concerns",
            LongText,
            ["What worries us", "Was Sorge macht"],
            ["What could get worse first.", "Was zuerst schlechter werden könnte."],
        ),
        field(
            Contingency,
            "if_then",
            LongText,
            ["If … then", "Wenn …, dann"],
            [
                "What to do if it gets worse, and whom to call.",
                "Was bei Verschlechterung zu tun ist und wen man ruft.",
            ],
        )
        .required(["At least one, or “none foreseen”", "Mindestens eines, oder „keines absehbar“"]),
        field(
            Acceptance,
            "receiving_nurse",
            Role,
            ["Receiving nurse", "Übernehmende Pflegekraft"],
            ["Who takes the patient on.", "Wer den Patienten übernimmt."],
        ),
        field(
            Acceptance,
            "read_back",
            LongText,
            ["Read-back", "Rückbestätigung"],
            [
                "The receiver says it again in own words, and asks.",
                "Der Empfänger wiederholt es in eigenen Worten und fragt.",
            ],
        ),
        field(
            Contacts,
            "family",
            YesNo,
            ["Patient and family informed", "Patient und Angehörige informiert"],
            ["By whom and when.", "Von wem und wann."],
        )
        .sensitive(),
    ],
};
