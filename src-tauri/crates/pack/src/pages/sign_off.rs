//! Who signs that it shall be so, and which version this is.

use super::edition::{Edition, named};
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{PackStatus, Signature};
use scene::Token;

/// Writes the page.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("Sign-off and versions", "Freigabe und Versionen");
    script.sheet(PageKind::SignOff, Format::Upright, title);
    let signed = edition.state.signatures.len();
    let said = match signed {
        0 => edition
            .pick("Nobody has signed yet".to_owned(), "Noch hat niemand freigegeben".to_owned()),
        _ => {
            let people = edition.pick(
                edition.say.of(signed, "person has", "people have"),
                edition.say.of(signed, "Person hat", "Personen haben"),
            );
            edition.pick(format!("{people} signed"), format!("{people} freigegeben"))
        }
    };
    script.title(title, &said);
    script.table_under(edition.state_name(), signatures(edition));
    script.table_under(edition.pick("This version", "Diese Version"), version(edition).compact());
}

/// What is signed already, and lines for the others: a lead of each team that gives or takes, and
/// the sponsor.
fn signatures(edition: &Edition) -> Table {
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("For", "Für"), 150.0),
        Column::new(edition.pick("Name", "Name")),
        Column::fixed(edition.pick("Date", "Datum"), 90.0),
        Column::fixed(edition.pick("Signature", "Unterschrift"), 110.0),
    ]);
    table.padding = 10.0;
    let done = |it: &Signature| {
        Row::from(vec![
            Cell::label(edition.pick("signed", "freigegeben")),
            Cell::strong(it.name.clone(), Token::Ink),
            Cell::new(it.date.clone()),
            Cell::of("✓", crate::script::BODY, Token::Good),
        ])
    };
    table.rows = edition.state.signatures.iter().map(done).collect();
    let document = edition.document();
    let mut parties: Vec<String> = document
        .lanes_of(edition.state.id)
        .iter()
        .filter_map(|lane| document.team(lane.team))
        .filter(|it| !it.external && edition.is_of(it.id))
        .map(|it| named(&it.name, edition.pick("Unnamed team", "Team ohne Namen")).to_owned())
        .collect();
    let sponsor = document.the_engagement().map_or("", |it| it.sponsor.as_str());
    parties.push(if sponsor.is_empty() {
        "Sponsor".to_owned()
    } else {
        format!("Sponsor, {sponsor}")
    });
    table.rows.extend(parties.into_iter().map(|it| {
        Row::from(vec![Cell::new(it), Cell::default(), Cell::default(), Cell::default()])
    }));
    table
}

/// Below this readiness a final pack says that it has open findings (domain.md 7.4).
const READY: f64 = 80.0;

/// Whether enough is agreed for a pack to be final.
pub fn is_ready(edition: &Edition) -> bool {
    edition.source.figures.readiness_score.is_none_or(|it| it >= READY)
}

/// What a pack calls how far it has been agreed.
pub fn status(edition: &Edition) -> &'static str {
    let ready = is_ready(edition);
    let (english, german) = match edition.settings.choice.status {
        PackStatus::Draft => ("Draft", "Entwurf"),
        PackStatus::ForReview => ("For review", "Zur Durchsicht"),
        PackStatus::Final if ready => ("Final", "Endfassung"),
        PackStatus::Final => ("Final, with open findings", "Endfassung mit offenen Befunden"),
    };
    edition.pick(english, german)
}

fn version(edition: &Edition) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Version", "Version")),
        Column::new(edition.pick("Date", "Datum")),
        Column::new(edition.pick("Status", "Stand")),
    ]);
    let settings = edition.settings;
    table.rows = settings
        .history
        .iter()
        .map(|(name, at)| {
            vec![
                Cell::new(name.clone()),
                Cell::new(crate::day(*at, settings.choice.language)),
                Cell::dash(),
            ]
        })
        .chain([vec![
            Cell::or_dash(&settings.choice.version),
            Cell::or_dash(&settings.date),
            Cell::new(status(edition)),
        ]])
        .map(Row::from)
        .collect();
    table
}
