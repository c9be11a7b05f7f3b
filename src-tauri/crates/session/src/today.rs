//! Which day it is, for what can be overdue. The checks themselves read no clock.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today as `YYYY-MM-DD`, in universal time: nobody is late by the hours between zones.
pub(crate) fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    day(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}

/// A moment in seconds since 1970 as `YYYY-MM-DD HH:MM`, in universal time.
pub fn moment(seconds: i64) -> String {
    let of_day = seconds.rem_euclid(86_400);
    format!("{} {:02}:{:02}", day(seconds.div_euclid(86_400)), of_day / 3_600, of_day / 60 % 60)
}

/// The day so many days after 1970-01-01.
fn day(number: i64) -> String {
    // The year begins in March here, so that the leap day is its last; an era has 400 years.
    let since = number + 719_468;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (era * 400 + year, month + 3);
    let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{day, moment};

    #[test]
    fn moments_have_days_and_times() {
        assert_eq!(moment(0), "1970-01-01 00:00");
        assert_eq!(moment(-60), "1969-12-31 23:59");
        assert_eq!(moment(1_779_459_299), "2026-05-22 14:14");
    }

    #[test]
    fn days_have_names() {
        let rows = [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_595, "2026-05-22"),
            (20_818, "2026-12-31"),
            (20_819, "2027-01-01"),
        ];
        for (number, name) in rows {
            assert_eq!(day(number), name);
        }
    }
}
