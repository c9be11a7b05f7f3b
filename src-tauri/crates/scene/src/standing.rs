//! How a handoff stands: today's wait beside what is promised.

use crate::shape::Token;
use model::{Connector, Document, Handoff, Minutes};

/// How a handoff stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing is known yet.
    Unknown,
    /// Within its target.
    Good,
    /// Three quarters of its target or more.
    Watch,
    /// Over its target, or it waits and nothing is promised.
    Trouble,
}

impl Standing {
    /// Line and text colour, and the ground under it.
    pub fn tokens(self) -> (Token, Token) {
        match self {
            Standing::Unknown => (Token::Muted, Token::Surface),
            Standing::Good => (Token::Good, Token::GoodSoft),
            Standing::Watch => (Token::Watch, Token::WatchSoft),
            Standing::Trouble => (Token::Trouble, Token::TroubleSoft),
        }
    }
}

/// The target a wait is measured against: accept or return in time, else completion.
pub fn target(document: &Document, handoff: &Handoff) -> Option<Minutes> {
    let sla = document.sla(handoff.sla?)?;
    sla.response.or(sla.completion).map(|target| target.minutes)
}

/// How a handoff stands.
pub fn standing(document: &Document, handoff: &Handoff, connector: &Connector) -> Standing {
    let wait = connector.wait.as_ref().map(|wait| i64::from(wait.usual.0));
    match (wait, target(document, handoff).map(|target| i64::from(target.0))) {
        (None, _) => Standing::Unknown,
        (Some(0), None) => Standing::Good,
        (Some(_), None) => Standing::Trouble,
        (Some(wait), Some(target)) if wait > target => Standing::Trouble,
        (Some(wait), Some(target)) if wait * 4 >= target * 3 && wait > 0 => Standing::Watch,
        _ => Standing::Good,
    }
}
