//! The document: all records of one engagement, as a value that is always valid. There is no
//! public way to change one but by applying planned changes.

use crate::change::{Change, Edit};
use crate::command::Command;
use crate::id::*;
use crate::record::*;
use crate::value::{CriterionSide, StepKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why a set of records is not a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum Invalid {
    /// Two records share an id.
    #[error("two records have the number {0}")]
    TwiceUsed(RecordId),
    /// A record refers to something that is not there, or is of another kind.
    #[error("record {from} refers to {} {to}, which does not exist", kind.word())]
    Dangling { from: RecordId, kind: Kind, to: RecordId },
    /// A field holds something out of bounds.
    #[error("the {field} of {} {id} is out of bounds", kind.word())]
    OutOfBounds { id: RecordId, kind: Kind, field: &'static str },
    /// There is not exactly one engagement.
    #[error("a document has one engagement, this one has {0}")]
    Engagements(usize),
    /// A step is not in a lane of its own state, or a connector joins two states.
    #[error("record {0} mixes two states")]
    MixedStates(RecordId),
    /// A connector leads from a step to itself.
    #[error("connector {0} leads from a step to itself")]
    Loop(RecordId),
    /// Into a start, or out of an end.
    #[error("connector {0} leads into a start or out of an end")]
    WrongWay(RecordId),
    /// Lane orders of a state are not 0, 1, 2 ….
    #[error("the lanes of state {0} are not numbered in order")]
    LaneOrder(RecordId),
    /// A team has two lanes in one state.
    #[error("team {0} has two lanes in one state")]
    TwoLanes(RecordId),
    /// Handoff and connector are not one to one, or a crossing has no handoff.
    #[error("connector {0} and its handoff do not match")]
    HandoffMismatch(RecordId),
    /// Two handoffs share a number.
    #[error("two handoffs have the number H-{0:02}")]
    HandoffNumber(u32),
}

macro_rules! tables {
    ($($variant:ident $table:ident $id:ident $one:ident $word:literal),* $(,)?) => {
        #[derive(Clone, Default, Debug, PartialEq)]
        struct Tables { $($table: BTreeMap<$id, Arc<$variant>>),* }

        impl Tables {
            fn put(&mut self, record: Record) -> Option<Record> {
                match record {
                    $(Record::$variant(it) => self.$table.insert(it.id, Arc::new(it)).map(|old| Record::$variant((*old).clone()))),*
                }
            }

            fn take(&mut self, kind: Kind, id: RecordId) -> Option<Record> {
                match kind {
                    $(Kind::$variant => self.$table.remove(&id.into()).map(|old| Record::$variant((*old).clone()))),*
                }
            }
        }

        impl Document {
            $(
                #[doc = concat!("The ", $word, " with this id.")]
                pub fn $one(&self, id: $id) -> Option<&$variant> {
                    self.tables.$table.get(&id).map(|it| &**it)
                }

                #[doc = concat!("All records of kind ", $word, ", by id.")]
                pub fn $table(&self) -> impl DoubleEndedIterator<Item = &$variant> + Clone {
                    self.tables.$table.values().map(|it| &**it)
                }
            )*

            /// The record of this kind with this id.
            pub fn record_of(&self, kind: Kind, id: RecordId) -> Option<Record> {
                match kind {
                    $(Kind::$variant => self.$one(id.into()).map(|it| Record::$variant(it.clone()))),*
                }
            }

            /// Calls `visit` with every record, kind by kind, by id.
            pub fn for_each(&self, visit: &mut dyn FnMut(Record)) {
                $(for it in self.$table() { visit(Record::$variant(it.clone())); })*
            }

            fn each_entity(&self, visit: &mut dyn FnMut(Kind, RecordId, &dyn Entity)) {
                $(for it in self.$table() { visit(Kind::$variant, it.id.into(), it); })*
            }
        }
    };
}
crate::for_each_kind!(tables);

/// All the records of one engagement.
#[derive(Clone, Default, Debug)]
pub struct Document {
    tables: Tables,
    kinds: BTreeMap<RecordId, Kind>,
    /// Connectors at each step, by id.
    touching: BTreeMap<StepId, Arc<Vec<ConnectorId>>>,
    handoff_of: BTreeMap<ConnectorId, HandoffId>,
    next_id: u64,
    next_number: u32,
}

/// Two documents are equal when they hold the same records; what has been used up may differ.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.tables == other.tables
    }
}

impl Document {
    /// A document of these records.
    ///
    /// # Errors
    /// The first rule they break.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Result<Document, Invalid> {
        let mut document = Document { next_id: 1, next_number: 1, ..Document::default() };
        for record in records {
            let id = record.id();
            if document.kinds.contains_key(&id) {
                return Err(Invalid::TwiceUsed(id));
            }
            document.put(record);
        }
        document.check()?;
        Ok(document)
    }

    /// How many records it has.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The kind of the record with this id.
    pub fn kind(&self, id: RecordId) -> Option<Kind> {
        self.kinds.get(&id).copied()
    }

    /// The record with this id.
    pub fn record(&self, id: RecordId) -> Option<Record> {
        self.record_of(self.kind(id)?, id)
    }

    /// Every record, kind by kind, by id.
    pub fn records(&self) -> Vec<Record> {
        let mut all = Vec::with_capacity(self.len());
        self.for_each(&mut |record| all.push(record));
        all
    }

    /// The lowest id never used, and the lowest handoff number never used. Undo does not give
    /// numbers back.
    pub fn used_up(&self) -> (u64, u32) {
        (self.next_id, self.next_number)
    }

    /// Raises what counts as used up; for a document read from a file that remembers more.
    pub fn remember_used_up(&mut self, next_id: u64, next_number: u32) {
        self.next_id = self.next_id.max(next_id);
        self.next_number = self.next_number.max(next_number);
    }

    /// The document after these changes. The caller planned them, or read them from history.
    ///
    /// # Errors
    /// The first rule that the result would break; the document is then as before.
    pub fn with(&self, changes: &[Change]) -> Result<Document, Invalid> {
        let mut next = self.clone();
        for change in changes {
            if let Some(before) = &change.before
                && change.after.is_none()
            {
                next.take(before.kind(), before.id());
            }
            if let Some(after) = &change.after {
                next.put(after.clone());
            }
        }
        next.check_changed(changes)?;
        Ok(next)
    }

    /// The engagement.
    pub fn the_engagement(&self) -> Option<&Engagement> {
        self.engagements().next()
    }

    /// The process a state belongs to.
    pub fn process_of(&self, state: StateId) -> Option<&Process> {
        self.process(self.state(state)?.process)
    }

    /// The lanes of a state, topmost first.
    pub fn lanes_of(&self, state: StateId) -> Vec<&Lane> {
        let mut lanes: Vec<&Lane> = self.lanes().filter(|lane| lane.state == state).collect();
        lanes.sort_by_key(|lane| (lane.order, lane.id));
        lanes
    }

    /// The steps of a state, by id.
    pub fn steps_of(&self, state: StateId) -> impl Iterator<Item = &Step> {
        self.steps().filter(move |step| step.state == state)
    }

    /// The connectors of a state, by id.
    pub fn connectors_of(&self, state: StateId) -> impl Iterator<Item = &Connector> {
        self.connectors().filter(move |connector| connector.state == state)
    }

    /// The connectors that begin or end at a step, by id.
    pub fn connectors_at(&self, step: StepId) -> impl Iterator<Item = &Connector> {
        self.touching
            .get(&step)
            .map(|ids| ids.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|id| self.connector(*id))
    }

    /// Whether a connector leads from one lane to another.
    pub fn crosses(&self, connector: &Connector) -> bool {
        match (self.step(connector.from), self.step(connector.to)) {
            (Some(from), Some(to)) => from.lane != to.lane,
            _ => false,
        }
    }

    /// The handoff of a connector, crossing or dormant.
    pub fn handoff_record(&self, connector: ConnectorId) -> Option<&Handoff> {
        self.handoff(*self.handoff_of.get(&connector)?)
    }

    /// The handoff of a connector, if it crosses lanes now.
    pub fn handoff_at(&self, connector: &Connector) -> Option<&Handoff> {
        if self.crosses(connector) { self.handoff_record(connector.id) } else { None }
    }

    /// The handoffs of a state that cross lanes now, by number.
    pub fn handoffs_of(&self, state: StateId) -> Vec<(&Handoff, &Connector)> {
        let mut all: Vec<_> = self
            .connectors_of(state)
            .filter_map(|connector| Some((self.handoff_at(connector)?, connector)))
            .collect();
        all.sort_by_key(|(handoff, _)| (handoff.number, handoff.id));
        all
    }

    /// The team of a step.
    pub fn team_of(&self, step: &Step) -> Option<&Team> {
        self.team(self.lane(step.lane)?.team)
    }

    /// The criteria of one side of a handoff or stage, in order.
    pub fn criteria_of(&self, about: Target, side: CriterionSide) -> Vec<&Criterion> {
        let mut all: Vec<_> =
            self.criteria().filter(|it| it.about == about && it.side == side).collect();
        all.sort_by_key(|it| (it.order, it.id));
        all
    }

    /// The RACI row of a handoff or step.
    pub fn raci_row(&self, row: Target) -> impl Iterator<Item = &RaciAssignment> {
        self.raci_assignments().filter(move |it| it.row == row)
    }

    pub(crate) fn put(&mut self, record: Record) -> Option<Record> {
        let id = record.id();
        self.next_id = self.next_id.max(id.0.saturating_add(1));
        let previous = self.kinds.insert(id, record.kind());
        match &record {
            Record::Connector(connector) => {
                if let Some(old) = self.connector(connector.id).cloned() {
                    self.unlink(&old);
                }
                self.link(connector);
            }
            Record::Handoff(handoff) => {
                self.next_number = self.next_number.max(handoff.number.saturating_add(1));
                self.handoff_of.insert(handoff.connector, handoff.id);
            }
            _ => {}
        }
        debug_assert!(previous.is_none_or(|kind| kind == record.kind()));
        self.tables.put(record)
    }

    pub(crate) fn take(&mut self, kind: Kind, id: RecordId) -> Option<Record> {
        self.kinds.remove(&id);
        let old = self.tables.take(kind, id)?;
        match &old {
            Record::Connector(connector) => self.unlink(connector),
            Record::Handoff(handoff)
                if self.handoff_of.get(&handoff.connector) == Some(&handoff.id) =>
            {
                self.handoff_of.remove(&handoff.connector);
            }
            _ => {}
        }
        Some(old)
    }

    fn link(&mut self, connector: &Connector) {
        for step in [connector.from, connector.to] {
            let ids = Arc::make_mut(self.touching.entry(step).or_default());
            if let Err(at) = ids.binary_search(&connector.id) {
                ids.insert(at, connector.id);
            }
        }
    }

    fn unlink(&mut self, connector: &Connector) {
        for step in [connector.from, connector.to] {
            if let Some(ids) = self.touching.get_mut(&step) {
                Arc::make_mut(ids).retain(|id| *id != connector.id);
                if ids.is_empty() {
                    self.touching.remove(&step);
                }
            }
        }
    }

    /// Whether every rule holds.
    ///
    /// # Errors
    /// The first rule that does not.
    pub fn check(&self) -> Result<(), Invalid> {
        let mut broken = Ok(());
        self.each_entity(&mut |kind, id, entity| {
            if broken.is_ok() {
                broken = self.check_entity(kind, id, entity);
            }
        });
        broken?;
        self.check_engagement()?;
        for connector in self.connectors() {
            self.check_connector(connector)?;
        }
        for step in self.steps() {
            self.check_step(step)?;
        }
        for state in self.states() {
            self.check_lanes(state.id)?;
        }
        self.check_handoffs()
    }

    fn check_changed(&self, changes: &[Change]) -> Result<(), Invalid> {
        let mut gone = BTreeSet::new();
        let mut lanes_moved = false;
        let mut handoffs_moved = false;
        for change in changes {
            let Some(after) = &change.after else {
                if let Some(before) = &change.before {
                    gone.insert(before.id());
                    lanes_moved |= matches!(before.kind(), Kind::Lane | Kind::State);
                    handoffs_moved |= matches!(before.kind(), Kind::Handoff | Kind::Connector);
                }
                continue;
            };
            self.check_entity(after.kind(), after.id(), after)?;
            match after {
                Record::Connector(connector) => self.check_connector(connector)?,
                Record::Step(step) => {
                    self.check_step(step)?;
                    for connector in self.connectors_at(step.id) {
                        self.check_connector(connector)?;
                    }
                }
                Record::Lane(_) => lanes_moved = true,
                Record::Handoff(_) => handoffs_moved = true,
                Record::Engagement(_) => self.check_engagement()?,
                _ => {}
            }
        }
        if !gone.is_empty() {
            self.check_engagement()?;
            let mut broken = Ok(());
            self.each_entity(&mut |_, from, entity| {
                entity.references(&mut |kind, to| {
                    if gone.contains(&to) && broken.is_ok() {
                        broken = Err(Invalid::Dangling { from, kind, to });
                    }
                });
            });
            broken?;
        }
        if lanes_moved {
            for state in self.states() {
                self.check_lanes(state.id)?;
            }
        }
        if handoffs_moved {
            self.check_handoffs()?;
        }
        Ok(())
    }

    fn check_entity(&self, kind: Kind, id: RecordId, entity: &dyn Entity) -> Result<(), Invalid> {
        if let Some(field) = entity.out_of_bounds() {
            return Err(Invalid::OutOfBounds { id, kind, field });
        }
        let mut broken = Ok(());
        entity.references(&mut |kind, to| {
            if broken.is_ok() && self.kind(to) != Some(kind) {
                broken = Err(Invalid::Dangling { from: id, kind, to });
            }
        });
        broken
    }

    fn check_engagement(&self) -> Result<(), Invalid> {
        match self.tables.engagements.len() {
            1 => Ok(()),
            other => Err(Invalid::Engagements(other)),
        }
    }

    fn check_step(&self, step: &Step) -> Result<(), Invalid> {
        match self.lane(step.lane) {
            Some(lane) if lane.state == step.state => Ok(()),
            _ => Err(Invalid::MixedStates(step.id.into())),
        }
    }

    fn check_connector(&self, connector: &Connector) -> Result<(), Invalid> {
        let id = RecordId::from(connector.id);
        let (Some(from), Some(to)) = (self.step(connector.from), self.step(connector.to)) else {
            return Err(Invalid::Dangling {
                from: id,
                kind: Kind::Step,
                to: connector.from.into(),
            });
        };
        if from.id == to.id {
            return Err(Invalid::Loop(id));
        }
        if from.state != connector.state || to.state != connector.state {
            return Err(Invalid::MixedStates(id));
        }
        if to.shape == StepKind::Start || from.shape == StepKind::End {
            return Err(Invalid::WrongWay(id));
        }
        if from.lane != to.lane && self.handoff_record(connector.id).is_none() {
            return Err(Invalid::HandoffMismatch(id));
        }
        Ok(())
    }

    fn check_lanes(&self, state: StateId) -> Result<(), Invalid> {
        let mut teams = BTreeSet::new();
        for (order, lane) in self.lanes_of(state).into_iter().enumerate() {
            if usize::from(lane.order) != order {
                return Err(Invalid::LaneOrder(state.into()));
            }
            if !teams.insert(lane.team) {
                return Err(Invalid::TwoLanes(lane.team.into()));
            }
        }
        Ok(())
    }

    fn check_handoffs(&self) -> Result<(), Invalid> {
        let mut numbers = BTreeSet::new();
        for handoff in self.handoffs() {
            if self.handoff_of.get(&handoff.connector) != Some(&handoff.id) {
                return Err(Invalid::HandoffMismatch(handoff.connector.into()));
            }
            // A number follows the lineage: the same handoff in another state may carry it.
            let state = self.connector(handoff.connector).map(|connector| connector.state);
            if !numbers.insert((state, handoff.number)) {
                return Err(Invalid::HandoffNumber(handoff.number));
            }
        }
        Ok(())
    }
}

/// A document being changed while a command is planned: every query sees what was done so far,
/// and the first sight of each record is kept for undo.
pub(crate) struct Draft {
    document: Document,
    before: BTreeMap<RecordId, Option<Record>>,
}

impl Draft {
    pub(crate) fn of(document: &Document) -> Draft {
        Draft { document: document.clone(), before: BTreeMap::new() }
    }

    pub(crate) fn seen(&self) -> &Document {
        &self.document
    }

    /// The next free record id.
    pub(crate) fn fresh(&mut self) -> RecordId {
        let id = RecordId(self.document.next_id.max(1));
        self.document.next_id = id.0.saturating_add(1);
        id
    }

    pub(crate) fn fresh_number(&mut self) -> u32 {
        let number = self.document.next_number.max(1);
        self.document.next_number = number.saturating_add(1);
        number
    }

    pub(crate) fn put(&mut self, record: impl Into<Record>) {
        let record = record.into();
        let id = record.id();
        let old = self.document.put(record);
        self.before.entry(id).or_insert(old);
    }

    pub(crate) fn remove(&mut self, id: RecordId) {
        if let Some(kind) = self.document.kind(id) {
            let old = self.document.take(kind, id);
            self.before.entry(id).or_insert(old);
        }
    }

    /// Removes records and everything that cannot be without them; what can, lets go of them.
    pub(crate) fn remove_with_dependents(&mut self, ids: impl IntoIterator<Item = RecordId>) {
        let mut queue: Vec<RecordId> = ids.into_iter().collect();
        while let Some(gone) = queue.pop() {
            let mut touched = Vec::new();
            self.document.each_entity(&mut |kind, id, entity| {
                let mut refers = false;
                entity.references(&mut |_, to| refers |= to == gone);
                if refers {
                    touched.push((kind, id));
                }
            });
            for (kind, id) in touched {
                let Some(mut record) = self.document.record_of(kind, id) else { continue };
                match record.release(gone) {
                    Release::Goes => queue.push(id),
                    Release::Loosened => self.put(record),
                    Release::Untouched => {}
                }
            }
            self.remove(gone);
        }
    }

    /// Each record touched so far, as it was before the command.
    pub(crate) fn first_sights(&self) -> &BTreeMap<RecordId, Option<Record>> {
        &self.before
    }

    /// What was changed, in the order of ids, and the document it leads to.
    pub(crate) fn finish(self) -> (Vec<Change>, Document) {
        let Draft { document, before } = self;
        let changes = before
            .into_iter()
            .map(|(id, before)| Change { before, after: document.record(id) })
            .filter(|change| change.before != change.after)
            .collect();
        (changes, document)
    }
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }
}

impl Document {
    /// Whether a command could be planned; the convenience of tests and menus.
    pub fn allows(&self, command: &Command) -> bool {
        crate::command::plan(self, command).is_ok()
    }
}
