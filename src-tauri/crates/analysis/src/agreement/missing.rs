//! The words for what an agreement does not say yet, and the field to go to for each.

use crate::language::Language;
use model::Check;

/// What an agreement needs beyond the ten checks, in the order to fill it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    Acceptance,
    FollowUp,
    Verifier,
    Evidence,
    Calendar,
    Objective,
    Window,
    Quality,
    BeforeDue,
    PauseCap,
    PauseEvidence,
    Source,
    Keeper,
    Review,
    Contingency,
    Procedure,
    Signatures,
}

impl Beyond {
    pub(super) const ALL: &'static [Beyond] = &[
        Beyond::Acceptance,
        Beyond::FollowUp,
        Beyond::Verifier,
        Beyond::Evidence,
        Beyond::Calendar,
        Beyond::Objective,
        Beyond::Window,
        Beyond::Quality,
        Beyond::BeforeDue,
        Beyond::PauseCap,
        Beyond::PauseEvidence,
        Beyond::Source,
        Beyond::Keeper,
        Beyond::Review,
        Beyond::Contingency,
        Beyond::Procedure,
        Beyond::Signatures,
    ];
}

/// The field of a check, and what is missing.
pub(super) fn check(check: Check, language: Language) -> (&'static str, &'static str) {
    let (field, english, german) = match check {
        Check::Owner => (
            "accountable",
            "Nobody answers for this handoff yet.",
            "Noch niemand trägt die Verantwortung für diese Übergabe.",
        ),
        Check::Receiver => (
            "receivingRole",
            "It reaches a team, not yet a role.",
            "Sie erreicht ein Team, aber noch keine Rolle.",
        ),
        Check::Trigger => (
            "trigger",
            "Nothing tells the receiver that there is something to do.",
            "Nichts sagt dem Empfänger, dass es etwas zu tun gibt.",
        ),
        Check::Exit => (
            "criteria",
            "What the sender finishes before it lets go is not agreed.",
            "Was der Absender vor der Freigabe fertig hat, ist nicht vereinbart.",
        ),
        Check::Entry => (
            "criteria",
            "What the receiver requires before it accepts is not agreed.",
            "Was der Empfänger vor der Annahme verlangt, ist nicht vereinbart.",
        ),
        Check::Template => (
            "template",
            "What has to be told is not listed.",
            "Welche Angaben dabei sein müssen, ist nicht festgehalten.",
        ),
        Check::Response => (
            "response",
            "How soon the receiver accepts or returns it is not agreed.",
            "Wie bald der Empfänger annimmt oder zurückgibt, ist nicht vereinbart.",
        ),
        Check::Completion => (
            "completion",
            "When the work behind it is done is not agreed.",
            "Wann die Arbeit dahinter fertig ist, ist nicht vereinbart.",
        ),
        Check::Return => (
            "returnReasons",
            "Where a refused item goes, and for which reasons, is not agreed.",
            "Wohin ein abgelehnter Vorgang geht und aus welchen Gründen, ist nicht vereinbart.",
        ),
        Check::Escalation => (
            "escalations",
            "Whom to tell when it is late is not agreed.",
            "Wer es bei Verspätung erfährt, ist nicht vereinbart.",
        ),
    };
    (field, language.pick(english, german))
}

/// The field of what is beyond the checks, and what is missing.
pub(super) fn beyond(what: Beyond, language: Language) -> (&'static str, &'static str) {
    let (field, english, german) = match what {
        Beyond::Acceptance => (
            "acceptance",
            "The receiver does not say that it accepts.",
            "Der Empfänger sagt nicht, dass er annimmt.",
        ),
        Beyond::FollowUp => (
            "followUp",
            "How the sender learns what became of it is not said.",
            "Wie der Absender erfährt, was daraus wurde, ist nicht gesagt.",
        ),
        Beyond::Verifier => (
            "criteria",
            "A criterion does not say who checks it.",
            "Ein Kriterium sagt nicht, wer es prüft.",
        ),
        Beyond::Evidence => (
            "criteria",
            "A criterion does not say what shows that it is met.",
            "Ein Kriterium sagt nicht, woran man sieht, dass es erfüllt ist.",
        ),
        Beyond::Calendar => (
            "calendar",
            "The calendar that the times count in is not chosen.",
            "Der Kalender, in dem die Zeiten zählen, ist nicht gewählt.",
        ),
        Beyond::Objective => (
            "objective",
            "In how many of 100 cases it holds is not agreed.",
            "In wie vielen von 100 Fällen es gilt, ist nicht vereinbart.",
        ),
        Beyond::Window => (
            "objectiveWindow",
            "Over which period the cases are counted is not agreed.",
            "Über welchen Zeitraum die Fälle gezählt werden, ist nicht vereinbart.",
        ),
        Beyond::Quality => (
            "qualityStandard",
            "When the package is good enough is not agreed.",
            "Wann das Paket gut genug ist, ist nicht vereinbart.",
        ),
        Beyond::BeforeDue => (
            "escalations",
            "Nobody is told before it is late.",
            "Niemand erfährt es, bevor es zu spät ist.",
        ),
        Beyond::PauseCap => {
            ("pauses", "A pause has no longest time.", "Eine Pause hat keine längste Dauer.")
        }
        Beyond::PauseEvidence => (
            "pauses",
            "A pause does not say what shows it.",
            "Eine Pause sagt nicht, woran man sie erkennt.",
        ),
        Beyond::Source => (
            "measurementSource",
            "Where the times come from is not said.",
            "Woher die Zeiten kommen, ist nicht gesagt.",
        ),
        Beyond::Keeper => {
            ("owner", "Nobody looks after the agreement.", "Niemand pflegt die Vereinbarung.")
        }
        Beyond::Review => (
            "reviewDate",
            "When it is looked at again is not agreed.",
            "Wann sie wieder geprüft wird, ist nicht vereinbart.",
        ),
        Beyond::Contingency => (
            "contingency",
            "What to do when it cannot go as agreed is not said.",
            "Was zu tun ist, wenn es nicht wie vereinbart geht, ist nicht gesagt.",
        ),
        Beyond::Procedure => (
            "procedure",
            "Where the procedure is written is not said.",
            "Wo der Ablauf beschrieben ist, ist nicht gesagt.",
        ),
        Beyond::Signatures => {
            ("signatures", "Nobody has signed it.", "Niemand hat sie unterschrieben.")
        }
    };
    (field, language.pick(english, german))
}
