//! How a pack is made for a client: which pages, of which states, on which paper. Kept in the file, so
//! that the next pack is made as the last one was.

use crate::id::{StateId, TeamId};
use crate::text::{LIST, is_name};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

/// Dots per inch that a picture of a map may have, and those it has where nobody said.
const FINE: RangeInclusive<u16> = 36..=1_200;
const RESOLUTION: u16 = 144;

/// A page, or several, of a pack, in the order of domain.md 6.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PageKind {
    /// Client, process, version, date, status.
    Cover,
    /// What is where.
    Contents,
    /// Three sentences, the figures before and after, what hurts most, what has to be decided.
    Summary,
    /// What the process is, from where to where, who took part, how far its numbers can be trusted.
    Scope,
    /// Symbols, clock and how numbers are marked.
    Legend,
    /// The current state as a map with its ladder.
    CurrentMap,
    /// Its figures and the critical path.
    Figures,
    /// What hurts, the most votes first.
    PainPoints,
    /// Every handoff of the current state.
    Inventory,
    /// Teams by teams: how often work passes, who passes it back and forth.
    Network,
    /// The findings of the checks, by sign.
    Findings,
    /// The future state as a map with its ladder.
    FutureMap,
    /// Figures before and after, every change, and what it is worth.
    BeforeAfter,
    /// What each handoff shall be.
    Register,
    /// One card for each handoff.
    Cards,
    /// The ways back.
    Returns,
    /// How service levels are meant, and the calendars they count in.
    Framework,
    /// Every target, and the promises that span several handoffs.
    Targets,
    /// Entry and exit criteria by stage.
    Criteria,
    /// Who does what at each handoff.
    Raci,
    /// What is handed over, form by form.
    Templates,
    /// How each step is done, and what each role receives, does and sends.
    Guide,
    /// One page for each role.
    QuickReference,
    /// What has to be done, by when and by whom.
    Plan,
    /// How it will be seen whether it works.
    Measurement,
    /// What was taken as given, and what nobody knows yet.
    Assumptions,
    /// The words of the pack.
    Glossary,
    /// Who signs, and the versions so far.
    SignOff,
    /// Findings that are left as they are, each with its reason.
    LeftOpen,
}

impl PageKind {
    /// All of them, in the order of a full pack.
    pub const ALL: [PageKind; 29] = [
        PageKind::Cover,
        PageKind::Contents,
        PageKind::Summary,
        PageKind::Scope,
        PageKind::Legend,
        PageKind::CurrentMap,
        PageKind::Figures,
        PageKind::PainPoints,
        PageKind::Inventory,
        PageKind::Network,
        PageKind::Findings,
        PageKind::FutureMap,
        PageKind::BeforeAfter,
        PageKind::Register,
        PageKind::Cards,
        PageKind::Returns,
        PageKind::Framework,
        PageKind::Targets,
        PageKind::Criteria,
        PageKind::Raci,
        PageKind::Templates,
        PageKind::Guide,
        PageKind::QuickReference,
        PageKind::Plan,
        PageKind::Measurement,
        PageKind::Assumptions,
        PageKind::LeftOpen,
        PageKind::Glossary,
        PageKind::SignOff,
    ];
}

/// What a client prints on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PaperSize {
    /// 210 × 297 mm; maps on A3 and larger.
    #[default]
    A4,
    /// 8.5 × 11 in; maps on tabloid and larger.
    Letter,
}

/// How maps are laid on paper. The text of a map is at least 7 pt in each of these ways; a map that
/// one of them cannot hold so is laid as in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum MapPaper {
    /// Whole, on the smallest sheet that keeps it legible.
    #[default]
    Fitted,
    /// Whole, as large as an A1 sheet holds; ANSI D beside Letter.
    PosterA1,
    /// Whole, as large as an A0 sheet holds; ANSI E beside Letter.
    PosterA0,
    /// As a poster of A4 sheets; Letter beside Letter.
    TiledA4,
    /// As a poster of A3 sheets; tabloid beside Letter.
    TiledA3,
    /// A page for each stage.
    ByStage,
    /// A page for each lane.
    ByLane,
}

/// How far a pack has been agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PackStatus {
    /// Being worked on.
    #[default]
    Draft,
    /// To be looked through.
    ForReview,
    /// What counts.
    Final,
}

/// A kind of file that a pack can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PackForm {
    /// Pages to print and to keep.
    #[default]
    Pdf,
    /// The forms of its templates, to be filled in on screen.
    Forms,
    /// The same, blank for paper.
    FormsOnPaper,
    /// One page for a browser, without anything beside it.
    Html,
    /// A text to be edited.
    Docx,
    /// Plain text with headings and tables.
    Markdown,
    /// The registers as a workbook, a sheet each.
    Workbook,
    /// The registers as tables, a file each, in one archive.
    Csv,
    /// The registers as one file for programs.
    Json,
    /// The map of each state as shapes, in one archive.
    MapsAsShapes,
    /// The map of each state as a picture, in one archive.
    MapsAsPictures,
}

impl PackForm {
    /// How its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            PackForm::Pdf | PackForm::Forms | PackForm::FormsOnPaper => "pdf",
            PackForm::Html => "html",
            PackForm::Docx => "docx",
            PackForm::Markdown => "md",
            PackForm::Workbook => "xlsx",
            PackForm::Csv | PackForm::MapsAsShapes | PackForm::MapsAsPictures => "zip",
            PackForm::Json => "json",
        }
    }
}

/// The language of a pack; it need not be that of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PackLanguage {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

/// How a pack is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PackChoice {
    /// What this way of making it is called; empty for the one that was used last.
    pub name: String,
    /// Which pages, in this order.
    pub pages: Vec<PageKind>,
    /// Which states; today and what shall be where none is said. One that is gone is passed over.
    pub states: Vec<StateId>,
    /// Only what this team gives, receives and does. Nothing is left out for one that is gone.
    pub team: Option<TeamId>,
    /// What it is printed on.
    pub paper: PaperSize,
    /// How its maps are laid on paper.
    pub maps: MapPaper,
    /// The language it is written in.
    pub language: PackLanguage,
    /// How far it has been agreed.
    pub status: PackStatus,
    /// Which version it is, as written on the cover.
    pub version: String,
    /// Who may read it, as written on every page.
    pub confidential: String,
    /// The accent colour as red, green and blue; that of Baton without.
    pub accent: Option<[u8; 3]>,
    /// Without how things are counted, checks and the path step by step.
    pub brief: bool,
    /// How fine the pictures of maps are, in dots per inch.
    pub resolution: u16,
}

impl Default for PackChoice {
    fn default() -> PackChoice {
        PackChoice {
            name: String::new(),
            pages: PageKind::ALL.to_vec(),
            states: Vec::new(),
            team: None,
            paper: PaperSize::default(),
            maps: MapPaper::default(),
            language: PackLanguage::default(),
            status: PackStatus::default(),
            version: String::new(),
            confidential: String::new(),
            accent: None,
            brief: false,
            resolution: RESOLUTION,
        }
    }
}

/// A usual choice of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PackPreset {
    /// All of them.
    Full,
    /// What a sponsor reads.
    Leadership,
    /// What a team works by.
    Team,
}

impl PackChoice {
    /// A pack with the pages of a preset; the rest as in a new one.
    pub fn preset(preset: PackPreset) -> PackChoice {
        use PageKind::*;
        let pages = match preset {
            PackPreset::Full => PageKind::ALL.to_vec(),
            PackPreset::Leadership => {
                vec![Cover, Summary, CurrentMap, FutureMap, BeforeAfter, Plan, SignOff]
            }
            PackPreset::Team => vec![
                Cover,
                Contents,
                Legend,
                FutureMap,
                Register,
                Cards,
                Returns,
                Targets,
                Criteria,
                Raci,
                Templates,
                Guide,
                QuickReference,
                Glossary,
            ],
        };
        PackChoice { pages, brief: preset == PackPreset::Leadership, ..PackChoice::default() }
    }

    pub(super) fn in_order(&self) -> bool {
        is_name(&self.name)
            && is_name(&self.version)
            && is_name(&self.confidential)
            && self.pages.len() <= PageKind::ALL.len()
            && self.states.len() <= LIST
            && FINE.contains(&self.resolution)
    }
}
