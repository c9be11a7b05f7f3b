//! Small engagements to print, each with its scene, ladder and figures.

use super::desk::{Desk, figures, wait};
pub use super::northwind::northwind;
use crate::{Settings, Source};
use analysis::Figures;
use model::*;
use scene::{Composer, Ladder, Scene};
use std::collections::BTreeMap;

/// A document with its scene, ladder and figures.
pub struct Sample {
    pub document: Document,
    pub state: StateId,
    pub scene: Scene,
    pub ladder: Ladder,
    pub figures: Figures,
}

impl Sample {
    pub fn source(&self) -> Source<'_> {
        Source {
            document: &self.document,
            state: self.state,
            scene: &self.scene,
            ladder: &self.ladder,
            figures: &self.figures,
        }
    }
}

pub fn settings() -> Settings {
    use PageKind::*;
    // What stands on its own, in an order of ours; a test of its own has all pages.
    let pages =
        vec![Cover, CurrentMap, Figures, Register, PainPoints, Targets, Cards, Returns, LeftOpen];
    let choice = PackChoice { version: "1.2".into(), pages, ..PackChoice::default() };
    Settings {
        date: "22 November 2026".into(),
        day: "2026-11-22".into(),
        choice,
        history: Vec::new(),
    }
}

/// Draws a document whose figures are known.
pub fn drawn(mut document: Document, state: StateId, figures: Figures) -> Sample {
    let moves = scene::layout::place(&document, state);
    if !moves.is_empty()
        && let Ok(planned) = plan(&document, &Command::TidyUp { moves, stages: Vec::new() })
    {
        document = planned.document;
    }
    let mut composer = Composer::new();
    let scene = composer.compose(&document, state, &figures);
    let width = crate::pages::ladder_width(&scene);
    let ladder = composer.ladder(&document, &figures, width);
    Sample { document, state, scene, ladder, figures }
}

pub fn no_figures(state: StateId) -> Figures {
    Figures {
        state,
        clock: Clock::default(),
        steps: 0,
        decisions: 0,
        handoffs: 0,
        rework_loops: 0,
        return_handoffs: 0,
        timeline: None,
        readiness: BTreeMap::new(),
        readiness_score: None,
    }
}

pub fn empty() -> Sample {
    let words = Blank {
        title: String::new(),
        process: String::new(),
        state: String::new(),
        teams: vec!["Team 1".into(), "Team 2".into()],
        calendar: "Working week".into(),
    };
    let document = blank(&words).unwrap();
    let state = document.states().next().unwrap().id;
    drawn(document, state, no_figures(state))
}

/// Two teams and so many handoffs between them, every text this long.
pub fn many(handoffs: usize, text: &str) -> Sample {
    let mut desk = Desk::new(text, text, &["Giving", "Taking"]);
    let (from, to) =
        (desk.step(0, StepKind::Step, text, 10, 90), desk.step(1, StepKind::Step, text, 10, 90));
    let mut records = desk.document.records();
    let first = desk.fresh();
    for index in 0..handoffs as u64 {
        let id = ConnectorId(first + 2 * index);
        records.push(
            Connector {
                id,
                state: desk.state,
                from,
                to,
                flow: if handoffs > 1 { ConnectorKind::And } else { ConnectorKind::Seq },
                wait: Some(Estimate::of(Minutes(480))),
                cause_note: text.into(),
                channel: text.into(),
                ..Connector::default()
            }
            .into(),
        );
        records.push(
            Handoff {
                id: HandoffId(first + 2 * index + 1),
                connector: id,
                number: index as u32 + 1,
                passes: text.into(),
                trigger: text.into(),
                escalation: text.into(),
                return_route: text.into(),
                ..Handoff::default()
            }
            .into(),
        );
    }
    desk.document = Document::from_records(records).unwrap();
    let figures = figures(&desk, &[(from, None), (to, None)]);
    let state = desk.state;
    // Sixty connectors between the same two steps are drawn as one would be.
    let drawn_as = drawn(blank_pair(text), StateId(4), no_figures(StateId(4)));
    Sample {
        document: desk.document,
        state,
        scene: drawn_as.scene,
        ladder: drawn_as.ladder,
        figures,
    }
}

fn blank_pair(text: &str) -> Document {
    let mut desk = Desk::new(text, text, &["Giving", "Taking"]);
    let (from, to) =
        (desk.step(0, StepKind::Step, text, 10, 90), desk.step(1, StepKind::Step, text, 10, 90));
    desk.connect(from, to, wait(480, DelayCause::Queue));
    desk.document
}
