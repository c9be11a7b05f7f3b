//! The words of the registers, looked up by group and code. The codes are those of the model, and
//! what a program reads in JSON; the words are what a person reads.

use super::{de, en};
use analysis::Language;
use std::collections::BTreeMap;

/// Groups of words as a language file writes them: `code: word`, set apart by bars.
pub(super) type Groups = &'static [(&'static str, &'static str)];

/// The words of one language.
pub(super) struct Words {
    said: BTreeMap<(&'static str, &'static str), &'static str>,
}

impl Words {
    pub(super) fn of(language: Language) -> Words {
        let groups = match language {
            Language::English => en::WORDS,
            Language::German => de::WORDS,
        };
        let entries = groups.iter().flat_map(|(group, text)| {
            let parts = text.split('|').filter_map(|part| part.split_once(": "));
            parts.map(move |(code, word)| ((*group, code.trim()), word.trim()))
        });
        Words { said: entries.collect() }
    }

    /// The word for a code; the code itself where there is none, which a test has not seen.
    pub(super) fn word<'c>(&self, group: &'c str, code: &'c str) -> &'c str
    where
        'static: 'c,
    {
        self.said.get(&(group, code)).copied().unwrap_or(code)
    }

    /// Every group and code there is a word for.
    #[cfg(test)]
    pub(super) fn codes(&self) -> Vec<(&'static str, &'static str)> {
        self.said.keys().copied().collect()
    }

    /// Whether there is a word for a code.
    #[cfg(test)]
    pub(super) fn has(&self, group: &str, code: &str) -> bool {
        self.said.contains_key(&(group, code))
    }
}
