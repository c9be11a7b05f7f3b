//! The sample format as types; tests/fixtures/README.md describes it. A key that is not here is a
//! mistake and is told.

use super::bounds::{Few, Keyed, Many, Reading};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub process: String,
    pub name: String,
    pub clock: Clock,
    pub volume_per_day: Option<f64>,
    pub counted_wip: Option<u32>,
    pub lanes: Few<Lane>,
    steps: Many<Step>,
    connectors: Many<Connector>,
    #[serde(default)]
    pub roles: Keyed<Role>,
    #[serde(default)]
    pub capacity: Keyed<Capacity>,
    #[serde(default)]
    unowned_steps: Many<String>,
    #[serde(default)]
    handoff_meta: Many<HandoffMeta>,
    #[serde(default)]
    raci: Keyed<Keyed<String>>,
    // From here on: what a finished engagement has besides.
    #[serde(default)]
    pub engagement: Engagement,
    #[serde(default)]
    pub charter: Charter,
    pub calendar: Option<Calendar>,
    #[serde(default)]
    pub templates: Few<Template>,
    #[serde(default)]
    slas: Many<Sla>,
    #[serde(default)]
    stages: Few<Stage>,
    #[serde(default)]
    criteria: Many<Criterion>,
    future: Option<Future>,
    #[serde(default)]
    pub pain_points: Many<PainPoint>,
    #[serde(default)]
    pub actions: Many<Action>,
}

/// The future state of the same process: its map and what is agreed in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Future {
    steps: Many<Step>,
    connectors: Many<Connector>,
    #[serde(default)]
    unowned_steps: Many<String>,
    #[serde(default)]
    handoff_meta: Many<HandoffMeta>,
    #[serde(default)]
    raci: Keyed<Keyed<String>>,
    #[serde(default)]
    slas: Many<Sla>,
    #[serde(default)]
    stages: Few<Stage>,
    #[serde(default)]
    criteria: Many<Criterion>,
}

/// One of the states of a file.
#[derive(Clone, Copy)]
pub(super) struct Map<'f> {
    /// Where in the file it is.
    pub prefix: &'static str,
    pub steps: &'f Many<Step>,
    pub connectors: &'f Many<Connector>,
    pub unowned_steps: &'f Many<String>,
    pub handoff_meta: &'f Many<HandoffMeta>,
    pub raci: &'f Keyed<Keyed<String>>,
    pub slas: &'f Many<Sla>,
    pub stages: &'f Few<Stage>,
    pub criteria: &'f Many<Criterion>,
}

macro_rules! map {
    ($it:expr, $prefix:literal) => {
        Map {
            prefix: $prefix,
            steps: &$it.steps,
            connectors: &$it.connectors,
            unowned_steps: &$it.unowned_steps,
            handoff_meta: &$it.handoff_meta,
            raci: &$it.raci,
            slas: &$it.slas,
            stages: &$it.stages,
            criteria: &$it.criteria,
        }
    };
}

impl File {
    /// The state that the file is about.
    pub fn map(&self) -> Map<'_> {
        map!(self, "")
    }

    /// The future state that it leads to, if it has one.
    pub fn future(&self) -> Option<Map<'_>> {
        self.future.as_ref().map(|it| map!(it, "future."))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clock {
    pub kind: String,
    pub minutes_per_day: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lane {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub external: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub id: String,
    pub lane: String,
    pub name: String,
    pub kind: Option<String>,
    pub pt: Option<Reading>,
    pub span: Option<Reading>,
    pub ca: Option<Reading>,
    pub va: Option<String>,
    pub people: Option<u16>,
    #[serde(default)]
    pub performers: Few<String>,
    pub split: Option<String>,
    pub join: Option<String>,
    #[serde(default)]
    pub dead_end: bool,
    #[serde(default)]
    pub systems: Few<String>,
    pub accountable: Option<String>,
    #[serde(default)]
    pub notes: String,
    pub origin: Option<Few<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Connector {
    pub id: String,
    pub from: String,
    pub to: String,
    pub kind: String,
    pub wait: Option<Reading>,
    pub delay: Option<String>,
    #[serde(default)]
    pub delay_note: String,
    pub interval: Option<f64>,
    pub p: Option<f64>,
    #[serde(default)]
    pub primary: bool,
    #[serde(default)]
    pub label: String,
    pub origin: Option<Few<String>>,
}

/// A role by its code: the lane it works in, or more about it.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a lane, or an object with lane, name and person")]
pub(super) enum Role {
    Lane(String),
    Described(DescribedRole),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DescribedRole {
    pub lane: Option<String>,
    pub name: Option<String>,
    #[serde(default)]
    pub person: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Capacity {
    pub people: Option<u16>,
    pub productive_minutes_per_day: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandoffMeta {
    pub id: String,
    #[serde(default)]
    pub ready: String,
    #[serde(default)]
    pub channel: String,
    pub followup: Option<String>,
    #[serde(default)]
    pub passes: String,
    #[serde(default)]
    pub trigger: String,
    pub giver: Option<String>,
    pub receiver: Option<String>,
    pub accountable: Option<String>,
    pub acceptance: Option<String>,
    #[serde(default)]
    pub return_route: String,
    #[serde(default)]
    pub return_reasons: Few<String>,
    #[serde(default)]
    pub escalation: String,
    #[serde(default)]
    pub contingency: String,
    #[serde(default)]
    pub procedure: String,
    #[serde(default)]
    pub varies: bool,
    pub status: Option<String>,
    pub template: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Engagement {
    pub title: String,
    pub client: String,
    pub sponsor: String,
    pub dates: String,
    pub plan_from: String,
    pub facilitators: Few<String>,
    pub participants: Few<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Charter {
    pub scope: String,
    pub trigger: String,
    pub end_condition: String,
    pub work_item: String,
    pub customer: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calendar {
    pub name: String,
    #[serde(default)]
    pub time_zone: String,
    #[serde(default)]
    pub always: bool,
    #[serde(default)]
    pub windows: Few<Window>,
    #[serde(default)]
    pub holidays: Many<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Window {
    pub days: Few<String>,
    pub from: String,
    pub to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    pub date: String,
    #[serde(default)]
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Template {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub preset: String,
    pub fields: Few<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    #[serde(default)]
    pub key: String,
    #[serde(default)]
    pub group: String,
    pub label: String,
    #[serde(default)]
    pub help: String,
    #[serde(rename = "type")]
    pub field_type: Option<String>,
    #[serde(default)]
    pub choices: Few<String>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub source: String,
    pub provided_by: Option<String>,
    pub used_by: Option<String>,
    #[serde(default)]
    pub example: String,
    #[serde(default)]
    pub validation: String,
    #[serde(default)]
    pub sensitive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sla {
    // What it is about: a handoff, a stage, or the way from one step to another.
    pub handoff: Option<String>,
    pub stage: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub name: Option<String>,
    pub kind: Option<String>,
    #[serde(default)]
    pub conditions: String,
    pub response: Option<f64>,
    pub completion: Option<f64>,
    #[serde(default)]
    pub completion_means: String,
    pub completion_from: Option<String>,
    pub objective: Option<f64>,
    pub completion_objective: Option<f64>,
    pub window: Option<String>,
    #[serde(default)]
    pub quality: String,
    #[serde(default)]
    pub pauses: Few<Pause>,
    #[serde(default)]
    pub escalations: Few<Escalation>,
    #[serde(default)]
    pub breach: String,
    #[serde(default)]
    pub measured_by: String,
    pub owner: Option<String>,
    #[serde(default)]
    pub review_date: String,
    pub status: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pause {
    pub reason: String,
    pub cap: Option<f64>,
    #[serde(default)]
    pub set_by: String,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Escalation {
    pub at: u16,
    pub role: Option<String>,
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub action: String,
    #[serde(default)]
    pub hierarchical: bool,
}

/// Steps that belong together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    pub name: String,
    pub steps: Few<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Criterion {
    pub handoff: String,
    pub side: String,
    pub obligation: Option<String>,
    pub text: String,
    #[serde(default)]
    pub verifier: String,
    #[serde(default)]
    pub evidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PainPoint {
    pub id: Option<String>,
    pub text: String,
    #[serde(default)]
    pub at: Few<String>,
    pub cause: Option<String>,
    #[serde(default)]
    pub wastes: Few<String>,
    #[serde(default)]
    pub signs: Few<String>,
    #[serde(default)]
    pub votes: u16,
    #[serde(default)]
    pub severity: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub text: String,
    pub owner: Option<String>,
    #[serde(default)]
    pub person: String,
    #[serde(default)]
    pub days: u16,
    #[serde(default)]
    pub due: String,
    #[serde(default)]
    pub answers: Few<String>,
    #[serde(default)]
    pub at: Few<String>,
    #[serde(default)]
    pub effect: String,
    #[serde(default)]
    pub effort: String,
    pub status: Option<String>,
    pub kind: Option<String>,
    pub hours: Option<u16>,
    #[serde(default)]
    pub start: String,
    #[serde(default)]
    pub evidence: String,
}
