//! Actions of the plan: what is done about what the room found (domain.md 6.4).

use super::edit::ActionEdit;
use super::marks::pinned_to;
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::brief;
use std::collections::BTreeSet;

pub(super) fn add_action(
    draft: &mut Draft,
    text: &str,
    about: &[Target],
    answers: &[PainPointId],
) -> Result<Label, Refusal> {
    let (about, answers) = (about.to_vec(), answers.to_vec());
    plan_action(draft, &Action { text: text.to_owned(), about, answers, ..Default::default() })
}

pub(super) fn plan_action(draft: &mut Draft, action: &Action) -> Result<Label, Refusal> {
    fits(draft, action)?;
    let id = draft.fresh().into();
    draft.put(Action { id, ..action.clone() });
    Ok(Label::of(LabelCode::AddAction, &brief(&action.text)))
}

pub(super) fn edit_action(
    draft: &mut Draft,
    id: ActionId,
    edit: &ActionEdit,
) -> Result<Label, Refusal> {
    let mut it = draft.seen().action(id).ok_or_else(|| Refusal::no_such("action", id))?.clone();
    edit.write(&mut it);
    // What is planned for no column has no day either: it would stand in a column by that.
    if *edit == ActionEdit::HorizonDays(0) {
        it.due.clear();
    }
    fits(draft, &it)?;
    let name = brief(&it.text);
    draft.put(it);
    Ok(Label::of(LabelCode::ChangeAction, &name))
}

/// Whether everything an action names is there, and what comes first does not come after it.
fn fits(draft: &Draft, action: &Action) -> Result<(), Refusal> {
    pinned_to(draft, &action.about)?;
    let seen = draft.seen();
    for id in &action.answers {
        seen.pain_point(*id).ok_or_else(|| Refusal::no_such("pain point", *id))?;
    }
    if let Some(owner) = action.owner {
        seen.role(owner).ok_or_else(|| Refusal::no_such("role", owner))?;
    }
    let mut met = BTreeSet::from([action.id]);
    let mut before = action.after;
    while let Some(id) = before {
        let it = seen.action(id).ok_or_else(|| Refusal::no_such("action", id))?;
        if !met.insert(id) {
            return Err(Refusal::new(
                RefusalCode::ActionWouldLoop,
                "Each of these actions would wait for the other. Choose one that does not come after this one.",
                [action.id.into(), id.into()],
            ));
        }
        before = it.after;
    }
    Ok(())
}
