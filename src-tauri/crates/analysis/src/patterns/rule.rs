//! Replace approval by rule and audit (domain.md 6.3, rule 6: approve only exceptions).

use super::ground::between;
use super::making::Making;
use super::shown::{Assumed, FoundPattern, PatternAt};
use super::site::Site;
use super::texts;
use crate::branch::{alternatives, primary};
use crate::graph::Way;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// What is still an exception once a rule decides (Baton's decision; the plan of Sample A comes to the
/// same: "XOR to FIN 0.6→0.25").
const EXCEPTIONS: Share = Share(2_500);

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let found = site.edges().filter(|edge| Approval::of(site, *edge).is_some());
    let place = |edge| Target::Connector(site.graph.connector(edge).id);
    found
        .map(|edge| PatternAt { pattern: Pattern::ApproveByRule, place: place(edge), lane: None })
        .collect()
}

/// Only exceptions go to the step that approves. Where a way round it is drawn already, its share
/// rises; else a decision before the approval leads the others round it. Who waits for an
/// approval still waits as long.
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Connector(id) = making.place() else { return None };
    let edge = site.edge(id)?;
    let approval = Approval::of(site, edge)?;
    let (now, proposed) = match &approval {
        Approval::WayRound { now, .. } => (Some(*now), EXCEPTIONS),
        Approval::Alone { .. } => (None, EXCEPTIONS),
    };
    let exceptions = |share| Assumed::Exceptions { share };
    let Assumed::Exceptions { share } =
        making.assume(id, now.map(exceptions), exceptions(proposed))
    else {
        return None;
    };
    match approval {
        Approval::WayRound { now, others } => raise(site, &mut making, edge, (now, share), &others),
        Approval::Alone { behind } => lead_round(site, &mut making, edge, share, behind),
    }
    making.note(Target::Connector(id), texts::exceptions(site.language, share));
    let connector = site.graph.connector(edge);
    let handoff = site.document().handoff_at(connector);
    let first = handoff.map_or(Target::Connector(id), |it| Target::Handoff(it.id));
    let step = site.document().step(connector.to)?;
    let about = vec![first, Target::Step(step.id)];
    making.done(about, connector.wait_minutes(), step.name.clone())
}

/// An approval that a rule could decide.
enum Approval {
    /// One of several ways, of which `others` lead round it; taken `now` so often.
    WayRound { now: Share, others: Vec<EdgeIndex> },
    /// On the only way; `behind` follows it.
    Alone { behind: NodeIndex },
}

impl Approval {
    fn of(site: &Site, edge: EdgeIndex) -> Option<Approval> {
        let connector = site.graph.connector(edge);
        let (from, to) = site.graph.net.edge_endpoints(edge)?;
        let work = matches!(site.graph.step(to).shape, StepKind::Step | StepKind::Decision);
        let forward = site.way(edge) == Way::Forward;
        if connector.cause != Some(DelayCause::Approval)
            || !forward
            || !work
            || site.is_external(to)
        {
            return None;
        }
        match connector.flow {
            ConnectorKind::Xor => Approval::with_way_round(site, edge, from, to),
            ConnectorKind::Seq => Approval::alone(site, from, to),
            ConnectorKind::And | ConnectorKind::Rework => None,
        }
    }

    fn with_way_round(
        site: &Site,
        edge: EdgeIndex,
        from: NodeIndex,
        to: NodeIndex,
    ) -> Option<Approval> {
        let behind: Vec<NodeIndex> = site.graph.onward(to).map(|it| it.target()).collect();
        let ways = alternatives(&site.graph, from);
        let now = ways.iter().find(|(it, _)| *it == edge)?.1;
        let leads_round = |it: &EdgeIndex| {
            let target = site.graph.net.edge_endpoints(*it).map(|(_, to)| to);
            *it != edge && target.is_some_and(|it| behind.contains(&it))
        };
        let others: Vec<EdgeIndex> = ways.into_iter().map(|it| it.0).filter(leads_round).collect();
        let now = Share((now * 10_000.0).round() as u16);
        (now > EXCEPTIONS && !others.is_empty()).then_some(Approval::WayRound { now, others })
    }

    fn alone(site: &Site, from: NodeIndex, to: NodeIndex) -> Option<Approval> {
        let only = site.only_way_on(from)?;
        let decides = site.graph.step(from).shape == StepKind::Decision;
        if only.target() != to || decides {
            return None;
        }
        let ways = alternatives(&site.graph, to);
        let chosen = primary(&site.graph, &ways).or_else(|| Some(site.only_way_on(to)?.id()))?;
        let (_, behind) = site.graph.net.edge_endpoints(chosen)?;
        // A way round must not lead past the place where parallel work meets.
        let together = |it: NodeIndex| site.inside[it] == site.inside[from];
        let forward = site.way(chosen) == Way::Forward && behind != from;
        (forward && together(to) && together(behind)).then_some(Approval::Alone { behind })
    }
}

/// What does not go to the approval any more goes round it, in the proportions of now.
fn raise(
    site: &Site,
    making: &mut Making,
    edge: EdgeIndex,
    (now, share): (Share, Share),
    others: &[EdgeIndex],
) {
    let Some((from, _)) = site.graph.net.edge_endpoints(edge) else { return };
    let ways = alternatives(&site.graph, from);
    let id = |edge: EdgeIndex| site.graph.connector(edge).id;
    let sum: f64 = ways.iter().filter(|it| others.contains(&it.0)).map(|it| it.1).sum();
    // No more than the ways round can give up.
    let most = i32::from(now.0) + (sum * 10_000.0).round() as i32;
    let share = Share(i32::from(share.0).min(most.clamp(0, 10_000)) as u16);
    making.share_of(id(edge), share);
    let mut left = i32::from(now.0) - i32::from(share.0);
    let mut best: Option<(EdgeIndex, i32)> = None;
    for (at, other) in others.iter().enumerate() {
        let before = ways.iter().find(|it| it.0 == *other).map_or(0.0, |it| it.1);
        let part = if sum > 0.0 { before / sum } else { 1.0 / others.len() as f64 };
        let more = (f64::from(now.0) - f64::from(share.0)) * part;
        // The last one takes what rounding leaves, so that all of them make 100 %.
        let more = if at + 1 == others.len() { left } else { more.round() as i32 };
        left -= more;
        let then = ((before * 10_000.0).round() as i32 + more).clamp(0, 10_000);
        making.share_of(id(*other), Share(then as u16));
        if best.is_none_or(|(_, most)| then > most) {
            best = Some((*other, then));
        }
    }
    let followed = site.graph.connector(edge).primary;
    if let Some((other, then)) = best.filter(|_| followed)
        && then > i32::from(share.0)
    {
        making.edit_connector(id(edge), ConnectorEdit::Primary(false));
        making.edit_connector(id(other), ConnectorEdit::Primary(true));
    }
}

fn lead_round(site: &Site, making: &mut Making, edge: EdgeIndex, share: Share, after: NodeIndex) {
    let Some((from, approval)) = site.graph.net.edge_endpoints(edge) else { return };
    let (before, after) = (site.graph.step(from), site.graph.step(after));
    let connector = site.graph.connector(edge);
    let (place, gives_way) = between(site, before, site.graph.step(approval));
    let name = texts::within_rule(site.language);
    let (lane, shape) = (before.lane, StepKind::Decision);
    let decision: StepId = making.makes(Command::AddStep { lane, shape, name, place });
    making.edit_connector(connector.id, ConnectorEdit::From(decision));
    let to = |step| Destination::Step { step };
    let _: ConnectorId = making.makes(Command::Connect { from: before.id, to: to(decision) });
    let round: ConnectorId = making.makes(Command::Connect { from: decision, to: to(after.id) });
    let rest = Share(Share::ALL.0 - share.0);
    let edits = [
        (connector.id, ConnectorEdit::Label(texts::exception(site.language))),
        (connector.id, ConnectorEdit::Bends(Vec::new())),
        (round, ConnectorEdit::Label(texts::by_rule(site.language))),
        (round, ConnectorEdit::Primary(rest >= share)),
    ];
    making.share_of(connector.id, share);
    making.share_of(round, rest);
    for (connector, edit) in edits {
        making.edit_connector(connector, edit);
    }
    if let Some(command) = gives_way {
        making.does(command);
    }
}
