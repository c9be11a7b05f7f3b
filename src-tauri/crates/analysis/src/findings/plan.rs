//! Whether the plan answers what the room found: FUT-001 to 003. It is told with the future state,
//! or with the current one while there is no other.

use super::case::Case;
use super::day::number;
use super::report::Report;
use super::rules::*;
use super::say::say;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// More open actions than these nobody has time for.
const MANY_ACTIONS: usize = 5;

pub(super) fn check(case: &Case, report: &mut Report) {
    if !is_told_here(case) {
        return;
    }
    unanswered(case, report);
    let open = |it: &&Action| matches!(it.status, ActionStatus::Open | ActionStatus::Started);
    let actions: Vec<&Action> = case.document.actions().filter(open).collect();
    for action in &actions {
        unassigned(case, action, report);
        dates(case, action, report);
    }
    overloaded(case, &actions, report);
}

fn is_told_here(case: &Case) -> bool {
    let Some(state) = case.document.state(case.graph.state) else { return false };
    let mut of_process = case.document.states().filter(|it| it.process == state.process);
    state.role != StateRole::Current || of_process.all(|it| it.role == StateRole::Current)
}

/// FUT-001: once there is an action or an idea, every pain point with votes has one. An idea answers
/// what hurts at the same place.
fn unanswered(case: &Case, report: &mut Report) {
    let kept = || case.document.actions().filter(|it| it.status != ActionStatus::Dropped);
    if kept().next().is_none() && case.document.ideas().next().is_none() {
        return;
    }
    let answered: BTreeSet<PainPointId> =
        kept().flat_map(|it| it.answers.iter().copied()).collect();
    let places: BTreeSet<Target> =
        case.document.ideas().flat_map(|it| it.about.iter().copied()).collect();
    for pain in case.document.pain_points().filter(|it| it.votes > 0) {
        let has_idea = pain.about.iter().any(|target| places.contains(target));
        if !answered.contains(&pain.id) && !has_idea {
            report.add(
                FUT_001,
                [pain.id],
                say!(
                    case,
                    "Nothing is planned against “{pain}”.",
                    "Gegen „{pain}“ ist nichts geplant.",
                    pain = pain.text.trim()
                ),
                case.language.pick(
                    "Plan an action that answers it, or take its votes away.",
                    "Planen Sie eine Maßnahme dagegen, oder nehmen Sie die Stimmen weg.",
                ),
            );
        }
    }
}

fn called(case: &Case, action: &Action) -> String {
    let text = action.text.trim();
    say!(case, "The action “{text}”", "Die Maßnahme „{text}“")
}

fn unassigned(case: &Case, action: &Action, report: &mut Report) {
    let owned = action.owner.is_some() || !action.person.trim().is_empty();
    let dated = !action.due.is_empty() || action.horizon_days > 0;
    let missing = match (owned, dated) {
        (true, true) => return,
        (false, true) => {
            case.language.pick("nobody who answers for it", "niemanden, der dafür einsteht")
        }
        (true, false) => case.language.pick("no date", "keinen Termin"),
        (false, false) => case.language.pick(
            "nobody who answers for it and no date",
            "niemanden, der dafür einsteht, und keinen Termin",
        ),
    };
    report.add(
        FUT_002,
        [action.id],
        say!(case, "{it} has {missing}.", "{it} hat {missing}.", it = called(case, action)),
        case.language.pick(
            "Say who does it and by when: 30, 60 or 90 days.",
            "Sagen Sie, wer es tut und bis wann: 30, 60 oder 90 Tage.",
        ),
    );
}

/// FUT-003: the plan reaches 90 days ahead; what is past is outside of it, too.
fn dates(case: &Case, action: &Action, report: &mut Report) {
    let horizon = case.limit(FUT_003);
    let left = case.today.zip(number(&action.due)).map(|(today, due)| due - today);
    let what = match left {
        Some(left) if left < 0 => {
            say!(case, "was due on {due}", "war am {due} fällig", due = action.due)
        }
        Some(left) if left as f64 > horizon => {
            say!(
                case,
                "is due on {due}, after the plan has ended",
                "ist am {due} fällig, nach dem Ende des Plans",
                due = action.due
            )
        }
        _ if f64::from(action.horizon_days) > horizon => {
            say!(
                case,
                "is due in {days} days, after the plan has ended",
                "ist in {days} Tagen fällig, nach dem Ende des Plans",
                days = action.horizon_days
            )
        }
        _ => return,
    };
    report.add(
        FUT_003,
        [action.id],
        format!("{} {what}.", called(case, action)),
        case.language.pick(
            "Give it a date within the plan, or make a first step of it that fits.",
            "Geben Sie ihr einen Termin im Plan, oder machen Sie einen ersten Schritt \
                 daraus, der passt.",
        ),
    );
}

fn overloaded(case: &Case, actions: &[&Action], report: &mut Report) {
    let mut counts: BTreeMap<RoleId, usize> = BTreeMap::new();
    for owner in actions.iter().filter_map(|action| action.owner) {
        *counts.entry(owner).or_default() += 1;
    }
    for (role, count) in counts.into_iter().filter(|(_, count)| *count > MANY_ACTIONS) {
        let name = case.document.role(role).map_or("", |role| role.name.trim());
        report.add(
            FUT_003,
            [role],
            say!(
                case,
                "{name} has {count} open actions at once.",
                "{name} hat {count} offene Maßnahmen zugleich."
            ),
            case.language.pick(
                "Plans die when nobody has time for them: give some away, or begin some \
                 later.",
                "Pläne sterben, wenn niemand Zeit hat: geben Sie einige ab, oder beginnen \
                 Sie einige später.",
            ),
        );
    }
}
