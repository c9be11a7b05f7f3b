//! Completion of a capture line: what can stand at the caret, the likeliest first.

use super::Context;
use super::leg::{Cut, cuts};
use super::line::Capturing;
use super::suggest::Suggesting;
use super::word::{Word, word_of};
use crate::error::Spot;
use crate::lex::{Arrow, Part};
use model::*;
use serde::Serialize;
use ts_rs::TS;

/// What can stand at the caret. Accepting an item replaces the bytes from `from` to `to`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Completion {
    /// Where what is replaced begins, in bytes of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// At most eight, the likeliest first.
    pub items: Vec<Suggested>,
}

/// One thing that can stand at the caret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Suggested {
    /// What is written, with the quotes, colon or space that belong to it.
    pub text: String,
    /// What it is.
    pub kind: SuggestedKind,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum SuggestedKind {
    /// A team, with its colon.
    Team,
    /// A step that is there.
    Step,
    /// A role.
    Role,
    /// A cause of waiting.
    Cause,
    /// A system that a step uses.
    System,
    /// How an item travels.
    Channel,
    /// A word of the notation.
    Word,
}

/// What can stand at the caret, `at` bytes into the text; an offset inside a letter counts as
/// before it, one past the end as the end.
pub fn complete(document: &Document, context: &Context, text: &str, at: usize) -> Completion {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    let before = text.get(..at).unwrap_or_default();
    let line_at = before.rfind('\n').map_or(0, |it| it + 1);
    let line = before.get(line_at..).unwrap_or_default();
    let nothing = Completion { from: at, to: at, items: Vec::new() };
    if document.state(context.state).is_none() || line.len() > crate::lex::LINE {
        return nothing;
    }
    let context = above(document, context, before.get(..line_at).unwrap_or_default());
    let typed = Typed::of(line);
    let suggesting = Suggesting::of(document, &context);
    let (skip, mut items) = items(&suggesting, &typed);
    let from = line_at + typed.from + skip;
    // What stands there already need not be offered.
    let there = before.get(from..).unwrap_or_default();
    items.retain(|item| item.text != there);
    if items.is_empty() { nothing } else { Completion { from, to: at, items } }
}

/// Where the line of the caret goes on, as far as the lines above it are one text with it: the team
/// they end in, if they name one that is there.
fn above(document: &Document, context: &Context, text: &str) -> Context {
    let mut capturing = Capturing::of(document, context);
    let last = text.lines().rev().find(|line| !line.trim().is_empty());
    let team = last.and_then(|line| {
        let part = Part { text: line, spot: Spot { line: 1, column: 1 } };
        let legs = super::leg::legs(super::list::bare(&part)).ok()?;
        let name = legs.iter().rev().find_map(|leg| leg.team)?.name.prose().ok()?;
        capturing.team_called(&name, false, false)
    });
    capturing.team = team.or(capturing.team);
    Context { team: capturing.team, ..*context }
}

/// What stands before the caret in its line.
struct Typed<'a> {
    /// The text since the last comma, colon or arrow, without the spaces before it.
    part: Part<'a>,
    /// Where that begins in the line.
    from: usize,
    cut: Option<Cut>,
    /// The arrow of the leg that is being written.
    arrow: Option<Arrow>,
    /// The team before the colon of that leg.
    team: Option<&'a str>,
    /// The line is a pain.
    pain: bool,
}

impl<'a> Typed<'a> {
    fn of(line: &'a str) -> Typed<'a> {
        let whole = Part { text: line, spot: Spot { line: 1, column: 1 } };
        let (all, _) = cuts(line);
        let bare = super::list::bare(&whole);
        let start = line.len().saturating_sub(line.trim_start().len());
        let pain = crate::words::first_word(line.trim_start()).0 == "pain";
        let arrow = all.iter().rev().find_map(|it| match it.cut {
            Cut::Arrow(arrow) => Some(arrow),
            _ => None,
        });
        let last = all.last();
        let leg = all.iter().rposition(|it| matches!(it.cut, Cut::Arrow(_)));
        let leg_from = leg.and_then(|at| all.get(at)).map_or(start, |it| it.to);
        let colon = all.iter().rev().find(|it| it.cut == Cut::Colon && it.from >= leg_from);
        let team = colon.and_then(|it| line.get(leg_from..it.from)).map(str::trim);
        let begin = match last {
            Some(cut) => cut.to,
            None => (bare.text.as_ptr() as usize).saturating_sub(line.as_ptr() as usize),
        };
        let text = line.get(begin..).unwrap_or_default();
        let from = begin + text.len() - text.trim_start().len();
        let part = whole.from(line.get(from..).unwrap_or_default());
        Typed { part, from, cut: last.map(|it| it.cut), arrow, team, pain }
    }
}

/// What fits, and how many bytes of the part stay before it.
fn items(on: &Suggesting<'_>, typed: &Typed<'_>) -> (usize, Vec<Suggested>) {
    let text = typed.part.text;
    match typed.cut {
        Some(Cut::Comma) => said(on, typed),
        _ if typed.pain => (0, Vec::new()),
        Some(Cut::Colon) => (0, on.steps_of(typed.team.unwrap_or_default(), text)),
        Some(Cut::Arrow(Arrow::Back)) => (0, on.heads(text, true)),
        Some(Cut::Arrow(Arrow::Forward)) => (0, on.heads(text, false)),
        None => {
            let mut items = on.heads(text, false);
            items.extend(on.line_words(text));
            items.truncate(super::suggest::MOST);
            (0, items)
        }
    }
}

/// What can be said after a comma.
fn said(on: &Suggesting<'_>, typed: &Typed<'_>) -> (usize, Vec<Suggested>) {
    let part = &typed.part;
    let skip = |rest: &str| part.text.len().saturating_sub(rest.len());
    if typed.pain {
        return match super::word::after(part, "at") {
            Some(rest) => (skip(rest.text), on.heads(rest.text, true)),
            None => match super::word::after(part, "cause") {
                Some(rest) => (skip(rest.text), on.causes(rest.text)),
                None => (0, on.pain_words(part.text)),
            },
        };
    }
    let Some((entry, rest)) = word_of(part).filter(|(it, rest)| it.more && begun(part, rest))
    else {
        return (0, on.words(part.text, typed.arrow.is_some()));
    };
    let team = typed.team;
    match entry.word {
        Word::Waits => {
            let cause = cause_at(rest.text);
            (skip(cause), on.causes(cause))
        }
        Word::Uses => (skip(rest.text), on.systems(rest.text)),
        Word::Via => (skip(rest.text), on.channels(rest.text)),
        Word::Accountable | Word::Receiver => (skip(rest.text), on.roles(rest.text, on.team(team))),
        Word::Giver => (skip(rest.text), on.roles(rest.text, on.before())),
        Word::Owner => (skip(rest.text), on.roles(rest.text, None)),
        _ => (0, Vec::new()),
    }
}

/// Whether a word is finished: something stands behind it, a space if nothing else.
fn begun(part: &Part<'_>, rest: &Part<'_>) -> bool {
    !rest.text.is_empty() || part.text.ends_with(char::is_whitespace)
}

/// The cause in what follows `waits`: behind the time, and behind `in` or `for`.
fn cause_at(text: &str) -> &str {
    let mut rest = text;
    while let Some(after) = time_at(rest) {
        rest = after;
    }
    ["in ", "for "].iter().find_map(|small| rest.strip_prefix(small)).unwrap_or(rest)
}

/// What follows a number and its unit, if a text begins so and goes on.
fn time_at(text: &str) -> Option<&str> {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    if after.len() == text.len() {
        return None;
    }
    let after = after.trim_start();
    let rest = after.trim_start_matches(char::is_alphabetic);
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}
