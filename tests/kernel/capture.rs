//! The capture line through the kernel: sample A, mapped with nothing but typed lines, and how many
//! keys that takes.

use baton_tests::dice::Dice;
use model::*;
use notation::{Captured, Context, Places, capture, complete, parse, print_with};
use std::collections::BTreeSet;

const SCRIPT: &str = include_str!("../fixtures/capture/lead-to-customer.txt");

fn script() -> impl Iterator<Item = &'static str> {
    SCRIPT.lines().filter(|line| !line.starts_with("//"))
}

fn empty() -> Document {
    blank(&Blank {
        title: "Lead to live customer".into(),
        process: "Lead to live customer".into(),
        state: "Current state".into(),
        teams: Vec::new(),
        calendar: "Week".into(),
    })
    .unwrap()
}

fn state(document: &Document) -> StateId {
    document.states().next().unwrap().id
}

fn said(document: &Document) -> String {
    print_with(document, state(document), Places::LeftOut)
}

/// A room that types.
struct Room {
    document: Document,
    context: Context,
}

impl Room {
    fn new(document: Document) -> Room {
        let context = Context { state: state(&document), team: None, after: None };
        Room { document, context }
    }

    fn types(&mut self, text: &str) -> Captured {
        let captured = capture(&self.document, &self.context, text)
            .unwrap_or_else(|error| panic!("{error}\n{text}\n{}", said(&self.document)));
        self.document = applied(&self.document, &captured);
        self.context.team = captured.team;
        self.context.after = captured.last;
        captured
    }
}

fn applied(document: &Document, captured: &Captured) -> Document {
    let records = captured.records.clone();
    let planned = plan(document, &Command::Capture { records }).unwrap();
    planned.document.check().unwrap();
    let fresh = |step: &StepId| document.step(*step).is_none();
    assert!(captured.unplaced.iter().all(fresh));
    planned.document
}

/// What has to be as in the sample: teams, steps, ways.
fn outline(document: &Document) -> BTreeSet<String> {
    let name = |id: StepId| document.step(id).unwrap().name.as_str();
    let mut all = BTreeSet::new();
    for team in document.teams() {
        all.insert(format!("{}, external {}", team.name, team.external));
    }
    for step in document.steps_of(state(document)) {
        let minutes = (step.process_minutes(), step.span_minutes());
        let right = step.complete_accurate.as_ref().map(|it| it.usual);
        let team = &document.team_of(step).unwrap().name;
        all.insert(format!("{team}: {}, {:?}, {minutes:?}, {right:?}", step.name, step.shape));
    }
    for way in document.connectors_of(state(document)) {
        let wait = way.wait.as_ref().map(|it| it.usual);
        let ends = (name(way.from), name(way.to));
        let kind = (way.flow, way.probability, way.primary, way.label.as_str());
        let handoff = document.handoff_at(way).is_some();
        let batch = way.batch_interval;
        all.insert(format!("{ends:?} {kind:?} {wait:?} {:?} {batch:?} {handoff}", way.cause));
    }
    all
}

#[test]
fn sample_a_is_typed() {
    let sample = exchange::sample().unwrap();
    let mut room = Room::new(empty());
    for line in script() {
        room.types(line);
    }
    let steps = room.document.steps().filter(|it| it.shape == StepKind::Step).count();
    assert_eq!(steps, 19);
    let (typed, wanted) = (outline(&room.document), outline(&sample));
    let missing: Vec<_> = wanted.difference(&typed).collect();
    let surplus: Vec<_> = typed.difference(&wanted).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "missing {missing:#?}\nsurplus {surplus:#?}");
}

#[test]
fn the_whole_script_pasted_is_the_same() {
    let mut typed = Room::new(empty());
    script().for_each(|line| drop(typed.types(line)));
    let mut pasted = Room::new(empty());
    pasted.types(SCRIPT);
    assert_eq!(said(&pasted.document), said(&typed.document));
    assert_eq!(pasted.context, typed.context);
}

/// Keys for a line: one for each letter, one for each accepted suggestion, one for Enter. With them
/// those that need Shift on a US keyboard.
fn keys(room: &Room, line: &str) -> (usize, usize, String) {
    let (mut at, mut pressed, mut shifted, mut how) = (0, 1, 0, String::new());
    while at < line.len() {
        let text = &line[..at];
        let offer = complete(&room.document, &room.context, text, at);
        let taken = offer.items.first().map(|it| format!("{}{}", &text[..offer.from], it.text));
        match taken.filter(|it| line.starts_with(it.as_str()) && it.len() > at + 1) {
            Some(taken) => {
                at = taken.len();
                how.push('⇥');
            }
            None => {
                let letter = line[at..].chars().next().unwrap();
                at += letter.len_utf8();
                how.push(letter);
                shifted += usize::from(letter.is_uppercase() || "<>:\"?~!@#$%^&*()_+{}|".contains(letter));
            }
        }
        pressed += 1;
    }
    (pressed, shifted, how)
}

#[test]
fn sample_a_takes_few_keys() {
    let mut room = Room::new(empty());
    let (mut all, mut shifts, mut letters) = (0, 0, 0);
    for line in script() {
        let (pressed, shifted, how) = keys(&room, line);
        println!("{pressed:4} keys, {shifted:2} with Shift   {how}");
        all += pressed;
        shifts += shifted;
        letters += line.chars().count() + 1;
        room.types(line);
    }
    println!("{all} keys for 19 steps, {shifts} of them with Shift; {letters} without completion");
    println!("{:.1} keys a step", all as f64 / 19.0);
}
