//! Replace batch with trigger (domain.md 6.3, rule 3): each item goes when it is ready.

use super::making::Making;
use super::shown::{FoundPattern, PatternAt};
use super::site::Site;
use super::texts;
use model::*;

pub(super) fn places(site: &Site) -> Vec<PatternAt> {
    let batches = site.edges().map(|edge| site.graph.connector(edge)).filter(|it| is_batch(it));
    let place = |it: &Connector| Target::Connector(it.id);
    batches
        .map(|it| PatternAt { pattern: Pattern::Trigger, place: place(it), lane: None })
        .collect()
}

/// There is no next run to wait for, and half the interval between two runs is what an item waits for
/// it on average (TIM-005): that much goes. What is left is a queue. Where nobody knows the
/// interval, the whole wait is taken to be for the run (Baton's decision).
pub(super) fn make(site: &Site, mut making: Making) -> Option<FoundPattern> {
    let Target::Connector(id) = making.place() else { return None };
    let connector = site.graph.connector(site.edge(id)?);
    if !is_batch(connector) {
        return None;
    }
    let now = connector.wait.as_ref().map(|it| it.usual);
    let run = connector.batch_interval.map(|it| it.0 / 2);
    let left = |now: Minutes| Minutes(run.map_or(0, |run| (now.0 - run).max(0)));
    let left = making.wait(id, now, now.map_or(Minutes(0), left));
    let cause = (left.0 > 0).then_some(DelayCause::Queue);
    making.wait_of(&Connector { cause_note: String::new(), ..connector.clone() }, left, cause);
    let mut about = vec![Target::Connector(id)];
    let mut name = String::new();
    if let Some(handoff) = site.document().handoff_at(connector) {
        about = vec![Target::Handoff(handoff.id)];
        name = handoff.name();
        if handoff.trigger.trim().is_empty() {
            let trigger = HandoffEdit::Trigger(texts::each_item(site.language));
            making.edit_handoff(handoff.id, trigger);
        }
    } else if let Some(step) = site.document().step(connector.to) {
        name.clone_from(&step.name);
    }
    making.done(about, connector.wait_minutes() - i64::from(left.0), name)
}

fn is_batch(it: &Connector) -> bool {
    let waits = it.wait_minutes() > 0 || it.batch_interval.is_some();
    it.cause == Some(DelayCause::Batch) && waits
}
