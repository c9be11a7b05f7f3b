//! A document while a command is planned.

use super::Document;
use crate::change::Change;
use crate::id::*;
use crate::record::*;
use std::collections::{BTreeMap, BTreeSet};

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

    /// Records and everything that cannot be without them.
    pub(crate) fn with_dependents(&self, ids: &BTreeSet<RecordId>) -> BTreeSet<RecordId> {
        let referring = Referring::in_document(&self.document);
        let mut all = ids.clone();
        let mut queue: Vec<RecordId> = ids.iter().copied().collect();
        while let Some(gone) = queue.pop() {
            for (kind, id) in referring.to(gone) {
                if all.contains(&id) {
                    continue;
                }
                let record = self.document.record_of(kind, id);
                if record.is_some_and(|mut it| it.release(gone) == Release::Goes) {
                    all.insert(id);
                    queue.push(id);
                }
            }
        }
        all
    }

    /// Removes records and everything that cannot be without them; what can, lets go of them.
    pub(crate) fn remove_with_dependents(&mut self, ids: impl IntoIterator<Item = RecordId>) {
        let mut queue: Vec<RecordId> = ids.into_iter().collect();
        if queue.is_empty() {
            return;
        }
        let referring = Referring::in_document(&self.document);
        while let Some(gone) = queue.pop() {
            for (kind, id) in referring.to(gone) {
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

/// Who refers to what in a document. It still tells everything while records let go of others, which
/// only takes away from it: many can be removed for one look at all.
struct Referring(Vec<(RecordId, Kind, RecordId)>);

impl Referring {
    fn in_document(document: &Document) -> Referring {
        let mut all = Vec::new();
        document.each_entity(&mut |kind, id, entity| {
            entity.references(&mut |_, to| all.push((to, kind, id)));
        });
        all.sort_unstable();
        all.dedup();
        Referring(all)
    }

    /// Those that refer to a record.
    fn to(&self, gone: RecordId) -> impl Iterator<Item = (Kind, RecordId)> + '_ {
        let from = self.0.partition_point(|it| it.0 < gone);
        let all = self.0.get(from..).unwrap_or_default();
        all.iter().take_while(move |it| it.0 == gone).map(|it| (it.1, it.2))
    }
}
