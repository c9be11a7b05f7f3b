//! Who answers for what: OWN-003 to 008. OWN-001, 002 and 009 are checks of the handoff itself.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
use crate::figures::PathElement;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// On maps with fewer handoffs than this one role may well answer for most.
const SEVERAL_HANDOFFS: usize = 6;

pub(super) fn check(case: &Case, report: &mut Report) {
    acceptance(case, report);
    for step in case.steps().filter(|step| step.shape == StepKind::Step) {
        let name = || names::step(case.document, step);
        if !is_owned(step) {
            report.add(
                OWN_004,
                [step.id],
                format!("{} has nobody accountable.", name()),
                "Name the role that answers for it.",
            );
        }
        if let [only] = step.performers.as_slice()
            && step.backup.trim().is_empty()
        {
            report.add(
                OWN_006,
                [step.id],
                format!("Only {only} can do {}.", name()),
                "Name and train a deputy.",
            );
        }
    }
    runs_without_owner(case, report);
    persons(case, report);
    overloaded(case, report);
}

/// A step is taken as owned until the room says that it is not.
fn is_owned(step: &Step) -> bool {
    step.accountable.is_some() || !step.unowned
}

fn acceptance(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let how = match crossing.handoff.acceptance {
            Some(Acceptance::None) => "is accepted by nobody",
            Some(Acceptance::Implicit) => "counts as accepted when nobody objects",
            Some(Acceptance::Explicit) | None => continue,
        };
        let handoff = crossing.handoff.id;
        let edit = HandoffEdit::Acceptance(Some(Acceptance::Explicit));
        report.add_fixable(
            OWN_003,
            [handoff],
            format!("{} {how}.", crossing.name),
            "Let the receiver say that it accepts; until then the sender stays accountable.",
            Some(Command::EditHandoff { handoff, edit }),
        );
    }
}

/// A connector inside a lane is owned by whoever owns the step it leads to (domain.md 7.2).
fn is_wait_owned(case: &Case, connector: &Connector) -> bool {
    match case.document.handoff_at(connector) {
        Some(handoff) => case.agreements.meets(handoff, Check::Owner),
        None => case.document.step(connector.to).is_none_or(is_owned),
    }
}

/// What of the path follows each other without an owner.
#[derive(Default)]
struct Run {
    about: Vec<RecordId>,
    names: Vec<String>,
    minutes: i64,
}

fn runs_without_owner(case: &Case, report: &mut Report) {
    let Some(timeline) = case.timeline() else { return };
    let mut run = Run::default();
    for element in &timeline.path {
        let owned = match element {
            PathElement::Step { step, .. } => case.document.step(*step).is_none_or(is_owned),
            PathElement::Wait { connector, .. } => {
                case.document.connector(*connector).is_none_or(|it| is_wait_owned(case, it))
            }
        };
        if owned {
            finish(case, std::mem::take(&mut run), timeline.lead_time, report);
        } else {
            run.add(case, element);
        }
    }
    finish(case, run, timeline.lead_time, report);
}

impl Run {
    fn add(&mut self, case: &Case, element: &PathElement) {
        match element {
            PathElement::Step { step, span, .. } => {
                self.minutes += span;
                self.about.push((*step).into());
                self.names
                    .extend(case.document.step(*step).map(|it| names::step(case.document, it)));
            }
            PathElement::Wait { connector, wait, .. } => {
                self.minutes += wait;
                self.about.push((*connector).into());
                let named = case.document.connector(*connector);
                self.names.extend(named.map(|it| names::connector(case.document, it)));
            }
        }
    }
}

fn finish(case: &Case, run: Run, lead_time: i64, report: &mut Report) {
    let long = 100.0 * run.minutes as f64 > case.limit(OWN_005) * lead_time as f64;
    if run.about.len() > 1 || (long && !run.about.is_empty()) {
        let share = 100.0 * run.minutes as f64 / lead_time.max(1) as f64;
        report.add(
            OWN_005,
            run.about,
            format!(
                "Nobody owns the item for {} ({} of the lead time): {}.",
                names::duration(run.minutes, case.figures.clock),
                names::percent(share),
                names::list(&run.names)
            ),
            "Name an owner for each of these, so that the item cannot get lost here.",
        );
    }
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
                format!("{} answers for something here, and is a person.", role.name.trim()),
                "Name the role; write the person beside it. Roles survive those who leave.",
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
                format!("{name} is accountable for {count} of {all} handoffs."),
                "Give some of them to the teams that receive.",
            );
        }
    }
}
