//! What is drawn: lanes, stages and steps.

use super::bounds::{minutes, place, share};
use super::frame::names;
use super::{Entity, first_bad, refers};
use crate::id::*;
use crate::text::{is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// The service level of the whole stage.
    pub sla: Option<SlaId>,
}

impl Entity for Stage {
    refers!(self, visit, gone; owned { state: State } loose { sla: Sla } lists {});
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
    /// How well that is known.
    pub people_known: Knowledge,
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
    /// Who stands in where only one can do it.
    pub backup: String,
    /// What it needs in order to begin.
    pub inputs: Vec<String>,
    /// What it leaves behind.
    pub outputs: Vec<String>,
    /// Where the procedure is written, or the procedure itself.
    pub procedure: String,
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
            people_known: Knowledge::default(),
            complete_accurate: None,
            complete_accurate_by_giver: None,
            value: None,
            systems: Vec::new(),
            performers: Vec::new(),
            backup: String::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            procedure: String::new(),
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
            ("saidBy", is_name(&self.people_known.said_by)),
            ("completeAccurate", share(&self.complete_accurate)),
            ("completeAccurateByGiver", share(&self.complete_accurate_by_giver)),
            ("systems", names(&self.systems)),
            ("performers", names(&self.performers)),
            ("backup", is_name(&self.backup)),
            ("inputs", names(&self.inputs)),
            ("outputs", names(&self.outputs)),
            ("procedure", is_note(&self.procedure)),
            ("origin", self.origin.len() <= crate::text::LIST),
            ("notes", is_note(&self.notes)),
        ])
    }
}
