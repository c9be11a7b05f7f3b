//! The maps of a pack as files of their own, one for each state, as shapes or as pictures.

use crate::drawn::{Drawn, language};
use crate::{Error, Settings, paint};
use model::{Document, PackChoice, State, StateId, StateRole};
use std::collections::BTreeSet;

/// Points to the inch.
const POINTS: f32 = 72.0;
/// A longer name of a file helps nobody.
const NAME: usize = 60;

/// What a map is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapForm {
    /// As shapes.
    Svg,
    /// As a picture, so fine as is chosen.
    Png,
}

impl MapForm {
    /// How its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            MapForm::Svg => "svg",
            MapForm::Png => "png",
        }
    }
}

/// The map of each state of a pack: what its state is called, safe in the name of a file and unlike
/// the others, and the file.
///
/// # Errors
/// [`Error::TooLarge`] when a picture would not fit into memory; [`Error::Picture`] when one cannot be
/// drawn.
pub fn maps(
    document: &Document,
    choice: &PackChoice,
    form: MapForm,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut taken = BTreeSet::new();
    let drawn = Drawn::all(document, choice).into_iter();
    drawn
        .map(|drawn| {
            let source = drawn.source(document);
            let bytes = match form {
                MapForm::Svg => paint::svg(source.scene, language(choice.language)).into_bytes(),
                MapForm::Png => paint::png(source.scene, f32::from(choice.resolution) / POINTS)?,
            };
            Ok((name(document, source.state, &mut taken), bytes))
        })
        .collect()
}

/// The same in one archive.
pub(crate) fn archive(
    document: &Document,
    settings: &Settings,
    form: MapForm,
) -> Result<Vec<u8>, Error> {
    let files = maps(document, &settings.choice, form)?.into_iter();
    let named = files.map(|(name, bytes)| (format!("{name}.{}", form.ending()), bytes));
    crate::registers::zipped(named).map_err(Error::Picture)
}

fn name(document: &Document, id: StateId, taken: &mut BTreeSet<String>) -> String {
    let state = document.state(id);
    let mut name = state.map(|it| plain(&it.name)).unwrap_or_default();
    if name.is_empty() {
        name = state.map_or("map", of_role).to_owned();
    }
    let mut numbered = name.clone();
    let mut number = 2;
    while !taken.insert(numbered.clone()) {
        numbered = format!("{name}-{number}");
        number += 1;
    }
    numbered
}

fn of_role(state: &State) -> &'static str {
    match state.role {
        StateRole::Current => "current-state",
        StateRole::Future => "future-state",
        StateRole::Variant => "variant",
    }
}

/// Letters and digits, small, of whatever script; what lies between them is one hyphen.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).take(NAME) {
        if letter.is_alphanumeric() {
            plain.push(letter);
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    plain.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_file_has_nothing_that_a_folder_would_trip_over() {
        assert_eq!(plain("Future state (v2) / draft"), "future-state-v2-draft");
        assert_eq!(plain("../../etc: <b>"), "etc-b");
        assert_eq!(plain("Zielzustand für Köln"), "zielzustand-für-köln");
        assert_eq!(plain("…"), "");
        assert_eq!(plain(&"x".repeat(500)).len(), NAME);
    }
}
