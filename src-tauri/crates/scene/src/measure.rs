//! The sizes of things on a map, in points. One place, so that layout, routing and painting agree.

use crate::shape::{TextStyle, Weight};

/// Width of the lane heads.
pub const HEAD_WIDTH: f32 = 136.0;
/// Height of a lane that nobody resized and whose content fits.
pub const LANE_HEIGHT: f32 = 144.0;
/// Room kept between the content of a lane and its edges.
pub const LANE_ROOM: f32 = 28.0;
/// Height of the heads of stages, above the lanes.
pub const STAGE_HEAD: f32 = 30.0;
/// Radius of the jump where one line crosses another.
pub const JUMP: f32 = 4.5;
/// The map is at least this wide, so that an empty one has ground to drop things on.
pub const LEAST_WIDTH: f32 = 1100.0;
/// Ground kept free at the right of the last step.
pub const RIGHT_ROOM: f32 = 140.0;

/// Width of a step.
pub const STEP_WIDTH: f32 = 128.0;
/// Height of a step with up to two lines of name.
pub const STEP_HEIGHT: f32 = 68.0;
/// Room between the edge of a step and its text.
pub const STEP_PAD: f32 = 12.0;
/// Lines of name a step shows.
pub const NAME_LINES: usize = 6;
/// Width and height of a decision.
pub const DECISION: (f32, f32) = (92.0, 68.0);
/// Radius of a start or an end.
pub const EVENT_RADIUS: f32 = 15.0;

/// Name of a step.
pub const NAME: TextStyle = TextStyle::new(13.0, Weight::SemiBold);
/// Height of a line of name.
pub const NAME_LEADING: f32 = 17.0;
/// Times, shares, labels.
pub const SMALL: TextStyle = TextStyle::new(11.0, Weight::Regular);
/// Emphasis among small text.
pub const SMALL_BOLD: TextStyle = TextStyle::new(11.0, Weight::SemiBold);
/// Height of a line of small text.
pub const SMALL_LEADING: f32 = 14.0;

/// Shortest straight piece between a step and the first bend.
pub const STUB: f32 = 16.0;
/// A connector keeps this far from steps it passes.
pub const CLEARANCE: f32 = 8.0;
/// Distance between connectors that run side by side.
pub const TRACK: f32 = 8.0;
/// Radius of a bend.
pub const BEND: f32 = 8.0;
/// Length of an arrowhead.
pub const ARROW: f32 = 9.0;
/// Height of a handoff's pill.
pub const PILL_HEIGHT: f32 = 24.0;

/// Distance between the centres of neighbouring columns when Baton places steps.
pub const COLUMN: i32 = 204;
/// Centre of the first column.
pub const FIRST_COLUMN: i32 = 104;

/// To the half point: enough for the eye, and short in a patch.
pub fn round(value: f32) -> f32 {
    (value * 2.0).round() / 2.0
}
