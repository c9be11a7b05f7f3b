//! Days as numbers, so that they can be compared and counted.

use model::is_day;

/// Days since 1970-01-01 of a day, `YYYY-MM-DD`; nothing for what is none.
pub(super) fn number(day: &str) -> Option<i64> {
    if day.is_empty() || !is_day(day) {
        return None;
    }
    let mut parts = day.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // The year begins in March here, so that the leap day is its last; an era has 400 years.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn days_are_counted_from_1970() {
        let rows = [
            ("1970-01-01", Some(0)),
            ("1969-12-31", Some(-1)),
            ("2000-03-01", Some(11_017)),
            ("2026-05-22", Some(20_595)),
            ("2026-02-29", None),
            ("", None),
        ];
        for (day, expected) in rows {
            assert_eq!(number(day), expected, "{day}");
        }
    }
}
