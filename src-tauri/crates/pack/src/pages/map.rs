//! The map with its ladder, and what they show in a sentence.

use super::edition::Edition;
use crate::page::Anchor;
use crate::script::{
    BODY, Block, Drawing, Format, LadderFigure, MapFigure, PageKind, Script, Spot, Title,
};
use crate::words;
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
        script.paragraph("There is nothing on the map yet.", BODY, Token::Muted);
        return;
    };
    let map = MapFigure {
        title: name.to_owned(),
        finding: finding(edition),
        description: description(edition),
        drawing,
        ladder: ladder(edition),
        clock: words::clock_words(edition.clock),
        illegible: format!(
            "The map of {name} is longer than the longest sheet of a PDF, so its smallest text is \
             only {{}} pt; print it as a picture instead."
        ),
        spots: spots(edition),
    };
    script.put(Block::Map(Box::new(map)));
}

/// The pills of handoffs lead to their cards.
fn spots(edition: &Edition) -> Vec<Spot> {
    let groups = edition.source.scene.groups.iter().filter(|it| it.key.part == Part::Handoff);
    let spot = |group: &scene::Group| {
        let passing = edition.passings.iter().find(|it| it.handoff.id == group.key.id.into())?;
        let says = passing.handoff.name();
        Some(Spot { rect: group.bounds, to: Anchor::Card(passing.handoff.id), says })
    };
    groups.filter_map(|group| spot(group)).collect()
}

/// The ladder of an edition; nothing when it has no rungs.
fn ladder(edition: &Edition) -> Option<LadderFigure> {
    let ladder = edition.source.ladder;
    let frame = Rect::new(0.0, 0.0, ladder.width, ladder.height);
    Some(LadderFigure {
        drawing: Drawing::of(&ladder.groups, frame)?,
        title: "Lead time ladder".into(),
        finding: super::measures::finding(edition),
        description: "Ladder of the critical path: waits above, work below.".into(),
        totals: totals(edition),
    })
}

fn totals(edition: &Edition) -> Vec<String> {
    let Some(timeline) = edition.timeline() else { return Vec::new() };
    vec![
        format!("Lead time {}", edition.duration(timeline.lead_time)),
        format!("Process time {}", edition.duration(timeline.process_time)),
        timeline.activity_ratio.map_or("Activity ratio —".to_owned(), |it| {
            format!("Activity ratio {}", words::percent(it))
        }),
    ]
}

/// What the map shows, in one sentence that the figures bear out.
pub fn finding(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        return "The map has no path from a start to an end yet, so nothing can be totalled".into();
    };
    if timeline.lead_time <= 0 {
        return "No time has been entered on the critical path yet".into();
    }
    let Some((wait, passing)) = edition.longest_between() else {
        let lead = edition.duration(timeline.lead_time);
        return format!("Lead time is {lead}; none of it waits between teams");
    };
    let share = words::percent(wait as f64 / timeline.lead_time as f64 * 100.0);
    let who = match passing.handoff.accountable {
        Some(role) => format!("{} is accountable for that handoff", edition.role(role)),
        None => "no one is accountable for that handoff".to_owned(),
    };
    let (giver, taker) = (passing.giver_name(), passing.taker_name());
    format!("{share} of the lead time waits between {giver} and {taker}; {who}")
}

fn description(edition: &Edition) -> String {
    let document = edition.document();
    let teams: Vec<String> = document
        .lanes_of(edition.state.id)
        .iter()
        .filter_map(|lane| Some(document.team(lane.team)?.name.clone()))
        .collect();
    let steps = words::of(edition.source.figures.steps as usize, "step", "steps");
    let crossings = words::of(edition.source.figures.handoffs as usize, "handoff", "handoffs");
    let said = format!(
        "Swimlane map of {}: lanes {}; {steps} and {crossings}.",
        edition.state_name(),
        words::listed(&teams)
    );
    said.replace('\u{a0}', " ")
}
