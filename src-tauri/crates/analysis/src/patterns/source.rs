//! Move the check to the source (domain.md 6.3, rule 2: a mistake-proof form): whoever sends checks, so
//! that less comes back to be mended.

use super::form::attach_form;
use super::making::{Making, guessed};
use super::shown::{Assumed, FoundPattern, PatternAt};
use super::site::Site;
use super::texts;
use crate::graph::Way;
use crate::segment::Segments;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// The %C&A that checked work is taken to reach (Baton's decision, as for what the room could change;
/// the future states of both samples reach it).
const GOOD: Share = Share(9_500);

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let segments = Segments::of(&site.graph);
    let back = site.edges().filter(|edge| source(site, &segments, *edge).is_some());
    let place = |edge| Target::Connector(site.graph.connector(edge).id);
    back.map(|edge| PatternAt { pattern: Pattern::CheckAtSource, place: place(edge), lane: None })
        .collect()
}

/// Criteria on both sides and a required form at the handoff behind the step that is right least often
/// of those that the rework repeats. Its %C&A rises to 95 %, and what comes back falls with the
/// share of errors that are left in all that is repeated; by half where nobody has judged the step
/// (Baton's decision; the bound is NET-006, domain.md 2.4).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Connector(back) = making.place() else { return None };
    let edge = site.edge(back)?;
    let segments = Segments::of(&site.graph);
    let Source { node, over, others } = source(site, &segments, edge)?;
    let (step, back) = (site.graph.step(node), site.graph.connector(edge));
    let handoff = site.document().handoff_record(site.graph.connector(over).id)?;
    let now = quality(site, node);
    let assumed = |share| Assumed::CompleteAccurate { share };
    let Assumed::CompleteAccurate { share: then } =
        making.assume(step.id, now.map(assumed), assumed(GOOD))
    else {
        return None;
    };
    let factor = now.map_or(0.5, |now| {
        let (before, after) = (others * now.fraction(), others * then.fraction());
        ((1.0 - after) / (1.0 - before)).min(1.0)
    });
    let often = back.probability?;
    let returned = |share| Assumed::Returned { share };
    let less = Share((f64::from(often.0) * factor).round() as u16);
    let Assumed::Returned { share: less } =
        making.assume(back.id, Some(returned(often)), returned(less))
    else {
        return None;
    };
    let about = Target::Handoff(handoff.id);
    let sides = [
        (CriterionSide::Exit, texts::checked(site.language)),
        (CriterionSide::Entry, texts::filled(site.language)),
    ];
    for (side, text) in sides {
        if site.document().criteria_of(about, side).is_empty() {
            let obligation = Obligation::Must;
            let add = Command::AddCriterion { about, side, obligation, text };
            let _: CriterionId = making.makes(add);
        }
    }
    attach_form(site, &mut making, handoff, None);
    let quality = StepEdit::CompleteAccurate(Some(guessed(then)));
    making.does(Command::EditStep { step: step.id, edit: quality });
    making.share_of(back.id, less);
    let told = texts::comes_back(site.language, Some(often), less);
    making.note(Target::Connector(back.id), told);
    let minutes = (back.wait_minutes() as f64 * often.fraction()) as i64;
    let about = vec![about, Target::Step(step.id), Target::Connector(back.id)];
    making.done(about, minutes, handoff.name())
}

/// Where the check has to be.
struct Source {
    node: NodeIndex,
    /// The handoff behind it.
    over: EdgeIndex,
    /// %C&A of the other work that is repeated.
    others: f64,
}

fn source(site: &Site, segments: &Segments, back: EdgeIndex) -> Option<Source> {
    let connector = site.graph.connector(back);
    let happens = connector.probability.is_some_and(|it| it.0 > 0);
    let (from, to) = site.graph.net.edge_endpoints(back)?;
    if site.way(back) != Way::Rework || !happens {
        return None;
    }
    let between = segments.between(to, from);
    let over = |node: NodeIndex| {
        let mut crossing = site.graph.onward(node).filter(|it| {
            it.weight().crosses && (between.contains(&it.target()) || it.target() == from)
        });
        let handoff = |edge| site.document().handoff_record(site.graph.connector(edge).id);
        crossing.find(|it| handoff(it.id()).is_some()).map(|it| it.id())
    };
    let work = |node: &NodeIndex| site.graph.step(*node).shape == StepKind::Step;
    let (node, over) = between
        .iter()
        .filter(|it| work(it))
        .filter_map(|it| Some((*it, over(*it)?)))
        .min_by_key(|(it, _)| (quality(site, *it).unwrap_or(Share::ALL), *it))?;
    let judged = |it: &NodeIndex| quality(site, *it).map(Share::fraction);
    let others: f64 = between.iter().filter(|it| **it != node).filter_map(judged).product();
    let improves = quality(site, node).is_none_or(|it| it < GOOD && others * it.fraction() < 1.0);
    improves.then_some(Source { node, over, others })
}

fn quality(site: &Site, node: NodeIndex) -> Option<Share> {
    site.graph.step(node).complete_accurate.as_ref().map(|it| it.usual)
}
