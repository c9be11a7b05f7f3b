//! The registers of what the room said: pain points, ideas, decisions, questions and notes.

use super::Register;
use super::case::Case;
use super::value::{Kind, Value};
use model::{Idea, Note, NoteKind, PainPoint};

/// What hurts, the most votes first, then the gravest.
pub(super) fn pain_points(case: &Case) -> Register {
    let mut rows: Vec<&PainPoint> =
        case.document.pain_points().filter(|it| case.tells_of_any(&it.about)).collect();
    rows.sort_by_key(|it| (u16::MAX - it.votes, u8::MAX - it.severity, it.id));
    case.table(
        "painPoints",
        &rows,
        &[
            ("text", Kind::Text, |_, it| Value::text(&it.text)),
            ("quote", Kind::Text, |_, it| Value::text(&it.quote)),
            ("about", Kind::Text, |case, it| case.places(&it.about)),
            ("cause", Kind::Text, |case, it| case.cause(it.cause)),
            ("wastes", Kind::Text, |case, it| {
                case.words_of("waste", it.wastes.iter().map(|it| it.word()))
            }),
            ("signs", Kind::Text, |case, it| {
                case.words_of("sign", it.signs.iter().map(|it| it.word()))
            }),
            ("votes", Kind::Number, |_, it| Value::number(it.votes)),
            ("severity", Kind::Number, |_, it| match it.severity {
                0 => Value::Empty,
                said => Value::number(said),
            }),
        ],
    )
}

/// What was proposed, the most votes first.
pub(super) fn ideas(case: &Case) -> Register {
    let mut rows: Vec<&Idea> =
        case.document.ideas().filter(|it| case.tells_of_any(&it.about)).collect();
    rows.sort_by_key(|it| (u16::MAX - it.votes, it.id));
    case.table(
        "ideas",
        &rows,
        &[
            ("text", Kind::Text, |_, it| Value::text(&it.text)),
            ("about", Kind::Text, |case, it| case.places(&it.about)),
            ("votes", Kind::Number, |_, it| Value::number(it.votes)),
        ],
    )
}

/// What was decided, asked, taken as true, parked and noted: a register each.
pub(super) fn notes(case: &Case) -> Vec<Register> {
    let registers = [
        ("decisions", NoteKind::Decision),
        ("questions", NoteKind::Question),
        ("assumptions", NoteKind::Assumption),
        ("parked", NoteKind::Parked),
        ("notes", NoteKind::Note),
    ];
    registers.into_iter().map(|(key, kind)| of_kind(case, key, kind)).collect()
}

fn of_kind(case: &Case, key: &'static str, kind: NoteKind) -> Register {
    let notes = case.document.notes().filter(|it| it.about_kind == kind);
    let rows: Vec<&Note> = notes.filter(|it| case.tells_of_any(&it.about)).collect();
    case.table(
        key,
        &rows,
        &[
            ("text", Kind::Text, |_, it| Value::text(&it.text)),
            ("about", Kind::Text, |case, it| case.places(&it.about)),
        ],
    )
}
