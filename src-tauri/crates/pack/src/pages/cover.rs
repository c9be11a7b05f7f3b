//! The cover: whose pack it is, what it is about, three headline figures, when and which version.

use super::edition::{Edition, named};
use crate::script::{Block, Cover, Format, PageKind, Script};
use crate::words;

/// What the pack is about.
pub fn subtitle(edition: &Edition) -> String {
    let lanes = edition.document().lanes_of(edition.state.id).len();
    let teams = words::of(lanes, "team", "teams");
    let told = match edition.source.figures.handoffs as usize {
        0 => format!("{teams}, no handoff yet"),
        1 => format!("{teams} and the handoff between them"),
        more => format!("{teams} and the {} between them", words::of(more, "handoff", "handoffs")),
    };
    let process = edition.process();
    let what = edition.state_name();
    if process.is_empty() {
        format!("{what}: {told}")
    } else {
        format!("{process}. {what}: {told}")
    }
}

/// Writes the cover.
pub fn write(script: &mut Script, edition: &Edition) {
    script.sheet(PageKind::Cover, Format::Upright, "");
    let cover = Cover {
        client: edition.client().to_owned(),
        title: edition.title().to_owned(),
        subtitle: subtitle(edition),
        figures: figures(edition),
        certainty: certainty(edition),
        imprint: imprint(edition),
        confidential: edition.settings.choice.confidential.trim().to_owned(),
    };
    script.put(Block::Cover(Box::new(cover)));
}

fn figures(edition: &Edition) -> Vec<(String, String)> {
    let timeline = edition.timeline();
    let lead = timeline.map_or("—".to_owned(), |it| edition.duration(it.lead_time));
    let share =
        timeline.and_then(|it| it.between_team_share).map_or("—".to_owned(), words::percent);
    let handoffs = words::count(i64::from(edition.source.figures.handoffs));
    let noun = if edition.source.figures.handoffs == 1 { "handoff" } else { "handoffs" };
    let figures = [(lead, "lead time"), (share, "of it waits between teams"), (handoffs, noun)];
    figures.into_iter().map(|(figure, caption)| (figure, caption.to_owned())).collect()
}

/// How far the lead time can be trusted, in one sentence.
pub fn certainty(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        return "The map has no path from a start to an end yet, so there is no lead time.".into();
    };
    if timeline.lead_time <= 0 {
        return "No time has been entered on the critical path yet.".into();
    }
    let part = |minutes: i64| minutes as f64 / timeline.lead_time as f64 * 100.0;
    let estimated = timeline.lead_time - timeline.measured - timeline.guessed;
    let parts: Vec<String> =
        [(timeline.measured, "measured"), (estimated, "estimated"), (timeline.guessed, "guessed")]
            .into_iter()
            .filter(|(minutes, _)| *minutes > 0)
            .map(|(minutes, word)| format!("{} {word}", words::percent(part(minutes))))
            .collect();
    let mut said = match parts.as_slice() {
        [one] => format!("The whole lead time is {}", one.rsplit(' ').next().unwrap_or_default()),
        several => format!("Of the lead time, {}", words::listed(several)),
    };
    match timeline.unknown.len() {
        0 => said.push('.'),
        1 => said += "; one time or cause on the path is not known.",
        more => said += &format!("; {more} times or causes on the path are not known."),
    }
    said
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
