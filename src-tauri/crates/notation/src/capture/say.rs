//! What a leg says: of the step, of the way to it, of the handoff on that way, of a pain.

use super::line::Capturing;
use super::word::{Entry, Of, Word, word_of};
use super::words_said::{say_share, word_of_way};
use super::work::name_of;
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::Certainty;
use crate::lex::Part;
use crate::named::Named;
use crate::parse::connector::OfWay;
use crate::parse::pain::say_of_pain;
use crate::parse::step::{Last, say_number};
use crate::parse::{code, once, unknown};
use crate::words::value_from;
use model::*;

/// Whether a part is something that a leg says, rightly or wrongly; else it is part of a name.
pub(super) fn means_something(part: &Part<'_>) -> bool {
    part.text.starts_with(|c: char| c.is_ascii_digit() || c == '#')
        || word_of(part).is_some()
        || value_from(part.text).is_some()
        || Certainty::read(part).is_ok_and(|it| it.is_some())
        || Sign::from_word(part.text).is_some()
}

/// What is being said of a leg. The step and the way come without their numbers, so that what is
/// said twice shows; what was not said is put back.
pub(super) struct Saying {
    pub step: Step,
    way: Option<Connector>,
    pub last: Last,
    /// The last number, where it was one of the way.
    of_way: Option<OfWay>,
    pain: Option<PainPointId>,
    /// An arrow of this leg drew the way; else it was there.
    drawn: bool,
}

impl Capturing<'_> {
    /// Takes up what is said of a step and the way to it.
    pub fn say(
        &mut self,
        id: StepId,
        way: Option<ConnectorId>,
        parts: &[Part<'_>],
    ) -> Result<(), Error> {
        if parts.is_empty() {
            return Ok(());
        }
        let drawn = way.is_some();
        let (Some(step), way) = (self.work.step(id).cloned(), self.way_to(id, way)) else {
            return Ok(());
        };
        let was = (step.clone(), way.clone());
        let bare = Step {
            process_time: None,
            span: None,
            complete_accurate: None,
            value: None,
            accountable: None,
            ..step
        };
        let way = way.map(|it| Connector {
            probability: None,
            probability_known: Knowledge::default(),
            wait: None,
            cause: None,
            batch_interval: None,
            batch_interval_known: Knowledge::default(),
            ..it
        });
        let mut saying =
            Saying { step: bare, way, last: Last::Nothing, of_way: None, pain: None, drawn };
        for part in parts {
            self.part(&mut saying, part)?;
        }
        self.said(was, saying);
        Ok(())
    }

    /// The way that is spoken of: the one drawn, or the only one that leads to the step.
    fn way_to(&self, step: StepId, way: Option<ConnectorId>) -> Option<Connector> {
        let only = match self.work.ways_into(step) {
            [one] => Some(*one),
            _ => None,
        };
        self.work.connector(way.or(only)?).cloned()
    }

    fn said(&mut self, was: (Step, Option<Connector>), saying: Saying) {
        let (old, mut new) = (was.0, saying.step);
        new.process_time = new.process_time.or(old.process_time);
        new.span = new.span.or(old.span);
        new.complete_accurate = new.complete_accurate.or(old.complete_accurate);
        new.value = new.value.or(old.value);
        new.accountable = new.accountable.or(old.accountable);
        if let Some(step) = self.work.change_step(new.id) {
            *step = new;
        }
        let (Some(old), Some(mut new)) = (was.1, saying.way) else { return };
        if new.probability.is_none() {
            (new.probability, new.probability_known) = (old.probability, old.probability_known);
        }
        new.wait = new.wait.or(old.wait);
        new.cause = new.cause.or(old.cause);
        if new.batch_interval.is_none() {
            new.batch_interval = old.batch_interval;
            new.batch_interval_known = old.batch_interval_known;
        }
        if new.flow != old.flow {
            self.told.insert(new.id);
            self.sources.insert(new.from);
        }
        if new.flow == ConnectorKind::Xor {
            self.work.choose(new.from);
        }
        if let Some(way) = self.work.change_connector(new.id) {
            *way = new;
        }
    }

    fn part(&mut self, saying: &mut Saying, part: &Part<'_>) -> Result<(), Error> {
        if let Some(pain) = saying.pain.and_then(|id| self.work.change_pain_point(id))
            && say_of_pain(pain, part)?
        {
            return Ok(());
        }
        if let Some(known) = Certainty::read(part)? {
            let way = saying.way.as_mut().zip(saying.of_way);
            return match (saying.last, way) {
                (Last::ProcessTime, _) => known.apply(&mut saying.step.process_time, part),
                (Last::Span, _) => known.apply(&mut saying.step.span, part),
                (Last::CompleteAccurate, _) => {
                    known.apply(&mut saying.step.complete_accurate, part)
                }
                (Last::People, _) => {
                    saying.step.people_known = known.kept();
                    Ok(())
                }
                (Last::Nothing, Some((way, last))) => last.known(known, way, part),
                (Last::Nothing, None) => Err(known.without_number(part)),
            };
        }
        if let Some((entry, rest)) = word_of(part) {
            return self.word(saying, entry, rest, part);
        }
        if part.text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number(saying, part);
        }
        if let Some(value) = value_from(&part.text.to_lowercase()) {
            return once(&mut saying.step.value, value, part, Named::ValueClass);
        }
        if part.text.starts_with('#') {
            let code = code(part)?;
            saying.step.code.clone_from(&code);
            self.work.code_step(saying.step.id, code);
            return Ok(());
        }
        if let (true, Some(way)) = (part.text.starts_with('"'), &mut saying.way) {
            way.label = part.prose()?;
            return Ok(());
        }
        Err(unknown(part, Named::AStepOrWay))
    }

    /// Process time, people, %C&A; a share where the way is one of several.
    fn number(&mut self, saying: &mut Saying, part: &Part<'_>) -> Result<(), Error> {
        let mut reader = Reader::of(*part);
        let _ = reader.number();
        let percent = reader.left().text.starts_with('%');
        if let Some(way) = saying.way.as_mut().filter(|_| percent && saying.drawn)
            && way.probability.is_none()
            && (matches!(way.flow, ConnectorKind::Xor | ConnectorKind::Rework)
                || self.work.chooses(way.from))
        {
            (saying.of_way, saying.last) = (Some(OfWay::Share), Last::Nothing);
            return say_share(way, part, part);
        }
        say_number(&mut saying.step, part, &mut saying.last, self.work.clock)
    }

    /// A pain about the way that the leg draws, else about its step.
    fn pain_here(&mut self, saying: &mut Saying, rest: &Part<'_>) -> Result<(), Error> {
        let about = match saying.way.as_ref().filter(|_| saying.drawn) {
            Some(way) => Target::Connector(way.id),
            None => Target::Step(saying.step.id),
        };
        let text = name_of(rest, Named::Hurts)?;
        saying.pain = Some(self.work.new_pain(text, vec![about], rest.spot));
        Ok(())
    }

    fn word(
        &mut self,
        saying: &mut Saying,
        entry: &Entry,
        rest: Part<'_>,
        part: &Part<'_>,
    ) -> Result<(), Error> {
        if entry.more && rest.text.is_empty() {
            return Err(rest.error(Problem::NothingAfter(entry.text)));
        }
        match entry.of {
            Of::Step => self.word_of_step(saying, entry.word, rest, part),
            Of::Way => {
                let clock = self.work.clock;
                let Some(way) = &mut saying.way else {
                    return Err(part.error(Problem::NoWay(entry.text)));
                };
                if let Some(last) = match entry.word {
                    Word::Waits if rest.text.starts_with(|c: char| c.is_ascii_digit()) => {
                        Some(way.wait.is_none().then_some(OfWay::Wait))
                    }
                    Word::Share => Some(Some(OfWay::Share)),
                    Word::Every => Some(Some(OfWay::Interval)),
                    _ => None,
                } {
                    (saying.of_way, saying.last) = (last, Last::Nothing);
                }
                word_of_way(way, entry.word, rest, part, clock)
            }
            Of::Handoff => {
                let Some(way) = &saying.way else {
                    return Err(part.error(Problem::NoWay(entry.text)));
                };
                let handoff = self.work.handoff_on(way.id);
                let handoff = handoff
                    .ok_or_else(|| part.error(Problem::NotAHandoff(Named::Word(entry.text))))?;
                let ends = (way.from, way.to);
                self.word_of_handoff(handoff, ends, entry.word, &rest)
            }
            Of::Either => self.pain_here(saying, &rest),
        }
    }
}
