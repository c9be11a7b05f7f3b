//! A line under a team: a step, a decision, a start or an end, and what is said of it.

use super::names::{Tagged, code};
use super::{Making, once, unknown, whole};
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::{Certainty, share_estimate, time};
use crate::lex::{Leg, Part};
use crate::named::Named;
use crate::words::{first_word, value_from};
use model::*;

/// The number that a following `guessed` is about.
#[derive(Clone, Copy)]
pub(crate) enum Last {
    Nothing,
    ProcessTime,
    Span,
    CompleteAccurate,
    People,
}

impl<'a> Making<'a> {
    pub(super) fn step(&mut self, leg: &Leg<'a>, shape: StepKind) -> Result<(), Error> {
        let name = leg.head.name()?;
        let lane = self.lane.ok_or_else(|| leg.head.error(Problem::NoTeam))?;
        let id = StepId::from(self.fresh(leg.head.spot));
        self.names.add_step(&name, id);
        let state = self.state.id;
        let mut step = Step { id, state, lane, shape, name, ..Step::default() };
        let mut last = Last::Nothing;
        for part in &leg.said {
            self.say_of_step(&mut step, part, &mut last)?;
        }
        self.steps.insert(id, step);
        Ok(())
    }

    fn say_of_step(
        &mut self,
        step: &mut Step,
        part: &Part<'a>,
        last: &mut Last,
    ) -> Result<(), Error> {
        if let Some(known) = Certainty::read(part)? {
            return match last {
                Last::Nothing => Err(known.without_number(part)),
                Last::ProcessTime => known.apply(&mut step.process_time, part),
                Last::Span => known.apply(&mut step.span, part),
                Last::CompleteAccurate => known.apply(&mut step.complete_accurate, part),
                Last::People => {
                    step.people_known = known.kept();
                    Ok(())
                }
            };
        }
        if part.text.starts_with(|c: char| c.is_ascii_digit()) {
            return say_number(step, part, last, self.process.clock);
        }
        if let Some(value) = value_from(part.text) {
            return once(&mut step.value, value, part, Named::ValueClass);
        }
        if part.text.starts_with('#') {
            step.code = code(part)?;
            self.names.add_code(&step.code, Target::Step(step.id));
        } else if part.text.starts_with('@') {
            self.names.add_tag(part, Tagged::Map(Target::Step(step.id)))?;
        } else if part.text == "dead end" {
            step.dead_end = true;
        } else if part.text == "unowned" {
            step.unowned = true;
        } else if let Some(span) = part.after("span") {
            let mut reader = Reader::of(span);
            let span = time(&mut reader, self.process.clock)?;
            reader.finish()?;
            once(&mut step.span, span, part, Named::Span)?;
            *last = Last::Span;
        } else if let Some(system) = part.after("uses") {
            step.systems.push(system.name()?);
        } else if let Some(role) = part.after("accountable") {
            self.accountable.push((step.id, role));
        } else if let Some(note) = part.after("note") {
            step.notes = note.prose()?;
        } else if let Some(place) = part.after("at") {
            let (x, y) = first_word(place.text);
            step.place = Place { x: whole(&Part { text: x, ..place })?, y: whole(&place.from(y))? };
        } else {
            return Err(unknown(part, Named::AStep));
        }
        Ok(())
    }

    /// Finds or makes the roles that steps named.
    pub(super) fn settle_accountable(&mut self) -> Result<(), Error> {
        for (id, part) in std::mem::take(&mut self.accountable) {
            let role = self.role_of(&part, self.team_of(id))?;
            if let Some(step) = self.steps.get_mut(&id) {
                once(&mut step.accountable, role, &part, Named::AccountableRole)?;
            }
        }
        Ok(())
    }
}

/// Process time, %C&A or people: told apart by what follows the number.
pub(crate) fn say_number(
    step: &mut Step,
    part: &Part<'_>,
    last: &mut Last,
    clock: Clock,
) -> Result<(), Error> {
    let mut reader = Reader::of(*part);
    let _ = reader.number();
    let unit = first_word(reader.left().text).0;
    let mut reader = Reader::of(*part);
    if unit == "people" || unit == "person" {
        let digits = part.text.trim_end_matches(unit).trim_end();
        step.people = whole(&Part { text: digits, ..*part })?;
        step.people_known = Knowledge::default();
        *last = Last::People;
        return Ok(());
    }
    if unit.starts_with('%') {
        let share = share_estimate(&mut reader)?;
        once(&mut step.complete_accurate, share, part, Named::CompleteAccurate)?;
        *last = Last::CompleteAccurate;
    } else {
        let time = time(&mut reader, clock)?;
        once(&mut step.process_time, time, part, Named::ProcessTime)?;
        *last = Last::ProcessTime;
    }
    reader.finish()
}
