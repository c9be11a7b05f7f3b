//! What a handoff has to say, check by check (domain.md 7.4): FLW-013, OWN-001, 002, 009, CRT-001,
//! 002, 006, INF-001, SLA-001, 002. A stage under a service level has a completion target, too.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// A check, the rule that asks for it, what is missing, what to do.
type Missing = (Check, Rule, &'static str, &'static str);

const MISSING: [Missing; 10] = [
    (
        Check::Owner,
        OWN_001,
        "has nobody accountable",
        "Name the one role that answers for it until the receiver has accepted.",
    ),
    (
        Check::Receiver,
        OWN_002,
        "reaches a team, not a role",
        "Name the receiving role, or the rule that says who takes it.",
    ),
    (
        Check::Trigger,
        FLW_013,
        "has no trigger",
        "Say which event tells the receiver that there is something to do.",
    ),
    (
        Check::Exit,
        CRT_002,
        "has no exit criteria",
        "Agree what the sender has finished before it lets go.",
    ),
    (
        Check::Entry,
        CRT_001,
        "has no entry criteria",
        "Ask the receiver what it requires before it accepts.",
    ),
    (
        Check::Template,
        INF_001,
        "has no template and no list of required inputs",
        "List what the receiver needs in order to begin.",
    ),
    (
        Check::Response,
        SLA_001,
        "has no response target",
        "Agree how soon the receiver accepts or returns it.",
    ),
    (
        Check::Completion,
        SLA_002,
        "has no completion target",
        "Agree when the work behind it is done.",
    ),
    (
        Check::Return,
        CRT_006,
        "has no return rule",
        "Agree where a refused item goes, and for which reasons it may be refused.",
    ),
    (
        Check::Escalation,
        OWN_009,
        "has no escalation path",
        "Say whom to tell when it is late, and when.",
    ),
];

/// What a receiver may say when it sends an item back (domain.md 4.2).
const RETURN_REASONS: [&str; 8] = [
    "missing information",
    "wrong information",
    "wrong team",
    "criteria not met",
    "duplicate",
    "not needed",
    "cannot do now",
    "other, with a note",
];

pub(super) fn check(case: &Case, report: &mut Report) {
    let accountable = by_row(case.document);
    for crossing in &case.crossings {
        let missing =
            MISSING.iter().filter(|(check, ..)| !case.agreements.meets(crossing.handoff, *check));
        for (check, rule, what, hint) in missing {
            let edit = match check {
                Check::Owner => match accountable.get(&crossing.handoff.id) {
                    Some(roles) if roles.len() == 1 => {
                        Some(HandoffEdit::Accountable(roles.first().copied()))
                    }
                    _ => None,
                },
                Check::Return => Some(HandoffEdit::ReturnReasons(
                    RETURN_REASONS.into_iter().map(str::to_owned).collect(),
                )),
                _ => None,
            };
            let fix = edit.map(|edit| Command::EditHandoff { handoff: crossing.handoff.id, edit });
            let message = format!("{} {what}.", crossing.name);
            report.add_fixable(*rule, [crossing.handoff.id], message, hint, fix);
        }
    }
    stages(case, report);
}

/// Who has the A of each handoff.
fn by_row(document: &Document) -> BTreeMap<HandoffId, BTreeSet<RoleId>> {
    let mut rows: BTreeMap<HandoffId, BTreeSet<RoleId>> = BTreeMap::new();
    for cell in document.raci_assignments() {
        if let Target::Handoff(handoff) = cell.row
            && cell.letters.contains(&RaciLetter::Accountable)
        {
            rows.entry(handoff).or_default().insert(cell.role);
        }
    }
    rows
}

/// SLA-002 of stages: once one stage of the map has a service level, each needs its completion.
fn stages(case: &Case, report: &mut Report) {
    let here: Vec<&Stage> =
        case.document.stages().filter(|it| it.state == case.graph.state).collect();
    if here.iter().all(|stage| stage.sla.is_none()) {
        return;
    }
    for stage in here {
        let sla = stage.sla.and_then(|sla| case.document.sla(sla));
        if sla.is_none_or(|sla| sla.completion.is_none()) {
            report.add(
                SLA_002,
                [stage.id],
                format!("The stage “{}” has no completion target.", stage.name.trim()),
                "Agree when the work of this stage is done.",
            );
        }
    }
}
