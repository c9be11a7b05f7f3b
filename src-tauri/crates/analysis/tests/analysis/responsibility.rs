//! The responsibility matrix: what follows by itself, what people set, and what each scheme says
//! against a row.

use crate::findings::lines;
use crate::sample::{Sample, in_order, sample, sketch};
use analysis::{CellOrigin, Language, Matrix, matrix, scheme};
use model::*;
use std::collections::BTreeSet;

fn read(sample: &Sample) -> Matrix {
    matrix(&sample.document, sample.state, Language::English)
}

/// Two teams with two roles each, one handoff.
fn map() -> Sample {
    let map = sketch("A X 10\n B Y 10\n A > B 60");
    let team = |code| Some(map.id::<TeamId>(Kind::Team, code));
    let role = |name: &str, code| Command::AddRole { name: name.into(), team: team(code) };
    let commands = [role("Giver", "X"), role("Boss", "X"), role("Taker", "Y"), role("Chief", "Y")];
    map.after(commands)
}

fn role(sample: &Sample, name: &str) -> RoleId {
    sample.document.roles().find(|it| it.name == name).unwrap().id
}

fn handoff(sample: Sample, edits: Vec<HandoffEdit>) -> Sample {
    let handoff = sample.handoff("A>B");
    sample.after(edits.into_iter().map(|edit| Command::EditHandoff { handoff, edit }))
}

/// A matrix whose columns are read, of one role that answers for all and one for nothing; a letter of
/// another scheme; an A that is not the handoff's.
pub fn rows() -> Vec<crate::agreed::Row> {
    let stranger = set(agreed(), RowPart::Whole, "Boss", &[RaciLetter::Verify]);
    let other = set(agreed(), RowPart::Whole, "Boss", &[RaciLetter::Accountable]);
    vec![
        ("RAC-008", columns(0), columns(1)),
        ("RAC-009", columns(0), agreed()),
        ("RAC-010", stranger, agreed()),
        ("RAC-012", other, agreed()),
    ]
}

fn set(sample: Sample, part: RowPart, name: &str, letters: &[RaciLetter]) -> Sample {
    let row = Target::Handoff(sample.handoff("A>B"));
    let role = role(&sample, name);
    sample.after([Command::SetRaci { row, part, role, letters: letters.iter().copied().collect() }])
}

fn chosen(sample: Sample, scheme: RaciScheme) -> Sample {
    sample.after([Command::EditEngagement { edit: EngagementEdit::Scheme(scheme) }])
}

/// `Giver R, Taker A R` of the first row.
fn row(sample: &Sample, matrix: &Matrix, at: usize) -> String {
    let cell = |it: &analysis::Cell| {
        let letters: Vec<&str> = it.letters.iter().map(|it| it.word()).collect();
        format!("{} {}", sample.document.role(it.role).unwrap().name, letters.join(" "))
    };
    matrix.rows[at].cells.iter().map(cell).collect::<Vec<_>>().join(", ")
}

fn agreed() -> Sample {
    let map = map();
    let edits = vec![
        HandoffEdit::SendingRole(Some(role(&map, "Giver"))),
        HandoffEdit::ReceivingRole(Some(role(&map, "Taker"))),
        HandoffEdit::Accountable(Some(role(&map, "Chief"))),
    ];
    handoff(map, edits)
}

#[test]
fn a_row_that_nobody_filled_follows_from_its_handoff() {
    let sample = agreed();
    let matrix = read(&sample);
    assert_eq!(matrix.letters.len(), 4);
    assert_eq!(matrix.rows.len(), 3, "one handoff, two steps");
    assert_eq!(row(&sample, &matrix, 0), "Giver R, Taker R, Chief A");
    assert!(matrix.rows[0].cells.iter().all(|it| it.origin == CellOrigin::Derived));
    assert_eq!(matrix.rows[0].problems, [""; 0]);
    assert_eq!(matrix.rows[0].teams.len(), 2);
    assert!(lines(&sample).contains_key("RAC-011"), "what follows is no row yet");
}

#[test]
fn one_letter_by_hand_takes_the_whole_row_into_the_hand() {
    let sample = set(agreed(), RowPart::Whole, "Boss", &[RaciLetter::Informed]);
    let matrix = read(&sample);
    assert_eq!(row(&sample, &matrix, 0), "Boss I");
    assert_eq!(matrix.rows[0].cells[0].origin, CellOrigin::Set);
    assert_eq!(matrix.rows[0].problems, ["Nobody holds the A.", "Nobody holds the R."]);
}

#[test]
fn releasing_and_accepting_have_rows_of_their_own() {
    let letters = [RaciLetter::Accountable, RaciLetter::Responsible];
    let sample = set(agreed(), RowPart::Release, "Giver", &letters);
    let matrix = read(&sample);
    let parts: Vec<RowPart> = matrix.rows.iter().map(|it| it.part).collect();
    assert_eq!(parts, [RowPart::Release, RowPart::Accept, RowPart::Whole, RowPart::Whole]);
    assert_eq!(row(&sample, &matrix, 0), "Giver R A");
    assert_eq!(row(&sample, &matrix, 1), "Taker R, Chief A", "this part follows by itself");
    let sample = set(sample, RowPart::Accept, "Taker", &letters);
    assert!(!lines(&sample).contains_key("RAC-002"), "two A in two parts are one in each");
}

#[test]
fn a_step_answers_by_its_accountable_role() {
    let map = map();
    let step: StepId = map.id(Kind::Step, "A");
    let boss = role(&map, "Boss");
    let sample = map.after([
        Command::EditStep { step, edit: StepEdit::Accountable(Some(boss)) },
        Command::EditStep { step, edit: StepEdit::Performers(vec!["giver ".into(), "Ann".into()]) },
    ]);
    let matrix = read(&sample);
    let at = matrix.rows.iter().position(|it| it.row == Target::Step(step)).unwrap();
    assert_eq!(row(&sample, &matrix, at), "Giver R, Boss A");
}

#[test]
fn whom_the_escalation_tells_is_informed() {
    let sample = agreed();
    let notify = Some(role(&sample, "Boss"));
    let escalations = vec![EscalationLevel { at_percent: 75, notify, ..Default::default() }];
    let sla = Box::new(Sla { escalations, ..Sla::default() });
    let handoffs = vec![sample.handoff("A>B")];
    let sample = sample.after([Command::AddSla { sla, handoffs }]);
    assert_eq!(row(&sample, &read(&sample), 0), "Giver R, Boss I, Taker R, Chief A");
}

#[test]
fn each_scheme_has_letters_and_rules_of_its_own() {
    let derived = [
        (RaciScheme::Raci, "Giver R, Taker R, Chief A"),
        (RaciScheme::Rasci, "Giver R, Taker R, Chief A"),
        (RaciScheme::RaciVs, "Giver R, Taker R, Chief A"),
        (RaciScheme::Cairo, "Giver R, Taker R, Chief A"),
        (RaciScheme::Daci, "Giver D, Taker C, Chief A"),
        (RaciScheme::Rapid, "Giver RE, Taker P, Chief D"),
        (RaciScheme::Mocha, "Giver H, Taker H, Chief OW"),
    ];
    for (scheme, expected) in derived {
        let sample = chosen(agreed(), scheme);
        let matrix = read(&sample);
        assert_eq!(row(&sample, &matrix, 0), expected);
        assert_eq!(matrix.rows[0].problems, [""; 0], "{}", scheme.word());
    }
    assert_eq!(derived.len(), RaciScheme::ALL.len());
    for it in RaciScheme::ALL {
        let letters: BTreeSet<_> = scheme(*it).letters.iter().collect();
        assert_eq!(letters.len(), scheme(*it).letters.len());
        assert!(letters.contains(&scheme(*it).answers) && letters.contains(&scheme(*it).does));
    }
}

#[test]
fn the_rules_of_the_scheme_count() {
    let broken = |scheme, cells: &[(&str, &[RaciLetter])]| {
        let sample = cells.iter().fold(chosen(map(), scheme), |sample, (name, letters)| {
            set(sample, RowPart::Whole, name, letters)
        });
        let found = lines(&sample);
        found.into_keys().filter(|it| it.starts_with("RAC")).collect::<Vec<_>>()
    };
    use RaciLetter::*;
    let drivers: &[(&str, &[RaciLetter])] =
        &[("Giver", &[Driver]), ("Taker", &[Driver]), ("Chief", &[Accountable])];
    assert_eq!(broken(RaciScheme::Daci, drivers), ["RAC-002", "RAC-008"]);
    let signed: &[(&str, &[RaciLetter])] = &[
        ("Giver", &[Responsible]),
        ("Boss", &[Support]),
        ("Taker", &[Support]),
        ("Chief", &[Accountable]),
    ];
    assert_eq!(broken(RaciScheme::RaciVs, signed), ["RAC-002", "RAC-005"], "one signatory");
    assert_eq!(broken(RaciScheme::Rasci, signed), ["RAC-005"], "many may support");
    assert_eq!(broken(RaciScheme::Raci, signed), ["RAC-005", "RAC-010"], "S is no letter of RACI");
    let decided: &[(&str, &[RaciLetter])] =
        &[("Giver", &[Recommend]), ("Boss", &[Informed]), ("Chief", &[Driver])];
    assert_eq!(broken(RaciScheme::Rapid, decided), ["RAC-008"], "no A is needed");
}

#[test]
fn the_row_and_the_handoff_name_the_same_role() {
    let row = |name: &str| {
        let sample = set(agreed(), RowPart::Whole, name, &[RaciLetter::Accountable]);
        lines(&sample).contains_key("RAC-012")
    };
    assert!(row("Boss"));
    assert!(!row("Chief"));
}

/// Seven handoffs, all but some of them answered for by one role; the other role has no part.
fn columns(without: usize) -> Sample {
    let mut map = String::from("A0 X 10\n");
    for n in 1..8 {
        map += &format!("A{n} {} 10\n A{} > A{n} 5\n", if n % 2 == 0 { "X" } else { "Y" }, n - 1);
    }
    let map = sketch(&map);
    let map = map.after([
        Command::AddRole { name: "Busy".into(), team: None },
        Command::AddRole { name: "Idle".into(), team: None },
    ]);
    let role = role(&map, "Busy");
    let rows: Vec<Target> =
        map.document.handoffs_of(map.state).iter().map(|(it, _)| Target::Handoff(it.id)).collect();
    let letters = BTreeSet::from([RaciLetter::Accountable, RaciLetter::Responsible]);
    map.after(rows.into_iter().skip(without).map(|row| {
        let letters = letters.clone();
        Command::SetRaci { row, part: RowPart::Whole, role, letters }
    }))
}

#[test]
fn columns_are_read_down_when_the_matrix_is_full() {
    let lead = sample("lead-to-customer.current", in_order);
    assert!(!lines(&lead).contains_key("RAC-008"), "four handoffs have no row yet");
    assert!(!lines(&columns(1)).contains_key("RAC-008"));
    let full = columns(0);
    let found = lines(&full);
    assert_eq!((found["RAC-008"].len(), found["RAC-009"].len()), (1, 1));
    let matrix = read(&full);
    let notes = |name: &str| {
        let id = role(&full, name);
        let reading = matrix.roles.iter().find(|it| it.role == id).unwrap();
        (reading.notes.len(), reading.counts[1].1)
    };
    assert_eq!(notes("Busy"), (3, 7), "much to answer for, much to do, everywhere");
    assert_eq!(notes("Idle"), (1, 0));
}
