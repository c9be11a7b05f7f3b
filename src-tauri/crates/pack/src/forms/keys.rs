//! The names that programs know fields by. They are made of the name of the template and the key
//! of the field, so that a filled form can be read by machine, and no two are the same.

use std::collections::BTreeSet;

/// The names that are taken.
#[derive(Default)]
pub struct Keys(BTreeSet<String>);

impl Keys {
    /// A name that no other has, as near to this one as can be. The boxes of a list are told apart
    /// by a hyphen and a number, so names are by another sign.
    pub fn unlike(&mut self, wanted: String) -> String {
        let mut name = wanted.clone();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{wanted}_{number}");
            number += 1;
        }
        name
    }
}

/// A text as part of a name: letters and figures, and lines between them. A full stop would mean a
/// field within a field.
pub fn key(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let key = parts.collect::<Vec<_>>().join("_");
    if key.is_empty() { "field".to_owned() } else { key.to_lowercase().chars().take(60).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_no_two_are_the_same() {
        assert_eq!(key(" Sales.on-boarding (v2) "), "sales_on_boarding_v2");
        assert_eq!(key("Срок"), "срок");
        assert_eq!(key(" — "), "field");
        let mut keys = Keys::default();
        let names = ["a", "a", "a_2", "a"].map(|it| keys.unlike(it.to_owned()));
        assert_eq!(names, ["a", "a_2", "a_2_2", "a_3"]);
    }
}
