//! A pattern while it is put together: what it assumes, what it is about, its commands. What a command
//! makes has the next free id, so that later ones can speak of it.

use super::shown::{Assumed, AssumedValue, FoundPattern, PatternAt};
use super::site::Site;
use model::*;
use std::mem::discriminant;

pub(super) struct Making<'v> {
    at: PatternAt,
    values: &'v [Option<Assumed>],
    next: u64,
    assumptions: Vec<AssumedValue>,
    commands: Vec<Command>,
}

impl<'v> Making<'v> {
    pub(super) fn at(site: &Site, at: PatternAt, values: &'v [Option<Assumed>]) -> Making<'v> {
        let next = site.document().used_up().0.max(1);
        Making { at, values, next, assumptions: Vec::new(), commands: Vec::new() }
    }

    pub(super) fn place(&self) -> Target {
        self.at.place
    }

    pub(super) fn lane(&self) -> Option<LaneId> {
        self.at.lane
    }

    /// What is assumed: what the person said, else what is proposed.
    pub(super) fn assume(
        &mut self,
        about: impl Into<RecordId>,
        now: Option<Assumed>,
        proposed: Assumed,
    ) -> Assumed {
        let said = self.values.get(self.assumptions.len()).cloned().flatten();
        let fits = said.filter(|it| discriminant(it) == discriminant(&proposed));
        let then = fits.map_or(proposed, within_bounds);
        self.assumptions.push(AssumedValue { about: about.into(), now, then: then.clone() });
        then
    }

    /// The wait that is left of a connector's.
    pub(super) fn wait(
        &mut self,
        about: ConnectorId,
        now: Option<Minutes>,
        left: Minutes,
    ) -> Minutes {
        let now = now.map(|minutes| Assumed::Wait { minutes });
        match self.assume(about, now, Assumed::Wait { minutes: left }) {
            Assumed::Wait { minutes } => minutes,
            _ => left,
        }
    }

    pub(super) fn does(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// A command that makes one record: the id it will have.
    pub(super) fn makes<T: From<RecordId>>(&mut self, command: Command) -> T {
        let id = RecordId(self.next);
        self.next = self.next.saturating_add(1);
        self.commands.push(command);
        T::from(id)
    }

    /// A share has no mark of its own that says it is guessed: it is among the assumptions of the
    /// room, so that it is asked for.
    pub(super) fn note(&mut self, about: Target, text: String) {
        let about_kind = NoteKind::Assumption;
        let _: NoteId = self.makes(Command::AddNote { about_kind, text, about: vec![about] });
    }

    pub(super) fn edit_connector(&mut self, connector: ConnectorId, edit: ConnectorEdit) {
        self.does(Command::EditConnector { connector, edit });
    }

    /// How often a way would be taken: nobody has counted that.
    pub(super) fn share_of(&mut self, connector: ConnectorId, share: Share) {
        self.edit_connector(connector, ConnectorEdit::Probability(Some(share)));
        let known = Knowledge { confidence: Confidence::Guessed, ..Knowledge::default() };
        self.edit_connector(connector, ConnectorEdit::ProbabilityKnown(known));
    }

    pub(super) fn edit_handoff(&mut self, handoff: HandoffId, edit: HandoffEdit) {
        self.does(Command::EditHandoff { handoff, edit });
    }

    /// Another wait; without one, no reason for it.
    pub(super) fn wait_of(&mut self, it: &Connector, wait: Minutes, cause: Option<DelayCause>) {
        let waits = wait.0 > 0;
        self.does(Command::AnnotateDelay {
            connector: it.id,
            wait: Some(guessed(wait)),
            cause: cause.filter(|_| waits),
            note: if waits { it.cause_note.clone() } else { String::new() },
            batch_interval: it.batch_interval.filter(|_| cause == Some(DelayCause::Batch)),
        });
    }

    pub(super) fn done(
        self,
        about: Vec<Target>,
        minutes: i64,
        name: String,
    ) -> Option<FoundPattern> {
        let Making { at, assumptions, commands, .. } = self;
        (!commands.is_empty()).then_some(FoundPattern {
            at,
            about,
            assumptions,
            minutes,
            name,
            commands,
        })
    }
}

/// A number that nobody has measured, nor seen its range.
pub(super) fn guessed<T: Copy>(usual: T) -> Estimate<T> {
    Estimate { confidence: Confidence::Guessed, ..Estimate::of(usual) }
}

fn within_bounds(it: Assumed) -> Assumed {
    let time = |it: Minutes| it.clamp(Minutes(0), Minutes::MAX);
    let part = |it: Share| it.min(Share::ALL);
    match it {
        Assumed::Wait { minutes } => Assumed::Wait { minutes: time(minutes) },
        Assumed::Response { minutes } => Assumed::Response { minutes: time(minutes) },
        Assumed::CompleteAccurate { share } => Assumed::CompleteAccurate { share: part(share) },
        Assumed::Returned { share } => Assumed::Returned { share: part(share) },
        Assumed::Exceptions { share } => Assumed::Exceptions { share: part(share) },
        other => other,
    }
}
