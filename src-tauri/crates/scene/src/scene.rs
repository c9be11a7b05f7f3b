//! The scene: a state as drawn. Groups of shapes, one for each visible part of a record, in the
//! order they are painted.

use crate::moved::Moved;
use crate::shape::{Rect, Shape};
use model::{LaneId, RecordId, StateId, TeamId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// Which part of a record a group draws. The order is the order of painting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Part {
    /// The band of a lane.
    Lane,
    /// The column of a stage: its head above the lanes and its border; the bounds are the head's.
    Stage,
    /// A connector inside a lane, or a return.
    Connector,
    /// A connector that hands off.
    Crossing,
    /// A step, decision, start or end.
    Step,
    /// The label of a connector, and the wait on one that does not hand off.
    Label,
    /// The pill of a handoff, on the lane line.
    Handoff,
    /// The burst of pain points pinned to a thing.
    PainPoint,
    /// The burst of ideas pinned to a thing.
    Idea,
    /// The sheet of notes and questions pinned to a thing.
    Note,
    /// The head of a lane; the view keeps it in sight while panning.
    LaneHead,
    /// One column of the ladder.
    Rung,
}

/// A difference between two scenes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Drawn {
    /// Groups that are new or drawn otherwise; each belongs at the place of its key.
    pub groups: Vec<Arc<Group>>,
    /// Groups that are drawn as they were, elsewhere.
    pub moved: Vec<Moved>,
    /// Groups that are gone.
    pub removed: Vec<GroupKey>,
    /// The lanes, if any moved.
    pub lanes: Option<Vec<LaneBand>>,
    /// The bounds of the new scene.
    pub bounds: Rect,
}

impl Scene {
    /// What has to be drawn otherwise to come from `self` to `next`.
    pub fn difference(&self, next: &Scene) -> Drawn {
        let mut drawn = Drawn { bounds: next.bounds, ..Drawn::default() };
        let mut old = self.groups.iter().peekable();
        for group in &next.groups {
            while let Some(gone) = old.next_if(|it| it.key < group.key) {
                drawn.removed.push(gone.key);
            }
            let before = old.next_if(|it| it.key == group.key);
            if before.is_some_and(|it| Arc::ptr_eq(it, group) || it == group) {
                continue;
            }
            match before.and_then(|it| group.moved_from(it)) {
                Some(moved) => drawn.moved.push(moved),
                None => drawn.groups.push(Arc::clone(group)),
            }
        }
        drawn.removed.extend(old.map(|gone| gone.key));
        if self.lanes != next.lanes {
            drawn.lanes = Some(next.lanes.clone());
        }
        drawn
    }
}

/// What tells one group from another: the record and the part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct GroupKey {
    /// Which part.
    pub part: Part,
    /// Of which record.
    pub id: RecordId,
}

/// The shapes of one part of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct Group {
    /// Which one.
    pub key: GroupKey,
    /// The box a pointer can hit and a focus ring goes round. For a connector: around its line.
    pub bounds: Rect,
    /// For a connector: the corners of its line, source to target; empty for everything else.
    pub line: Vec<(f32, f32)>,
    /// What to paint, in order.
    pub shapes: Vec<Shape>,
}

/// Where a lane lies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct LaneBand {
    /// Which lane.
    pub lane: LaneId,
    /// Whose it is.
    pub team: TeamId,
    /// Its top edge.
    pub top: f32,
    /// Its height.
    pub height: f32,
}

/// A state as drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Scene {
    /// Which state.
    pub state: StateId,
    /// Around everything.
    pub bounds: Rect,
    /// Width of the lane heads, at the left of x = 0.
    pub head_width: f32,
    /// The lanes, topmost first.
    pub lanes: Vec<LaneBand>,
    /// The groups, in the order of their keys, which is the order of painting.
    pub groups: Vec<Arc<Group>>,
}

/// The ladder under a map: its own small scene, laid out for a width.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Ladder {
    /// The width it was laid out for.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// One group per rung, left to right; the key names the step or connector it stands for.
    pub groups: Vec<Group>,
}
