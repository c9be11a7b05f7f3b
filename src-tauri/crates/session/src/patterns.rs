//! Patterns of a future state: found on the state they go into, told about the one on the canvas, and
//! applied as one edit. A pattern is found again where it is applied, so that no command is about
//! records that have changed since.

use crate::Failure;
use crate::api::{Patch, PatternShown, PatternsShown, Reply};
use crate::improve::future_of;
use crate::session::Session;
use crate::today::today;
use analysis::Language;
use analysis::patterns::{
    Assumed, FoundPattern, OpenRule, PatternAt, open_rules, pattern, patterns, tried,
};
use model::{
    Command, ConnectorId, Document, LaneId, RecordId, Refusal, StateId, StateRole, StepId, Target,
};
use std::collections::BTreeMap;

/// A pattern that is tried where it does not stand in the way of edits.
#[derive(Debug)]
pub(crate) struct TriedPattern {
    state: StateId,
    language: Language,
    at: PatternAt,
    values: Vec<Option<Assumed>>,
}

impl TriedPattern {
    pub(crate) fn run(self, document: &Document) -> Result<Reply, Failure> {
        let TriedPattern { state, language, at, values } = self;
        let found = pattern(document, state, language, at, &values).ok_or_else(|| gone(at))?;
        Ok(Reply::PatternTried(tried(document, state, found, Some(&today()))?))
    }
}

impl Session {
    /// As [`crate::api::Request::Patterns`].
    pub fn patterns(&self) -> PatternsShown {
        let document = self.document();
        let (here, state) = (self.state(), self.pattern_state());
        let drawn = Drawn::of(&document, here, state);
        let shown = |found: FoundPattern| {
            let drawn: Vec<RecordId> =
                found.about.iter().filter_map(|it| drawn.of_target(*it)).collect();
            (!drawn.is_empty()).then_some(PatternShown { found, drawn })
        };
        let rules = open_rules(&document, state).into_iter().map(|it| {
            let here = |id| drawn.id(RecordId::from(id)).map(Into::into);
            let handoffs = it.handoffs.into_iter().filter_map(here).collect();
            OpenRule { handoffs, ..it }
        });
        PatternsShown {
            revision: self.revision(),
            state,
            patterns: patterns(&document, state, self.language())
                .into_iter()
                .filter_map(shown)
                .collect(),
            rules: rules.collect(),
        }
    }

    pub(crate) fn try_pattern(&self, at: PatternAt, values: Vec<Option<Assumed>>) -> TriedPattern {
        TriedPattern { state: self.pattern_state(), language: self.language(), at, values }
    }

    /// As [`crate::api::Request::ApplyPattern`]. Each edit has its patch as soon as it is on disk.
    ///
    /// # Errors
    /// The pattern does not apply there any more; a future state that was made for it stays, and can
    /// be undone.
    pub(crate) fn apply_pattern(
        &mut self,
        at: PatternAt,
        values: &[Option<Assumed>],
        name: &str,
        patches: &mut dyn FnMut(Patch),
    ) -> Result<(), Failure> {
        let (here, mut state) = (self.state(), self.pattern_state());
        let language = self.language();
        // Nothing is made for a pattern that cannot be.
        pattern(&self.document(), state, language, at, values).ok_or_else(|| gone(at))?;
        let mut there = at;
        if self.is_current(state) {
            let (role, name) = (StateRole::Future, name.to_owned());
            patches(self.apply(&Command::MakeState { from: state, role, name })?);
            let document = self.document();
            state = future_of(&document, here).ok_or_else(|| Refusal::no_such("state", here))?;
            there = descendant(&document, state, at).ok_or_else(|| gone(at))?;
        }
        let found = pattern(&self.document(), state, language, there, values);
        let command = found.ok_or_else(|| gone(at))?.command();
        patches(self.apply(&command)?);
        if state != here {
            patches(self.show(state)?);
        }
        Ok(())
    }

    /// The state that patterns go into, while there is one.
    fn pattern_state(&self) -> StateId {
        let here = self.state();
        let future = || future_of(&self.document(), here);
        if self.is_current(here) { future().unwrap_or(here) } else { here }
    }

    fn is_current(&self, state: StateId) -> bool {
        self.document().state(state).is_some_and(|it| it.role == StateRole::Current)
    }
}

/// The same place in a state that was made of another.
fn descendant(document: &Document, state: StateId, at: PatternAt) -> Option<PatternAt> {
    let step = |id: StepId| {
        let mut all = document.steps_of(state);
        all.find(|it| it.origin.contains(&id)).map(|it| it.id)
    };
    let connector = |id: ConnectorId| {
        let mut all = document.connectors_of(state);
        all.find(|it| it.origin.contains(&id)).map(|it| it.id)
    };
    let lane = |id: LaneId| {
        document.lanes_of(state).into_iter().find(|it| it.origin == Some(id)).map(|it| it.id)
    };
    let place = match at.place {
        Target::Step(id) => Target::Step(step(id)?),
        Target::Connector(id) => Target::Connector(connector(id)?),
        Target::Handoff(id) => {
            let connector = connector(document.handoff(id)?.connector)?;
            Target::Handoff(document.handoff_record(connector)?.id)
        }
        Target::Stage(_) | Target::Team(_) | Target::State(_) => return None,
    };
    let lane = match at.lane {
        Some(id) => Some(lane(id)?),
        None => None,
    };
    Some(PatternAt { place, lane, ..at })
}

/// What things of the state that patterns go into are on the canvas.
struct Drawn(Option<BTreeMap<RecordId, RecordId>>);

impl Drawn {
    fn of(document: &Document, here: StateId, state: StateId) -> Drawn {
        if here == state {
            return Drawn(None);
        }
        let mut drawn = BTreeMap::new();
        for step in document.steps_of(state) {
            let origin = step
                .origin
                .iter()
                .find(|it| document.step(**it).is_some_and(|it| it.state == here));
            drawn.extend(origin.map(|it| (RecordId::from(step.id), RecordId::from(*it))));
        }
        for connector in document.connectors_of(state) {
            let is_here =
                |it: &&ConnectorId| document.connector(**it).is_some_and(|it| it.state == here);
            let Some(origin) = connector.origin.iter().find(is_here) else { continue };
            drawn.insert(connector.id.into(), (*origin).into());
            let both = document.handoff_record(connector.id).zip(document.handoff_record(*origin));
            drawn.extend(both.map(|(new, old)| (RecordId::from(new.id), RecordId::from(old.id))));
        }
        Drawn(Some(drawn))
    }

    fn id(&self, id: RecordId) -> Option<RecordId> {
        self.0.as_ref().map_or(Some(id), |it| it.get(&id).copied())
    }

    fn of_target(&self, target: Target) -> Option<RecordId> {
        self.id(target.reference().1)
    }
}

fn gone(at: PatternAt) -> Failure {
    Failure {
        code: "noSuchPattern".to_owned(),
        message: "This pattern does not apply there any more.".to_owned(),
        hint: "Look at the list of patterns again: the map has changed.".to_owned(),
        ids: vec![at.place.reference().1],
        unread: None,
    }
}
