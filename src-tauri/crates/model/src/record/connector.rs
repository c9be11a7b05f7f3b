//! Connectors: what leads from step to step, how long it waits there, and how its line runs.

use super::bounds::{in_range, minutes, place};
use super::{Entity, Kind, Release, first_bad};
use crate::id::*;
use crate::text::{is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// More bends than this nobody makes by hand.
const MOST_BENDS: usize = 50;

/// A directed link between two steps, and the wait on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Connector {
    /// Its id.
    pub id: ConnectorId,
    /// Where it is drawn.
    pub state: StateId,
    /// The connectors it descends from.
    pub origin: Vec<ConnectorId>,
    /// The step that passes the item on.
    pub from: StepId,
    /// The step that takes it.
    pub to: StepId,
    /// How it passes the item on.
    pub flow: ConnectorKind,
    /// How often it is taken, for `xor` and `rework`.
    pub probability: Option<Share>,
    /// How well that is known.
    pub probability_known: Knowledge,
    /// The branch the timeline follows.
    pub primary: bool,
    /// The condition or reason written beside it.
    pub label: String,
    /// The code it has in other people's documents.
    pub code: String,
    /// From release by the sender to start by the receiver.
    pub wait: Option<Estimate<Minutes>>,
    /// The same wait as those who pass it on see it, where they see it otherwise.
    pub wait_by_giver: Option<Estimate<Minutes>>,
    /// The same wait as those who take it on see it.
    pub wait_by_receiver: Option<Estimate<Minutes>>,
    /// Why it waits.
    pub cause: Option<DelayCause>,
    /// More about why.
    pub cause_note: String,
    /// For batches: how often one runs.
    pub batch_interval: Option<Minutes>,
    /// How well that is known.
    pub batch_interval_known: Knowledge,
    /// How the item travels: CRM queue, e-mail, chat, meeting.
    pub channel: String,
    /// Where a person led the line by hand, in its order; empty where it finds its own way.
    pub bends: Vec<Bend>,
}

/// A point that a line passes because a person put it there. Its lane carries it along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Bend {
    /// The lane whose top `y` counts from.
    pub lane: LaneId,
    /// Where.
    pub place: Place,
}

impl Default for Connector {
    fn default() -> Self {
        Connector {
            id: ConnectorId::default(),
            state: StateId::default(),
            origin: Vec::new(),
            from: StepId::default(),
            to: StepId::default(),
            flow: ConnectorKind::Seq,
            probability: None,
            probability_known: Knowledge::default(),
            primary: false,
            label: String::new(),
            code: String::new(),
            wait: None,
            wait_by_giver: None,
            wait_by_receiver: None,
            cause: None,
            cause_note: String::new(),
            batch_interval: None,
            batch_interval_known: Knowledge::default(),
            channel: String::new(),
            bends: Vec::new(),
        }
    }
}

impl Connector {
    /// The usual wait in minutes; 0 when unknown.
    pub fn wait_minutes(&self) -> i64 {
        self.wait.as_ref().map_or(0, |wait| i64::from(wait.usual.0))
    }

    /// Whether giver and receiver see the wait more than a factor of two apart. Who said nothing
    /// of their own sees it as it stands.
    pub fn wait_disputed(&self) -> bool {
        let usual =
            |said: &Option<Estimate<Minutes>>| said.as_ref().map(|it| i64::from(it.usual.0));
        let agreed = usual(&self.wait);
        let giver = usual(&self.wait_by_giver).or(agreed);
        let receiver = usual(&self.wait_by_receiver).or(agreed);
        match (giver, receiver) {
            (Some(a), Some(b)) => a.max(b) > 2 * a.min(b),
            _ => false,
        }
    }
}

impl Entity for Connector {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        visit(Kind::State, self.state.into());
        visit(Kind::Step, self.from.into());
        visit(Kind::Step, self.to.into());
        for id in &self.origin {
            visit(Kind::Connector, (*id).into());
        }
        for bend in &self.bends {
            visit(Kind::Lane, bend.lane.into());
        }
    }

    fn release(&mut self, gone: RecordId) -> Release {
        if [self.state.into(), self.from.into(), self.to.into()].contains(&gone) {
            return Release::Goes;
        }
        let before = self.origin.len() + self.bends.len();
        self.origin.retain(|id| RecordId::from(*id) != gone);
        self.bends.retain(|bend| RecordId::from(bend.lane) != gone);
        let after = self.origin.len() + self.bends.len();
        if after == before { Release::Untouched } else { Release::Loosened }
    }

    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        self.state = to(self.state.into()).into();
        self.from = to(self.from.into()).into();
        self.to = to(self.to.into()).into();
        for id in &mut self.origin {
            *id = to((*id).into()).into();
        }
        for bend in &mut self.bends {
            bend.lane = to(bend.lane.into()).into();
        }
    }

    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("probability", self.probability.is_none_or(|p| p <= Share::ALL)),
            ("saidBy", is_name(&self.probability_known.said_by)),
            ("label", is_name(&self.label)),
            ("code", is_name(&self.code)),
            ("wait", minutes(&self.wait)),
            ("waitByGiver", minutes(&self.wait_by_giver)),
            ("waitByReceiver", minutes(&self.wait_by_receiver)),
            ("causeNote", is_note(&self.cause_note)),
            ("saidBy", is_name(&self.batch_interval_known.said_by)),
            ("batchInterval", self.batch_interval.is_none_or(in_range)),
            ("channel", is_name(&self.channel)),
            (
                "bends",
                self.bends.len() <= MOST_BENDS && self.bends.iter().all(|it| place(it.place)),
            ),
            ("origin", self.origin.len() <= crate::text::LIST),
        ])
    }
}
