//! The closed lists of the field in the words of the pack, the same as the window's.

use crate::words::Say;
use model::{
    Acceptance, AgreementStatus, Check, ClockEvent, DelayCause, Document, FollowUp, NoteKind,
    ObjectiveWindow, RaciLetter, Sign, SlaKind, Target, Waste,
};

impl Say {
    /// Why something waits, said as on the map.
    pub fn cause(self, cause: DelayCause) -> String {
        let words = scene::Words::of(self.language);
        let mut letters = words.cause(cause).chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }

    /// A waste of office work.
    pub fn waste(self, waste: Waste) -> &'static str {
        match waste {
            Waste::Defects => self.pick("Defects", "Fehler"),
            Waste::OverProduction => self.pick("Over-production", "Überproduktion"),
            Waste::Waiting => self.pick("Waiting", "Warten"),
            Waste::Talent => self.pick("Unused talent", "Ungenutztes Können"),
            Waste::Transport => self.pick("Transport", "Transport"),
            Waste::Inventory => self.pick("Inventory", "Bestände"),
            Waste::Motion => self.pick("Motion", "Suchen und Wechseln"),
            Waste::OverProcessing => self.pick("Over-processing", "Doppelte Bearbeitung"),
        }
    }

    /// A sign of a broken handoff.
    pub fn sign(self, sign: Sign) -> &'static str {
        match sign {
            Sign::S1 => {
                self.pick("Stalls without next steps", "Bleibt ohne nächsten Schritt liegen")
            }
            Sign::S2 => self.pick("Followed up by hand", "Nachfassen von Hand"),
            Sign::S3 => self.pick("Information incomplete", "Unvollständige Information"),
            Sign::S4 => self
                .pick("Owner of the next step unclear", "Unklar, wem der nächste Schritt gehört"),
            Sign::S5 => self.pick(
                "Deadlines missed, expectations unclear",
                "Versäumte Fristen, unklare Erwartungen",
            ),
            Sign::S6 => {
                self.pick("“Ready” read differently", "„Fertig“ wird verschieden verstanden")
            }
            Sign::S7 => self.pick("Varies by person", "Hängt von der Person ab"),
        }
    }

    /// One of the ten checks of a handoff.
    pub fn check(self, check: Check) -> &'static str {
        match check {
            Check::Owner => self.pick("One accountable role", "Eine verantwortliche Rolle"),
            Check::Receiver => self.pick("A receiving role", "Eine empfangende Rolle"),
            Check::Trigger => self.pick("A trigger", "Ein Auslöser"),
            Check::Exit => self.pick("Exit criteria", "Ausgangskriterien"),
            Check::Entry => self.pick("Entry criteria", "Eingangskriterien"),
            Check::Template => self.pick("Required information", "Nötige Informationen"),
            Check::Response => self.pick("Response target", "Reaktionsziel"),
            Check::Completion => self.pick("Completion target", "Abschlussziel"),
            Check::Return => self.pick("Return rule", "Rückgaberegel"),
            Check::Escalation => self.pick("Escalation path", "Eskalationsweg"),
        }
    }

    /// How the receiver takes an item on.
    pub fn acceptance(self, acceptance: Acceptance) -> Option<&'static str> {
        match acceptance {
            Acceptance::Explicit => Some(self.pick("The receiver says so", "Ausdrücklich")),
            Acceptance::Implicit => Some(self.pick("Unless somebody objects", "Schweigen gilt")),
            Acceptance::None => None,
        }
    }

    /// How the sender learns what became of an item.
    pub fn follow_up(self, follow_up: FollowUp) -> &'static str {
        match follow_up {
            FollowUp::Auto => self.pick("The system tells", "Automatisch"),
            FollowUp::Manual => self.pick("Somebody asks", "Durch Nachfragen"),
        }
    }

    /// How far an agreement is.
    pub fn status(self, status: AgreementStatus) -> &'static str {
        match status {
            AgreementStatus::Draft => self.pick("Draft", "Entwurf"),
            AgreementStatus::Agreed => self.pick("Agreed", "Vereinbart"),
            AgreementStatus::Live => self.pick("Live", "In Kraft"),
            AgreementStatus::Retired => self.pick("Retired", "Abgelöst"),
        }
    }

    /// What kind of agreement it is.
    pub fn agreement(self, kind: SlaKind) -> &'static str {
        match kind {
            SlaKind::Sla => self.pick("Service level agreement", "Service-Level-Vereinbarung"),
            SlaKind::Ola => {
                self.pick("Operational level agreement", "Interne Leistungsvereinbarung")
            }
            SlaKind::Uc => self.pick("Underpinning contract", "Vertrag mit Zulieferer"),
        }
    }

    /// What starts or stops a clock, as in `from released to accepted`.
    pub fn clock_event(self, event: ClockEvent) -> &'static str {
        match event {
            ClockEvent::Released => self.pick("released", "Übergabe"),
            ClockEvent::Acknowledged => self.pick("acknowledged", "Bestätigung"),
            ClockEvent::Accepted => self.pick("accepted", "Annahme"),
            ClockEvent::Completed => self.pick("completed", "Abschluss"),
        }
    }

    /// The window an objective is counted over.
    pub fn window(self, window: ObjectiveWindow) -> &'static str {
        match window {
            ObjectiveWindow::Week => self.pick("a week", "je\u{a0}Woche"),
            ObjectiveWindow::Month => self.pick("a month", "je\u{a0}Monat"),
            ObjectiveWindow::Quarter => self.pick("a quarter", "je\u{a0}Quartal"),
        }
    }

    /// What a letter of the responsibility matrix stands for.
    pub fn letter(self, letter: RaciLetter) -> &'static str {
        match letter {
            RaciLetter::Responsible => self.pick("Responsible", "Durchführend"),
            RaciLetter::Accountable => self.pick("Accountable", "Verantwortlich"),
            RaciLetter::Consulted => self.pick("Consulted", "Befragt"),
            RaciLetter::Informed => self.pick("Informed", "Informiert"),
            RaciLetter::Support => self.pick("Supports", "Unterstützend"),
            RaciLetter::Verify => self.pick("Verifies", "Prüfend"),
            RaciLetter::Omitted => self.pick("Left out", "Ausgenommen"),
            RaciLetter::Driver => self.pick("Drives", "Treibend"),
            RaciLetter::Recommend => self.pick("Recommends", "Empfehlend"),
            RaciLetter::Perform => self.pick("Performs", "Ausführend"),
            RaciLetter::Manager => self.pick("Manages", "Überwachend"),
            RaciLetter::Owner => self.pick("Owns", "Eigner"),
            RaciLetter::Helper => self.pick("Helps", "Helfend"),
        }
    }

    /// What a note is, one and several.
    pub fn note(self, kind: NoteKind) -> (&'static str, &'static str) {
        match kind {
            NoteKind::Decision => self.pick(("Decision", "Decisions"), ("Beschluss", "Beschlüsse")),
            NoteKind::Question => {
                self.pick(("Open question", "Open questions"), ("Offene Frage", "Offene Fragen"))
            }
            NoteKind::Assumption => {
                self.pick(("Assumption", "Assumptions"), ("Annahme", "Annahmen"))
            }
            NoteKind::Parked => {
                self.pick(("Parked topic", "Parked topics"), ("Geparktes Thema", "Geparkte Themen"))
            }
            NoteKind::Note => self.pick(("Note", "Notes"), ("Notiz", "Notizen")),
        }
    }

    /// What a thing on the map is called, in a list of where something is.
    pub fn place(self, document: &Document, target: Target) -> String {
        let or = |name: &str, unnamed: &str| {
            if name.is_empty() { unnamed.to_owned() } else { name.to_owned() }
        };
        let unnamed = self.pick("Unnamed step", "Schritt ohne Namen");
        let said = match target {
            Target::Step(id) => document.step(id).map(|it| or(&it.name, unnamed)),
            Target::Handoff(id) => document.handoff(id).map(model::Handoff::name),
            Target::Connector(id) => {
                document.handoff_record(id).map(model::Handoff::name).or_else(|| {
                    let step = document.step(document.connector(id)?.from)?;
                    let unnamed = self.pick("an unnamed step", "einem Schritt ohne Namen");
                    Some(format!("{} {}", self.pick("after", "nach"), or(&step.name, unnamed)))
                })
            }
            Target::Stage(id) => document.stage(id).map(|it| it.name.clone()),
            Target::Team(id) => document
                .team(id)
                .map(|it| or(&it.name, self.pick("Unnamed team", "Team ohne Namen"))),
            Target::State(id) => document.state(id).map(|it| it.name.clone()),
        };
        said.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::Language;

    #[test]
    fn a_cause_is_called_as_on_the_map() {
        assert_eq!(Say::ENGLISH.cause(DelayCause::Information), "Missing information");
        for language in [Language::English, Language::German] {
            assert!(DelayCause::ALL.iter().all(|it| !Say { language }.cause(*it).is_empty()));
        }
    }
}
