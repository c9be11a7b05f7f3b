//! What is drawn rather than written: the cover, and a map with its ladder.

use super::Drawing;
use crate::page::Anchor;
use scene::Rect;

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
}

/// The ladder of the critical path.
#[derive(Clone, Debug)]
pub struct LadderFigure {
    /// The ladder.
    pub drawing: Drawing,
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
