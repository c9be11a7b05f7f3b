//! Why it cannot be said when something is due: a closed list, each with a sentence for a person.

use super::super::problem::Problem;
use super::word;
use crate::agreement::TargetKind;
use crate::language::Language;
use std::fmt;

/// Why it cannot be said when a target is due. Shown, it is an English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDue {
    /// The document has no such handoff.
    NoHandoff,
    /// Nothing is agreed.
    NoAgreement {
        /// `H-03`.
        handoff: String,
    },
    /// The agreement is silent on this.
    NoTarget {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// Business minutes, and nothing says of which calendar.
    NoCalendar {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// The calendar cannot be counted in.
    Calendar(Problem),
    /// A local time, and nothing says where.
    NoZone {
        /// As written.
        time: String,
    },
    /// A clock that starts at acceptance, and nothing says when that is.
    NoAcceptance {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// A clock that starts when the receiver has seen the item, and nothing says when that is.
    NoAcknowledgement {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// A clock that starts when the work is done: it has nothing left to measure.
    AfterTheWork {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// A clock that starts and stops at the same event, or at none.
    StandsStill {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
    /// Accepted before it was released.
    AcceptedEarly {
        /// `H-03`.
        handoff: String,
    },
    /// The calendar is not open for so long until time ends.
    Never {
        /// `H-03`.
        handoff: String,
        /// Which target.
        target: TargetKind,
    },
}

impl NotDue {
    /// Why, and what to do about it.
    pub fn sentence(&self, language: Language) -> String {
        let of = |target: &TargetKind| word(*target, language);
        match self {
            NotDue::NoHandoff => language
                .pick("This handoff does not exist.", "Diese Übergabe gibt es nicht.")
                .to_owned(),
            NotDue::NoAgreement { handoff } => language.pick(
                format!(
                    "{handoff} has no service level. Agree on one, and its targets have due dates."
                ),
                format!(
                    "{handoff} hat keine Vereinbarung. Treffen Sie eine, dann haben ihre Ziele \
                     Termine."
                ),
            ),
            NotDue::NoTarget { handoff, target } => language.pick(
                format!("The service level of {handoff} has no {} target.", of(target)),
                format!("Die Vereinbarung von {handoff} hat kein Ziel für {}.", of(target)),
            ),
            NotDue::NoCalendar { handoff, target } => language.pick(
                format!(
                    "The {} target of {handoff} is in working time, and neither its service level \
                     nor the receiving team nor the process has a calendar. Choose one.",
                    of(target)
                ),
                format!(
                    "Das Ziel für {} von {handoff} zählt Arbeitszeit, und weder die Vereinbarung noch \
                     das empfangende Team noch der Prozess hat einen Kalender. Wählen Sie einen.",
                    of(target)
                ),
            ),
            NotDue::Calendar(problem) => problem.sentence(language),
            NotDue::NoZone { time } => language.pick(
                format!(
                    "Nothing says on whose clock it was {time}: there is no calendar. Put Z or \
                     +02:00 behind it."
                ),
                format!(
                    "Nichts sagt, auf wessen Uhr es {time} war: es gibt keinen Kalender. Setzen \
                     Sie Z oder +02:00 dahinter."
                ),
            ),
            NotDue::NoAcceptance { handoff, target } => language.pick(
                format!(
                    "The {} of {handoff} is counted from acceptance, and no response target says \
                     when that is at the latest. Say when it was accepted.",
                    of(target)
                ),
                format!(
                    "{} von {handoff} zählt ab der Annahme, und kein Reaktionsziel sagt, wann die \
                     spätestens ist. Sagen Sie, wann angenommen wurde.",
                    of(target)
                ),
            ),
            NotDue::NoAcknowledgement { handoff, target } => language.pick(
                format!(
                    "The {} of {handoff} is counted from when the receiver has seen it, and no \
                     acknowledgement target says when that is at the latest. Agree on one, or \
                     count from release.",
                    of(target)
                ),
                format!(
                    "{} von {handoff} zählt ab der Bestätigung des Eingangs, und kein Ziel sagt, \
                     wann die spätestens ist. Vereinbaren Sie eines, oder zählen Sie ab der \
                     Freigabe.",
                    of(target)
                ),
            ),
            NotDue::AfterTheWork { handoff, target } => language.pick(
                format!(
                    "The {} of {handoff} is counted from when the work is done: nothing is left \
                     to wait for. Let its clock start earlier.",
                    of(target)
                ),
                format!(
                    "{} von {handoff} zählt ab dem Ende der Arbeit: dann ist auf nichts mehr zu \
                     warten. Lassen Sie die Uhr früher beginnen.",
                    of(target)
                ),
            ),
            NotDue::StandsStill { handoff, target } => language.pick(
                format!(
                    "The clock of the {} of {handoff} starts and stops at the same event, or at \
                     none. Choose two events.",
                    of(target)
                ),
                format!(
                    "Die Uhr für {} von {handoff} beginnt und endet beim selben Ereignis oder bei \
                     keinem. Wählen Sie zwei Ereignisse.",
                    of(target)
                ),
            ),
            NotDue::AcceptedEarly { handoff } => language.pick(
                format!("{handoff} cannot be accepted before it is released."),
                format!("{handoff} kann nicht vor der Freigabe angenommen werden."),
            ),
            NotDue::Never { handoff, target } => language.pick(
                format!(
                    "The {} of {handoff} is never due: its calendar has too few working hours left.",
                    of(target)
                ),
                format!(
                    "{} von {handoff} ist nie fällig: der Kalender hat nicht mehr genug \
                     Arbeitszeit.",
                    of(target)
                ),
            ),
        }
    }
}

impl fmt::Display for NotDue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::English))
    }
}

impl std::error::Error for NotDue {}

impl From<Problem> for NotDue {
    fn from(problem: Problem) -> NotDue {
        NotDue::Calendar(problem)
    }
}
