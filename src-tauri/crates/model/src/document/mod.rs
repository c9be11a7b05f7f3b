//! The document: all records of one engagement, as a value that is always valid. There is no
//! public way to change one but by applying planned changes.

mod check;
mod draft;
mod mend;

pub use check::Invalid;
pub(crate) use draft::Draft;
pub use mend::Mended;

use crate::change::{Change, Edit};
use crate::id::*;
use crate::record::*;
use crate::value::CriterionSide;
use std::collections::BTreeMap;
use std::sync::Arc;

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

    /// The ids of all records, in order.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.kinds.keys().copied()
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
            // What history says may be anything: also that a record is of another kind now.
            if let Some(before) = &change.before
                && change.after.as_ref().is_none_or(|after| after.kind() != before.kind())
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
                let before = self.handoff(handoff.id).map(|it| it.connector);
                if let Some(old) = before.filter(|it| *it != handoff.connector)
                    && self.handoff_of.get(&old) == Some(&handoff.id)
                {
                    self.handoff_of.remove(&old);
                }
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
}

impl Edit {
    /// The edit that takes this one back.
    pub fn inverse(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }
}
