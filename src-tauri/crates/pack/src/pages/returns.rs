//! Return handoffs: the ways back to a team that had the item already. They carry no agreement of
//! their own as a rule, so several share a page.

use super::card::{cause, pairs, wait};
use super::edition::{Edition, Passing, Way};
use crate::flow::{Cell, Galley, Paper};
use crate::page::{Anchor, Bookmark, Role};
use crate::words;
use model::Share;
use scene::{Rect, TextStyle, Token, Weight};

const NAME: TextStyle = TextStyle::new(12.5, Weight::SemiBold);
/// A card is kept together; the tallest usual one needs this much.
const CARD_HEIGHT: f32 = 150.0;

/// Sets all of them.
pub fn set(galley: &mut Galley, edition: &Edition) {
    let title = "Return handoffs";
    galley.section_page(Paper::A4, title);
    let back: Vec<&Passing> = edition.passings.iter().filter(|it| it.way() == Way::Back).collect();
    galley.title(title, &finding(&back), Token::Secondary, 0);
    for passing in back {
        set_one(galley, edition, passing);
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

fn set_one(galley: &mut Galley, edition: &Edition, passing: &Passing) {
    galley.need(CARD_HEIGHT);
    let handoff = passing.handoff;
    galley.anchor(Anchor::Card(handoff.id), galley.y);
    let name = format!("{} {}", handoff.name(), passing.between());
    let (page, y) = (galley.page(), galley.y);
    galley.book.bookmarks.push(Bookmark { title: name.clone(), level: 1, page, y });
    galley.open(Role::Heading);
    galley.open(Role::Link);
    let top = galley.y;
    galley.lines(&name, NAME, Token::Ink, crate::flow::MARGIN, galley.measure());
    let rect = Rect::new(crate::flow::MARGIN, top, galley.measure(), (galley.y - top).max(1.0));
    galley.link(rect, Anchor::Row(handoff.id), &format!("{} in the register", handoff.name()));
    galley.close();
    galley.close();
    galley.y += 4.0;
    galley.table(&pairs(rows(edition, passing)));
    galley.y += 20.0;
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
