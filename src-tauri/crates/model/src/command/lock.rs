//! Locking steps where they are, and letting them go again.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::refusal::{Refusal, RefusalCode};

pub(super) fn lock(draft: &mut Draft, steps: &[StepId], pinned: bool) -> Result<Label, Refusal> {
    let mut name = String::new();
    for id in steps {
        let mut step = draft.seen().step(*id).ok_or_else(|| Refusal::no_such("step", *id))?.clone();
        name.clone_from(&step.name);
        step.pinned = pinned;
        draft.put(step);
    }
    if steps.is_empty() {
        return Err(Refusal::new(RefusalCode::NothingToDo, "There is nothing to lock.", []));
    }
    let code = if pinned { LabelCode::Lock } else { LabelCode::Unlock };
    let count = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    Ok(Label { code, count, name: if count == 1 { name } else { String::new() } })
}
