//! The map with its ladder, and what they show in a sentence.

mod frame;
mod parts;
mod slots;

use super::edition::Edition;
use crate::page::Anchor;
use crate::script::{
    BODY, Block, Drawing, Format, LadderFigure, MapFigure, MapPart, PageKind, Rung, Script, Spot,
    Title,
};
use model::MapPaper;
use scene::{Part, Rect, Token};

/// The totals stand beside the ladder; it is laid out narrower than its map by this.
const TOTALS: f32 = 150.0;

/// And by this, because its text is smaller than that of the map and must stay legible beside it.
const NARROWER: f32 = 0.94;

/// The width a ladder should be laid out for, to be as wide as its map with the totals beside it.
pub fn ladder_width(scene: &scene::Scene) -> f32 {
    ((scene.bounds.w - TOTALS / 0.8) * NARROWER).max(360.0)
}

/// Writes the map and the ladder.
pub fn write(script: &mut Script, edition: &Edition, kind: PageKind) {
    let scene = edition.source.scene;
    let name = edition.state_name();
    script.sheet(kind, Format::Upright, name);
    let Some(drawing) = Drawing::of(&scene.groups, scene.bounds) else {
        script.put(Block::Title(Title::new(name, &finding(edition))));
        let none =
            edition.pick("There is nothing on the map yet.", "Auf der Karte ist noch nichts.");
        script.paragraph(none, BODY, Token::Muted);
        return;
    };
    let map = MapFigure {
        title: name.to_owned(),
        finding: finding(edition),
        description: description(edition),
        drawing,
        ladder: ladder(edition),
        clock: edition.say.clock_words(edition.clock),
        illegible: edition.pick(
            format!(
                "The map of {name} is longer than the longest sheet of a PDF, so its smallest \
                 text is only {{}} pt; print it as a picture instead."
            ),
            format!(
                "Die Karte {name} ist länger als das längste Blatt einer PDF-Datei, also ist ihr \
                 kleinster Text nur {{}} pt groß; drucken Sie sie stattdessen als Bild."
            ),
        ),
        spots: spots(edition),
        paper: edition.settings.choice.maps,
        parts: cut(edition),
    };
    script.put(Block::Map(Box::new(map)));
}

/// What the map is cut into, where it is laid part by part.
fn cut(edition: &Edition) -> Vec<MapPart> {
    match edition.settings.choice.maps {
        MapPaper::ByStage => parts::parts(edition, parts::Cut::Stages),
        MapPaper::ByLane => parts::parts(edition, parts::Cut::Lanes),
        _ => Vec::new(),
    }
}

/// The pills of handoffs lead to their cards.
fn spots(edition: &Edition) -> Vec<Spot> {
    let groups = edition.source.scene.groups.iter().filter(|it| it.key.part == Part::Handoff);
    groups.filter_map(|group| spot(edition, group)).collect()
}

/// A pill that leads to the card of its handoff.
fn spot(edition: &Edition, pill: &scene::Group) -> Option<Spot> {
    let passing = edition.passings.iter().find(|it| it.handoff.id == pill.key.id.into())?;
    let says = passing.handoff.name();
    Some(Spot { rect: pill.bounds, to: Anchor::Card(passing.handoff.id), says })
}

/// The ladder of an edition; nothing when it has no rungs.
fn ladder(edition: &Edition) -> Option<LadderFigure> {
    let ladder = edition.source.ladder;
    let frame = Rect::new(0.0, 0.0, ladder.width, ladder.height);
    Some(LadderFigure {
        drawing: Drawing::of(&ladder.groups, frame)?,
        rungs: rungs(ladder),
        title: edition.pick("Lead time ladder", "Zeitleiste").into(),
        finding: super::measures::finding(edition),
        description: edition
            .pick(
                "Ladder of the critical path: waits above, work below.",
                "Zeitleiste des kritischen Pfads: oben Wartezeit, unten Bearbeitung.",
            )
            .into(),
        totals: totals(edition),
    })
}

/// The shapes of a drawing are those of its groups, one after another.
fn rungs(ladder: &scene::Ladder) -> Vec<Rung> {
    let mut end = 0;
    let rung = |group: &scene::Group| {
        let begin = end;
        end += group.shapes.len();
        Rung { left: group.bounds.x, width: group.bounds.w, shapes: begin..end }
    };
    ladder.groups.iter().map(rung).collect()
}

fn totals(edition: &Edition) -> Vec<String> {
    let Some(timeline) = edition.timeline() else { return Vec::new() };
    let ratio = timeline.activity_ratio.map_or("—".to_owned(), |it| edition.say.percent(it));
    let words = scene::Words::of(edition.language());
    vec![
        format!("{} {}", words.lead_time, edition.duration(timeline.lead_time)),
        format!("{} {}", words.process_time, edition.duration(timeline.process_time)),
        format!("{} {ratio}", words.activity_ratio),
    ]
}

/// What the map shows, in one sentence that the figures bear out.
pub fn finding(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        let none = edition.pick(
            "The map has no path from a start to an end yet, so nothing can be totalled",
            "Auf der Karte führt noch kein Weg von einem Start zu einem Ende, also lässt sich \
             nichts zusammenzählen",
        );
        return none.into();
    };
    if timeline.lead_time <= 0 {
        let none = edition.pick(
            "No time has been entered on the critical path yet",
            "Auf dem kritischen Pfad ist noch keine Zeit eingetragen",
        );
        return none.into();
    }
    let Some((wait, passing)) = edition.longest_between() else {
        let lead = edition.duration(timeline.lead_time);
        return edition.pick(
            format!("Lead time is {lead}; none of it waits between teams"),
            format!("Die Durchlaufzeit ist {lead}; nichts davon wartet zwischen Teams"),
        );
    };
    let share = edition.say.percent(wait as f64 / timeline.lead_time as f64 * 100.0);
    let who = match passing.handoff.accountable {
        Some(role) => edition.pick(
            format!("{} is accountable for that handoff", edition.role(role)),
            format!("für diese Übergabe ist verantwortlich: {}", edition.role(role)),
        ),
        None => edition
            .pick(
                "no one is accountable for that handoff",
                "für diese Übergabe ist niemand verantwortlich",
            )
            .to_owned(),
    };
    let (giver, taker) = (passing.giver_name(), passing.taker_name());
    edition.pick(
        format!("{share} of the lead time waits between {giver} and {taker}; {who}"),
        format!("{share} der Durchlaufzeit wartet zwischen {giver} und {taker}; {who}"),
    )
}

fn description(edition: &Edition) -> String {
    let document = edition.document();
    let teams: Vec<String> = document
        .lanes_of(edition.state.id)
        .iter()
        .filter_map(|lane| Some(document.team(lane.team)?.name.clone()))
        .collect();
    let of = |number: u32, one, many| edition.say.of(number as usize, one, many);
    let (steps, crossings) = (edition.source.figures.steps, edition.source.figures.handoffs);
    let (name, lanes) = (edition.state_name(), edition.say.listed(&teams));
    let said = edition.pick(
        format!(
            "Swimlane map of {name}: lanes {lanes}; {} and {}.",
            of(steps, "step", "steps"),
            of(crossings, "handoff", "handoffs")
        ),
        format!(
            "Karte mit Bahnen, {name}: Bahnen {lanes}; {} und {}.",
            of(steps, "Schritt", "Schritte"),
            of(crossings, "Übergabe", "Übergaben")
        ),
    );
    said.replace('\u{a0}', " ")
}
