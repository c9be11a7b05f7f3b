//! Numbers in the words of the pack. A number never stands bare: it has its unit,
//! and where it was entered, whether it was measured, estimated or guessed.

use model::{Clock, ClockKind, Confidence, Estimate, Minutes, Share, TimeTarget};

/// A number with its thousands set apart: `16,570`.
pub fn count(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut said = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    if number < 0 { format!("−{said}") } else { said }
}

/// A number of things: `1 step`, `3 steps`.
pub fn of(number: usize, one: &str, many: &str) -> String {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    format!("{}\u{a0}{}", count(number), if number == 1 { one } else { many })
}

/// A duration in a clock whose day has so many minutes, said as on the map: `45 min`, `7.5 h`,
/// `1.5 d`.
pub fn duration(minutes: i64, minutes_per_day: u16) -> String {
    let clock = Clock { minutes_per_day, ..Clock::default() };
    scene::Words::english().duration(minutes, clock).replace(' ', "\u{a0}")
}

/// A percentage: a whole number from 10 up, one decimal below: `46 %`, `4.5 %`.
pub fn percent(value: f64) -> String {
    if !value.is_finite() {
        return "—".to_owned();
    }
    let tenths = (value * 10.0).round();
    if tenths.abs() >= 100.0 || tenths % 10.0 == 0.0 {
        format!("{:.0}\u{a0}%", value)
    } else {
        format!("{:.1}\u{a0}%", value)
    }
}

/// A percentage to the tenth, for tables.
pub fn percent_tenth(value: f64) -> String {
    if value.is_finite() { format!("{value:.1}\u{a0}%") } else { "—".to_owned() }
}

/// A stored share as a percentage.
pub fn share(share: Share) -> String {
    percent(share.fraction() * 100.0)
}

/// How well a number is known.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Measured => "measured",
        Confidence::Estimated => "estimated",
        Confidence::Guessed => "guessed",
    }
}

/// How well an estimate is known, on how many items, and who said it.
pub fn basis<T>(estimate: &Estimate<T>) -> String {
    let mut said = confidence(estimate.confidence).to_owned();
    if let Some(sample) = estimate.sample {
        said += &format!(" on {}", of(sample as usize, "item", "items"));
    }
    if !estimate.said_by.is_empty() {
        said += &format!(", said by {}", estimate.said_by);
    }
    said
}

/// The range of an estimate: `best 1 d, worst 5 d`; empty when there is none.
pub fn range(estimate: &Estimate<Minutes>, minutes_per_day: u16) -> String {
    let named = |name: &str, value: Option<Minutes>| {
        value.map(|it| format!("{name}\u{a0}{}", duration(i64::from(it.0), minutes_per_day)))
    };
    let parts: Vec<String> = [named("best", estimate.best), named("worst", estimate.worst)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

/// What the minutes of a clock are called.
pub fn clock_words(clock: Clock) -> String {
    let (minutes, day) = match clock.kind {
        ClockKind::Business => ("working minutes", "working day"),
        ClockKind::Elapsed => ("elapsed minutes", "day"),
    };
    let length = duration_of_day(clock.minutes_per_day);
    format!("Times count {minutes}; 1\u{a0}d is one {day} of {length}.")
}

fn duration_of_day(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h {rest}\u{a0}min"),
    }
}

/// A target as short as a pill: `4 h`, `2 d`; in hours where the days of its calendar differ.
pub fn target_short(target: TimeTarget, day: i64) -> String {
    let day = match (target.clock, day) {
        (ClockKind::Elapsed, _) => 1440,
        (ClockKind::Business, 0) => u16::MAX,
        (ClockKind::Business, day) => u16::try_from(day).unwrap_or(u16::MAX),
    };
    duration(i64::from(target.minutes.0), day)
}

/// Names in a sentence: `A`, `A and B`, `A, B and C`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_on_the_map_and_stay_on_one_line() {
        let rows =
            [(0, "0 min"), (45, "45 min"), (450, "7.5 h"), (720, "1.5 d"), (16_570, "34.5 d")];
        for (minutes, said) in rows {
            assert_eq!(duration(minutes, 480).replace('\u{a0}', " "), said, "{minutes}");
            assert!(!duration(minutes, 480).contains(' '));
        }
        assert_eq!(duration(1440, 1440), "1\u{a0}d");
    }

    #[test]
    fn percentages_have_a_decimal_only_where_it_says_something() {
        let rows = [
            (46.2, "46 %"),
            (4.51, "4.5 %"),
            (9.96, "10 %"),
            (0.0, "0 %"),
            (21.0, "21 %"),
            (100.0, "100 %"),
            (f64::NAN, "—"),
        ];
        for (value, said) in rows {
            assert_eq!(percent(value).replace('\u{a0}', " "), said, "{value}");
        }
    }
}
