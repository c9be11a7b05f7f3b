//! The executive summary: three sentences, the figures, what was found, what has to be decided.

use super::book::Book;
use super::edition::Edition;
use super::measure::{self, HEADLINES};
use super::{findings, measures};
use crate::script::{BODY, Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::compare::{Comparison, MeasureOf};
use model::{ActionStatus, Note, NoteKind};
use scene::{TextStyle, Token, Weight};

const SAID: TextStyle = TextStyle::new(11.5, Weight::Regular);
/// So many findings and questions are told; the others are on pages of their own.
const TOLD: usize = 5;

/// Writes the summary.
pub fn write(script: &mut Script, book: &Book) {
    let edition = book.agreed();
    let title = edition.pick("Summary", "Zusammenfassung");
    script.sheet(PageKind::Summary, Format::Upright, title);
    let comparison = book.comparison();
    script.title(title, &headline(book, comparison.as_ref()));
    for sentence in sentences(book, comparison.as_ref()) {
        script.paragraph(&sentence, SAID, Token::Ink);
        script.space(4.0);
    }
    script.space(8.0);
    match &comparison {
        Some(comparison) => {
            let headlines = measure::table(book, comparison, |it| HEADLINES.contains(&it));
            script.table(headlines.compact());
        }
        None => script.table(measures::headlines(edition)),
    }
    worst(script, book);
    decisions(script, edition);
}

fn headline(book: &Book, comparison: Option<&Comparison>) -> String {
    let edition = book.agreed();
    let lead = comparison.and_then(|it| it.measures.iter().find(|it| it.of == MeasureOf::LeadTime));
    match lead.and_then(|it| Some((it.before?, it.after?))) {
        Some((before, after)) if after < before => {
            let by = edition.duration((before - after).round() as i64);
            edition.pick(
                format!("The future state is {by} faster than today"),
                format!("Der Soll-Zustand ist {by} schneller als heute"),
            )
        }
        Some((before, after)) if after > before => {
            let by = edition.duration((after - before).round() as i64);
            edition.pick(
                format!("The future state takes {by} longer than today"),
                format!("Der Soll-Zustand dauert {by} länger als heute"),
            )
        }
        _ => measures::finding(book.today().unwrap_or(edition)),
    }
}

/// How it is, what hurts, what shall be.
fn sentences(book: &Book, comparison: Option<&Comparison>) -> Vec<String> {
    let today = book.today().unwrap_or_else(|| book.agreed());
    let mut said = vec![super::map::finding(today) + "."];
    if !today.forward().is_empty() {
        said.push(super::register::finding(today) + ".");
    }
    if let Some(comparison) = comparison {
        let edition = book.agreed();
        let changes = comparison.changes.iter().filter(|it| it.with.is_none()).count();
        let actions = edition.document().actions();
        let actions = actions.filter(|it| it.status != ActionStatus::Dropped).count();
        said.push(edition.pick(
            format!(
                "The future state makes {}; {} there.",
                edition.say.of(changes, "change", "changes"),
                edition.say.of(actions, "action leads", "actions lead")
            ),
            format!(
                "Der Soll-Zustand bringt {}; {} dorthin.",
                edition.say.of(changes, "Änderung", "Änderungen"),
                edition.say.of(actions, "Maßnahme führt", "Maßnahmen führen")
            ),
        ));
    }
    said
}

fn worst(script: &mut Script, book: &Book) {
    let edition = book.agreed();
    let today = book.today().unwrap_or(edition);
    let found = findings::of(today);
    if found.is_empty() {
        return;
    }
    let table = findings::table(today, &found.iter().collect::<Vec<_>>(), TOLD);
    let count = found.len();
    let heading = edition.pick(
        format!("What weighs most, of {}", edition.say.of(count, "finding", "findings")),
        format!("Was am schwersten wiegt, von {}", edition.say.of(count, "Befund", "Befunden")),
    );
    script.table_under(&heading, table.compact());
}

/// What the sponsor is asked: the questions that the room left open.
fn decisions(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    let open: Vec<&Note> =
        document.notes().filter(|it| it.about_kind == NoteKind::Question).collect();
    script.space(8.0);
    script.heading(edition.pick("Decisions asked for", "Erbetene Entscheidungen"));
    if open.is_empty() {
        let kinds = [NoteKind::Decision, NoteKind::Assumption];
        let noted = document.notes().any(|it| kinds.contains(&it.about_kind));
        // Where nothing was noted at all, nobody can say that no question is open.
        let none = if noted {
            edition.pick(
                "The room left no question open.",
                "Der Workshop hat keine Frage offen gelassen.",
            )
        } else {
            edition.pick(
                "No questions, decisions or assumptions were noted.",
                "Es wurden keine Fragen, Entscheidungen oder Annahmen notiert.",
            )
        };
        script.paragraph(none, BODY, Token::Secondary);
        return;
    }
    let mut table = Table::list(vec![Column::new(""), Column::new("")]);
    table.rows = open
        .iter()
        .take(TOLD)
        .map(|it| {
            let about: Vec<String> =
                it.about.iter().map(|it| edition.say.place(document, *it)).collect();
            Row::from(vec![
                Cell::new(it.text.clone()).with_tick(false),
                Cell::label(about.join(", ")),
            ])
        })
        .collect();
    script.table(table);
    let more = open.len().saturating_sub(TOLD);
    if more > 0 {
        script.note(&edition.pick(
            format!("And {}.", edition.say.of(more, "more question", "more questions")),
            format!("Und {}.", edition.say.of(more, "weitere Frage", "weitere Fragen")),
        ));
    }
}
