//! Patterns of a future state: a map in words, a pattern, and the map after it; what they promise is
//! what they give, wherever they are offered.

mod agreed;
mod drawn;
mod everywhere;
mod session;

use analysis::Language;
use analysis::patterns::{FoundPattern, Outcome, patterns, tried};
use model::*;
use notation::Places;

/// Every place of a pattern on a map of one state.
pub fn found(document: &Document, pattern: Pattern) -> Vec<FoundPattern> {
    let state = document.states().next().unwrap().id;
    let all = patterns(document, state, Language::English);
    all.into_iter().filter(|it| it.at.pattern == pattern).collect()
}

/// Applied, with its effect as said, and back again.
pub fn applied(document: &Document, state: StateId, found: &FoundPattern) -> Document {
    let planned = plan(document, &found.command())
        .unwrap_or_else(|refusal| panic!("{refusal}\n{:?}", found.at));
    planned.document.check().unwrap();
    let said = tried(document, state, found.clone(), None).unwrap();
    assert_eq!(said.before, Outcome::of(document, state, None));
    assert_eq!(said.after, Outcome::of(&planned.document, state, None));
    let back = planned.document.with(&planned.edit.inverse()).unwrap();
    assert_eq!(back, *document, "undo does not give the map back: {:?}", found.at);
    planned.document
}

pub fn said(document: &Document) -> String {
    notation::print_with(document, document.states().next().unwrap().id, Places::LeftOut)
}

/// The first place of a pattern leads to this map.
pub fn leads_to(before: &str, pattern: Pattern, after: &str) {
    let map = notation::parse(before).unwrap_or_else(|error| panic!("{error}\n{before}"));
    let found = found(&map, pattern);
    let first = found.first().unwrap_or_else(|| panic!("{pattern:?} is not offered\n{before}"));
    let state = map.states().next().unwrap().id;
    let then = applied(&map, state, first);
    let after = notation::parse(after).unwrap_or_else(|error| panic!("{error}\n{after}"));
    assert_eq!(said(&then), said(&after), "\nfrom\n{before}");
}

/// It is not offered.
pub fn is_nowhere(before: &str, pattern: Pattern) {
    let map = notation::parse(before).unwrap_or_else(|error| panic!("{error}\n{before}"));
    let found = found(&map, pattern);
    assert!(found.is_empty(), "{:?}\n{before}", found.first());
}
