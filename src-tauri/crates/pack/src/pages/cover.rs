//! The cover: whose pack it is, what it is about, three headline figures, when and which version.

use super::book::Book;
use super::edition::{Edition, named};
use crate::script::{Block, Cover, Format, PageKind, Script};
use model::Confidence;

/// What the pack is about.
pub fn subtitle(book: &Book) -> String {
    let edition = book.agreed();
    let lanes = edition.document().lanes_of(edition.state.id).len();
    let teams = edition.say.of(lanes, edition.pick("team", "Team"), edition.pick("teams", "Teams"));
    let handoffs = edition.source.figures.handoffs as usize;
    let several = edition.say.of(
        handoffs,
        edition.pick("handoff", "Übergabe"),
        edition.pick("handoffs", "Übergaben"),
    );
    let told = match handoffs {
        0 => edition
            .pick(format!("{teams}, no handoff yet"), format!("{teams}, noch keine Übergabe")),
        1 => edition.pick(
            format!("{teams} and the handoff between them"),
            format!("{teams} und die Übergabe zwischen ihnen"),
        ),
        _ => edition.pick(
            format!("{teams} and the {several} between them"),
            format!("{teams} und die {several} zwischen ihnen"),
        ),
    };
    let process = edition.process();
    let what = match book.today().filter(|_| book.both()) {
        Some(today) => {
            let states = [today.state_name().to_owned(), edition.state_name().to_owned()];
            edition.say.listed(&states)
        }
        None => edition.state_name().to_owned(),
    };
    if process.is_empty() {
        format!("{what}: {told}")
    } else {
        format!("{process}. {what}: {told}")
    }
}

/// Writes the cover.
pub fn write(script: &mut Script, book: &Book) {
    let edition = book.agreed();
    script.sheet(PageKind::Cover, Format::Upright, "");
    let logo = edition.document().pictures().next();
    let client = edition.client();
    let cover = Cover {
        logo: logo.map(|it| it.png.clone()).unwrap_or_default(),
        logo_says: match client {
            "" => edition.pick("Logo", "Logo").to_owned(),
            name => edition.pick(format!("Logo of {name}"), format!("Logo: {name}")),
        },
        client: edition.client().to_owned(),
        title: edition.title().to_owned(),
        subtitle: subtitle(book),
        figures: both(book).unwrap_or_else(|| figures(edition)),
        certainty: certainty(edition),
        imprint: imprint(edition),
        confidential: edition.settings.choice.confidential.trim().to_owned(),
    };
    script.put(Block::Cover(Box::new(cover)));
}

/// Today beside what shall be, where both have a path.
fn both(book: &Book) -> Option<Vec<(String, String)>> {
    let today = book.today().filter(|_| book.both())?;
    let edition = book.agreed();
    let (before, after) = (today.timeline()?, edition.timeline()?);
    let passes = format!(
        "{} → {}",
        edition.say.count(i64::from(before.handoffs)),
        edition.say.count(i64::from(after.handoffs))
    );
    Some(vec![
        (
            edition.duration(before.lead_time),
            edition.pick("lead time today", "Durchlaufzeit heute").to_owned(),
        ),
        (edition.duration(after.lead_time), edition.state_name().to_owned()),
        (passes, edition.pick("handoffs on the way", "Übergaben auf dem Weg").to_owned()),
    ])
}

fn figures(edition: &Edition) -> Vec<(String, String)> {
    let timeline = edition.timeline();
    let lead = timeline.map_or("—".to_owned(), |it| edition.duration(it.lead_time));
    let share = timeline
        .and_then(|it| it.between_team_share)
        .map_or("—".to_owned(), |it| edition.say.percent(it));
    let handoffs = edition.say.count(i64::from(edition.source.figures.handoffs));
    let noun = match edition.source.figures.handoffs {
        1 => edition.pick("handoff", "Übergabe"),
        _ => edition.pick("handoffs", "Übergaben"),
    };
    let waits = edition.pick("of it waits between teams", "davon Warten zwischen Teams");
    let figures =
        [(lead, edition.pick("lead time", "Durchlaufzeit")), (share, waits), (handoffs, noun)];
    figures.into_iter().map(|(figure, caption)| (figure, caption.to_owned())).collect()
}

/// How far the lead time can be trusted, in one sentence.
pub fn certainty(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        let none = edition.pick(
            "The map has no path from a start to an end yet, so there is no lead time.",
            "Auf der Karte führt noch kein Weg von einem Start zu einem Ende, also gibt es keine \
             Durchlaufzeit.",
        );
        return none.into();
    };
    if timeline.lead_time <= 0 {
        let none = edition.pick(
            "No time has been entered on the critical path yet.",
            "Auf dem kritischen Pfad ist noch keine Zeit eingetragen.",
        );
        return none.into();
    }
    let part = |minutes: i64| minutes as f64 / timeline.lead_time as f64 * 100.0;
    let estimated = timeline.lead_time - timeline.measured - timeline.guessed;
    let known: Vec<(i64, &str)> = [
        (timeline.measured, Confidence::Measured),
        (estimated, Confidence::Estimated),
        (timeline.guessed, Confidence::Guessed),
    ]
    .into_iter()
    .filter(|(minutes, _)| *minutes > 0)
    .map(|(minutes, it)| (minutes, edition.say.confidence(it)))
    .collect();
    let said = match known.as_slice() {
        [(_, word)] => edition.pick(
            format!("The whole lead time is {word}"),
            format!("Die ganze Durchlaufzeit ist {word}"),
        ),
        several => {
            let parts = several
                .iter()
                .map(|(minutes, word)| format!("{} {word}", edition.say.percent(part(*minutes))));
            let parts = edition.say.listed(&parts.collect::<Vec<_>>());
            edition.pick(
                format!("Of the lead time, {parts}"),
                format!("Von der Durchlaufzeit sind {parts}"),
            )
        }
    };
    let unknown = match timeline.unknown.len() {
        0 => String::new(),
        1 => edition
            .pick(
                "; one time or cause on the path is not known",
                "; eine Zeit oder ein Grund auf dem Pfad ist nicht bekannt",
            )
            .to_owned(),
        more => edition.pick(
            format!("; {more} times or causes on the path are not known"),
            format!("; {more} Zeiten oder Gründe auf dem Pfad sind nicht bekannt"),
        ),
    };
    format!("{said}{unknown}.")
}

/// When the workshop was, which version this is, and how far it has been agreed.
fn imprint(edition: &Edition) -> Vec<String> {
    let engagement = edition.document().the_engagement();
    let dates = engagement.map_or("", |it| named(&it.dates, ""));
    let version = named(&edition.settings.choice.version, "");
    let issued: Vec<String> = [
        (!version.is_empty()).then(|| format!("Version {version}")),
        (!edition.settings.date.is_empty()).then(|| edition.settings.date.clone()),
        Some(super::sign_off::status(edition).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    vec![dates.to_owned(), issued.join(" · ")]
}
