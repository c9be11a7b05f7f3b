//! The words a leg may say, once for reading and for completion. They are read in any letter case.

use crate::lex::Part;

/// What a word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Span,
    Uses,
    Accountable,
    Note,
    CompleteAccurate,
    Waits,
    Every,
    Why,
    Via,
    Passes,
    ToldBy,
    Giver,
    Receiver,
    Owner,
    If,
    Because,
    Share,
    Pain,
    Then,
    InParallel,
    Either,
    MainWay,
    DeadEnd,
    Unowned,
}

/// What a word is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The step of the leg.
    Step,
    /// The way that leads to it.
    Way,
    /// The handoff, where that way joins two teams.
    Handoff,
    /// The way if there is one, else the step.
    Either,
}

/// A word, what it is said of, and whether something follows it. The likeliest come first.
pub(super) struct Entry {
    pub text: &'static str,
    pub word: Word,
    pub of: Of,
    pub more: bool,
}

const fn entry(text: &'static str, word: Word, of: Of, more: bool) -> Entry {
    Entry { text, word, of, more }
}

pub(super) const WORDS: &[Entry] = &[
    entry("waits", Word::Waits, Of::Way, true),
    entry("passes", Word::Passes, Of::Handoff, true),
    entry("pain", Word::Pain, Of::Either, true),
    entry("via", Word::Via, Of::Way, true),
    entry("if", Word::If, Of::Way, true),
    entry("uses", Word::Uses, Of::Step, true),
    entry("giver", Word::Giver, Of::Handoff, true),
    entry("receiver", Word::Receiver, Of::Handoff, true),
    entry("accountable", Word::Accountable, Of::Step, true),
    entry("because", Word::Because, Of::Way, true),
    entry("every", Word::Every, Of::Way, true),
    entry("span", Word::Span, Of::Step, true),
    entry("main way", Word::MainWay, Of::Way, false),
    entry("told by", Word::ToldBy, Of::Handoff, true),
    entry("why", Word::Why, Of::Way, true),
    entry("in parallel", Word::InParallel, Of::Way, false),
    entry("either", Word::Either, Of::Way, false),
    entry("then", Word::Then, Of::Way, false),
    entry("share", Word::Share, Of::Way, true),
    entry("handoff accountable", Word::Owner, Of::Handoff, true),
    entry("%C&A", Word::CompleteAccurate, Of::Step, true),
    entry("unowned", Word::Unowned, Of::Step, false),
    entry("dead end", Word::DeadEnd, Of::Step, false),
    entry("note", Word::Note, Of::Step, true),
];

/// Other spellings, for people in a hurry.
const QUICK: &[(&str, &str)] = &[("w", "waits"), ("wait", "waits"), ("C&A", "%C&A")];

/// The word that a part begins with, and what follows it.
pub(super) fn word_of<'a>(part: &Part<'a>) -> Option<(&'static Entry, Part<'a>)> {
    for entry in WORDS {
        let quick = QUICK.iter().filter(|(_, long)| *long == entry.text).map(|(quick, _)| *quick);
        for spelling in quick.chain([entry.text]) {
            if let Some(rest) = after(part, spelling)
                && (entry.more || rest.text.is_empty())
            {
                return Some((entry, rest));
            }
        }
    }
    None
}

/// What follows a word in any letter case, if the part begins with it. A number may stand close.
pub(super) fn after<'a>(part: &Part<'a>, word: &str) -> Option<Part<'a>> {
    let (said, rest) = part.text.split_at_checked(word.len())?;
    let trimmed = rest.trim_start();
    let close = |c: char| c == '"' || c.is_ascii_digit();
    let apart = rest.is_empty() || trimmed.len() < rest.len() || rest.starts_with(close);
    (said.eq_ignore_ascii_case(word) && apart).then(|| part.from(trimmed))
}
