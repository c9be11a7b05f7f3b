//! Return handoffs: the ways back to a team that had the item already. They carry no agreement of
//! their own as a rule, so several share a page.

use super::card::{cause, pairs, wait};
use super::edition::{Edition, Passing, Way};
use crate::page::Anchor;
use crate::script::{Block, Cell, Format, Linked, PageKind, Script};
use crate::words;
use model::Share;

/// Writes all of them; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let back: Vec<&Passing> = edition.passings.iter().filter(|it| it.way() == Way::Back).collect();
    if back.is_empty() {
        return;
    }
    let title = "Return handoffs";
    script.sheet(PageKind::Returns, Format::Upright, title);
    script.title(title, &finding(&back));
    for passing in back {
        write_one(script, edition, passing);
    }
}

fn finding(back: &[&Passing]) -> String {
    let often = back.iter().filter_map(|it| Some((it.connector.probability?, *it))).fold(
        None,
        |best: Option<(Share, &Passing)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        },
    );
    match often {
        Some((share, passing)) => format!(
            "Most often {} gives back to {}: {} of the times it gets there",
            passing.giver_name(),
            passing.taker_name(),
            words::share(share)
        ),
        None => "Nobody has said yet how often an item comes back".into(),
    }
}

fn write_one(script: &mut Script, edition: &Edition, passing: &Passing) {
    let handoff = passing.handoff;
    script.put(Block::Linked(Linked {
        text: format!("{} {}", handoff.name(), passing.between()),
        to: Anchor::Row(handoff.id),
        says: format!("{} in the register", handoff.name()),
        anchor: Anchor::Card(handoff.id),
    }));
    script.table(pairs(rows(edition, passing)));
    script.space(20.0);
}

fn rows<'a>(edition: &Edition, passing: &Passing) -> Vec<[(&'a str, Cell); 2]> {
    let handoff = passing.handoff;
    let step = |step: Option<&model::Step>| step.map_or("", |it| it.name.as_str()).to_owned();
    let often = passing.connector.probability.map_or_else(Cell::dash, |share| {
        Cell::new(format!("{} of the times", words::share(share)))
    });
    let reasons = words::listed(&handoff.return_reasons);
    vec![
        [("Reason", Cell::or_dash(&passing.connector.label).under(reasons)), ("How often", often)],
        [("From", Cell::or_dash(&step(passing.from))), ("To", Cell::or_dash(&step(passing.to)))],
        [("Wait today", wait(edition, passing)), ("Cause", cause(passing))],
        [
            ("Channel", Cell::or_dash(&passing.connector.channel)),
            ("Accountable", Cell::or_dash(edition.role_or_empty(handoff.accountable))),
        ],
    ]
}
