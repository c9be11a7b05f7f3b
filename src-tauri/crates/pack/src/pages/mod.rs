//! The pages of the pack, in the order of domain.md 6.5, each written from what is in the file.

mod assumptions;
mod before_after;
mod book;
mod card;
mod checks;
mod contents;
mod counted;
mod cover;
mod criteria;
mod edition;
mod findings;
mod framework;
mod glossary;
mod guide;
mod left;
mod legend;
mod map;
mod measure;
mod measurement;
mod measures;
mod network;
mod pains;
mod pairs;
mod path;
mod plan;
mod promise;
mod raci;
mod register;
mod returns;
mod said;
mod scope;
mod service;
mod sign_off;
mod summary;
mod targets;
mod templates;

pub use map::ladder_width;

use crate::script::{PageKind, Script};
use crate::{Error, Settings, Source};
use book::Book;
use edition::Edition;
use model::PackStatus;

/// Writes all pages that are asked for.
pub fn script(sources: &[Source], settings: &Settings) -> Result<Script, Error> {
    let book = Book::of(sources, settings)?;
    let main = book.agreed();
    let mut script = Script {
        title: main.title().to_owned(),
        author: main.client().to_owned(),
        subject: cover::subtitle(&book),
        cover_name: main.pick("Cover", "Deckblatt").into(),
        language: main.language(),
        foot: foot(main),
        accent: settings.choice.accent,
        sheets: Vec::new(),
    };
    for kind in &settings.choice.pages {
        write(&mut script, &book, *kind);
    }
    Ok(script)
}

fn write(script: &mut Script, book: &Book, kind: PageKind) {
    let agreed = book.agreed();
    // What is about how things are is told of today; where a pack has no today, of what it has.
    let today = book.today().unwrap_or(agreed);
    match kind {
        PageKind::Cover => cover::write(script, book),
        PageKind::Contents => contents::write(script, agreed),
        PageKind::Summary => summary::write(script, book),
        PageKind::Scope => scope::write(script, today),
        PageKind::Legend => legend::write(script, agreed),
        PageKind::CurrentMap => {
            if let Some(today) = book.today() {
                map::write(script, today, kind);
            }
        }
        PageKind::Figures => measures::write(script, today),
        PageKind::PainPoints => pains::write(script, today),
        PageKind::Inventory => {
            if let Some(today) = book.today().filter(|_| book.both()) {
                register::write(script, today, kind);
            }
        }
        PageKind::Network => network::write(script, today),
        PageKind::Findings => findings::write(script, today),
        PageKind::FutureMap => {
            for edition in book.later() {
                map::write(script, edition, kind);
            }
        }
        PageKind::BeforeAfter => before_after::write(script, book),
        PageKind::Register => register::write(script, agreed, kind),
        PageKind::Cards => {
            for passing in agreed.forward() {
                card::write(script, agreed, passing);
            }
        }
        PageKind::Returns => returns::write(script, agreed),
        PageKind::Framework => framework::write(script, agreed),
        PageKind::Targets => targets::write(script, agreed),
        PageKind::Criteria => criteria::write(script, agreed),
        PageKind::Raci => raci::write(script, agreed),
        PageKind::Templates => templates::write(script, agreed),
        PageKind::Guide => guide::write(script, agreed),
        PageKind::QuickReference => guide::quick(script, agreed),
        PageKind::Plan => plan::write(script, agreed),
        PageKind::Measurement => measurement::write(script, book),
        PageKind::Assumptions => assumptions::write(script, agreed),
        PageKind::LeftOpen => left::write(script, agreed),
        PageKind::Glossary => glossary::write(script, agreed),
        PageKind::SignOff => sign_off::write(script, agreed),
    }
}

fn foot(edition: &Edition) -> String {
    let choice = &edition.settings.choice;
    let what = edition.pick("Handoff and SLA design", "Übergaben und SLAs");
    let status = match choice.status {
        PackStatus::Final if sign_off::is_ready(edition) => "",
        _ => sign_off::status(edition),
    };
    let parts =
        [edition.client(), what, &edition.settings.date, status, choice.confidential.trim()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    said.join(" · ")
}
