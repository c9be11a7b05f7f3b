//! The card of one handoff: everything two teams agree about it on a page, and what is still open.

use super::edition::{Edition, Passing};
use super::{checks, left, service};
use crate::names;
use crate::page::Anchor;
use crate::script::{BODY, Block, Cell, Column, Format, PageKind, Row, Script, Table, Title};
use crate::words;
use model::{RaciLetter, Target, TemplateField};
use scene::Token;
use std::collections::BTreeMap;

/// Writes one card.
pub fn write(script: &mut Script, edition: &Edition, passing: &Passing) {
    let group = "Handoff definitions";
    script.sheet(PageKind::Cards, Format::Upright, group);
    let handoff = passing.handoff;
    let name = format!("{} {}", handoff.name(), passing.between());
    let mut title = Title::new(&name, &handoff.passes);
    if handoff.passes.is_empty() {
        title.finding = "What passes is not agreed".into();
        title.tone = Token::Trouble;
    }
    title.level = 1;
    if edition.passings.first().is_some_and(|first| first.handoff.id == handoff.id) {
        title.group = group.into();
    }
    title.anchor = Some(Anchor::Card(handoff.id));
    let says = format!("{} in the register", handoff.name());
    title.back = Some(("Back to the register".into(), Anchor::Row(handoff.id), says));
    script.put(Block::Title(title));
    facts(script, edition, passing);
    service::write(script, edition, passing);
    information(script, edition, passing);
    checks::criteria(script, edition, passing);
    responsibility(script, edition, passing);
    exceptions(script, passing);
    checks::readiness(script, passing);
    left::note(script, edition, passing);
}

/// A table of two labelled values a row.
pub fn pairs(rows: Vec<[(&str, Cell); 2]>) -> Table {
    let mut table = Table::new(vec![
        Column::fixed("", 66.0),
        Column::fixed("", 155.0),
        Column::fixed("", 70.0),
        Column::fixed("", 150.0),
    ]);
    table.row_heads = vec![0, 2];
    table.rows = rows
        .into_iter()
        .map(|[(left, first), (right, second)]| {
            Row::from(vec![Cell::label(left), first, Cell::label(right), second])
        })
        .collect();
    table.compact()
}

/// How long it waits today: usual value, range, how well that is known.
pub fn wait(edition: &Edition, passing: &Passing) -> Cell {
    let Some(wait) = &passing.connector.wait else {
        return Cell::of("Not known", BODY, Token::Trouble);
    };
    let usual = edition.duration(i64::from(wait.usual.0));
    let range = words::range(wait, edition.clock.minutes_per_day);
    let said = if range.is_empty() { usual } else { format!("{usual} usual, {range}") };
    Cell::new(said).under(words::basis(wait))
}

/// Why it waits.
pub fn cause(passing: &Passing) -> Cell {
    match passing.connector.cause {
        Some(cause) => Cell::new(names::cause(cause)).under(passing.connector.cause_note.clone()),
        None => Cell::or_dash(&passing.connector.cause_note),
    }
}

fn facts(script: &mut Script, edition: &Edition, passing: &Passing) {
    let handoff = passing.handoff;
    let role = |id| Cell::or_not_agreed(edition.role_or_empty(id));
    let acceptance = handoff.acceptance.and_then(names::acceptance);
    let step = |step: Option<&model::Step>| step.map_or("", |it| it.name.as_str()).to_owned();
    let rows = vec![
        [
            ("Trigger", Cell::or_not_agreed(&handoff.trigger)),
            ("Gives", role(handoff.sending_role).under(step(passing.from))),
        ],
        [
            ("Channel", Cell::or_dash(&passing.connector.channel)),
            ("Receives", role(handoff.receiving_role).under(step(passing.to))),
        ],
        [("Wait today", wait(edition, passing)), ("Accountable", role(handoff.accountable))],
        [
            ("Cause", cause(passing)),
            ("Acceptance", acceptance.map_or_else(Cell::not_agreed, Cell::new)),
        ],
        [
            (
                "Follow-up",
                handoff.follow_up.map_or_else(Cell::dash, |it| Cell::new(names::follow_up(it))),
            ),
            (
                "Status",
                Cell::new(names::status(handoff.status)).under(if handoff.varies {
                    "done differently by different people"
                } else {
                    ""
                }),
            ),
        ],
    ];
    script.table(pairs(rows));
}

fn information(script: &mut Script, edition: &Edition, passing: &Passing) {
    let heading = "Information required";
    let template = passing.handoff.template.and_then(|id| edition.document().template(id));
    let Some(template) = template else {
        script.missing(heading, "Not agreed: what has to be handed over");
        return;
    };
    let half = (script.measure() - 14.0) / 2.0;
    let mut table = Table::list(vec![Column::fixed("", half), Column::fixed("", half)]);
    let cells: Vec<Cell> = template.fields.iter().map(|it| item(edition, it)).collect();
    let rows = cells.len().div_ceil(2);
    let at = |index: usize| cells.get(index).cloned().unwrap_or_default();
    table.rows = (0..rows).map(|row| Row::from(vec![at(row), at(row + rows)])).collect();
    if table.rows.is_empty() {
        script.missing(heading, "Not agreed: the form has no fields");
    } else {
        script.table_under(heading, table);
    }
}

/// One thing that is handed over: whether it has to be, and where it comes from.
fn item(edition: &Edition, field: &TemplateField) -> Cell {
    let required = match (field.required, field.required_if.as_str()) {
        (true, _) => "required".to_owned(),
        (false, "") => "if there is one".to_owned(),
        (false, condition) => format!("if {condition}"),
    };
    let provider = edition.role_or_empty(field.provided_by);
    let source = if field.source.is_empty() { provider } else { field.source.as_str() };
    let secret = if field.sensitive { "confidential" } else { "" };
    let under = [required.as_str(), source, secret];
    let under: Vec<&str> = under.into_iter().filter(|it| !it.is_empty()).collect();
    Cell::new(field.label.clone()).under(under.join(" · "))
}

fn responsibility(script: &mut Script, edition: &Edition, passing: &Passing) {
    let heading = "Responsibility";
    let mut letters: BTreeMap<RaciLetter, Vec<String>> = BTreeMap::new();
    for assignment in edition.document().raci_row(Target::Handoff(passing.handoff.id)) {
        for letter in &assignment.letters {
            letters.entry(*letter).or_default().push(edition.role(assignment.role).to_owned());
        }
    }
    if letters.is_empty() {
        script.missing(heading, "Not agreed: no role has a letter here");
        return;
    }
    // The four letters everybody knows are shown even when a row leaves one out.
    for letter in [
        RaciLetter::Responsible,
        RaciLetter::Accountable,
        RaciLetter::Consulted,
        RaciLetter::Informed,
    ] {
        letters.entry(letter).or_default();
    }
    let mut cells = letters.into_iter().map(|(letter, roles)| {
        let needed = matches!(letter, RaciLetter::Responsible | RaciLetter::Accountable);
        let said = words::listed(&roles);
        let cell = if needed { Cell::or_not_agreed(&said) } else { Cell::or_dash(&said) };
        (names::letter(letter), cell)
    });
    let mut rows = Vec::new();
    while let Some(left) = cells.next() {
        rows.push([left, cells.next().unwrap_or(("", Cell::default()))]);
    }
    script.table_under(heading, pairs(rows));
}

fn exceptions(script: &mut Script, passing: &Passing) {
    let handoff = passing.handoff;
    let levels = match passing.sla.map_or(0, |sla| sla.escalations.len()) {
        0 => String::new(),
        some => format!("{} in the service level", words::of(some, "level", "levels")),
    };
    let escalation = if handoff.escalation.is_empty() {
        Cell::or_not_agreed(&levels)
    } else {
        Cell::new(handoff.escalation.clone()).under(levels)
    };
    let reasons = words::listed(&handoff.return_reasons);
    let returning = if handoff.return_route.is_empty() {
        Cell::or_not_agreed(&reasons)
    } else {
        let under = if reasons.is_empty() { reasons } else { format!("Reasons: {reasons}") };
        Cell::new(handoff.return_route.clone()).under(under)
    };
    let mut rows = vec![[("Return", returning), ("Escalation", escalation)]];
    if !handoff.contingency.is_empty() || !handoff.procedure.is_empty() {
        let plan = [("If it fails", &handoff.contingency), ("Procedure", &handoff.procedure)];
        rows.push(plan.map(|(name, text)| (name, Cell::or_dash(text))));
    }
    script.table_under("When it does not go as agreed", pairs(rows));
}
