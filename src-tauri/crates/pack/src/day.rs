//! A day as it is printed on the pages.

use model::PackLanguage;

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

/// The day of a moment, in seconds since 1970 on the clock of the reader, as `23 November 2026`
/// or `23. November 2026`.
pub fn day(seconds: i64, language: PackLanguage) -> String {
    let language = crate::drawn::language(language);
    let (year, month, day) = civil(seconds);
    let months = language.pick(ENGLISH, GERMAN);
    let at = usize::try_from(month - 1).unwrap_or_default();
    let name = months.get(at).copied().unwrap_or_default();
    language.pick(format!("{day} {name} {year}"), format!("{day}. {name} {year}"))
}

/// The same as `2026-11-23`.
pub fn sortable_day(seconds: i64) -> String {
    let (year, month, day) = civil(seconds);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day. Gregorian, by Howard Hinnant's `civil_from_days`.
fn civil(seconds: i64) -> (i64, i64, i64) {
    let days = seconds.div_euclid(86_400).saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months counted from March, so that the leap day is the last of its year.
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::{day, sortable_day};
    use model::PackLanguage;

    #[test]
    fn days_are_those_of_the_calendar() {
        let rows = [
            (0, "1 January 1970"),
            (-1, "31 December 1969"),
            (951_782_400, "29 February 2000"),
            (951_868_800, "1 March 2000"),
            (1_795_391_999, "22 November 2026"),
            (1_795_392_000, "23 November 2026"),
            (4_107_542_399, "28 February 2100"),
            (4_107_542_400, "1 March 2100"),
        ];
        for (seconds, wanted) in rows {
            assert_eq!(day(seconds, PackLanguage::English), wanted, "{seconds}");
        }
        assert_eq!(day(951_868_800, PackLanguage::German), "1. März 2000");
        assert_eq!(sortable_day(951_868_800), "2000-03-01");
        assert_eq!(sortable_day(-1), "1969-12-31");
    }
}
