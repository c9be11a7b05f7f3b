//! What the words of a leg do: to the step, to the way to it, to the handoff on that way.

use super::line::Capturing;
use super::say::Saying;
use super::word::Word;
use super::work::name_of;
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::{share, time};
use crate::lex::Part;
use crate::named::Named;
use crate::parse::connector::say_wait;
use crate::parse::once;
use crate::parse::step::{Last, say_number};
use model::*;

impl Capturing<'_> {
    pub fn word_of_step(
        &mut self,
        saying: &mut Saying,
        word: Word,
        rest: Part<'_>,
        part: &Part<'_>,
    ) -> Result<(), Error> {
        let step = &mut saying.step;
        match word {
            Word::Span => {
                let mut reader = Reader::of(rest);
                let span = time(&mut reader, self.work.clock)?;
                reader.finish()?;
                once(&mut step.span, span, part, Named::Span)?;
                saying.last = Last::Span;
            }
            Word::Uses => {
                let system = rest.prose()?;
                let same = |it: &String| it.to_lowercase() == system.to_lowercase();
                if !step.systems.iter().any(same) {
                    step.systems.push(system);
                }
            }
            Word::Accountable => {
                let role = self.role_called(&rest, self.work.team_of(step.id))?;
                once(&mut step.accountable, role, part, Named::AccountableRole)?;
                step.unowned = false;
            }
            Word::CompleteAccurate => {
                say_number(step, &rest, &mut saying.last, self.work.clock)?;
            }
            Word::Note => step.notes = rest.prose()?,
            Word::DeadEnd => step.dead_end = true,
            _ => step.unowned = true,
        }
        Ok(())
    }

    pub fn word_of_handoff(
        &mut self,
        id: HandoffId,
        (from, to): (StepId, StepId),
        word: Word,
        rest: &Part<'_>,
    ) -> Result<(), Error> {
        let team = match word {
            Word::Giver => self.work.team_of(from),
            Word::Receiver => self.work.team_of(to),
            _ => None,
        };
        let role = match word {
            Word::Passes | Word::ToldBy => None,
            _ => Some(self.role_called(rest, team)?),
        };
        let text = if role.is_none() { rest.prose()? } else { String::new() };
        self.work.touched(id, rest.spot);
        let Some(handoff) = self.work.change_handoff(id) else { return Ok(()) };
        match word {
            Word::Passes => handoff.passes = text,
            Word::ToldBy => handoff.trigger = text,
            Word::Giver => handoff.sending_role = role,
            Word::Receiver => handoff.receiving_role = role,
            _ => handoff.accountable = role,
        }
        Ok(())
    }

    /// The role called so in this team, or the only one anywhere; else a new one.
    pub fn role_called(&mut self, part: &Part<'_>, team: Option<TeamId>) -> Result<RoleId, Error> {
        let name = name_of(part, Named::RoleName)?;
        let all = self.work.roles_called(&name);
        let inside = |id: &&RoleId| self.work.role(**id).is_some_and(|it| it.team == team);
        let only = match all {
            [one] => Some(*one),
            _ => None,
        };
        match all.iter().find(inside).copied().or(only) {
            Some(role) => Ok(role),
            None => Ok(self.work.new_role(name, team, part.spot)),
        }
    }
}

pub(super) fn word_of_way(
    way: &mut Connector,
    word: Word,
    rest: Part<'_>,
    part: &Part<'_>,
    clock: Clock,
) -> Result<(), Error> {
    let kind = match word {
        Word::Then => Some(ConnectorKind::Seq),
        Word::InParallel => Some(ConnectorKind::And),
        Word::Either => Some(ConnectorKind::Xor),
        _ => None,
    };
    if let Some(kind) = kind {
        if way.flow == ConnectorKind::Rework {
            return Err(part.error(Problem::BackIsRework));
        }
        way.flow = kind;
        return Ok(());
    }
    match word {
        Word::Waits => say_wait(way, &rest, part, clock)?,
        Word::Every => {
            let interval = crate::duration::whole_duration(rest, clock)?;
            once(&mut way.batch_interval, interval, part, Named::Interval)?;
        }
        Word::Why => way.cause_note = rest.prose()?,
        Word::Via => way.channel = rest.prose()?,
        Word::Because => way.label = rest.prose()?,
        Word::If => {
            way.label = rest.prose()?;
            if way.flow != ConnectorKind::Rework {
                way.flow = ConnectorKind::Xor;
            }
        }
        Word::Share => return say_share(way, &rest, part),
        _ => way.primary = true,
    }
    Ok(())
}

/// How often a way is taken, which makes it one of several.
pub(super) fn say_share(
    way: &mut Connector,
    number: &Part<'_>,
    part: &Part<'_>,
) -> Result<(), Error> {
    let mut reader = Reader::of(*number);
    let said = share(&mut reader)?;
    reader.finish()?;
    once(&mut way.probability, said, part, Named::Share)?;
    if way.flow != ConnectorKind::Rework {
        way.flow = ConnectorKind::Xor;
    }
    Ok(())
}
