//! What a plan asks of whom by when: the column and the day of every action, what is late, hours by
//! owner, and what the room voted for that nothing answers (domain.md 6.4).

use crate::calendar::Day;
use model::{Action, ActionId, ActionStatus, Document, Minutes, PainPointId, RoleId, Target};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The columns of a plan, in days from where it begins.
pub const HORIZONS: [u16; 3] = [30, 60, 90];

/// Pain of this severity wants an answer without a vote, too: it costs time every week.
const GRAVE: u8 = 3;

/// A plan at one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Plan {
    /// The last day of each column, `YYYY-MM-DD`; empty while nobody said when the plan begins.
    pub until: Vec<String>,
    /// Every action, in the order of the document.
    pub actions: Vec<PlannedAction>,
    /// Who has how much to do, the most first, what nobody took last.
    pub loads: Vec<OwnerLoad>,
    /// What hurts and has no action against it, the most votes first, then the gravest.
    pub unanswered: Vec<Unanswered>,
}

/// Where one action stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PlannedAction {
    /// Which.
    pub action: ActionId,
    /// The column, 30, 60 or 90; 0 where it is not planned, or later than the plan reaches.
    pub horizon: u16,
    /// The day it is due, `YYYY-MM-DD`: its own, else the last of its column; empty where neither
    /// is known.
    pub due: String,
    /// It is not finished, and that day has passed.
    pub late: bool,
    /// Its own day lies behind the last one of its column.
    pub beyond: bool,
}

/// What one owner has to do, of what is not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct OwnerLoad {
    /// Who answers for it.
    pub owner: Option<RoleId>,
    /// Who does it; empty with no owner is nobody yet.
    pub person: String,
    /// How many actions.
    pub actions: u32,
    /// Those of them whose work nobody said: the hours are at least these.
    pub unsaid: u32,
    /// Work by column: 30, 60, 90, not planned.
    pub work: [Minutes; 4],
}

/// A pain point that nothing answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Unanswered {
    /// Which.
    pub pain_point: PainPointId,
    /// Somebody has an idea at the same place.
    pub has_idea: bool,
}

/// The plan of a document. `today` is what is late by, and what undated columns count from, as
/// `YYYY-MM-DD`; without it nothing is late.
pub fn plan(document: &Document, today: Option<&str>) -> Plan {
    let today = today.and_then(day);
    let from = begin(document);
    let actions: Vec<PlannedAction> =
        document.actions().map(|it| planned(it, from, today)).collect();
    Plan {
        until: HORIZONS.iter().filter_map(|it| from.map(|day| end(day, *it).to_string())).collect(),
        loads: loads(document, &actions),
        unanswered: unanswered(document),
        actions,
    }
}

/// The day an action is due: its own, else the last of its column, where the plan begins at `from`.
pub fn due(action: &Action, from: Option<Day>) -> Option<Day> {
    let of_column = || Some(end(from?, action.horizon_days)).filter(|_| action.horizon_days > 0);
    day(&action.due).or_else(of_column)
}

/// The day the plan begins, if it was said.
pub fn begin(document: &Document) -> Option<Day> {
    document.the_engagement().and_then(|it| day(&it.plan_from))
}

fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

fn end(from: Day, days: u16) -> Day {
    from.plus(i32::from(days))
}

fn is_open(action: &Action) -> bool {
    matches!(action.status, ActionStatus::Open | ActionStatus::Started)
}

fn planned(action: &Action, from: Option<Day>, today: Option<Day>) -> PlannedAction {
    let own = day(&action.due);
    // Where the room put it counts; a bare date is sorted in.
    let fits = |days: &u16| match (action.horizon_days, own, from.or(today)) {
        (0, Some(own), Some(from)) => own <= end(from, *days),
        (0, ..) => false,
        (said, ..) => said <= *days,
    };
    let due = due(action, from);
    let last = from.filter(|_| action.horizon_days > 0).map(|it| end(it, action.horizon_days));
    PlannedAction {
        action: action.id,
        horizon: HORIZONS.into_iter().find(fits).unwrap_or(0),
        due: due.map(|it| it.to_string()).unwrap_or_default(),
        late: is_open(action) && due.zip(today).is_some_and(|(due, today)| due < today),
        beyond: own.zip(last).is_some_and(|(own, last)| own > last),
    }
}

fn loads(document: &Document, planned: &[PlannedAction]) -> Vec<OwnerLoad> {
    let mut loads: BTreeMap<(Option<RoleId>, &str), OwnerLoad> = BTreeMap::new();
    let open = document.actions().zip(planned).filter(|(action, _)| is_open(action));
    for (action, at) in open {
        let person = action.person.trim();
        let load = loads.entry((action.owner, person)).or_insert_with(|| OwnerLoad {
            owner: action.owner,
            person: person.to_owned(),
            actions: 0,
            unsaid: 0,
            work: [Minutes(0); 4],
        });
        load.actions += 1;
        let column = HORIZONS.iter().position(|it| *it == at.horizon).unwrap_or(HORIZONS.len());
        match (action.work, load.work.get_mut(column)) {
            (Some(work), Some(sum)) => sum.0 = sum.0.saturating_add(work.0),
            _ => load.unsaid += 1,
        }
    }
    let mut loads: Vec<OwnerLoad> = loads.into_values().collect();
    let whole = |it: &OwnerLoad| it.work.iter().map(|it| i64::from(it.0)).sum::<i64>();
    let nobody = |it: &OwnerLoad| it.owner.is_none() && it.person.is_empty();
    loads.sort_by_key(|it| (nobody(it), -whole(it)));
    loads
}

fn unanswered(document: &Document) -> Vec<Unanswered> {
    let kept = document.actions().filter(|it| it.status != ActionStatus::Dropped);
    let answered: BTreeSet<PainPointId> = kept.flat_map(|it| it.answers.iter().copied()).collect();
    let places: BTreeSet<Target> =
        document.ideas().flat_map(|it| it.about.iter().copied()).collect();
    let hurts = |it: &&model::PainPoint| it.votes > 0 || it.severity >= GRAVE;
    let mut open: Vec<_> =
        document.pain_points().filter(hurts).filter(|it| !answered.contains(&it.id)).collect();
    open.sort_by_key(|it| (u16::MAX - it.votes, u8::MAX - it.severity, it.id));
    let shown = |it: &model::PainPoint| Unanswered {
        pain_point: it.id,
        has_idea: it.about.iter().any(|target| places.contains(target)),
    };
    open.into_iter().map(shown).collect()
}
