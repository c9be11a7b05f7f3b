//! The Timeline view of a state (domain.md 2.3): one scenario, its critical path, and the figures
//! over both. Minutes are summed as integers.

use crate::figures::{PathElement, Timeline};
use crate::graph::Graph;
use crate::scenario::{Longest, Scenario};
use model::{Confidence, DelayCause, Estimate, Minutes, RecordId, Step, StepKind, ValueClass};
use petgraph::graph::{EdgeIndex, NodeIndex};

/// The timeline; absent while there is no step that an item passes.
pub(crate) fn timeline(graph: &Graph) -> Option<Timeline> {
    let scenario = Scenario::of(graph);
    let longest = Longest::through(&scenario)?;
    let path = Path::along(graph, &longest);
    let all = Scope::of(scenario.order.iter().map(|node| graph.step(*node)));
    let on_path = Scope::of(path.nodes.iter().map(|node| graph.step(*node)));
    let lead_time = longest.earliest[longest.end];
    let share = |minutes: i64| percent(minutes, lead_time);
    let [between, inside] = path.waits(graph);
    let links = || scenario.order.iter().flat_map(|node| scenario.out_of(*node));
    let earliest = |node: &NodeIndex| (graph.step(*node).id, longest.earliest[*node]);
    let slack = |node: &NodeIndex| {
        let latest = lead_time - longest.remaining[*node]?;
        Some((graph.step(*node).id, latest - longest.earliest[*node]))
    };
    Some(Timeline {
        path: path.elements(graph),
        lead_time,
        process_time: on_path.process_time,
        activity_ratio: share(on_path.process_time),
        value_added_share: share(on_path.value_adding),
        total_process_time: all.process_time,
        total_effort: all.effort,
        rolled_complete_accurate: all.rolled(),
        rolled_complete_accurate_on_path: on_path.rolled(),
        complete_accurate_coverage: (all.judged, all.judgeable),
        steps: all.steps,
        touches: all.touches,
        handoffs: count(links().filter(|link| link.weight().crosses).count()),
        handoffs_on_path: count(path.edges.iter().filter(|it| graph.net[**it].crosses).count()),
        between_team_wait: between,
        between_team_share: share(between),
        inside_team_share: share(inside),
        external_share: share(path.external(graph)),
        earliest_finish: scenario.order.iter().map(earliest).collect(),
        slack: scenario.order.iter().filter_map(slack).collect(),
        unknown: path.unknown(graph),
        guessed: path.known_as(graph, Confidence::Guessed),
        measured: path.known_as(graph, Confidence::Measured),
    })
}

/// A part in percent of a whole; absent when the whole is nothing.
fn percent(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}

pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Sums over some steps. Starts, ends and decisions are events: what they carry is counted, they
/// themselves are not.
struct Scope {
    process_time: i64,
    effort: i64,
    value_adding: i64,
    steps: u32,
    touches: u32,
    judged: u32,
    judgeable: u32,
    product: f64,
}

impl Scope {
    fn of<'a>(steps: impl Iterator<Item = &'a Step>) -> Scope {
        let mut sums = Scope {
            process_time: 0,
            effort: 0,
            value_adding: 0,
            steps: 0,
            touches: 0,
            judged: 0,
            judgeable: 0,
            product: 1.0,
        };
        steps.for_each(|step| sums.add(step));
        sums
    }

    fn add(&mut self, step: &Step) {
        let minutes = step.process_minutes();
        let is_work = step.shape == StepKind::Step;
        self.process_time += minutes;
        self.effort += minutes * i64::from(step.people);
        if step.value == Some(ValueClass::ValueAdding) {
            self.value_adding += minutes;
        }
        self.steps += u32::from(is_work);
        self.touches += u32::from(is_work && minutes > 0);
        self.judgeable += u32::from(is_work || step.complete_accurate.is_some());
        if let Some(judged) = &step.complete_accurate {
            self.judged += 1;
            self.product *= judged.usual.fraction();
        }
    }

    fn rolled(&self) -> Option<f64> {
        (self.judged > 0).then_some(100.0 * self.product)
    }
}

/// The critical path.
struct Path {
    nodes: Vec<NodeIndex>,
    edges: Vec<EdgeIndex>,
}

impl Path {
    fn along(graph: &Graph, longest: &Longest) -> Path {
        let edges = longest.path(graph);
        let source = |edge: &EdgeIndex| graph.net.edge_endpoints(*edge).map(|(from, _)| from);
        let nodes = edges.iter().filter_map(source).chain([longest.end]).collect();
        Path { nodes, edges }
    }

    fn elements(&self, graph: &Graph) -> Vec<PathElement> {
        let mut elements = Vec::with_capacity(self.nodes.len() + self.edges.len());
        let mut edges = self.edges.iter();
        for node in &self.nodes {
            let step = graph.step(*node);
            elements.push(PathElement::Step {
                step: step.id,
                span: step.span_minutes(),
                process_time: step.process_minutes(),
            });
            elements.extend(edges.next().map(|edge| {
                let connector = graph.connector(*edge);
                PathElement::Wait {
                    connector: connector.id,
                    wait: connector.wait_minutes(),
                    between_teams: graph.net[*edge].crosses,
                }
            }));
        }
        elements
    }

    /// Wait between teams, and wait inside one.
    fn waits(&self, graph: &Graph) -> [i64; 2] {
        let mut sums = [0, 0];
        for edge in &self.edges {
            let [between, inside] = &mut sums;
            let sum = if graph.net[*edge].crosses { between } else { inside };
            *sum += graph.connector(*edge).wait_minutes();
        }
        sums
    }

    /// Span in external lanes, and waits that customers or suppliers cause (domain.md 7.2).
    fn external(&self, graph: &Graph) -> i64 {
        let outside = self.nodes.iter().filter(|node| graph.net[**node].external);
        let spans: i64 = outside.map(|node| graph.step(*node).span_minutes()).sum();
        let connectors = self.edges.iter().map(|edge| graph.connector(*edge));
        let caused = connectors.filter(|it| it.cause == Some(DelayCause::External));
        spans + caused.map(|it| it.wait_minutes()).sum::<i64>()
    }

    /// Minutes whose number is known this well.
    fn known_as(&self, graph: &Graph, confidence: Confidence) -> i64 {
        let minutes = |estimate: Option<&Estimate<Minutes>>| match estimate {
            Some(estimate) if estimate.confidence == confidence => i64::from(estimate.usual.0),
            _ => 0,
        };
        let spans = self.nodes.iter().map(|node| {
            let step = graph.step(*node);
            minutes(step.span.as_ref().or(step.process_time.as_ref()))
        });
        let waits = self.edges.iter().map(|edge| minutes(graph.connector(*edge).wait.as_ref()));
        spans.chain(waits).sum()
    }

    /// Elements whose process time, wait, or reason to wait is not said, in the order of the path.
    /// Events take no time, and nothing waits for them inside a lane, unless it is said.
    fn unknown(&self, graph: &Graph) -> Vec<RecordId> {
        let is_work = |node: NodeIndex| graph.step(node).shape == StepKind::Step;
        let mut unknown = Vec::new();
        let mut edges = self.edges.iter();
        for node in self.nodes.iter().copied() {
            let step = graph.step(node);
            if is_work(node) && step.process_time.is_none() {
                unknown.push(step.id.into());
            }
            let Some(edge) = edges.next() else { continue };
            let connector = graph.connector(*edge);
            let works = graph.net.edge_endpoints(*edge);
            let between_work = works.is_some_and(|(from, to)| is_work(from) && is_work(to));
            let silent = match connector.wait {
                None => between_work || graph.net[*edge].crosses,
                Some(_) => connector.wait_minutes() > 0 && connector.cause.is_none(),
            };
            if silent {
                unknown.push(connector.id.into());
            }
        }
        unknown
    }
}
