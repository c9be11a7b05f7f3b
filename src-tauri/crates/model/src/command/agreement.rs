//! What two teams agree: service levels, templates, calendars, criteria, letters, waivers. Adding one
//! for handoffs ties it to them in the same edit.

use super::edit::{
    CalendarEdit, CriterionEdit, RoleEdit, SlaEdit, StageEdit, StateEdit, TemplateEdit,
};
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// What one cell of the responsibility matrix shall hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct RaciCell {
    /// A handoff or a step.
    pub row: Target,
    /// Which part of a handoff.
    pub part: RowPart,
    /// The column.
    pub role: RoleId,
    /// Nothing empties the cell.
    pub letters: BTreeSet<RaciLetter>,
}

/// The handoffs, all of them there.
fn handoffs(draft: &Draft, ids: &[HandoffId]) -> Result<Vec<Handoff>, Refusal> {
    let there = |id: &HandoffId| draft.seen().handoff(*id).cloned();
    ids.iter().map(|id| there(id).ok_or_else(|| Refusal::no_such("handoff", *id))).collect()
}

/// A new service level, under which these handoffs stand from now on.
pub(super) fn add_sla(draft: &mut Draft, sla: &Sla, under: &[HandoffId]) -> Result<Label, Refusal> {
    let under = handoffs(draft, under)?;
    let id = SlaId::from(draft.fresh());
    draft.put(Sla { id, ..sla.clone() });
    for handoff in under {
        draft.put(Handoff { sla: Some(id), ..handoff });
    }
    Ok(Label::of(LabelCode::AddSla, &sla.name))
}

/// A new service level of a stage.
pub(super) fn add_stage_sla(draft: &mut Draft, sla: &Sla, of: StageId) -> Result<Label, Refusal> {
    let stage = draft.seen().stage(of).cloned().ok_or_else(|| Refusal::no_such("stage", of))?;
    let id = SlaId::from(draft.fresh());
    draft.put(Sla { id, ..sla.clone() });
    draft.put(Stage { sla: Some(id), ..stage });
    Ok(Label::of(LabelCode::AddSla, &sla.name))
}

/// A new template, which these handoffs use from now on.
pub(super) fn add_template(
    draft: &mut Draft,
    template: &Template,
    used_by: &[HandoffId],
) -> Result<Label, Refusal> {
    let used_by = handoffs(draft, used_by)?;
    let id = TemplateId::from(draft.fresh());
    draft.put(Template { id, ..template.clone() });
    for handoff in used_by {
        draft.put(Handoff { template: Some(id), ..handoff });
    }
    Ok(Label::of(LabelCode::AddTemplate, &template.name))
}

pub(super) fn add_calendar(draft: &mut Draft, calendar: &Calendar) -> Result<Label, Refusal> {
    let id = draft.fresh().into();
    draft.put(Calendar { id, ..calendar.clone() });
    Ok(Label::of(LabelCode::AddCalendar, &calendar.name))
}

/// A criterion behind the others of its side.
pub(super) fn add_criterion(
    draft: &mut Draft,
    about: Target,
    side: CriterionSide,
    obligation: Obligation,
    text: &str,
) -> Result<Label, Refusal> {
    let (kind, guarded) = about.reference();
    if draft.seen().kind(guarded) != Some(kind) {
        return Err(Refusal::no_such(kind.word(), guarded));
    }
    let id = draft.fresh().into();
    let order = u16::try_from(beside(draft, about, side).len()).unwrap_or(u16::MAX);
    let (verifier, evidence) = (String::new(), String::new());
    let text = text.to_owned();
    draft.put(Criterion { id, about, side, obligation, text, verifier, evidence, order });
    Ok(Label::of(LabelCode::AddCriterion, ""))
}

/// The criteria of one side of one thing, in order.
fn beside(draft: &Draft, about: Target, side: CriterionSide) -> Vec<Criterion> {
    let mut all: Vec<Criterion> = draft
        .seen()
        .criteria()
        .filter(|it| it.about == about && it.side == side)
        .cloned()
        .collect();
    all.sort_by_key(|it| (it.order, it.id));
    all
}

/// A criterion to another place among those of its side.
pub(super) fn move_criterion(
    draft: &mut Draft,
    id: CriterionId,
    to: u16,
) -> Result<Label, Refusal> {
    let moved =
        draft.seen().criterion(id).ok_or_else(|| Refusal::no_such("criterion", id))?.clone();
    let mut all = beside(draft, moved.about, moved.side);
    all.retain(|it| it.id != id);
    all.insert(usize::from(to).min(all.len()), moved);
    for (order, criterion) in (0u16..).zip(all) {
        if criterion.order != order || criterion.id == id {
            draft.put(Criterion { order, ..criterion });
        }
    }
    Ok(Label::of(LabelCode::MoveCriterion, ""))
}

/// One cell of the responsibility matrix; no letters empty it.
pub(super) fn set_raci(
    draft: &mut Draft,
    row: Target,
    part: RowPart,
    role: RoleId,
    letters: &BTreeSet<RaciLetter>,
) -> Result<Label, Refusal> {
    let (kind, about) = row.reference();
    if draft.seen().kind(about) != Some(kind) {
        return Err(Refusal::no_such(kind.word(), about));
    }
    let name = match draft.seen().role(role) {
        Some(role) => role.name.clone(),
        None => return Err(Refusal::no_such("role", role)),
    };
    let cell = |it: &&RaciAssignment| it.row == row && it.part == part && it.role == role;
    let there: Vec<RaciAssignmentId> =
        draft.seen().raci_assignments().filter(cell).map(|it| it.id).collect();
    let kept = if letters.is_empty() { None } else { there.first().copied() };
    let others = there.into_iter().filter(|id| Some(*id) != kept).map(RecordId::from);
    draft.remove_with_dependents(others.collect::<Vec<_>>());
    if !letters.is_empty() {
        let id = kept.unwrap_or_else(|| draft.fresh().into());
        draft.put(RaciAssignment { id, row, part, role, letters: letters.clone() });
    }
    Ok(Label::of(LabelCode::ChangeRaci, &name))
}

/// Several cells, one after the other; the label names their role where it is the same in all.
pub(super) fn set_raci_cells(draft: &mut Draft, cells: &[RaciCell]) -> Result<Label, Refusal> {
    let Some((first, others)) = cells.split_first() else {
        let message = "No cell of the matrix was named.";
        return Err(Refusal::new(RefusalCode::NothingToDo, message, []));
    };
    let label = set_raci(draft, first.row, first.part, first.role, &first.letters)?;
    for RaciCell { row, part, role, letters } in others {
        set_raci(draft, *row, *part, *role, letters)?;
    }
    let one = others.iter().all(|it| it.role == first.role);
    Ok(if one { label } else { Label::of(LabelCode::ChangeRaci, "") })
}

/// Leaves a finding as it is, for a reason. A finding is waived once.
pub(super) fn waive(
    draft: &mut Draft,
    finding: &str,
    reason: &str,
    by: &str,
    date: &str,
) -> Result<Label, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::new(
            RefusalCode::NothingToDo,
            "Say why this check may stay open; the pack prints the reason.",
            [],
        ));
    }
    let there = draft.seen().waivers().find(|it| it.finding == finding).map(|it| it.id);
    let id = there.unwrap_or_else(|| draft.fresh().into());
    draft.put(Waiver {
        id,
        finding: finding.to_owned(),
        reason: reason.to_owned(),
        by: by.to_owned(),
        date: date.to_owned(),
    });
    let rule = finding.split(':').next().unwrap_or_default();
    Ok(Label::of(LabelCode::Waive, rule))
}

/// How much a rule matters here and from where on it fires; nothing said is as the rule says.
pub(super) fn set_rule(draft: &mut Draft, setting: &RuleSetting) -> Result<Label, Refusal> {
    let mut engagement = draft
        .seen()
        .the_engagement()
        .ok_or_else(|| Refusal::no_such("engagement", RecordId(0)))?
        .clone();
    engagement.rules.retain(|it| it.rule != setting.rule);
    if setting.level.is_some() || setting.threshold.is_some() {
        engagement.rules.push(setting.clone());
        engagement.rules.sort_by(|a, b| a.rule.cmp(&b.rule));
    }
    draft.put(engagement);
    Ok(Label::of(LabelCode::ChangeRule, &setting.rule))
}

macro_rules! edits {
    ($($function:ident($id:ident, $edit:ident) $one:ident $word:literal $code:ident $name:ident;)*) => {$(
        pub(super) fn $function(
            draft: &mut Draft,
            id: $id,
            edit: &$edit,
        ) -> Result<Label, Refusal> {
            let mut it =
                draft.seen().$one(id).ok_or_else(|| Refusal::no_such($word, id))?.clone();
            edit.write(&mut it);
            let label = Label::of(LabelCode::$code, &it.$name);
            draft.put(it);
            Ok(label)
        }
    )*};
}
edits! {
    edit_sla(SlaId, SlaEdit) sla "service level" ChangeSla name;
    edit_template(TemplateId, TemplateEdit) template "template" ChangeTemplate name;
    edit_calendar(CalendarId, CalendarEdit) calendar "calendar" ChangeCalendar name;
    edit_criterion(CriterionId, CriterionEdit) criterion "criterion" ChangeCriterion text;
    edit_role(RoleId, RoleEdit) role "role" ChangeRole name;
    edit_stage(StageId, StageEdit) stage "stage" ChangeStage name;
    edit_state(StateId, StateEdit) state "map" ChangeState name;
}
