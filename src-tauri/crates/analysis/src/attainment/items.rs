//! Measured items held against what was said and agreed about their handoffs. An item belongs to the
//! handoff it names; a return inside the response target is a response in time (domain.md 3.7).

use super::sample::{Attainment, Outcome, Times, attainment, times};
use crate::agreement::TargetKind;
use crate::calendar::{self, When};
use model::{
    ClockKind, CompletionFrom, Connector, Document, Handoff, HandoffId, MeasuredItem, Minutes,
    Share, Sla, StateId, TimeTarget,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// More sentences about single lines nobody reads.
const MOST_NOTES: usize = 20;

/// What a file of measured items says about the handoffs of a state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Measured {
    /// By number; handoffs without an item are left out.
    pub handoffs: Vec<MeasuredHandoff>,
    /// Handoffs that the file names and the state does not have.
    pub unknown: Vec<String>,
    /// Lines that could not be counted, one sentence each, at most 20.
    pub notes: Vec<String>,
}

/// One handoff, measured.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MeasuredHandoff {
    /// Which.
    pub handoff: HandoffId,
    /// Items, cancelled ones included.
    pub items: u32,
    /// Of those, sent back.
    pub returned: u32,
    /// Sent back over released, in percent. It is the sender's figure, not the receiver's.
    pub return_rate: Option<f64>,
    /// Minutes that clocks stood still, in all.
    pub paused: i64,
    /// The wait that was said in the room, in minutes of the process's clock.
    pub said_wait: Option<Minutes>,
    /// How long items took, where nothing is agreed that they could be held against.
    pub times: Option<Times>,
    /// Each target, in the order of the clock.
    pub targets: Vec<MeasuredTarget>,
}

/// One target, measured.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MeasuredTarget {
    /// Which.
    pub target: TargetKind,
    /// What it allows.
    pub minutes: Minutes,
    /// In which minutes, this and all that was measured.
    pub clock: ClockKind,
    /// For which share of the items it is agreed.
    pub objective: Option<Share>,
    /// How well it was kept.
    pub attainment: Attainment,
}

/// Measured items beside what is said and agreed in a state.
pub fn measured(document: &Document, state: StateId, items: &[MeasuredItem]) -> Measured {
    let mut by_name: BTreeMap<String, Vec<&MeasuredItem>> = BTreeMap::new();
    for item in items {
        by_name.entry(plain(&item.handoff)).or_default().push(item);
    }
    let mut all = Measured { handoffs: vec![], unknown: vec![], notes: vec![] };
    for (handoff, connector) in document.handoffs_of(state) {
        let Some(items) = by_name.remove(&plain(&handoff.name())) else { continue };
        let of = Of { document, handoff, connector, items };
        all.handoffs.push(of.measured(&mut all.notes));
    }
    all.unknown =
        by_name.into_values().filter_map(|it| Some(it.first()?.handoff.clone())).collect();
    all.notes.truncate(MOST_NOTES);
    all
}

/// `H-03`, `h-3` and `3` are one.
fn plain(name: &str) -> String {
    let name = name.trim().to_uppercase();
    let digits = name.strip_prefix("H-").or(name.strip_prefix('H')).unwrap_or(&name);
    let digits = digits.trim_start_matches('0');
    if !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()) {
        return digits.to_owned();
    }
    name
}

struct Of<'a> {
    document: &'a Document,
    handoff: &'a Handoff,
    connector: &'a Connector,
    items: Vec<&'a MeasuredItem>,
}

impl Of<'_> {
    fn measured(&self, notes: &mut Vec<String>) -> MeasuredHandoff {
        let returned = self.items.iter().filter(|it| it.returned.is_some()).count();
        let counted = self.items.iter().filter(|it| !it.cancelled).count();
        let sla = self.handoff.sla.and_then(|sla| self.document.sla(sla));
        let targets = sla.map(|sla| self.targets(sla, notes)).unwrap_or_default();
        let elapsed = || {
            let finished = self.items.iter().filter(|it| !it.cancelled);
            finished.filter_map(|it| Some((it.elapsed? - it.paused).max(0))).collect()
        };
        MeasuredHandoff {
            handoff: self.handoff.id,
            items: crate::timeline::count(self.items.len()),
            returned: crate::timeline::count(returned),
            return_rate: (counted > 0).then(|| 100.0 * returned as f64 / counted as f64),
            paused: self.items.iter().map(|it| it.paused).sum(),
            said_wait: self.connector.wait.as_ref().map(|wait| wait.usual),
            times: if targets.is_empty() { times(elapsed()) } else { None },
            targets,
        }
    }

    fn targets(&self, sla: &Sla, notes: &mut Vec<String>) -> Vec<MeasuredTarget> {
        let later = sla.completion_objective.or(sla.objective);
        let all = [
            (TargetKind::Response, sla.response, sla.objective),
            (TargetKind::Completion, sla.completion, later),
        ];
        let mut shown = Vec::new();
        for (kind, target, objective) in all {
            let Some(target) = target else { continue };
            // What only says how long it took means the last target that is agreed.
            let last = kind == TargetKind::Completion || sla.completion.is_none();
            let outcomes: Vec<Outcome> =
                self.items.iter().map(|item| self.outcome(sla, kind, last, item, notes)).collect();
            shown.push(self.target(kind, target, objective, &outcomes));
        }
        shown
    }

    fn target(
        &self,
        kind: TargetKind,
        target: TimeTarget,
        objective: Option<Share>,
        outcomes: &[Outcome],
    ) -> MeasuredTarget {
        MeasuredTarget {
            target: kind,
            minutes: target.minutes,
            clock: target.clock,
            objective,
            attainment: attainment(i64::from(target.minutes.0), objective, outcomes),
        }
    }

    fn outcome(
        &self,
        sla: &Sla,
        kind: TargetKind,
        last: bool,
        item: &MeasuredItem,
        notes: &mut Vec<String>,
    ) -> Outcome {
        if item.cancelled {
            return Outcome::Excluded;
        }
        if let Some(elapsed) = item.elapsed {
            let took = Outcome::Took((elapsed - item.paused).max(0));
            return if last { took } else { Outcome::Excluded };
        }
        self.between(sla, kind, item).unwrap_or_else(|why| {
            let note = format!("Line {}: {why}", item.line);
            if !notes.contains(&note) {
                notes.push(note);
            }
            Outcome::Excluded
        })
    }

    /// From when a target counts until its clock stopped, or until the last time of the file.
    fn between(&self, sla: &Sla, kind: TargetKind, item: &MeasuredItem) -> Result<Outcome, String> {
        let from_release = sla.completion_from == CompletionFrom::Release;
        let answered = item.accepted.as_ref().or(item.returned.as_ref());
        let (from, until) = match kind {
            TargetKind::Completion if !from_release => (&item.accepted, item.completed.as_ref()),
            TargetKind::Completion => (&item.released, item.completed.as_ref()),
            TargetKind::Acknowledge | TargetKind::Response => (&item.released, answered),
        };
        // What was sent back is not completed here, and what was not accepted has not begun.
        let began = kind != TargetKind::Completion || item.returned.is_none();
        let Some(from) = from.as_ref().filter(|_| began) else { return Ok(Outcome::Excluded) };
        let last_seen = || self.items.iter().filter_map(|it| last(it)).max();
        let end = match until {
            Some(until) => until.clone(),
            None => last_seen().unwrap_or(from).clone(),
        };
        if let (Some(released), Some(answered)) = (&item.released, answered) {
            // An answer before the release makes everything after it doubtful too.
            self.minutes(kind, released, answered)?;
        }
        let took = (self.minutes(kind, from, &end)? - item.paused).max(0);
        Ok(if until.is_some() { Outcome::Took(took) } else { Outcome::Open(took) })
    }

    /// The minutes of the clock of a target between two times as they were written.
    fn minutes(&self, kind: TargetKind, from: &str, until: &str) -> Result<i64, String> {
        let when = |text: &str| text.parse::<When>().map_err(|why| why.to_string());
        let (from, until) = (when(from)?, when(until)?);
        let took = calendar::took(self.document, self.handoff.id, kind, from, until)
            .map_err(|why| why.to_string())?;
        if took < 0 { Err("it ends before it begins.".to_owned()) } else { Ok(took) }
    }
}

/// The last time that a row has.
fn last(item: &MeasuredItem) -> Option<&String> {
    let all = [&item.released, &item.accepted, &item.returned, &item.completed];
    all.into_iter().flatten().max()
}
