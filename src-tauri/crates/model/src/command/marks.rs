//! What a room says, as marks on the map: pain points, ideas, notes, and the votes on them.

use super::edit::{IdeaEdit, NoteEdit, PainPointEdit};
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::brief;
use crate::value::*;

/// Whether everything a mark is pinned to is there.
pub(super) fn pinned_to(draft: &Draft, about: &[Target]) -> Result<(), Refusal> {
    for target in about {
        let (kind, id) = target.reference();
        if draft.seen().kind(id) != Some(kind) {
            return Err(Refusal::no_such(kind.word(), id));
        }
    }
    Ok(())
}

pub(super) fn add_pain_point(
    draft: &mut Draft,
    text: &str,
    about: &[Target],
    cause: Option<DelayCause>,
) -> Result<Label, Refusal> {
    pinned_to(draft, about)?;
    let id = draft.fresh().into();
    let (text, about) = (text.to_owned(), about.to_vec());
    let name = brief(&text);
    draft.put(PainPoint { id, text, about, cause, ..Default::default() });
    Ok(Label::of(LabelCode::AddPainPoint, &name))
}

pub(super) fn add_idea(draft: &mut Draft, text: &str, about: &[Target]) -> Result<Label, Refusal> {
    pinned_to(draft, about)?;
    let id = draft.fresh().into();
    draft.put(Idea { id, text: text.to_owned(), about: about.to_vec(), votes: 0 });
    Ok(Label::of(LabelCode::AddIdea, &brief(text)))
}

pub(super) fn add_note(
    draft: &mut Draft,
    about_kind: NoteKind,
    text: &str,
    about: &[Target],
) -> Result<Label, Refusal> {
    pinned_to(draft, about)?;
    let id = draft.fresh().into();
    let (text, about) = (text.to_owned(), about.to_vec());
    draft.put(Note { id, about_kind, text, about, ..Default::default() });
    Ok(Label::of(LabelCode::AddNote, about_kind.word()))
}

pub(super) fn edit_pain_point(
    draft: &mut Draft,
    id: PainPointId,
    edit: &PainPointEdit,
) -> Result<Label, Refusal> {
    let mut it =
        draft.seen().pain_point(id).ok_or_else(|| Refusal::no_such("pain point", id))?.clone();
    edit.write(&mut it);
    pinned_to(draft, &it.about)?;
    let name = brief(&it.text);
    draft.put(it);
    Ok(Label::of(LabelCode::ChangePainPoint, &name))
}

pub(super) fn edit_idea(draft: &mut Draft, id: IdeaId, edit: &IdeaEdit) -> Result<Label, Refusal> {
    let mut it = draft.seen().idea(id).ok_or_else(|| Refusal::no_such("idea", id))?.clone();
    edit.write(&mut it);
    pinned_to(draft, &it.about)?;
    let name = brief(&it.text);
    draft.put(it);
    Ok(Label::of(LabelCode::ChangeIdea, &name))
}

pub(super) fn edit_note(draft: &mut Draft, id: NoteId, edit: &NoteEdit) -> Result<Label, Refusal> {
    let mut it = draft.seen().note(id).ok_or_else(|| Refusal::no_such("note", id))?.clone();
    edit.write(&mut it);
    pinned_to(draft, &it.about)?;
    let name = it.about_kind.word();
    draft.put(it);
    Ok(Label::of(LabelCode::ChangeNote, name))
}

/// Dots more or fewer on a pain point or an idea; never below none.
pub(super) fn vote(draft: &mut Draft, id: RecordId, by: i16) -> Result<Label, Refusal> {
    let after = |votes: u16| votes.saturating_add_signed(by);
    let name = match draft.seen().record(id) {
        Some(Record::PainPoint(it)) => {
            let name = brief(&it.text);
            draft.put(PainPoint { votes: after(it.votes), ..it });
            name
        }
        Some(Record::Idea(it)) => {
            let name = brief(&it.text);
            draft.put(Idea { votes: after(it.votes), ..it });
            name
        }
        Some(other) => {
            return Err(Refusal::new(
                RefusalCode::NothingToDo,
                format!("Votes go to pain points and ideas, not to a {}.", other.kind().word()),
                [id],
            ));
        }
        None => return Err(Refusal::no_such("mark", id)),
    };
    Ok(Label { code: LabelCode::Vote, count: u32::from(by.unsigned_abs()), name })
}
