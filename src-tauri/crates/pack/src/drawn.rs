//! The states of a pack, drawn and counted in its language.

use crate::Source;
use analysis::{Figures, Language};
use model::{Document, PackChoice, PackLanguage, StateId, StateRole};
use scene::{Composer, Ladder, Scene};

/// One state with what is drawn and counted of it.
pub struct Drawn {
    state: StateId,
    scene: Scene,
    ladder: Ladder,
    figures: Figures,
}

impl Drawn {
    /// The states of a pack.
    pub fn all(document: &Document, choice: &PackChoice) -> Vec<Drawn> {
        let language = language(choice.language);
        states(document, choice)
            .into_iter()
            .map(|state| Drawn::of(document, state, language))
            .collect()
    }

    fn of(document: &Document, state: StateId, language: Language) -> Drawn {
        let figures = analysis::figures(document, state);
        let mut composer = Composer::speaking(language);
        let scene = composer.compose(document, state, &figures);
        let width = crate::pages::ladder_width(&scene);
        let ladder = composer.ladder(document, &figures, width);
        Drawn { state, scene, ladder, figures }
    }

    /// As what pages are written from.
    pub fn source<'a>(&'a self, document: &'a Document) -> Source<'a> {
        let Drawn { state, scene, ladder, figures } = self;
        Source { document, state: *state, scene, ladder, figures }
    }
}

/// The states of a pack: those that are asked for and there; today and what shall be where none is.
pub fn states(document: &Document, choice: &PackChoice) -> Vec<StateId> {
    let asked: Vec<StateId> =
        choice.states.iter().copied().filter(|it| document.state(*it).is_some()).collect();
    if asked.is_empty() { usual(document) } else { asked }
}

/// Of the first process: today, and what shall be.
fn usual(document: &Document) -> Vec<StateId> {
    let process = document.states().next().map(|it| it.process);
    let of = |role| {
        let mut states = document.states();
        states.find(|it| Some(it.process) == process && it.role == role).map(|it| it.id)
    };
    let usual: Vec<StateId> =
        [of(StateRole::Current), of(StateRole::Future)].into_iter().flatten().collect();
    if usual.is_empty() { document.states().take(1).map(|it| it.id).collect() } else { usual }
}

/// The language that a pack is written in.
pub fn language(language: PackLanguage) -> Language {
    match language {
        PackLanguage::English => Language::English,
        PackLanguage::German => Language::German,
    }
}
