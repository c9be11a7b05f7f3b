//! An end-to-end promise beside the targets that it rests on (domain.md 3.6).

use crate::agreement::Standing;
use model::{ClockKind, HandoffId, Minutes, Share, SlaId, StepId};
use serde::Serialize;
use ts_rs::TS;

/// A promise about a whole way, and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct EndToEndShown {
    /// The agreement that promises it.
    pub sla: SlaId,
    /// What it is called.
    pub name: String,
    /// The agreement as it is read aloud.
    pub sentences: Vec<String>,
    /// How long the way may take.
    pub target: Minutes,
    /// In which minutes, all of it.
    pub clock: ClockKind,
    /// The share of items that must make it.
    pub objective: Option<Share>,
    /// The way with the largest budget, in its order: promised times, and those nobody promised.
    pub stages: Vec<BudgetLine>,
    /// What the lines add up to.
    pub sum: Minutes,
    /// Target minus sum; negative where the stages take more than was promised.
    pub headroom: i32,
    /// The share of items that meets every target at least, whatever depends on what: 0 to 1.
    pub union: f64,
    /// The same, if no stage depends on another.
    pub product: f64,
    /// What every stage needs for the objective by the first rule; absent without an objective.
    pub needed_union: Option<f64>,
    /// And by the second.
    pub needed_product: Option<f64>,
    /// How long the way usually takes as this state draws it.
    pub nominal: Option<Minutes>,
    /// How long it usually takes today; absent where nobody drew today.
    pub usual_today: Option<Minutes>,
    /// The chance that an item makes the target as the way is drawn, from the ranges that people
    /// gave; absent while one is missing.
    pub likely: Option<f64>,
    /// Handoffs on the way whose targets count another clock: they are not in the sum.
    pub other_clock: Vec<HandoffId>,
}

/// A part of the way.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct BudgetLine {
    /// What is done or waited for.
    pub name: String,
    /// The handoff whose target or wait it is.
    pub handoff: Option<HandoffId>,
    /// The step that it leads to, or that is done.
    pub step: Option<StepId>,
    /// How long.
    pub minutes: Minutes,
    /// Promised, or what it takes as drawn.
    pub what: BudgetPart,
    /// The share of items that must meet it, where it is promised.
    pub objective: Option<Share>,
    /// The best case seen today, in the same minutes.
    pub best: Option<Minutes>,
    /// The usual case.
    pub usual: Option<Minutes>,
    /// The worst case seen.
    pub worst: Option<Minutes>,
    /// How the target stands against it; unknown where nothing is promised.
    pub standing: Standing,
}

/// What a line of the budget is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum BudgetPart {
    /// The response target of a handoff.
    Response,
    /// The completion target of a handoff or a stage.
    Completion,
    /// A wait that no target covers.
    Wait,
    /// Work that no target covers.
    Work,
}
