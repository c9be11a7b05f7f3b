//! A map that fits no office printer: sixty-four steps of nine teams, with ways back; and stages drawn
//! over a map.

use super::desk::{Desk, wait};
use super::sample::{Sample, drawn, no_figures};
use model::*;
use scene::Composer;

/// Sixty-four steps, handed on every third time, with a way back from every tenth.
pub fn large() -> Sample {
    let teams = [
        "Marketing",
        "Sales",
        "Solutions",
        "Legal",
        "Finance",
        "Delivery",
        "Support",
        "Partners",
        "Customer",
    ];
    let mut desk = Desk::new("Order to live customer", "Northwind Traders", &teams);
    let mut steps: Vec<StepId> = Vec::new();
    for at in 0..64 {
        let kind = match at {
            0 => StepKind::Start,
            63 => StepKind::End,
            _ => StepKind::Step,
        };
        let name = format!("Work on item number {at} until it is ready");
        let lane = (at / 3 * 4) % teams.len();
        let step = desk.step(lane, kind, &name, 30, 80);
        if let Some(before) = steps.last() {
            desk.connect(*before, step, wait(240, DelayCause::Queue));
        }
        if at % 10 == 9 {
            let back = steps[steps.len() - 6];
            desk.connect(step, back, |it| it.flow = ConnectorKind::Rework);
        }
        steps.push(step);
    }
    let state = desk.state;
    drawn(desk.document, state, no_figures(state))
}

/// The same map with so many stages of about the same width; behind the last lie some steps.
pub fn staged(sample: Sample, stages: u16) -> Sample {
    let Sample { document, state, ladder, figures, .. } = sample;
    let right = document.steps_of(state).map(|it| it.place.x).max().unwrap_or_default();
    let mut records = document.records();
    let first = document.used_up().0;
    for order in 0..stages {
        let stage = Stage {
            id: StageId(first + u64::from(order)),
            state,
            name: format!("Stage {}", order + 1),
            order,
            until: Some(right / i32::from(stages) * i32::from(order + 1) - 60),
            ..Stage::default()
        };
        records.push(stage.into());
    }
    let document = Document::from_records(records).unwrap();
    let scene = Composer::new().compose(&document, state, &figures);
    Sample { document, state, scene, ladder, figures }
}
