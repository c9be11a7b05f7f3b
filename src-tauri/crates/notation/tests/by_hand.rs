//! What people write, what it means, and what they are told when it means nothing.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::panic)]

use baton_notation::{Problem, parse, print};
use model::*;

const PAGE: &str = include_str!("../NOTATION.md");

fn example() -> &'static str {
    let text = PAGE.split("```").nth(1).unwrap();
    text.trim_start_matches('\n')
}

fn state(document: &Document) -> StateId {
    document.states().next().unwrap().id
}

fn step<'a>(document: &'a Document, name: &str) -> &'a Step {
    document.steps().find(|step| step.name == name).unwrap_or_else(|| panic!("no step {name}"))
}

#[test]
fn the_example_of_the_page_means_what_it_says() {
    let map = parse(example()).unwrap();
    let state = state(&map);
    let teams: Vec<_> = map.teams().map(|team| (team.name.as_str(), team.external)).collect();
    assert_eq!(teams, [("Marketing", false), ("Sales", false), ("Customer", true)]);
    assert_eq!(map.teams().next().unwrap().code, "MKT");
    assert_eq!(map.steps_of(state).count(), 6);
    assert_eq!(step(&map, "Inbound lead").shape, StepKind::Start);
    assert_eq!(step(&map, "Qualified?").shape, StepKind::Decision);
    let triage = step(&map, "Triage new leads");
    let time = triage.process_time.clone().unwrap();
    assert_eq!(
        (time.usual, time.best, time.worst),
        (Minutes(15), Some(Minutes(10)), Some(Minutes(60)))
    );
    assert_eq!(time.confidence, Confidence::Guessed);
    let share = triage.complete_accurate.clone().unwrap();
    assert_eq!((share.usual, share.sample), (Share::percent(90), Some(40)));
    assert_eq!(step(&map, "Hold demo").span_minutes(), 960);
    assert_eq!(step(&map, "Hold demo").people, 2);

    let kinds: Vec<_> = map.connectors().map(|it| it.flow).collect();
    use ConnectorKind::{Rework, Seq, Xor};
    assert_eq!(kinds, [Seq, Seq, Seq, Xor, Rework, Seq]);
    let handoffs = map.handoffs_of(state);
    assert_eq!(handoffs.len(), 2);
    let (handoff, connector) = handoffs[0];
    assert_eq!((handoff.number, handoff.passes.as_str()), (1, "Scored lead"));
    assert_eq!(handoff.trigger, "CRM task");
    assert_eq!(map.role(handoff.sending_role.unwrap()).unwrap().name, "Marketing specialist");
    assert_eq!(connector.wait.as_ref().unwrap().usual, Minutes(720));
    assert_eq!(connector.wait.as_ref().unwrap().confidence, Confidence::Guessed);
    assert_eq!((connector.cause, connector.channel.as_str()), (Some(DelayCause::Queue), "e-mail"));
    let (back, rework) = handoffs[1];
    assert_eq!((back.number, rework.probability), (2, Some(Share::percent(30))));
    assert_eq!(rework.label, "data missing");
    let pain = map.pain_points().next().unwrap();
    assert_eq!(pain.about, [Target::Connector(connector.id)]);
    assert_eq!((pain.votes, pain.signs.as_slice()), (5, &[Sign::S1][..]));

    let printed = print(&map, state);
    assert_eq!(parse(&printed).unwrap().records(), map.records(), "{printed}");
}

#[test]
fn what_is_not_said_follows() {
    let map = parse(
        "team Sales\nA\nB\nC\nstep Why?\nteam Legal\nD\n\
         A -> B\nA -> C\nB -> D, receiver Counsel, giver Rep\nteam Sales\nE\nC -> E, 40 %\n",
    )
    .unwrap();
    let flows: Vec<_> = map.connectors().map(|it| it.flow).collect();
    use ConnectorKind::{And, Seq, Xor};
    assert_eq!(flows, [And, And, Seq, Xor]);
    assert_eq!(step(&map, "Why?").shape, StepKind::Step);
    // The second “team Sales” went on with the first.
    assert_eq!(map.lanes().count(), 2);
    assert_eq!(step(&map, "E").lane, step(&map, "A").lane);
    let (handoff, _) = map.handoffs_of(state(&map))[0];
    let team = |role: Option<RoleId>| {
        let role = map.role(role.unwrap()).unwrap();
        map.team(role.team.unwrap()).unwrap().name.clone()
    };
    assert_eq!(team(handoff.receiving_role), "Legal");
    assert_eq!(team(handoff.sending_role), "Sales");
}

#[test]
fn the_printed_page_reads_as_a_person_would_write_it() {
    let text = "\
clock elapsed, 24 h a day

team ED nursing
  Triage and register, #B01, 10 min, 95 %, value-adding
  Call back, @1, 5 min
team ED physicians, #EDD, external, 2 people, works 6.5 h a day
  Call back, @2, 12 h

Triage and register -> @1, then, waits 45 min in queue
Triage and register -> @2, H-01, in parallel, waits for approval, every 1 d
@2 ~> Triage and register, H-04, because \"not ready, call back\", 12.5 %, waits 1.5 d, guessed
";
    let text = text.replace("then, ", "");
    let text = text.replace("in parallel, ", "");
    let map = parse(&text).unwrap();
    assert_eq!(print(&map, state(&map)), text);
}

/// Roles that only a connector names, a team that goes on further down: their records have other ids
/// when the print is read.
#[test]
fn what_goes_by_a_number_goes_by_the_same_after_reading() {
    let map = parse(
        "team Sales
  Check, @40
  Check, @7
team Legal
  Call back, accountable Head
  Call back, @3
team Sales
  Check, @12
@40 -> @3, giver Seller
@40 -> @3, accountable Counsel, @99
@7 -> @12
pain Slow, at @99
",
    )
    .unwrap();
    let printed = print(&map, state(&map));
    for tag in 1..=6 {
        assert!(printed.contains(&format!("@{tag}")), "{printed}");
    }
    assert!(!printed.contains("@7"), "{printed}");
    let again = parse(&printed).unwrap();
    assert_ne!(again.records(), map.records());
    assert_eq!(print(&again, state(&again)), printed);
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    let rows: &[(&str, u32, u32, &str)] = &[
        ("A", 1, 1, "this step stands under no team"),
        ("team Sales\nA, 10 mn", 2, 7, "“10 mn” is no time"),
        ("team Sales\nA, tall", 2, 4, "“tall” is nothing that can be said of a step"),
        ("team Sales\nA\nA -> B", 3, 6, "no step is called “B”"),
        ("team Sales\nScore lead\nB\nB -> score Lead", 4, 6, "Did you mean “Score lead”?"),
        ("team Sales\nA\nA\nB\nA -> B", 5, 1, "more than one step is called “A”"),
        ("team Sales\nA\nA -> A", 3, 6, "from a step to itself"),
        ("team Sales\nstart A\nB\nB -> A", 4, 6, "nothing can lead into a start"),
        ("team Sales\nend A\nB\nA -> B", 4, 1, "nothing can lead out of an end"),
        ("team Sales\n\"A", 2, 1, "the quotation mark is not closed"),
        ("team Sales\nSay \"A\"", 2, 1, "quotation marks stand round a whole name"),
        ("team Sales\n\"A\\x\"", 2, 1, "\\x means nothing in quotes"),
        ("team Sales\nA, 120 %", 2, 4, "“120 %” is no share"),
        ("team Sales\nA, 2 h, 3 h", 2, 9, "the process time is said twice"),
        ("team Sales\nA, guessed", 2, 4, "Write it after the number"),
        ("team Sales\nA, 2 h (3 h to 4 h)", 2, 8, "the range does not hold the usual value"),
        ("team Sales\nA, 2 h (3 h - 4 h)", 2, 8, "a range is written"),
        ("team Sales\nA, 2 weeks", 2, 6, "weeks differ from team to team"),
        ("team Sales\nA, 9999999 d", 2, 4, "longer than ten years"),
        ("team Sales\nA,, 2 h", 2, 3, "nothing stands here"),
        ("team Sales\nA, 2 h,", 2, 8, "nothing stands here"),
        (
            "team Sales\nA\nB\nA -> B, waits 1 d for ages",
            4,
            19,
            "“for ages” is no cause of waiting",
        ),
        ("team Sales\nA\nB\nA -> B, passes Lead", 4, 9, "only a connector between two teams"),
        ("team Sales\nA\nB\nA ~> B, either", 4, 9, "that goes back (~>) is rework"),
        ("team Sales\nA\nB\nA -> B, H-02\nB -> A, H-02", 5, 9, "H-02 is given to two connectors"),
        ("team Sales\nA, @1\nB, @1", 3, 4, "“@1” is given to two things"),
        ("team Sales\nteam Sales, external", 2, 13, "this team was described above"),
        ("team Sales\npain \"x\", at B", 2, 14, "no step is called “B”"),
        ("team Sales\npain \"x\", waste time", 2, 17, "“time” is no waste"),
        ("clock business\nclock elapsed", 2, 7, "in another line as well"),
        ("clock sundial", 1, 7, "“sundial” is nothing that can be said of a clock"),
        ("clock business, 30 h a day", 1, 17, "length of a day"),
        ("team Sales\nA, 5000 people", 2, 1, "the people is too long, too large"),
        ("team Sales\nstart -> A", 2, 7, "an arrow inside a name"),
        ("team Sales\n-> A", 2, 1, "nothing stands here"),
    ];
    for (text, line, column, says) in rows {
        let error = parse(text).expect_err(text);
        let said = error.to_string();
        assert!(said.contains(says), "{text:?} said: {said}");
        assert_eq!((error.line, error.column), (*line, *column), "{text:?} said: {said}");
    }
}

#[test]
fn what_is_too_much_is_refused_quickly() {
    let problem = |text: String| parse(&text).unwrap_err().problem;
    assert_eq!(problem("x".repeat(1_000_001)), Problem::TextTooLong);
    assert_eq!(problem("\n".repeat(50_001)), Problem::TooManyLines);
    assert_eq!(problem("x".repeat(40_001)), Problem::LineTooLong);
    assert!(matches!(problem(format!("team {}", "x".repeat(501))), Problem::OutOfBounds("name")));
    // As many lines as may be, each of which looks another one up.
    let mut text = String::new();
    for at in 0..20_000 {
        text.push_str(&format!("team T{at}\nS{at}\n"));
    }
    text.push_str(&"S1->S2\n".repeat(9_000));
    assert_eq!(parse(&text).unwrap().connectors().count(), 9_000);
}

#[test]
fn windows_line_ends_marks_and_comments_are_read_over() {
    let map =
        parse("\u{feff}// a map\r\nteam Sales\r\n\r\n  A, 2 h,\r\n  // in between\r\n  90 %\r\n")
            .unwrap();
    assert_eq!(step(&map, "A").process_minutes(), 120);
    assert_eq!(step(&map, "A").complete_accurate, Some(Estimate::of(Share::percent(90))));
}
