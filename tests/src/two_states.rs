//! A synthetic map with a future state in which one step in three is otherwise: gone, moved to
//! another lane, or faster.

use crate::dice::Dice;
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
