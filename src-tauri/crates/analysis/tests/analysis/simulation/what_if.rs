//! What the room could change, and what that would give.

use super::maps::{alone, settings};
use crate::sample::{Sample, in_order, sample, sketch};
use analysis::simulation::*;
use model::*;

fn runs_of(document: &Document, state: StateId, runs: u32) -> Played {
    let simulation = Simulation::of(document, state, settings()).expect("it can be played");
    let mut played = Played::of(&simulation);
    (0..runs).for_each(|number| played.add(&simulation.run(number).expect("an end")));
    played
}

fn tried(it: &Sample, change: &Improvement, runs: u32) -> Effect {
    let mut document = it.document.clone();
    for command in &change.commands {
        document = plan(&document, command).expect("a fair command").document;
    }
    let before = runs_of(&it.document, it.state, runs);
    effect(&before, &runs_of(&document, it.state, runs))
}

fn kinds(all: &[Improvement]) -> [usize; 5] {
    let mut counts = [0; 5];
    for change in all {
        counts[match change.what {
            ImprovementKind::AgreeInformation { .. } => 0,
            ImprovementKind::HalveWait { .. } => 1,
            ImprovementKind::RaiseQuality { .. } => 2,
            ImprovementKind::AddPerson { .. } => 3,
            ImprovementKind::RemoveApproval { .. } => 4,
        }] += 1;
    }
    counts
}

#[test]
fn every_kind_of_change_is_found_and_can_be_made() {
    let it = sample("lead-to-customer.current", in_order);
    let all = improvements(&it.document, it.state);
    assert!(kinds(&all).iter().all(|count| *count > 0), "{:?}", kinds(&all));
    for change in &all {
        let mut document = it.document.clone();
        for command in &change.commands {
            document = plan(&document, command).expect("a fair command").document;
        }
        assert_ne!(document, it.document);
    }
}

#[test]
fn half_a_wait_saves_half_of_it_each_time() {
    let it = alone(sample("lead-to-customer.current", in_order));
    let wait: ConnectorId = it.id(Kind::Connector, "c07");
    let all = improvements(&it.document, it.state);
    let is = |it: &&Improvement| matches!(it.what, ImprovementKind::HalveWait { connector, .. } if connector == wait);
    let effect = tried(&it, all.iter().find(is).expect("it waits"), 5);
    // It is passed once: 1,440 minutes become 720, in every case and whatever the seed.
    assert!((effect.lead_time.value - 720.0).abs() < 1e-6, "{effect:?}");
    assert!(effect.lead_time.plus_minus.expect("runs") < 1e-6);
}

#[test]
fn better_work_comes_back_less() {
    // 90 % and 25 % of rework: at 95 % half of the errors are left, so that 12.5 % come back.
    let it = sketch(
        "
        S1 X 10 90
        S2 Y 10
        S1 > S2 0
        S2 > S1 20 rework .25",
    );
    let all = improvements(&it.document, it.state);
    let is = |it: &&Improvement| {
        matches!(
            it.what,
            ImprovementKind::AgreeInformation { .. } | ImprovementKind::RaiseQuality { .. }
        )
    };
    let better: Vec<&Improvement> = all.iter().filter(is).collect();
    assert_eq!(better.len(), 1, "one change is told once: {all:?}");
    let effect = tried(&it, better[0], 20);
    let expected = |p: f64| 20.0 / (1.0 - p) + 20.0 * p / (1.0 - p);
    let truth = expected(0.25) - expected(0.125);
    let width = 1.79 * effect.lead_time.plus_minus.expect("runs");
    assert!((effect.lead_time.value - truth).abs() < width, "{effect:?}, not {truth}");
    assert!(effect.helps());
}

#[test]
fn what_certainly_helps_comes_first() {
    let figure = |value, plus_minus| Figure { value, plus_minus: Some(plus_minus) };
    let change = |team| Improvement {
        what: ImprovementKind::AddPerson { team: TeamId(team), people: 2 },
        commands: Vec::new(),
    };
    let effect = |lead_time, late| Effect { lead_time, late, runs: 30 };
    let mut all = vec![
        (change(1), effect(figure(500.0, 900.0), None)),
        (change(2), effect(figure(10.0, 2.0), None)),
        (change(3), effect(figure(0.0, 1.0), Some(figure(4.0, 1.0)))),
        (change(4), effect(figure(90.0, 2.0), None)),
    ];
    rank(&mut all);
    let order: Vec<u64> = all
        .iter()
        .map(|(it, _)| match it.what {
            ImprovementKind::AddPerson { team, .. } => team.0,
            _ => 0,
        })
        .collect();
    assert_eq!(order, [4, 2, 3, 1]);
}
