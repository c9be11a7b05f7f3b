//! Today beside what shall be: every figure, why the lead time moved, every change, what it is worth.

use super::book::Book;
use super::edition::Edition;
use super::measure;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::compare::case::{Amount, BusinessCase, CaseAssumption, Covered, case};
use analysis::compare::{Comparison, Fate, MeasureOf, MeasureUnit, StateChange, Waterfall};
use scene::Token;

const PEOPLE: (&str, &str) = ("In people", "In Personen");
const COST: (&str, &str) = ("Their cost a year", "Ihre Kosten je Jahr");
/// So many parts of a difference have a row of their own.
const PARTS: usize = 12;
/// So many fields of a change are told; cards and registers have all of them.
const DETAILS: usize = 4;

/// Writes the comparison; no page when the pack is about one state.
pub fn write(script: &mut Script, book: &Book) {
    let Some(comparison) = book.comparison() else { return };
    let edition = book.agreed();
    let title = edition.pick("Before and after", "Vorher und nachher");
    script.sheet(PageKind::BeforeAfter, Format::Upright, title);
    script.title(title, &finding(book, &comparison));
    script.table(measure::table(book, &comparison, |_| true).compact());
    let lead = comparison.waterfalls.iter().find(|it| it.of == MeasureOf::LeadTime);
    if let Some(lead) = lead.filter(|it| !it.parts.is_empty()) {
        let heading =
            edition.pick("Why the lead time moved", "Warum sich die Durchlaufzeit ändert");
        script.table_under(heading, fall(book, lead).compact());
        script.note(edition.pick(
            "Each step and wait accounts for its minutes on the critical path afterwards, less \
             those before. The parts add up, in whatever order they are read.",
            "Jeder Schritt und jede Wartezeit zählt mit ihren Minuten auf dem kritischen Pfad \
             nachher, abzüglich derer vorher. Die Teile ergeben zusammen die Differenz, in jeder \
             Reihenfolge.",
        ));
    }
    let heading = edition.pick("Every change", "Jede Änderung");
    script.table_under(heading, changes(book, &comparison).compact());
    if let Some(today) = book.today() {
        worth(script, book, &case(today.document(), today.state.id, edition.state.id));
    }
}

fn finding(book: &Book, comparison: &Comparison) -> String {
    let edition = book.agreed();
    let told: Vec<&StateChange> =
        comparison.changes.iter().filter(|it| it.with.is_none()).collect();
    let count = |fates: &[Fate]| told.iter().filter(|it| fates.contains(&it.fate)).count();
    let kept = comparison.kept as usize;
    let (new, gone) = (count(&[Fate::Added]), count(&[Fate::Removed]));
    let other = told.len() - new - gone;
    let stay = edition.pick(
        edition.say.of(kept, "step or connector stays", "steps and connectors stay"),
        edition.say.of(kept, "Schritt oder Verbindung bleibt", "Schritte und Verbindungen bleiben"),
    );
    edition.pick(
        format!("{new} new, {gone} removed, {other} changed; {stay}"),
        format!("{new} neu, {gone} entfallen, {other} geändert; {stay}"),
    )
}

fn signed(book: &Book, by: f64, unit: MeasureUnit) -> Cell {
    let edition = book.agreed();
    let said = measure::said(edition, Some(by.abs()), unit);
    if by < 0.0 {
        Cell::strong(format!("−\u{a0}{said}"), Token::Good)
    } else {
        Cell::strong(format!("+\u{a0}{said}"), Token::Trouble)
    }
}

fn fall(book: &Book, fall: &Waterfall) -> Table {
    let edition = book.agreed();
    let mut table = Table::new(vec![
        Column::new(edition.pick("What accounts for it", "Woran es liegt")),
        Column::numbers(edition.pick("By", "Um")),
    ]);
    let (before, after) = book.names();
    let end = |name: String, value: f64| {
        let value = measure::said(edition, Some(value), fall.unit);
        Row::from(vec![Cell::strong(name, Token::Ink), Cell::strong(value, Token::Ink)])
    };
    table.rows.push(end(before, fall.before));
    let parts: Vec<_> = fall.parts.iter().filter(|it| it.by.abs() > 1e-9).collect();
    let shown = if parts.len() > PARTS + 1 { PARTS } else { parts.len() };
    for part in parts.iter().take(shown) {
        let by = signed(book, part.by, fall.unit);
        table.rows.push(Row::from(vec![Cell::new(part.title.clone()), by]));
    }
    let rest: f64 = parts.iter().skip(shown).map(|it| it.by).sum();
    let more = parts.len() - shown;
    if more > 0 {
        let name =
            edition.pick(format!("{more} smaller causes"), format!("{more} kleinere Ursachen"));
        table.rows.push(Row::from(vec![Cell::label(name), signed(book, rest, fall.unit)]));
    }
    table.rows.push(end(after, fall.after));
    table
}

fn fate(book: &Book, fate: Fate) -> Cell {
    let (english, german, token) = match fate {
        Fate::Changed => ("changed", "geändert", Token::Accent),
        Fate::Merged => ("merged", "vereint", Token::Accent),
        Fate::Split => ("split", "geteilt", Token::Accent),
        Fate::Recast => ("recast", "neu geordnet", Token::Accent),
        Fate::Removed => ("removed", "entfällt", Token::Trouble),
        Fate::Added => ("new", "neu", Token::Good),
    };
    Cell::strong(book.agreed().pick(english, german), token)
}

fn changes(book: &Book, comparison: &Comparison) -> Table {
    let edition = book.agreed();
    let mut table = Table::new(vec![
        Column::new(edition.pick("Change", "Änderung")),
        Column::fixed("", 88.0),
        Column::numbers(edition.pick("Lead time", "Durchlaufzeit")),
    ]);
    let brief = edition.settings.choice.brief;
    table.rows = comparison
        .changes
        .iter()
        .filter(|it| it.with.is_none())
        .map(|change| {
            let more = change.details.len().saturating_sub(DETAILS);
            let more = (more > 0 && !brief)
                .then(|| edition.pick(format!("{more} more"), format!("{more} weitere")));
            let details: Vec<String> = change
                .details
                .iter()
                .take(if brief { 0 } else { DETAILS })
                .map(|it| match (it.before.is_empty(), it.after.is_empty()) {
                    (false, false) => format!("{} {} → {}", it.label, it.before, it.after),
                    (_, _) => format!("{} {}{}", it.label, it.before, it.after),
                })
                .chain(more)
                .collect();
            let by = change.lead_time.filter(|it| *it != 0);
            Row::from(vec![
                Cell::new(change.title.clone()).under(details.join(" · ")),
                fate(book, change.fate),
                by.map_or_else(Cell::default, |it| signed(book, it as f64, MeasureUnit::Minutes)),
            ])
        })
        .collect();
    table
}

fn worth(script: &mut Script, book: &Book, case: &BusinessCase) {
    let edition = book.agreed();
    let covered = |it: Option<Covered>| it.map(|it| it.amount);
    let rows = [
        (edition.pick("Freed at each item", "Frei je Vorgang"), case.freed_per_item, "min"),
        (edition.pick("Hours freed a day", "Freie Stunden je Tag"), case.freed_per_day, "h"),
        (edition.pick("Hours freed a year", "Freie Stunden je Jahr"), case.freed_per_year, "h"),
        (edition.pick(PEOPLE.0, PEOPLE.1), covered(case.people), ""),
        (edition.pick(COST.0, COST.1), covered(case.money_per_year), &case.currency),
        (edition.pick("Sooner, each item", "Früher, je Vorgang"), case.faster_days, "d"),
        (
            edition.pick("Delay saved a year", "Ersparte Verzögerung je Jahr"),
            case.delay_per_year,
            &case.currency,
        ),
    ];
    let mut table = Table::new(vec![
        Column::new(edition.pick("What it is worth", "Was es wert ist")),
        Column::numbers(edition.pick("Usual", "Üblich")),
        Column::numbers(edition.pick("Range", "Spanne")),
        Column::new(edition.pick("Basis", "Grundlage")),
    ]);
    table.rows = rows
        .into_iter()
        .filter_map(|(name, amount, unit)| Some(amount_row(edition, name, &amount?, unit)))
        .collect();
    for row in &mut table.rows {
        // A sum of a part says of how much it is.
        let of = [(PEOPLE, case.people), (COST, case.money_per_year)].into_iter().find_map(
            |((english, german), it)| {
                let name = edition.pick(english, german);
                let here = row.cells.first()?.lines.first()?.text == name;
                it.filter(|it| here && it.covers < 99.5).map(|it| it.covers)
            },
        );
        if let (Some(covers), Some(cell)) = (of, row.cells.first_mut()) {
            let percent = edition.say.percent(covers.round());
            *cell = std::mem::take(cell).under(edition.pick(
                format!("of {percent} of the changed hours"),
                format!("von {percent} der geänderten Stunden"),
            ));
        }
    }
    if table.rows.is_empty() {
        return;
    }
    script.table_under(edition.pick("Business case", "Nutzenrechnung"), table.compact());
    script.note(edition.pick(
        "Hours are expected effort before less after, by volume; no more digits are shown than the \
         inputs deserve.",
        "Stunden sind erwarteter Aufwand vorher weniger nachher, mal Menge; es stehen nicht mehr \
         Stellen da, als die Angaben hergeben.",
    ));
    script.note(&rests(book, case));
}

/// What is taken as given, and how much is not said yet.
fn rests(book: &Book, case: &BusinessCase) -> String {
    let edition = book.agreed();
    let mut said = Vec::new();
    for assumed in &case.assumed {
        said.push(match assumed {
            CaseAssumption::DaysPerYear { days } => edition.pick(
                format!("A year is taken as {days} days."),
                format!("Ein Jahr ist mit {days} Tagen angenommen."),
            ),
            CaseAssumption::MeanOfTeam { teams } => {
                let count = teams.len();
                edition.pick(
                    format!(
                        "In {} a step without a role costs the mean of its team.",
                        edition.say.of(count, "team", "teams")
                    ),
                    format!(
                        "In {} kostet ein Schritt ohne Rolle den Mittelwert seines Teams.",
                        edition.say.of(count, "Team", "Teams")
                    ),
                )
            }
        });
    }
    if !case.missing.is_empty() {
        let count = case.missing.len();
        said.push(edition.pick(
            format!("Not said yet: {}.", edition.say.of(count, "kind of input", "kinds of input")),
            format!(
                "Noch nicht gesagt: {}.",
                edition.say.of(count, "Art von Angaben", "Arten von Angaben")
            ),
        ));
    }
    said.join(" ")
}

fn amount_row(edition: &Edition, name: &str, amount: &Amount, unit: &str) -> Row {
    let number = |value: f64| {
        if value.fract() == 0.0 {
            edition.say.count(value as i64)
        } else {
            edition.say.pointed(&format!("{value}"))
        }
    };
    let with = |text: String| format!("{text}\u{a0}{unit}").trim().to_owned();
    let range =
        amount.shown.range.map(|(low, high)| with(format!("{} – {}", number(low), number(high))));
    Row::from(vec![
        Cell::new(name),
        Cell::strong(with(number(amount.shown.usual)), Token::Ink),
        range.map_or_else(Cell::dash, Cell::new),
        Cell::label(edition.say.confidence(amount.confidence)),
    ])
}
