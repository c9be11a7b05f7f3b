//! What leaves the window: packs and their pages, calendar files, texts.

use model::{PackChoice, PageKind};
use scene::{Rect, Shape};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The pages of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackShown {
    /// The revision it is about.
    pub revision: u64,
    /// In order.
    pub pages: Vec<PackSheet>,
    /// What is where.
    pub outline: Vec<PackLine>,
    /// What the reader will miss, one sentence each.
    pub warnings: Vec<String>,
    /// How it was made.
    pub choice: PackChoice,
}

/// A page of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackSheet {
    /// What it belongs to.
    pub kind: PageKind,
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
}

/// A line of the outline of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackLine {
    /// What it says.
    pub title: String,
    /// 0 is outermost.
    pub level: u8,
    /// On which page, from 0.
    pub page: usize,
}

/// What is painted on a page of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackPageShown {
    /// Which one, from 0.
    pub page: usize,
    /// In order; points from the upper left corner.
    pub shapes: Vec<Shape>,
    /// What of some of them is seen, in order.
    pub windows: Vec<PackWindow>,
}

/// Shapes of a page of which only what lies in a rectangle is seen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackWindow {
    /// The first of them.
    pub from: usize,
    /// The first that is not one of them any more.
    pub until: usize,
    /// Where they are seen.
    pub rect: Rect,
}

/// What a text that is written to a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum TextForm {
    /// A table.
    Csv,
    /// A picture.
    Svg,
    /// Plain text.
    Text,
}

impl TextForm {
    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            TextForm::Csv => "csv",
            TextForm::Svg => "svg",
            TextForm::Text => "txt",
        }
    }
}

/// A pack that was written, or minutes.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Exported {
    /// Where.
    pub path: String,
    /// How many pages; minutes have none.
    pub pages: u32,
    /// What a reader of the pack will miss, one sentence each.
    pub warnings: Vec<String>,
}

/// A calendar file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AgendaExported {
    /// Where.
    pub path: String,
    /// How many days are in it.
    pub entries: u32,
    /// Actions that have no day, so they are not in it.
    pub undated: u32,
}
