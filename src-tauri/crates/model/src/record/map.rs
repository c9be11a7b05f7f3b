//! What is drawn: lanes, stages, steps and the connectors between them.

use super::frame::names;
use super::{Entity, Kind, Release, first_bad, refers};
use crate::id::*;
use crate::text::{is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// More bends than this nobody makes by hand.
const MOST_BENDS: usize = 50;

/// The band a team has in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Lane {
    /// Its id.
    pub id: LaneId,
    /// Where it is drawn.
    pub state: StateId,
    /// Whose band it is.
    pub team: TeamId,
    /// 0 is the topmost; dense within a state.
    pub order: u16,
    /// The height a person asked for, in points; the content may need more. 0 asks for nothing.
    pub height: u16,
    /// The lane it descends from.
    pub origin: Option<LaneId>,
}

impl Entity for Lane {
    refers!(self, visit, gone; owned { state: State, team: Team } loose { origin: Lane } lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[("height", self.height <= 10_000)])
    }
}

/// A named group of consecutive steps with entry and exit criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// Where it is drawn.
    pub state: StateId,
    /// What it is called.
    pub name: String,
    /// Its place among the stages, from 0.
    pub order: u16,
    /// Where its column ends, in points from the start of the lanes; it begins where the one before
    /// it ends. Without it the stage is not drawn.
    pub until: Option<i32>,
}

impl Entity for Stage {
    refers!(self, visit, gone; owned { state: State } loose {} lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("until", self.until.is_none_or(|x| (0..=2_000_000).contains(&x))),
        ])
    }
}

/// Work done in one lane without passing the item on; or a decision, a start or an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Where it is drawn.
    pub state: StateId,
    /// Who does it.
    pub lane: LaneId,
    /// The steps it descends from: one when kept, several when merged.
    pub origin: Vec<StepId>,
    /// What it is; the JSON name avoids the tag that tells records apart.
    pub shape: StepKind,
    /// Verb and noun.
    pub name: String,
    /// The code it has in other people's documents.
    pub code: String,
    /// Where it is drawn.
    pub place: Place,
    /// Time to do the work if uninterrupted.
    pub process_time: Option<Estimate<Minutes>>,
    /// From start to finish of the step, interruptions included; process time unless said.
    pub span: Option<Estimate<Minutes>>,
    /// People working at the same time.
    pub people: u16,
    /// %C&A, as the receivers judge it.
    pub complete_accurate: Option<Estimate<Share>>,
    /// %C&A as those who pass it on see it, where they see it otherwise.
    pub complete_accurate_by_giver: Option<Estimate<Share>>,
    /// Whether it adds value.
    pub value: Option<ValueClass>,
    /// Tools used.
    pub systems: Vec<String>,
    /// Those who can do it.
    pub performers: Vec<String>,
    /// Said to have nobody answerable.
    pub unowned: bool,
    /// Who is answerable.
    pub accountable: Option<RoleId>,
    /// Work that does not gate the outcome; left out of the timeline.
    pub dead_end: bool,
    /// The stage it is part of.
    pub stage: Option<StageId>,
    /// Locked where it is: neither a hand nor tidying up moves it.
    pub pinned: bool,
    /// Anything else.
    pub notes: String,
}

impl Default for Step {
    fn default() -> Self {
        Step {
            id: StepId::default(),
            state: StateId::default(),
            lane: LaneId::default(),
            origin: Vec::new(),
            shape: StepKind::Step,
            name: String::new(),
            code: String::new(),
            place: Place::default(),
            process_time: None,
            span: None,
            people: 1,
            complete_accurate: None,
            complete_accurate_by_giver: None,
            value: None,
            systems: Vec::new(),
            performers: Vec::new(),
            unowned: false,
            accountable: None,
            dead_end: false,
            stage: None,
            pinned: false,
            notes: String::new(),
        }
    }
}

impl Step {
    /// Process time in minutes; 0 when unknown.
    pub fn process_minutes(&self) -> i64 {
        self.process_time.as_ref().map_or(0, |t| i64::from(t.usual.0))
    }

    /// Whether those who pass the work on and those who take it see its %C&A more than 20 points
    /// apart.
    pub fn complete_accurate_disputed(&self) -> bool {
        match (&self.complete_accurate, &self.complete_accurate_by_giver) {
            (Some(a), Some(b)) => a.usual.0.abs_diff(b.usual.0) > 2_000,
            _ => false,
        }
    }

    /// Span in minutes; process time when not said (domain.md 2.2).
    pub fn span_minutes(&self) -> i64 {
        self.span.as_ref().map_or_else(|| self.process_minutes(), |t| i64::from(t.usual.0))
    }
}

impl Entity for Step {
    refers!(self, visit, gone;
        owned { state: State, lane: Lane }
        loose { accountable: Role, stage: Stage }
        lists { origin: Step });
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("code", is_name(&self.code)),
            ("place", place(self.place)),
            ("processTime", minutes(&self.process_time)),
            ("span", minutes(&self.span)),
            ("people", (1..=1000).contains(&self.people)),
            ("completeAccurate", share(&self.complete_accurate)),
            ("completeAccurateByGiver", share(&self.complete_accurate_by_giver)),
            ("systems", names(&self.systems)),
            ("performers", names(&self.performers)),
            ("origin", self.origin.len() <= crate::text::LIST),
            ("notes", is_note(&self.notes)),
        ])
    }
}

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
            primary: false,
            label: String::new(),
            code: String::new(),
            wait: None,
            wait_by_giver: None,
            wait_by_receiver: None,
            cause: None,
            cause_note: String::new(),
            batch_interval: None,
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
        let usual = |said: &Option<Estimate<Minutes>>| said.as_ref().map(|it| i64::from(it.usual.0));
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

    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("probability", self.probability.is_none_or(|p| p <= Share::ALL)),
            ("label", is_name(&self.label)),
            ("code", is_name(&self.code)),
            ("wait", minutes(&self.wait)),
            ("waitByGiver", minutes(&self.wait_by_giver)),
            ("waitByReceiver", minutes(&self.wait_by_receiver)),
            ("causeNote", is_note(&self.cause_note)),
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

fn in_range(m: Minutes) -> bool {
    (Minutes(0)..=Minutes::MAX).contains(&m)
}

fn place(place: Place) -> bool {
    (-10_000..=2_000_000).contains(&place.x) && (-1_000..=10_000).contains(&place.y)
}

fn ordered<T: PartialOrd + Copy>(estimate: &Estimate<T>) -> bool {
    estimate.best.is_none_or(|best| best <= estimate.usual)
        && estimate.worst.is_none_or(|worst| worst >= estimate.usual)
        && is_name(&estimate.said_by)
}

fn minutes(estimate: &Option<Estimate<Minutes>>) -> bool {
    estimate.as_ref().is_none_or(|e| {
        ordered(e)
            && in_range(e.usual)
            && e.best.is_none_or(in_range)
            && e.worst.is_none_or(in_range)
    })
}

fn share(estimate: &Option<Estimate<Share>>) -> bool {
    estimate.as_ref().is_none_or(|e| {
        ordered(e)
            && e.usual <= Share::ALL
            && e.best.is_none_or(|s| s <= Share::ALL)
            && e.worst.is_none_or(|s| s <= Share::ALL)
    })
}
