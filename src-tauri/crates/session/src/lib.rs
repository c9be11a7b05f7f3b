//! One open file, put together: document, store, scene, figures; and the desk that answers a
//! view's requests about it. Plain synchronous Rust.

mod analysis_shown;
pub mod api;
mod capture;
mod checks;
mod compared;
mod conflict;
mod desk;
mod diagnosis;
mod due;
mod exporting;
mod failure;
mod guard;
mod handoffs;
mod improve;
mod kept;
mod laying;
mod open_now;
mod outside;
mod packs;
mod patterns;
mod placing;
mod play;
mod recent;
mod remembered;
mod rescue;
mod session;
mod terms;
mod today;
mod typing;
mod versions;

/// Named by the command line, which need not know the rest of the analysis.
pub use analysis::{Language, TargetKind, attainment, calendar, compare, simulation};
pub use api::Failure;
pub use desk::{Desk, Unsaved};
pub use exporting::WritePack;
pub use failure::not_reckoned;
pub use laying::LayOut;
/// Named in [`Outside`] and by the command line, which need not know the rest of the model.
pub use model::{ClockKind, Document, HandoffId, MeasuredItem};
pub use outside::{Agenda, AgendaWritten, Asked, Outside, PackPage, PackPages, Written};
pub use play::Job;
pub use rescue::Rescue;
pub use session::Session;
pub use store::LocalFolder;
pub use today::moment;

use std::path::Path;

/// The text of a diagnosis for these events, each with what it ended with, and this file.
pub fn diagnosis(version: &str, events: &[(&str, &str)], mut file: Option<Session>) -> String {
    let mut log = diagnosis::Log::default();
    for (asked, ended) in events {
        log.note((*asked).to_owned(), ended);
    }
    diagnosis::text(version, &log, file.as_mut())
}

/// What a file is called: its name without folder and ending.
pub fn name_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file name made of a title: no character that a file system refuses, and not empty.
fn file_name(title: &str) -> String {
    let safe = |c: char| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c };
    let name: String = title.chars().map(safe).take(120).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches('.').to_owned();
    if name.is_empty() { "Engagement".to_owned() } else { name }
}
