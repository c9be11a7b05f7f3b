//! What two teams agree: service levels, templates, criteria, letters, waivers, settings of rules.

use super::Map;
use model::*;
use std::collections::BTreeSet;

const TWO_TEAMS: &str = "team Sales\nSell\nteam Legal\nSign\nFile\nSell -> Sign\nSell -> File\n";

/// The document after some commands, one after the other; undoing each gives back what was before.
fn after(commands: &[Command]) -> Document {
    let mut document = Map::of(TWO_TEAMS).0;
    for command in commands {
        let planned = plan(&document, command).unwrap_or_else(|refusal| panic!("{refusal}"));
        let back = planned.document.with(&planned.edit.inverse()).unwrap();
        assert_eq!(back, document, "undoing {command:?}");
        planned.document.check().unwrap();
        document = planned.document;
    }
    document
}

fn refused(document: &Document, command: Command) -> Refusal {
    plan(document, &command).expect_err("the command was not refused")
}

fn handoffs() -> Vec<HandoffId> {
    Map::of(TWO_TEAMS).0.handoffs().map(|it| it.id).collect()
}

#[test]
fn several_handoffs_stand_under_one_service_level() {
    let sla = Sla { name: "Sales to Legal".into(), ..Sla::default() };
    let add = Command::AddSla { sla: Box::new(sla), handoffs: handoffs() };
    let document = after(&[add]);
    let sla = document.slas().next().unwrap();
    assert!(document.handoffs().all(|it| it.sla == Some(sla.id)));
    let four_hours = TimeTarget { minutes: Minutes(240), clock: ClockKind::Business };
    let edit = SlaEdit::Response(Some(four_hours));
    let changed = plan(&document, &Command::EditSla { sla: sla.id, edit }).unwrap().document;
    assert_eq!(changed.sla(sla.id).unwrap().response, Some(four_hours));
    let gone = Command::Delete { ids: vec![sla.id.into()] };
    let without = plan(&changed, &gone).unwrap().document;
    assert!(without.handoffs().all(|it| it.sla.is_none()));
}

#[test]
fn a_template_is_used_by_the_handoffs_it_was_made_for() {
    let field = TemplateField { key: "item".into(), label: "Item".into(), ..Default::default() };
    let template = Template { name: "Case".into(), fields: vec![field], ..Template::default() };
    let used_by = handoffs().into_iter().take(1).collect();
    let add = Command::AddTemplate { template: Box::new(template), handoffs: used_by };
    let document = after(&[add]);
    let template = document.templates().next().unwrap().id;
    let used: Vec<_> = document.handoffs().map(|it| it.template).collect();
    assert_eq!(used, [Some(template), None]);
}

#[test]
fn criteria_are_kept_in_the_order_of_the_room() {
    let about = Target::Handoff(handoffs()[0]);
    let add = |text: &str, side| Command::AddCriterion {
        about,
        side,
        obligation: Obligation::Must,
        text: text.into(),
    };
    let document = after(&[
        add("Contract signed", CriterionSide::Exit),
        add("Contract filed", CriterionSide::Exit),
        add("Form opens", CriterionSide::Entry),
    ]);
    let exit = |document: &Document| -> Vec<String> {
        let mut all: Vec<&Criterion> =
            document.criteria().filter(|it| it.side == CriterionSide::Exit).collect();
        all.sort_by_key(|it| it.order);
        all.into_iter().map(|it| it.text.clone()).collect()
    };
    assert_eq!(exit(&document), ["Contract signed", "Contract filed"]);
    let filed = document.criteria().find(|it| it.text == "Contract filed").unwrap().id;
    let moved = plan(&document, &Command::MoveCriterion { criterion: filed, to: 0 }).unwrap();
    assert_eq!(exit(&moved.document), ["Contract filed", "Contract signed"]);
    let map = Target::State(Map::of(TWO_TEAMS).state());
    let on_map = Command::AddCriterion {
        about: map,
        side: CriterionSide::Entry,
        obligation: Obligation::Must,
        text: "Anything".into(),
    };
    refused(&document, on_map);
}

#[test]
fn a_cell_without_letters_is_empty() {
    let row = Target::Handoff(handoffs()[0]);
    let mut document = after(&[Command::AddRole { name: "Clerk".into(), team: None }]);
    let role = document.roles().next().unwrap().id;
    let set = |letters: &[RaciLetter], part| Command::SetRaci {
        row,
        part,
        role,
        letters: letters.iter().copied().collect(),
    };
    let both = [RaciLetter::Accountable, RaciLetter::Responsible];
    for (command, cells) in [
        (set(&both, RowPart::Whole), 1),
        (set(&both[..1], RowPart::Whole), 1),
        (set(&both[..1], RowPart::Accept), 2),
        (set(&[], RowPart::Whole), 1),
    ] {
        document = plan(&document, &command).unwrap().document;
        assert_eq!(document.raci_assignments().count(), cells, "{command:?}");
    }
    let left = document.raci_assignments().next().unwrap();
    assert_eq!(left.part, RowPart::Accept);
    assert_eq!(left.letters, BTreeSet::from([RaciLetter::Accountable]));
}

#[test]
fn a_finding_is_waived_once_and_never_without_a_reason() {
    let waive = |reason: &str| Command::Waive {
        finding: "TIM-003:7".into(),
        reason: reason.into(),
        by: "Sponsor".into(),
        date: "2026-05-22".into(),
    };
    let document = after(&[waive("Required by law"), waive("Required by the regulator")]);
    let waivers: Vec<&str> = document.waivers().map(|it| it.reason.as_str()).collect();
    assert_eq!(waivers, ["Required by the regulator"]);
    assert_eq!(refused(&document, waive("  ")).code, RefusalCode::NothingToDo);
}

#[test]
fn a_rule_that_is_set_to_nothing_is_as_it_was() {
    let set = |level| Command::SetRule {
        setting: RuleSetting { rule: "TIM-003".into(), level, threshold: None },
    };
    let document = after(&[set(Some(RuleLevel::Off))]);
    assert_eq!(document.the_engagement().unwrap().rules.len(), 1);
    let document = after(&[set(Some(RuleLevel::Off)), set(None)]);
    assert!(document.the_engagement().unwrap().rules.is_empty());
}

#[test]
fn one_field_of_several_handoffs_is_one_edit() {
    let edit = HandoffEdit::Acceptance(Some(Acceptance::Explicit));
    let document = after(&[Command::EditHandoffs { handoffs: handoffs(), edit }]);
    assert!(document.handoffs().all(|it| it.acceptance == Some(Acceptance::Explicit)));
}

#[test]
fn a_review_is_on_a_day_of_the_calendar() {
    let sla = Sla { name: "Any".into(), ..Sla::default() };
    let document = after(&[Command::AddSla { sla: Box::new(sla), handoffs: Vec::new() }]);
    let sla = document.slas().next().unwrap().id;
    for (day, fits) in [
        ("2026-02-28", true),
        ("2028-02-29", true),
        ("", true),
        ("2026-02-29", false),
        ("soon", false),
    ] {
        let edit = SlaEdit::ReviewDate(day.into());
        assert_eq!(plan(&document, &Command::EditSla { sla, edit }).is_ok(), fits, "{day}");
    }
}

#[test]
fn a_row_of_letters_is_split_in_one_edit() {
    let row = Target::Handoff(handoffs()[0]);
    let role = |name: &str| Command::AddRole { name: name.into(), team: None };
    let document = after(&[role("Seller"), role("Signer")]);
    let roles: Vec<RoleId> = document.roles().map(|it| it.id).collect();
    let cell = |part, role, letters: &[RaciLetter]| RaciCell {
        row,
        part,
        role,
        letters: letters.iter().copied().collect(),
    };
    let set = [
        cell(RowPart::Whole, roles[0], &[RaciLetter::Responsible]),
        cell(RowPart::Whole, roles[1], &[RaciLetter::Accountable]),
    ];
    let split = [
        cell(RowPart::Whole, roles[0], &[]),
        cell(RowPart::Release, roles[0], &[RaciLetter::Responsible]),
        cell(RowPart::Whole, roles[1], &[]),
        cell(RowPart::Accept, roles[1], &[RaciLetter::Accountable]),
    ];
    let cells = |cells: &[RaciCell]| Command::SetRaciCells { cells: cells.to_vec() };
    let document = after(&[role("Seller"), role("Signer"), cells(&set), cells(&split)]);
    let parts: Vec<_> = document.raci_row(row).map(|it| (it.part, it.role)).collect();
    assert_eq!(parts, [(RowPart::Release, roles[0]), (RowPart::Accept, roles[1])]);
    assert_eq!(refused(&document, cells(&[])).code, RefusalCode::NothingToDo);
}
