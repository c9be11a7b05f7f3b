//! The business case as data: what a change of a process frees, and what that is worth in a year.

use super::known::Amount;
use model::{Clock, Confidence, ConnectorId, ProcessId, RoleId, StateId, StepId, TeamId};
use serde::Serialize;
use ts_rs::TS;

/// What the second of two states frees. Positive is freed, saved and faster; what cannot be said for
/// want of an input is absent, never nothing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct BusinessCase {
    /// The first state.
    pub from: StateId,
    /// The second.
    pub to: StateId,
    /// Whose states they are.
    pub process: Option<ProcessId>,
    /// Whose days are counted.
    pub clock: Clock,
    /// What money is counted in; may be empty.
    pub currency: String,
    /// Items a day.
    pub volume: Option<Amount>,
    /// Person-minutes freed at each item, by the Expected view.
    pub freed_per_item: Option<Amount>,
    /// Person-hours freed in a day: (effort before − effort after) × volume (domain.md 2.3).
    pub freed_per_day: Option<Amount>,
    /// In a year.
    pub freed_per_year: Option<Amount>,
    /// Freed hours of a day over what a person of the team can do in a day. Own teams alone.
    pub people: Option<Covered>,
    /// Freed hours of a year by what they cost.
    pub money_per_year: Option<Covered>,
    /// Days that the expected lead time is shorter.
    pub faster_days: Option<Amount>,
    /// That by volume and cost of delay, in a year.
    pub delay_per_year: Option<Amount>,
    /// By team and role, where there is work before or after.
    pub rows: Vec<CaseRow>,
    /// What is taken as given.
    pub assumed: Vec<CaseAssumption>,
    /// What is not said.
    pub missing: Vec<CaseInput>,
    /// As well known as the worst of the figures that are there.
    pub confidence: Option<Confidence>,
}

/// A figure that may be of a part of the freed hours alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Covered {
    /// How much.
    pub amount: Amount,
    /// Percent of the changed hours of own teams that it is of.
    pub covers: f64,
}

/// The work of one role in one team.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CaseRow {
    /// Whose lane.
    pub team: TeamId,
    /// The role that is accountable for the steps; absent where none is said.
    pub role: Option<RoleId>,
    /// Customer, supplier: its hours are nobody's saving here.
    pub external: bool,
    /// Person-minutes per item in the first state.
    pub before: Amount,
    /// In the second.
    pub after: Amount,
    /// Person-hours freed in a day.
    pub freed_per_day: Option<Amount>,
    /// The same in people.
    pub people: Option<Amount>,
    /// What an hour costs.
    pub cost_per_hour: Option<Amount>,
    /// Freed in a year.
    pub money_per_year: Option<Amount>,
}

/// Something that is taken as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CaseAssumption {
    /// Nobody said how many days a year has.
    DaysPerYear {
        /// So many are taken.
        days: u16,
    },
    /// Steps without a role cost the mean of the roles of their team that have a cost.
    MeanOfTeam {
        /// Of these.
        teams: Vec<TeamId>,
    },
}

/// Something that is not said and that the case needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CaseInput {
    /// The states are of two processes: their hours have nothing in common.
    OneProcess,
    /// How often steps are done: these states have no Expected view.
    Visits {
        /// Which.
        states: Vec<StateId>,
    },
    /// How often branches are taken: shared evenly, or for rework taken as never.
    Probability {
        /// Which.
        connectors: Vec<ConnectorId>,
    },
    /// Process times; these steps are in no sum.
    ProcessTime {
        /// Which.
        steps: Vec<StepId>,
    },
    /// Items a day.
    Volume,
    /// What an hour of roles costs.
    RoleCost {
        /// Which.
        roles: Vec<RoleId>,
    },
    /// Steps without a role, in teams without a role that has a cost.
    TeamCost {
        /// Which.
        teams: Vec<TeamId>,
    },
    /// How long a person of the team can work in a day.
    ProductiveMinutes {
        /// Which.
        teams: Vec<TeamId>,
    },
    /// An expected lead time.
    LeadTime {
        /// Of which states.
        states: Vec<StateId>,
    },
    /// Waits of handoffs; these are in no sum.
    Wait {
        /// Which.
        connectors: Vec<ConnectorId>,
    },
    /// What a day of delay costs.
    CostOfDelay,
    /// What money is counted in.
    Currency,
}
