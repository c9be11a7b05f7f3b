//! How the packs of a document are made.

use analysis::Language;
use model::{Document, PackChoice, PackLanguage};

/// As the last one was; a full pack in the language of the window where there was none.
pub fn last(document: &Document, language: Language) -> PackChoice {
    let mut kept = document.the_engagement().into_iter().flat_map(|it| &it.packs);
    let language = match language {
        Language::English => PackLanguage::English,
        Language::German => PackLanguage::German,
    };
    kept.find(|it| it.name.is_empty())
        .cloned()
        .unwrap_or_else(|| PackChoice { language, ..PackChoice::default() })
}
