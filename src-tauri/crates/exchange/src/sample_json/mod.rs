//! The sample format: one state of one process as JSON, optionally with everything that a finished
//! engagement has besides. tests/fixtures/README.md describes it key by key.

mod agreement;
mod bounds;
mod format;
mod frame;
mod future;
mod map;
mod sla;
mod stages;
mod templates;
mod values;
mod workshop;

use crate::error::Error;
use crate::place::placed;
use format::{File, Map};
use model::*;
use serde_json::error::Category;
use std::collections::BTreeMap;
use values::{no_such, short};

/// Reads a file in the sample format and lays its map out.
///
/// # Errors
/// A file that is too large, no JSON, has an unknown key, a reference to nothing, or a number out
/// of bounds: each with its line and column, or its path in the file.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    if bytes.len() > crate::MOST_BYTES {
        return Err(Error::TooLarge { bytes: bytes.len(), most: crate::MOST_BYTES });
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let file: File = serde_json::from_slice(bytes).map_err(|error| told(&error))?;
    let mut making = Making::default();
    making.frame(&file)?;
    making.teams(&file)?;
    making.roles(&file)?;
    making.name_templates(&file)?;
    making.map(file.map())?;
    making.workshop(&file)?;
    if let Some(future) = file.future() {
        making.begin_future(&file)?;
        making.map(future)?;
    }
    making.templates(&file)?;
    making.finish()
}

fn told(error: &serde_json::Error) -> Error {
    let (line, column) = (error.line(), error.column());
    let what = error.to_string();
    let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what).to_owned();
    match error.classify() {
        Category::Data => Error::NotTheFormat { line, column, what },
        Category::Syntax | Category::Eof | Category::Io => Error::NotJson { line, column, what },
    }
}

/// The records of a file in the making, and what its codes stand for.
#[derive(Default)]
struct Making {
    next: u64,
    next_number: u32,
    state: StateId,
    clock: Clock,
    calendar: Option<CalendarId>,
    records: Vec<Record>,
    /// Where in the file each record comes from.
    paths: BTreeMap<RecordId, String>,
    /// The states that have to be laid out.
    states: Vec<StateId>,
    teams: BTreeMap<String, (TeamId, LaneId)>,
    roles: BTreeMap<String, RoleId>,
    steps: BTreeMap<String, (StepId, LaneId)>,
    connectors: BTreeMap<String, Connector>,
    handoffs: BTreeMap<String, Handoff>,
    stages: BTreeMap<String, Stage>,
    templates: BTreeMap<String, TemplateId>,
    pains: BTreeMap<String, PainPointId>,
    /// What the future state descends from.
    before: Before,
}

/// The state that a future one descends from, by the codes of the file.
#[derive(Default)]
struct Before {
    steps: BTreeMap<String, StepId>,
    connectors: BTreeMap<String, ConnectorId>,
    numbers: BTreeMap<ConnectorId, u32>,
}

impl Making {
    /// The next id, for a record from this place in the file.
    fn fresh<T: From<RecordId>>(&mut self, path: &str) -> T {
        self.next += 1;
        self.paths.insert(RecordId(self.next), path.to_owned());
        RecordId(self.next).into()
    }

    /// One state of the process: its map, and what is agreed in it.
    fn map(&mut self, map: Map) -> Result<(), Error> {
        self.steps(map)?;
        self.stages(map)?;
        self.connectors(map)?;
        self.handoffs(map)
    }

    fn put(&mut self, record: impl Into<Record>) {
        self.records.push(record.into());
    }

    fn role(&self, code: &Option<String>, path: &str) -> Result<Option<RoleId>, Error> {
        let Some(code) = code else { return Ok(None) };
        let found = self.roles.get(code).copied();
        found.map(Some).ok_or_else(|| no_such(path, "role", code))
    }

    fn step(&self, code: &str, path: &str) -> Result<(StepId, LaneId), Error> {
        self.steps.get(code).copied().ok_or_else(|| no_such(path, "step", code))
    }

    /// The handoff of a connector, which must join two teams.
    fn handoff(&mut self, code: &str, path: &str) -> Result<&mut Handoff, Error> {
        if !self.connectors.contains_key(code) {
            return Err(no_such(path, "connector", code));
        }
        self.handoffs
            .get_mut(code)
            .ok_or_else(|| Error::NotAHandoff { path: path.to_owned(), name: short(code) })
    }

    /// The step or connector with this code.
    fn target(&self, code: &str, path: &str) -> Result<Target, Error> {
        let step = self.steps.get(code).map(|(step, _)| Target::Step(*step));
        let connector = || self.connectors.get(code).map(|it| Target::Connector(it.id));
        step.or_else(connector).ok_or_else(|| no_such(path, "step or connector", code))
    }

    /// Connectors, handoffs and stages are complete once everything about their state was read.
    fn put_connectors(&mut self) {
        let stages = std::mem::take(&mut self.stages);
        self.records.extend(stages.into_values().map(Record::from));
        let connectors = std::mem::take(&mut self.connectors);
        let handoffs = std::mem::take(&mut self.handoffs);
        self.records.extend(connectors.into_values().map(Record::from));
        self.records.extend(handoffs.into_values().map(Record::from));
    }

    fn finish(mut self) -> Result<Document, Error> {
        self.put_connectors();
        let document = Document::from_records(self.records).map_err(|why| {
            let path = about(&why).and_then(|id| self.paths.get(&id));
            Error::Unfit { path: path.map_or("The file", String::as_str).to_owned(), why }
        })?;
        self.states.iter().try_fold(document, |document, state| placed(document, *state))
    }
}

/// The record that an invalid document is about.
fn about(why: &Invalid) -> Option<RecordId> {
    match why {
        Invalid::TwiceUsed(id)
        | Invalid::Dangling { from: id, .. }
        | Invalid::OutOfBounds { id, .. }
        | Invalid::MixedStates(id)
        | Invalid::Loop(id)
        | Invalid::WrongWay(id)
        | Invalid::LaneOrder(id)
        | Invalid::TwoLanes(id)
        | Invalid::HandoffMismatch(id) => Some(*id),
        Invalid::Engagements(_) | Invalid::HandoffNumber(_) => None,
    }
}
