//! Durations and dates as a client reads them: in the units of the clock that they count, and never
//! days without saying which (domain.md 3.5, rule 5).

use crate::language::Language;
use model::{Calendar, ClockKind, Document, Minutes, Sla, TimeTarget};

/// The case that German units stand in: `innerhalb von 2 Arbeitstagen`, `höchstens 2 Arbeitstage`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Within,
    AtMost,
}

/// What a day of working minutes is; none where the days of the week differ, and hours say it.
pub(super) fn working_day(document: &Document, sla: &Sla, calendar: Option<&Calendar>) -> i64 {
    let Some(calendar) = calendar else {
        let step = sla.end_to_end.map(|way| way.from);
        let state = step.and_then(|id| document.step(id)).map(|step| step.state);
        let process = state.and_then(|it| document.process_of(it)).or(document.processes().next());
        return process.map_or(480, |it| i64::from(it.clock.minutes_per_day));
    };
    if calendar.always {
        return 1440;
    }
    let mut days = [0_i64; 7];
    for window in &calendar.windows {
        if let Some(day) = days.get_mut(usize::from(window.weekday)) {
            *day += i64::from(window.to.saturating_sub(window.from));
        }
    }
    let mut open = days.into_iter().filter(|day| *day > 0);
    let first = open.next().unwrap_or(0);
    if open.all(|day| day == first) { first } else { 0 }
}

/// `4 working hours`, `2 calendar days`, `90 minutes`.
pub(super) fn target(target: TimeTarget, day: i64, case: Case, language: Language) -> String {
    duration(target.minutes, target.clock, day, case, language)
}

/// Minutes of a clock in the largest units that they fill without a rest.
pub(super) fn duration(
    minutes: Minutes,
    clock: ClockKind,
    day: i64,
    case: Case,
    language: Language,
) -> String {
    let minutes = i64::from(minutes.0);
    let day = if clock == ClockKind::Elapsed { 1440 } else { day };
    let say = |number, unit| amount(number, unit, clock, case, language);
    if day > 0 && minutes >= day && minutes % day == 0 {
        say(minutes / day, Unit::Day)
    } else if minutes >= 60 && minutes % 60 == 0 {
        say(minutes / 60, Unit::Hour)
    } else if minutes > 120 {
        let and = language.pick("and", "und");
        let rest = language.pick("minutes", "Minuten");
        format!("{} {and} {} {rest}", say(minutes / 60, Unit::Hour), minutes % 60)
    } else {
        say(minutes, Unit::Minute)
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Minute,
    Hour,
    Day,
}

fn amount(number: i64, unit: Unit, clock: ClockKind, case: Case, language: Language) -> String {
    let one = number == 1;
    let word = match language {
        Language::English => {
            let (kind, noun) = match (clock, unit) {
                (ClockKind::Business, Unit::Minute) => ("working ", "minute"),
                (ClockKind::Business, Unit::Hour) => ("working ", "hour"),
                (ClockKind::Business, Unit::Day) => ("working ", "day"),
                (ClockKind::Elapsed, Unit::Minute) => ("", "minute"),
                (ClockKind::Elapsed, Unit::Hour) => ("", "hour"),
                (ClockKind::Elapsed, Unit::Day) => ("calendar ", "day"),
            };
            format!("{kind}{noun}{}", if one { "" } else { "s" })
        }
        Language::German => {
            let days = match (one, case) {
                (true, _) => "",
                (false, Case::Within) => "en",
                (false, Case::AtMost) => "e",
            };
            let many = if one { "" } else { "n" };
            match (clock, unit) {
                (ClockKind::Business, Unit::Minute) if one => "Arbeitsminute".to_owned(),
                (ClockKind::Business, Unit::Minute) => "Arbeitsminuten".to_owned(),
                (ClockKind::Business, Unit::Hour) => format!("Arbeitsstunde{many}"),
                (ClockKind::Business, Unit::Day) => format!("Arbeitstag{days}"),
                (ClockKind::Elapsed, Unit::Minute) => format!("Minute{many}"),
                (ClockKind::Elapsed, Unit::Hour) => format!("Stunde{many}"),
                (ClockKind::Elapsed, Unit::Day) => format!("Kalendertag{days}"),
            }
        }
    };
    format!("{number} {word}")
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// `15 March 2027` of `2027-03-15`; as it stands where it is no date.
pub(super) fn date(date: &str, language: Language) -> String {
    let parts: Vec<&str> = date.trim().split('-').collect();
    let [year, month, day] = parts.as_slice() else { return date.to_owned() };
    let months = language.pick(ENGLISH, GERMAN);
    let month = month.parse::<usize>().ok().and_then(|it| months.get(it.wrapping_sub(1)));
    match (month, day.trim_start_matches('0')) {
        (Some(month), day) if !day.is_empty() => {
            language.pick(format!("{day} {month} {year}"), format!("{day}. {month} {year}"))
        }
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(minutes: i32, clock: ClockKind, language: Language) -> String {
        duration(Minutes(minutes), clock, 480, Case::Within, language)
    }

    #[test]
    fn days_say_which() {
        use ClockKind::{Business, Elapsed};
        let rows = [
            (960, Business, "2 working days", "2 Arbeitstagen"),
            (480, Business, "1 working day", "1 Arbeitstag"),
            (720, Business, "12 working hours", "12 Arbeitsstunden"),
            (250, Business, "4 working hours and 10 minutes", "4 Arbeitsstunden und 10 Minuten"),
            (90, Business, "90 working minutes", "90 Arbeitsminuten"),
            (1440, Elapsed, "1 calendar day", "1 Kalendertag"),
            (480, Elapsed, "8 hours", "8 Stunden"),
            (30, Elapsed, "30 minutes", "30 Minuten"),
        ];
        for (minutes, clock, english, german) in rows {
            assert_eq!(said(minutes, clock, Language::English), english);
            assert_eq!(said(minutes, clock, Language::German), german);
        }
        let uneven = duration(Minutes(960), Business, 0, Case::AtMost, Language::English);
        assert_eq!(uneven, "16 working hours", "no day is like another");
    }

    #[test]
    fn dates_are_read_out() {
        assert_eq!(date("2027-03-15", Language::English), "15 March 2027");
        assert_eq!(date("2027-03-01", Language::German), "1. März 2027");
        assert_eq!(date("2027-13-01", Language::German), "2027-13-01");
        assert_eq!(date("soon", Language::English), "soon");
    }
}
