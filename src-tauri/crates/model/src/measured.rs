//! One item that passed a handoff, as a system recorded it. Never part of a document: it is read,
//! reckoned with, and forgotten.

/// One row of what was measured. Times are as they were written, `YYYY-MM-DDTHH:MM`, with a zone
/// behind them or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasuredItem {
    /// Where it stands in its file, counted from 1.
    pub line: usize,
    /// Which handoff: `H-03`.
    pub handoff: String,
    /// When the sender released it.
    pub released: Option<String>,
    /// When the receiver accepted it.
    pub accepted: Option<String>,
    /// When the receiver sent it back.
    pub returned: Option<String>,
    /// When the receiver was done with it.
    pub completed: Option<String>,
    /// How long it took, where only that was recorded; minutes of the clock of the target.
    pub elapsed: Option<i64>,
    /// How long the clock stood still, in the same minutes.
    pub paused: i64,
    /// It was cancelled, and says nothing about how long things take.
    pub cancelled: bool,
}
