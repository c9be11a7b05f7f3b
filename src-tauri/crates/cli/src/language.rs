//! The language that a command says its sentences in.

use clap::ValueEnum;

/// As it is written behind `--language`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    #[default]
    En,
    /// German
    De,
}

impl From<Language> for session::Language {
    fn from(language: Language) -> session::Language {
        match language {
            Language::En => session::Language::English,
            Language::De => session::Language::German,
        }
    }
}
