//! What was decided, what was taken as given, and what nobody knows yet.

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{Note, NoteKind};

/// In the order of a reader: what is open first.
const KINDS: [NoteKind; 4] =
    [NoteKind::Question, NoteKind::Assumption, NoteKind::Decision, NoteKind::Parked];

/// Writes them; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    let of = |kind: NoteKind| -> Vec<&Note> {
        document.notes().filter(|it| it.about_kind == kind).collect()
    };
    let all: Vec<(NoteKind, Vec<&Note>)> = KINDS.into_iter().map(|it| (it, of(it))).collect();
    if all.iter().all(|(_, notes)| notes.is_empty()) {
        return;
    }
    let title = edition.pick("Assumptions and open questions", "Annahmen und offene Fragen");
    script.sheet(PageKind::Assumptions, Format::Upright, title);
    let count = |kind| all.iter().find(|(it, _)| *it == kind).map_or(0, |(_, it)| it.len());
    let (questions, assumed) = (count(NoteKind::Question), count(NoteKind::Assumption));
    script.title(
        title,
        &edition.pick(
            format!(
                "{} open, {} made",
                edition.say.of(questions, "question", "questions"),
                edition.say.of(assumed, "assumption", "assumptions")
            ),
            format!(
                "{} offen, {} getroffen",
                edition.say.of(questions, "Frage", "Fragen"),
                edition.say.of(assumed, "Annahme", "Annahmen")
            ),
        ),
    );
    for (kind, notes) in all.iter().filter(|(_, it)| !it.is_empty()) {
        script.table_under(edition.say.note(*kind).1, table(edition, notes).compact());
    }
}

fn table(edition: &Edition, notes: &[&Note]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("What was said", "Was gesagt wurde")),
        Column::new(edition.pick("About", "Worüber")),
    ]);
    table.rows = notes
        .iter()
        .map(|it| {
            let about: Vec<String> =
                it.about.iter().map(|it| edition.say.place(edition.document(), *it)).collect();
            Row::from(vec![Cell::new(it.text.clone()), Cell::or_dash(&about.join(", "))])
        })
        .collect();
    table
}
