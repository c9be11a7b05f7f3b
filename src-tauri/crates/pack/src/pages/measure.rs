//! Figures before and after, each in its unit and with the change that counts.

use super::book::Book;
use super::edition::Edition;
use crate::script::{Cell, Column, Row, Table};
use analysis::compare::{Comparison, Measure, MeasureOf, MeasureUnit};
use scene::Token;

/// The figures of the summary, in its order (domain.md 6.5).
pub const HEADLINES: [MeasureOf; 6] = [
    MeasureOf::LeadTime,
    MeasureOf::BetweenTeamShare,
    MeasureOf::Handoffs,
    MeasureOf::ExpectedReturns,
    MeasureOf::RolledCompleteAccurate,
    MeasureOf::Readiness,
];

/// What a figure is called.
pub fn name(edition: &Edition, of: MeasureOf) -> &'static str {
    let (english, german) = match of {
        MeasureOf::LeadTime => ("Lead time", "Durchlaufzeit"),
        MeasureOf::ExpectedLeadTime => ("Expected lead time", "Erwartete Durchlaufzeit"),
        MeasureOf::ProcessTime => ("Process time", "Bearbeitungszeit"),
        MeasureOf::ActivityRatio => ("Activity ratio", "Aktivitätsgrad"),
        MeasureOf::RolledCompleteAccurate => ("Rolled %C&A", "Durchgängig %C&A"),
        MeasureOf::Steps => ("Steps", "Schritte"),
        MeasureOf::Handoffs => ("Handoffs", "Übergaben"),
        MeasureOf::ExpectedHandoffs => {
            ("Expected handoffs per item", "Erwartete Übergaben je Vorgang")
        }
        MeasureOf::ExpectedReturns => {
            ("Expected returns per item", "Erwartete Rückgaben je Vorgang")
        }
        MeasureOf::BetweenTeamWait => ("Wait between teams", "Wartezeit zwischen Teams"),
        MeasureOf::BetweenTeamShare => {
            ("Waits between teams, of lead time", "Wartezeit zwischen Teams, Anteil")
        }
        MeasureOf::ExpectedTouches => {
            ("Expected touches per item", "Erwartete Berührungen je Vorgang")
        }
        MeasureOf::ExpectedEffort => ("Expected effort per item", "Erwarteter Aufwand je Vorgang"),
        MeasureOf::Readiness => ("Readiness", "Reife"),
        MeasureOf::OpenChecks => ("Open checks", "Offene Prüfungen"),
        MeasureOf::LateCases => ("Late cases", "Verspätete Fälle"),
    };
    edition.pick(english, german)
}

/// A value in its unit; a dash for one that is not known.
pub fn said(edition: &Edition, value: Option<f64>, unit: MeasureUnit) -> String {
    let Some(value) = value.filter(|it| it.is_finite()) else { return "—".into() };
    match unit {
        MeasureUnit::Minutes => edition.duration(value.round() as i64),
        MeasureUnit::Percent => edition.say.percent_tenth(value),
        MeasureUnit::PersonMinutes => {
            let minutes = edition.say.count(value.round() as i64);
            format!("{minutes}\u{a0}{}", edition.pick("person-min", "Personenmin."))
        }
        MeasureUnit::Count if value.fract() == 0.0 => edition.say.count(value as i64),
        MeasureUnit::Count => edition.say.decimal(value, 2),
    }
}

/// By how much it moved: a share of what it was, or points of a percentage.
pub fn moved(edition: &Edition, measure: &Measure) -> Cell {
    let (Some(before), Some(after)) = (measure.before, measure.after) else { return Cell::dash() };
    let by = after - before;
    if by.abs() < 1e-9 {
        return Cell::label(edition.pick("same", "gleich"));
    }
    let sign = if by < 0.0 { "−" } else { "+" };
    let by = by.abs();
    let text = match measure.unit {
        MeasureUnit::Percent => {
            let by = edition.say.decimal(by, 1);
            format!("{sign}\u{a0}{by}\u{a0}{}", edition.pick("points", "Punkte"))
        }
        MeasureUnit::Count if before.fract() == 0.0 && after.fract() == 0.0 => {
            format!("{sign}\u{a0}{}", edition.say.decimal(by, 0))
        }
        _ if before.abs() > 1e-9 => {
            format!("{sign}\u{a0}{}", edition.say.percent(by / before.abs() * 100.0))
        }
        _ => return Cell::dash(),
    };
    let better = (after < before) == measure.less_is_better;
    Cell::strong(text, if better { Token::Good } else { Token::Trouble })
}

/// A table of these figures before and after.
pub fn table(book: &Book, comparison: &Comparison, of: impl Fn(MeasureOf) -> bool) -> Table {
    let edition = book.agreed();
    let (before, after) = book.names();
    let mut table = Table::new(vec![
        Column::new(edition.pick("Figure", "Kennzahl")),
        Column::numbers(&before),
        Column::numbers(&after),
        Column::numbers(edition.pick("Change", "Änderung")),
    ]);
    let known = |it: &&Measure| it.before.is_some() || it.after.is_some();
    table.rows = comparison
        .measures
        .iter()
        .filter(|it| of(it.of))
        .filter(known)
        .map(|it| {
            Row::from(vec![
                Cell::new(name(edition, it.of)),
                Cell::new(said(edition, it.before, it.unit)),
                Cell::strong(said(edition, it.after, it.unit), Token::Ink),
                moved(edition, it),
            ])
        })
        .collect();
    table
}
