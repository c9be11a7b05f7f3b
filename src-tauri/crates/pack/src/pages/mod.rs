//! The pages of the pack, in the order of domain.md 6.5: cover, map, ladder, measures, register,
//! pain points, the service levels together, one card for each handoff, what is left open.

mod card;
mod checks;
mod cover;
mod drawing;
mod edition;
mod framework;
mod ladder;
mod left;
mod map;
mod measures;
mod pains;
mod path;
mod promise;
mod register;
mod returns;
mod service;

pub use map::ladder_width;

use crate::flow::{Galley, Running};
use crate::page::{Booklet, Role};
use crate::{Error, Settings, Source};
use edition::{Edition, Way};

/// Sets all pages; with what the reader will miss.
pub fn booklet(source: &Source, settings: &Settings) -> Result<(Booklet, Vec<String>), Error> {
    let edition = Edition::of(source, settings).ok_or(Error::NoSuchState(source.state))?;
    let book = Booklet {
        title: edition.title().to_owned(),
        author: edition.client().to_owned(),
        subject: cover::subtitle(&edition),
        ..Booklet::default()
    };
    let mut galley = Galley::new(book, running(&edition));
    let mut warnings = Vec::new();
    section(&mut galley, |galley| cover::set(galley, &edition));
    section(&mut galley, |galley| warnings = map::set(galley, &edition));
    section(&mut galley, |galley| measures::set(galley, &edition));
    section(&mut galley, |galley| register::set(galley, &edition));
    pains::set(&mut galley, &edition);
    framework::set(&mut galley, &edition);
    for passing in edition.passings.iter().filter(|it| it.way() == Way::Forward) {
        section(&mut galley, |galley| card::set(galley, &edition, passing));
    }
    if edition.passings.iter().any(|it| it.way() == Way::Back) {
        section(&mut galley, |galley| returns::set(galley, &edition));
    }
    left::set(&mut galley, &edition);
    Ok((galley.book, warnings))
}

fn section(galley: &mut Galley, set: impl FnOnce(&mut Galley)) {
    galley.open(Role::Section);
    set(galley);
    galley.close();
}

fn running(edition: &Edition) -> Running {
    let foot: Vec<&str> = [edition.client(), "Handoff and SLA design", &edition.settings.date]
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    Running { title: edition.title().to_owned(), foot: foot.join(" · ") }
}
