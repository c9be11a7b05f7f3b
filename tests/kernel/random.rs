//! Random commands with undo, redo and reopening at random moments: no invariant is ever broken,
//! undoing all of it is the start, redoing all of it is the end.

use baton_tests::dice::Dice;
use baton_tests::gestures;
use baton_tests::soak::{Random, begun};
use model::plan;

const COMMANDS: usize = 800;

#[test]
fn random_commands() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let mut random = Random::new(folder.path(), 7);
    for turn in 0..COMMANDS {
        random.turn();
        if turn % 100 == 0 {
            random.look();
        }
    }
    random.look();
    assert!(random.refused > 20, "nonsense was not refused");
    assert!(random.refused < COMMANDS / 2, "sense was refused");
    assert!(random.session().document().len() > 50, "nothing came of it");
    random.there_and_back(usize::MAX);
}

#[test]
fn planning_changes_nothing_and_undoes_exactly() {
    let mut document = begun();
    let mut dice = Dice::new(99);
    let state = document.states().next().unwrap().id;
    for _ in 0..600 {
        let command = gestures::command(&mut dice, &document, state);
        let before = document.clone();
        let Ok(planned) = plan(&document, &command) else { continue };
        assert_eq!(document, before);
        planned.document.check().unwrap();
        let back = planned.document.with(&planned.edit.inverse()).unwrap();
        assert_eq!(back, before, "{command:?}");
        document = planned.document;
    }
}
