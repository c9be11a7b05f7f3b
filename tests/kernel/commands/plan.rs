//! Actions of a plan: made with all that is known of them, changed field by field, let go of what goes.

use super::Map;
use model::*;

const TWO_TEAMS: &str = "team Sales\nSell\nteam Legal\nSign\nSell -> Sign\n";

/// The document after some commands, one after the other; undoing each gives back what was before.
fn after(mut document: Document, commands: impl IntoIterator<Item = Command>) -> Document {
    for command in commands {
        let planned = plan(&document, &command).unwrap_or_else(|refusal| panic!("{refusal}"));
        let back = planned.document.with(&planned.edit.inverse()).unwrap();
        assert_eq!(back, document, "undoing {command:?}");
        planned.document.check().unwrap();
        document = planned.document;
    }
    document
}

fn planned(action: Action) -> Command {
    Command::PlanAction { action: Box::new(action) }
}

fn actions(document: &Document) -> Vec<Action> {
    document.actions().cloned().collect()
}

#[test]
fn an_action_is_planned_whole_and_lets_go_of_what_goes() {
    let map = Map::of(TWO_TEAMS);
    let step = map.step("Sell");
    let document = after(
        map.0,
        [
            Command::AddRole { name: "Lead".into(), team: None },
            Command::AddPainPoint { text: "Slow".into(), about: vec![], cause: None },
            planned(Action { text: "First".into(), ..Default::default() }),
        ],
    );
    let role = document.roles().next().unwrap().id;
    let pain = document.pain_points().next().unwrap().id;
    let first = actions(&document)[0].id;
    let whole = Action {
        text: "Write a form".into(),
        about: vec![Target::Step(step)],
        answers: vec![pain],
        owner: Some(role),
        person: "Ana".into(),
        due: "2026-05-22".into(),
        horizon_days: 30,
        effect: "2 d to 4 h".into(),
        effort: "M".into(),
        status: ActionStatus::Started,
        kind_of: Some(ActionKind::Experiment),
        work: Some(Minutes(480)),
        start: "2026-05-01".into(),
        after: Some(first),
        evidence: "Measured".into(),
        ..Default::default()
    };
    let document = after(document, [planned(whole.clone())]);
    let made = actions(&document)[1].clone();
    assert_eq!(made, Action { id: made.id, ..whole.clone() });
    let gone = vec![role.into(), pain.into(), first.into(), step.into()];
    let left = actions(&after(document, [Command::Delete { ids: gone }]));
    let bare = Action { about: vec![], answers: vec![], owner: None, after: None, ..whole };
    assert_eq!(left, [Action { id: made.id, ..bare }]);
}

#[test]
fn what_is_planned_no_more_has_no_day() {
    let action = Action { due: "2026-05-22".into(), horizon_days: 30, ..Default::default() };
    let document = after(Map::of(TWO_TEAMS).0, [planned(action)]);
    let action = actions(&document)[0].id;
    let moved = |days| {
        let edit = ActionEdit::HorizonDays(days);
        let document = after(document.clone(), [Command::EditAction { action, edit }]);
        let it = actions(&document)[0].clone();
        (it.horizon_days, it.due)
    };
    assert_eq!(moved(60), (60, "2026-05-22".to_owned()));
    assert_eq!(moved(0), (0, String::new()));
}

#[test]
fn no_action_comes_after_itself_nor_names_what_is_not_there() {
    let new = |text: &str| planned(Action { text: text.into(), ..Default::default() });
    let document = after(Map::of(TWO_TEAMS).0, [new("A"), new("B"), new("C")]);
    let [a, b, c] = [0, 1, 2].map(|at| actions(&document)[at].id);
    let comes_after =
        |action, before| Command::EditAction { action, edit: ActionEdit::After(Some(before)) };
    let document = after(document, [comes_after(b, a), comes_after(c, b)]);
    let refused = |command: Command| plan(&document, &command).expect_err("it is refused").code;
    assert_eq!(refused(comes_after(a, c)), RefusalCode::ActionWouldLoop);
    assert_eq!(refused(comes_after(a, a)), RefusalCode::ActionWouldLoop);
    assert_eq!(refused(comes_after(a, ActionId(999))), RefusalCode::NoSuchRecord);
    let owner = Some(RoleId(999));
    assert_eq!(refused(planned(Action { owner, ..Default::default() })), RefusalCode::NoSuchRecord);
    let edit = |edit| Command::EditAction { action: a, edit };
    for wrong in [
        ActionEdit::Work(Some(Minutes(-1))),
        ActionEdit::Start("tomorrow".into()),
        ActionEdit::Evidence("x".repeat(20_000)),
    ] {
        assert_eq!(refused(edit(wrong)), RefusalCode::OutOfBounds);
    }
    let from = Command::EditEngagement { edit: EngagementEdit::PlanFrom("soon".into()) };
    assert_eq!(refused(from), RefusalCode::OutOfBounds);
}

#[test]
fn an_action_of_an_older_file_knows_nothing_of_the_new_fields() {
    let text = r#"{"kind":"action","id":7,"text":"Form","about":[],"answers":[],"owner":null,
        "person":"","due":"","horizonDays":30,"effect":"","effort":"S","status":"open"}"#;
    let Record::Action(read) = serde_json::from_str(text).unwrap() else { panic!("an action") };
    let (text, effort) = ("Form".into(), "S".into());
    let expected = Action { id: ActionId(7), text, horizon_days: 30, effort, ..Default::default() };
    assert_eq!(read, expected);
}
