//! What is to be laid out, by numbers: steps with their sizes, and connectors that lead on or go
//! back. The ones that lead on never close a circle.

use super::table::{Lists, Table};
use crate::measure::*;
use model::{ConnectorKind, Document, LaneId, Place, StateId, Step, StepId, StepKind};
use std::collections::{BTreeMap, BTreeSet};

/// A step to be placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub id: StepId,
    pub lane_id: LaneId,
    /// Its lane, counted from the top.
    pub lane: usize,
    /// The order of its stage.
    pub stage: Option<u16>,
    /// What it reaches above and below its centre, a name under it included.
    pub above: f32,
    pub below: f32,
    /// Half its width.
    pub half: f32,
    /// Where it is now.
    pub place: Place,
    /// Whether it stays there.
    pub fixed: bool,
}

/// A connector between two of the steps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub from: usize,
    pub to: usize,
    /// Whether a wait or a label is written on it.
    pub said: bool,
}

/// Steps and connectors by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    pub nodes: Vec<Node>,
    /// Those that lead on.
    pub edges: Vec<Edge>,
    /// Those that go back.
    pub back: Vec<Edge>,
    /// Numbers of the ways on, by step.
    pub out: Lists<usize>,
    /// Numbers of the ways in, by step.
    pub into: Lists<usize>,
    /// Steps so that each comes after those that lead to it.
    pub order: Vec<usize>,
    /// How high each lane was asked to be, topmost first; 0 where nobody asked.
    pub lanes: Vec<f32>,
}

impl Graph {
    /// The steps of a state that `moves` names with their connectors, and the steps at the other ends
    /// of those, which stay.
    pub(super) fn of(document: &Document, state: StateId, moves: &dyn Fn(&Step) -> bool) -> Graph {
        let lanes = document.lanes_of(state);
        let rows: BTreeMap<LaneId, usize> =
            lanes.iter().enumerate().map(|(row, lane)| (lane.id, row)).collect();
        let mut graph = Graph {
            lanes: lanes.iter().map(|lane| f32::from(lane.height)).collect(),
            ..Graph::default()
        };
        let mut numbers: BTreeMap<StepId, usize> = BTreeMap::new();
        let joined: BTreeSet<StepId> = document
            .connectors_of(state)
            .map(|it| [it.from, it.to])
            .filter(|ends| ends.iter().any(|id| document.step(*id).is_some_and(moves)))
            .flatten()
            .collect();
        for step in document.steps_of(state) {
            let moves = moves(step);
            let Some(row) = rows.get(&step.lane).filter(|_| moves || joined.contains(&step.id))
            else {
                continue;
            };
            numbers.insert(step.id, graph.nodes.len());
            let node = node(document, step, *row);
            graph.nodes.push(Node { fixed: node.fixed || !moves, ..node });
        }
        let mut leading = Vec::new();
        for connector in document.connectors_of(state) {
            let within = |id: StepId| document.step(id).is_some_and(moves);
            if !within(connector.from) && !within(connector.to) {
                continue;
            }
            let (Some(from), Some(to)) = (numbers.get(&connector.from), numbers.get(&connector.to))
            else {
                continue;
            };
            let said = connector.wait.is_some() || !connector.label.is_empty();
            let edge = Edge { from: *from, to: *to, said };
            if connector.flow == ConnectorKind::Rework || graph.leads_to_earlier_stage(edge) {
                graph.back.push(edge);
            } else {
                leading.push(edge);
            }
        }
        let closing = graph.closing(&leading);
        graph.led(&leading, &closing)
    }

    /// With these connectors going back, and the others leading on.
    fn led(mut self, leading: &[Edge], back: &BTreeSet<usize>) -> Graph {
        self.out = Lists::of(self.len());
        self.into = Lists::of(self.len());
        for (number, edge) in leading.iter().enumerate() {
            if back.contains(&number) {
                self.back.push(*edge);
                continue;
            }
            self.out.push(edge.from, self.edges.len());
            self.into.push(edge.to, self.edges.len());
            self.edges.push(*edge);
        }
        self.order = self.in_order();
        self
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn lane(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.lane)
    }

    pub(super) fn stays(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.fixed)
    }

    pub(super) fn edge(&self, number: usize) -> Edge {
        self.edges.get(number).copied().unwrap_or(Edge { from: 0, to: 0, said: false })
    }

    /// The steps that lead to this one.
    pub(super) fn before(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.into.at(node).iter().map(|edge| self.edge(*edge).from)
    }

    /// The steps this one leads to.
    pub(super) fn after(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.out.at(node).iter().map(|edge| self.edge(*edge).to)
    }

    fn leads_to_earlier_stage(&self, edge: Edge) -> bool {
        let stage = |at: usize| self.nodes.get(at).and_then(|node| node.stage);
        matches!((stage(edge.from), stage(edge.to)), (Some(from), Some(to)) if to < from)
    }

    /// Depth first, from steps that nothing leads to: a connector to a step that is still open
    /// closes a circle and counts as going back.
    fn closing(&self, leading: &[Edge]) -> BTreeSet<usize> {
        let count = self.len();
        let mut ways: Lists<usize> = Lists::of(count);
        let mut led_to = Table::of(count, 0_usize);
        for (number, edge) in leading.iter().enumerate() {
            ways.push(edge.from, number);
            led_to.put(edge.to, led_to.at(edge.to) + 1);
        }
        let mut starts: Vec<usize> = (0..count).collect();
        starts.sort_by_key(|node| (led_to.at(*node), *node));
        let mut closing = BTreeSet::new();
        // 0 is not seen yet, 1 is open, 2 is done.
        let mut seen = Table::of(count, 0_u8);
        for start in starts {
            if seen.at(start) > 0 {
                continue;
            }
            seen.put(start, 1);
            let mut stack = vec![(start, 0)];
            while let Some((node, next)) = stack.last_mut() {
                let (at, way) = (*node, ways.at(*node).get(*next).copied());
                *next += 1;
                let Some(way) = way else {
                    seen.put(at, 2);
                    stack.pop();
                    continue;
                };
                let to = leading.get(way).map_or(0, |edge| edge.to);
                match seen.at(to) {
                    0 => {
                        seen.put(to, 1);
                        stack.push((to, 0));
                    }
                    1 => drop(closing.insert(way)),
                    _ => {}
                }
            }
        }
        closing
    }

    fn in_order(&self) -> Vec<usize> {
        let mut waiting = Table::of(self.len(), 0_usize);
        for edge in &self.edges {
            waiting.put(edge.to, waiting.at(edge.to) + 1);
        }
        let mut ready: BTreeSet<usize> =
            (0..self.len()).filter(|node| waiting.at(*node) == 0).collect();
        let mut order = Vec::with_capacity(self.len());
        while let Some(node) = ready.pop_first() {
            order.push(node);
            for next in self.after(node) {
                waiting.put(next, waiting.at(next).saturating_sub(1));
                if waiting.at(next) == 0 {
                    ready.insert(next);
                }
            }
        }
        order
    }
}

fn node(document: &Document, step: &Step, lane: usize) -> Node {
    let (half, above, below) = size(step);
    Node {
        id: step.id,
        lane_id: step.lane,
        lane,
        stage: step.stage.and_then(|id| document.stage(id)).map(|stage| stage.order),
        above,
        below,
        half,
        place: step.place,
        fixed: step.pinned,
    }
}

/// Half the width of a step, and what it needs above and below its centre. Without the fonts: the
/// lines of a name are guessed, rather too many than too few.
pub(super) fn size(step: &Step) -> (f32, f32, f32) {
    match step.shape {
        StepKind::Step => {
            let room = ((STEP_WIDTH - 2.0 * STEP_PAD) / 7.4) as usize;
            let lines = lines(&step.name, room).min(NAME_LINES);
            let half = (STEP_HEIGHT + lines.saturating_sub(2) as f32 * NAME_LEADING) / 2.0;
            (STEP_WIDTH / 2.0, half, half)
        }
        StepKind::Decision => (DECISION.0 / 2.0, DECISION.1 / 2.0, DECISION.1 / 2.0),
        StepKind::Start | StepKind::End => {
            let under = lines(&step.name, 18).min(2) as f32 * SMALL_LEADING + 6.0;
            let half = (step.name.chars().count() as f32 * 3.2).clamp(EVENT_RADIUS, 56.0);
            (half, EVENT_RADIUS, EVENT_RADIUS + under)
        }
    }
}

/// How many lines of at most so many characters a name takes.
fn lines(name: &str, room: usize) -> usize {
    let (mut lines, mut left) = (1, room);
    for word in name.split_whitespace() {
        let length = word.chars().count();
        if length > left && left < room {
            lines += 1;
            left = room;
        }
        lines += length.saturating_sub(1) / room.max(1);
        left = left.saturating_sub(length + 1);
    }
    lines
}
