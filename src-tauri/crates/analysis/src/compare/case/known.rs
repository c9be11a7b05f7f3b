//! A number with its range and how well it is known, and how many digits of it may be shown. A result
//! is as well known as the worst of what it was made from; its range is from the least favourable of
//! all inputs to the most favourable.

use model::{Confidence, Estimate};
use serde::Serialize;
use ts_rs::TS;

/// A number of the business case.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Amount {
    /// With the usual value of every input.
    pub usual: f64,
    /// With the least favourable.
    pub low: f64,
    /// With the most favourable.
    pub high: f64,
    /// As well as the worst of its inputs.
    pub confidence: Confidence,
    /// The three with as many digits as the inputs deserve; what is shown.
    pub shown: ShownAmount,
}

/// A number as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ShownAmount {
    /// The usual value.
    pub usual: f64,
    /// From and to; absent where no input has a range.
    pub range: Option<(f64, f64)>,
}

/// Significant digits that a number deserves: guessed one, estimated two, measured three (Baton's
/// rule; domain.md names none).
pub fn digits(confidence: Confidence) -> u8 {
    match confidence {
        Confidence::Guessed => 1,
        Confidence::Estimated => 2,
        Confidence::Measured => 3,
    }
}

/// A number with no more digits than it deserves.
pub fn deserved(value: f64, confidence: Confidence) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let ten = |times: i32| (0..times).fold(1.0, |power, _| power * 10.0);
    let places = i32::from(digits(confidence)) - 1 - libm::floor(libm::log10(value.abs())) as i32;
    if places >= 0 {
        libm::round(value * ten(places)) / ten(places)
    } else {
        libm::round(value / ten(-places)) * ten(-places)
    }
}

/// What is reckoned with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Known {
    pub low: f64,
    pub usual: f64,
    pub high: f64,
    pub confidence: Confidence,
}

impl Known {
    /// Nothing; adds nothing and is not in doubt.
    pub(super) const NOTHING: Known =
        Known { low: 0.0, usual: 0.0, high: 0.0, confidence: Confidence::Measured };

    /// An estimate, in another unit.
    pub(super) fn of<T: Copy>(estimate: &Estimate<T>, unit: impl Fn(T) -> f64) -> Known {
        let usual = unit(estimate.usual);
        Known {
            low: estimate.best.map_or(usual, &unit),
            usual,
            high: estimate.worst.map_or(usual, &unit),
            confidence: estimate.confidence,
        }
    }

    pub(super) fn plus(self, other: Known) -> Known {
        Known {
            low: self.low + other.low,
            usual: self.usual + other.usual,
            high: self.high + other.high,
            confidence: self.confidence.max(other.confidence),
        }
    }

    /// Times a number without a range; a negative one turns the range round.
    pub(super) fn by(self, factor: f64) -> Known {
        let (a, b) = (self.low * factor, self.high * factor);
        Known { low: a.min(b), usual: self.usual * factor, high: a.max(b), ..self }
    }

    pub(super) fn times(self, other: Known) -> Known {
        let (left, right) = (self.by(other.low), self.by(other.high));
        Known {
            low: left.low.min(right.low),
            usual: self.usual * other.usual,
            high: left.high.max(right.high),
            confidence: self.confidence.max(other.confidence),
        }
    }

    /// No better known than this.
    pub(super) fn at_best(self, confidence: Confidence) -> Known {
        Known { confidence: self.confidence.max(confidence), ..self }
    }

    pub(super) fn amount(self) -> Amount {
        let Known { low, usual, high, confidence } = self;
        let shown = |value| deserved(value, confidence);
        let range = (high - low > 1e-9).then(|| (shown(low), shown(high)));
        Amount { usual, low, high, confidence, shown: ShownAmount { usual: shown(usual), range } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::*;

    #[test]
    fn a_number_has_the_digits_it_deserves() {
        let rows = [
            (250.4, Guessed, 300.0),
            (250.4, Estimated, 250.0),
            (250.6, Measured, 251.0),
            (1_798.4, Measured, 1_800.0),
            (0.5217, Estimated, 0.52),
            (0.00386, Guessed, 0.004),
            (9.96, Estimated, 10.0),
            (-1_234.0, Estimated, -1_200.0),
            (0.0, Measured, 0.0),
            (987_654_321.0, Measured, 988_000_000.0),
        ];
        for (value, confidence, shown) in rows {
            assert_eq!(deserved(value, confidence), shown, "{value} {confidence:?}");
        }
    }

    #[test]
    fn a_range_is_from_the_least_favourable_to_the_most() {
        let known = |low, usual, high| Known { low, usual, high, confidence: Estimated };
        let product = known(-1.0, 2.0, 3.0).times(known(10.0, 20.0, 40.0));
        assert_eq!(product, known(-40.0, 40.0, 120.0));
        let difference = known(5.0, 6.0, 8.0).plus(known(1.0, 2.0, 4.0).by(-1.0));
        assert_eq!(difference, known(1.0, 4.0, 7.0));
        assert_eq!(known(2.0, 2.0, 2.0).amount().shown.range, None);
        assert_eq!(known(1.04, 2.0, 3.26).amount().shown.range, Some((1.0, 3.3)));
    }
}
