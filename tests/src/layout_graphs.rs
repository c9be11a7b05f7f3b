//! The graphs that layouts are measured on, as documents: steps of the sizes the app draws, in
//! lanes, with connectors that all lead on.

use crate::layout_score::{Line, Placed};
use model::*;
use scene::{Part, Scene};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One graph of the fixture.
#[derive(Clone, Debug, Deserialize)]
pub struct Graph {
    /// What it is called.
    pub name: String,
    /// Its steps.
    pub nodes: Vec<Node>,
    /// From one step to another, by id.
    pub edges: Vec<(String, String)>,
}

/// A step of a graph.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// Its width where it came from.
    pub w: f64,
    /// The lane it lies in.
    pub lane: String,
}

/// All graphs of the fixture.
pub fn graphs() -> Vec<Graph> {
    let text = include_str!("../fixtures/layout/graphs.json");
    serde_json::from_str(text).unwrap_or_default()
}

impl Graph {
    /// The lanes in the order in which steps name them.
    pub fn lanes(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let named = self.nodes.iter().map(|node| node.lane.as_str());
        named.filter(|lane| seen.insert(*lane)).collect()
    }

    /// The graph as a map. Small nodes are starts, ends and decisions; the steps have ids in the
    /// order of the nodes, the connectors in the order of the edges.
    pub fn document(&self) -> Document {
        let mut records: Vec<Record> = Vec::new();
        let process = Process { id: 2.into_id(), name: "Process".into(), ..Process::default() };
        let state =
            State { id: STATE, process: process.id, name: "Now".into(), ..State::default() };
        let engagement =
            Engagement { id: 1.into_id(), title: "Graph".into(), ..Engagement::default() };
        records.extend([engagement.into(), process.into(), state.into()]);
        let lanes: BTreeMap<&str, u64> = self.lanes().into_iter().zip(10..).collect();
        for (order, name) in (0..).zip(self.lanes()) {
            let at = lanes.get(name).copied().unwrap_or_default();
            let team = Team { id: (at + 500).into_id(), name: name.into(), ..Team::default() };
            let lane =
                Lane { id: at.into_id(), state: STATE, team: team.id, order, ..Lane::default() };
            records.extend([team.into(), lane.into()]);
        }
        let led_to: BTreeSet<&str> = self.edges.iter().map(|(_, to)| to.as_str()).collect();
        let leads: BTreeSet<&str> = self.edges.iter().map(|(from, _)| from.as_str()).collect();
        let mut ids = BTreeMap::new();
        for (id, node) in (FIRST_STEP..).zip(&self.nodes) {
            let shape = match node.w {
                w if w >= 80.0 => StepKind::Step,
                _ if !led_to.contains(node.id.as_str()) => StepKind::Start,
                _ if !leads.contains(node.id.as_str()) => StepKind::End,
                _ => StepKind::Decision,
            };
            let lane = lanes.get(node.lane.as_str()).copied().unwrap_or_default().into_id();
            let step = Step {
                id: id.into_id(),
                state: STATE,
                lane,
                shape,
                name: node.id.clone(),
                ..Step::default()
            };
            ids.insert(node.id.as_str(), (step.id, lane));
            records.push(step.into());
        }
        for (number, (from, to)) in (1..).zip(&self.edges) {
            let (Some(from), Some(to)) = (ids.get(from.as_str()), ids.get(to.as_str())) else {
                continue;
            };
            let id = u64::from(number) + FIRST_CONNECTOR;
            let connector = Connector {
                id: id.into_id(),
                state: STATE,
                from: from.0,
                to: to.0,
                ..Connector::default()
            };
            records.push(connector.into());
            if from.1 != to.1 {
                let handoff = Handoff {
                    id: (id + 50_000).into_id(),
                    connector: id.into_id(),
                    number,
                    ..Handoff::default()
                };
                records.push(handoff.into());
            }
        }
        Document::from_records(records).unwrap_or_default()
    }
}

/// The state of every graph's document.
pub const STATE: StateId = StateId(3);
const FIRST_STEP: u64 = 1_000;
const FIRST_CONNECTOR: u64 = 100_000;

trait IntoId {
    fn into_id<T: From<RecordId>>(self) -> T;
}

impl IntoId for u64 {
    fn into_id<T: From<RecordId>>(self) -> T {
        RecordId(self).into()
    }
}

/// The document with its steps where the layout puts them.
pub fn tidied(document: &Document, state: StateId) -> Document {
    let moves = scene::layout::place(document, state);
    plan(document, &Command::TidyUp { moves, stages: Vec::new() })
        .map_or_else(|_| document.clone(), |it| it.document)
}

/// The steps and lines of a scene as the score wants them. Boxes are those that are drawn, without
/// the names under starts and ends.
pub fn drawn(document: &Document, scene: &Scene) -> (Vec<Placed>, Vec<Line>) {
    let mut index = BTreeMap::new();
    let mut steps = Vec::new();
    for group in scene.groups.iter().filter(|it| it.key.part == Part::Step) {
        let Some(step) = document.step(group.key.id.into()) else { continue };
        let lane = document.lane(step.lane).map_or(0, |lane| usize::from(lane.order));
        let mut b = group.bounds;
        if matches!(step.shape, StepKind::Start | StepKind::End) {
            let side = 30.0;
            b = scene::Rect::new(b.x + b.w / 2.0 - side / 2.0, b.y, side, side);
        }
        index.insert(step.id, steps.len());
        let edges = [b.x, b.y, b.right(), b.bottom()].map(f64::from);
        steps.push(Placed { edges, lane });
    }
    let mut lines = Vec::new();
    for connector in document.connectors_of(scene.state) {
        let mut groups = scene.groups.iter();
        let group = groups.find(|it| it.key.id == connector.id.into() && !it.line.is_empty());
        let (Some(from), Some(to)) = (index.get(&connector.from), index.get(&connector.to)) else {
            continue;
        };
        let line = group.map(|it| it.line.clone()).unwrap_or_default();
        let points = line.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
        lines.push(Line { from: *from, to: *to, points });
    }
    (steps, lines)
}
