//! Numbers in the words of the pack. A number never stands bare: it has its unit,
//! and where it was entered, whether it was measured, estimated or guessed.

use analysis::Language;
use model::{Clock, ClockKind, Confidence, Estimate, Minutes, Share, TimeTarget};

/// Says numbers, and in `names` the closed lists, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Say {
    /// Which one.
    pub language: Language,
}

impl Say {
    /// In English, where nothing else can be chosen.
    pub const ENGLISH: Say = Say { language: Language::English };

    /// The one of two that is in this language.
    pub fn pick<T>(self, english: T, german: T) -> T {
        self.language.pick(english, german)
    }

    /// A number with its thousands set apart: `16,570`.
    pub fn count(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut said = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                said.push(self.pick(',', '.'));
            }
            said.push(digit);
        }
        if number < 0 { format!("−{said}") } else { said }
    }

    /// A number of things: `1 step`, `3 steps`.
    pub fn of(self, number: usize, one: &str, many: &str) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        format!("{}\u{a0}{}", self.count(number), if number == 1 { one } else { many })
    }

    /// A number with so many decimals: `0.25`.
    pub fn decimal(self, value: f64, places: usize) -> String {
        self.pointed(&format!("{value:.places$}"))
    }

    /// A number that is written already, with the point of the language.
    pub fn pointed(self, number: &str) -> String {
        self.pick(number.to_owned(), number.replace('.', ","))
    }

    /// A duration in a clock whose day has so many minutes, said as on the map: `45 min`, `7.5 h`,
    /// `1.5 d`.
    pub fn duration(self, minutes: i64, minutes_per_day: u16) -> String {
        let clock = Clock { minutes_per_day, ..Clock::default() };
        scene::Words::of(self.language).duration(minutes, clock).replace(' ', "\u{a0}")
    }

    /// A percentage: a whole number from 10 up, one decimal below: `46 %`, `4.5 %`.
    pub fn percent(self, value: f64) -> String {
        if !value.is_finite() {
            return "—".to_owned();
        }
        let tenths = (value * 10.0).round();
        let places = usize::from(tenths.abs() < 100.0 && tenths % 10.0 != 0.0);
        format!("{}\u{a0}%", self.decimal(value, places))
    }

    /// A percentage to the tenth, for tables.
    pub fn percent_tenth(self, value: f64) -> String {
        if value.is_finite() {
            format!("{}\u{a0}%", self.decimal(value, 1))
        } else {
            "—".to_owned()
        }
    }

    /// A stored share as a percentage.
    pub fn share(self, share: Share) -> String {
        self.percent(share.fraction() * 100.0)
    }

    /// How well a number is known.
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Measured => self.pick("measured", "gemessen"),
            Confidence::Estimated => self.pick("estimated", "geschätzt"),
            Confidence::Guessed => self.pick("guessed", "geraten"),
        }
    }

    /// How well an estimate is known, on how many items, and who said it.
    pub fn basis<T>(self, estimate: &Estimate<T>) -> String {
        let mut said = self.confidence(estimate.confidence).to_owned();
        if let Some(sample) = estimate.sample {
            let (on, [one, many]) =
                self.pick(("on", ["item", "items"]), ("an", ["Vorgang", "Vorgängen"]));
            said += &format!(" {on} {}", self.of(sample as usize, one, many));
        }
        if !estimate.said_by.is_empty() {
            said += &format!(", {} {}", self.pick("said by", "gesagt von"), estimate.said_by);
        }
        said
    }

    /// The range of an estimate: `best 1 d, worst 5 d`; empty when there is none.
    pub fn range(self, estimate: &Estimate<Minutes>, minutes_per_day: u16) -> String {
        let said = |it: Minutes| self.duration(i64::from(it.0), minutes_per_day);
        self.between(estimate.best.map(said), estimate.worst.map(said))
    }

    /// From the best to the worst, as far as they are known.
    pub fn between(self, best: Option<String>, worst: Option<String>) -> String {
        // The German words for best and worst are longer than a cell is wide.
        if let (Language::German, Some(best), Some(worst)) = (self.language, &best, &worst) {
            return format!("{best} bis\u{a0}{worst}");
        }
        let named = |name: &str, it: Option<String>| it.map(|it| format!("{name}\u{a0}{it}"));
        let parts = [
            named(self.pick("best", "mindestens"), best),
            named(self.pick("worst", "höchstens"), worst),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What the minutes of a clock are called.
    pub fn clock_words(self, clock: Clock) -> String {
        let (minutes, day) = match clock.kind {
            ClockKind::Business => self.pick(
                ("working minutes", "working day"),
                ("Minuten der Arbeitszeit", "Arbeitstag"),
            ),
            ClockKind::Elapsed => self.pick(("elapsed minutes", "day"), ("alle Minuten", "Tag")),
        };
        let length = duration_of_day(clock.minutes_per_day);
        self.pick(
            format!("Times count {minutes}; 1\u{a0}d is one {day} of {length}."),
            format!("Zeiten zählen {minutes}; 1\u{a0}d ist ein {day} von {length}."),
        )
    }

    /// A target as short as a pill: `4 h`, `2 d`; in hours where the days of its calendar differ.
    pub fn target_short(self, target: TimeTarget, day: i64) -> String {
        let day = match (target.clock, day) {
            (ClockKind::Elapsed, _) => 1440,
            (ClockKind::Business, 0) => u16::MAX,
            (ClockKind::Business, day) => u16::try_from(day).unwrap_or(u16::MAX),
        };
        self.duration(i64::from(target.minutes.0), day)
    }

    /// Names in a sentence: `A`, `A and B`, `A, B and C`.
    pub fn listed(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                format!("{} {} {last}", first.join(", "), self.pick("and", "und"))
            }
        }
    }

    /// In quotation marks.
    pub fn quoted(self, text: &str) -> String {
        self.pick(format!("“{text}”"), format!("„{text}“"))
    }
}

fn duration_of_day(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h {rest}\u{a0}min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Say = Say::ENGLISH;
    const GERMAN: Say = Say { language: Language::German };

    #[test]
    fn durations_read_as_on_the_map_and_stay_on_one_line() {
        let rows =
            [(0, "0 min"), (45, "45 min"), (450, "7.5 h"), (720, "1.5 d"), (16_570, "34.5 d")];
        for (minutes, said) in rows {
            let english = ENGLISH.duration(minutes, 480);
            assert_eq!(english.replace('\u{a0}', " "), said, "{minutes}");
            assert!(!english.contains(' '));
            assert_eq!(GERMAN.duration(minutes, 480), english.replace('.', ","));
        }
        assert_eq!(ENGLISH.duration(1440, 1440), "1\u{a0}d");
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
            let english = ENGLISH.percent(value);
            assert_eq!(english.replace('\u{a0}', " "), said, "{value}");
            assert_eq!(GERMAN.percent(value), english.replace('.', ","));
        }
        assert_eq!(GERMAN.percent_tenth(17.66), "17,7\u{a0}%");
    }

    #[test]
    fn numbers_have_the_marks_of_their_language() {
        assert_eq!([ENGLISH.count(16_570), GERMAN.count(16_570)], ["16,570", "16.570"]);
        assert_eq!([ENGLISH.decimal(0.254, 2), GERMAN.decimal(0.254, 2)], ["0.25", "0,25"]);
        assert_eq!(GERMAN.of(1, "Schritt", "Schritte"), "1\u{a0}Schritt");
        let names = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(ENGLISH.listed(&names), "A, B and C");
        assert_eq!(GERMAN.listed(&names), "A, B und C");
    }
}
