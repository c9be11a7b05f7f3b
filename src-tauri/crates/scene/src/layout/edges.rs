//! Where the columns of stages end once their steps have been placed: half way between the last
//! step of one and the first of the next.

use crate::measure::STEP_WIDTH;
use model::{Document, Stage, StageEdge, StateId, StepId, StepMove};
use std::collections::BTreeMap;

/// Room beside a step where nothing follows, and the width of a column without steps.
const ROOM: i32 = 48;
const EMPTY: i32 = 200;
/// The narrowest column, as the document wants it.
const NARROWEST: i32 = 120;

/// The borders of the drawn stages after these moves.
pub fn stage_edges(document: &Document, state: StateId, moves: &[StepMove]) -> Vec<StageEdge> {
    let mut stages: Vec<&Stage> =
        document.stages().filter(|stage| stage.state == state && stage.until.is_some()).collect();
    stages.sort_by_key(|stage| (stage.until, stage.order, stage.id));
    let moved: BTreeMap<StepId, i32> = moves.iter().map(|it| (it.step, it.place.x)).collect();
    let half = STEP_WIDTH as i32 / 2;
    let sides: Vec<Option<(i32, i32)>> = stages
        .iter()
        .map(|stage| {
            let steps = document.steps_of(state).filter(|step| step.stage == Some(stage.id));
            let xs = steps.map(|step| moved.get(&step.id).copied().unwrap_or(step.place.x));
            xs.fold(None, |found: Option<(i32, i32)>, x| {
                let (left, right) = found.unwrap_or((x, x));
                Some((left.min(x), right.max(x)))
            })
        })
        .collect();
    let mut before = 0;
    let mut edges = Vec::new();
    for (index, stage) in stages.iter().enumerate() {
        let next = sides.iter().skip(index + 1).flatten().map(|(left, _)| left - half).min();
        let until = match sides.get(index).copied().flatten() {
            None => before + EMPTY,
            Some((_, right)) => {
                let right = right + half;
                next.filter(|next| *next > right).map_or(right + ROOM, |next| (right + next) / 2)
            }
        };
        before = until.max(before + NARROWEST);
        edges.push(StageEdge { stage: stage.id, until: before });
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Command, plan};

    #[test]
    fn a_step_is_in_the_stage_it_was_in_after_tidying_up() {
        let steps = [(0, 100, 72), (0, 120, 72), (0, 900, 72), (1, 1000, 72)];
        let mut document = super::super::tests::document(&steps, &[(0, 1), (1, 2), (2, 3)]).0;
        let state = document.states().next().map(|it| it.id).unwrap();
        for (name, until) in [("Qualify", 300), ("Close", 1200)] {
            let add = Command::AddStage { state, name: name.into(), until };
            document = plan(&document, &add).unwrap().document;
        }
        let stages = |document: &Document| -> Vec<_> {
            document.steps().map(|it| (it.name.clone(), it.stage)).collect()
        };
        let moves = crate::layout::place(&document, state);
        let stages_after = stage_edges(&document, state, &moves);
        let tidied = Command::TidyUp { moves, stages: stages_after };
        let after = plan(&document, &tidied).unwrap().document;
        assert_eq!(stages(&after), stages(&document));
    }
}
