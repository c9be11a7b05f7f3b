//! `baton compare`: what became of one state in another, in words and figures; or what differs between
//! two files.

use crate::ending::{Outcome, choose, look, say, say_json};
use crate::language::Language;
use crate::two_files;
use clap::Args;
use serde::Serialize;
use session::compare::case::{BusinessCase, Covered, ShownAmount};
use session::compare::{Comparison, Fate, Measure, MeasureUnit};
use std::path::PathBuf;

/// What is compared.
#[derive(Args)]
pub struct Compare {
    /// The engagement
    file: PathBuf,
    /// Another file of the same engagement, such as a copy that synchronising made: what differs
    /// between the two
    #[arg(conflicts_with_all = ["from", "to"])]
    other: Option<PathBuf>,
    /// The first state by its name or role
    #[arg(long, default_value = "current")]
    from: String,
    /// The second state by its name or role
    #[arg(long, default_value = "future")]
    to: String,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    language: Language,
    /// As JSON, for programs; times are in minutes of the process's clock
    #[arg(long)]
    json: bool,
}

/// Prints the comparison.
///
/// # Errors
/// The file cannot be opened, or has no such state.
pub fn run(asked: &Compare) -> Outcome {
    if let Some(other) = &asked.other {
        return two_files::run(&asked.file, other, asked.language, asked.json);
    }
    let mut session = look(&asked.file, Some(&asked.from))?;
    let from = session.state();
    choose(&mut session, Some(&asked.to))?;
    let _ = session.speak(asked.language.into());
    let to = session.state();
    let comparison = session.comparison(from, to).map_err(|it| it.to_string())?;
    let case = session.business_case(from, to).map_err(|it| it.to_string())?.case;
    if asked.json {
        let both = Both { comparison: &comparison, business_case: &case };
        let json = serde_json::to_value(&both).map_err(|error| error.to_string())?;
        return say_json(&json);
    }
    say(&format!("{}{}", text(&comparison), worth(&case)))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Both<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    business_case: &'a BusinessCase,
}

/// What the change frees, with as many digits as it deserves.
fn worth(case: &BusinessCase) -> String {
    let covered = |it: Option<Covered>| it.map(|it| it.amount);
    let rows = [
        ("freedPerItem", case.freed_per_item, "min"),
        ("freedPerDay", case.freed_per_day, "h"),
        ("freedPerYear", case.freed_per_year, "h"),
        ("people", covered(case.people), ""),
        ("moneyPerYear", covered(case.money_per_year), &case.currency),
        ("fasterDays", case.faster_days, "d"),
        ("delayPerYear", case.delay_per_year, &case.currency),
    ];
    let said = rows.into_iter().filter_map(|(of, amount, unit)| {
        let ShownAmount { usual, range } = amount?.shown;
        let range = range.map(|(low, high)| format!(" ({low} to {high})")).unwrap_or_default();
        Some(format!("{of:<24} {usual:>12}{range} {unit}").trim_end().to_owned() + "\n")
    });
    let said: String = said.collect();
    if said.is_empty() { said } else { format!("\n{said}") }
}

fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    for measure in &comparison.measures {
        let Measure { of, before, after, .. } = measure;
        let of = serde_json::to_value(of).unwrap_or_default();
        let value = |it: &Option<f64>| it.map_or("—".to_owned(), |it| number(it, measure.unit));
        let of = of.as_str().unwrap_or_default();
        text.push_str(&format!("{of:<24} {:>12} → {}\n", value(before), value(after)));
    }
    text.push('\n');
    for change in &comparison.changes {
        let sign = match change.fate {
            Fate::Added => '+',
            Fate::Removed => '−',
            Fate::Changed | Fate::Merged | Fate::Split | Fate::Recast => '~',
        };
        let by = change.lead_time.filter(|it| *it != 0);
        let by = by.map(|it| format!("  {it:+} min")).unwrap_or_default();
        text.push_str(&format!("{sign} {}{by}\n", change.title));
        for detail in &change.details {
            let (label, before, after) = (&detail.label, &detail.before, &detail.after);
            text.push_str(&format!("    {label}: {before} → {after}\n"));
        }
    }
    text
}

fn number(value: f64, unit: MeasureUnit) -> String {
    match unit {
        MeasureUnit::Percent => format!("{value:.1} %"),
        MeasureUnit::Minutes | MeasureUnit::PersonMinutes => format!("{value:.0} min"),
        MeasureUnit::Count => format!("{value:.2}"),
    }
}
