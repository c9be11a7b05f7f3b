//! A line with arrows: connectors, the wait on them, and the handoff where they join two teams.

use super::names::{Tagged, code};
use super::{Making, once, unknown};
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::Certainty;
use crate::estimate::{share, time};
use crate::lex::{Arrow, Leg, Part, Sentence};
use crate::named::Named;
use crate::words::{cause_from, handoff_number};
use model::*;
use std::collections::BTreeMap;

/// A connector in the making.
pub(super) struct Way {
    pub connector: Connector,
    pub handoff: Option<Handoff>,
    /// The kind that was said; otherwise it follows.
    kind: Option<ConnectorKind>,
    /// Said to be one of several ways by its `if` or its share.
    alternative: bool,
    /// The number that a following `guessed` is about.
    last: Option<OfWay>,
}

/// A number that is said of a connector.
#[derive(Clone, Copy)]
pub(crate) enum OfWay {
    Share,
    Wait,
    Interval,
}

impl OfWay {
    /// Writes how well it is known.
    pub fn known(
        self,
        known: Certainty,
        way: &mut Connector,
        part: &Part<'_>,
    ) -> Result<(), Error> {
        match self {
            OfWay::Wait => known.apply(&mut way.wait, part),
            OfWay::Share => {
                way.probability_known = known.kept();
                Ok(())
            }
            OfWay::Interval => {
                way.batch_interval_known = known.kept();
                Ok(())
            }
        }
    }
}

/// What is said of a handoff, before it is known whether there is one.
#[derive(Default)]
struct Agreement<'a> {
    number: Option<(u32, Part<'a>)>,
    passes: Option<String>,
    trigger: Option<String>,
    giver: Option<RoleId>,
    receiver: Option<RoleId>,
    accountable: Option<RoleId>,
    /// The first thing said that only a handoff can have.
    first: Option<(Named, Part<'a>)>,
}

impl<'a> Making<'a> {
    pub(super) fn connect(&mut self, sentence: &Sentence<'a>) -> Result<(), Error> {
        if let Some(part) = sentence.first.said.first() {
            return Err(unknown(part, Named::AStepInAConnector));
        }
        let mut from = sentence.first.head;
        for leg in &sentence.others {
            self.connector(from, leg)?;
            from = leg.head;
        }
        Ok(())
    }

    fn connector(&mut self, source: Part<'a>, leg: &Leg<'a>) -> Result<(), Error> {
        let (from, to) = (self.names.step(&source)?, self.names.step(&leg.head)?);
        self.may_lead(from, to, &source, &leg.head)?;
        let id = ConnectorId::from(self.fresh(source.spot));
        self.names.add_pair(from, to, id);
        let state = self.state.id;
        let connector = Connector { id, state, from, to, ..Connector::default() };
        let mut way = Way { connector, handoff: None, kind: None, alternative: false, last: None };
        if leg.arrow == Some(Arrow::Back) {
            way.kind = Some(ConnectorKind::Rework);
        }
        // A role made here may come between the connector and its handoff.
        let mut agreement = Agreement::default();
        for part in &leg.said {
            if !self.say_of_flow(&mut way, part)? && !self.say_of_wait(&mut way, part)? {
                self.say_of_handoff(&mut way, &mut agreement, part)?;
            }
        }
        self.agree(&mut way, agreement)?;
        self.ways.push(way);
        Ok(())
    }

    fn may_lead(
        &self,
        from: StepId,
        to: StepId,
        source: &Part<'a>,
        target: &Part<'a>,
    ) -> Result<(), Error> {
        let shape = |id| self.steps.get(&id).map(|step| step.shape);
        if from == to {
            return Err(target.error(Problem::Loop));
        }
        if shape(to) == Some(StepKind::Start) {
            return Err(target.error(Problem::IntoStart));
        }
        if shape(from) == Some(StepKind::End) {
            return Err(source.error(Problem::OutOfEnd));
        }
        Ok(())
    }

    /// Kind, label, share, code: how the item goes on. Whether the part said one of these.
    fn say_of_flow(&mut self, way: &mut Way, part: &Part<'a>) -> Result<bool, Error> {
        let connector = &mut way.connector;
        let kind = match part.text {
            "then" => Some(ConnectorKind::Seq),
            "in parallel" => Some(ConnectorKind::And),
            "either" => Some(ConnectorKind::Xor),
            _ => None,
        };
        let condition = part.after("if");
        let label = condition.or_else(|| part.after("because"));
        let label = label.or_else(|| part.text.starts_with('"').then_some(*part));
        if let Some(kind) = kind {
            if way.kind == Some(ConnectorKind::Rework) {
                return Err(part.error(Problem::BackIsRework));
            }
            once(&mut way.kind, kind, part, Named::ConnectorKind)?;
        } else if let Some(text) = label {
            if !connector.label.is_empty() {
                return Err(part.error(Problem::Twice(Named::Label)));
            }
            connector.label = text.name()?;
            way.alternative |= condition.is_some();
        } else if part.text == "main way" {
            connector.primary = true;
        } else if part.text.starts_with('#') {
            connector.code = code(part)?;
            self.names.add_code(&connector.code, Target::Connector(connector.id));
        } else if part.text.starts_with('@') {
            self.names.add_tag(part, Tagged::Map(Target::Connector(connector.id)))?;
        } else if part.text.starts_with(|c: char| c.is_ascii_digit()) {
            let mut reader = Reader::of(*part);
            let share = share(&mut reader)?;
            reader.finish()?;
            once(&mut connector.probability, share, part, Named::Share)?;
            way.last = Some(OfWay::Share);
            way.alternative = true;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Wait, cause and channel. Whether the part said one of these.
    fn say_of_wait(&mut self, way: &mut Way, part: &Part<'a>) -> Result<bool, Error> {
        let connector = &mut way.connector;
        let clock = self.process.clock;
        if let Some(waits) = part.after("waits").or_else(|| part.after("wait")) {
            let before = connector.wait.is_some();
            say_wait(connector, &waits, part, clock)?;
            if !before && connector.wait.is_some() {
                way.last = Some(OfWay::Wait);
            }
        } else if let Some(every) = part.after("every") {
            let mut reader = Reader::of(every);
            let interval = reader.duration(clock)?;
            reader.finish()?;
            once(&mut connector.batch_interval, interval, part, Named::Interval)?;
            way.last = Some(OfWay::Interval);
        } else if let Some(why) = part.after("why") {
            connector.cause_note = why.prose()?;
        } else if let Some(channel) = part.after("via") {
            connector.channel = channel.name()?;
        } else {
            let Some(known) = Certainty::read(part)? else { return Ok(false) };
            match way.last {
                Some(last) => last.known(known, connector, part)?,
                None => return Err(known.without_number(part)),
            }
        }
        Ok(true)
    }

    fn say_of_handoff(
        &mut self,
        way: &mut Way,
        said: &mut Agreement<'a>,
        part: &Part<'a>,
    ) -> Result<(), Error> {
        let (from, to) = (way.connector.from, way.connector.to);
        let what;
        if let Some(number) = handoff_number(part.text) {
            return once(&mut said.number, (number, *part), part, Named::HandoffNumber);
        } else if let Some(passes) = part.after("passes") {
            what = Named::Passes;
            once(&mut said.passes, passes.name()?, part, what)?;
        } else if let Some(trigger) = part.after("told by") {
            what = Named::Trigger;
            once(&mut said.trigger, trigger.name()?, part, what)?;
        } else if let Some(role) = part.after("giver") {
            what = Named::Giver;
            let role = self.role_of(&role, self.team_of(from))?;
            once(&mut said.giver, role, part, what)?;
        } else if let Some(role) = part.after("receiver") {
            what = Named::Receiver;
            let role = self.role_of(&role, self.team_of(to))?;
            once(&mut said.receiver, role, part, what)?;
        } else if let Some(role) = part.after("accountable") {
            what = Named::Accountable;
            let role = self.role_of(&role, None)?;
            once(&mut said.accountable, role, part, what)?;
        } else {
            return Err(unknown(part, Named::AConnector));
        }
        said.first.get_or_insert((what, *part));
        Ok(())
    }

    /// Makes the handoff where there is one.
    fn agree(&mut self, way: &mut Way, said: Agreement<'a>) -> Result<(), Error> {
        let crosses = self.team_of(way.connector.from) != self.team_of(way.connector.to);
        if !crosses && said.number.is_none() {
            return match said.first {
                Some((what, part)) => Err(part.error(Problem::NotAHandoff(what))),
                None => Ok(()),
            };
        }
        let spot = self.spots.get(&way.connector.id.into()).copied();
        let spot = spot.unwrap_or(crate::error::Spot { line: 1, column: 1 });
        let next = self.numbers.last().map_or(1, |last| last.saturating_add(1));
        let number = said.number.map_or(next, |(number, _)| number);
        if !self.numbers.insert(number) {
            let at = said.number.map_or(spot, |(_, part)| part.spot);
            return Err(at.error(Problem::NumberTwice(number)));
        }
        let id = HandoffId::from(self.fresh(spot));
        self.names.add_handoff(number, id);
        way.handoff = Some(Handoff {
            id,
            connector: way.connector.id,
            number,
            passes: said.passes.unwrap_or_default(),
            trigger: said.trigger.unwrap_or_default(),
            sending_role: said.giver,
            receiving_role: said.receiver,
            accountable: said.accountable,
            ..Handoff::default()
        });
        Ok(())
    }

    /// Gives every connector whose kind was not said the kind that follows.
    pub(super) fn settle_ways(&mut self) {
        let decides = |steps: &BTreeMap<StepId, Step>, from| {
            steps.get(&from).is_some_and(|step: &Step| step.shape == StepKind::Decision)
        };
        for way in &mut self.ways {
            let follows = way.alternative || decides(&self.steps, way.connector.from);
            if way.kind.is_none() && follows {
                way.kind = Some(ConnectorKind::Xor);
            }
        }
        let mut together: BTreeMap<StepId, usize> = BTreeMap::new();
        for way in &self.ways {
            if !matches!(way.kind, Some(ConnectorKind::Xor | ConnectorKind::Rework)) {
                *together.entry(way.connector.from).or_default() += 1;
            }
        }
        for way in &mut self.ways {
            let several = together.get(&way.connector.from).is_some_and(|count| *count > 1);
            let follows = if several { ConnectorKind::And } else { ConnectorKind::Seq };
            way.connector.flow = way.kind.unwrap_or(follows);
        }
    }
}

/// Reads what follows `waits`: the time, the cause, or both.
pub(crate) fn say_wait(
    connector: &mut Connector,
    waits: &Part<'_>,
    part: &Part<'_>,
    clock: Clock,
) -> Result<(), Error> {
    let mut reader = Reader::of(*waits);
    if reader.at_number() {
        let wait = time(&mut reader, clock)?;
        once(&mut connector.wait, wait, part, Named::Wait)?;
    }
    let left = reader.left();
    if !left.text.is_empty() {
        let wrong = || Problem::NotACause {
            text: crate::duration::short(left.text),
            known: crate::words::causes(),
        };
        let cause = cause_from(left.text).ok_or_else(|| left.error(wrong()))?;
        once(&mut connector.cause, cause, part, Named::Cause)?;
    }
    Ok(())
}
