//! From text to sentences: lines joined where a comma carries on, cut at arrows and commas outside
//! quotes, every part with its place.

use crate::error::{Error, Problem, Spot};
use crate::named::Named;
use crate::words::KEYWORDS;

/// Longest text, in bytes.
pub(crate) const TEXT: usize = 1_000_000;
/// Most lines.
pub(crate) const LINES: usize = 50_000;
/// Longest line, in characters.
pub(crate) const LINE: usize = 40_000;

/// Which way a connector leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrow {
    Forward,
    Back,
}

/// The text between two commas or arrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub text: &'a str,
    pub spot: Spot,
}

/// A name and what is said of it; in a connector, after the arrow that leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leg<'a> {
    pub arrow: Option<Arrow>,
    pub head: Part<'a>,
    pub said: Vec<Part<'a>>,
}

/// A line, with those it carries on to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence<'a> {
    pub keyword: Option<&'static str>,
    pub first: Leg<'a>,
    pub others: Vec<Leg<'a>>,
}

impl<'a> Part<'a> {
    pub fn error(&self, problem: Problem) -> Error {
        self.spot.error(problem)
    }

    /// What follows a word, if the part begins with it.
    pub fn after(&self, word: &str) -> Option<Part<'a>> {
        let rest = self.text.strip_prefix(word)?;
        let trimmed = rest.trim_start();
        let apart = rest.is_empty() || trimmed.len() < rest.len() || trimmed.starts_with('"');
        apart.then(|| self.from(trimmed))
    }

    /// A piece of this part, with its place.
    pub fn from(&self, piece: &'a str) -> Part<'a> {
        let skipped = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.get(..skipped).unwrap_or_default().chars().count();
        let column = self.spot.column.saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
        Part { text: piece, spot: Spot { line: self.spot.line, column } }
    }

    /// The name or text this part is, without its quotes.
    pub fn name(&self) -> Result<String, Error> {
        let text = self.prose()?;
        if !self.text.starts_with('"') && (text.contains("->") || text.contains("~>")) {
            return Err(self.error(Problem::ArrowInside));
        }
        Ok(text)
    }

    /// As `name`, where arrows are no harm.
    pub fn prose(&self) -> Result<String, Error> {
        if self.text.is_empty() {
            return Err(self.error(Problem::Missing(Named::Name)));
        }
        let Some(inside) = self.text.strip_prefix('"') else {
            if self.text.contains('"') {
                return Err(self.error(Problem::QuoteInside));
            }
            return Ok(self.text.to_owned());
        };
        let mut text = String::with_capacity(inside.len());
        let mut letters = inside.chars();
        loop {
            match letters.next() {
                None => return Err(self.error(Problem::OpenQuote)),
                Some('"') => break,
                Some('\\') => text.push(match letters.next() {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some(same @ ('"' | '\\')) => same,
                    Some(other) => return Err(self.error(Problem::UnknownEscape(other))),
                    None => return Err(self.error(Problem::OpenQuote)),
                }),
                Some(other) => text.push(other),
            }
        }
        if letters.as_str().is_empty() { Ok(text) } else { Err(self.error(Problem::QuoteInside)) }
    }
}

/// All sentences of a text.
pub(crate) fn sentences(text: &str) -> Result<Vec<Sentence<'_>>, Error> {
    let start = Spot { line: 1, column: 1 };
    if text.len() > TEXT {
        return Err(start.error(Problem::TextTooLong));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut all: Vec<Sentence<'_>> = Vec::new();
    let mut open = None;
    for (at, line) in text.lines().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let spot = Spot { line: number, column: 1 };
        if at >= LINES {
            return Err(spot.error(Problem::TooManyLines));
        }
        if line.len() > LINE && line.chars().count() > LINE {
            return Err(spot.error(Problem::LineTooLong));
        }
        let whole = Part { text: line, spot };
        let part = whole.from(line.trim_start());
        if part.text.is_empty() || part.text.starts_with("//") {
            continue;
        }
        let mut sentence = open.take().unwrap_or_else(|| Unfinished::begin(part));
        let part = if sentence.legs.is_empty() { sentence.body } else { part };
        if sentence.read(part)? {
            open = Some(sentence);
        } else {
            all.push(sentence.finish()?);
        }
    }
    match open {
        Some(sentence) => {
            let end = sentence.end;
            sentence.finish()?;
            Err(end.error(Problem::Missing(Named::Announced)))
        }
        None => Ok(all),
    }
}

/// A sentence while its lines are read.
struct Unfinished<'a> {
    keyword: Option<&'static str>,
    body: Part<'a>,
    legs: Vec<(Option<Arrow>, Vec<Part<'a>>)>,
    end: Spot,
}

impl<'a> Unfinished<'a> {
    fn begin(line: Part<'a>) -> Unfinished<'a> {
        let word = line.text.split([' ', '\t', ',', '"']).next().unwrap_or_default();
        let keyword = KEYWORDS.iter().copied().find(|it| *it == word);
        let body = keyword.and_then(|it| line.text.strip_prefix(it)).map(str::trim_start);
        let body = body.map_or(line, |rest| line.from(rest));
        Unfinished { keyword, body, legs: Vec::new(), end: line.spot }
    }

    /// Reads one line; whether it carries on.
    fn read(&mut self, line: Part<'a>) -> Result<bool, Error> {
        let mut rest = line;
        if self.legs.is_empty() {
            self.legs.push((None, Vec::new()));
        }
        loop {
            let (text, cut) = cut(rest, self.keyword.is_none())?;
            let part = rest.from(text.trim_start());
            let part = Part { text: part.text.trim_end(), ..part };
            let Some((cut, after)) = cut else {
                self.say(part);
                return Ok(false);
            };
            self.say(part);
            let after = rest.from(after);
            match cut {
                Cut::Comma if after.text.trim().is_empty() => {
                    self.end = after.spot;
                    return Ok(true);
                }
                Cut::Comma => {}
                Cut::Arrow(arrow) => self.legs.push((Some(arrow), Vec::new())),
            }
            rest = after;
        }
    }

    fn say(&mut self, part: Part<'a>) {
        if let Some((_, parts)) = self.legs.last_mut() {
            parts.push(part);
        }
    }

    fn finish(self) -> Result<Sentence<'a>, Error> {
        let mut legs = Vec::with_capacity(self.legs.len());
        for (arrow, parts) in self.legs {
            let mut parts = parts.into_iter();
            let Some(head) = parts.next() else { continue };
            let said: Vec<Part<'a>> = parts.collect();
            if head.text.is_empty() && self.keyword.is_none() {
                return Err(head.error(Problem::Missing(Named::StepName)));
            }
            if let Some(empty) = said.iter().find(|it| it.text.is_empty()) {
                return Err(empty.error(Problem::Missing(Named::Said)));
            }
            legs.push(Leg { arrow, head, said });
        }
        let mut legs = legs.into_iter();
        match legs.next() {
            Some(first) => Ok(Sentence { keyword: self.keyword, first, others: legs.collect() }),
            None => Err(self.end.error(Problem::Missing(Named::Name))),
        }
    }
}

/// What stands before a cut, and the cut with what follows it.
type Halves<'a> = (&'a str, Option<(Cut, &'a str)>);

/// The text up to the first comma (or arrow, if `arrows` cut) outside quotes, and what follows.
fn cut<'a>(part: Part<'a>, arrows: bool) -> Result<Halves<'a>, Error> {
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in part.text.char_indices() {
        let (before, rest) = part.text.split_at_checked(at).unwrap_or((part.text, ""));
        if quote.is_some() {
            if c == '"' && !escaped {
                quote = None;
            }
            escaped = c == '\\' && !escaped;
            continue;
        }
        let arrow = match c {
            '"' => {
                quote = Some(rest);
                continue;
            }
            ',' => return Ok((before, Some((Cut::Comma, rest.get(1..).unwrap_or(""))))),
            '-' => Arrow::Forward,
            '~' => Arrow::Back,
            _ => continue,
        };
        if arrows && rest.get(1..2) == Some(">") {
            return Ok((before, Some((Cut::Arrow(arrow), rest.get(2..).unwrap_or("")))));
        }
    }
    match quote {
        Some(open) => Err(part.from(open).error(Problem::OpenQuote)),
        None => Ok((part.text, None)),
    }
}

/// The two sides of a part that has an arrow outside quotes.
pub(crate) fn pair<'a>(part: &Part<'a>) -> Result<Option<(Part<'a>, Part<'a>)>, Error> {
    let (from, Some((_, to))) = cut(*part, true)? else { return Ok(None) };
    let side = |text: &'a str| {
        let side = part.from(text.trim_start());
        Part { text: side.text.trim_end(), ..side }
    };
    Ok(Some((Part { text: from.trim_end(), ..*part }, side(to))))
}

#[derive(Clone, Copy)]
enum Cut {
    Comma,
    Arrow(Arrow),
}
