//! A line that begins with `pain`: what hurts, where, why, and how many dots it got.

use super::{Making, once, unknown, whole};
use crate::error::{Error, Problem};
use crate::lex::{Part, Sentence, pair};
use crate::named::Named;
use crate::words::{WHOLE_MAP, cause_from, handoff_number, waste_from};
use model::*;

impl<'a> Making<'a> {
    pub(super) fn pain(&mut self, sentence: &Sentence<'a>) -> Result<(), Error> {
        let leg = &sentence.first;
        let text = leg.head.prose()?;
        let id = PainPointId::from(self.fresh(leg.head.spot));
        let mut pain = PainPoint { id, text, ..PainPoint::default() };
        for part in &leg.said {
            self.say_of_pain(&mut pain, part)?;
        }
        self.pains.push(pain);
        Ok(())
    }

    fn say_of_pain(&self, pain: &mut PainPoint, part: &Part<'a>) -> Result<(), Error> {
        match part.after("at") {
            Some(about) => pain.about.push(self.target(&about)?),
            None if say_of_pain(pain, part)? => {}
            None => return Err(unknown(part, Named::APainPoint)),
        }
        Ok(())
    }

    /// What a pain point is about.
    fn target(&self, part: &Part<'a>) -> Result<Target, Error> {
        if let Some((from, to)) = pair(part)? {
            return self.names.connector(&from, &to).map(Target::Connector);
        }
        if part.text == WHOLE_MAP {
            return Ok(Target::State(self.state.id));
        }
        if let Some(team) = part.after("team") {
            return self.names.team(&team).map(Target::Team);
        }
        if let Some(number) = handoff_number(part.text) {
            return self.names.handoff(number, part).map(Target::Handoff);
        }
        if part.text.starts_with(['#', '@']) {
            return self.names.by_reference(part);
        }
        self.names.step(part).map(Target::Step)
    }
}

/// Cause, waste, sign, votes, severity. Whether the part said one of these.
pub(crate) fn say_of_pain(pain: &mut PainPoint, part: &Part<'_>) -> Result<bool, Error> {
    let short = |part: &Part<'_>| crate::duration::short(part.text);
    if let Some(cause) = part.after("cause") {
        let wrong = || {
            cause.error(match cause.text {
                "" => Problem::NothingAfter("cause"),
                _ => Problem::NotACause { text: short(&cause), known: crate::words::causes() },
            })
        };
        let word = cause_from(cause.text).ok_or_else(wrong)?;
        once(&mut pain.cause, word, part, Named::Cause)?;
    } else if let Some(waste) = part.after("waste") {
        let wrong = || {
            waste.error(Problem::NotAWaste { text: short(&waste), known: crate::words::wastes() })
        };
        pain.wastes.push(waste_from(waste.text).ok_or_else(wrong)?);
    } else if let Some(sign) = Sign::from_word(part.text) {
        pain.signs.push(sign);
    } else if let Some(severity) = part.after("severity") {
        pain.severity = whole(&severity)?;
    } else if let Some(votes) = part.text.strip_suffix("votes").or(part.text.strip_suffix("vote")) {
        pain.votes = whole(&Part { text: votes.trim_end(), ..*part })?;
    } else {
        return Ok(false);
    }
    Ok(true)
}
