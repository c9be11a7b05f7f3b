//! Lines of the capture line, one after the other: which team, which step, and what leads to it.

use super::leg::{Leg, TeamSaid, legs};
use super::list::bare;
use super::work::{Work, name_of};
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

    /// The team that is meant: see the rule in NOTATION.md.
    pub fn team_said(&mut self, said: &TeamSaid<'_>) -> Result<TeamId, Error> {
        let name = name_of(&said.name, "the name of a team")?;
        let quoted = said.name.text.starts_with('"');
        let found = self.team_called(&name, quoted, said.external);
        let team = match found {
            Some(team) => team,
            None => self.work.new_team(&name, said.name.spot)?,
        };
        self.work.lane_for(team, said.name.spot)?;
        if said.external
            && let Some(team) = self.work.change_team(team)
        {
            team.external = true;
        }
        Ok(team)
    }

    /// The team with this name or this code; unless it is said `whole`, else the only one on the map
    /// that it is short for. An external party is not short for a team of ours.
    pub fn team_called(&self, name: &str, whole: bool, external: bool) -> Option<TeamId> {
        let name = name.to_lowercase();
        let all = self.work.teams();
        let called = all.iter().find(|(_, other, _)| *other == name);
        let coded = || all.iter().find(|(_, _, code)| *code == name);
        if let Some((team, ..)) = called.or_else(coded) {
            return Some(*team);
        }
        let fits = |id: TeamId| {
            let external = !external || self.work.team(id).is_some_and(|it| it.external);
            !whole && external && self.work.lane_of(id).is_some()
        };
        for short in [begins, is_initials] {
            let mut found = all.iter().filter(|it| fits(it.0) && short(&it.1, &name));
            match (found.next(), found.next()) {
                (Some((team, ..)), None) => return Some(*team),
                (None, _) => {}
                _ => return None,
            }
        }
        None
    }

    /// The step that is meant, or a new one; `back` leads to one that is there.
    pub fn step(
        &mut self,
        head: &Part<'_>,
        team: Option<TeamId>,
        back: bool,
    ) -> Result<StepId, Error> {
        if let Some(code) = head.text.strip_prefix('#') {
            let code = name_of(&head.from(code), "a code")?;
            return match self.work.steps_coded(&code) {
                [one] => Ok(*one),
                [] => Err(self.no_step(head, head.text)),
                _ => Err(head.error(Problem::WhichStep(crate::duration::short(head.text)))),
            };
        }
        let (shape, head) = shape_of(head);
        let name = name_of(&head, "the name of a step")?;
        if let Some(step) = self.step_called(&name, team, &head)? {
            if let (Some(shape), Some(step)) = (shape, self.work.change_step(step)) {
                step.shape = shape;
            }
            self.work.touched(step, head.spot);
            return Ok(step);
        }
        if back {
            return match self.work.steps_beginning(&name).as_slice() {
                [one] => Ok(*one),
                _ => Err(self.no_step(&head, &name)),
            };
        }
        let team = team.or(self.team).or_else(|| self.only_team());
        let short = || crate::duration::short(&name);
        let team = team.ok_or_else(|| head.error(Problem::WhichTeam(short())))?;
        let lane = self.work.lane_for(team, head.spot)?;
        let asks = if head.text.ends_with('?') { StepKind::Decision } else { StepKind::Step };
        Ok(self.work.new_step(lane, name, shape.unwrap_or(asks), head.spot))
    }

    /// The step called so in this team; or, where none is said, in the team of the line before, or
    /// the only one anywhere.
    pub fn step_called(
        &self,
        name: &str,
        team: Option<TeamId>,
        head: &Part<'_>,
    ) -> Result<Option<StepId>, Error> {
        let all = self.work.steps_called(name);
        let same = |id: &StepId| self.work.step(*id).is_some_and(|it| it.name == name);
        let pick = |of: Option<TeamId>| -> Result<Option<StepId>, Error> {
            let inside = |id: &&StepId| of.is_none() || self.work.team_of(**id) == of;
            let found: Vec<StepId> = all.iter().filter(inside).copied().collect();
            let exact: Vec<StepId> = found.iter().filter(|id| same(id)).copied().collect();
            match (exact.as_slice(), found.as_slice()) {
                ([one], _) | ([], [one]) => Ok(Some(*one)),
                (_, []) => Ok(None),
                _ => Err(head.error(Problem::WhichStep(crate::duration::short(name)))),
            }
        };
        match (team, self.team) {
            (Some(team), _) => pick(Some(team)),
            (None, Some(team)) => match pick(Some(team))? {
                Some(step) => Ok(Some(step)),
                None => Ok(pick(None).unwrap_or(None)),
            },
            (None, None) => pick(None),
        }
    }

    fn only_team(&self) -> Option<TeamId> {
        let mut on_map = self.work.teams().iter().filter(|it| self.work.lane_of(it.0).is_some());
        match (on_map.next(), on_map.next()) {
            (Some((team, ..)), None) => Some(*team),
            _ => None,
        }
    }

    pub fn no_step(&self, head: &Part<'_>, name: &str) -> Error {
        let near = self.work.steps_beginning(name).first().copied();
        let near = near.and_then(|id| self.work.step(id)).map(|it| it.name.clone());
        let name = crate::duration::short(name);
        head.error(Problem::NoSuch { what: "step", name, near })
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

/// The shape that a name says of itself by the word before it.
fn shape_of<'a>(head: &Part<'a>) -> (Option<StepKind>, Part<'a>) {
    let (word, rest) = first_word(head.text);
    match StepKind::from_word(word) {
        Some(shape) if !rest.is_empty() => (Some(shape), head.from(rest)),
        _ => (None, *head),
    }
}

/// Whether a name begins so, the s of a plural aside: `sal` and `ops` for Sales and Operations.
fn begins(name: &str, short: &str) -> bool {
    let singular = short.strip_suffix('s').filter(|it| it.len() > 1 && name.ends_with('s'));
    name.starts_with(short) || singular.is_some_and(|it| name.starts_with(it))
}

/// Whether these are the first letters of the words of a name: `hr` for Human Resources.
fn is_initials(name: &str, short: &str) -> bool {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let initials = words.filter_map(|word| word.chars().next());
    short.chars().count() > 1 && initials.eq(short.chars())
}
