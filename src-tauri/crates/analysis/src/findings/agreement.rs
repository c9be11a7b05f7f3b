//! What a handoff has to say, check by check (domain.md 7.4): FLW-013, OWN-001, 002, 009, CRT-001,
//! 002, 006, INF-001, SLA-001, 002.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use model::Check;

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

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let missing =
            MISSING.iter().filter(|(check, ..)| !case.agreements.meets(crossing.handoff, *check));
        for (_, rule, what, hint) in missing {
            let message = format!("{} {what}.", crossing.name);
            report.add(*rule, [crossing.handoff.id], message, hint);
        }
    }
}
