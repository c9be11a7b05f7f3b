//! Typing in one field within a second is one edit, however many commands it sends.

use model::{Command, RecordId};
use std::mem::discriminant;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_secs(1);

/// The field that was typed in last, and when.
#[derive(Default)]
pub(crate) struct Typing(Option<(Field, Instant)>);

/// One field of one record.
type Field = (RecordId, String);

impl Typing {
    /// Whether this command goes on with the field typed in a moment ago.
    pub(crate) fn continues(&self, command: &Command) -> bool {
        match (&self.0, field(command)) {
            (Some((last, when)), Some(now)) => *last == now && when.elapsed() < PAUSE,
            _ => false,
        }
    }

    /// Remembers what this command typed in.
    pub(crate) fn note(&mut self, command: &Command) {
        self.0 = field(command).map(|field| (field, Instant::now()));
    }

    /// Whatever comes next is a new edit.
    pub(crate) fn end(&mut self) {
        self.0 = None;
    }
}

fn field(command: &Command) -> Option<Field> {
    let named = |id: RecordId, of: String| Some((id, of));
    match command {
        Command::Rename { id, .. } => named(*id, "name".to_owned()),
        Command::EditStep { step, edit } => {
            named((*step).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditConnector { connector, edit } => {
            named((*connector).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditHandoff { handoff, edit } => {
            named((*handoff).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditTeam { team, edit } => {
            named((*team).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditProcess { process, edit } => {
            named((*process).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditPainPoint { pain_point, edit } => {
            named((*pain_point).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditIdea { idea, edit } => {
            named((*idea).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditNote { note, edit } => {
            named((*note).into(), format!("{:?}", discriminant(edit)))
        }
        Command::EditEngagement { edit } => {
            named(RecordId::default(), format!("{:?}", discriminant(edit)))
        }
        _ => None,
    }
}
