//! Who answers for what: OWN-003 to 008. OWN-001, 002 and 009 are checks of the handoff itself.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::network::people::needs_one_person;
use crate::network::unowned::{is_owned, runs};
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// On maps with fewer handoffs than this one role may well answer for most.
const SEVERAL_HANDOFFS: usize = 6;

pub(super) fn check(case: &Case, report: &mut Report) {
    acceptance(case, report);
    for step in case.steps().filter(|step| step.shape == StepKind::Step) {
        let name = || case.step_name(step);
        if !is_owned(step) {
            report.add(
                OWN_004,
                [step.id],
                say!(
                    case,
                    "{it} has nobody accountable.",
                    "{it} hat keine verantwortliche Rolle.",
                    it = name()
                ),
                case.language.pick(
                    "Name the role that answers for it.",
                    "Benennen Sie die Rolle, die dafür einsteht.",
                ),
            );
        }
        if let Some(only) = step.performers.first().filter(|_| needs_one_person(step)) {
            report.add(
                OWN_006,
                [step.id],
                say!(
                    case,
                    "Only {only} can do {it}.",
                    "Nur {only} kann {it} erledigen.",
                    it = name()
                ),
                case.language.pick(
                    "Name and train a deputy.",
                    "Benennen Sie eine Vertretung und arbeiten Sie sie ein.",
                ),
            );
        }
    }
    runs_without_owner(case, report);
    persons(case, report);
    overloaded(case, report);
}

fn acceptance(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let how = match crossing.handoff.acceptance {
            Some(Acceptance::None) => {
                case.language.pick("is accepted by nobody", "wird von niemandem angenommen")
            }
            Some(Acceptance::Implicit) => case.language.pick(
                "counts as accepted when nobody objects",
                "gilt als angenommen, wenn niemand widerspricht",
            ),
            Some(Acceptance::Explicit) | None => continue,
        };
        let handoff = crossing.handoff.id;
        let edit = HandoffEdit::Acceptance(Some(Acceptance::Explicit));
        report.add_fixable(
            OWN_003,
            [handoff],
            format!("{} {how}.", crossing.name),
            case.language.pick(
                "Let the receiver say that it accepts; until then the sender stays \
                 accountable.",
                "Lassen Sie den Empfänger sagen, dass er annimmt; bis dahin bleibt der \
                 Absender verantwortlich.",
            ),
            Some(Command::EditHandoff { handoff, edit }),
        );
    }
}

fn runs_without_owner(case: &Case, report: &mut Report) {
    let Some(timeline) = case.timeline() else { return };
    for run in runs(case.document, &case.agreements, timeline) {
        let share = 100.0 * run.minutes as f64 / timeline.lead_time.max(1) as f64;
        if run.about.len() > 1 || share > case.limit(OWN_005) {
            let names: Vec<String> = run.about.iter().filter_map(|id| name(case, *id)).collect();
            report.add(
                OWN_005,
                run.about,
                say!(
                    case,
                    "Nobody owns the item for {time} ({share} of the lead time): {names}.",
                    "Niemandem gehört der Vorgang für {time} ({share} der Durchlaufzeit): \
                 {names}.",
                    time = case.time(run.minutes),
                    share = case.percent(share),
                    names = case.list(&names)
                ),
                case.language.pick(
                    "Name an owner for each of these, so that the item cannot get lost here.",
                    "Benennen Sie für jedes davon einen Eigner, damit der Vorgang hier nicht \
                     verloren geht.",
                ),
            );
        }
    }
}

fn name(case: &Case, id: RecordId) -> Option<String> {
    let connector = case.document.connector(id.into());
    let step = || case.document.step(id.into()).map(|it| case.step_name(it));
    connector.map(|it| case.connector_name(it)).or_else(step)
}

/// OWN-007: a role that answers for something here is called as one of the people in the room, or
/// as the person who holds it.
fn persons(case: &Case, report: &mut Report) {
    let mut people: BTreeSet<String> = BTreeSet::new();
    if let Some(engagement) = case.document.the_engagement() {
        for said in engagement.facilitators.iter().chain(&engagement.participants) {
            // “Priya Raman, Marketing Operations”.
            people.extend(said.split(',').next().map(plain));
        }
    }
    let of_handoffs = case.crossings.iter().filter_map(|it| it.handoff.accountable);
    let of_steps = case.steps().filter_map(|it| it.accountable);
    let owners: BTreeSet<RoleId> = of_handoffs.chain(of_steps).collect();
    for role in owners.into_iter().filter_map(|id| case.document.role(id)) {
        let name = plain(&role.name);
        if !name.is_empty() && (name == plain(&role.person) || people.contains(&name)) {
            report.add(
                OWN_007,
                [role.id],
                say!(
                    case,
                    "{role} answers for something here, and is a person.",
                    "{role} steht hier für etwas ein und ist eine Person.",
                    role = role.name.trim()
                ),
                case.language.pick(
                    "Name the role; write the person beside it. Roles survive those who leave.",
                    "Nennen Sie die Rolle und schreiben Sie die Person daneben. Rollen \
                 überdauern, wer geht.",
                ),
            );
        }
    }
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// OWN-008: one role answers for many of the handoffs.
fn overloaded(case: &Case, report: &mut Report) {
    let all = case.crossings.len();
    if all < SEVERAL_HANDOFFS {
        return;
    }
    let mut counts: BTreeMap<RoleId, u32> = BTreeMap::new();
    for role in case.crossings.iter().filter_map(|it| it.handoff.accountable) {
        *counts.entry(role).or_default() += 1;
    }
    for (role, count) in counts {
        if 100.0 * f64::from(count) > case.limit(OWN_008) * all as f64 {
            let name = case.document.role(role).map_or("", |role| role.name.trim());
            report.add(
                OWN_008,
                [role],
                say!(
                    case,
                    "{name} is accountable for {count} of {all} handoffs.",
                    "{name} ist für {count} von {all} Übergaben verantwortlich."
                ),
                case.language.pick(
                    "Give some of them to the teams that receive.",
                    "Geben Sie einige davon an die Teams, die empfangen.",
                ),
            );
        }
    }
}
