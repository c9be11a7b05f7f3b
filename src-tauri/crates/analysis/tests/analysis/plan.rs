//! What a plan asks of whom by when, as rows: columns, days, what is late, hours, what is unanswered.

use crate::sample::{Sample, sketch};
use analysis::plan::{OwnerLoad, plan};
use model::*;

fn sample() -> Sample {
    sketch("A X 10 90\n B Y 20 90\n A > B 60").after([
        Command::AddRole { name: "Lead".into(), team: None },
        Command::EditEngagement { edit: EngagementEdit::PlanFrom("2026-03-02".into()) },
    ])
}

fn with(sample: Sample, action: Action) -> Sample {
    sample.after([Command::PlanAction { action: Box::new(action) }])
}

fn action(horizon_days: u16, due: &str) -> Action {
    Action { text: "Form".into(), horizon_days, due: due.into(), ..Default::default() }
}

#[test]
fn the_column_is_where_the_room_put_it_else_by_the_date() {
    let rows = [
        // horizon, due -> column, day, late, beyond; on 2026-03-20, with a plan from 2026-03-02.
        (0, "", 0, "", false, false),
        (30, "", 30, "2026-04-01", false, false),
        (45, "", 60, "2026-04-16", false, false),
        (120, "", 0, "2026-06-30", false, false),
        (0, "2026-04-01", 30, "2026-04-01", false, false),
        (0, "2026-04-02", 60, "2026-04-02", false, false),
        (0, "2026-06-01", 0, "2026-06-01", false, false),
        (30, "2026-04-02", 30, "2026-04-02", false, true),
        (60, "2026-03-19", 60, "2026-03-19", true, false),
        (60, "2026-03-20", 60, "2026-03-20", false, false),
        (0, "soon", 0, "", false, false),
    ];
    for (horizon, due, column, day, late, beyond) in rows {
        let sample = with(sample(), action(horizon, due));
        let shown = plan(&sample.document, Some("2026-03-20"));
        let it = &shown.actions[0];
        let found = (it.horizon, it.due.as_str(), it.late, it.beyond);
        assert_eq!(found, (column, day, late, beyond), "{horizon} days, due {due:?}");
        assert_eq!(shown.until, ["2026-04-01", "2026-05-01", "2026-05-31"]);
    }
}

#[test]
fn without_a_beginning_bare_dates_count_from_today_and_columns_have_no_day() {
    let bare = sketch("A X 10 90\n B Y 20 90\n A > B 60");
    let sample = with(with(bare, action(30, "")), action(0, "2026-05-10"));
    let shown = plan(&sample.document, Some("2026-03-20"));
    let found: Vec<_> = shown.actions.iter().map(|it| (it.horizon, it.due.as_str())).collect();
    assert_eq!(found, [(30, ""), (60, "2026-05-10")]);
    assert!(shown.until.is_empty());
    assert!(!plan(&sample.document, None).actions.iter().any(|it| it.late));
}

#[test]
fn hours_are_summed_by_owner_and_column_of_what_is_not_finished() {
    let mut sample = sample();
    let owner: Option<RoleId> = Some(sample.newest(Kind::Role));
    let work = |hours: i32| Some(Minutes(60 * hours));
    for it in [
        Action { owner, work: work(8), ..action(30, "") },
        Action { owner, work: work(4), status: ActionStatus::Started, ..action(30, "") },
        Action { owner, work: work(99), status: ActionStatus::Done, ..action(30, "") },
        Action { owner, work: None, ..action(60, "") },
        Action { owner, person: " Ana ".into(), work: work(20), ..action(90, "") },
        Action { work: work(200), ..action(0, "") },
    ] {
        sample = with(sample, it);
    }
    let load = |owner, person: &str, actions, unsaid, hours: [i32; 4]| OwnerLoad {
        owner,
        person: person.into(),
        actions,
        unsaid,
        work: hours.map(|it| Minutes(60 * it)),
    };
    let expected = [
        load(owner, "Ana", 1, 0, [0, 0, 20, 0]),
        load(owner, "", 3, 1, [12, 0, 0, 0]),
        load(None, "", 1, 0, [0, 0, 0, 200]),
    ];
    assert_eq!(plan(&sample.document, None).loads, expected);
}

#[test]
fn what_hurts_and_is_not_answered_is_listed_the_most_votes_first() {
    let mut sample = sample();
    let about = vec![Target::Step(sample.id(Kind::Step, "A"))];
    let mut pains: Vec<PainPointId> = Vec::new();
    for (text, votes, severity) in
        [("Few", 1, 0), ("Mild", 0, 2), ("Grave", 0, 3), ("Many", 5, 0), ("Answered", 9, 5)]
    {
        let about = about.clone();
        sample = sample.after([Command::AddPainPoint { text: text.into(), about, cause: None }]);
        let pain_point: PainPointId = sample.newest(Kind::PainPoint);
        let edit = PainPointEdit::Severity(severity);
        sample = sample.after([
            Command::EditPainPoint { pain_point, edit },
            Command::EditPainPoint { pain_point, edit: PainPointEdit::Votes(votes) },
        ]);
        pains.push(pain_point);
    }
    let sample = with(sample, Action { answers: vec![pains[4]], ..action(0, "") });
    let ids = |sample: &Sample| -> Vec<PainPointId> {
        plan(&sample.document, None).unanswered.iter().map(|it| it.pain_point).collect()
    };
    assert_eq!(ids(&sample), [pains[3], pains[0], pains[2]]);
    let action = sample.newest(Kind::Action);
    let edit = ActionEdit::Status(ActionStatus::Dropped);
    let dropped = sample.after([Command::EditAction { action, edit }]);
    assert_eq!(ids(&dropped), [pains[4], pains[3], pains[0], pains[2]]);
    let idea = dropped.after([Command::AddIdea { text: "Try".into(), about }]);
    assert!(plan(&idea.document, None).unanswered.iter().all(|it| it.has_idea));
}
