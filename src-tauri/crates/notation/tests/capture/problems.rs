//! What is wrong with a line, where, and what to write instead.

use super::Room;
use baton_notation::{Problem, capture};

const MAP: &str =
    "team Sales\nTriage\nCheck\nstart Lead\nend Won\nteam Legal\nCheck\nTriage -> Won\n";

#[test]
fn each_is_told_where_it_is() {
    use Problem::*;
    type Is = fn(&Problem) -> bool;
    let rows: &[(&str, &str, u32, u32, Is)] = &[
        ("", "> Call", 1, 3, |it| matches!(it, NothingBefore)),
        ("", "Call", 1, 1, |it| matches!(it, WhichTeam(_))),
        ("", "Check", 1, 1, |it| matches!(it, WhichStep(_))),
        ("/Triage", "> Triage", 1, 3, |it| matches!(it, Loop)),
        ("/Triage", "> Lead", 1, 3, |it| matches!(it, IntoStart)),
        ("/Won", "> Legal: File", 1, 10, |it| matches!(it, OutOfEnd)),
        ("/Triage", "~> Nowhere", 1, 4, |it| matches!(it, NoSuch { .. })),
        ("/Triage", "> #A7", 1, 3, |it| matches!(it, NoSuch { .. })),
        ("/Triage", "> Call, soon", 1, 9, |it| matches!(it, Unknown { .. })),
        ("/Triage", "> Call, 15", 1, 11, |it| matches!(it, NotATime(_))),
        ("/Triage", "> Call, 2 weeks", 1, 11, |it| matches!(it, Weeks)),
        ("/Triage", "> Call, 120%", 1, 9, |it| matches!(it, NotAShare(_))),
        ("/Triage", "> Call, w 2d boredom", 1, 14, |it| matches!(it, NotACause { .. })),
        ("/Triage", "> Call, w", 1, 10, |it| matches!(it, NothingAfter("waits"))),
        ("/Triage", "> Call, giver ", 1, 14, |it| matches!(it, NothingAfter("giver"))),
        ("/Triage", "pain slow, cause ", 1, 17, |it| matches!(it, NothingAfter("cause"))),
        ("/Triage", "> Call, 5m, 6m", 1, 13, |it| matches!(it, Twice(_))),
        ("/Triage", "> Call, w 5m, w 6m", 1, 15, |it| matches!(it, Twice(_))),
        ("/Triage", "> Call, guessed", 1, 9, |it| matches!(it, NoNumber(_))),
        ("/Triage", "> Call, passes Note", 1, 9, |it| matches!(it, NotAHandoff(_))),
        ("Sales", "Call, w 5m", 1, 7, |it| matches!(it, NoWay(_))),
        ("/Triage", "> , 5m", 1, 3, |it| matches!(it, Missing(_))),
        ("/Triage", "> Call, , 5m", 1, 9, |it| matches!(it, Missing(_))),
        ("/Triage", "> Call -> -> File", 1, 11, |it| matches!(it, Missing(_))),
        ("/Triage", "\"\": Call", 1, 1, |it| matches!(it, Missing(_))),
        ("/Triage", "> \"\"", 1, 3, |it| matches!(it, Missing(_))),
        ("/Triage", ": Call", 1, 1, |it| matches!(it, Missing(_))),
        ("/Triage", "> \"Call", 1, 3, |it| matches!(it, OpenQuote)),
        ("/Triage", "~> Triage, then", 1, 4, |it| matches!(it, Loop)),
        ("/Won", "~> Triage", 1, 4, |it| matches!(it, OutOfEnd)),
        ("", "pain slow, at Nowhere", 1, 15, |it| matches!(it, NoSuch { .. })),
        ("", "pain slow, perhaps", 1, 12, |it| matches!(it, Unknown { .. })),
        ("Sales", "Call\n> File\n> Call, soon", 3, 9, |it| matches!(it, Unknown { .. })),
        ("Sales", "Call\u{7}", 1, 1, |it| matches!(it, OutOfBounds("name"))),
        ("", "Step\tTeam\tMood\nCall\tSales\tfine", 1, 11, |it| matches!(it, NotAColumn { .. })),
        ("", "Step\tTime\nCall\t5m\tx", 2, 9, |it| matches!(it, Cells(3, 2))),
        ("Sales", "Call\t5m\nFile\t6m", 1, 1, |it| matches!(it, NoHeader)),
        ("Sales", "| Call | 5m |", 1, 1, |it| matches!(it, NoHeader)),
        ("Sales", "Step\tTime\nCall\tlong", 2, 6, |it| matches!(it, NotATime(_))),
        ("Sales", "Step\tWait\nCall\t3 d", 2, 6, |it| matches!(it, NoWayInto(_))),
        ("Sales", "Step\tWait after\nCall\t3 d", 2, 6, |it| matches!(it, NoWayOut { .. })),
        ("Sales", "Step\tNext\tWait after\nA\tB\t3 d; 2 d\nB", 2, 5, |it| {
            matches!(it, NoWayOut { .. })
        }),
        ("Sales", "Step\tTime\n\t3 d", 2, 1, |it| matches!(it, Missing(_))),
        ("Sales", "Step\tNext\nCall\tFile", 2, 6, |it| matches!(it, NoSuch { .. })),
        ("", "team Sales\nCall\nCall -> File", 3, 9, |it| matches!(it, NoSuch { .. })),
    ];
    for (on, text, line, column, is) in rows {
        let room = Room::of(MAP, on);
        let error = match capture(&room.document, &room.context, text) {
            Ok(captured) => panic!("“{text}” makes {:?}", captured.records),
            Err(error) => error,
        };
        assert!(is(&error.problem), "“{text}”: {error:?}");
        assert_eq!((error.line, error.column), (*line, *column), "“{text}”: {error}");
        assert!(error.problem.to_string().ends_with(['.', '?', '“', '”']), "{error}");
    }
}

#[test]
fn a_map_that_is_gone_is_told() {
    let mut room = Room::of(MAP, "");
    room.context.state = model::StateId(99_999);
    let error = capture(&room.document, &room.context, "Sales: Call").unwrap_err();
    assert_eq!(error.problem, Problem::NoMap);
}

#[test]
fn what_is_too_much_is_refused() {
    let room = Room::of(MAP, "Sales");
    let is = |text: String| capture(&room.document, &room.context, &text).unwrap_err().problem;
    assert_eq!(is("a\n".repeat(600_000)), Problem::TextTooLong);
    assert_eq!(is("a\n".repeat(50_001)), Problem::TooManyLines);
    assert_eq!(is("a".repeat(40_001)), Problem::LineTooLong);
    let teams: String = (0..200).map(|it| format!("Team {it}:\n")).collect();
    assert_eq!(is(teams), Problem::TooManyTeams);
}
