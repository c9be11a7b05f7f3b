//! Both states as one network: each step once, with what it takes and where it leads on either
//! side. What only one side has is never reached on the other and is otherwise the same there, so
//! that leaving a step out saves its own time and nothing else.

use super::kin::{Family, Kin};
use super::subject::{Subject, Subjects};
use crate::expected::Chain;
use crate::graph::Graph;
use crate::per::Per;
use model::{Connector, RecordId};
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::BTreeMap;

/// Rounds of substitution after which it is said that there is no answer.
const MOST_ROUNDS: usize = 20_000;

/// A way from one step to another, on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Going {
    /// The step it leads to.
    pub to: usize,
    /// How often it is taken each time its step is done.
    pub fires: f64,
    /// How much of that arrives where branches meet.
    pub arrives: f64,
    /// Minutes.
    pub wait: f64,
}

/// A way on both sides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub before: Going,
    pub after: Going,
    pub subject: Option<Subject>,
    /// Only one side has it.
    alone: bool,
    /// A person said otherwise how often it is taken.
    said_otherwise: bool,
}

/// A step on both sides, before and after.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub visits: (f64, f64),
    pub spans: (f64, f64),
    pub subject: Option<Subject>,
    /// On both sides, and one step on each.
    kept: bool,
    /// Where it stands in the flow.
    order: usize,
}

/// The steps of both states. The first is where items come from.
pub(super) struct Union {
    count: usize,
    pub visited: Per<Place>,
    pub ways: Per<Vec<Way>>,
}

/// One of the two states.
struct Half<'g, 'a> {
    graph: &'g Graph<'a>,
    chain: Chain,
    nodes: BTreeMap<RecordId, NodeIndex>,
    edges: BTreeMap<RecordId, EdgeIndex>,
    /// Where its steps are in the union.
    at: Per<usize>,
    order: Per<usize>,
}

impl<'g, 'a> Half<'g, 'a> {
    fn of(graph: &'g Graph<'a>) -> Option<Half<'g, 'a>> {
        let chain = Chain::of(graph)?;
        let mut order = graph.per_node(0);
        for (at, node) in graph.order.iter().enumerate() {
            order[*node] = at + 1;
        }
        let nodes = graph.net.node_indices().map(|it| (graph.step(it).id.into(), it)).collect();
        let edges =
            graph.net.edge_indices().map(|it| (graph.connector(it).id.into(), it)).collect();
        Some(Half { graph, chain, nodes, edges, at: graph.per_node(0), order })
    }

    /// Visits, span and order of one of its steps, which is from now on at this place.
    fn place(&mut self, id: Option<RecordId>, at: usize) -> Option<(f64, f64, usize)> {
        let node = *self.nodes.get(&id?)?;
        self.at[node] = at;
        Some((self.chain.visits.steps[node], self.chain.spans[node], self.order[node]))
    }

    /// Where one of its connectors begins, how it goes, and the connector.
    fn way(&self, id: RecordId) -> Option<(usize, Going, &'a Connector)> {
        let edge = *self.edges.get(&id)?;
        let (from, to) = self.graph.net.edge_endpoints(edge)?;
        let going = Going {
            to: self.at[to],
            fires: self.chain.visits.fires[edge],
            arrives: self.chain.visits.meets[edge],
            wait: self.chain.waits[edge],
        };
        Some((self.at[from], going, self.graph.connector(edge)))
    }
}

impl Union {
    /// None where one of the states has no expected lead time.
    pub(super) fn of(
        kin: &Kin,
        subjects: &Subjects,
        before: &Graph,
        after: &Graph,
    ) -> Option<Union> {
        let (mut before, mut after) = (Half::of(before)?, Half::of(after)?);
        let most = 1 + kin.steps.iter().map(|it| it.before.len() + it.after.len()).sum::<usize>();
        let mut union = Union {
            count: 1,
            visited: Per::all(most, Place::default()),
            ways: Per::all(most, Vec::new()),
        };
        union.visited[0_usize] = Place { visits: (1.0, 1.0), kept: true, ..Place::default() };
        for family in &kin.steps {
            let pairs: Vec<(Option<RecordId>, Option<RecordId>)> = match family.pair() {
                Some((a, b)) => vec![(Some(a), Some(b))],
                None => {
                    let old = family.before.iter().map(|id| (Some(*id), None));
                    let new = family.after.iter().map(|id| (None, Some(*id)));
                    old.chain(new).collect()
                }
            };
            for (a, b) in pairs {
                let at = union.count;
                union.count += 1;
                let (old, new) = (before.place(a, at), after.place(b, at));
                let (was, is) = (old.or(new), new.or(old));
                let (Some(was), Some(is)) = (was, is) else { continue };
                union.visited[at] = Place {
                    visits: (old.map_or(0.0, |it| it.0), new.map_or(0.0, |it| it.0)),
                    spans: (was.1, is.1),
                    subject: a.or(b).and_then(|id| subjects.get(id)),
                    kept: old.is_some() && new.is_some(),
                    order: was.2.max(is.2),
                };
            }
        }
        let once = |half: &Half| Going {
            to: half.at[half.chain.start],
            fires: 1.0,
            arrives: 1.0,
            wait: 0.0,
        };
        union.lead(
            0,
            Way {
                before: once(&before),
                after: once(&after),
                subject: None,
                alone: false,
                said_otherwise: false,
            },
        );
        for (number, family) in kin.connectors.iter().enumerate() {
            union.connect(family, Some(Subject::Connectors(number)), &before, &after);
        }
        Some(union)
    }

    fn connect(&mut self, family: &Family, subject: Option<Subject>, before: &Half, after: &Half) {
        if let Some((a, b)) = family.pair()
            && let (Some((from, old, one)), Some((also, new, two))) = (before.way(a), after.way(b))
            && from == also
        {
            let said_otherwise = one.probability != two.probability || one.flow != two.flow;
            let way = Way { before: old, after: new, subject, alone: false, said_otherwise };
            self.lead(from, way);
            return;
        }
        let never = |going: Going| Going { fires: 0.0, ..going };
        let alone =
            |before, after| Way { before, after, subject, alone: true, said_otherwise: false };
        for (from, it, _) in family.before.iter().filter_map(|id| before.way(*id)) {
            // A step that the other side does not have leads there where it leads here.
            let there = if self.visited[from].kept { never(it) } else { it };
            self.lead(from, alone(it, there));
        }
        for (from, it, _) in family.after.iter().filter_map(|id| after.way(*id)) {
            let there = if self.visited[from].kept { never(it) } else { it };
            self.lead(from, alone(there, it));
        }
    }

    fn lead(&mut self, from: usize, way: Way) {
        self.ways[from].push(way);
    }

    pub(super) fn places(&self) -> std::ops::Range<usize> {
        0..self.count
    }

    /// Minutes still to come from each step on, on one side, with the means of what both sides
    /// take; by substitution until nothing moves, which it does while items leave. None when that
    /// takes for ever.
    pub(super) fn later(&self, side: impl Fn(&Way) -> Going) -> Option<Per<f64>> {
        let weight = |at: usize| {
            let (was, is) = self.visited[at].spans;
            let waits = |way: &Way| {
                (way.before.fires * way.before.wait + way.after.fires * way.after.wait) / 2.0
            };
            (was + is) / 2.0 + self.ways[at].iter().map(waits).sum::<f64>()
        };
        let mut weights = Per::all(self.count, 0.0);
        self.places().for_each(|at| weights[at] = weight(at));
        let mut order: Vec<usize> = self.places().collect();
        order.sort_by_key(|at| std::cmp::Reverse((self.visited[*at].order, *at)));
        let mut later = Per::all(self.count, 0.0);
        for _ in 0..MOST_ROUNDS {
            let mut moved = 0.0_f64;
            for at in order.iter().copied() {
                let ways = self.ways[at].iter().map(|way| {
                    let going = side(way);
                    going.fires * going.arrives * later[going.to]
                });
                let now: f64 = weights[at] + ways.sum::<f64>();
                moved = moved.max((now - later[at]).abs() / now.abs().max(1.0));
                later[at] = now;
            }
            if moved < 1e-14 {
                return Some(later);
            }
            if !moved.is_finite() {
                return None;
            }
        }
        None
    }

    /// Who accounts for a step that leads on otherwise, and for how much of it: the steps that are
    /// new or gone where it led, else the ways that somebody changed, else the step.
    pub(super) fn causes(&self, at: usize) -> Vec<(Option<Subject>, f64)> {
        let ways = || self.ways[at].iter();
        let moved = |way: &Way| (way.after.fires - way.before.fires).abs();
        let gone = ways().filter(|way| way.alone && !self.visited[way.after.to].kept);
        let gone = gone.map(|way| (self.visited[way.after.to].subject, moved(way)));
        let changed = ways().filter(|way| way.alone || way.said_otherwise);
        let changed = changed.map(|way| (way.subject, moved(way)));
        shared(gone.collect())
            .or_else(|| shared(changed.collect()))
            .unwrap_or_else(|| vec![(self.visited[at].subject, 1.0)])
    }

    /// Who accounts for a way that leads to another step than before: the step that is new or gone,
    /// else the way.
    pub(super) fn leads_elsewhere(&self, way: &Way) -> Option<Subject> {
        let ends = [way.before.to, way.after.to].map(|to| self.visited[to]);
        let other = ends.iter().filter(|it| !it.kept).filter_map(|it| it.subject).min();
        other.or(way.subject).or(ends.iter().filter_map(|it| it.subject).min())
    }

    /// Who accounts for branches that meet otherwise at a step: those that are new or gone, else the
    /// ways that are, else the step.
    pub(super) fn joined(&self, at: usize) -> Vec<(Option<Subject>, f64)> {
        let mut gone = Vec::new();
        let mut alone = Vec::new();
        for from in self.places() {
            for way in self.ways[from].iter().filter(|way| way.alone && way.after.to == at) {
                if self.visited[from].kept {
                    alone.push((way.subject, 1.0));
                } else {
                    gone.push((self.visited[from].subject, 1.0));
                }
            }
        }
        shared(gone)
            .or_else(|| shared(alone))
            .unwrap_or_else(|| vec![(self.visited[at].subject, 1.0)])
    }
}

/// Shares that add up to one, in proportion; none where there is nothing to share.
fn shared(parts: Vec<(Option<Subject>, f64)>) -> Option<Vec<(Option<Subject>, f64)>> {
    let total: f64 = parts.iter().map(|it| it.1).sum();
    let shares = parts.into_iter().map(|(subject, part)| (subject, part / total));
    (total > 1e-12).then(|| shares.collect())
}
