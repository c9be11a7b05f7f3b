//! Lines of the capture line, one after the other: which team, which step, and what leads to it.

use super::leg::{Leg, legs};
use super::list::bare;
use super::work::Work;
use super::{Captured, Context};
use crate::error::{Error, Problem};
use crate::lex::{Arrow, Part};
use crate::words::first_word;
use model::*;
use std::collections::BTreeSet;

/// A text while its lines are taken up.
pub(super) struct Capturing<'d> {
    pub work: Work<'d>,
    /// Where the next step lies, unless its line says so.
    pub team: Option<TeamId>,
    /// Where the next arrow begins.
    pub last: Option<StepId>,
    /// Steps whose ways on changed.
    pub sources: BTreeSet<StepId>,
    /// Ways whose kind was said.
    pub told: BTreeSet<ConnectorId>,
    /// How many more steps may be looked at to see what leads back.
    pub looks: usize,
}

impl<'d> Capturing<'d> {
    pub fn of(document: &'d Document, context: &Context) -> Capturing<'d> {
        let work = Work::of(document, context.state);
        let here = |step: &Step| step.state == context.state;
        let last = context.after.filter(|id| document.step(*id).is_some_and(here));
        let team = context.team.filter(|id| document.team(*id).is_some());
        let team = team.or_else(|| work.team_of(last?));
        let (sources, told) = (BTreeSet::new(), BTreeSet::new());
        Capturing { work, team, last, sources, told, looks: super::way::LOOKS }
    }

    /// Takes up lines. Several without any arrow are a list, connected in its order.
    pub fn lines(&mut self, lines: &[Part<'_>]) -> Result<(), Error> {
        let lines: Vec<Part<'_>> = lines.iter().map(bare).collect();
        let mut cut = Vec::with_capacity(lines.len());
        for line in &lines {
            cut.push(if is_keyword(line) { Vec::new() } else { legs(*line)? });
        }
        let steps = cut.iter().flatten().filter(|leg| !leg.head.text.is_empty()).count();
        let drawn = cut.iter().flatten().any(|leg| leg.arrow.is_some());
        let list = steps > 1 && !drawn;
        let mut before = None;
        for (line, legs) in lines.iter().zip(cut) {
            match legs.first().filter(|_| legs.len() == 1) {
                Some(leg) if list && !leg.head.text.is_empty() => {
                    before = Some(self.item(line, leg, before)?);
                }
                _ if legs.is_empty() => self.keyword(line)?,
                _ => self.legs(&legs)?,
            }
        }
        Ok(())
    }

    /// One name of a list. Where a comma turns out to belong to the name, the line is the name.
    fn item(
        &mut self,
        line: &Part<'_>,
        leg: &Leg<'_>,
        before: Option<StepId>,
    ) -> Result<StepId, Error> {
        let mut leg = leg.clone();
        let means = |part: &Part<'_>| super::say::means_something(part);
        if leg.team.is_none() && !leg.said.is_empty() && !leg.said.iter().all(means) {
            leg = Leg { head: *line, said: Vec::new(), ..leg };
        }
        leg.arrow = before.map(|_| Arrow::Forward);
        self.last = before.or(self.last);
        self.leg(&leg, before)
    }

    fn legs(&mut self, legs: &[Leg<'_>]) -> Result<(), Error> {
        if let [Leg { arrow: None, team: Some(team), head, said }] = legs
            && head.text.is_empty()
            && said.is_empty()
        {
            self.team = Some(self.team_said(team)?);
            return Ok(());
        }
        let mut from = self.last;
        for leg in legs {
            from = Some(self.leg(leg, from)?);
        }
        Ok(())
    }

    /// A step and the way to it; the step that the next arrow goes on from when it is in the line.
    fn leg(&mut self, leg: &Leg<'_>, from: Option<StepId>) -> Result<StepId, Error> {
        let none = || leg.head.error(Problem::NothingBefore);
        let from = leg.arrow.map(|arrow| Ok((arrow, from.ok_or_else(none)?))).transpose()?;
        let team = leg.team.as_ref().map(|team| self.team_said(team)).transpose()?;
        let step = self.step(&leg.head, team, from.is_some_and(|(it, _)| it == Arrow::Back))?;
        let way = match from {
            Some((arrow, from)) => Some(self.way(from, step, arrow, &leg.head)?),
            None => None,
        };
        self.say(step, way, &leg.said)?;
        let back = way
            .and_then(|id| self.work.connector(id))
            .filter(|it| it.flow == ConnectorKind::Rework);
        // What goes back is said in passing: the next line goes on where this one came from.
        let last = back.map_or(step, |it| it.from);
        self.last = Some(last);
        self.team = self.work.team_of(last);
        Ok(step)
    }

    pub fn finish(mut self) -> Result<Captured, Error> {
        self.settle_ways();
        let (team, last) = (self.team, self.last);
        let (records, unplaced) = self.work.finish()?;
        Ok(Captured { records, unplaced, team, last })
    }
}

/// Whether a line begins with a word that is no step: `team`, `role` or `pain`.
fn is_keyword(line: &Part<'_>) -> bool {
    let (word, rest) = first_word(line.text);
    ["team", "role", "pain"].contains(&word) && !rest.is_empty()
}
