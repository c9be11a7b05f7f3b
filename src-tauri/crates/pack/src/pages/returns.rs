//! Return handoffs: the ways back to a team that had the item already. They carry no agreement of
//! their own as a rule, so several share a page.

use super::edition::{Edition, Passing, Way};
use super::pairs::{cause, in_register, pairs, wait};
use crate::page::Anchor;
use crate::script::{Block, Cell, Format, Linked, PageKind, Script};
use model::Share;

/// Writes all of them; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let back: Vec<&Passing> = edition.passings.iter().filter(|it| it.way() == Way::Back).collect();
    if back.is_empty() {
        return;
    }
    let title = edition.pick("Return handoffs", "Rückgaben");
    script.sheet(PageKind::Returns, Format::Upright, title);
    script.title(title, &finding(edition, &back));
    for passing in back {
        write_one(script, edition, passing);
    }
}

fn finding(edition: &Edition, back: &[&Passing]) -> String {
    let often = back.iter().filter_map(|it| Some((it.connector.probability?, *it))).fold(
        None,
        |best: Option<(Share, &Passing)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        },
    );
    match often {
        Some((share, passing)) => {
            let (giver, taker) = (passing.giver_name(), passing.taker_name());
            let share = edition.say.share(share);
            edition.pick(
                format!("Most often {giver} gives back to {taker}: {share} of the times it gets there"),
                format!("Am häufigsten gibt {giver} an {taker} zurück: bei {share} der Vorgänge, die dort ankommen"),
            )
        }
        None => edition
            .pick(
                "Nobody has said yet how often an item comes back",
                "Noch hat niemand gesagt, wie oft ein Vorgang zurückkommt",
            )
            .into(),
    }
}

fn write_one(script: &mut Script, edition: &Edition, passing: &Passing) {
    let handoff = passing.handoff;
    script.put(Block::Linked(Linked {
        text: format!("{} {}", handoff.name(), passing.between()),
        to: Anchor::Row(handoff.id),
        says: in_register(edition, passing),
        anchor: Anchor::Card(handoff.id),
    }));
    script.table(pairs(edition, rows(edition, passing)));
    script.space(20.0);
}

fn rows<'a>(edition: &Edition, passing: &Passing) -> Vec<[(&'a str, Cell); 2]> {
    let handoff = passing.handoff;
    let step = |step: Option<&model::Step>| step.map_or("", |it| it.name.as_str()).to_owned();
    let often = passing.connector.probability.map_or_else(Cell::dash, |share| {
        let share = edition.say.share(share);
        let known = passing.connector.probability_known.confidence;
        Cell::new(edition.pick(format!("{share} of the times"), format!("{share} der Vorgänge")))
            .under(edition.say.confidence(known))
    });
    let reasons = edition.say.listed(&handoff.return_reasons);
    vec![
        [
            (
                edition.pick("Reason", "Anlass"),
                Cell::or_dash(&passing.connector.label).under(reasons),
            ),
            (edition.pick("How often", "Wie oft"), often),
        ],
        [
            (edition.pick("From", "Von"), Cell::or_dash(&step(passing.from))),
            (edition.pick("To", "An"), Cell::or_dash(&step(passing.to))),
        ],
        [
            (edition.pick("Wait today", "Wartet heute"), wait(edition, passing)),
            (edition.pick("Cause", "Grund"), cause(edition, passing)),
        ],
        [
            (edition.pick("Channel", "Kanal"), Cell::or_dash(&passing.connector.channel)),
            (
                edition.pick("Accountable", "Verantwortlich"),
                Cell::or_dash(edition.role_or_empty(handoff.accountable)),
            ),
        ],
    ]
}
