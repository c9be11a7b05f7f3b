//! Service levels: targets, objective, pauses and escalation of a handoff.

use super::Making;
use super::format;
use super::values::{maybe_word, minutes, share, short};
use crate::error::Error;
use model::*;

impl Making {
    pub(super) fn sla(&mut self, it: &format::Sla, path: &str) -> Result<(), Error> {
        let at = |key: &str| format!("{path}.{key}");
        let id: SlaId = self.fresh(path);
        let sla = self.read_sla(it, id, &at)?;
        let handoff = self.handoff(&it.handoff, &at("handoff"))?;
        if handoff.sla.is_some() {
            let (path, name) = (at("handoff"), short(&it.handoff));
            return Err(Error::Twice { path, what: "service level of", name });
        }
        handoff.sla = Some(id);
        let name = it.name.clone().unwrap_or_else(|| handoff.name());
        self.put(Sla { name, ..sla });
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
        let windows = [ObjectiveWindow::Week, ObjectiveWindow::Month, ObjectiveWindow::Quarter];
        let window = maybe_word(&it.window, &at("window"), &windows, |it| match it {
            ObjectiveWindow::Week => "week",
            ObjectiveWindow::Month => "month",
            ObjectiveWindow::Quarter => "quarter",
        })?;
        let from = [CompletionFrom::Acceptance, CompletionFrom::Release];
        let from = maybe_word(&it.completion_from, &at("completion_from"), &from, |it| match it {
            CompletionFrom::Acceptance => "acceptance",
            CompletionFrom::Release => "release",
        })?;
        let objective = it.objective.map(|it| share(it, 100.0, &at("objective"))).transpose()?;
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

/// How far an agreement is; a draft unless said.
pub(super) fn agreed(status: &Option<String>, path: &str) -> Result<AgreementStatus, Error> {
    let status = maybe_word(status, path, AgreementStatus::ALL, AgreementStatus::word)?;
    Ok(status.unwrap_or(AgreementStatus::Draft))
}
