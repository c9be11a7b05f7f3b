//! Single values of a file: words of closed lists, minutes, shares, and the errors about them.

use super::bounds::Reading;
use crate::error::Error;
use model::*;

pub(super) fn no_such(path: &str, what: &'static str, name: &str) -> Error {
    Error::NoSuch { path: path.to_owned(), what, name: short(name) }
}

/// The beginning of a text, for an error.
pub(super) fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// The value for a word of a closed list.
pub(super) fn word<T: Copy>(
    word: &str,
    path: &str,
    all: &[T],
    spelling: impl Fn(T) -> &'static str,
) -> Result<T, Error> {
    let found = all.iter().copied().find(|it| spelling(*it) == word);
    found.ok_or_else(|| Error::NotAWord {
        path: path.to_owned(),
        word: short(word),
        allowed: all.iter().map(|it| spelling(*it)).collect::<Vec<_>>().join(", "),
    })
}

/// As `word`, where there may be none.
pub(super) fn maybe_word<T: Copy>(
    text: &Option<String>,
    path: &str,
    all: &[T],
    spelling: impl Fn(T) -> &'static str,
) -> Result<Option<T>, Error> {
    text.as_ref().map(|text| word(text, path, all, spelling)).transpose()
}

pub(super) fn out_of_range(path: &str, expected: &'static str) -> Error {
    Error::OutOfRange { path: path.to_owned(), expected }
}

/// Whole minutes.
pub(super) fn minutes(number: f64, path: &str) -> Result<Minutes, Error> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(Minutes::MAX.0)).contains(&number);
    // The range was checked, so the cast is exact.
    if fits {
        Ok(Minutes(number as i32))
    } else {
        Err(out_of_range(path, "whole minutes, 0 to 5,270,400"))
    }
}

/// A share, of a number that is `all` when it is everything.
pub(super) fn share(number: f64, all: f64, path: &str) -> Result<Share, Error> {
    let parts = (number / all * 10_000.0).round();
    let fits = (0.0..=10_000.0).contains(&parts);
    let expected = if all > 1.0 { "a percentage, 0 to 100" } else { "a share, 0 to 1" };
    if fits { Ok(Share(parts as u16)) } else { Err(out_of_range(path, expected)) }
}

/// A number with its range, as an estimate; estimated unless said.
pub(super) fn estimate<T: Copy + PartialOrd>(
    reading: &Option<Reading>,
    path: &str,
    value: impl Fn(f64, &str) -> Result<T, Error>,
) -> Result<Option<Estimate<T>>, Error> {
    let Some(it) = reading else { return Ok(None) };
    let one = |number: Option<f64>| number.map(|number| value(number, path)).transpose();
    let known = [Confidence::Measured, Confidence::Estimated, Confidence::Guessed];
    let confidence = maybe_word(&it.confidence, path, &known, |it| match it {
        Confidence::Measured => "measured",
        Confidence::Estimated => "estimated",
        Confidence::Guessed => "guessed",
    })?;
    let estimate = Estimate {
        usual: value(it.usual, path)?,
        best: one(it.best)?,
        worst: one(it.worst)?,
        confidence: confidence.unwrap_or_default(),
        sample: it.sample,
        said_by: it.said_by.clone(),
    };
    let ordered = estimate.best.is_none_or(|best| best <= estimate.usual)
        && estimate.worst.is_none_or(|worst| worst >= estimate.usual);
    if !ordered {
        return Err(out_of_range(path, "a range with best ≤ usual ≤ worst"));
    }
    Ok(Some(estimate))
}
