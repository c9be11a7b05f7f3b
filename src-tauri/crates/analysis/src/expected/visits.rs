//! Expected visits of steps and flows of connectors (domain.md 2.4): v = e_start + Mᵀ v. Solved
//! group by group of steps that lead back to each other; inside a group only the inflow of what
//! leads back is unknown, everything else follows by carrying it forward.

use super::joins::join_weights;
use super::solve::solve;
use super::view::NoExpectation;
use crate::branch::coefficients;
use crate::graph::{Graph, Way};
use crate::per::Per;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::BTreeMap;

/// How often each step is done and each connector taken, per started item.
pub(crate) struct Visits {
    pub steps: Per<f64>,
    pub flows: Per<f64>,
    /// How often a connector is taken each time its step is done.
    pub fires: Per<f64>,
    /// How much of that makes the next step be done: where parallel branches meet, each counts for
    /// its part.
    pub meets: Per<f64>,
}

impl Visits {
    /// # Errors
    /// Steps that items never leave.
    pub(super) fn from(graph: &Graph, start: NodeIndex) -> Result<Visits, NoExpectation> {
        let fires = coefficients(graph);
        let meets = join_weights(graph, start);
        let mut arrives = meets.clone();
        for edge in graph.net.edge_indices() {
            arrives[edge] *= fires[edge];
        }
        let mut position = graph.per_node(0);
        for (at, node) in graph.order.iter().enumerate() {
            position[*node] = at;
        }
        let mut groups = kosaraju_scc(&graph.net);
        // What leads to a group is solved before it; Kosaraju's algorithm finds it after it.
        groups.reverse();
        let mut group_of = graph.per_node(0);
        let mut place = graph.per_node(0);
        for (number, group) in groups.iter_mut().enumerate() {
            group.sort_by_key(|node| position[*node]);
            for (at, node) in group.iter().enumerate() {
                group_of[*node] = number;
                place[*node] = at;
            }
        }
        let mut inflow = graph.per_node(0.0);
        inflow[start] = 1.0;
        let mut steps = graph.per_node(0.0);
        for nodes in &groups {
            let group =
                Group { graph, arrives: &arrives, group_of: &group_of, place: &place, nodes };
            let visits =
                group.visits(&inflow).ok_or_else(|| NoExpectation::never_exits(graph, nodes))?;
            for (at, node) in nodes.iter().enumerate() {
                steps[*node] = visits[at];
                for link in graph.leaving(*node).filter(|link| !group.holds(link.target())) {
                    inflow[link.target()] += visits[at] * arrives[link.id()];
                }
            }
        }
        let mut flows = graph.per_edge(0.0);
        for link in graph.net.edge_references() {
            flows[link.id()] = steps[link.source()] * fires[link.id()];
        }
        Ok(Visits { steps, flows, fires, meets })
    }
}

/// Steps that lead back to each other, in an order in which forward connectors lead onwards.
struct Group<'g, 'a> {
    graph: &'g Graph<'a>,
    /// What arrives at the end of a connector each time the step before it is done.
    arrives: &'g Per<f64>,
    group_of: &'g Per<usize>,
    /// Where a step stands in its group.
    place: &'g Per<usize>,
    nodes: &'g [NodeIndex],
}

/// A connector that leads back: the places of its ends in the group, and what arrives.
struct Back {
    from: usize,
    to: usize,
    arrives: f64,
}

impl Group<'_, '_> {
    fn holds(&self, node: NodeIndex) -> bool {
        let number = self.nodes.first().map(|first| self.group_of[*first]);
        number == Some(self.group_of[node])
    }

    /// Visits by place, when this much comes from outside; none when items never leave.
    fn visits(&self, inflow: &Per<f64>) -> Option<Per<f64>> {
        let mut begin = Per::all(self.nodes.len(), 0.0);
        for (at, node) in self.nodes.iter().enumerate() {
            begin[at] = inflow[*node];
        }
        let backward = self.backward();
        if !backward.is_empty() {
            for (target, more) in self.sent_back(&begin, &backward)? {
                begin[target] += more;
            }
        }
        let mut visits = self.carry(begin);
        for at in 0..self.nodes.len() {
            // Less than nothing: more is sent back than came.
            if !visits[at].is_finite() || visits[at] < -1e-9 {
                return None;
            }
            visits[at] = visits[at].max(0.0);
        }
        Some(visits)
    }

    /// What arrives in all at each step that something leads back to.
    fn sent_back(&self, begin: &Per<f64>, backward: &[Back]) -> Option<Vec<(usize, f64)>> {
        let mut into: BTreeMap<usize, Vec<&Back>> = BTreeMap::new();
        for back in backward {
            into.entry(back.to).or_default().push(back);
        }
        let once = self.carry(begin.clone());
        let per_target: Vec<Per<f64>> = into
            .keys()
            .map(|target| {
                let mut one = Per::all(self.nodes.len(), 0.0);
                one[*target] = 1.0;
                self.carry(one)
            })
            .collect();
        let arriving = |backward: &[&Back], visits: &Per<f64>| -> f64 {
            backward.iter().map(|back| back.arrives * visits[back.from]).sum()
        };
        let row = |(target, backward): (&usize, &Vec<&Back>)| {
            let fed = per_target.iter().zip(into.keys()).map(|(visits, source)| {
                f64::from(u8::from(source == target)) - arriving(backward, visits)
            });
            fed.chain([arriving(backward, &once)]).collect()
        };
        let solution = solve(into.iter().map(row).collect())?;
        Some(into.into_keys().zip(solution).collect())
    }

    fn backward(&self) -> Vec<Back> {
        let links = self.nodes.iter().flat_map(|node| self.graph.leaving(*node));
        links
            .filter(|link| link.weight().way != Way::Forward && self.holds(link.target()))
            .map(|link| Back {
                from: self.place[link.source()],
                to: self.place[link.target()],
                arrives: self.arrives[link.id()],
            })
            .collect()
    }

    /// Visits by place when this much begins at each and nothing is sent back.
    fn carry(&self, begin: Per<f64>) -> Per<f64> {
        let mut visits = begin;
        for (at, node) in self.nodes.iter().enumerate() {
            let times = visits[at];
            if times != 0.0 {
                for link in self.graph.onward(*node).filter(|link| self.holds(link.target())) {
                    visits[self.place[link.target()]] += times * self.arrives[link.id()];
                }
            }
        }
        visits
    }
}
