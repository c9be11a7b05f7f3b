//! What the first sheet of a workbook says: whose registers these are, of which day, and what their
//! units mean.

use super::case::Case;
use super::value::Value;
use super::{Register, Source, codes};

/// Whose registers these are.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The title of the sheet.
    pub sheet: String,
    /// What the engagement is called.
    pub title: String,
    /// The day the registers were made on, `YYYY-MM-DD`.
    pub day: String,
    /// Minutes in one day of the clock of the process.
    pub minutes_per_day: u16,
    /// What is counted: working time, or elapsed time.
    pub clock: &'static str,
    /// Code, label and value, line by line; what nobody said is left out.
    pub lines: Vec<(&'static str, String, Value)>,
    /// What the units mean, label and sentence.
    pub meanings: Vec<(String, String)>,
    /// The headings of the list of registers.
    pub listed: [String; 2],
}

pub(super) fn about(case: &Case, source: &Source, all: &[Register]) -> About {
    let engagement = case.document.the_engagement();
    let process = case.document.process(case.state.process);
    let title = engagement.map_or("", |it| it.title.trim());
    let entries = [
        ("title", Value::text(title)),
        ("client", Value::text(engagement.map_or("", |it| it.client.as_str()))),
        ("process", Value::text(process.map_or("", |it| it.name.as_str()))),
        ("state", Value::text(case.state_name(case.state))),
        ("date", Value::date(source.day)),
        ("version", Value::text(source.version)),
    ];
    let label = |code| case.words.word("about", code).to_owned();
    let said = entries.into_iter().filter(|(_, value)| *value != Value::Empty);
    let clock = case.figures.clock;
    let counts = codes::clock(clock.kind);
    let hours = f64::from(clock.minutes_per_day) / 60.0;
    let has =
        |wanted: fn(&Value) -> bool| all.iter().flat_map(|it| it.rows.iter().flatten()).any(wanted);
    let mut meanings = vec![("times", counts)];
    if has(|it| matches!(it, Value::Percent(_))) {
        meanings.push(("shares", "shares"));
    }
    meanings.extend([("dates", "dates"), ("empty", "empty")]);
    let sentence = |code| {
        let mut day = format!("{:.2}", hours);
        day.truncate(day.trim_end_matches('0').trim_end_matches('.').len());
        let day = case.language_number(&day);
        case.words.word("meaning", code).replace("{day}", &day)
    };
    About {
        sheet: case.words.word("title", "about").to_owned(),
        title: title.to_owned(),
        day: source.day.to_owned(),
        minutes_per_day: clock.minutes_per_day,
        clock: counts,
        lines: said.map(|(code, value)| (code, label(code), value)).collect(),
        meanings: meanings.into_iter().map(|(of, code)| (label(of), sentence(code))).collect(),
        listed: ["entry", "rows"].map(|it| case.words.word("column", it).to_owned()),
    }
}
