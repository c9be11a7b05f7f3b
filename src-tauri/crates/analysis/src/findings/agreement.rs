//! What a handoff has to say, check by check (domain.md 7.4): FLW-013, OWN-001, 002, 009, CRT-001,
//! 002, 006, INF-001, SLA-001, 002. A stage under a service level has a completion target, too.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::presets::return_reasons;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// A check, the rule that asks for it, what is missing, what to do.
type Missing = (Check, Rule, Said, Said);

/// English and German.
type Said = (&'static str, &'static str);

const MISSING: [Missing; 10] = [
    (
        Check::Owner,
        OWN_001,
        ("has nobody accountable", "hat keine verantwortliche Rolle"),
        (
            "Name the one role that answers for it until the receiver has accepted.",
            "Benennen Sie die eine Rolle, die dafür einsteht, bis der Empfänger \
                 angenommen hat.",
        ),
    ),
    (
        Check::Receiver,
        OWN_002,
        ("reaches a team, not a role", "erreicht ein Team, keine Rolle"),
        (
            "Name the receiving role, or the rule that says who takes it.",
            "Benennen Sie die empfangende Rolle, oder die Regel, wer sie übernimmt.",
        ),
    ),
    (
        Check::Trigger,
        FLW_013,
        ("has no trigger", "hat keinen Auslöser"),
        (
            "Say which event tells the receiver that there is something to do.",
            "Sagen Sie, welches Ereignis dem Empfänger sagt, dass es etwas zu tun gibt.",
        ),
    ),
    (
        Check::Exit,
        CRT_002,
        ("has no exit criteria", "hat keine Ausgangskriterien"),
        (
            "Agree what the sender has finished before it lets go.",
            "Vereinbaren Sie, was der Absender fertig hat, bevor er freigibt.",
        ),
    ),
    (
        Check::Entry,
        CRT_001,
        ("has no entry criteria", "hat keine Eingangskriterien"),
        (
            "Ask the receiver what it requires before it accepts.",
            "Fragen Sie den Empfänger, was er verlangt, bevor er annimmt.",
        ),
    ),
    (
        Check::Template,
        INF_001,
        (
            "has no template and no list of required inputs",
            "hat weder Vorlage noch Liste der nötigen Angaben",
        ),
        (
            "List what the receiver needs in order to begin.",
            "Führen Sie auf, was der Empfänger braucht, um zu beginnen.",
        ),
    ),
    (
        Check::Response,
        SLA_001,
        ("has no response target", "hat kein Reaktionsziel"),
        (
            "Agree how soon the receiver accepts or returns it.",
            "Vereinbaren Sie, wie bald der Empfänger annimmt oder zurückgibt.",
        ),
    ),
    (
        Check::Completion,
        SLA_002,
        ("has no completion target", "hat kein Abschlussziel"),
        (
            "Agree when the work behind it is done.",
            "Vereinbaren Sie, wann die Arbeit dahinter fertig ist.",
        ),
    ),
    (
        Check::Return,
        CRT_006,
        ("has no return rule", "hat keine Rückgaberegel"),
        (
            "Agree where a refused item goes, and for which reasons it may be refused.",
            "Vereinbaren Sie, wohin ein abgelehnter Vorgang geht und aus welchen Gründen.",
        ),
    ),
    (
        Check::Escalation,
        OWN_009,
        ("has no escalation path", "hat keinen Eskalationsweg"),
        (
            "Say whom to tell when it is late, and when.",
            "Sagen Sie, wer es bei Verspätung erfährt, und wann.",
        ),
    ),
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
                Check::Return => Some(HandoffEdit::ReturnReasons(return_reasons(case.language))),
                _ => None,
            };
            let fix = edit.map(|edit| Command::EditHandoff { handoff: crossing.handoff.id, edit });
            let of = |it: &Said| case.language.pick(it.0, it.1);
            let message = format!("{} {}.", crossing.name, of(what));
            report.add_fixable(*rule, [crossing.handoff.id], message, of(hint), fix);
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
                say!(
                    case,
                    "The stage “{stage}” has no completion target.",
                    "Die Phase „{stage}“ hat kein Abschlussziel.",
                    stage = stage.name.trim()
                ),
                case.language.pick(
                    "Agree when the work of this stage is done.",
                    "Vereinbaren Sie, wann die Arbeit dieser Phase fertig ist.",
                ),
            );
        }
    }
}
