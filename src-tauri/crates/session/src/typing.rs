//! What goes on with the edit before it and is taken back together with it: typing in one field within
//! a second, the name of a thing that was just made, and taps of an arrow one after another.

use model::{Change, Command, Edit, Kind, Label, LabelCode, RecordId};
use std::collections::BTreeSet;
use std::mem::discriminant;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_secs(1);
/// What has gone without a name for so long is named by an edit of its own.
const UNNAMED: Duration = Duration::from_secs(120);

/// What was done last, as far as the next command may go on with it.
#[derive(Default)]
pub(crate) struct Typing {
    /// The field that was typed in, and when.
    field: Option<(Field, Instant)>,
    making: Option<Making>,
}

/// One field of one record.
type Field = (RecordId, String);

/// Things that were just made, and may still be given their name.
struct Making {
    made: BTreeSet<RecordId>,
    label: Label,
    when: Instant,
    /// A name was given: only typing goes on with it from here.
    named: bool,
}

impl Typing {
    /// The label of both, where this command goes on with the edit before it; nothing where it is one
    /// of its own, which would be called `own`. Taps of an arrow go on only where they are said to.
    pub(crate) fn goes_on(&self, command: &Command, own: &Label, tapped: bool) -> Option<Label> {
        let typed = match (&self.field, field(command, tapped)) {
            (Some((last, when)), Some(now)) => *last == now && when.elapsed() < PAUSE,
            _ => false,
        };
        match (&self.making, command) {
            (Some(making), Command::Rename { id, name })
                if making.made.contains(id) && (typed || making.waits()) =>
            {
                Some(Label { name: name.clone(), ..making.label.clone() })
            }
            _ => typed.then(|| own.clone()),
        }
    }

    /// Remembers what this command did; `went_on` says that it did so with the edit before it.
    pub(crate) fn note(&mut self, command: &Command, edit: &Edit, tapped: bool, went_on: bool) {
        self.field = field(command, tapped).map(|field| (field, Instant::now()));
        self.making = match self.making.take() {
            Some(making) if went_on => Some(Making { named: true, ..making }),
            _ => making(edit),
        };
    }

    /// Whatever comes next is a new edit.
    pub(crate) fn end(&mut self) {
        *self = Typing::default();
    }
}

impl Making {
    /// Whether it may still be given its name as part of being made.
    fn waits(&self) -> bool {
        !self.named && self.when.elapsed() < UNNAMED
    }
}

/// What an edit made that is given its name at once, where it is one that makes such things.
fn making(edit: &Edit) -> Option<Making> {
    use LabelCode::*;
    let makes = matches!(
        edit.label.code,
        AddTeam
            | AddStep
            | AddRole
            | AddStage
            | AddSla
            | AddTemplate
            | AddCalendar
            | Connect
            | Splice
    );
    let named = |change: &&Change| change.before.is_none();
    let made = edit.changes.iter().filter(named).filter_map(|change| change.after.as_ref());
    let made: BTreeSet<_> = made
        // What leads to a new step is there without a name.
        .filter(|record| !matches!(record.kind(), Kind::Connector | Kind::Handoff))
        .map(model::Record::id)
        .collect();
    let making =
        |made| Making { made, label: edit.label.clone(), when: Instant::now(), named: false };
    (makes && !made.is_empty()).then(|| making(made))
}

/// The record and the field, where a command is of the kind that is typed; steps moved by taps of an
/// arrow are one field, too.
fn field(command: &Command, tapped: bool) -> Option<Field> {
    macro_rules! of {
        ($id:expr, $edit:expr) => {
            Some((RecordId::from(*$id), format!("{:?}", discriminant($edit))))
        };
    }
    match command {
        Command::MoveSteps { moves } if tapped => {
            let steps: BTreeSet<_> = moves.iter().map(|it| it.step).collect();
            Some((RecordId::from(*steps.first()?), format!("{steps:?}")))
        }
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
