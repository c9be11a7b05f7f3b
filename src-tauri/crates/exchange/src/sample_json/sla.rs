//! Service levels: targets, objective, pauses and escalation of a handoff.

use super::Making;
use super::format;
use super::values::{maybe_word, minutes, no_such, out_of_range, share, short};
use crate::error::Error;
use model::*;

impl Making {
    pub(super) fn sla(&mut self, it: &format::Sla, path: &str) -> Result<(), Error> {
        let at = |key: &str| format!("{path}.{key}");
        let id: SlaId = self.fresh(path);
        let mut sla = self.read_sla(it, id, &at)?;
        let name = match (&it.handoff, &it.stage, &it.from, &it.to) {
            (Some(code), None, None, None) => {
                let handoff = self.handoff(code, &at("handoff"))?;
                let name = handoff.name();
                held(&mut handoff.sla, id, &at("handoff"), code)?;
                name
            }
            (None, Some(code), None, None) => {
                let stage = self.stages.get_mut(code);
                let stage = stage.ok_or_else(|| no_such(&at("stage"), "stage", code))?;
                held(&mut stage.sla, id, &at("stage"), code)?;
                code.clone()
            }
            (None, None, Some(from), Some(to)) => {
                let (from, to) = (self.step(from, &at("from"))?, self.step(to, &at("to"))?);
                sla.end_to_end = Some(EndToEnd { from: from.0, to: to.0 });
                String::new()
            }
            _ => return Err(out_of_range(path, "about a handoff, or a stage, or from and to")),
        };
        self.put(Sla { name: it.name.clone().unwrap_or(name), ..sla });
        Ok(())
    }

    fn read_sla(
        &self,
        it: &format::Sla,
        id: SlaId,
        at: &dyn Fn(&str) -> String,
    ) -> Result<Sla, Error> {
        let clock = self.clock.kind;
        let target = |number: Option<f64>, key| {
            let minutes = number.map(|number| minutes(number, &at(key))).transpose();
            minutes.map(|minutes| minutes.map(|minutes| TimeTarget { minutes, clock }))
        };
        let kind = maybe_word(&it.kind, &at("kind"), SlaKind::ALL, SlaKind::word)?;
        let window = window(&it.window, &at("window"))?;
        let from = [CompletionFrom::Acceptance, CompletionFrom::Release];
        let from = maybe_word(&it.completion_from, &at("completion_from"), &from, |it| match it {
            CompletionFrom::Acceptance => "acceptance",
            CompletionFrom::Release => "release",
        })?;
        let percent = |it: Option<f64>, key| it.map(|it| share(it, 100.0, &at(key))).transpose();
        let objective = percent(it.objective, "objective")?;
        let completion_objective = percent(it.completion_objective, "completion_objective")?;
        Ok(Sla {
            id,
            kind_of: kind.unwrap_or(SlaKind::Ola),
            conditions: it.conditions.clone(),
            response: target(it.response, "response")?,
            completion: target(it.completion, "completion")?,
            completion_from: from.unwrap_or_default(),
            completion_means: it.completion_means.clone(),
            quality_standard: it.quality.clone(),
            calendar: self.calendar,
            objective,
            completion_objective,
            objective_window: window,
            pauses: pauses(&it.pauses.0, at)?,
            escalations: self.escalations(&it.escalations.0, at)?,
            breach_consequence: it.breach.clone(),
            measurement_source: it.measured_by.clone(),
            owner: self.role(&it.owner, &at("owner"))?,
            review_date: it.review_date.clone(),
            status: agreed(&it.status, &at("status"))?,
            ..Sla::default()
        })
    }

    fn escalations(
        &self,
        levels: &[format::Escalation],
        at: &dyn Fn(&str) -> String,
    ) -> Result<Vec<EscalationLevel>, Error> {
        let read = |(number, it): (usize, &format::Escalation)| {
            Ok(EscalationLevel {
                at_percent: it.at,
                hierarchical: it.hierarchical,
                notify: self.role(&it.role, &at(&format!("escalations[{number}].role")))?,
                contact: it.contact.clone(),
                action: it.action.clone(),
                ..EscalationLevel::default()
            })
        };
        levels.iter().enumerate().map(read).collect()
    }
}

fn pauses(rules: &[format::Pause], at: &dyn Fn(&str) -> String) -> Result<Vec<PauseRule>, Error> {
    let read = |(number, it): (usize, &format::Pause)| {
        let cap = it.cap.map(|cap| minutes(cap, &at(&format!("pauses[{number}].cap"))));
        Ok(PauseRule {
            reason: it.reason.clone(),
            set_by: it.set_by.clone(),
            evidence: it.evidence.clone(),
            cap: cap.transpose()?,
            ..PauseRule::default()
        })
    };
    rules.iter().enumerate().map(read).collect()
}

/// Puts a handoff or a stage under a service level; each stands under one.
fn held(slot: &mut Option<SlaId>, id: SlaId, path: &str, code: &str) -> Result<(), Error> {
    match slot.replace(id) {
        None => Ok(()),
        Some(_) => {
            let (path, name) = (path.to_owned(), short(code));
            Err(Error::Twice { path, what: "service level of", name })
        }
    }
}

/// Over which time the objective is counted.
fn window(text: &Option<String>, path: &str) -> Result<Option<ObjectiveWindow>, Error> {
    let windows = [ObjectiveWindow::Week, ObjectiveWindow::Month, ObjectiveWindow::Quarter];
    maybe_word(text, path, &windows, |it| match it {
        ObjectiveWindow::Week => "week",
        ObjectiveWindow::Month => "month",
        ObjectiveWindow::Quarter => "quarter",
    })
}

/// How far an agreement is; a draft unless said.
pub(super) fn agreed(status: &Option<String>, path: &str) -> Result<AgreementStatus, Error> {
    let status = maybe_word(status, path, AgreementStatus::ALL, AgreementStatus::word)?;
    Ok(status.unwrap_or(AgreementStatus::Draft))
}
