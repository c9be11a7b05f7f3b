//! The states that a pack is about, and which of them is today and which is what shall be.

use super::edition::Edition;
use crate::{Error, Settings, Source};
use analysis::compare::{Comparison, Side, compare};
use model::StateRole;

/// One or more states of one process, ready to be told about.
pub struct Book<'a> {
    agreed: Edition<'a>,
    /// The others, in the order they were given.
    others: Vec<Edition<'a>>,
}

impl<'a> Book<'a> {
    /// Looks everything up.
    ///
    /// # Errors
    /// [`Error::NoSuchState`]; also where there is no state at all.
    pub fn of(sources: &[Source<'a>], settings: &'a Settings) -> Result<Book<'a>, Error> {
        let mut editions = Vec::new();
        for source in sources {
            let edition = Edition::of(source, settings);
            editions.push(edition.ok_or(Error::NoSuchState(source.state))?);
        }
        if editions.is_empty() {
            return Err(Error::NoSuchState(model::StateId::default()));
        }
        let future = editions.iter().position(|it| it.state.role == StateRole::Future);
        let agreed = editions.remove(future.unwrap_or(editions.len() - 1));
        Ok(Book { agreed, others: editions })
    }

    /// The state whose handoffs are agreed: the future one if it is there, else the last.
    pub fn agreed(&self) -> &Edition<'a> {
        &self.agreed
    }

    /// Today beside what shall be, where the pack is about both.
    pub fn comparison(&self) -> Option<Comparison> {
        let today = self.today().filter(|_| self.both())?;
        let document = today.document();
        let side = |edition: &Edition| Side { document, state: edition.state.id };
        let (from, to) = (side(today), Side { document, state: self.agreed.state.id });
        Some(compare(from, to, None, self.agreed.language()))
    }

    /// What today and what shall be are called.
    pub fn names(&self) -> (String, String) {
        let before = self.today().map_or("", Edition::state_name).to_owned();
        (before, self.agreed.state_name().to_owned())
    }

    /// How things are.
    pub fn today(&self) -> Option<&Edition<'a>> {
        self.all().find(|it| it.state.role == StateRole::Current)
    }

    /// What is not today.
    pub fn later(&self) -> impl Iterator<Item = &Edition<'a>> {
        self.all().filter(|it| it.state.role != StateRole::Current)
    }

    fn all(&self) -> impl Iterator<Item = &Edition<'a>> {
        self.others.iter().chain(std::iter::once(&self.agreed))
    }

    /// Whether it tells of today and of another state.
    pub fn both(&self) -> bool {
        self.today().is_some() && !self.others.is_empty()
    }
}
