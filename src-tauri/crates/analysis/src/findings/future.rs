//! Whether a future state is an explained change of what there is: FUT-004 to 007.

use super::case::Case;
use super::lineage::{Lineage, baseline};
use super::report::Report;
use super::rules::*;
use super::say::say;
use model::*;
use std::collections::BTreeSet;

pub(super) fn check(case: &Case, report: &mut Report) {
    let Some(before) = baseline(case.document, case.graph.state) else { return };
    more_handoffs(case, before, report);
    unready(case, report);
    if let Some(lineage) = Lineage::of(case) {
        let linked = linked(case);
        unexplained(case, &lineage, &linked, report);
        unannounced(case, &linked, report);
    }
}

/// FUT-005, over all branches of both.
fn more_handoffs(case: &Case, before: StateId, report: &mut Report) {
    let onward = |state| {
        let all = case.document.handoffs_of(state);
        all.iter().filter(|(_, connector)| connector.flow != ConnectorKind::Rework).count()
    };
    let (old, new) = (onward(before), onward(case.graph.state));
    if new > old {
        report.add_for_map(
            FUT_005,
            say!(
                case,
                "The map has {new} handoffs; there are {old} today.",
                "Die Karte hat {new} Übergaben; heute sind es {old}."
            ),
            case.language.pick(
                "Ask which of the new ones one team could save.",
                "Fragen Sie, welche der neuen ein Team ersparen könnte.",
            ),
        );
    }
}

/// FUT-006: an agreement that both sides have signed, and that is not ready for it.
fn unready(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let status = crossing.handoff.status;
        let is_final = matches!(status, AgreementStatus::Agreed | AgreementStatus::Live);
        let score = case.agreements.readiness(crossing.handoff).score;
        if is_final && f64::from(score) < case.limit(FUT_006) {
            report.add(
                FUT_006,
                [crossing.handoff.id],
                say!(
                    case,
                    "{it} is said to be {status}, and is ready to {score} %.",
                    "{it} gilt als {status} und ist zu {score} % bereit.",
                    it = crossing.name,
                    status = match status {
                        AgreementStatus::Live => case.language.pick("live", "in Kraft"),
                        _ => case.language.pick("agreed", "vereinbart"),
                    }
                ),
                case.language.pick(
                    "Meet its open checks first, or make it a draft again.",
                    "Erfüllen Sie zuerst die offenen Prüfungen, oder machen Sie wieder einen \
                 Entwurf daraus.",
                ),
            );
        }
    }
}

/// What ideas, actions and notes are about.
fn linked(case: &Case) -> BTreeSet<RecordId> {
    let document = case.document;
    let ideas = document.ideas().flat_map(|it| &it.about);
    let kept = document.actions().filter(|it| it.status != ActionStatus::Dropped);
    let actions = kept.flat_map(|it| &it.about);
    let notes = document.notes().flat_map(|it| &it.about);
    ideas.chain(actions).chain(notes).map(|target| target.reference().1).collect()
}

/// FUT-004: the room hopes for a better figure and says nothing that makes it better: neither it nor
/// what it touches changed otherwise, and nothing planned is about it.
fn unexplained(case: &Case, lineage: &Lineage, linked: &BTreeSet<RecordId>, report: &mut Report) {
    let changed = |id: RecordId| lineage.changed.contains(&id);
    let hint = case.language.pick(
        "Say what changes so that it gets better, or pin the idea that does it.",
        "Sagen Sie, was sich ändert, damit es besser wird, oder heften Sie die Idee \
                 an, die es tut.",
    );
    for (step, old) in &lineage.steps {
        let mut around = case.document.connectors_at(step.id);
        let reason = changed(step.id.into())
            || around.any(|it| changed(it.id.into()) || changed(other_end(it, step.id).into()))
            || [step.id, old.id].iter().any(|id| linked.contains(&(*id).into()));
        if is_better_step(step, old) && !reason {
            let name = case.step_name(step);
            let message = say!(
                case,
                "{name} is to get better, and nothing about it changes.",
                "{name} soll besser werden, und nichts daran ändert sich."
            );
            report.add(FUT_004, [step.id], message, hint);
        }
    }
    for (connector, old) in &lineage.connectors {
        let handoffs = [connector.id, old.id].map(|id| case.document.handoff_record(id));
        let of_handoffs = handoffs.into_iter().flatten().map(|it| RecordId::from(it.id));
        let own = [connector.id, old.id].map(RecordId::from);
        let reason = changed(connector.id.into())
            || [connector.from, connector.to].iter().any(|step| changed((*step).into()))
            || own.into_iter().chain(of_handoffs).any(|id| linked.contains(&id));
        if is_better_wait(connector, old) && !reason {
            let name = case.connector_name(connector);
            let message = say!(
                case,
                "{name} is to get better, and nothing about it changes.",
                "{name} soll besser werden, und nichts daran ändert sich."
            );
            report.add(FUT_004, [connector.id], message, hint);
        }
    }
}

fn other_end(connector: &Connector, step: StepId) -> StepId {
    if connector.from == step { connector.to } else { connector.from }
}

fn is_better_step(step: &Step, old: &Step) -> bool {
    let less = |new: &Option<Estimate<Minutes>>, old: &Option<Estimate<Minutes>>| {
        new.as_ref().zip(old.as_ref()).is_some_and(|(new, old)| new.usual < old.usual)
    };
    let quality = step.complete_accurate.as_ref().zip(old.complete_accurate.as_ref());
    less(&step.process_time, &old.process_time)
        || less(&step.span, &old.span)
        || quality.is_some_and(|(new, old)| new.usual > old.usual)
}

fn is_better_wait(connector: &Connector, old: &Connector) -> bool {
    let wait = connector.wait.as_ref().zip(old.wait.as_ref());
    let returns = connector.probability.zip(old.probability);
    wait.is_some_and(|(new, old)| new.usual < old.usual)
        || (connector.flow == ConnectorKind::Rework && returns.is_some_and(|(new, old)| new < old))
}

/// FUT-007: asked for once a step of the map has an origin. An idea, an action or a note on a step
/// marks it as new.
fn unannounced(case: &Case, linked: &BTreeSet<RecordId>, report: &mut Report) {
    let work = |step: &&Step| matches!(step.shape, StepKind::Step | StepKind::Decision);
    for step in case.steps().filter(work) {
        if step.origin.is_empty() && !linked.contains(&step.id.into()) {
            report.add(
                FUT_007,
                [step.id],
                say!(
                    case,
                    "{it} is new, and nothing says why.",
                    "{it} ist neu, und nichts sagt, warum.",
                    it = case.step_name(step)
                ),
                case.language.pick(
                    "Say which step it comes from, or pin the idea that adds it.",
                    "Sagen Sie, aus welchem Schritt er kommt, oder heften Sie die Idee an, die \
                 ihn hinzufügt.",
                ),
            );
        }
    }
}
