//! Two states held against each other: the printed tables, the lineage, and what has to hold for
//! any two.

use analysis::Language;
use analysis::compare::{
    CommonPromise, Comparison, Delta, Fate, MeasureOf, Side, StateChange, compare, late_cases,
};
use baton_tests::dice::Dice;
use baton_tests::two_states::{adds_up, any_future};
use model::*;
use std::collections::{BTreeMap, BTreeSet};

fn sample(name: &str) -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    exchange::sample_json::read(&std::fs::read(format!("{folder}/{name}.json")).unwrap()).unwrap()
}

fn state(document: &Document, role: StateRole) -> StateId {
    document.states().find(|it| it.role == role).unwrap().id
}

fn both(document: &Document) -> (Side<'_>, Side<'_>) {
    let side = |role| Side { document, state: state(document, role) };
    (side(StateRole::Current), side(StateRole::Future))
}

fn compared(document: &Document) -> Comparison {
    let (from, to) = both(document);
    compare(from, to, None, Language::English)
}

/// Figure by figure as domain.md prints them under "Before and after": measure, before, after, and
/// how many decimals are printed.
fn printed(name: &str) -> Vec<(MeasureOf, f64, f64, i32)> {
    use MeasureOf::*;
    match name {
        "lead-to-customer" => vec![
            (LeadTime, 16570.0, 6919.0, 0),
            (ExpectedLeadTime, 19616.2, 7294.6, 1),
            (ProcessTime, 747.0, 629.0, 0),
            (ActivityRatio, 4.51, 9.09, 2),
            (RolledCompleteAccurate, 3.665, 38.205, 3),
            (Steps, 19.0, 17.0, 0),
            (Handoffs, 9.0, 7.0, 0),
            (ExpectedHandoffs, 11.1988, 8.0911, 4),
            (ExpectedReturns, 1.57, 0.305, 3),
            (BetweenTeamWait, 3480.0, 420.0, 0),
            (BetweenTeamShare, 21.0, 6.07, 2),
            (ExpectedTouches, 22.1694, 18.0245, 4),
            (ExpectedEffort, 984.51, 734.11, 2),
            (Readiness, 26.7, 97.8, 1),
        ],
        _ => vec![
            (LeadTime, 675.0, 342.0, 0),
            (ExpectedLeadTime, 735.8, 346.9, 1),
            (ProcessTime, 211.0, 190.0, 0),
            (ActivityRatio, 31.26, 55.56, 2),
            (RolledCompleteAccurate, 10.133, 45.725, 3),
            (Steps, 19.0, 16.0, 0),
            (Handoffs, 17.0, 14.0, 0),
            (ExpectedHandoffs, 18.5794, 14.2105, 4),
            (ExpectedReturns, 0.7897, 0.1053, 4),
            (BetweenTeamWait, 355.0, 118.0, 0),
            (BetweenTeamShare, 52.59, 34.5, 2),
            (ExpectedTouches, 20.5794, 16.2105, 4),
            (ExpectedEffort, 297.52, 247.58, 2),
            (Readiness, 41.2, 98.6, 1),
        ],
    }
}

#[test]
fn before_and_after_are_as_printed() {
    for name in ["lead-to-customer", "ed-to-ward"] {
        let document = sample(name);
        let comparison = compared(&document);
        for (of, before, after, decimals) in printed(name) {
            let measure = comparison.measures.iter().find(|it| it.of == of).unwrap();
            let close = |one: Option<f64>, other: f64| {
                (one.unwrap() - other).abs() <= 0.500_001 * 10_f64.powi(-decimals)
            };
            assert!(close(measure.before, before), "{name} {of:?} before: {measure:?}");
            assert!(close(measure.after, after), "{name} {of:?} after: {measure:?}");
        }
    }
}

fn code(document: &Document, id: RecordId) -> String {
    match document.record(id).unwrap() {
        Record::Step(it) => it.code,
        Record::Connector(it) => it.code,
        Record::Stage(it) => it.name,
        Record::Sla(it) => it.name,
        other => format!("{:?}", other.kind()),
    }
}

/// `A01+A02>A01`, by fate.
fn fates(document: &Document, comparison: &Comparison) -> BTreeMap<Fate, BTreeSet<String>> {
    let mut all: BTreeMap<Fate, BTreeSet<String>> = BTreeMap::new();
    let codes =
        |ids: &[RecordId]| ids.iter().map(|it| code(document, *it)).collect::<Vec<_>>().join("+");
    for change in &comparison.changes {
        let said = format!("{}>{}", codes(&change.before), codes(&change.after));
        all.entry(change.fate).or_default().insert(said);
    }
    all
}

fn set(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_changes_of_the_samples_are_their_lineage() {
    let document = sample("lead-to-customer");
    let comparison = compared(&document);
    let mut fates_of = fates(&document, &comparison);
    assert_eq!(fates_of.remove(&Fate::Merged), Some(set("A01+A02>A01")));
    assert_eq!(fates_of.remove(&Fate::Removed), Some(set("c01>")));
    assert_eq!(fates_of.remove(&Fate::Split), None);
    let document = sample("ed-to-ward");
    let comparison = compared(&document);
    let mut fates_of = fates(&document, &comparison);
    assert_eq!(
        fates_of.remove(&Fate::Merged),
        Some(set("B01+B03>B01 B07+B09>B07 B14+B16>B14 c02+c04>c02 c09+c11>c09 c17+c18>c18"))
    );
    assert_eq!(fates_of.remove(&Fate::Removed), Some(set("r02>")));
    assert_eq!(fates_of.remove(&Fate::Split), None);
}

#[test]
fn the_samples_add_up_and_the_largest_parts_are_those_that_the_room_knows() {
    for name in ["lead-to-customer", "ed-to-ward"] {
        let document = sample(name);
        let comparison = compared(&document);
        assert_eq!(adds_up(&comparison), Ok(()));
        assert_eq!(comparison.waterfalls.len(), 6, "{name}");
    }
    let document = sample("lead-to-customer");
    let comparison = compared(&document);
    let by = |of: MeasureOf, wanted: &str| -> f64 {
        let fall = comparison.waterfalls.iter().find(|it| it.of == of).unwrap();
        let part =
            fall.parts.iter().find(|it| it.records.iter().any(|id| code(&document, *id) == wanted));
        part.map_or(0.0, |it| it.by)
    };
    // By hand: the future wait less the current one, for what is on both critical paths.
    assert_eq!(by(MeasureOf::LeadTime, "c06"), 120.0 - 960.0);
    assert_eq!(by(MeasureOf::LeadTime, "A16"), 1200.0 - 2400.0);
    // A10 with c09 and c11 leaves the path, c10 comes onto it.
    assert_eq!(by(MeasureOf::LeadTime, "A10"), -15.0);
    assert_eq!(by(MeasureOf::LeadTime, "c10"), 60.0);
    // Merged, with the connector that was between them: 3 − (6 + 4) − 240.
    assert_eq!(by(MeasureOf::LeadTime, "A01"), 3.0 - 10.0 - 240.0);
    // A16 is done 20/13 times before and 10/9 times after, mean times its own difference.
    let span = (20.0 / 13.0 + 10.0 / 9.0) / 2.0 * (1200.0 - 2400.0);
    assert!((by(MeasureOf::ExpectedLeadTime, "A16") - span).abs() < 1e-6);
}

#[test]
fn a_state_differs_from_itself_in_nothing() {
    let mut dice = Dice::new(5);
    let start = sample("ed-to-ward");
    let from = state(&start, StateRole::Future);
    for _ in 0..50 {
        let turns = dice.below(20);
        let (document, made) = any_future(&mut dice, &start, from, turns).unwrap();
        let side = Side { document: &document, state: made };
        assert!(Delta::of(&side, &side).is_empty());
        let comparison = compare(side, side, None, Language::English);
        assert_eq!(comparison.changes, Vec::<StateChange>::new());
        assert!(comparison.waterfalls.iter().all(|it| it.parts.is_empty()));
    }
}

/// Applied to the first of two states, their difference is the second.
fn applies(from: Side, to: Side) {
    let made = Delta::of(&from, &to).apply(&from).unwrap();
    let mut wanted = to.records();
    wanted.sort_by_key(Record::id);
    let first = made.iter().zip(&wanted).find(|(one, other)| one != other);
    assert_eq!(first, None);
    assert_eq!(made.len(), wanted.len());
}

#[test]
fn applying_a_difference_gives_the_other_state() {
    let mut dice = Dice::new(3);
    for name in ["lead-to-customer", "ed-to-ward"] {
        let document = sample(name);
        let (from, to) = both(&document);
        applies(from, to);
        applies(to, from);
        for _ in 0..150 {
            let turns = 1 + dice.below(40);
            let (document, made) = any_future(&mut dice, &document, from.state, turns).unwrap();
            let side = |state| Side { document: &document, state };
            applies(side(from.state), side(made));
        }
    }
}

#[test]
fn variants_are_compared_by_what_they_descend_from() {
    let start = sample("lead-to-customer");
    let future = state(&start, StateRole::Future);
    let make = |document: &Document, from, name: &str| {
        let make = Command::MakeState { from, role: StateRole::Variant, name: name.into() };
        let document = plan(document, &make).unwrap().document;
        let made = document.states().map(|it| it.id).max().unwrap();
        (document, made)
    };
    let (document, one) = make(&start, future, "One");
    let (document, two) = make(&document, future, "Two");
    let (document, three) = make(&document, one, "Three");
    let side = |state| Side { document: &document, state };
    for (a, b) in [(one, two), (two, three), (three, future), (future, three)] {
        let comparison = compare(side(a), side(b), None, Language::English);
        assert_eq!(comparison.changes, Vec::<StateChange>::new());
    }
    // Each of them against today is what the future is against today.
    let current = state(&start, StateRole::Current);
    let fates_of =
        |to| fates(&document, &compare(side(current), side(to), None, Language::English));
    assert_eq!(fates_of(future), fates_of(three));
}

#[test]
fn the_list_does_not_depend_on_the_order_of_records() {
    let document = sample("ed-to-ward");
    let said = |document: &Document| {
        let changes = compared(document).changes.into_iter();
        changes
            .map(|it| format!("{} {:?} {:?} {:?}", it.title, it.fate, it.details, it.lead_time))
            .collect::<Vec<String>>()
    };
    let same = |one: Vec<String>, other: Vec<String>| {
        let first = one.iter().zip(&other).find(|(one, other)| one != other);
        assert_eq!(first, None);
        assert_eq!(one.len(), other.len());
    };
    // Other ids put the records into another order.
    let mut records = document.records();
    records.reverse();
    same(said(&document), said(&renumbered(&document)));
    same(said(&document), said(&Document::from_records(records).unwrap()));
}

/// The same document with ids the other way round.
fn renumbered(document: &Document) -> Document {
    let most = document.used_up().0;
    let swapped = |id: u64| most - id;
    let text = serde_json::to_value(document.records()).unwrap();
    let text = turned(text, &|id| if id < most && id > 0 { swapped(id) } else { id });
    let records: Vec<Record> = serde_json::from_value(text).unwrap();
    Document::from_records(records).unwrap()
}

/// Every field that holds an id, by its name.
fn turned(value: serde_json::Value, swap: &dyn Fn(u64) -> u64) -> serde_json::Value {
    use serde_json::Value;
    const IDS: [&str; 24] = [
        "id",
        "state",
        "process",
        "lane",
        "team",
        "stage",
        "origin",
        "from",
        "to",
        "connector",
        "sla",
        "template",
        "calendar",
        "owner",
        "accountable",
        "sendingRole",
        "receivingRole",
        "procedureOwner",
        "notify",
        "role",
        "answers",
        "handoff",
        "providedBy",
        "usedBy",
    ];
    fn inside(value: Value, swap: &dyn Fn(u64) -> u64, is_id: bool) -> Value {
        match value {
            Value::Number(it) if is_id => {
                it.as_u64().map_or(Value::Number(it), |id| swap(id).into())
            }
            Value::Array(all) => {
                Value::Array(all.into_iter().map(|it| inside(it, swap, is_id)).collect())
            }
            Value::Object(body) => {
                // Minutes of a working day are `from` and `to` as well.
                let window = body.contains_key("weekday");
                let fields = body.into_iter().map(|(key, it)| {
                    let is_id = IDS.contains(&key.as_str()) && !window;
                    let it = inside(it, swap, is_id);
                    (key, it)
                });
                Value::Object(fields.collect())
            }
            other => other,
        }
    }
    inside(value, swap, false)
}

#[test]
fn late_cases_of_both_states_are_held_against_one_promise() {
    let document = sample("lead-to-customer");
    let (from, to) = both(&document);
    let promise = CommonPromise::of(&from, &to).unwrap();
    assert_eq!(promise.sla.name, "Signature to live");
    assert_eq!(promise.after, []);
    let [Command::AddSla { sla, .. }] = promise.before.as_slice() else { panic!("{promise:?}") };
    let way = sla.end_to_end.unwrap();
    let named = |id: StepId| document.step(id).map(|it| (it.state, it.code.clone())).unwrap();
    assert_eq!(named(way.from), (from.state, "A11".to_owned()));
    assert_eq!(named(way.to), (from.state, "A18".to_owned()));
    // The other way round it is the first state that promises.
    let back = CommonPromise::of(&to, &from).unwrap();
    assert_eq!((back.before, back.after.len()), (vec![], 1));
    let falls = compared(&document).waterfalls;
    let expected = falls.iter().find(|it| it.of == MeasureOf::ExpectedLeadTime).unwrap();
    let fall = late_cases(expected, 90.0, 4.0).unwrap();
    let sum: f64 = fall.parts.iter().map(|it| it.by).sum();
    assert!((sum - (4.0 - 90.0)).abs() < 1e-6, "{sum}");
}
