//! The card of one handoff: everything two teams agree about it on a page, and what is still open.

use super::edition::{Edition, Passing};
use super::pairs::{cause, in_register, pairs, wait};
use super::{checks, left, service};
use crate::page::Anchor;
use crate::script::{Block, Cell, Column, Format, PageKind, Row, Script, Table, Title};
use model::{RaciLetter, Target, TemplateField};
use scene::Token;
use std::collections::BTreeMap;

/// Writes one card.
pub fn write(script: &mut Script, edition: &Edition, passing: &Passing) {
    let group = edition.pick("Handoff definitions", "Übergaben im Einzelnen");
    script.sheet(PageKind::Cards, Format::Upright, group);
    let handoff = passing.handoff;
    let name = format!("{} {}", handoff.name(), passing.between());
    let mut title = Title::new(&name, &handoff.passes);
    if handoff.passes.is_empty() {
        title.finding = edition
            .pick("What passes is not agreed", "Was übergeben wird, ist nicht vereinbart")
            .into();
        title.tone = Token::Trouble;
    }
    title.level = 1;
    if edition.passings.first().is_some_and(|first| first.handoff.id == handoff.id) {
        title.group = group.into();
    }
    title.anchor = Some(Anchor::Card(handoff.id));
    let says = in_register(edition, passing);
    let back = edition.pick("Back to the register", "Zurück zum Register");
    title.back = Some((back.into(), Anchor::Row(handoff.id), says));
    script.put(Block::Title(title));
    facts(script, edition, passing);
    service::write(script, edition, passing);
    information(script, edition, passing);
    checks::criteria(script, edition, passing);
    responsibility(script, edition, passing);
    exceptions(script, edition, passing);
    if !edition.settings.choice.brief {
        checks::readiness(script, edition, passing);
    }
    left::note(script, edition, passing);
}

fn facts(script: &mut Script, edition: &Edition, passing: &Passing) {
    let handoff = passing.handoff;
    let role = |id| edition.or_not_agreed(edition.role_or_empty(id));
    let acceptance = handoff.acceptance.and_then(|it| edition.say.acceptance(it));
    let step = |step: Option<&model::Step>| step.map_or("", |it| it.name.as_str()).to_owned();
    let rows = vec![
        [
            (edition.pick("Trigger", "Auslöser"), edition.or_not_agreed(&handoff.trigger)),
            (edition.pick("Gives", "Gibt"), role(handoff.sending_role).under(step(passing.from))),
        ],
        [
            (edition.pick("Channel", "Kanal"), Cell::or_dash(&passing.connector.channel)),
            (
                edition.pick("Receives", "Nimmt"),
                role(handoff.receiving_role).under(step(passing.to)),
            ),
        ],
        [
            (edition.pick("Wait today", "Wartet heute"), wait(edition, passing)),
            (edition.pick("Accountable", "Verantwortlich"), role(handoff.accountable)),
        ],
        [
            (edition.pick("Cause", "Grund"), cause(edition, passing)),
            (
                edition.pick("Acceptance", "Annahme"),
                acceptance.map_or_else(|| edition.not_agreed(), Cell::new),
            ),
        ],
        [
            (
                edition.pick("Follow-up", "Nachfassen"),
                handoff
                    .follow_up
                    .map_or_else(Cell::dash, |it| Cell::new(edition.say.follow_up(it))),
            ),
            (
                "Status",
                Cell::new(edition.say.status(handoff.status)).under(if handoff.varies {
                    edition.pick(
                        "done differently by different people",
                        "hängt davon ab, wer es macht",
                    )
                } else {
                    ""
                }),
            ),
        ],
    ];
    script.table(pairs(edition, rows));
}

fn information(script: &mut Script, edition: &Edition, passing: &Passing) {
    let heading = edition.pick("Information required", "Nötige Informationen");
    let template = passing.handoff.template.and_then(|id| edition.document().template(id));
    let Some(template) = template else {
        let what = edition.pick(
            "Not agreed: what has to be handed over",
            "Nicht vereinbart: was zu übergeben ist",
        );
        script.missing(heading, what);
        return;
    };
    let half = (script.measure() - 14.0) / 2.0;
    let mut table = Table::list(vec![Column::fixed("", half), Column::fixed("", half)]);
    let cells: Vec<Cell> = template.fields.iter().map(|it| item(edition, it)).collect();
    let rows = cells.len().div_ceil(2);
    let at = |index: usize| cells.get(index).cloned().unwrap_or_default();
    table.rows = (0..rows).map(|row| Row::from(vec![at(row), at(row + rows)])).collect();
    if table.rows.is_empty() {
        let what = edition.pick(
            "Not agreed: the form has no fields",
            "Nicht vereinbart: das Formular hat keine Felder",
        );
        script.missing(heading, what);
    } else {
        script.table_under(heading, table);
    }
}

/// One thing that is handed over: whether it has to be, and where it comes from.
fn item(edition: &Edition, field: &TemplateField) -> Cell {
    let required = match (field.required, field.required_if.as_str()) {
        (true, _) => edition.pick("required", "Pflicht").to_owned(),
        (false, "") => edition.pick("if there is one", "falls vorhanden").to_owned(),
        (false, condition) => format!("{} {condition}", edition.pick("if", "wenn")),
    };
    let provider = edition.role_or_empty(field.provided_by);
    let source = if field.source.is_empty() { provider } else { field.source.as_str() };
    let secret = if field.sensitive { edition.pick("confidential", "vertraulich") } else { "" };
    let under = [required.as_str(), source, secret];
    let under: Vec<&str> = under.into_iter().filter(|it| !it.is_empty()).collect();
    Cell::new(field.label.clone()).under(under.join(" · "))
}

fn responsibility(script: &mut Script, edition: &Edition, passing: &Passing) {
    let heading = edition.pick("Responsibility", "Verantwortung");
    let mut letters: BTreeMap<RaciLetter, Vec<String>> = BTreeMap::new();
    for assignment in edition.document().raci_row(Target::Handoff(passing.handoff.id)) {
        for letter in &assignment.letters {
            letters.entry(*letter).or_default().push(edition.role(assignment.role).to_owned());
        }
    }
    if letters.is_empty() {
        let what = edition.pick(
            "Not agreed: no role has a letter here",
            "Nicht vereinbart: noch hat keine Rolle Buchstaben",
        );
        script.missing(heading, what);
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
        let said = edition.say.listed(&roles);
        let cell = if needed { edition.or_not_agreed(&said) } else { Cell::or_dash(&said) };
        (edition.say.letter(letter), cell)
    });
    let mut rows = Vec::new();
    while let Some(left) = cells.next() {
        rows.push([left, cells.next().unwrap_or(("", Cell::default()))]);
    }
    script.table_under(heading, pairs(edition, rows));
}

fn exceptions(script: &mut Script, edition: &Edition, passing: &Passing) {
    let handoff = passing.handoff;
    let levels = match passing.sla.map_or(0, |sla| sla.escalations.len()) {
        0 => String::new(),
        some => edition.pick(
            format!("{} in the service level", edition.say.of(some, "level", "levels")),
            format!("{} im SLA", edition.say.of(some, "Stufe", "Stufen")),
        ),
    };
    let escalation = if handoff.escalation.is_empty() {
        edition.or_not_agreed(&levels)
    } else {
        Cell::new(handoff.escalation.clone()).under(levels)
    };
    let reasons = edition.say.listed(&handoff.return_reasons);
    let returning = if handoff.return_route.is_empty() {
        edition.or_not_agreed(&reasons)
    } else {
        let word = edition.pick("Reasons", "Gründe");
        let under = if reasons.is_empty() { reasons } else { format!("{word}: {reasons}") };
        Cell::new(handoff.return_route.clone()).under(under)
    };
    let mut rows = vec![[
        (edition.pick("Return", "Rückgabe"), returning),
        (edition.pick("Escalation", "Eskalation"), escalation),
    ]];
    if !handoff.contingency.is_empty() || !handoff.procedure.is_empty() {
        let plan = [
            (edition.pick("If it fails", "Wenn etwas schiefgeht"), &handoff.contingency),
            (edition.pick("Procedure", "Verfahren"), &handoff.procedure),
        ];
        rows.push(plan.map(|(name, text)| (name, Cell::or_dash(text))));
    }
    let heading =
        edition.pick("When it does not go as agreed", "Wenn es nicht läuft wie vereinbart");
    script.table_under(heading, pairs(edition, rows));
}
