//! A capture line cut into legs: an arrow, a team, a step, and what is said. Quoted text is never
//! cut.

use crate::error::{Error, Problem};
use crate::lex::{Arrow, Part};
use crate::named::Named;

/// One step of a line, with the arrow that leads to it.
#[derive(Clone, Debug)]
pub(super) struct Leg<'a> {
    pub arrow: Option<Arrow>,
    pub team: Option<TeamSaid<'a>>,
    /// The step; empty where only a team stands.
    pub head: Part<'a>,
    pub said: Vec<Part<'a>>,
}

/// What stands before the colon.
#[derive(Clone, Copy, Debug)]
pub(super) struct TeamSaid<'a> {
    pub name: Part<'a>,
    pub external: bool,
    /// The name is not short for another.
    pub whole: bool,
}

/// What cuts a line outside quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Comma,
    Colon,
    Arrow(Arrow),
}

/// A cut, where it begins and where it ends, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct CutAt {
    pub cut: Cut,
    pub from: usize,
    pub to: usize,
}

/// The arrow that begins here, and its length; `before` is the line up to here.
fn arrow(before: &str, rest: &str) -> Option<(Arrow, usize)> {
    for (sign, arrow) in [("->", Arrow::Forward), ("→", Arrow::Forward), ("~>", Arrow::Back)] {
        if rest.starts_with(sign) {
            return Some((arrow, sign.len()));
        }
    }
    let after = rest.strip_prefix('>')?;
    let begins = before.trim().is_empty();
    let apart = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    let compares = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    (begins || (apart && !compares)).then_some((Arrow::Forward, 1))
}

/// A colon ends the name of a team; not in `10:30` or in an address.
fn is_colon(rest: &str) -> bool {
    rest.strip_prefix(':')
        .is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_digit() || c == '/'))
}

/// A comma within a number, as in `1,5 h`: after digits that begin what is said, or stand behind the
/// word for a wait, and before one or two digits with a unit. `part` is what is said so far.
fn is_decimal(part: &str, rest: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let said = part.trim_start();
    let wait = ["waits", "wait", "w"].into_iter().find_map(|word| said.strip_prefix(word));
    let number = wait.unwrap_or(said).trim_start();
    let Some(after) = rest.strip_prefix(',') else { return false };
    let unit = after.trim_start_matches(digit);
    let digits = after.len() - unit.len();
    let named = unit.trim_start().starts_with(|c: char| c.is_alphabetic() || c == '%');
    !number.is_empty() && number.chars().all(digit) && (1..=2).contains(&digits) && named
}

/// Every cut of a line, and where a quotation mark was left open.
pub(super) fn cuts(line: &str) -> (Vec<CutAt>, Option<usize>) {
    let mut all: Vec<CutAt> = Vec::new();
    let (mut quote, mut escaped, mut skip) = (None, false, 0);
    // One colon to a leg, and none after a comma.
    let mut named = false;
    // Behind the name, where numbers stand.
    let mut behind = false;
    for (at, c) in line.char_indices() {
        if at < skip {
            continue;
        }
        if quote.is_some() {
            if c == '"' && !escaped {
                quote = None;
            }
            escaped = c == '\\' && !escaped;
            continue;
        }
        let (before, rest) = line.split_at_checked(at).unwrap_or((line, ""));
        let cut = match c {
            '"' => {
                quote = Some(at);
                continue;
            }
            ',' if behind && is_decimal(before.get(skip..).unwrap_or(""), rest) => None,
            ',' => Some((Cut::Comma, 1)),
            ':' if !named && is_colon(rest) => Some((Cut::Colon, 1)),
            '-' | '~' | '→' | '>' => arrow(before, rest).map(|(it, long)| (Cut::Arrow(it), long)),
            _ => None,
        };
        let Some((cut, long)) = cut else { continue };
        named = !matches!(cut, Cut::Arrow(_));
        behind = cut == Cut::Comma;
        skip = at + long;
        all.push(CutAt { cut, from: at, to: skip });
    }
    (all, quote)
}

/// The legs of a line. Commas at its end are no harm.
///
/// # Errors
/// An open quotation mark, or nothing where a name belongs.
pub(super) fn legs(line: Part<'_>) -> Result<Vec<Leg<'_>>, Error> {
    let (cuts, open) = cuts(line.text);
    if let Some(open) = open {
        let mark = line.from(line.text.get(open..).unwrap_or_default());
        return Err(mark.error(Problem::OpenQuote));
    }
    let mut legs = Vec::new();
    let mut leg = Leg { arrow: None, team: None, head: line, said: Vec::new() };
    let (mut rest, mut passed, mut comma) = (line, 0, false);
    for cut in cuts {
        let (text, _) = rest.text.split_at_checked(cut.from - passed).unwrap_or((rest.text, ""));
        let after = rest.text.get(cut.to - passed..).unwrap_or_default();
        let part = trimmed(rest, text);
        rest = rest.from(after);
        passed = cut.to;
        if cut.cut == Cut::Colon {
            leg.team = Some(team(part)?);
            continue;
        }
        place(&mut leg, part, comma)?;
        comma = cut.cut == Cut::Comma;
        if let Cut::Arrow(arrow) = cut.cut {
            let next = Leg { arrow: Some(arrow), team: None, head: rest, said: Vec::new() };
            let done = std::mem::replace(&mut leg, next);
            // Before an arrow that begins the line stands nothing.
            if !legs.is_empty() || says(&done) {
                legs.push(done);
            } else if done.arrow.is_some() {
                return Err(done.head.error(Problem::Missing(Named::StepName)));
            }
        }
    }
    let end = trimmed(rest, rest.text);
    if !comma || !end.text.is_empty() {
        place(&mut leg, end, comma)?;
    }
    legs.push(leg);
    Ok(legs)
}

/// Whether anything stands in a leg.
fn says(leg: &Leg<'_>) -> bool {
    !leg.head.text.is_empty() || leg.team.is_some() || !leg.said.is_empty()
}

fn trimmed<'a>(rest: Part<'a>, text: &'a str) -> Part<'a> {
    let part = rest.from(text.trim_start());
    Part { text: part.text.trim_end(), ..part }
}

fn place<'a>(leg: &mut Leg<'a>, part: Part<'a>, comma: bool) -> Result<(), Error> {
    match (comma, part.text.is_empty()) {
        (true, true) => return Err(part.error(Problem::Missing(Named::Said))),
        (true, false) => leg.said.push(part),
        (false, _) => leg.head = part,
    }
    Ok(())
}

/// The team that a text before a colon says.
pub(super) fn team(part: Part<'_>) -> Result<TeamSaid<'_>, Error> {
    const EXTERNAL: &str = "(external)";
    let split = part.text.len().checked_sub(EXTERNAL.len());
    let external = split.and_then(|at| part.text.split_at_checked(at));
    let (name, external) = match external {
        Some((name, word)) if word.eq_ignore_ascii_case(EXTERNAL) => (name.trim_end(), true),
        _ => (part.text, false),
    };
    if name.is_empty() {
        return Err(part.error(Problem::Missing(Named::TeamName)));
    }
    let whole = name.starts_with('"');
    Ok(TeamSaid { name: Part { text: name, ..part }, external, whole })
}
