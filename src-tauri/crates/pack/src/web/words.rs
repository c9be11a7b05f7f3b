//! The few words that the page says of its own accord.

use analysis::Language;

/// The words, in the language of a pack.
pub struct Words {
    /// As HTML names the language.
    pub code: &'static str,
    /// Over the contents.
    pub contents: &'static str,
    /// Past cover and contents.
    pub skip: &'static str,
    /// At the foot.
    pub top: &'static str,
    /// Of a box that is not ticked, aloud.
    pub open: &'static str,
    /// Of one that is.
    pub done: &'static str,
    /// After the name of something that can be moved sideways, aloud.
    pub sideways: &'static str,
}

impl Words {
    /// In a language.
    pub fn of(language: Language) -> Words {
        let english = Words {
            code: "en",
            contents: "Contents",
            skip: "Skip to content",
            top: "Back to top",
            open: "Not ticked: ",
            done: "Ticked: ",
            sideways: "scrolls sideways",
        };
        let german = Words {
            code: "de",
            contents: "Inhalt",
            skip: "Zum Inhalt springen",
            top: "Nach oben",
            open: "Nicht angekreuzt: ",
            done: "Angekreuzt: ",
            sideways: "seitlich verschiebbar",
        };
        language.pick(english, german)
    }
}
