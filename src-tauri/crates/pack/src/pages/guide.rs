//! The process guide: how each step is done, team by team, and what each role receives, does and
//! sends. The quick reference is the same on a page for each role.

use super::edition::{Edition, Passing, named};
use crate::page::Anchor;
use crate::script::{Block, Cell, Column, Format, PageKind, Row, Script, Table, Title};
use model::{CriterionSide, Role, Step, StepKind, Target};
use scene::Token;

/// Writes the step cards; no page without steps.
pub fn write(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    let teams: Vec<(String, Vec<&Step>)> = document
        .lanes_of(edition.state.id)
        .iter()
        .map(|lane| {
            let name = document.team(lane.team).map_or("", |it| it.name.as_str());
            let steps = document.steps_of(edition.state.id);
            let mut here: Vec<&Step> = steps
                .filter(|it| it.lane == lane.id && it.shape == StepKind::Step)
                .filter(|_| edition.is_of(lane.team))
                .collect();
            here.sort_by_key(|it| (it.place.x, it.id));
            (named(name, edition.pick("Unnamed team", "Team ohne Namen")).to_owned(), here)
        })
        .filter(|(_, steps)| !steps.is_empty())
        .collect();
    let count: usize = teams.iter().map(|(_, it)| it.len()).sum();
    if count == 0 {
        return;
    }
    let title = edition.pick("Process guide", "Prozessanleitung");
    script.sheet(PageKind::Guide, Format::Across, title);
    let in_teams = teams.len();
    script.title(
        title,
        &edition.pick(
            format!(
                "How {} done in {}",
                edition.say.of(count, "step is", "steps are"),
                edition.say.of(in_teams, "team", "teams")
            ),
            format!(
                "Wie {} in {} erledigt {}",
                edition.say.of(count, "Schritt", "Schritte"),
                edition.say.of(in_teams, "Team", "Teams"),
                if count == 1 { "wird" } else { "werden" }
            ),
        ),
    );
    for (team, steps) in &teams {
        script.table_under(team, steps_table(edition, steps).without_empty().compact());
    }
}

fn steps_table(edition: &Edition, steps: &[&Step]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Step", "Schritt")),
        Column::new(edition.pick("Needs", "Braucht")),
        Column::new(edition.pick("How", "Wie")),
        Column::new(edition.pick("Gives", "Ergibt")),
        Column::numbers(edition.pick("Time", "Zeit")),
        Column::new(edition.pick("In", "In")),
        Column::new(edition.pick("Who", "Wer")),
    ]);
    table.rows = steps
        .iter()
        .map(|step| {
            let time = step.process_time.as_ref();
            let role = edition.role_or_empty(step.accountable);
            let who = if role.is_empty() { step.performers.join(", ") } else { role.to_owned() };
            let how = [step.procedure.as_str(), step.notes.as_str()];
            let how: Vec<&str> = how.into_iter().filter(|it| !it.is_empty()).collect();
            Row::from(vec![
                Cell::strong(
                    named(&step.name, edition.pick("Unnamed step", "Schritt ohne Namen")),
                    Token::Ink,
                ),
                Cell::or_dash(&step.inputs.join(", ")),
                Cell::or_dash(&how.join(" ")),
                Cell::or_dash(&step.outputs.join(", ")),
                time.map_or_else(Cell::dash, |it| {
                    Cell::new(edition.duration(i64::from(it.usual.0)))
                        .under(edition.say.confidence(it.confidence))
                }),
                Cell::or_dash(&step.systems.join(", ")),
                Cell::or_dash(&who).under(if step.backup.is_empty() {
                    String::new()
                } else {
                    edition.pick(
                        format!("backup {}", step.backup),
                        format!("Vertretung {}", step.backup),
                    )
                }),
            ])
        })
        .collect();
    table
}

/// Writes a page for each role that has something to do.
pub fn quick(script: &mut Script, edition: &Edition) {
    let roles =
        edition.document().roles().filter(|role| role.team.is_none_or(|it| edition.is_of(it)));
    let mut first = true;
    for role in roles {
        let part = Part::of(edition, role);
        if part.receives.is_empty() && part.does.is_empty() && part.sends.is_empty() {
            continue;
        }
        role_page(script, edition, role, &part, first);
        first = false;
    }
}

struct Part<'e, 'a> {
    receives: Vec<&'e Passing<'a>>,
    does: Vec<&'a Step>,
    sends: Vec<&'e Passing<'a>>,
}

impl<'e, 'a> Part<'e, 'a> {
    fn of(edition: &'e Edition<'a>, role: &Role) -> Part<'e, 'a> {
        let forward = edition.forward();
        let steps = edition.document().steps_of(edition.state.id);
        Part {
            receives: forward
                .iter()
                .copied()
                .filter(|it| it.handoff.receiving_role == Some(role.id))
                .collect(),
            does: steps
                .filter(|it| it.shape == StepKind::Step && it.accountable == Some(role.id))
                .collect(),
            sends: forward
                .iter()
                .copied()
                .filter(|it| it.handoff.sending_role == Some(role.id))
                .collect(),
        }
    }
}

fn role_page(script: &mut Script, edition: &Edition, role: &Role, part: &Part, first: bool) {
    let group = edition.pick("Quick reference", "Kurzanleitung");
    script.sheet(PageKind::QuickReference, Format::Upright, group);
    let name = named(&role.name, edition.pick("Unnamed role", "Rolle ohne Namen"));
    let team =
        role.team.and_then(|it| edition.document().team(it)).map_or("", |it| it.name.as_str());
    let said = edition.pick(
        format!(
            "You receive {}, do {} and send {}",
            edition.say.of(part.receives.len(), "handoff", "handoffs"),
            edition.say.of(part.does.len(), "step", "steps"),
            part.sends.len()
        ),
        format!(
            "Sie erhalten {}, erledigen {} und geben {} weiter",
            edition.say.of(part.receives.len(), "Übergabe", "Übergaben"),
            edition.say.of(part.does.len(), "Schritt", "Schritte"),
            part.sends.len()
        ),
    );
    let named = if team.is_empty() { name.to_owned() } else { format!("{name}, {team}") };
    let mut title = Title::new(&named, &said);
    title.level = 1;
    if first {
        title.group = group.to_owned();
    }
    script.put(Block::Title(title));
    let receives = passings(edition, &part.receives, CriterionSide::Entry);
    script.table_under(edition.pick("You receive", "Sie erhalten"), receives.compact());
    let does = does(edition, &part.does);
    script.table_under(edition.pick("You do", "Sie erledigen"), does.without_empty().compact());
    let sends = passings(edition, &part.sends, CriterionSide::Exit);
    script.table_under(edition.pick("You send", "Sie geben weiter"), sends.compact());
    let escalate = escalate(edition, part);
    script.table_under(
        edition.pick("If it does not go as agreed", "Wenn es nicht läuft wie vereinbart"),
        escalate.compact(),
    );
}

/// What passes, by when, and what is ticked before it is taken or given.
fn passings(edition: &Edition, passings: &[&Passing], side: CriterionSide) -> Table {
    if passings.is_empty() {
        return nothing(edition);
    }
    let (who, ready) = match side {
        CriterionSide::Entry => {
            (edition.pick("From", "Von"), edition.pick("Take it only when", "Erst annehmen, wenn"))
        }
        CriterionSide::Exit => {
            (edition.pick("To", "An"), edition.pick("Send it only when", "Erst weitergeben, wenn"))
        }
    };
    let mut table = Table::new(vec![
        Column::fixed("", 36.0),
        Column::new(edition.pick("What", "Was")),
        Column::new(who),
        Column::new(edition.pick("By when", "Bis wann")),
        Column::new(ready),
    ]);
    table.rows = passings
        .iter()
        .map(|it| {
            let about = Target::Handoff(it.handoff.id);
            let criteria = edition.document().criteria_of(about, side);
            let ready: Vec<String> = criteria.iter().map(|it| format!("☐ {}", it.text)).collect();
            let other =
                if side == CriterionSide::Entry { it.giver_name() } else { it.taker_name() };
            Row::from(vec![
                Cell::strong(it.handoff.name(), Token::Accent)
                    .leading_to(Anchor::Card(it.handoff.id)),
                edition.or_not_agreed(&it.handoff.passes),
                Cell::new(other),
                super::register::service(edition, it),
                edition.or_not_agreed(&ready.join("\n").replace("☐ ", "– ")),
            ])
        })
        .collect();
    table
}

fn does(edition: &Edition, steps: &[&Step]) -> Table {
    if steps.is_empty() {
        return nothing(edition);
    }
    let mut table = Table::new(vec![
        Column::new(edition.pick("Step", "Schritt")),
        Column::numbers(edition.pick("Time", "Zeit")),
        Column::new(edition.pick("In", "In")),
        Column::new(edition.pick("How", "Wie")),
    ]);
    table.rows = steps
        .iter()
        .map(|step| {
            let time = step.process_time.as_ref();
            Row::from(vec![
                Cell::new(step.name.clone()),
                time.map_or_else(Cell::dash, |it| {
                    Cell::new(edition.duration(i64::from(it.usual.0)))
                }),
                Cell::or_dash(&step.systems.join(", ")),
                Cell::or_dash(&step.procedure),
            ])
        })
        .collect();
    table
}

/// Who is called when it is late, and where it goes back to when it is not as agreed.
fn escalate(edition: &Edition, part: &Part) -> Table {
    let mut table = Table::new(vec![
        Column::fixed("", 36.0),
        Column::new(edition.pick("If it is late", "Wenn es spät wird")),
        Column::new(edition.pick("If it is not complete", "Wenn es unvollständig ist")),
    ]);
    let all = part.receives.iter().chain(&part.sends);
    table.rows = all
        .map(|it| {
            let levels: Vec<String> = it
                .sla
                .into_iter()
                .flat_map(|it| &it.escalations)
                .map(|level| {
                    let who = edition.role_or_empty(level.notify);
                    let who = if who.is_empty() { level.contact.as_str() } else { who };
                    format!("{}\u{a0}%: {who}", level.at_percent)
                })
                .collect();
            let late =
                if levels.is_empty() { it.handoff.escalation.clone() } else { levels.join("\n") };
            Row::from(vec![
                Cell::label(it.handoff.name()),
                edition.or_not_agreed(&late),
                edition.or_not_agreed(&it.handoff.return_route),
            ])
        })
        .collect();
    if table.rows.is_empty() { nothing(edition) } else { table }
}

fn nothing(edition: &Edition) -> Table {
    let mut table = Table::list(vec![Column::new("")]);
    table.rows = vec![Row::from(vec![Cell::label(edition.pick("Nothing", "Nichts"))])];
    table
}
