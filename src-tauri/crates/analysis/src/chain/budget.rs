//! End-to-end promises and the budget behind each (domain.md 3.6): of all ways between the two
//! steps the one whose targets and unpromised times add up to most, for guarantees add.

use super::beside::observe;
use super::nominal::{Nominal, today};
use super::odds::{needed_by_product, needed_by_union, product, union};
use super::pricing::{Counting, Cover, price};
use super::shown::{BudgetLine, BudgetPart, EndToEndShown};
use super::ways::Ways;
use crate::agreement::sentences;
use crate::graph::Graph;
use crate::language::Language;
use crate::per::Per;
use model::*;
use petgraph::graph::EdgeIndex;

/// The end-to-end promises of a state, by their agreements, said in a language.
pub fn promises(document: &Document, state: StateId, language: Language) -> Vec<EndToEndShown> {
    in_state(&Graph::of(document, state), language)
}

/// The same, of a graph that is there already.
pub(crate) fn in_state(graph: &Graph, language: Language) -> Vec<EndToEndShown> {
    let document = graph.document;
    let here = |sla: &&Sla| {
        let step = sla.end_to_end.and_then(|way| document.step(way.from));
        let kept = sla.status != AgreementStatus::Retired;
        kept && step.is_some_and(|step| step.state == graph.state)
    };
    document.slas().filter(here).filter_map(|sla| shown(graph, sla, language)).collect()
}

/// None where the agreement names no time, or no way joins its two steps.
fn shown(graph: &Graph, sla: &Sla, language: Language) -> Option<EndToEndShown> {
    let document = graph.document;
    let (way, target) = (sla.end_to_end?, sla.completion.or(sla.response)?);
    let ways = Ways::between(graph, way.from, way.to)?;
    let drawn = document.process_of(graph.state)?.clock.kind;
    let as_drawn = drawn == target.clock;
    let counting = Counting { clock: target.clock, as_drawn, language };
    let (stages, edges) = largest(graph, &ways, counting)?;
    let sum = stages.iter().map(|line| i64::from(line.minutes.0)).sum::<i64>();
    let sum = i32::try_from(sum).ok()?;
    let promised =
        |line: &&BudgetLine| matches!(line.what, BudgetPart::Response | BudgetPart::Completion);
    let promises = stages.iter().filter(promised).count();
    let shares: Vec<f64> =
        stages.iter().filter_map(|line| line.objective).map(Share::fraction).collect();
    let objective = sla.completion_objective.or(sla.objective);
    let whole = objective.map(Share::fraction);
    let nominal = Nominal::of(graph, &ways).filter(|_| counting.as_drawn);
    let minutes = |it: &Nominal| i32::try_from(it.minutes).ok().map(Minutes);
    Some(EndToEndShown {
        sla: sla.id,
        name: sla.name.clone(),
        sentences: sentences(document, sla, language),
        target: target.minutes,
        clock: target.clock,
        objective,
        sum: Minutes(sum),
        headroom: target.minutes.0.saturating_sub(sum),
        union: union(&shares),
        product: product(&shares),
        needed_union: whole.and_then(|it| needed_by_union(it, promises)),
        needed_product: whole.and_then(|it| needed_by_product(it, promises)),
        nominal: nominal.as_ref().and_then(minutes),
        usual_today: usual_today(graph, way).filter(|_| counting.as_drawn),
        likely: nominal.and_then(|it| it.chance(target.minutes)),
        other_clock: other_clock(graph, &edges, target.clock),
        stages,
    })
}

fn usual_today(graph: &Graph, way: EndToEnd) -> Option<Minutes> {
    let document = graph.document;
    let way = today(document, way)?;
    let state = document.step(way.from)?.state;
    let there = Graph::of(document, state);
    let ways = Ways::between(&there, way.from, way.to)?;
    i32::try_from(Nominal::of(&there, &ways)?.minutes).ok().map(Minutes)
}

fn other_clock(graph: &Graph, edges: &[EdgeIndex], clock: ClockKind) -> Vec<HandoffId> {
    let document = graph.document;
    let handoffs = edges.iter().filter_map(|edge| document.handoff_at(graph.connector(*edge)));
    let other = |it: &&Handoff| {
        let sla = it.sla.and_then(|id| document.sla(id));
        sla.is_some_and(|sla| {
            [sla.response, sla.completion].iter().flatten().any(|it| it.clock != clock)
        })
    };
    handoffs.filter(other).map(|it| it.id).collect()
}

/// How a step is reached: under which target, at which sum, from which place of the step before.
#[derive(Clone, Copy)]
struct Place {
    cover: Cover,
    sum: i64,
    by: Option<(EdgeIndex, usize)>,
}

/// The way with the largest sum; of equal ones the one drawn first.
fn largest(
    graph: &Graph,
    ways: &Ways,
    counting: Counting,
) -> Option<(Vec<BudgetLine>, Vec<EdgeIndex>)> {
    let mut places: Per<Vec<Place>> = graph.per_node(Vec::new());
    places[ways.from].push(Place { cover: Cover::Nothing, sum: 0, by: None });
    for edge in ways.edges.iter().copied() {
        let Some((source, target)) = graph.net.edge_endpoints(edge) else { continue };
        for (index, place) in places[source].clone().into_iter().enumerate() {
            let (lines, cover) = price(graph, edge, place.cover, counting);
            let sum = place.sum + lines.iter().map(|it| i64::from(it.minutes.0)).sum::<i64>();
            let new = Place { cover, sum, by: Some((edge, index)) };
            match places[target].iter_mut().find(|it| it.cover == cover) {
                Some(old) if old.sum < sum => *old = new,
                Some(_) => {}
                None => places[target].push(new),
            }
        }
    }
    let largest = |best: (usize, Place), other: (usize, Place)| {
        if other.1.sum > best.1.sum { other } else { best }
    };
    let ends = places[ways.to].iter().copied().enumerate();
    let mut by = ends.reduce(largest)?.1.by;
    let (mut lines, mut edges) = (Vec::new(), Vec::new());
    while let Some((edge, index)) = by {
        let (source, _) = graph.net.edge_endpoints(edge)?;
        let place = *places[source].get(index)?;
        let (mut priced, _) = price(graph, edge, place.cover, counting);
        for line in &mut priced {
            observe(graph.document, graph.connector(edge), counting, line);
        }
        priced.reverse();
        lines.extend(priced);
        edges.push(edge);
        by = place.by;
    }
    lines.reverse();
    edges.reverse();
    Some((lines, edges))
}
