//! The pages of the pack, in the order of domain.md 6.5, each written from what is in the file.

mod book;
mod card;
mod checks;
mod cover;
mod edition;
mod left;
mod map;
mod measures;
mod pains;
mod path;
mod promise;
mod register;
mod returns;
mod service;
mod targets;

pub use map::ladder_width;

use crate::script::{PageKind, Script};
use crate::{Error, Settings, Source};
use book::Book;
use edition::{Edition, Way};

/// Writes all pages that are asked for.
pub fn script(sources: &[Source], settings: &Settings) -> Result<Script, Error> {
    let book = Book::of(sources, settings)?;
    let main = book.agreed();
    let mut script = Script {
        title: main.title().to_owned(),
        author: main.client().to_owned(),
        subject: cover::subtitle(main),
        cover_name: "Cover".into(),
        foot: foot(main),
        sheets: Vec::new(),
    };
    for kind in &settings.choice.pages {
        write(&mut script, &book, *kind);
    }
    Ok(script)
}

fn write(script: &mut Script, book: &Book, kind: PageKind) {
    let agreed = book.agreed();
    match kind {
        PageKind::Cover => cover::write(script, agreed),
        PageKind::CurrentMap => {
            if let Some(today) = book.today() {
                map::write(script, today, kind);
            }
        }
        PageKind::FutureMap => {
            for edition in book.later() {
                map::write(script, edition, kind);
            }
        }
        PageKind::Figures => measures::write(script, book.today().unwrap_or(agreed)),
        PageKind::PainPoints => pains::write(script, book.today().unwrap_or(agreed)),
        PageKind::Inventory => {
            if let Some(today) = book.today().filter(|_| book.both()) {
                register::write(script, today, kind);
            }
        }
        PageKind::Register => register::write(script, agreed, kind),
        PageKind::Cards => {
            for passing in agreed.passings.iter().filter(|it| it.way() == Way::Forward) {
                card::write(script, agreed, passing);
            }
        }
        PageKind::Returns => returns::write(script, agreed),
        PageKind::Targets => targets::write(script, agreed),
        PageKind::LeftOpen => left::write(script, agreed),
        _ => {}
    }
}

fn foot(edition: &Edition) -> String {
    let foot: Vec<&str> = [edition.client(), "Handoff and SLA design", &edition.settings.date]
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    foot.join(" · ")
}
