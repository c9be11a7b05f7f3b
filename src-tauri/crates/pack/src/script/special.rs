//! What is drawn rather than written: the cover, and a map with its ladder, whole or in parts.

use super::Drawing;
use crate::page::Anchor;
use model::{ConnectorId, MapPaper};
use scene::Rect;
use std::ops::Range;

/// The cover.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// A PNG in base64, and what it is called aloud; empty is none.
    pub logo: String,
    pub logo_says: String,
    /// Whose processes these are; may be empty.
    pub client: String,
    /// What the engagement is called.
    pub title: String,
    /// What the pack is about.
    pub subtitle: String,
    /// Three figures, each with what it is of.
    pub figures: Vec<(String, String)>,
    /// How far they can be trusted, in a sentence.
    pub certainty: String,
    /// When, which version, which status; a line each.
    pub imprint: Vec<String>,
    /// Who may read it; empty for no mark.
    pub confidential: String,
}

/// A map with its ladder, as large as it has to be to be read.
#[derive(Clone, Debug)]
pub struct MapFigure {
    /// What the sheet is called.
    pub title: String,
    /// What the map shows, in one sentence.
    pub finding: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The map.
    pub drawing: Drawing,
    /// Its ladder, where there is a path.
    pub ladder: Option<LadderFigure>,
    /// What its minutes are.
    pub clock: String,
    /// What is said when no sheet is long enough, with `{}` for the size of the smallest text.
    pub illegible: String,
    /// What on it leads somewhere.
    pub spots: Vec<Spot>,
    /// How it is laid on paper, where it is on pages.
    pub paper: MapPaper,
    /// What it is cut into where it is laid part by part; nothing where it cannot be.
    pub parts: Vec<MapPart>,
}

/// A part of a map on a page of its own: a stage, or a lane.
#[derive(Clone, Debug)]
pub struct MapPart {
    /// What it is called.
    pub name: String,
    /// How much there is on it, in one sentence.
    pub finding: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The part, with the heads of its lanes and room for its marks.
    pub drawing: Drawing,
    /// What of the map it shows; the lines that lead out of it are cut at its edges.
    pub window: Rect,
    /// Which shapes of the drawing those lines are.
    pub cut: Range<usize>,
    /// Where those lines go on.
    pub marks: Vec<Continuation>,
    /// What on it leads somewhere.
    pub spots: Vec<Spot>,
}

/// An edge that lines are cut at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// The upper one.
    Top,
    /// The lower one.
    Bottom,
}

/// A mark where a line leaves its part of the map, or comes into it.
#[derive(Clone, Debug)]
pub struct Continuation {
    /// Whose line it is.
    pub connector: ConnectorId,
    /// Where it is cut.
    pub at: (f32, f32),
    /// At which edge of the part.
    pub edge: Edge,
    /// Whether it leaves.
    pub onward: bool,
    /// The step that it goes on to, or comes from.
    pub step: String,
    /// The part which that step is on, by its index.
    pub part: usize,
    /// Where that is said.
    pub slot: Rect,
}

/// One rung of a ladder: from where to where it reaches in the drawing, and which shapes it is.
#[derive(Clone, Debug)]
pub struct Rung {
    /// Its left end.
    pub left: f32,
    /// Its width; only its time may reach a hair over it.
    pub width: f32,
    /// Its shapes.
    pub shapes: std::ops::Range<usize>,
}

/// The ladder of the critical path.
#[derive(Clone, Debug)]
pub struct LadderFigure {
    /// The ladder.
    pub drawing: Drawing,
    /// What it may be cut between, from the left.
    pub rungs: Vec<Rung>,
    /// Its title, on a page of its own.
    pub title: String,
    /// What it shows, in one sentence.
    pub finding: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Lead time, process time, activity ratio.
    pub totals: Vec<String>,
}

/// A part of a drawing that leads somewhere.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Where, in the drawing.
    pub rect: Rect,
    /// Where to.
    pub to: Anchor,
    /// What it is called aloud.
    pub says: String,
}
