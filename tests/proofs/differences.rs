//! Whatever lies between two states, the parts that it is told in are all of it, there and back.

use analysis::Language;
use analysis::compare::{MeasureOf, Side, Waterfall, compare};
use baton_tests::dice::Dice;
use baton_tests::two_states::{adds_up, any_future};
use model::StateRole;
use std::collections::BTreeMap;

#[test]
fn the_parts_of_a_thousand_random_differences_add_up() {
    let start = exchange::sample().unwrap();
    let from = start.states().find(|it| it.role == StateRole::Current).unwrap().id;
    let mut dice = Dice::new(11);
    let mut told = BTreeMap::new();
    for turn in 0..1_000 {
        let turns = 1 + dice.below(if turn % 4 == 0 { 60 } else { 12 });
        let (document, made) = any_future(&mut dice, &start, from, turns).unwrap();
        let side = |state| Side { document: &document, state };
        let comparison = compare(side(from), side(made), None, Language::English);
        assert_eq!(adds_up(&comparison), Ok(()));
        let back = compare(side(made), side(from), None, Language::English);
        assert_eq!(adds_up(&back), Ok(()));
        for fall in &comparison.waterfalls {
            *told.entry(fall.of).or_insert(0) += 1;
        }
        // What an edit makes worse, the way back makes better by as much.
        for (one, other) in comparison.waterfalls.iter().zip(&back.waterfalls) {
            let sum = |it: &Waterfall| it.parts.iter().map(|it| it.by.abs()).sum::<f64>();
            assert!((sum(one) - sum(other)).abs() < 1e-5 * sum(one).max(1.0), "{:?}", one.of);
        }
    }
    assert!(told[&MeasureOf::LeadTime] > 900, "{told:?}");
    assert!(told[&MeasureOf::ExpectedLeadTime] > 300, "{told:?}");
}
