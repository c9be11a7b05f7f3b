//! One state in the making of its registers: lookups, names for what is referred to, and the table
//! that every register is made by.

use super::codes;
use super::value::{Kind, Value};
use super::words::Words;
use super::{Column, Register};
use analysis::{Figures, Language};
use model::{
    ClockEvent, Connector, DelayCause, Document, Estimate, Handoff, Knowledge, RoleId, State, Step,
    StepId, Target, Team, TeamId, TimeTarget,
};

/// What a column is called, what it holds, and how it is told of a row.
pub(super) type Spec<'a, T> = (&'static str, Kind, fn(&Case<'a>, &T) -> Value);

/// A state, its figures, and the language its registers are in.
pub(super) struct Case<'a> {
    pub document: &'a Document,
    pub state: &'a State,
    pub figures: &'a Figures,
    /// The day the registers are made on; what is late is late by it.
    pub day: &'a str,
    pub language: Language,
    pub words: &'a Words,
    /// The team that all is told for, where it is for one.
    pub team: Option<TeamId>,
    causes: scene::Words,
    /// Looked up once: agreements, templates and roles all ask who stands under them.
    handoffs: Vec<(&'a Handoff, &'a Connector)>,
}

impl<'a> Case<'a> {
    pub fn new(
        source: &super::Source<'a>,
        state: &'a State,
        language: Language,
        words: &'a Words,
    ) -> Case<'a> {
        let super::Source { document, figures, day, team, .. } = *source;
        let team = team.filter(|it| document.team(*it).is_some());
        let causes = scene::Words::of(language);
        let handoffs = document.handoffs_of(state.id);
        let mut case =
            Case { document, state, figures, day, language, words, team, causes, handoffs };
        let touched = case.handoffs().filter(|(_, it)| case.tells_of_flow(it)).collect();
        case.handoffs = touched;
        case
    }

    /// A register: one row a record, one column a spec.
    pub fn table<T>(&self, key: &'static str, rows: &[T], specs: &[Spec<'a, T>]) -> Register {
        let columns = specs.iter().map(|(key, kind, _)| Column {
            key: (*key).to_owned(),
            title: self.words.word("column", key).to_owned(),
            kind: *kind,
        });
        let cells = |row: &T| specs.iter().map(|(.., cell)| cell(self, row)).collect();
        Register {
            key,
            title: self.words.word("title", key).to_owned(),
            columns: columns.collect(),
            rows: rows.iter().map(cells).collect(),
        }
    }

    /// One of a closed list.
    pub fn word(&self, group: &str, code: &'static str) -> Value {
        Value::Word { code, said: self.words.word(group, code).to_owned() }
    }

    /// One of a closed list, if any.
    pub fn word_of(&self, group: &str, code: Option<&'static str>) -> Value {
        code.map_or(Value::Empty, |code| self.word(group, code))
    }

    /// Several of a closed list.
    pub fn words_of(&self, group: &str, codes: impl IntoIterator<Item = &'static str>) -> Value {
        Value::several(codes.into_iter().map(|code| self.word(group, code)))
    }

    /// Why something waits, said as on the map.
    pub fn cause(&self, cause: Option<DelayCause>) -> Value {
        let Some(cause) = cause else { return Value::Empty };
        let mut letters = self.causes.cause(cause).chars();
        let first = letters.next().map(char::to_uppercase);
        let said = first.into_iter().flatten().chain(letters).collect();
        Value::Word { code: cause.word(), said }
    }

    /// How well an estimate is known.
    pub fn confidence<T>(&self, estimate: &Option<Estimate<T>>) -> Value {
        self.word_of("confidence", estimate.as_ref().map(|it| codes::confidence(it.confidence)))
    }

    /// How well a number is known that is there.
    pub fn known<T>(&self, number: &Option<T>, known: &Knowledge) -> Value {
        let said = number.as_ref().map(|_| codes::confidence(known.confidence));
        self.word_of("confidence", said)
    }

    /// What a target counts.
    pub fn clock(&self, target: Option<TimeTarget>) -> Value {
        self.word_of("clock", target.map(|it| codes::clock(it.clock)))
    }

    /// An event of a clock.
    pub fn event(&self, event: Option<ClockEvent>) -> Value {
        self.word_of("event", event.map(ClockEvent::word))
    }

    /// A name, or what stands for a missing one.
    fn named(&self, name: &str, of: &str) -> String {
        if name.trim().is_empty() {
            self.words.word("unnamed", of).to_owned()
        } else {
            name.to_owned()
        }
    }

    /// What a role is called; empty where it is gone.
    pub fn role_name(&self, id: RoleId) -> String {
        self.document.role(id).map_or_else(String::new, |role| self.named(&role.name, "role"))
    }

    /// An optional role.
    pub fn role(&self, id: Option<RoleId>) -> Value {
        id.map_or(Value::Empty, |id| Value::text(self.role_name(id)))
    }

    /// What a team is called.
    pub fn team_name(&self, team: &Team) -> String {
        self.named(&team.name, "team")
    }

    /// The team of a step.
    pub fn team_of(&self, id: StepId) -> Value {
        let team = self.document.step(id).and_then(|step| self.document.team_of(step));
        team.map_or(Value::Empty, |team| Value::text(self.team_name(team)))
    }

    /// What a step is called; starts and ends without a name by what they are.
    pub fn step_name(&self, step: &Step) -> String {
        let kind = step.shape;
        if kind != model::StepKind::Step && step.name.trim().is_empty() {
            return self.words.word("stepKind", kind.word()).to_owned();
        }
        self.named(&step.name, "step")
    }

    /// A step by its id.
    pub fn step(&self, id: StepId) -> Value {
        self.document.step(id).map_or(Value::Empty, |step| Value::text(self.step_name(step)))
    }

    /// What something on a map is called, in a list of where something is.
    pub fn place(&self, target: Target) -> String {
        let document = self.document;
        let said = match target {
            Target::Step(id) => document.step(id).map(|it| self.step_name(it)),
            Target::Handoff(id) => document.handoff(id).map(Handoff::name),
            Target::Connector(id) => document.connector(id).map(|it| self.connector_name(it)),
            Target::Stage(id) => document.stage(id).map(|it| self.named(&it.name, "stage")),
            Target::Team(id) => document.team(id).map(|it| self.team_name(it)),
            Target::State(id) => document.state(id).map(|it| self.state_name(it)),
        };
        said.unwrap_or_default()
    }

    /// Where something is; what is on another map is named with it.
    pub fn places(&self, targets: &[Target]) -> Value {
        Value::list(targets.iter().map(|it| {
            let place = self.place(*it);
            match self.state_of(*it).filter(|state| state.id != self.state.id) {
                Some(other) => format!("{place} ({})", self.state_name(other)),
                None => place,
            }
        }))
    }

    /// The map that something is drawn on; a team is on all of them, and a state is its own name.
    fn state_of(&self, target: Target) -> Option<&'a State> {
        let document = self.document;
        let state = match target {
            Target::Step(id) => document.step(id)?.state,
            Target::Connector(id) => document.connector(id)?.state,
            Target::Handoff(id) => document.connector(document.handoff(id)?.connector)?.state,
            Target::Stage(id) => document.stage(id)?.state,
            Target::Team(_) | Target::State(_) => return None,
        };
        document.state(state)
    }

    /// A connector by its handoff, else by the step it comes from.
    fn connector_name(&self, connector: &Connector) -> String {
        if let Some(handoff) = self.document.handoff_at(connector) {
            return handoff.name();
        }
        let from = self.document.step(connector.from).map(|step| self.step_name(step));
        format!("{} {}", self.words.word("joint", "after"), from.unwrap_or_default())
    }

    /// What a state is called.
    pub fn state_name(&self, state: &State) -> String {
        if state.name.trim().is_empty() {
            self.words.word("state", state.role.word()).to_owned()
        } else {
            state.name.clone()
        }
    }

    /// A number with a decimal point, as the language writes it.
    pub fn language_number(&self, number: &str) -> String {
        number.replace('.', &self.causes.point.to_string())
    }

    /// The handoffs that cross lanes in this state and are told of, by number.
    pub fn handoffs(&self) -> impl Iterator<Item = (&'a Handoff, &'a Connector)> {
        self.handoffs.iter().copied()
    }
}
