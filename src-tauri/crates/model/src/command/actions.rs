//! Actions of the plan: what is done about what the room found (domain.md 6.4).

use super::edit::ActionEdit;
use super::marks::pinned_to;
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::Refusal;

pub(super) fn add_action(
    draft: &mut Draft,
    text: &str,
    about: &[Target],
    answers: &[PainPointId],
) -> Result<Label, Refusal> {
    pinned_to(draft, about)?;
    for id in answers {
        draft.seen().pain_point(*id).ok_or_else(|| Refusal::no_such("pain point", *id))?;
    }
    let id = draft.fresh().into();
    let (about, answers) = (about.to_vec(), answers.to_vec());
    draft.put(Action { id, text: text.to_owned(), about, answers, ..Default::default() });
    Ok(Label::of(LabelCode::AddAction, ""))
}

pub(super) fn edit_action(
    draft: &mut Draft,
    id: ActionId,
    edit: &ActionEdit,
) -> Result<Label, Refusal> {
    let mut it = draft.seen().action(id).ok_or_else(|| Refusal::no_such("action", id))?.clone();
    edit.write(&mut it);
    pinned_to(draft, &it.about)?;
    draft.put(it);
    Ok(Label::of(LabelCode::ChangeAction, ""))
}
