//! How the packs of a document are made.

use crate::session::Session;
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

/// The versions that were named so far, the first at the top: what each is called, and when that
/// was in seconds since 1970. None where the file does not say.
pub fn history(session: &mut Session) -> Vec<(String, i64)> {
    let versions = session.versions().unwrap_or_default().into_iter().rev();
    versions.filter(|it| !it.name.is_empty()).map(|it| (it.name, it.at)).collect()
}
