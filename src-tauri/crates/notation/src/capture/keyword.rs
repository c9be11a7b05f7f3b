//! Lines that begin with `team`, `role` or `pain`.

use super::leg::{Cut, TeamSaid, cuts};
use super::line::Capturing;
use super::word::after;
use super::work::name_of;
use crate::error::{Error, Problem};
use crate::estimate::Certainty;
use crate::lex::{Part, pair};
use crate::named::Named;
use crate::parse::frame::OfTeam;
use crate::parse::pain::say_of_pain;
use crate::parse::{a_day, code, unknown, whole};
use crate::words::{WHOLE_MAP, first_word, handoff_number};
use model::*;

impl Capturing<'_> {
    pub fn keyword(&mut self, line: &Part<'_>) -> Result<(), Error> {
        let (word, rest) = first_word(line.text);
        let parts = parts(&line.from(rest))?;
        let Some((head, said)) = parts.split_first() else { return Ok(()) };
        match word {
            "team" => self.team_line(head, said),
            "role" => self.role_line(head, said),
            _ => self.pain_line(head, said),
        }
    }

    fn team_line(&mut self, head: &Part<'_>, said: &[Part<'_>]) -> Result<(), Error> {
        let clock = self.work.clock;
        let id = self.team_said(&TeamSaid { name: *head, external: false, whole: true })?;
        self.team = Some(id);
        self.work.touched(id, head.spot);
        let Some(team) = self.work.change_team(id) else { return Ok(()) };
        let mut last = None;
        for part in said {
            let people = part.text.strip_suffix("people").or(part.text.strip_suffix("person"));
            if let Some(known) = Certainty::read(part)? {
                OfTeam::known(last, known, team, part)?;
                continue;
            }
            if part.text == "external" {
                team.external = true;
            } else if part.text.starts_with('#') {
                team.code = code(part)?;
            } else if let Some(hours) = after(part, "works") {
                team.productive_minutes_per_day = Some(a_day(&hours, clock)?);
                team.productive_known = Knowledge::default();
                last = Some(OfTeam::WorkingTime);
            } else if let Some(count) = people {
                team.headcount_known = Knowledge::default();
                team.headcount = Some(whole(&Part { text: count.trim_end(), ..*part })?);
                last = Some(OfTeam::People);
            } else {
                return Err(unknown(part, Named::ATeam));
            }
        }
        Ok(())
    }

    fn role_line(&mut self, head: &Part<'_>, said: &[Part<'_>]) -> Result<(), Error> {
        let id = self.role_called(head, self.team)?;
        for part in said {
            let person = after(part, "held by").ok_or_else(|| unknown(part, Named::ARole))?;
            let person = name_of(&person, Named::PersonName)?;
            if let Some(role) = self.work.change_role(id) {
                role.person = person;
            }
        }
        Ok(())
    }

    /// Without a place it is about the handoff or way into the last step, else about that step.
    fn pain_line(&mut self, head: &Part<'_>, said: &[Part<'_>]) -> Result<(), Error> {
        let text = name_of(head, Named::Hurts)?;
        let mut about = Vec::new();
        for part in said {
            if let Some(place) = after(part, "at") {
                about.push(self.target(&place)?);
            }
        }
        if about.is_empty() {
            about.extend(self.last_said());
        }
        let id = self.work.new_pain(text, about, head.spot);
        for part in said.iter().filter(|part| after(part, "at").is_none()) {
            let Some(pain) = self.work.change_pain_point(id) else { continue };
            if !say_of_pain(pain, part)? {
                return Err(unknown(part, Named::APainPoint));
            }
        }
        Ok(())
    }

    fn last_said(&self) -> Option<Target> {
        let last = self.last?;
        let ways = self.work.ways_into(last);
        let handoff =
            |id: &&ConnectorId| self.work.connector(**id).is_some_and(|it| self.work.crosses(it));
        let way = ways.iter().rev().find(handoff).or(ways.last());
        Some(way.map_or(Target::Step(last), |id| Target::Connector(*id)))
    }

    /// What a pain point is about.
    fn target(&self, part: &Part<'_>) -> Result<Target, Error> {
        if let Some((from, to)) = pair(part)? {
            let ends = (self.step_there(&from)?, self.step_there(&to)?);
            let way = self.work.way(ends.0, ends.1);
            return way.map(Target::Connector).ok_or_else(|| none(Named::Connector, part));
        }
        if part.text == WHOLE_MAP {
            return Ok(Target::State(self.work.state));
        }
        if let Some(team) = part.after("team") {
            let found = self.team_called(&team.prose()?, false, false);
            return found.map(Target::Team).ok_or_else(|| none(Named::Team, &team));
        }
        if let Some(number) = handoff_number(part.text) {
            let document = self.work.document;
            let mut all = document.handoffs_of(self.work.state).into_iter();
            let found = all.find(|(it, _)| it.number == number);
            return found
                .map(|(it, _)| Target::Handoff(it.id))
                .ok_or_else(|| none(Named::Handoff, part));
        }
        if let Some(code) = part.text.strip_prefix('#') {
            let mut all = self.work.document.connectors_of(self.work.state);
            if let Some(way) = all.find(|it| it.code == code) {
                return Ok(Target::Connector(way.id));
            }
        }
        self.step_there(part).map(Target::Step)
    }

    /// A step that is there.
    pub fn step_there(&self, part: &Part<'_>) -> Result<StepId, Error> {
        let code = part.text.strip_prefix('#').map(|code| self.work.steps_coded(code));
        if let Some([step]) = code {
            return Ok(*step);
        }
        let name = name_of(part, Named::StepName)?;
        let found = self.step_called(&name, None, part)?;
        found.ok_or_else(|| self.no_step(part, &name))
    }
}

fn none(what: Named, part: &Part<'_>) -> Error {
    let name = crate::duration::short(part.text);
    part.error(Problem::NoSuch { what, name, near: None })
}

/// What stands between the commas.
fn parts<'a>(line: &Part<'a>) -> Result<Vec<Part<'a>>, Error> {
    let (cuts, open) = cuts(line.text);
    if let Some(open) = open {
        return Err(line.from(line.text.get(open..).unwrap_or_default()).error(Problem::OpenQuote));
    }
    let commas = cuts.iter().filter(|it| it.cut == Cut::Comma);
    let mut parts = Vec::new();
    let mut from = 0;
    for (begin, next) in commas.map(|it| (it.from, it.to)).chain([(line.text.len(), 0)]) {
        let part = line.from(line.text.get(from..begin).unwrap_or_default());
        let part = part.from(part.text.trim_start());
        let part = Part { text: part.text.trim_end(), ..part };
        if !part.text.is_empty() {
            parts.push(part);
        } else if next > 0 {
            return Err(part.error(Problem::Missing(Named::Said)));
        }
        from = next;
    }
    Ok(parts)
}
