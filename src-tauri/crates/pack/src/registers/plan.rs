//! The registers of what is to be done, and of what the checks find.

use super::case::Case;
use super::value::{Kind, Value};
use super::{Register, codes};
use analysis::plan::PlannedAction;
use analysis::{Finding, Waived};
use model::{Action, ActionKind, Kind as Of, RecordId, Sign, Target};

/// The actions of the plan by the day they are due; undated ones last.
pub(super) fn actions(case: &Case) -> Register {
    let plan = analysis::plan::plan(case.document, Some(case.day));
    let all = case.document.actions().zip(&plan.actions);
    let mut rows: Vec<(&Action, &PlannedAction)> =
        all.filter(|(it, _)| case.tells_of_any(&it.about)).collect();
    rows.sort_by_key(|(action, at)| (at.due.is_empty(), at.due.clone(), action.id));
    case.table(
        "actions",
        &rows,
        &[
            ("text", Kind::Text, |_, (it, _)| Value::text(&it.text)),
            ("status", Kind::Text, |case, (it, _)| case.word("actionStatus", it.status.word())),
            ("kind", Kind::Text, |case, (it, _)| {
                case.word_of("actionKind", it.kind_of.map(ActionKind::word))
            }),
            ("owner", Kind::Text, |case, (it, _)| case.role(it.owner)),
            ("person", Kind::Text, |_, (it, _)| Value::text(&it.person)),
            ("horizon", Kind::Number, |_, (_, at)| match at.horizon {
                0 => Value::Empty,
                days => Value::number(days),
            }),
            ("start", Kind::Date, |_, (it, _)| Value::date(&it.start)),
            ("due", Kind::Date, |_, (it, at)| {
                Value::date(if at.due.is_empty() { &it.due } else { &at.due })
            }),
            ("late", Kind::YesNo, |_, (_, at)| Value::YesNo(at.late)),
            ("effort", Kind::Text, |_, (it, _)| Value::text(&it.effort)),
            ("work", Kind::Time, |_, (it, _)| Value::minutes(it.work)),
            ("effect", Kind::Text, |_, (it, _)| Value::text(&it.effect)),
            ("answers", Kind::Text, |case, (it, _)| {
                let pains = it.answers.iter().filter_map(|id| case.document.pain_point(*id));
                Value::list(pains.map(|it| it.text.as_str()))
            }),
            ("changes", Kind::Text, |case, (it, _)| case.places(&it.about)),
            ("after", Kind::Text, |case, (it, _)| {
                let before = it.after.and_then(|id| case.document.action(id));
                before.map_or(Value::Empty, |it| Value::text(&it.text))
            }),
            ("evidence", Kind::Text, |_, (it, _)| Value::text(&it.evidence)),
        ],
    )
}

/// What the checks find on the day, the gravest first.
pub(super) fn findings(case: &Case) -> Register {
    let document = case.document;
    let all = analysis::findings_on(document, case.state.id, Some(case.day), case.language);
    let rows: Vec<Finding> =
        all.into_iter().filter(|it| case.tells_of_records(&it.about)).collect();
    case.table(
        "findings",
        &rows,
        &[
            ("rule", Kind::Text, |_, it| Value::text(&it.rule)),
            ("severity", Kind::Text, |case, it| {
                case.word("severity", codes::severity(it.severity))
            }),
            ("sign", Kind::Text, |case, it| case.word_of("sign", it.sign.map(Sign::word))),
            ("message", Kind::Text, |_, it| Value::text(&it.message)),
            ("hint", Kind::Text, |_, it| Value::text(&it.hint)),
            ("about", Kind::Text, |case, it| {
                Value::list(it.about.iter().map(|id| record(case, *id)))
            }),
            ("waived", Kind::YesNo, |_, it| Value::YesNo(it.waived.is_some())),
            ("waivedBecause", Kind::Text, |_, it| of(&it.waived, |it| Value::text(&it.reason))),
            ("waivedBy", Kind::Text, |_, it| of(&it.waived, |it| Value::text(&it.by))),
            ("waivedOn", Kind::Date, |_, it| of(&it.waived, |it| Value::date(&it.date))),
        ],
    )
}

fn of(waived: &Option<Waived>, told: fn(&Waived) -> Value) -> Value {
    waived.as_ref().map_or(Value::Empty, told)
}

/// What a record is called, of whatever kind it is.
fn record(case: &Case, id: RecordId) -> String {
    let document = case.document;
    let target = match document.kind(id) {
        Some(Of::Step) => Target::Step(id.into()),
        Some(Of::Connector) => Target::Connector(id.into()),
        Some(Of::Handoff) => Target::Handoff(id.into()),
        Some(Of::Stage) => Target::Stage(id.into()),
        Some(Of::Team) => Target::Team(id.into()),
        Some(Of::State) => Target::State(id.into()),
        Some(Of::Role) => return case.role_name(id.into()),
        Some(Of::Sla) => {
            return document.sla(id.into()).map_or_else(String::new, |it| it.name.clone());
        }
        Some(Of::Template) => {
            return document.template(id.into()).map_or_else(String::new, |it| it.name.clone());
        }
        Some(Of::Calendar) => {
            return document.calendar(id.into()).map_or_else(String::new, |it| it.name.clone());
        }
        Some(Of::Criterion) => {
            return document.criterion(id.into()).map_or_else(String::new, |it| it.text.clone());
        }
        Some(Of::PainPoint) => {
            return document.pain_point(id.into()).map_or_else(String::new, |it| it.text.clone());
        }
        Some(Of::Action) => {
            return document.action(id.into()).map_or_else(String::new, |it| it.text.clone());
        }
        _ => return String::new(),
    };
    case.place(target)
}
