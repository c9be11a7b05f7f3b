//! What the rules of a scheme say against a row, in the language of the room.

use super::schemes::{Amount, Scheme};
use crate::language::Language;
use model::RaciLetter;
use std::collections::BTreeSet;

/// One sentence for each rule that a row breaks. A row in which nothing stands breaks none: it is
/// not begun.
pub(super) fn problems(
    cells: &[&BTreeSet<RaciLetter>],
    scheme: &Scheme,
    language: Language,
) -> Vec<String> {
    if cells.is_empty() {
        return Vec::new();
    }
    let count = |letter| cells.iter().filter(|cell| cell.contains(&letter)).count();
    let mut said = Vec::new();
    for (letter, amount) in scheme.amounts {
        let letter_word = letter.word();
        match (amount, count(*letter)) {
            (Amount::One | Amount::Some, 0) => said.push(language.pick(
                format!("Nobody holds the {letter_word}."),
                format!("Niemand hat das {letter_word}."),
            )),
            (Amount::One | Amount::AtMostOne, several) if several > 1 => said.push(language.pick(
                format!("{several} roles hold the {letter_word}; leave it with one."),
                format!("{several} Rollen haben das {letter_word}; es gehört einer."),
            )),
            _ => {}
        }
    }
    let strange: BTreeSet<&str> = cells
        .iter()
        .flat_map(|cell| cell.iter())
        .filter(|letter| !scheme.letters.contains(letter))
        .map(|letter| letter.word())
        .collect();
    said.extend(strange.into_iter().map(|letter| {
        language.pick(
            format!("{letter} is no letter of this scheme."),
            format!("{letter} ist kein Buchstabe dieses Schemas."),
        )
    }));
    if cells.iter().any(|cell| cell.contains(&RaciLetter::Omitted) && cell.len() > 1) {
        said.push(language.pick(
            "A role is left out and takes part at once.".to_owned(),
            "Eine Rolle ist ausgelassen und zugleich beteiligt.".to_owned(),
        ));
    }
    if cells
        .iter()
        .any(|cell| cell.contains(&RaciLetter::Manager) && cell.contains(&RaciLetter::Owner))
    {
        said.push(language.pick(
            "The manager is better not the owner.".to_owned(),
            "Manager und Owner sind besser nicht dieselbe Rolle.".to_owned(),
        ));
    }
    said
}
