//! What the room said and decided: pain points and actions.

use super::Making;
use super::format::{self, File};
use super::values::{maybe_word, no_such, short, word};
use crate::error::Error;
use model::*;

impl Making {
    pub(super) fn workshop(&mut self, file: &File) -> Result<(), Error> {
        for (at, it) in file.pain_points.0.iter().enumerate() {
            self.pain(it, &format!("pain_points[{at}]"))?;
        }
        for (at, it) in file.actions.0.iter().enumerate() {
            self.action(it, &format!("actions[{at}]"))?;
        }
        Ok(())
    }

    fn pain(&mut self, it: &format::PainPoint, path: &str) -> Result<(), Error> {
        let at = |key: &str| format!("{path}.{key}");
        let id = self.fresh(path);
        if let Some(code) = &it.id
            && self.pains.insert(code.clone(), id).is_some()
        {
            let (path, name) = (at("id"), short(code));
            return Err(Error::Twice { path, what: "pain point", name });
        }
        let about = self.targets(&it.at.0, &at("at"))?;
        let waste = |waste: &String| word(waste, &at("wastes"), Waste::ALL, Waste::word);
        let sign = |sign: &String| word(sign, &at("signs"), Sign::ALL, Sign::word);
        let pain = PainPoint {
            id,
            text: it.text.clone(),
            about,
            cause: maybe_word(&it.cause, &at("cause"), DelayCause::ALL, DelayCause::word)?,
            wastes: it.wastes.0.iter().map(waste).collect::<Result<_, _>>()?,
            signs: it.signs.0.iter().map(sign).collect::<Result<_, _>>()?,
            votes: it.votes,
            severity: it.severity,
            quote: String::new(),
        };
        self.put(pain);
        Ok(())
    }

    fn action(&mut self, it: &format::Action, path: &str) -> Result<(), Error> {
        let at = |key: &str| format!("{path}.{key}");
        let id = self.fresh(path);
        let answer = |code: &String| {
            let found = self.pains.get(code).copied();
            found.ok_or_else(|| no_such(&at("answers"), "pain point", code))
        };
        let status = maybe_word(&it.status, &at("status"), ActionStatus::ALL, ActionStatus::word)?;
        let action = Action {
            id,
            text: it.text.clone(),
            about: self.targets(&it.at.0, &at("at"))?,
            answers: it.answers.0.iter().map(answer).collect::<Result<_, _>>()?,
            owner: self.role(&it.owner, &at("owner"))?,
            person: it.person.clone(),
            due: it.due.clone(),
            horizon_days: it.days,
            effect: it.effect.clone(),
            effort: it.effort.clone(),
            status: status.unwrap_or(ActionStatus::Open),
            kind_of: maybe_word(&it.kind, &at("kind"), ActionKind::ALL, ActionKind::word)?,
            work: it.hours.map(|hours| Minutes(i32::from(hours) * 60)),
            start: it.start.clone(),
            evidence: it.evidence.clone(),
            after: None,
        };
        self.put(action);
        Ok(())
    }

    fn targets(&self, codes: &[String], path: &str) -> Result<Vec<Target>, Error> {
        codes.iter().map(|code| self.target(code, path)).collect()
    }
}
