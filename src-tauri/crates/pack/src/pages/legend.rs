//! How to read the map: a small one of its own, and what its marks mean.

use super::edition::Edition;
use crate::script::{Block, Cell, Column, Drawing, Format, PageKind, Row, Script, Table};
use model::*;
use scene::{Composer, Token};

/// Writes the legend.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("How to read this pack", "Wie diese Mappe zu lesen ist");
    script.sheet(PageKind::Legend, Format::Upright, title);
    script.title(title, &edition.say.clock_words(edition.clock));
    if let Some(drawing) = example(edition) {
        let description = edition.pick(
            "A small map: two teams, a step that gives, a step that takes, the handoff between them \
             and a return.",
            "Eine kleine Karte: zwei Teams, ein Schritt, der gibt, einer, der nimmt, die Übergabe \
             dazwischen und eine Rückgabe.",
        );
        let description = description.to_owned();
        script.put(Block::Figure { drawing: Box::new(drawing), description });
    }
    script.table_under(edition.pick("On the map", "Auf der Karte"), marks(edition).compact());
    script.table_under(edition.pick("Numbers", "Zahlen"), numbers(edition).compact());
}

fn rows(pairs: &[(&str, &str)]) -> Vec<Row> {
    let row = |(name, said): &(&str, &str)| {
        Row::from(vec![Cell::strong(*name, Token::Ink), Cell::new(*said)])
    };
    pairs.iter().map(row).collect()
}

fn marks(edition: &Edition) -> Table {
    let mut table = Table::new(vec![Column::fixed("", 120.0), Column::new("")]);
    table.rows = rows(&[
        (
            edition.pick("Lane", "Bahn"),
            edition.pick(
                "A team. A dashed edge: a party outside, such as the customer.",
                "Ein Team. Gestrichelter Rand: jemand von außen, etwa der Kunde.",
            ),
        ),
        (
            edition.pick("Box", "Kasten"),
            edition.pick(
                "A step: its name, how long hands are on it, and the share of its output that is \
                 complete and accurate (%C&A).",
                "Ein Schritt: Name, Bearbeitungszeit und der Anteil der Ergebnisse, die vollständig \
                 und richtig sind (%C&A).",
            ),
        ),
        (
            edition.pick("Diamond", "Raute"),
            edition.pick(
                "A decision; its ways say how often they are taken.",
                "Eine Entscheidung; an ihren Wegen steht, wie oft sie gegangen werden.",
            ),
        ),
        (
            edition.pick("Pill", "Kapsel"),
            edition.pick(
                "A handoff: number, usual wait and why, service level. Red: nothing agreed, or missed \
                 today. Amber: tight. Green: kept.",
                "Eine Übergabe: Nummer, übliche Wartezeit und Grund, SLA. Rot: nichts \
                 vereinbart oder heute verfehlt. Gelb: knapp. Grün: gehalten.",
            ),
        ),
        (
            edition.pick("Dark line", "Dunkle Linie"),
            edition.pick("The critical path.", "Der kritische Pfad."),
        ),
        (
            edition.pick("Dashed line", "Gestrichelte Linie"),
            edition.pick("Work that comes back.", "Arbeit, die zurückkommt."),
        ),
        (
            edition.pick("Burst", "Stern"),
            edition.pick("A pain point, or an idea.", "Ein Schmerzpunkt oder eine Idee."),
        ),
    ]);
    table
}

fn numbers(edition: &Edition) -> Table {
    let mut table = Table::new(vec![Column::fixed("", 120.0), Column::new("")]);
    table.rows = rows(&[
        ("45 min", edition.pick("measured", "gemessen")),
        ("~45 min", edition.pick("estimated by the room", "vom Raum geschätzt")),
        ("45 min?", edition.pick("guessed", "geraten")),
        (
            "H-07",
            edition.pick(
                "a handoff, everywhere in this pack; it leads to its card",
                "eine Übergabe, überall in dieser Mappe; führt zu ihrer Karte",
            ),
        ),
    ]);
    table
}

/// A map as it would be drawn in a workshop, drawn by the same hand as the real one.
fn example(edition: &Edition) -> Option<Drawing> {
    let mut map = Example::new(edition)?;
    let (sales, support) = (map.lane(0)?, map.lane(1)?);
    let sell = map.step(
        sales,
        StepKind::Step,
        edition.pick("Close the deal", "Auftrag abschließen"),
        200,
    )?;
    let check =
        map.step(support, StepKind::Step, edition.pick("Check the order", "Auftrag prüfen"), 200)?;
    let clear = map.step(support, StepKind::Decision, edition.pick("Clear?", "Klar?"), 400)?;
    let set_up = map.step(support, StepKind::Step, edition.pick("Set up", "Einrichten"), 560)?;
    for (step, minutes, right) in [(sell, 45, 80), (check, 10, 95), (set_up, 60, 90)] {
        let time = Some(Estimate::of(Minutes(minutes)));
        map.apply(&Command::EditStep { step, edit: StepEdit::ProcessTime(time) })?;
        let right = Some(Estimate::of(Share::percent(right)));
        map.apply(&Command::EditStep { step, edit: StepEdit::CompleteAccurate(right) })?;
    }
    let over = map.connect(sell, check, ConnectorKind::Seq)?;
    map.connect(check, clear, ConnectorKind::Seq)?;
    let on = map.connect(clear, set_up, ConnectorKind::Xor)?;
    let back = map.connect(clear, sell, ConnectorKind::Rework)?;
    let wait = Some(Estimate::of(Minutes(960)));
    for edit in [ConnectorEdit::Wait(wait), ConnectorEdit::Cause(Some(DelayCause::Queue))] {
        map.apply(&Command::EditConnector { connector: over, edit })?;
    }
    for (connector, percent) in [(on, 85), (back, 15)] {
        let edit = ConnectorEdit::Probability(Some(Share::percent(percent)));
        map.apply(&Command::EditConnector { connector, edit })?;
    }
    let figures = analysis::figures(&map.document, map.state);
    let scene = Composer::speaking(edition.language()).compose(&map.document, map.state, &figures);
    Drawing::of(&scene.groups, scene.bounds)
}

struct Example {
    document: Document,
    state: StateId,
}

impl Example {
    fn new(edition: &Edition) -> Option<Example> {
        let words = Blank {
            title: String::new(),
            process: String::new(),
            state: String::new(),
            teams: vec![
                edition.pick("Sales", "Vertrieb").into(),
                edition.pick("Onboarding", "Einrichtung").into(),
            ],
            calendar: String::new(),
        };
        let document = blank(&words).ok()?;
        let state = document.states().next()?.id;
        Some(Example { document, state })
    }

    fn apply(&mut self, command: &Command) -> Option<()> {
        self.document = plan(&self.document, command).ok()?.document;
        Some(())
    }

    fn lane(&self, at: usize) -> Option<LaneId> {
        self.document.lanes_of(self.state).get(at).map(|it| it.id)
    }

    fn step(&mut self, lane: LaneId, shape: StepKind, name: &str, x: i32) -> Option<StepId> {
        let place = Place { x, y: 34 };
        self.apply(&Command::AddStep { lane, shape, name: name.to_owned(), place })?;
        self.document.steps().map(|it| it.id).max()
    }

    fn connect(&mut self, from: StepId, to: StepId, flow: ConnectorKind) -> Option<ConnectorId> {
        self.apply(&Command::Connect { from, to: Destination::Step { step: to } })?;
        let connector = self.document.connectors().map(|it| it.id).max()?;
        self.apply(&Command::EditConnector { connector, edit: ConnectorEdit::Flow(flow) })?;
        Some(connector)
    }
}
