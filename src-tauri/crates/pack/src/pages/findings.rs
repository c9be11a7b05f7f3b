//! What the checks found, by the sign it explains (domain.md 7.3).

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::{Finding, Severity};
use model::Sign;
use scene::Token;

/// The findings of a state that are not left for a reason, the heaviest first.
pub fn of(edition: &Edition) -> Vec<Finding> {
    let language = edition.language();
    let all = analysis::findings_on(edition.document(), edition.state.id, None, language);
    let mut open: Vec<Finding> = all.into_iter().filter(|it| it.waived.is_none()).collect();
    open.sort_by_key(|it| it.severity);
    open
}

/// Writes the findings; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let found = of(edition);
    if found.is_empty() {
        return;
    }
    let title = edition.pick("Findings", "Befunde");
    script.sheet(PageKind::Findings, Format::Upright, title);
    script.title(title, &said(edition, &found));
    let signs = Sign::ALL.iter().copied().map(Some).chain([None]);
    for sign in signs {
        let here: Vec<&Finding> = found.iter().filter(|it| it.sign == sign).collect();
        if here.is_empty() {
            continue;
        }
        let name = sign.map_or(edition.pick("Of the map itself", "Zur Karte selbst"), |it| {
            edition.say.sign(it)
        });
        script.table_under(name, table(edition, &here, usize::MAX).compact());
    }
}

fn said(edition: &Edition, found: &[Finding]) -> String {
    let count = |level| found.iter().filter(|it| it.severity == level).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let all = found.len();
    edition.pick(
        format!(
            "{} open on this map: {}, {}",
            edition.say.of(all, "check is", "checks are"),
            edition.say.of(errors, "error", "errors"),
            edition.say.of(warnings, "warning", "warnings")
        ),
        format!(
            "{} auf dieser Karte offen: {}, {}",
            edition.say.of(all, "Prüfung ist", "Prüfungen sind"),
            edition.say.of(errors, "Fehler", "Fehler"),
            edition.say.of(warnings, "Warnung", "Warnungen")
        ),
    )
}

/// One row a rule, at most so many: what weighs most first, then what is found most often.
pub fn table(edition: &Edition, found: &[&Finding], most: usize) -> Table {
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("Check", "Prüfung"), 54.0),
        Column::new(edition.pick("What was found", "Was gefunden wurde")),
        Column::new(edition.pick("What helps", "Was hilft")),
    ]);
    // One row a rule: what it found first, and where else.
    let mut rules: Vec<Vec<&Finding>> = Vec::new();
    for it in found {
        match rules.iter_mut().find(|of| of.first().is_some_and(|first| first.rule == it.rule)) {
            Some(same) => same.push(it),
            None => rules.push(vec![it]),
        }
    }
    rules.sort_by_key(|of| (of.first().map(|it| it.severity), usize::MAX - of.len()));
    table.rows = rules.iter().take(most).filter_map(|of| row(edition, of)).collect();
    table
}

fn row(edition: &Edition, found: &[&Finding]) -> Option<Row> {
    let (first, others) = found.split_first()?;
    let token = match first.severity {
        Severity::Error => Token::Trouble,
        Severity::Warning => Token::Watch,
        Severity::Info => Token::Muted,
    };
    let places: Vec<String> = others.iter().map(|it| place(edition, it)).collect();
    let places: Vec<String> = places.into_iter().filter(|it| !it.is_empty()).collect();
    let also = match (others.len(), places.is_empty()) {
        (0, _) => String::new(),
        (more, true) => edition.pick(format!("and {more} more"), format!("und {more} weitere")),
        _ => format!("{} {}", edition.pick("Also:", "Auch:"), places.join(", ")),
    };
    Some(Row::from(vec![
        Cell::strong(first.rule.clone(), token),
        Cell::new(first.message.clone()).under(also),
        Cell::label(first.hint.clone()),
    ]))
}

/// What a finding is about, as short as can be.
fn place(edition: &Edition, finding: &Finding) -> String {
    let document = edition.document();
    let Some(id) = finding.about.first().copied() else { return String::new() };
    let handoff = document
        .handoff(id.into())
        .or_else(|| document.handoff_record(id.into()))
        .map(model::Handoff::name);
    let step = || document.step(id.into()).map(|it| edition.say.quoted(&it.name));
    let team = || document.team(id.into()).map(|it| it.name.clone());
    let role = || document.role(id.into()).map(|it| it.name.clone());
    handoff.or_else(step).or_else(team).or_else(role).unwrap_or_default()
}
