//! The lines above a map and the lines that open its teams: engagement, process, clock, state,
//! team, role.

use super::names::{Tagged, code};
use super::{Making, once, unknown, whole};
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::Certainty;
use crate::lex::{Leg, Part, Sentence};
use crate::named::Named;
use model::*;

/// A number that is said of a team.
#[derive(Clone, Copy)]
pub(crate) enum OfTeam {
    People,
    WorkingTime,
}

impl OfTeam {
    /// Writes how well the number that was said last is known.
    pub fn known(
        last: Option<OfTeam>,
        known: Certainty,
        team: &mut Team,
        part: &Part<'_>,
    ) -> Result<(), Error> {
        match last {
            Some(OfTeam::People) => team.headcount_known = known.kept(),
            Some(OfTeam::WorkingTime) => team.productive_known = known.kept(),
            None => return Err(known.without_number(part)),
        }
        Ok(())
    }
}

impl<'a> Making<'a> {
    /// Reads the clock before anything else, because days are counted by it.
    pub(super) fn clock(&mut self, sentences: &[Sentence<'a>]) -> Result<(), Error> {
        for sentence in sentences.iter().filter(|it| it.keyword == Some("clock")) {
            let leg = &sentence.first;
            self.only_once("clock", &leg.head)?;
            let (kind, mut minutes_per_day) = match leg.head.text {
                "business" => (ClockKind::Business, 480),
                "elapsed" => (ClockKind::Elapsed, 1440),
                "" => return Err(leg.head.error(Problem::Missing(Named::Clock))),
                _ => return Err(unknown(&leg.head, Named::AClock)),
            };
            for part in &leg.said {
                minutes_per_day = a_day(part, Clock { kind, minutes_per_day })?;
            }
            self.process.clock = Clock { kind, minutes_per_day };
        }
        Ok(())
    }

    fn only_once(&mut self, word: &'static str, head: &Part<'a>) -> Result<(), Error> {
        if self.once.insert(word) { Ok(()) } else { Err(head.error(Problem::LineTwice)) }
    }

    pub(super) fn engagement(&mut self, leg: &Leg<'a>) -> Result<(), Error> {
        self.only_once("engagement", &leg.head)?;
        self.engagement.title = leg.head.name()?;
        self.spots.insert(self.engagement.id.into(), leg.head.spot);
        let mut client = None;
        for part in &leg.said {
            match part.after("client") {
                Some(name) => once(&mut client, name.name()?, part, Named::Client)?,
                None => return Err(unknown(part, Named::AnEngagement)),
            }
        }
        self.engagement.client = client.unwrap_or_default();
        Ok(())
    }

    pub(super) fn process(&mut self, leg: &Leg<'a>) -> Result<(), Error> {
        self.only_once("process", &leg.head)?;
        self.process.name = leg.head.name()?;
        self.spots.insert(self.process.id.into(), leg.head.spot);
        leg.said.first().map_or(Ok(()), |part| Err(unknown(part, Named::AProcess)))
    }

    pub(super) fn state(&mut self, leg: &Leg<'a>) -> Result<(), Error> {
        self.only_once("state", &leg.head)?;
        self.state.name = leg.head.name()?;
        self.spots.insert(self.state.id.into(), leg.head.spot);
        for part in &leg.said {
            let role = StateRole::from_word(part.text);
            self.state.role = role.ok_or_else(|| unknown(part, Named::AState))?;
        }
        Ok(())
    }

    pub(super) fn team(&mut self, leg: &Leg<'a>) -> Result<(), Error> {
        let name = leg.head.name()?;
        let tagged = leg.said.iter().any(|part| part.text.starts_with('@'));
        if !tagged && let Some(team) = self.names.team_named(&name) {
            if let Some(part) = leg.said.first() {
                return Err(part.error(Problem::TeamDescribed));
            }
            self.lane = self.lane_of_team.get(&team).copied();
            return Ok(());
        }
        let id = TeamId::from(self.fresh(leg.head.spot));
        let lane = LaneId::from(self.fresh(leg.head.spot));
        let order = u16::try_from(self.lanes.len()).unwrap_or(u16::MAX);
        self.names.add_team(&name, id);
        let mut team = Team { id, name, colour: own_colour(order), ..Default::default() };
        let mut band = Lane { id: lane, state: self.state.id, team: id, order, ..Lane::default() };
        let mut last = None;
        for part in &leg.said {
            match Certainty::read(part)? {
                Some(known) => OfTeam::known(last, known, &mut team, part)?,
                None => {
                    let number = self.say_of_team(&mut team, &mut band, part)?;
                    let other = ["colour", "height"].iter().any(|it| part.after(it).is_some());
                    last = number.or(last.filter(|_| !other));
                }
            }
        }
        self.teams.push(team);
        self.lane_of_team.insert(id, lane);
        self.lanes.insert(lane, band);
        self.lane = Some(lane);
        Ok(())
    }

    /// Takes up a part; which number it was, if it was one.
    fn say_of_team(
        &mut self,
        team: &mut Team,
        lane: &mut Lane,
        part: &Part<'a>,
    ) -> Result<Option<OfTeam>, Error> {
        let people = part.text.strip_suffix("people").or(part.text.strip_suffix("person"));
        if part.text.starts_with('#') {
            team.code = code(part)?;
        } else if part.text.starts_with('@') {
            self.names.add_tag(part, Tagged::Map(Target::Team(team.id)))?;
        } else if part.text == "external" {
            team.external = true;
        } else if let Some(hours) = part.after("works") {
            let minutes = a_day(&hours, self.process.clock)?;
            once(&mut team.productive_minutes_per_day, minutes, part, Named::WorkingTime)?;
            return Ok(Some(OfTeam::WorkingTime));
        } else if let Some(colour) = part.after("colour") {
            team.colour = whole(&colour)?;
        } else if let Some(height) = part.after("height") {
            lane.height = whole(&height)?;
        } else if let Some(count) = people {
            let count = Part { text: count.trim_end(), ..*part };
            once(&mut team.headcount, whole(&count)?, part, Named::People)?;
            return Ok(Some(OfTeam::People));
        } else {
            return Err(unknown(part, Named::ATeam));
        }
        Ok(None)
    }

    pub(super) fn role(&mut self, leg: &Leg<'a>) -> Result<(), Error> {
        let name = leg.head.name()?;
        let id = RoleId::from(self.fresh(leg.head.spot));
        self.names.add_role(&name, id);
        let team = self.lane.and_then(|lane| self.lanes.get(&lane)).map(|lane| lane.team);
        let mut person = None;
        for part in &leg.said {
            if let Some(who) = part.after("held by") {
                once(&mut person, who.name()?, part, Named::Holder)?;
            } else if part.text.starts_with('@') {
                self.names.add_tag(part, Tagged::Role(id))?;
            } else {
                return Err(unknown(part, Named::ARole));
            }
        }
        self.roles.push(Role {
            id,
            name,
            team,
            person: person.unwrap_or_default(),
            ..Default::default()
        });
        Ok(())
    }
}

/// The colour a team has by its place, unless it says another.
pub(crate) fn own_colour(order: u16) -> u8 {
    u8::try_from(order % 12).unwrap_or_default()
}

/// Reads `8 h a day`, in minutes; at most 1,440 are a day.
pub(crate) fn a_day(part: &Part<'_>, clock: Clock) -> Result<u16, Error> {
    let mut reader = Reader::of(*part);
    let minutes = reader.duration(clock)?;
    if !reader.take("a day") {
        return Err(unknown(part, Named::ADay));
    }
    reader.finish()?;
    let minutes = u16::try_from(minutes.0).ok().filter(|it| *it <= 1440);
    minutes.ok_or_else(|| part.error(Problem::OutOfBounds("length of a day")))
}
