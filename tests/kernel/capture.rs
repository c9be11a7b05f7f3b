//! The capture line through the kernel: sample A, mapped with nothing but typed lines, and how many
//! keys that takes.

use baton_tests::dice::Dice;
use model::*;
use notation::{Captured, Context, Places, capture, complete, print_duration, print_with};
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
    let sample = baton_tests::agreed_today();
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

/// The fewest keys for a line with the first suggestion taken as soon as it is right: one for each
/// letter, one for Tab, one for Enter. With how many of the letters need Shift on a US keyboard.
struct Keys {
    pressed: usize,
    shifted: usize,
    how: String,
}

impl Keys {
    fn of(room: &Room, line: &str) -> Keys {
        let mut keys = Keys { pressed: 1, shifted: 0, how: String::new() };
        let mut at = 0;
        while at < line.len() {
            let text = &line[..at];
            let offer = complete(&room.document, &room.context, text, at);
            let first = offer.items.first();
            let taken = first.map(|it| format!("{}{}", &text[..offer.from], it.text));
            let letter = line[at..].chars().next().unwrap();
            match taken.filter(|it| line.starts_with(it.as_str()) && it.len() > at + 1) {
                Some(taken) => {
                    at = taken.len();
                    keys.how.push('⇥');
                }
                None => {
                    at += letter.len_utf8();
                    keys.how.push(letter);
                    let above = letter.is_uppercase() || ":\"?~>%&()|".contains(letter);
                    keys.shifted += usize::from(above);
                }
            }
            keys.pressed += 1;
        }
        keys
    }
}

#[test]
fn sample_a_takes_few_keys() {
    let mut room = Room::new(empty());
    let (mut all, mut shifted, mut letters) = (0, 0, 0);
    for line in script() {
        let keys = Keys::of(&room, line);
        println!("{:4} keys, {:2} with Shift   {}", keys.pressed, keys.shifted, keys.how);
        all += keys.pressed;
        shifted += keys.shifted;
        letters += line.chars().count() + 1;
        room.types(line);
    }
    let each = all as f64 / 19.0;
    println!("{all} keys for the 19 steps, {each:.1} a step; {shifted} with Shift as well");
    println!("{letters} without completion");
    assert!(all <= 1300, "{all} keys");
}

/// Step, team, handoff and wait: each handoff of the sample in a room that has its teams.
#[test]
fn a_handoff_with_its_wait_takes_few_keys() {
    let sample = baton_tests::agreed_today();
    let mut room = Room::new(empty());
    for team in sample.teams() {
        room.types(&format!("\"{}\":", team.name));
    }
    room.types("Marketing Operations: Begin");
    let mut counts = Vec::new();
    for (_, way) in sample.handoffs_of(state(&sample)) {
        if way.flow == ConnectorKind::Rework {
            continue;
        }
        let to = sample.step(way.to).unwrap();
        let team = &sample.team_of(to).unwrap().name;
        let wait = way.wait.as_ref().map_or(Minutes(0), |it| it.usual);
        let wait = print_duration(wait, Clock::default()).replace(' ', "").replace("min", "m");
        let cause = way.cause.map(|it| format!(" {}", it.word())).unwrap_or_default();
        let line = format!(">{team}: {},w{wait}{cause}", to.name);
        let keys = Keys::of(&room, &line);
        let name = to.name.chars().count();
        println!("{:4} keys, {name:2} of them the new name   {}", keys.pressed, keys.how);
        // Beside the name: the arrow, the team, the wait and its cause, Enter.
        assert!(keys.pressed - name <= 16, "{}", keys.how);
        counts.push(keys.pressed);
        room.types(&line);
    }
    counts.sort_unstable();
    println!("{} keys in the middle of {}", counts[counts.len() / 2], counts.len());
    let plain = Keys::of(&room, ">Deal Desk & Finance: Set up workspace,w3d queue");
    println!("{:4} keys   {}", plain.pressed, plain.how);
    assert!(plain.pressed <= 33, "{}", plain.how);
}

/// What random texts are made of.
const PIECES: &[&str] = &[
    ">",
    "-> ",
    "~> ",
    ", ",
    ",",
    ": ",
    "\n",
    "\t",
    "|",
    "\"",
    "sdr: ",
    "Customer (external): ",
    "Draft proposal",
    "Check stock",
    "Ready?",
    "15m",
    "1.5 h",
    "85%",
    "w3d queue",
    "waits approval",
    "if yes",
    "main way",
    "in parallel",
    "pain slow",
    "uses CRM",
    "giver Account executive",
    "receiver Clerk",
    "passes Order",
    "start ",
    "end ",
    "#A07",
    "Step|Team|Next\n",
    "team Legal\n",
    "guessed",
    "H-01",
    "1. ",
    "- ",
    "é",
    "\u{0}",
];

#[test]
fn a_comma_within_a_number_is_part_of_it() {
    let mut room = Room::new(empty());
    room.types("Sales: Begin > Call back,1,5 h, w 2,5d queue");
    let mut point = Room::new(empty());
    point.types("Sales: Begin > Call back, 1.5 h, w 2.5 d queue");
    assert_eq!(said(&room.document), said(&point.document));
    // Elsewhere it parts: a name from what is said of it, a system from a time.
    room.types("Sales: Room 1,5 min");
    room.types("Sales: Ship, uses SAP R3,15 min");
    let all = said(&room.document);
    assert!(all.contains("Room 1, 5 min"), "{all}");
    assert!(all.contains("Ship, 15 min, uses SAP R3"), "{all}");
}

/// Typed and pasted at random, in a document that has all kinds of records: what is captured is
/// always taken, and taking it back is always the document before.
#[test]
fn whatever_is_typed_the_document_takes_it() {
    let mut dice = Dice::new(19);
    let mut room = Room::new(baton_tests::agreed_today());
    let (start, mut taken) = (room.document.clone(), Vec::new());
    for _ in 0..500 {
        let text: String = (0..dice.below(9)).filter_map(|_| dice.pick(PIECES)).collect();
        complete(&room.document, &room.context, &text, dice.below(text.len() + 1));
        let Ok(captured) = capture(&room.document, &room.context, &text) else { continue };
        let records = captured.records;
        if records.is_empty() {
            continue;
        }
        let planned = plan(&room.document, &Command::Capture { records })
            .unwrap_or_else(|refusal| panic!("{refusal}\n{text}"));
        room.document = planned.document;
        room.context.team = captured.team;
        room.context.after = captured.last;
        taken.push(planned.edit);
    }
    room.document.check().unwrap();
    assert!(taken.len() > 50, "only {} texts said anything", taken.len());
    let back = taken.iter().rev().fold(room.document, |it, edit| it.with(&edit.inverse()).unwrap());
    assert_eq!(back, start);
}
