//! Backup for every single performer (domain.md 6.3, rule 11).

use super::making::Making;
use super::shown::{Assumed, FoundPattern, PatternAt};
use super::site::Site;
use super::texts;
use crate::network::needs_one_person;
use model::*;
use petgraph::graph::NodeIndex;

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let nodes = site.graph.net.node_indices();
    let open = nodes.filter(|it| stands_alone(site, *it)).map(|it| site.graph.step(it).id);
    open.map(|it| PatternAt { pattern: Pattern::Backup, place: Target::Step(it), lane: None })
        .collect()
}

/// Somebody stands in: another role of the team, else somebody who does other work of it, else a second
/// person who has to be found (Baton's decision: a proposal, to be said otherwise).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Step(id) = making.place() else { return None };
    let node = site.node(id).filter(|it| stands_alone(site, *it))?;
    let step = site.graph.step(node);
    let proposed = Assumed::StandIn { name: proposed(site, node) };
    let Assumed::StandIn { name } = making.assume(id, None, proposed.clone()) else { return None };
    let said = name.trim();
    let name = match proposed {
        Assumed::StandIn { name } if said.is_empty() => name,
        _ => said.to_owned(),
    };
    making.does(Command::EditStep { step: id, edit: StepEdit::Backup(name) });
    making.done(vec![Target::Step(id)], step.span_minutes(), step.name.clone())
}

fn stands_alone(site: &Site, node: NodeIndex) -> bool {
    needs_one_person(site.graph.step(node)) && !site.is_external(node)
}

fn proposed(site: &Site, node: NodeIndex) -> String {
    let step = site.graph.step(node);
    let team = site.team(node);
    let other = |name: &&str| {
        !name.trim().is_empty() && !step.performers.iter().any(|it| it.trim() == name.trim())
    };
    let roles = site.document().roles().filter(|it| it.team == team.map(|it| it.id));
    let role = roles.map(|it| it.name.as_str()).find(other);
    let beside = site.document().steps_of(site.graph.state).filter(|it| it.lane == step.lane);
    let mut hands = beside.flat_map(|it| it.performers.iter().map(String::as_str));
    let known = role.or_else(|| hands.find(other)).map(|it| it.trim().to_owned());
    known.unwrap_or_else(|| {
        texts::second_person(site.language, team.map_or("", |it| it.name.as_str()))
    })
}
