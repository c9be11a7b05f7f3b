//! Placing steps that nobody placed: lanes give one axis, the longest path the other. A step stands
//! under the one that hands over to it where the ground is free, else one column on; rework does
//! not count.

use crate::measure::{COLUMN, FIRST_COLUMN, LANE_HEIGHT};
use model::{Connector, ConnectorKind, Document, LaneId, Place, StateId, Step, StepId, StepMove};
use std::collections::{BTreeMap, BTreeSet};

/// Where every step of a state goes.
pub fn place(document: &Document, state: StateId) -> Vec<StepMove> {
    let lanes: BTreeMap<LaneId, i32> =
        (0..).zip(document.lanes_of(state)).map(|(row, lane)| (lane.id, row)).collect();
    let forward = forward(document, state);
    let mut grid = Grid::default();
    let mut columns: BTreeMap<StepId, i32> = BTreeMap::new();
    for step in in_order(document, state, &forward) {
        let Some(row) = lanes.get(&step.lane).copied() else { continue };
        let mut column = 0;
        let mut above = Vec::new();
        for connector in forward.iter().filter(|c| c.to == step.id) {
            let Some(giver) = document.step(connector.from) else { continue };
            let Some(at) = columns.get(&giver.id).copied() else { continue };
            let from = lanes.get(&giver.lane).copied().unwrap_or(row);
            column = column.max(if from == row { at + 1 } else { at });
            above.push((from, at));
        }
        while !grid.is_free(row, column, &above) {
            column += 1;
        }
        grid.take(row, column, &above);
        columns.insert(step.id, column);
    }
    let middle = (LANE_HEIGHT / 2.0) as i32;
    columns
        .into_iter()
        .filter_map(|(step, column)| {
            let lane = document.step(step)?.lane;
            let place = Place { x: FIRST_COLUMN + column * COLUMN, y: middle };
            Some(StepMove { step, lane, place })
        })
        .collect()
}

/// Cells with a step, and cells that a straight handoff passes.
#[derive(Default)]
struct Grid {
    steps: BTreeSet<(i32, i32)>,
    passed: BTreeSet<(i32, i32)>,
}

impl Grid {
    fn is_free(&self, row: i32, column: i32, givers: &[(i32, i32)]) -> bool {
        let here = (row, column);
        if self.steps.contains(&here) || self.passed.contains(&here) {
            return false;
        }
        givers
            .iter()
            .filter(|(_, at)| *at == column)
            .all(|(from, _)| between(*from, row).all(|lane| !self.steps.contains(&(lane, column))))
    }

    fn take(&mut self, row: i32, column: i32, givers: &[(i32, i32)]) {
        self.steps.insert((row, column));
        for (from, at) in givers {
            if *at == column {
                self.passed.extend(between(*from, row).map(|lane| (lane, column)));
            }
        }
    }
}

/// The rows strictly between two.
fn between(a: i32, b: i32) -> impl Iterator<Item = i32> {
    (a.min(b) + 1)..a.max(b)
}

/// The connectors that lead on, without those that would close a circle.
fn forward(document: &Document, state: StateId) -> Vec<&Connector> {
    let all: Vec<&Connector> = document
        .connectors_of(state)
        .filter(|connector| connector.flow != ConnectorKind::Rework)
        .collect();
    let mut ways_on: BTreeMap<StepId, Vec<&Connector>> = BTreeMap::new();
    for connector in &all {
        ways_on.entry(connector.from).or_default().push(connector);
    }
    let mut closing = BTreeSet::new();
    let mut done = BTreeSet::new();
    for step in document.steps_of(state) {
        walk(step.id, &ways_on, &mut done, &mut closing);
    }
    all.into_iter().filter(|connector| !closing.contains(&connector.id)).collect()
}

/// Depth first without recursion: a connector to a step that is still open closes a circle.
fn walk(
    start: StepId,
    ways_on: &BTreeMap<StepId, Vec<&Connector>>,
    done: &mut BTreeSet<StepId>,
    closing: &mut BTreeSet<model::ConnectorId>,
) {
    if !done.insert(start) {
        return;
    }
    let mut open = BTreeSet::from([start]);
    let mut stack = vec![(start, 0)];
    while let Some((step, next)) = stack.last_mut() {
        let way = ways_on.get(step).and_then(|ways| ways.get(*next));
        *next += 1;
        match way {
            None => {
                open.remove(step);
                stack.pop();
            }
            Some(connector) if open.contains(&connector.to) => {
                closing.insert(connector.id);
            }
            Some(connector) => {
                let to = connector.to;
                if done.insert(to) {
                    open.insert(to);
                    stack.push((to, 0));
                }
            }
        }
    }
}

/// Steps so that each comes after those that lead to it; those without order as they are drawn.
fn in_order<'a>(document: &'a Document, state: StateId, forward: &[&Connector]) -> Vec<&'a Step> {
    let mut waiting: BTreeMap<StepId, usize> =
        document.steps_of(state).map(|step| (step.id, 0)).collect();
    let mut leads: BTreeMap<StepId, Vec<StepId>> = BTreeMap::new();
    for connector in forward {
        *waiting.entry(connector.to).or_default() += 1;
        leads.entry(connector.from).or_default().push(connector.to);
    }
    let mut ready: BTreeSet<StepId> =
        waiting.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    let mut order = Vec::new();
    while let Some(id) = ready.pop_first() {
        order.extend(document.step(id));
        for next in leads.get(&id).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(next) {
                *count -= 1;
                if *count == 0 {
                    ready.insert(*next);
                }
            }
        }
    }
    order
}
