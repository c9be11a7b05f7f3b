//! Maps with a future state: one in which one step in three is otherwise (gone, moved to another
//! lane, or faster), one as chance makes it, and whether what is said of two states adds up.

use crate::dice::Dice;
use crate::gestures;
use analysis::compare::Comparison;
use model::*;

/// The document with a future state made from its first one, and the two states; nothing if it has
/// no state.
pub fn two_states(document: &Document) -> Option<(Document, StateId, StateId)> {
    let from = document.states().next()?.id;
    let make = Command::MakeState { from, role: StateRole::Future, name: "Next".into() };
    let mut document = plan(document, &make).ok()?.document;
    let to = document.states().map(|it| it.id).max()?;
    let lanes: Vec<LaneId> = document.lanes_of(to).iter().map(|it| it.id).collect();
    let mut dice = Dice::new(3);
    let steps: Vec<Step> = document.steps_of(to).cloned().collect();
    for (at, step) in steps.iter().enumerate().step_by(3) {
        let command = match at % 4 {
            0 => Command::Delete { ids: vec![step.id.into()] },
            1 => {
                let lane = dice.pick(&lanes).unwrap_or(step.lane);
                let place = Place { x: step.place.x + 20, y: step.place.y };
                Command::MoveSteps { moves: vec![StepMove { step: step.id, lane, place }] }
            }
            _ => {
                let edit = StepEdit::Span(Some(Estimate::of(Minutes(30))));
                Command::EditStep { step: step.id, edit }
            }
        };
        document = plan(&document, &command).ok()?.document;
    }
    Some((document, from, to))
}

/// The document with a copy of `from` beside it to which `turns` random gestures were done, and the
/// copy; nothing if the state cannot be copied.
pub fn any_future(
    dice: &mut Dice,
    document: &Document,
    from: StateId,
    turns: usize,
) -> Option<(Document, StateId)> {
    let make = Command::MakeState { from, role: StateRole::Future, name: "Next".into() };
    let mut document = plan(document, &make).ok()?.document;
    let made = document.states().map(|it| it.id).max()?;
    for _ in 0..turns {
        let command = gestures::command(dice, &document, made);
        if let Ok(planned) = plan(&document, &command) {
            document = planned.document;
        }
    }
    Some((document, made))
}

/// Whether the parts of each waterfall are what lies between its ends, each of a change that is told.
///
/// # Errors
/// What does not hold.
pub fn adds_up(comparison: &Comparison) -> Result<(), String> {
    for fall in &comparison.waterfalls {
        let sum: f64 = fall.parts.iter().map(|it| it.by).sum();
        let difference = fall.after - fall.before;
        if (sum - difference).abs() >= 1e-6_f64.max(1e-9 * difference.abs()) {
            return Err(format!("{:?}: {sum} of {difference}", fall.of));
        }
        let told = |id: &String| comparison.changes.iter().any(|it| it.id == *id);
        let wrong = |it: &&_| {
            let part: &analysis::compare::WaterfallPart = it;
            !part.change.as_ref().is_none_or(told) || part.title.is_empty()
        };
        if let Some(part) = fall.parts.iter().find(wrong) {
            return Err(format!("{part:?}"));
        }
    }
    Ok(())
}
