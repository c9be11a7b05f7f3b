//! What a leg says: of the step, of the way to it, of the handoff on that way, of a pain.

use super::line::Capturing;
use super::word::{Entry, Of, Word, after, word_of};
use super::work::name_of;
use crate::duration::Reader;
use crate::error::{Error, Problem};
use crate::estimate::{Knowledge, share, time};
use crate::lex::Part;
use crate::parse::connector::say_wait;
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
        || Knowledge::read(part).is_ok_and(|it| it.is_some())
        || Sign::from_word(part.text).is_some()
}

/// What is being said of a leg. The step and the way come without their numbers, so that what is
/// said twice shows; what was not said is put back.
struct Saying<'a> {
    step: Step,
    way: Option<Connector>,
    last: Last,
    /// The last number was the wait.
    waited: bool,
    pain: Option<PainPoint>,
    /// A part that only a way can say, where there is none.
    parts: &'a [Part<'a>],
}

impl Capturing<'_> {
    /// Takes up what is said of a step and the way to it.
    pub fn say<'a>(
        &mut self,
        id: StepId,
        way: Option<ConnectorId>,
        parts: &'a [Part<'a>],
    ) -> Result<(), Error> {
        if parts.is_empty() {
            return Ok(());
        }
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
            wait: None,
            cause: None,
            batch_interval: None,
            ..it
        });
        let mut saying =
            Saying { step: bare, way, last: Last::Nothing, waited: false, pain: None, parts };
        for part in saying.parts {
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

    fn said(&mut self, was: (Step, Option<Connector>), saying: Saying<'_>) {
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
        new.probability = new.probability.or(old.probability);
        new.wait = new.wait.or(old.wait);
        new.cause = new.cause.or(old.cause);
        new.batch_interval = new.batch_interval.or(old.batch_interval);
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

    fn part<'a>(&mut self, saying: &mut Saying<'a>, part: &Part<'a>) -> Result<(), Error> {
        if let Some(pain) = self.pain_open(saying)
            && say_of_pain(pain, part)?
        {
            return Ok(());
        }
        if let Some(known) = Knowledge::read(part)? {
            let wait = saying.way.as_mut().map(|it| &mut it.wait);
            return match (saying.last, wait) {
                (Last::ProcessTime, _) => known.apply(&mut saying.step.process_time, part),
                (Last::Span, _) => known.apply(&mut saying.step.span, part),
                (Last::CompleteAccurate, _) => known.apply(&mut saying.step.complete_accurate, part),
                (Last::Nothing, Some(wait)) if saying.waited => known.apply(wait, part),
                (Last::Nothing, _) => Err(known.without_number(part)),
            };
        }
        if let Some((entry, rest)) = word_of(part) {
            return self.word(saying, entry, rest, part);
        }
        if part.text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number(saying, part);
        }
        if let Some(value) = value_from(&part.text.to_lowercase()) {
            return once(&mut saying.step.value, value, part, "the value class");
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
        Err(unknown(part, "a step or the way to it"))
    }

    fn pain_open<'s>(&mut self, saying: &mut Saying<'_>) -> Option<&'s mut PainPoint>
    where
        Self: 's,
    {
        let _ = saying;
        None
    }
}
