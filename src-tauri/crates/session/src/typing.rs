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

/// The record and the field, where a command is of the kind that is typed.
fn field(command: &Command) -> Option<Field> {
    macro_rules! of {
        ($id:expr, $edit:expr) => {
            Some((RecordId::from(*$id), format!("{:?}", discriminant($edit))))
        };
    }
    match command {
        Command::Rename { id, .. } => Some((*id, "name".to_owned())),
        Command::EditStep { step, edit } => of!(step, edit),
        Command::EditConnector { connector, edit } => of!(connector, edit),
        Command::EditHandoff { handoff, edit } => of!(handoff, edit),
        Command::EditTeam { team, edit } => of!(team, edit),
        Command::EditProcess { process, edit } => of!(process, edit),
        Command::EditPainPoint { pain_point, edit } => of!(pain_point, edit),
        Command::EditIdea { idea, edit } => of!(idea, edit),
        Command::EditNote { note, edit } => of!(note, edit),
        Command::EditSla { sla, edit } => of!(sla, edit),
        Command::EditTemplate { template, edit } => of!(template, edit),
        Command::EditCalendar { calendar, edit } => of!(calendar, edit),
        Command::EditCriterion { criterion, edit } => of!(criterion, edit),
        Command::EditRole { role, edit } => of!(role, edit),
        Command::EditStage { stage, edit } => of!(stage, edit),
        Command::EditAction { action, edit } => of!(action, edit),
        Command::EditEngagement { edit } => of!(&RecordId::default(), edit),
        _ => None,
    }
}
