//! The closed lists of the field in the words of the pack.

use model::{
    Acceptance, AgreementStatus, Check, ClockEvent, DelayCause, Document, FollowUp, NoteKind,
    ObjectiveWindow, RaciLetter, Sign, SlaKind, Target, Waste,
};

/// Why something waits, said as on the map.
pub fn cause(cause: DelayCause) -> String {
    let words = scene::Words::english();
    let mut letters = words.cause(cause).chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A waste of office work.
pub fn waste(waste: Waste) -> &'static str {
    match waste {
        Waste::Defects => "Defects",
        Waste::OverProduction => "Over-production",
        Waste::Waiting => "Waiting",
        Waste::Talent => "Unused talent",
        Waste::Transport => "Transport",
        Waste::Inventory => "Inventory",
        Waste::Motion => "Motion",
        Waste::OverProcessing => "Over-processing",
    }
}

/// A sign of a broken handoff.
pub fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::S1 => "Stalls without next steps",
        Sign::S2 => "Followed up by hand",
        Sign::S3 => "Information incomplete",
        Sign::S4 => "Owner of the next step unclear",
        Sign::S5 => "Deadlines missed, expectations unclear",
        Sign::S6 => "“Ready” read differently",
        Sign::S7 => "Varies by person",
    }
}

/// One of the ten checks of a handoff.
pub fn check(check: Check) -> &'static str {
    match check {
        Check::Owner => "One accountable role",
        Check::Receiver => "A receiving role",
        Check::Trigger => "A trigger",
        Check::Exit => "Exit criteria",
        Check::Entry => "Entry criteria",
        Check::Template => "Required information",
        Check::Response => "Response target",
        Check::Completion => "Completion target",
        Check::Return => "Return rule",
        Check::Escalation => "Escalation path",
    }
}

/// How the receiver takes an item on.
pub fn acceptance(acceptance: Acceptance) -> Option<&'static str> {
    match acceptance {
        Acceptance::Explicit => Some("The receiver says so"),
        Acceptance::Implicit => Some("Unless somebody objects"),
        Acceptance::None => None,
    }
}

/// How the sender learns what became of an item.
pub fn follow_up(follow_up: FollowUp) -> &'static str {
    match follow_up {
        FollowUp::Auto => "The system tells",
        FollowUp::Manual => "Somebody asks",
    }
}

/// How far an agreement is.
pub fn status(status: AgreementStatus) -> &'static str {
    match status {
        AgreementStatus::Draft => "Draft",
        AgreementStatus::Agreed => "Agreed",
        AgreementStatus::Live => "Live",
        AgreementStatus::Retired => "Retired",
    }
}

/// What kind of agreement it is.
pub fn agreement(kind: SlaKind) -> &'static str {
    match kind {
        SlaKind::Sla => "Service level agreement",
        SlaKind::Ola => "Operational level agreement",
        SlaKind::Uc => "Underpinning contract",
    }
}

/// What starts or stops a clock, as in `from released to accepted`.
pub fn clock_event(event: ClockEvent) -> &'static str {
    match event {
        ClockEvent::Released => "released",
        ClockEvent::Acknowledged => "acknowledged",
        ClockEvent::Accepted => "accepted",
        ClockEvent::Completed => "completed",
    }
}

/// The window an objective is counted over.
pub fn window(window: ObjectiveWindow) -> &'static str {
    match window {
        ObjectiveWindow::Week => "a week",
        ObjectiveWindow::Month => "a month",
        ObjectiveWindow::Quarter => "a quarter",
    }
}

/// What a letter of the responsibility matrix stands for.
pub fn letter(letter: RaciLetter) -> &'static str {
    match letter {
        RaciLetter::Responsible => "Responsible",
        RaciLetter::Accountable => "Accountable",
        RaciLetter::Consulted => "Consulted",
        RaciLetter::Informed => "Informed",
        RaciLetter::Support => "Supports",
        RaciLetter::Verify => "Verifies",
        RaciLetter::Omitted => "Left out",
        RaciLetter::Driver => "Drives",
        RaciLetter::Recommend => "Recommends",
        RaciLetter::Perform => "Performs",
        RaciLetter::Manager => "Manages",
        RaciLetter::Owner => "Owns",
        RaciLetter::Helper => "Helps",
    }
}

/// What a note is, one and several.
pub fn note(kind: NoteKind) -> (&'static str, &'static str) {
    match kind {
        NoteKind::Decision => ("Decision", "Decisions"),
        NoteKind::Question => ("Open question", "Open questions"),
        NoteKind::Assumption => ("Assumption", "Assumptions"),
        NoteKind::Parked => ("Parked topic", "Parked topics"),
        NoteKind::Note => ("Note", "Notes"),
    }
}

/// What a thing on the map is called, in a list of where something is.
pub fn place(document: &Document, target: Target) -> String {
    let or = |name: &str, unnamed: &str| {
        if name.is_empty() { unnamed.to_owned() } else { name.to_owned() }
    };
    let said = match target {
        Target::Step(id) => document.step(id).map(|it| or(&it.name, "Unnamed step")),
        Target::Handoff(id) => document.handoff(id).map(model::Handoff::name),
        Target::Connector(id) => {
            document.handoff_record(id).map(model::Handoff::name).or_else(|| {
                let step = document.step(document.connector(id)?.from)?;
                Some(format!("after {}", or(&step.name, "an unnamed step")))
            })
        }
        Target::Stage(id) => document.stage(id).map(|it| it.name.clone()),
        Target::Team(id) => document.team(id).map(|it| or(&it.name, "Unnamed team")),
        Target::State(id) => document.state(id).map(|it| it.name.clone()),
    };
    said.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_called_as_on_the_map() {
        assert_eq!(cause(DelayCause::Information), "Missing information");
        assert!(DelayCause::ALL.iter().all(|it| !cause(*it).is_empty()));
    }
}
