//! Parallelise independent work (domain.md 6.3, rule 7).

use super::ground::beside;
use super::making::Making;
use super::shown::{FoundPattern, PatternAt};
use super::site::Site;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let found = site.edges().filter(|edge| Chain::of(site, *edge).is_some());
    let place = |edge| Target::Connector(site.graph.connector(edge).id);
    found
        .map(|edge| PatternAt { pattern: Pattern::Parallel, place: place(edge), lane: None })
        .collect()
}

/// The step before hands on to both, and the step behind waits for both. The second step keeps the
/// wait and the agreement with which it gets its work; what comes from the first one waits for the
/// step behind as long as what comes from the second (Baton's decision).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Connector(id) = making.place() else { return None };
    let chain = Chain::of(site, site.edge(id)?)?;
    let step = |node| site.graph.step(node);
    let (first, second) = (step(chain.first), step(chain.second));
    let (before, behind) = (step(chain.before), step(chain.behind));
    let to = Destination::Step { step: behind.id };
    // First the second step lets go of the first, which then has no other way on.
    making.edit_connector(id, ConnectorEdit::From(before.id));
    let joins: ConnectorId = making.makes(Command::Connect { from: first.id, to });
    making.edit_connector(id, ConnectorEdit::Bends(Vec::new()));
    let last = site.graph.connector(chain.last);
    let waits = last.wait.as_ref().map(|it| it.usual).filter(|it| it.0 > 0);
    if let Some(wait) = waits.filter(|_| first.lane != behind.lane) {
        let wait = making.wait(last.id, None, wait);
        let new = Connector { id: joins, ..last.clone() };
        making.wait_of(&new, wait, last.cause);
    }
    if !second.pinned {
        let place = beside(site, second, first.place.x);
        let moves = vec![StepMove { step: second.id, lane: second.lane, place }];
        making.does(Command::MoveSteps { moves });
    }
    let takes = |it: &Step| it.span_minutes();
    let minutes =
        takes(first).min(takes(second)) + site.graph.connector(site.edge(id)?).wait_minutes();
    making.done(vec![Target::Step(first.id), Target::Step(second.id)], minutes, second.name.clone())
}

/// Two steps one after the other, what leads to them and what follows.
struct Chain {
    before: NodeIndex,
    first: NodeIndex,
    second: NodeIndex,
    behind: NodeIndex,
    last: EdgeIndex,
}

impl Chain {
    /// There must be one way in, one between and one on, nothing sent back to the two or from them, and
    /// nothing that shows that the second needs what the first makes: neither its outputs among
    /// the inputs, nor an approval, information or an answer that is waited for between them. Two
    /// steps of one person are no two that can be done at once.
    fn of(site: &Site, edge: EdgeIndex) -> Option<Chain> {
        let (first, second) = site.graph.net.edge_endpoints(edge)?;
        let into = site.only_way_in(first)?;
        let between = site.only_way_on(first)?;
        let on = site.only_way_on(second)?;
        let ways = [&into, &between, &on];
        let simple = ways.iter().all(|it| {
            it.weight().way == crate::graph::Way::Forward
                && it.weight().connector.flow == ConnectorKind::Seq
        });
        let (before, behind) = (into.source(), on.target());
        let alone = between.id() == edge
            && site.only_way_in(second).is_some()
            && site.only_way_in(behind).is_some()
            && site.only_way_on(before).is_some()
            && behind != before;
        let work = [first, second].iter().all(|it| {
            let step = site.graph.step(*it);
            step.shape == StepKind::Step && !step.dead_end && !site.has_rework(*it)
        });
        let decides = site.graph.step(before).shape == StepKind::Decision;
        let joins = !site.graph.leaving(first).any(|it| it.target() == behind);
        let fits = simple && alone && work && !decides && joins && independent(site, edge);
        fits.then_some(Chain { before, first, second, behind, last: on.id() })
    }
}

fn independent(site: &Site, edge: EdgeIndex) -> bool {
    use DelayCause::{Approval, External, Information};
    let Some((first, second)) = site.graph.net.edge_endpoints(edge) else { return false };
    let (a, b) = (site.graph.step(first), site.graph.step(second));
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let needs = a.outputs.iter().any(|out| b.inputs.iter().any(|it| same(it, out)));
    let waits = matches!(site.graph.connector(edge).cause, Some(Approval | Information | External));
    let one = a.lane == b.lane && site.team(first).is_some_and(|it| it.headcount == Some(1));
    let alone = |it: &Step| it.performers.len() == 1;
    let same_hands = one || (alone(a) && alone(b) && a.performers == b.performers);
    // Work that takes no time is not worth the two ways.
    let worth = a.span_minutes() > 0 && b.span_minutes() > 0;
    !needs && !waits && !same_hands && worth
}
