//! An improvement that was tried on one state, put into the future state that descends from it.

use crate::Failure;
use crate::api::Patch;
use crate::session::Session;
use model::{
    Command, ConnectorEdit, ConnectorId, ConnectorKind, Document, Estimate, HandoffId, Minutes,
    RecordId, Refusal, StateId, StateRole, StepEdit, StepId, TeamEdit,
};

impl Session {
    /// As [`crate::api::Request::Improve`]. Each edit has its patch as soon as it is on disk, so that
    /// a view knows of those before one that fails.
    ///
    /// # Errors
    /// The improvement is about something the future state does not have, or may not be made; a
    /// future state that was made for it stays, and can be undone.
    pub(crate) fn improve(
        &mut self,
        commands: Vec<Command>,
        name: &str,
        patches: &mut dyn FnMut(Patch),
    ) -> Result<(), Failure> {
        let here = self.state();
        let before = future_of(&self.document(), here);
        let future = match before {
            Some(future) => future,
            None => {
                let (role, name) = (StateRole::Future, name.to_owned());
                patches(self.apply(&Command::MakeState { from: here, role, name })?);
                future_of(&self.document(), here)
                    .ok_or_else(|| Refusal::no_such("future state", here))?
            }
        };
        if future != here {
            let document = self.document();
            let there = |command| Moved { document: &document, future }.command(command);
            let moved: Result<Vec<Command>, Failure> = commands.into_iter().map(there).collect();
            let mut commands = moved?;
            // One that was just made is as today: there a figure may as well become worse.
            let mut kept = true;
            commands.retain(|it| {
                // How well a number is known goes with the number before it.
                if !is_beside(it) {
                    kept = before.is_none() || !is_as_good(&document, it);
                }
                kept
            });
            if commands.is_empty() {
                return Err(already_there());
            }
            patches(self.apply(&Command::Improve { commands })?);
            patches(self.show(future)?);
        } else {
            patches(self.apply(&Command::Improve { commands })?);
        }
        Ok(())
    }
}

/// The future state of a state: itself, or the first that was made of it.
pub(crate) fn future_of(document: &Document, state: StateId) -> Option<StateId> {
    let shown = document.state(state)?;
    if shown.role == StateRole::Future {
        return Some(state);
    }
    let mut others =
        document.states().filter(|it| it.role == StateRole::Future && it.process == shown.process);
    others.clone().find(|it| it.origin == Some(state)).or(others.next()).map(|it| it.id)
}

/// Commands about one state, about what descends from it in another.
struct Moved<'a> {
    document: &'a Document,
    future: StateId,
}

impl Moved<'_> {
    fn command(&self, command: Command) -> Result<Command, Failure> {
        Ok(match command {
            Command::EditConnector { connector, edit } => {
                Command::EditConnector { connector: self.connector(connector)?, edit }
            }
            Command::EditStep { step, edit } => Command::EditStep { step: self.step(step)?, edit },
            Command::EditHandoff { handoff, edit } => {
                Command::EditHandoff { handoff: self.handoff(handoff)?, edit }
            }
            // What belongs to no state: a team has as many people in all of them.
            other => other,
        })
    }

    fn connector(&self, id: ConnectorId) -> Result<ConnectorId, Failure> {
        let mut all = self.document.connectors_of(self.future);
        let found = all.find(|it| it.id == id || it.origin.contains(&id));
        found.map(|it| it.id).ok_or_else(|| gone(id.into()))
    }

    fn step(&self, id: StepId) -> Result<StepId, Failure> {
        let mut all = self.document.steps_of(self.future);
        let found = all.find(|it| it.id == id || it.origin.contains(&id));
        found.map(|it| it.id).ok_or_else(|| gone(id.into()))
    }

    fn handoff(&self, id: HandoffId) -> Result<HandoffId, Failure> {
        let connector = self.document.handoff(id).map(|it| it.connector);
        let there = self.connector(connector.ok_or_else(|| gone(id.into()))?)?;
        let found = self.document.handoff_record(there).map(|it| it.id);
        found.ok_or_else(|| gone(id.into()))
    }
}

/// Whether an edit says how well the number is known that the one before it sets.
fn is_beside(command: &Command) -> bool {
    matches!(
        command,
        Command::EditConnector {
            edit: ConnectorEdit::ProbabilityKnown(_) | ConnectorEdit::BatchIntervalKnown(_),
            ..
        } | Command::EditTeam { edit: TeamEdit::HeadcountKnown(_), .. }
    )
}

/// The future state has this figure already as good as the edit would make it, or better: it was
/// thought of there before, and is not made worse from elsewhere.
fn is_as_good(document: &Document, command: &Command) -> bool {
    let less = |now: &Option<Estimate<Minutes>>, new: &Option<Estimate<Minutes>>| {
        now.as_ref().zip(new.as_ref()).is_some_and(|(now, new)| now.usual <= new.usual)
    };
    match command {
        Command::EditConnector { connector, edit } => {
            document.connector(*connector).is_some_and(|now| match edit {
                ConnectorEdit::Wait(new) => less(&now.wait, new),
                ConnectorEdit::Probability(new) => {
                    let back = now.flow == ConnectorKind::Rework;
                    back && now.probability.zip(*new).is_some_and(|(now, new)| now <= new)
                }
                ConnectorEdit::BatchInterval(new) => {
                    now.batch_interval.zip(*new).is_some_and(|(now, new)| now <= new)
                }
                _ => false,
            })
        }
        Command::EditStep { step, edit } => document.step(*step).is_some_and(|now| match edit {
            StepEdit::ProcessTime(new) => less(&now.process_time, new),
            StepEdit::Span(new) => less(&now.span, new),
            StepEdit::CompleteAccurate(new) => {
                let both = now.complete_accurate.as_ref().zip(new.as_ref());
                both.is_some_and(|(now, new)| now.usual >= new.usual)
            }
            _ => false,
        }),
        _ => false,
    }
}

fn already_there() -> Failure {
    Failure {
        code: "alreadyThere".to_owned(),
        message: "The future state is already as good as that, or better.".to_owned(),
        hint: "Look at the future state, and try the change there.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

fn gone(id: RecordId) -> Failure {
    Failure {
        code: "noSuchRecord".to_owned(),
        message: "The future state does not have this any more.".to_owned(),
        hint: "It was changed there already: look at the future state.".to_owned(),
        ids: vec![id],
        unread: None,
    }
}
