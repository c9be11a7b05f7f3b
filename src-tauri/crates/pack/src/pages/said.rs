//! How an edition says what every page says: in its language, in the clock of its process.

use super::edition::{Edition, named};
use crate::script::Cell;
use crate::words::Say;
use analysis::Language;
use model::StateRole;

/// What stands for the name of a team that has none.
pub fn unnamed_team(say: Say) -> &'static str {
    say.pick("Unnamed team", "Team ohne Namen")
}

impl<'a> Edition<'a> {
    /// What the pages are written in.
    pub fn language(&self) -> Language {
        self.say.language
    }

    /// The one of two that is in the language of the pages.
    pub fn pick<T>(&self, english: T, german: T) -> T {
        self.say.pick(english, german)
    }

    /// A duration in the clock of the process.
    pub fn duration(&self, minutes: i64) -> String {
        self.say.duration(minutes, self.clock.minutes_per_day)
    }

    /// A duration with the minutes it stands for: `34.5 d, 16,570 min`.
    pub fn duration_in_full(&self, minutes: i64) -> String {
        let short = self.duration(minutes);
        let all = format!("{}\u{a0}min", self.say.count(minutes));
        if short == all { short } else { format!("{short} ({all})") }
    }

    /// What the engagement is called.
    pub fn title(&self) -> &'a str {
        let title = self.document().the_engagement().map_or("", |it| it.title.as_str());
        named(title, self.pick("Untitled engagement", "Projekt ohne Titel"))
    }

    /// What the state is called.
    pub fn state_name(&self) -> &'a str {
        let unnamed = match self.state.role {
            StateRole::Current => self.pick("Current state", "Ist-Zustand"),
            StateRole::Future => self.pick("Future state", "Soll-Zustand"),
            StateRole::Variant => self.pick("Variant", "Variante"),
        };
        named(&self.state.name, unnamed)
    }

    /// Something that has to be agreed and is not.
    pub fn not_agreed(&self) -> Cell {
        Cell::trouble(self.pick("Not agreed", "Nicht vereinbart"))
    }

    /// The text, or "Not agreed" when there is none.
    pub fn or_not_agreed(&self, text: &str) -> Cell {
        if text.trim().is_empty() { self.not_agreed() } else { Cell::new(text) }
    }
}
