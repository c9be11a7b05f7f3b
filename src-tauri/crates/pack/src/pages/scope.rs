//! What the process is and is not, from where to where, who took part, and how far its numbers can
//! be trusted.

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{Confidence, Estimate, Step, StepKind};

/// Writes the scope.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("Scope and method", "Umfang und Methode");
    script.sheet(PageKind::Scope, Format::Upright, title);
    let process = edition.document().process(edition.state.process);
    let scope = process.map_or("", |it| it.scope.trim().trim_end_matches('.'));
    let counted = counted(edition);
    script.title(title, if scope.is_empty() { &counted } else { scope });
    script.table(charter(edition));
    script.table_under(
        edition.pick("From supplier to customer (SIPOC)", "Vom Lieferanten zum Kunden (SIPOC)"),
        sipoc(edition),
    );
    script.table_under(
        edition.pick("How well the numbers are known", "Wie gut die Zahlen bekannt sind"),
        confidence(edition),
    );
    let method = edition.pick(
        "The map was drawn with those who do the work: steps and handoffs first, then process time, \
         waits and %C&A, then the critical path. Times were said by the room unless they are marked \
         as measured.",
        "Die Karte wurde mit denen gezeichnet, die die Arbeit tun: zuerst Schritte und Übergaben, \
         dann Bearbeitungszeit, Wartezeiten und %C&A, dann der kritische Pfad. Zeiten hat der Raum \
         genannt, wenn sie nicht als gemessen gekennzeichnet sind.",
    );
    script.note(method);
}

/// How large the process is, where nobody said what belongs to it.
fn counted(edition: &Edition) -> String {
    let steps = edition.source.figures.steps as usize;
    let teams = edition.document().lanes_of(edition.state.id).len();
    edition.pick(
        format!(
            "{} in {}",
            edition.say.of(steps, "step", "steps"),
            edition.say.of(teams, "team", "teams")
        ),
        format!(
            "{} in {}",
            edition.say.of(steps, "Schritt", "Schritte"),
            edition.say.of(teams, "Team", "Teams")
        ),
    )
}

fn rows(pairs: Vec<(&str, String)>) -> Vec<Row> {
    let known = pairs.into_iter().filter(|(_, value)| !value.trim().is_empty());
    known.map(|(name, value)| Row::from(vec![Cell::label(name), Cell::new(value)])).collect()
}

fn charter(edition: &Edition) -> Table {
    let document = edition.document();
    let mut table = Table::new(vec![Column::fixed("", 120.0), Column::new("")]).compact();
    let engagement = document.the_engagement();
    let of = |field: fn(&model::Engagement) -> String| engagement.map_or(String::new(), field);
    let process = document.process(edition.state.process);
    let told = |field: fn(&model::Process) -> String| process.map_or(String::new(), field);
    let people = edition.say.of(
        of(|it| it.participants.join("\n")).lines().count(),
        edition.pick("person", "Person"),
        edition.pick("people", "Personen"),
    );
    let volume = process.and_then(|it| it.volume_per_thousand_days).filter(|it| *it > 0);
    let volume = volume.map_or(String::new(), |it| {
        let number = f64::from(it) / 1000.0;
        let number = edition.say.pointed(&number.to_string());
        edition.pick(format!("{number} a day"), format!("{number} am Tag"))
    });
    table.rows = rows(vec![
        (edition.pick("Client", "Auftraggeber"), of(|it| it.client.clone())),
        (edition.pick("Sponsor", "Sponsor"), of(|it| it.sponsor.clone())),
        (edition.pick("Process", "Prozess"), told(|it| it.name.clone())),
        (edition.pick("Begins with", "Beginnt mit"), told(|it| it.trigger.clone())),
        (edition.pick("Ends when", "Endet, wenn"), told(|it| it.end_condition.clone())),
        (edition.pick("What moves", "Was sich bewegt"), told(|it| it.work_item.clone())),
        (edition.pick("For whom", "Für wen"), told(|it| it.customer.clone())),
        (edition.pick("Volume", "Menge"), volume),
        (edition.pick("Clock", "Uhr"), edition.say.clock_words(edition.clock)),
        (edition.pick("When", "Wann"), of(|it| it.dates.clone())),
        (edition.pick("Led by", "Geleitet von"), of(|it| it.facilitators.join(", "))),
        (edition.pick("Took part", "Dabei waren"), of(|it| it.participants.join(", "))),
        (
            edition.pick("In the room", "Im Raum"),
            if of(|it| it.participants.join("")).is_empty() { String::new() } else { people },
        ),
    ]);
    table
}

fn sipoc(edition: &Edition) -> Table {
    let document = edition.document();
    let steps: Vec<&Step> =
        document.steps_of(edition.state.id).filter(|it| it.shape == StepKind::Step).collect();
    let begins = |step: &&&Step| {
        document.connectors_of(edition.state.id).all(|it| {
            it.to != step.id
                || it.flow == model::ConnectorKind::Rework
                || document.step(it.from).is_none_or(|from| from.shape != StepKind::Step)
        })
    };
    let ends = |step: &&&Step| {
        document.connectors_of(edition.state.id).all(|it| {
            it.from != step.id
                || it.flow == model::ConnectorKind::Rework
                || document.step(it.to).is_none_or(|to| to.shape != StepKind::Step)
        })
    };
    let first: Vec<&&Step> = steps.iter().filter(begins).collect();
    let last: Vec<&&Step> = steps.iter().filter(ends).collect();
    let lines = |mut all: Vec<String>| {
        all.retain(|it| !it.trim().is_empty());
        all.dedup();
        if all.is_empty() { "—".to_owned() } else { all.join("\n") }
    };
    let team = |step: &&&Step| document.team_of(step).map_or(String::new(), |it| it.name.clone());
    let stages: Vec<String> = document
        .stages()
        .filter(|it| it.state == edition.state.id)
        .map(|it| it.name.clone())
        .collect();
    let between = match (first.first(), last.first()) {
        (Some(first), Some(last)) => vec![first.name.clone(), "…".to_owned(), last.name.clone()],
        _ => Vec::new(),
    };
    let process = document.process(edition.state.process);
    let customer = process.map_or(String::new(), |it| it.customer.clone());
    let external: Vec<String> = document
        .lanes_of(edition.state.id)
        .iter()
        .filter_map(|lane| document.team(lane.team))
        .filter(|it| it.external)
        .map(|it| it.name.clone())
        .collect();
    let suppliers = if external.is_empty() { first.iter().map(&team).collect() } else { external };
    let customers =
        if customer.is_empty() { last.iter().map(&team).collect() } else { vec![customer] };
    let mut table = Table::new(vec![
        Column::new(edition.pick("Suppliers", "Lieferanten")),
        Column::new(edition.pick("Inputs", "Eingaben")),
        Column::new(edition.pick("Process", "Prozess")),
        Column::new(edition.pick("Outputs", "Ergebnisse")),
        Column::new(edition.pick("Customers", "Kunden")),
    ]);
    table.row_heads = Vec::new();
    let said = [
        suppliers,
        first.iter().flat_map(|it| it.inputs.clone()).collect(),
        if stages.is_empty() { between } else { stages },
        last.iter().flat_map(|it| it.outputs.clone()).collect(),
        customers,
    ];
    table.rows = vec![Row::from(said.map(|it| Cell::new(lines(it))).to_vec())];
    table
}

/// How many of the times and shares are measured, estimated, guessed or missing.
fn confidence(edition: &Edition) -> Table {
    let document = edition.document();
    let steps: Vec<&Step> =
        document.steps_of(edition.state.id).filter(|it| it.shape == StepKind::Step).collect();
    fn known<T>(it: Option<&Estimate<T>>) -> Option<Confidence> {
        it.map(|it| it.confidence)
    }
    let kinds = [
        (
            edition.pick("Process times", "Bearbeitungszeiten"),
            steps.iter().map(|it| known(it.process_time.as_ref())).collect::<Vec<_>>(),
        ),
        (
            edition.pick("%C&A", "%C&A"),
            steps.iter().map(|it| known(it.complete_accurate.as_ref())).collect(),
        ),
        (
            edition.pick("Waits at handoffs", "Wartezeiten an Übergaben"),
            edition.forward().iter().map(|it| known(it.connector.wait.as_ref())).collect(),
        ),
    ];
    let mut table = Table::new(vec![
        Column::new(edition.pick("What", "Was")),
        Column::numbers(edition.pick("Measured", "Gemessen")),
        Column::numbers(edition.pick("Estimated", "Geschätzt")),
        Column::numbers(edition.pick("Guessed", "Geraten")),
        Column::numbers(edition.pick("Not known", "Unbekannt")),
    ])
    .compact();
    table.rows = kinds
        .into_iter()
        .map(|(name, all)| {
            let count = |level| all.iter().filter(|it| **it == level).count().to_string();
            Row::from(vec![
                Cell::new(name),
                Cell::new(count(Some(Confidence::Measured))),
                Cell::new(count(Some(Confidence::Estimated))),
                Cell::new(count(Some(Confidence::Guessed))),
                Cell::new(count(None)),
            ])
        })
        .collect();
    table
}
