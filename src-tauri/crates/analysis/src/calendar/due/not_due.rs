//! Why it cannot be said when something is due: a closed list, each with a sentence for a person.

use super::super::problem::Problem;

/// Why it cannot be said when a target is due.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum NotDue {
    /// The document has no such handoff.
    #[error("This handoff does not exist.")]
    NoHandoff,
    /// Nothing is agreed.
    #[error("{handoff} has no service level. Agree on one, and its targets have due dates.")]
    NoAgreement { handoff: String },
    /// The agreement is silent on this.
    #[error("The service level of {handoff} has no {target} target.")]
    NoTarget { handoff: String, target: &'static str },
    /// Business minutes, and nothing says of which calendar.
    #[error(
        "The {target} target of {handoff} is in working time, and neither its service level nor the receiving team nor the process has a calendar. Choose one."
    )]
    NoCalendar { handoff: String, target: &'static str },
    /// The calendar cannot be counted in.
    #[error(transparent)]
    Calendar(#[from] Problem),
    /// A local time, and nothing says where.
    #[error(
        "Nothing says on whose clock it was {time}: there is no calendar. Put Z or +02:00 behind it."
    )]
    NoZone { time: String },
    /// Completion counts from an acceptance that nothing is said about.
    #[error(
        "{handoff} is to be completed so long after acceptance, and no response target says when that is at the latest. Say when it was accepted."
    )]
    NoAcceptance { handoff: String },
    /// Accepted before it was released.
    #[error("{handoff} cannot be accepted before it is released.")]
    AcceptedEarly { handoff: String },
    /// The calendar is not open for so long until time ends.
    #[error("The {target} of {handoff} is never due: its calendar has too few working hours left.")]
    Never { handoff: String, target: &'static str },
}
