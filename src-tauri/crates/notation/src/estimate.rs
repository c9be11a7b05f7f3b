//! Numbers with what is known about them: a usual value, its range, how well it is known, on how
//! many items, by whom.

use crate::duration::{Reader, print_duration, short};
use crate::error::{Error, Problem};
use crate::lex::Part;
use crate::named::Named;
use crate::words::written;
use model::{Clock, Confidence, Estimate, Knowledge, Minutes, Share};

const KNOWN: &[(&str, Confidence)] = &[
    ("measured", Confidence::Measured),
    ("estimated", Confidence::Estimated),
    ("guessed", Confidence::Guessed),
];

/// What is said about how well a number is known.
pub(crate) struct Certainty {
    word: &'static str,
    known: Knowledge,
}

impl Certainty {
    /// Reads `guessed`, `measured on 40 by Ana`; nothing if the part is something else.
    pub fn read(part: &Part<'_>) -> Result<Option<Certainty>, Error> {
        let Some((word, confidence, mut rest)) = KNOWN
            .iter()
            .find_map(|(word, confidence)| Some((*word, *confidence, part.after(word)?)))
        else {
            return Ok(None);
        };
        let mut known = Knowledge { confidence, ..Knowledge::default() };
        if let Some(on) = rest.after("on") {
            let end = on.text.find(|c: char| !c.is_ascii_digit()).unwrap_or(on.text.len());
            let (digits, after) = on.text.split_at_checked(end).unwrap_or((on.text, ""));
            let number = digits.parse().ok();
            let wrong = || on.error(Problem::NotANumber(short(on.text)));
            known.sample = Some(number.ok_or_else(wrong)?);
            rest = on.from(after.trim_start());
        }
        if let Some(by) = rest.after("by") {
            known.said_by = by.prose()?;
        } else if !rest.text.is_empty() {
            let text = short(rest.text);
            return Err(rest.error(Problem::Unknown { text, of: Named::ANumber }));
        }
        Ok(Some(Certainty { word, known }))
    }

    /// As it is kept beside a number without a range.
    pub fn kept(self) -> Knowledge {
        self.known
    }

    /// Writes it to the number it is about.
    pub fn apply<T>(self, to: &mut Option<Estimate<T>>, part: &Part<'_>) -> Result<(), Error> {
        let Some(estimate) = to else {
            return Err(part.error(Problem::NoNumber(self.word)));
        };
        let Knowledge { confidence, sample, said_by } = self.known;
        (estimate.confidence, estimate.sample, estimate.said_by) = (confidence, sample, said_by);
        Ok(())
    }

    /// That no number stands before it.
    pub fn without_number(&self, part: &Part<'_>) -> Error {
        part.error(Problem::NoNumber(self.word))
    }
}

/// Reads a time and its range.
pub(crate) fn time(reader: &mut Reader<'_>, clock: Clock) -> Result<Estimate<Minutes>, Error> {
    estimate(reader, &|reader| reader.duration(clock))
}

/// Reads a share and its range.
pub(crate) fn share_estimate(reader: &mut Reader<'_>) -> Result<Estimate<Share>, Error> {
    estimate(reader, &share)
}

/// Reads `85 %`.
pub(crate) fn share(reader: &mut Reader<'_>) -> Result<Share, Error> {
    let at = reader.left();
    let wrong = || at.error(Problem::NotAShare(short(at.text)));
    let micro = reader.number().ok_or_else(wrong)?;
    if !reader.take("%") {
        return Err(wrong());
    }
    // 100 % is 10,000 ten-thousandths: a hundredth of a percent is ten thousand millionths.
    let parts = micro.saturating_add(5_000) / 10_000;
    u16::try_from(parts).map(Share).ok().filter(|it| *it <= Share::ALL).ok_or_else(wrong)
}

fn estimate<'a, T: Copy + PartialOrd>(
    reader: &mut Reader<'a>,
    value: &dyn Fn(&mut Reader<'a>) -> Result<T, Error>,
) -> Result<Estimate<T>, Error> {
    let mut estimate = Estimate::of(value(reader)?);
    let at = reader.left();
    if !reader.take("(") {
        return Ok(estimate);
    }
    let wrong = || at.error(Problem::NotARange);
    if reader.take("up") {
        if !reader.take("to") {
            return Err(wrong());
        }
        estimate.worst = Some(value(reader)?);
    } else if reader.take("from") {
        estimate.best = Some(value(reader)?);
    } else {
        estimate.best = Some(value(reader)?);
        if !reader.take("to") {
            return Err(wrong());
        }
        estimate.worst = Some(value(reader)?);
    }
    if !reader.take(")") {
        return Err(wrong());
    }
    let holds = estimate.best.is_none_or(|best| best <= estimate.usual)
        && estimate.worst.is_none_or(|worst| worst >= estimate.usual);
    if holds { Ok(estimate) } else { Err(at.error(Problem::RangeOutOfOrder)) }
}

/// The parts that say a time: its value and range, and how well it is known.
pub(crate) fn time_parts(it: &Estimate<Minutes>, clock: Clock) -> Vec<String> {
    parts(it, &|minutes| print_duration(minutes, clock))
}

/// The parts that say a share.
pub(crate) fn share_parts(it: &Estimate<Share>) -> Vec<String> {
    parts(it, &print_share)
}

/// `85 %`, `12.34 %`.
pub(crate) fn print_share(share: Share) -> String {
    let (whole, hundredths) = (share.0 / 100, share.0 % 100);
    match (hundredths, hundredths % 10) {
        (0, _) => format!("{whole} %"),
        (_, 0) => format!("{whole}.{} %", hundredths / 10),
        _ => format!("{whole}.{hundredths:02} %"),
    }
}

fn parts<T: Copy>(it: &Estimate<T>, value: &dyn Fn(T) -> String) -> Vec<String> {
    let mut number = value(it.usual);
    match (it.best, it.worst) {
        (None, None) => {}
        (Some(best), None) => number.push_str(&format!(" (from {})", value(best))),
        (None, Some(worst)) => number.push_str(&format!(" (up to {})", value(worst))),
        (Some(best), Some(worst)) => {
            number.push_str(&format!(" ({} to {})", value(best), value(worst)));
        }
    }
    let mut said = vec![number];
    said.extend(knowledge(&Knowledge::of(it)));
    said
}

/// The part that says how well a number is known; none where it is an estimate and no more.
pub(crate) fn knowledge(it: &Knowledge) -> Option<String> {
    let silent =
        it.confidence == Confidence::Estimated && it.sample.is_none() && it.said_by.is_empty();
    if silent {
        return None;
    }
    let word = KNOWN.iter().find(|(_, known)| *known == it.confidence).map(|(word, _)| *word);
    let mut text = word.unwrap_or_default().to_owned();
    if let Some(sample) = it.sample {
        text.push_str(&format!(" on {sample}"));
    }
    if !it.said_by.is_empty() {
        text.push_str(&format!(" by {}", written(&it.said_by)));
    }
    Some(text)
}
