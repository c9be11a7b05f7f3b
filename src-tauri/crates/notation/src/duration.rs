//! Times in the minutes of a clock: `45 min`, `4 h`, `1.5 d`, `1 d 2 h 20 min`.

use crate::error::{Error, Problem, Spot};
use crate::lex::Part;
use model::{Clock, Minutes};

/// A millionth of a minute: what times are summed in before they are rounded once.
const MICRO: u64 = 1_000_000;

/// A time as people write it, exact to the minute: `1.5 d`, `4 h`, `45 min`, `1 d 2 h 20 min`.
/// Days are days of this clock.
pub fn print_duration(minutes: Minutes, clock: Clock) -> String {
    let day = i32::from(clock.minutes_per_day.max(1));
    let total = minutes.0;
    if total < 0 {
        return format!("{total} min");
    }
    if total >= day
        && let Some(days) = halves(total, day)
    {
        return format!("{days} d");
    }
    if (60..day).contains(&total)
        && let Some(hours) = halves(total, 60)
    {
        return format!("{hours} h");
    }
    let (days, rest) = (total / day, total % day);
    let units = [(days, "d"), (rest / 60, "h"), (rest % 60, "min")];
    let said: Vec<String> = units
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() { "0 min".to_owned() } else { said.join(" ") }
}

/// `total` in units of `unit` minutes, if it is whole or a half.
fn halves(total: i32, unit: i32) -> Option<String> {
    let (whole, rest) = (total / unit, total % unit);
    match rest {
        0 => Some(whole.to_string()),
        rest if rest.checked_mul(2) == Some(unit) => Some(format!("{whole}.5")),
        _ => None,
    }
}

/// Reads a time such as `1.5 d` or `1 d 2 h 20 min`, with a decimal point or comma; a time finer
/// than a minute is rounded.
///
/// # Errors
/// A text that is no time, has no unit, or is longer than ten years; the line is always 1.
pub fn parse_duration(text: &str, clock: Clock) -> Result<Minutes, Error> {
    let whole = Part { text: text.trim_end(), spot: Spot { line: 1, column: 1 } };
    whole_duration(whole.from(whole.text.trim_start()), clock)
}

/// The time that a part is, and nothing else.
pub(crate) fn whole_duration(part: Part<'_>, clock: Clock) -> Result<Minutes, Error> {
    let mut reader = Reader::of(part);
    let minutes = reader.duration(clock)?;
    reader.finish()?;
    Ok(minutes)
}

/// Reads numbers, units and words from a part.
pub(crate) struct Reader<'a> {
    part: Part<'a>,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    pub fn of(part: Part<'a>) -> Reader<'a> {
        Reader { part, rest: part.text }
    }

    /// What has not been read.
    pub fn left(&self) -> Part<'a> {
        self.part.from(self.rest.trim_start())
    }

    /// Whether a number comes next.
    pub fn at_number(&self) -> bool {
        self.rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// Takes this sign or word, if it comes next.
    pub fn take(&mut self, sign: &str) -> bool {
        match self.rest.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// That nothing is left.
    pub fn finish(&self) -> Result<(), Error> {
        let left = self.left();
        if left.text.is_empty() { Ok(()) } else { Err(self.not_a_time()) }
    }

    fn not_a_time(&self) -> Error {
        self.left().error(Problem::NotATime(short(self.part.text)))
    }

    /// A number in millionths, if it is one of at most nine digits before the point.
    pub fn number(&mut self) -> Option<u64> {
        let text = self.rest.trim_start();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let (whole, after) = text.split_at_checked(digits(text))?;
        if whole.is_empty() || whole.len() > 9 {
            return None;
        }
        let (fraction, after) = match after.strip_prefix(['.', ',']) {
            Some(tail) if digits(tail) > 0 => tail.split_at_checked(digits(tail))?,
            _ => ("", after),
        };
        let mut micro = whole.parse::<u64>().ok()?;
        for at in 0..6 {
            let digit = fraction.as_bytes().get(at).map_or(0, |b| u64::from(b - b'0'));
            micro = micro * 10 + digit;
        }
        self.rest = after;
        Some(micro)
    }

    /// One or more numbers with their units.
    pub fn duration(&mut self, clock: Clock) -> Result<Minutes, Error> {
        let mut total: u64 = 0;
        loop {
            let number = self.number().ok_or_else(|| self.not_a_time())?;
            let unit = self.unit(clock)?;
            // 10⁹ × 10⁶ × 1,440 fits in 64 bits; the sum of two already need not.
            total = total.saturating_add(number.saturating_mul(unit));
            if !self.at_number() {
                break;
            }
        }
        let minutes = total.saturating_add(MICRO / 2) / MICRO;
        i32::try_from(minutes)
            .map(Minutes)
            .ok()
            .filter(|minutes| *minutes <= Minutes::MAX)
            .ok_or_else(|| self.part.error(Problem::TimeTooLong))
    }

    fn unit(&mut self, clock: Clock) -> Result<u64, Error> {
        let text = self.rest.trim_start();
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let (unit, after) = text.split_at_checked(end).unwrap_or((text, ""));
        let minutes = match unit {
            "min" | "m" | "mins" | "minute" | "minutes" => 1,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60,
            "d" | "day" | "days" => u64::from(clock.minutes_per_day),
            "w" | "wk" | "week" | "weeks" => return Err(self.left().error(Problem::Weeks)),
            _ => return Err(self.not_a_time()),
        };
        self.rest = after;
        Ok(minutes)
    }
}

/// The beginning of a text, for an error.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 60;
    let mut out: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::ClockKind;

    const OFFICE: Clock = Clock { kind: ClockKind::Business, minutes_per_day: 480 };
    const WALL: Clock = Clock { kind: ClockKind::Elapsed, minutes_per_day: 1440 };

    #[test]
    fn times_are_written_as_people_say_them() {
        let rows = [
            (0, OFFICE, "0 min"),
            (45, OFFICE, "45 min"),
            (60, OFFICE, "1 h"),
            (75, OFFICE, "1 h 15 min"),
            (90, OFFICE, "1.5 h"),
            (240, OFFICE, "4 h"),
            (480, OFFICE, "1 d"),
            (500, OFFICE, "1 d 20 min"),
            (720, OFFICE, "1.5 d"),
            (720, WALL, "12 h"),
            (16_570, OFFICE, "34 d 4 h 10 min"),
            (2160, WALL, "1.5 d"),
        ];
        for (minutes, clock, text) in rows {
            assert_eq!(print_duration(Minutes(minutes), clock), text);
            assert_eq!(parse_duration(text, clock), Ok(Minutes(minutes)), "{text}");
        }
    }

    #[test]
    fn every_time_of_every_clock_survives() {
        for day in [1, 7, 30, 59, 60, 61, 450, 480, 1440] {
            let clock = Clock { kind: ClockKind::Business, minutes_per_day: day };
            for minutes in (0..3000).chain([10_007, 99_991, Minutes::MAX.0]) {
                let text = print_duration(Minutes(minutes), clock);
                assert_eq!(parse_duration(&text, clock), Ok(Minutes(minutes)), "{text}, {day}");
            }
        }
    }

    #[test]
    fn what_people_type_is_read() {
        let rows = [
            ("90min", 90),
            (" 1,5 d ", 720),
            ("2 hours 30 minutes", 150),
            ("0.33 d", 158),
            ("1 day", 480),
            ("1\u{a0}h", 60),
        ];
        for (text, minutes) in rows {
            assert_eq!(parse_duration(text, OFFICE), Ok(Minutes(minutes)), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_told() {
        let problem = |text: &str| parse_duration(text, OFFICE).unwrap_err().problem;
        assert!(matches!(problem(""), Problem::NotATime(_)));
        assert!(matches!(problem("90"), Problem::NotATime(_)));
        assert!(matches!(problem("soon"), Problem::NotATime(_)));
        assert!(matches!(problem("1 d ago"), Problem::NotATime(_)));
        assert!(matches!(problem("-5 min"), Problem::NotATime(_)));
        assert!(matches!(problem("2 weeks"), Problem::Weeks));
        assert!(matches!(problem("99999 d"), Problem::TimeTooLong));
        assert!(matches!(problem("999999999 d 999999999 d"), Problem::TimeTooLong));
        assert_eq!(parse_duration("  4 parsecs", OFFICE).unwrap_err().column, 5);
    }
}
