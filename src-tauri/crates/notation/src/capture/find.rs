//! Which team and which step a name means; one that means none is made.

use super::leg::TeamSaid;
use super::line::Capturing;
use super::work::name_of;
use crate::error::{Error, Problem};
use crate::lex::Part;
use crate::named::Named;
use crate::words::first_word;
use model::*;

impl Capturing<'_> {
    /// The team that is meant: see the rule in NOTATION.md.
    pub fn team_said(&mut self, said: &TeamSaid<'_>) -> Result<TeamId, Error> {
        let name = name_of(&said.name, Named::TeamName)?;
        let found = self.team_called(&name, said.whole, said.external);
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

    /// The team with this name or this code; unless it is said `whole`, else the only one on the
    /// map that it is short for. An external party is not short for a team of ours.
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
            let code = name_of(&head.from(code), Named::Code)?;
            return match self.work.steps_coded(&code) {
                [one] => Ok(*one),
                [] => Err(self.no_step(head, head.text)),
                _ => Err(head.error(Problem::WhichStep(crate::duration::short(head.text)))),
            };
        }
        let (shape, head) = shape_of(head);
        let name = name_of(&head, Named::StepName)?;
        if !head.text.starts_with('"') && name.contains(['\t', '|']) {
            return Err(head.error(Problem::NoHeader));
        }
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
        head.error(Problem::NoSuch { what: Named::Step, name, near })
    }
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
