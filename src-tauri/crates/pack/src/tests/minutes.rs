//! Minutes read as a list of what was said; nothing in them is markup but ours.

use super::desk::Desk;
use model::*;

#[test]
fn minutes_say_what_was_decided_asked_and_hurts() {
    let mut desk = Desk::new("Onboarding", "Northwind", &["Sales", "Ops"]);
    let step = desk.step(0, StepKind::Step, "Write offer", 30, 0);
    let id = |desk: &Desk| desk.fresh();
    let about = vec![Target::Step(step)];
    let note = |id, about_kind, text: &str, about| Note {
        id: NoteId(id),
        about_kind,
        text: text.into(),
        about,
        ..Note::default()
    };
    desk.add(note(id(&desk), NoteKind::Question, "Who signs?", about.clone()).into());
    desk.add(note(id(&desk), NoteKind::Decision, "One form\nfor <all>", Vec::new()).into());
    let pain = |id, text: &str, votes, severity, quote: &str| PainPoint {
        id: PainPointId(id),
        text: text.into(),
        quote: quote.into(),
        about: about.clone(),
        votes,
        severity,
        cause: Some(DelayCause::Queue),
        wastes: vec![Waste::Waiting],
        signs: vec![Sign::S1],
    };
    desk.add(pain(id(&desk), "Few", 1, 0, "").into());
    desk.add(pain(id(&desk), "Many", 5, 3, "it always waits").into());
    desk.add(Idea { id: IdeaId(id(&desk)), text: "A form".into(), about, votes: 2 }.into());
    let said = crate::minutes(&desk.document, "24 November 2026").replace('\u{a0}', " ");
    let expected = "\
# Minutes: Onboarding

24 November 2026

Client: Northwind

## Decisions

- One form for \\<all\\>

## Open questions

- Who signs? (Write offer)

## Pain points, most votes first

- Many (Write offer; 5 votes; severity 3 of 5; Queue; Waiting; Stalls without next steps) “it always waits”
- Few (Write offer; 1 vote; Queue; Waiting; Stalls without next steps)

## Ideas, most votes first

- A form (Write offer; 2 votes)
";
    assert_eq!(said, expected);
}
