//! Parallel blocks (domain.md 2.4): where work parts into branches that all go on, where they meet
//! again, and which branch is expected to take longest. Inner blocks are settled before outer ones.

use super::dominance::Dominance;
use super::lead_time::expected_span;
use super::visits::Visits;
use crate::branch::alternatives;
use crate::graph::{Graph, Link, Way};
use crate::per::Per;
use model::{ConnectorId, ConnectorKind};
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

/// What the parallel blocks of a map come to.
pub(super) struct Blocks {
    /// Steps of branches that another branch outlasts.
    pub dropped_steps: Per<bool>,
    /// Connectors of such branches.
    pub dropped_connectors: Per<bool>,
    /// Whether a branch holds alternatives or rework, so that the longest is not always the same.
    pub chance_inside: bool,
    /// Connectors that keep the blocks from being blocks: branches that never meet, rework and
    /// other ways across their borders.
    pub unstructured: BTreeSet<ConnectorId>,
}

impl Blocks {
    pub(super) fn of(graph: &Graph, visits: &Visits, live: &Per<bool>) -> Blocks {
        let blocks = Blocks {
            dropped_steps: graph.per_node(false),
            dropped_connectors: graph.per_edge(false),
            chance_inside: false,
            unstructured: BTreeSet::new(),
        };
        let meets = Dominance::to_end(graph, live);
        let by_chance = by_chance(graph, visits);
        let mut finder = Finder { graph, visits, live, meets, by_chance, blocks };
        let forks = finder.forks();
        for (branches, join) in forks.into_iter().rev() {
            // One border that does not hold is enough for there to be no lead time.
            if finder.blocks.unstructured.is_empty() {
                finder.settle(branches, join);
            }
        }
        finder.blocks
    }
}

/// One way of a block: the connectors it begins with, several when they are alternatives.
type Branch = Vec<EdgeIndex>;

/// The steps of some branches before a step where they meet, and the connectors they begin with.
#[derive(Default)]
struct Region {
    entrances: Branch,
    steps: BTreeSet<NodeIndex>,
}

struct Finder<'g, 'a> {
    graph: &'g Graph<'a>,
    visits: &'g Visits,
    live: &'g Per<bool>,
    meets: Dominance,
    /// Connectors that are sometimes taken and sometimes not.
    by_chance: Per<bool>,
    blocks: Blocks,
}

fn by_chance(graph: &Graph, visits: &Visits) -> Per<bool> {
    let mut by_chance = graph.per_edge(false);
    for node in graph.net.node_indices() {
        for link in graph.leaving(node).filter(|link| link.weight().way != Way::Forward) {
            by_chance[link.id()] = visits.flows[link.id()] > 0.0;
        }
        for (edge, share) in alternatives(graph, node) {
            by_chance[edge] |= share > 0.0 && share < 1.0;
        }
    }
    by_chance
}

impl<'g, 'a> Finder<'g, 'a> {
    /// The branches of every block and the step where they meet, in order; those that never meet
    /// are blamed.
    fn forks(&mut self) -> Vec<(Vec<Branch>, NodeIndex)> {
        let mut forks = Vec::new();
        for fork in self.graph.order.iter().copied().filter(|node| self.live[*node]) {
            let branches = self.branches(fork);
            let entrances: Branch = branches.iter().flatten().copied().collect();
            match self.meeting(&entrances) {
                _ if branches.len() < 2 => {}
                Some(join) => forks.push((branches, join)),
                None => self.blame(&entrances),
            }
        }
        forks
    }

    /// What goes on at once out of a step; its alternatives are one branch.
    fn branches(&self, fork: NodeIndex) -> Vec<Branch> {
        let live = self.live;
        let onward = self.graph.onward(fork).filter(|link| live[link.target()]);
        let is_alternative = |link: &Link| link.weight().connector.flow == ConnectorKind::Xor;
        let (alternatives, others): (Vec<_>, Vec<_>) = onward.partition(is_alternative);
        let mut branches: Vec<Branch> = others.iter().map(|link| vec![link.id()]).collect();
        if !alternatives.is_empty() {
            branches.push(alternatives.iter().map(|link| link.id()).collect());
        }
        branches
    }

    /// The first step that all ways from these connectors pass.
    fn meeting(&self, entrances: &[EdgeIndex]) -> Option<NodeIndex> {
        let items = entrances.iter().map(|edge| self.meets.connector(*edge));
        self.meets.step(items.reduce(|a, b| self.meets.meet(a, b))?)
    }

    /// Keeps the branch that takes longest until the join and drops the others. Branches that meet
    /// before it are a block of their own.
    fn settle(&mut self, branches: Vec<Branch>, join: NodeIndex) {
        let mut kept: Option<(f64, Region)> = None;
        for together in self.sharing(branches, join) {
            let entrances: Branch = together.iter().flatten().copied().collect();
            if together.len() > 1 {
                match self.meeting(&entrances) {
                    Some(earlier) if earlier != join => self.settle(together, earlier),
                    _ => return self.blame(&entrances),
                }
            }
            let region = self.region(entrances, join);
            self.check_borders(&region, join);
            self.blocks.chance_inside |= self.has_chance(&region);
            let duration = self.duration(&region);
            match &kept {
                Some((longest, _)) if duration <= *longest => self.drop(&region),
                _ => {
                    if let Some((_, shorter)) = kept.replace((duration, region)) {
                        self.drop(&shorter);
                    }
                }
            }
        }
    }

    /// Branches, those together that share steps before the join.
    fn sharing(&self, branches: Vec<Branch>, join: NodeIndex) -> Vec<Vec<Branch>> {
        let mut groups: Vec<(BTreeSet<NodeIndex>, Vec<Branch>)> = Vec::new();
        for branch in branches {
            let region = self.region(branch.clone(), join);
            let (sharing, apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|(steps, _)| !steps.is_disjoint(&region.steps));
            groups = apart;
            let mut steps = region.steps;
            let mut together = Vec::new();
            for (other, branches) in sharing {
                steps.extend(other);
                together.extend(branches);
            }
            together.push(branch);
            groups.push((steps, together));
        }
        groups.into_iter().map(|(_, branches)| branches).collect()
    }

    fn region(&self, entrances: Branch, join: NodeIndex) -> Region {
        let target = |edge: &EdgeIndex| self.graph.net.edge_endpoints(*edge).map(|(_, to)| to);
        let mut waiting: Vec<NodeIndex> = entrances.iter().filter_map(target).collect();
        let mut steps = BTreeSet::new();
        while let Some(node) = waiting.pop() {
            if node != join && self.live[node] && steps.insert(node) {
                waiting.extend(self.graph.onward(node).map(|link| link.target()));
            }
        }
        Region { entrances, steps }
    }

    /// Blames what leads into a region beside its entrances, or out of it beside its join.
    fn check_borders(&mut self, region: &Region, join: NodeIndex) {
        let mut across = Vec::new();
        for node in region.steps.iter().copied() {
            for link in self.graph.entering(node).filter(|link| self.live[link.source()]) {
                if !region.holds(link.source()) && !region.entrances.contains(&link.id()) {
                    across.push(link.id());
                }
            }
            for link in self.graph.leaving(node).filter(|link| self.live[link.target()]) {
                let to_join = link.target() == join && link.weight().way == Way::Forward;
                if !region.holds(link.target()) && !to_join {
                    across.push(link.id());
                }
            }
        }
        self.blame(&across);
    }

    fn blame(&mut self, edges: &[EdgeIndex]) {
        let graph = self.graph;
        self.blocks.unstructured.extend(edges.iter().map(|edge| graph.connector(*edge).id));
    }

    /// The connectors of a region: its entrances, and all that leave its steps.
    fn connectors(&self, region: &Region) -> Vec<EdgeIndex> {
        let leaving = region.steps.iter().flat_map(|node| self.graph.leaving(*node));
        let leaving = leaving.filter(|link| self.live[link.target()]).map(|link| link.id());
        region.entrances.iter().copied().chain(leaving).collect()
    }

    /// Whether what happens in a region is not always the same.
    fn has_chance(&self, region: &Region) -> bool {
        self.connectors(region).into_iter().any(|edge| self.by_chance[edge])
    }

    /// What a region adds to the lead time, its own rework included.
    fn duration(&self, region: &Region) -> f64 {
        let graph = self.graph;
        let kept = region.steps.iter().filter(|node| !self.blocks.dropped_steps[**node]);
        let spans: f64 = kept.map(|node| expected_span(graph, self.visits, *node)).sum();
        let waits = self.connectors(region).into_iter();
        let waits = waits.filter(|edge| !self.blocks.dropped_connectors[*edge]);
        let wait = |edge| self.visits.flows[edge] * graph.connector(edge).wait_minutes() as f64;
        spans + waits.map(wait).sum::<f64>()
    }

    fn drop(&mut self, region: &Region) {
        for edge in self.connectors(region) {
            self.blocks.dropped_connectors[edge] = true;
        }
        region.steps.iter().for_each(|node| self.blocks.dropped_steps[*node] = true);
    }
}

impl Region {
    fn holds(&self, node: NodeIndex) -> bool {
        self.steps.contains(&node)
    }
}
