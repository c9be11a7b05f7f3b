//! What has to be done to get there, by 30, 60 and 90 days.

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::plan::{HORIZONS, PlannedAction};
use model::{Action, ActionStatus};
use scene::Token;

/// Writes the plan; no page when nothing is planned.
pub fn write(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    if document.actions().next().is_none() {
        return;
    }
    let plan = analysis::plan::plan(document, None);
    let title = edition.pick("Transformation plan", "Umsetzungsplan");
    script.sheet(PageKind::Plan, Format::Upright, title);
    script.title(title, &finding(edition));
    let mut groups: Vec<(String, Vec<&PlannedAction>)> = HORIZONS
        .iter()
        .map(|days| {
            let name =
                edition.pick(format!("By {days} days"), format!("Innerhalb von {days} Tagen"));
            (name, plan.actions.iter().filter(|it| it.horizon == *days).collect())
        })
        .collect();
    let other = plan.actions.iter().filter(|it| !HORIZONS.contains(&it.horizon)).collect();
    groups.push((edition.pick("Not dated yet", "Noch ohne Termin").to_owned(), other));
    for (name, actions) in groups.iter().filter(|(_, it)| !it.is_empty()) {
        script.table_under(name, table(edition, actions).compact());
    }
}

fn finding(edition: &Edition) -> String {
    let document = edition.document();
    // What was given up is in the table, and leads nowhere.
    let kept = |it: &&Action| it.status != ActionStatus::Dropped;
    let all = document.actions().filter(kept).count();
    let owned = document
        .actions()
        .filter(kept)
        .filter(|it| it.owner.is_some() || !it.person.is_empty())
        .count();
    let done = document.actions().filter(|it| it.status == ActionStatus::Done).count();
    edition.pick(
        format!("{}, {owned} with an owner, {done} done", edition.say.of(all, "action", "actions")),
        format!(
            "{}, {owned} mit Eigner, {done} erledigt",
            edition.say.of(all, "Maßnahme", "Maßnahmen")
        ),
    )
}

fn table(edition: &Edition, actions: &[&PlannedAction]) -> Table {
    let document = edition.document();
    let mut table = Table::new(vec![
        Column::new(edition.pick("Action", "Maßnahme")),
        Column::new(edition.pick("Answers", "Antwortet auf")),
        Column::new(edition.pick("Owner", "Eigner")),
        Column::new(edition.pick("Due", "Fällig")),
        Column::new(edition.pick("Status", "Stand")),
    ]);
    table.rows = actions
        .iter()
        .filter_map(|it| Some((it, document.action(it.action)?)))
        .map(|(planned, action)| row(edition, planned, action))
        .collect();
    table
}

fn row(edition: &Edition, planned: &PlannedAction, action: &Action) -> Row {
    let document = edition.document();
    let pains = action.answers.iter().filter_map(|it| document.pain_point(*it));
    let places = action.about.iter().map(|it| edition.say.place(document, *it));
    let answers: Vec<String> = pains.map(|it| it.text.clone()).chain(places).collect();
    let role = edition.role_or_empty(action.owner);
    let owner = if role.is_empty() { action.person.as_str() } else { role };
    let under = if role.is_empty() { "" } else { action.person.as_str() };
    let effect = [action.effect.as_str(), action.effort.as_str()];
    let effect: Vec<&str> = effect.into_iter().filter(|it| !it.is_empty()).collect();
    let token = match action.status {
        ActionStatus::Done => Token::Good,
        _ => Token::Secondary,
    };
    Row::from(vec![
        Cell::new(action.text.clone()).under(effect.join(" · ")),
        Cell::or_dash(&answers.join("\n")),
        edition.or_not_agreed(owner).under(under),
        Cell::or_dash(&planned.due),
        Cell::of(status(edition, action.status), crate::script::BODY, token),
    ])
}

fn status(edition: &Edition, status: ActionStatus) -> &'static str {
    let (english, german) = match status {
        ActionStatus::Open => ("open", "offen"),
        ActionStatus::Started => ("started", "begonnen"),
        ActionStatus::Done => ("done", "erledigt"),
        ActionStatus::Dropped => ("dropped", "verworfen"),
    };
    edition.pick(english, german)
}
