//! Named points of the history: listed, named, held against the present, restored. A restored
//! version is one new edit, so that undo takes it back, and what came after it stays in history.

use crate::Failure;
use crate::api::{Compared, ComparedSides, Patch, VersionBeside, VersionChanges, VersionShown};
use crate::failure::from_store;
use crate::session::{AS_OPENED, Session};
use crate::today::today;
use analysis::compare::{Side, compare, since};
use model::{Change, Document, Edit, Label, LabelCode, Record, RecordId};
use scene::{Composer, compared};
use std::collections::BTreeMap;

/// Longest name of a version, in characters: one line of a list.
const LONGEST: usize = 120;

impl Session {
    /// The named points, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn versions(&mut self) -> Result<Vec<VersionShown>, Failure> {
        let versions = self.store().versions().map_err(from_store)?;
        let shown = versions.into_iter().rev().map(|it| VersionShown {
            version: it.id,
            name: if it.name == AS_OPENED { String::new() } else { it.name },
            at: it.at,
            since: it.since,
        });
        Ok(shown.collect())
    }

    /// Names this point, as a person wrote it.
    ///
    /// # Errors
    /// The name is empty or too long; the file could not take it.
    pub fn name_point(&mut self, name: &str) -> Result<(), Failure> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > LONGEST || name.chars().any(char::is_control) {
            return Err(Failure {
                code: "outOfBounds".to_owned(),
                message: format!("A version needs a name of up to {LONGEST} characters."),
                hint: "Give it a shorter one, such as “End of day 1”.".to_owned(),
                ids: Vec::new(),
                unread: None,
            });
        }
        // The word that stands for the file as it was opened is no name that anybody gives.
        let name = if name == AS_OPENED { format!("“{name}”") } else { name };
        self.name_version(&name)
    }

    /// The document as it was.
    ///
    /// # Errors
    /// There is no such version, or it cannot be read.
    pub fn as_it_was(&mut self, version: u64) -> Result<Document, Failure> {
        self.store().as_it_was(version).map_err(from_store)
    }

    /// What changed since, in words.
    ///
    /// # Errors
    /// As [`Session::as_it_was`].
    pub fn version_changes(&mut self, version: u64) -> Result<VersionChanges, Failure> {
        let before = self.as_it_was(version)?;
        let since = since(&before, &self.document(), Some(&today()), self.language());
        Ok(VersionChanges { revision: self.revision(), version, since })
    }

    /// The state on the canvas as it was, beside how it is.
    ///
    /// # Errors
    /// As [`Session::as_it_was`]; or the state was made since.
    pub fn version_beside(&mut self, version: u64) -> Result<VersionBeside, Failure> {
        let was = self.as_it_was(version)?;
        let (document, state) = (self.document(), self.state());
        was.state(state).ok_or_else(made_since)?;
        let side = |document| Side { document, state };
        let comparison = compare(side(&was), side(&document), Some(&today()), self.language());
        // One composer each: what one drew is no answer to what the other asks.
        let composer = || Composer::speaking(self.language());
        let before = compared::as_it_was(&mut composer(), &was, &comparison);
        let after = compared::side(&mut composer(), &document, &comparison, state);
        let revision = self.revision();
        Ok(VersionBeside {
            compared: Compared { revision, comparison, scene: after.clone() },
            sides: ComparedSides { revision, before, after },
        })
    }

    /// Makes the document what it was, as one edit.
    ///
    /// # Errors
    /// As [`Session::as_it_was`]; or the file could not take it. Nothing has changed then.
    pub fn restore_version(&mut self, version: u64) -> Result<Patch, Failure> {
        let was = self.as_it_was(version)?;
        let name = self.versions()?.into_iter().find(|it| it.version == version);
        let name = name.map(|it| it.name).unwrap_or_default();
        let changes = turning(&self.document(), &was);
        self.become_other(&Edit { label: Label::of(LabelCode::RestoreVersion, &name), changes })
    }
}

fn made_since() -> Failure {
    Failure {
        code: "stateMadeSince".to_owned(),
        message: "The state on the canvas was made after this version.".to_owned(),
        hint: "Show a state that there was then, and compare again.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

/// The changes that turn one document into another, in the order of ids.
fn turning(from: &Document, to: &Document) -> Vec<Change> {
    let mut changes: BTreeMap<RecordId, Change> = BTreeMap::new();
    let mut put = |before: Option<Record>, after: Option<Record>| {
        if let Some(id) = before.as_ref().or(after.as_ref()).map(Record::id)
            && before != after
        {
            changes.insert(id, Change { before, after });
        }
    };
    from.for_each(&mut |record| {
        let after = to.record_of(record.kind(), record.id());
        put(Some(record), after);
    });
    to.for_each(&mut |record| {
        if from.record_of(record.kind(), record.id()).is_none() {
            put(None, Some(record));
        }
    });
    changes.into_values().collect()
}
