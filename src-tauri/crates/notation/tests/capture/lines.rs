//! One line: before, where, what is typed, after, and where the next line goes on.

use super::{Room, leads_to};
use model::*;

const TWO: &str = "team Sales\nTriage\nteam Operations\nteam Legal\nReview\n";

#[test]
fn a_line_says_everything() {
    leads_to(
        "team Sales\nteam Onboarding\n",
        "",
        "Sales: Triage new leads, 15 min, 90 % -> Onboarding: Set up workspace, 2 h, waits 3 d in queue, \
         passes signed order, pain \"always incomplete\", S3, 5 votes",
        "team Sales\nTriage new leads, 15 min, 90 %\nteam Onboarding\nSet up workspace, 2 h\n\
         Triage new leads -> Set up workspace, waits 3 d in queue, passes signed order\n\
         pain \"always incomplete\", at Triage new leads -> Set up workspace, S3, 5 votes\n",
        "Set up workspace",
    );
}

#[test]
fn teams_are_found_or_made() {
    let rows = [
        ("Sales: Call", "team Sales\nTriage\nCall\nteam Operations\nteam Legal\nReview\n"),
        ("sales:call", "team Sales\nTriage\ncall\nteam Operations\nteam Legal\nReview\n"),
        ("ops: Check", "team Sales\nTriage\nteam Operations\nCheck\nteam Legal\nReview\n"),
        ("oper: Check", "team Sales\nTriage\nteam Operations\nCheck\nteam Legal\nReview\n"),
        (
            "\"oper\": Check",
            "team Sales\nTriage\nteam Operations\nteam Legal\nReview\nteam oper\nCheck\n",
        ),
        (
            "Ops (external): Ship",
            "team Sales\nTriage\nteam Operations\nteam Legal\nReview\nteam Ops, external\nShip\n",
        ),
        (
            "legal (External): Sue",
            "team Sales\nTriage\nteam Operations\nteam Legal, external\nReview\nSue\n",
        ),
        (
            "team Legal, external, 3 people",
            "team Sales\nTriage\nteam Operations\nteam Legal, external, 3 people\nReview\n",
        ),
        (
            "Meet at 10:30",
            "team Sales\nTriage\nMeet at 10:30\nteam Operations\nteam Legal\nReview\n",
        ),
    ];
    for (line, after) in rows {
        let last = Room::of(TWO, "Sales").after(line).1.last;
        let last = last.map(|_| line.rsplit(": ").next().unwrap_or(line));
        let last = last.map(|it| it.strip_prefix("sales:").unwrap_or(it)).unwrap_or_default();
        leads_to(TWO, "Sales", line, after, last);
    }
}

#[test]
fn short_names_that_fit_two_teams_are_new() {
    let map = "team Sales Development\nteam Sales Support\nteam Human Resources, #HRM\n";
    for (short, team) in [
        ("sales", "sales"),
        ("sales d", "Sales Development"),
        ("SD", "Sales Development"),
        ("ss", "Sales Support"),
        ("hr", "Human Resources"),
        ("hrm", "Human Resources"),
    ] {
        let (document, captured) = Room::of(map, "").after(&format!("{short}: Do it"));
        let found = document.team(captured.team.unwrap()).unwrap();
        assert_eq!(found.name, team, "{short}");
        assert_eq!(document.teams().count() == 4, team == short, "{short}");
    }
}

#[test]
fn a_team_alone_is_made_and_goes_on() {
    let room = Room::of(TWO, "/Triage");
    let (document, captured) = room.after("Finance:");
    assert_eq!(said_team(&document, captured.team), "Finance");
    assert_eq!(captured.last, room.context.after);
    let (document, captured) = room.after("ops:");
    assert_eq!(captured.records, []);
    assert_eq!(said_team(&document, captured.team), "Operations");
}

fn said_team(document: &Document, team: Option<TeamId>) -> &str {
    &document.team(team.unwrap()).unwrap().name
}

#[test]
fn an_arrow_goes_on() {
    let rows = [
        ("> Call", "", "Call", "Call\n", "Triage -> Call\n"),
        ("-> Call", "", "Call", "Call\n", "Triage -> Call\n"),
        ("→ Call", "", "Call", "Call\n", "Triage -> Call\n"),
        (">Call,2h", "", "Call", "Call, 2 h\n", "Triage -> Call\n"),
        (
            "> Call > Hold demo ->Sign?",
            "",
            "Sign?",
            "Call\nHold demo\ndecision Sign?\n",
            "Triage -> Call -> Hold demo -> Sign?\n",
        ),
        (
            "> Check if order > 500",
            "",
            "Check if order > 500",
            "Check if order > 500\n",
            "Triage -> Check if order > 500\n",
        ),
        ("> end Won", "", "Won", "end Won\n", "Triage -> Won\n"),
        // Who leads back to where it came from goes on from there.
        ("> triage -> Call", "Sales/Call", "Triage", "Call\n", "Call -> Triage\nTriage ~> Call\n"),
    ];
    for (line, on, last, steps, ways) in rows {
        let before =
            if on.is_empty() { "team Sales\nTriage\n" } else { "team Sales\nTriage\nCall\n" };
        let on = if on.is_empty() { "/Triage" } else { on };
        leads_to(before, on, line, &format!("team Sales\nTriage\n{steps}{ways}"), last);
    }
}

#[test]
fn what_goes_back_is_said_in_passing() {
    let map = "team Sales\nTriage\nteam Legal\nReview\nTriage -> Review\n";
    let rows = [
        (
            "~> Triage, 20%, w 1d rework",
            "Triage -> Review\nReview ~> Triage, 20 %, waits 1 d for rework\n",
        ),
        ("~>tri,because thin", "Triage -> Review\nReview ~> Triage, because thin\n"),
        // It leads back, whatever the arrow.
        ("> Triage, 20 %", "Triage -> Review\nReview ~> Triage, 20 %\n"),
    ];
    for (line, ways) in rows {
        let after = format!("team Sales\nTriage\nteam Legal\nReview\n{ways}");
        leads_to(map, "/Review", line, &after, "Review");
    }
}

#[test]
fn how_well_a_number_is_known_belongs_to_the_number_before_it() {
    let map = "team Sales\nTriage\nteam Legal\nReview\nTriage -> Review\n";
    let back = "team Sales\nTriage\nteam Legal\nReview\nTriage -> Review\nReview ~> Triage";
    let rows = [
        (
            "~> Triage, 20 %, guessed by Ana, w 1d rework, measured on 9",
            format!("{back}, 20 %, guessed by Ana, waits 1 d for rework, measured on 9\n"),
            "Review",
        ),
        (
            "Review, 2 people, measured",
            "team Sales\nTriage\nteam Legal\nReview, 2 people, measured\nTriage -> Review\n"
                .to_owned(),
            "Review",
        ),
        ("~> Triage, w 1d, 20 %, guessed", format!("{back}, 20 %, guessed, waits 1 d\n"), "Review"),
        (
            "~> Triage, 20 %, w approval, guessed",
            format!("{back}, 20 %, guessed, waits for approval\n"),
            "Review",
        ),
        (
            "Review, 10 min, 2 people, guessed",
            "team Sales\nTriage\nteam Legal\nReview, 10 min, 2 people, guessed\nTriage -> Review\n"
                .to_owned(),
            "Review",
        ),
        (
            "team Legal, 4 people, #LEG, guessed",
            "team Sales\nTriage\nteam Legal, #LEG, 4 people, guessed\nReview\nTriage -> Review\n"
                .to_owned(),
            "Review",
        ),
        (
            "team Legal, 4 people, guessed by Leo",
            "team Sales\nTriage\nteam Legal, 4 people, guessed by Leo\nReview\nTriage -> Review\n"
                .to_owned(),
            "Review",
        ),
    ];
    for (line, after, last) in rows {
        leads_to(map, "/Review", line, &after, last);
    }
}

#[test]
fn steps_that_are_there_are_used() {
    let map = "team Sales\nTriage, 5 min, guessed\nCheck\nteam Legal\nReview\nCheck\nTriage -> Review, waits 1 d\n";
    let rows = [
        (
            "triage, 90 %",
            "",
            "Triage, 5 min, guessed, 90 %",
            "Triage -> Review, waits 1 d\n",
            "Triage",
        ),
        ("TRIAGE, 10m", "Legal", "Triage, 10 min", "Triage -> Review, waits 1 d\n", "Triage"),
        (
            "Triage, uses CRM, uses crm",
            "",
            "Triage, 5 min, guessed, uses CRM",
            "Triage -> Review, waits 1 d\n",
            "Triage",
        ),
        (
            "Triage > Review, w 2d",
            "",
            "Triage, 5 min, guessed",
            "Triage -> Review, waits 2 d\n",
            "Review",
        ),
        // The only way into a step is spoken of without an arrow.
        (
            "Review, w approval",
            "",
            "Triage, 5 min, guessed",
            "Triage -> Review, waits 1 d for approval\n",
            "Review",
        ),
    ];
    for (line, on, triage, ways, last) in rows {
        let after =
            format!("team Sales\n{triage}\nCheck, @1\nteam Legal\nReview\nCheck, @2\n{ways}");
        let before =
            map.replacen("Check\n", "Check, @1\n", 1).replacen("Check\nT", "Check, @2\nT", 1);
        leads_to(&before, on, line, &after, last);
    }
    // Of two, the one in the team of the line.
    let (document, captured) = Room::of(map, "Legal").after("check, 5 m");
    let check = document.step(captured.last.unwrap()).unwrap();
    assert_eq!(document.team_of(check).unwrap().name, "Legal");
}

#[test]
fn ways_get_the_kind_that_fits() {
    let rows = [
        ("> B", "A -> B\n"),
        ("> B\nA > C", "A -> B\nA -> C\n"),
        ("> B, if yes, 60%\nA > C, if no, 40%", "A -> B, if yes, 60 %\nA -> C, if no, 40 %\n"),
        ("> B\nA > C, if no", "A -> B, either\nA -> C, if no\n"),
        ("> B, if yes, 70%, 85%", "A -> B, if yes, 70 %\n"),
        ("> B, share 70%", "A -> B, 70 %\n"),
        ("> B, in parallel\nA > C", "A -> B\nA -> C\n"),
        // One way on is not parallel, whatever was said.
        ("> B, in parallel", "A -> B\n"),
        ("> B, if yes\nA > C, in parallel", "A -> B, if yes\nA -> C, in parallel\n"),
        (
            "> B, main way, via phone, why \"no, not yet\", every 1d",
            "A -> B, main way, via phone, why \"no, not yet\", every 1 d\n",
        ),
    ];
    for (lines, ways) in rows {
        let (right, other) =
            (if lines.contains("85%") { ", 85 %" } else { "" }, lines.contains('C'));
        let steps = format!("A\nB{right}\n{}", if other { "C\n" } else { "" });
        let last = if other { "C" } else { "B" };
        leads_to("team Sales\nA\n", "/A", lines, &format!("team Sales\n{steps}{ways}"), last);
    }
    leads_to(
        "team Sales\nGo?\n",
        "/Go?",
        "> B, 70%, 2h, 85%",
        "team Sales\nGo?\nB, 2 h, 85 %\nGo? -> B, 70 %\n",
        "B",
    );
}

#[test]
fn waits_are_typed_as_they_are_said() {
    let rows = [
        ("w 3d queue", "waits 3 d in queue"),
        ("w3d queue", "waits 3 d in queue"),
        ("W 3 d in queue", "waits 3 d in queue"),
        ("waits 3d approval", "waits 3 d for approval"),
        ("wait 15m off shift", "waits 15 min off shift"),
        ("w ping-pong", "waits for ping-pong"),
        (
            "w 3d (1d to 5d) batch, measured on 40",
            "waits 3 d (1 d to 5 d) for batch, measured on 40",
        ),
    ];
    for (typed, said) in rows {
        let after = format!("team Sales\nA\nB\nA -> B, {said}\n");
        leads_to("team Sales\nA\n", "/A", &format!("> B, {typed}"), &after, "B");
    }
}

#[test]
fn handoffs_say_what_passes_and_who() {
    leads_to(
        "team Sales\n  role Rep\nTriage\nteam Legal\n",
        "/Triage",
        "> legal: Review, passes Draft, told by e-mail, giver rep, receiver Counsel, accountable Counsel, \
         handoff accountable Rep, note \"in a hurry\"",
        "team Sales\n  role Rep\nTriage\nteam Legal\n  role Counsel\n\
         Review, accountable Counsel, note \"in a hurry\"\n\
         Triage -> Review, passes Draft, told by e-mail, giver Rep, receiver Counsel, accountable Rep\n",
        "Review",
    );
}

#[test]
fn pains_find_their_place() {
    let map = "team Sales\nTriage\nteam Legal\nReview\nFile\nTriage -> Review -> File\n";
    let rows = [
        ("pain nobody looks", "/Review", "pain \"nobody looks\", at Triage -> Review\n"),
        (
            "pain \"slow, thin\", cause queue, S1, 5 votes",
            "/Triage",
            "pain \"slow, thin\", at Triage, cause queue, S1, 5 votes\n",
        ),
        ("pain slow, at File, at review -> file", "", "pain slow, at File, at Review -> File\n"),
        (
            "pain slow, at whole map, at team sal, at H-01",
            "",
            "pain slow, at whole map, at team Sales, at H-01\n",
        ),
        ("File, pain slow", "", "pain slow, at File\n"),
    ];
    for (line, on, pain) in rows {
        let last = if line.starts_with("File") { "File" } else { on.trim_start_matches('/') };
        leads_to(map, on, line, &format!("{map}{pain}"), last);
    }
}
