//! Combine (domain.md 6.3, rule 1; 7.2: "merge or co-locate"): work moves into the lane beside it, so
//! that a handoff goes.

use super::ground::{Beside, into_row};
use super::making::Making;
use super::shown::{FoundPattern, PatternAt};
use super::site::Site;
use crate::graph::Way;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

/// More steps than this are a team's whole work, and no step that another one could take on.
const LONGEST: usize = 3;

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let mut all = Vec::new();
    for first in site.graph.net.node_indices() {
        let mut lanes = BTreeSet::new();
        let mut at = Some(first);
        for _ in 0..LONGEST {
            let Some(node) = at else { break };
            let before = site.graph.inward(node).map(|it| it.source());
            let behind = site.graph.onward(node).map(|it| it.target());
            lanes.extend(before.chain(behind).map(|it| site.graph.step(it).lane));
            at = next(site, node);
        }
        let place = Target::Step(site.graph.step(first).id);
        let lanes = lanes.into_iter().filter(|lane| run(site, first, *lane).is_some());
        all.extend(lanes.map(|lane| PatternAt {
            pattern: Pattern::Combine,
            place,
            lane: Some(lane),
        }));
    }
    all
}

/// The steps move, and stay what they are. A wait that is there because the work passes to other
/// people goes with the handoff; what is waited for otherwise, an approval or an appointment, is
/// waited for still (Baton's decision; the classes are those of domain.md 2.6).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let (Target::Step(first), Some(lane)) = (making.place(), making.lane()) else { return None };
    let first = site.graph.step(site.node(first)?);
    let run = run(site, site.node(first.id)?, lane)?;
    let steps: Vec<&Step> = run.iter().map(|it| site.graph.step(*it)).collect();
    let crossings = Crossings::of(site, &run, lane);
    let beside = beside(site, &crossings.gone, lane)?;
    making.does(into_row(site, &steps, lane, beside));
    let ids = steps.iter().map(|it| it.id);
    let mut about: Vec<Target> = ids.map(Target::Step).collect();
    let mut minutes = 0;
    for edge in crossings.gone {
        let connector = site.graph.connector(edge);
        let handoff = site.document().handoff_record(connector.id);
        about.push(handoff.map_or(Target::Connector(connector.id), |it| Target::Handoff(it.id)));
        let wait = connector.wait.as_ref().map(|it| it.usual).filter(|it| it.0 > 0);
        if let Some(wait) = wait.filter(|_| passes_with_team(connector.cause)) {
            let left = making.wait(connector.id, Some(wait), Minutes(0));
            making.wait_of(connector, left, connector.cause);
            minutes += i64::from(wait.0);
        }
    }
    making.done(about, minutes, first.name.clone())
}

/// Behind the step in a lane that handed on to them, else before the one that they handed on to.
fn beside<'a>(site: &Site<'a>, gone: &[EdgeIndex], lane: LaneId) -> Option<Beside<'a>> {
    let ends = || gone.iter().filter_map(|edge| site.graph.net.edge_endpoints(*edge));
    let there = |node| Some(site.graph.step(node)).filter(|it| it.lane == lane);
    let giver = ends().find_map(|(from, _)| there(from)).map(Beside::Behind);
    giver.or_else(|| ends().find_map(|(_, to)| there(to)).map(Beside::Before))
}

/// Whether a wait is there because other people take the work on.
fn passes_with_team(cause: Option<DelayCause>) -> bool {
    use DelayCause::*;
    cause.is_none_or(|it| {
        matches!(
            it,
            Queue
                | Priority
                | OffShift
                | Batch
                | Information
                | PingPong
                | Unassigned
                | Unnoticed
                | Transport
        )
    })
}

/// The fewest steps from one on that can move into a lane with a handoff less.
fn run(site: &Site, first: NodeIndex, lane: LaneId) -> Option<Vec<NodeIndex>> {
    let team = site.document().team(site.document().lane(lane)?.team)?;
    if team.external || site.document().lane(lane)?.state != site.graph.state {
        return None;
    }
    let can_move = |node: NodeIndex| {
        let step = site.graph.step(node);
        let work = matches!(step.shape, StepKind::Step | StepKind::Decision);
        work && !step.pinned && !site.is_external(node) && step.lane != lane
    };
    let mut run = Vec::new();
    let mut at = Some(first);
    while let Some(node) = at.filter(|it| run.len() < LONGEST && can_move(*it)) {
        run.push(node);
        if Crossings::of(site, &run, lane).are_fewer() {
            return Some(run);
        }
        at = next(site, node).filter(|it| !run.contains(it));
    }
    None
}

/// The step that alone follows one, in the same lane.
fn next(site: &Site, node: NodeIndex) -> Option<NodeIndex> {
    let link = site.only_way_on(node)?;
    let same = site.graph.step(link.target()).lane == site.graph.step(node).lane;
    (same && link.weight().way == Way::Forward).then(|| link.target())
}

/// What crosses lanes at some steps, and would not when they were in another lane, or the other way
/// round.
struct Crossings {
    /// Handoffs that go.
    gone: Vec<EdgeIndex>,
    new: usize,
    returns_gone: usize,
    returns_new: usize,
}

impl Crossings {
    fn of(site: &Site, run: &[NodeIndex], lane: LaneId) -> Crossings {
        let mut it = Crossings { gone: Vec::new(), new: 0, returns_gone: 0, returns_new: 0 };
        let edges = run.iter().flat_map(|node| {
            let all = site.graph.entering(*node).chain(site.graph.leaving(*node));
            all.map(|link| link.id())
        });
        let edges: BTreeSet<EdgeIndex> = edges.collect();
        for edge in edges {
            let Some((from, to)) = site.graph.net.edge_endpoints(edge) else { continue };
            let lane_of = |node: NodeIndex| {
                if run.contains(&node) { lane } else { site.graph.step(node).lane }
            };
            let (before, after) = (site.graph.net[edge].crosses, lane_of(from) != lane_of(to));
            match (before, after, site.way(edge) == Way::Rework) {
                (true, false, false) => it.gone.push(edge),
                (false, true, false) => it.new += 1,
                (true, false, true) => it.returns_gone += 1,
                (false, true, true) => it.returns_new += 1,
                _ => {}
            }
        }
        it
    }

    /// A handoff goes and none comes, returns counted in.
    fn are_fewer(&self) -> bool {
        !self.gone.is_empty()
            && self.new == 0
            && self.returns_new < self.gone.len() + self.returns_gone
    }
}
