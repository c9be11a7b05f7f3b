//! Another file of the same engagement beside the open one: what differs, and taking what a person
//! chose of it. The other file is only read; what is taken is one edit of the open one.

use crate::Failure;
use crate::api::{DifferencesShown, MergedShown, Patch};
use crate::failure::from_store;
use crate::session::Session;
use analysis::compare::merge::{self, Versions};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use store::Beside;

impl Session {
    /// What differs between the open file and another one of the same engagement. A name without a
    /// folder is one beside the open file.
    ///
    /// # Errors
    /// The other file cannot be read, or is of another engagement.
    pub fn differences(&mut self, other: &Path) -> Result<DifferencesShown, Failure> {
        let path = self.beside_it(other);
        let Beside { document, base, mark } = self.store().beside(&path).map_err(from_store)?;
        let here = self.document();
        let versions = Versions { base: base.as_ref(), here: &here, there: &document };
        Ok(DifferencesShown {
            revision: self.revision(),
            path: path.display().to_string(),
            name: file_name(&path),
            mark,
            differences: merge::differences(&versions, self.language()),
        })
    }

    /// Makes these differences as they are in the other file, as one edit. `mark` and `revision` are
    /// those that the differences were told with.
    ///
    /// # Errors
    /// As [`Session::differences`]; one of the files is another by now; the open one could not take the
    /// edit.
    pub fn merge(
        &mut self,
        other: &Path,
        (revision, mark): (u64, &str),
        taken: &[String],
    ) -> Result<(Option<Patch>, MergedShown), Failure> {
        let path = self.beside_it(other);
        let there = self.store().beside(&path).map_err(from_store)?;
        if revision != self.revision() || mark != there.mark {
            return Err(compared_before());
        }
        let here = self.document();
        let base = there.base.as_ref();
        let versions = Versions { base, here: &here, there: &there.document };
        let chosen: BTreeSet<String> = taken.iter().cloned().collect();
        let name = file_name(&path);
        let merging = merge::merged(&versions, &chosen, &name, self.language());
        let patch = merging.command.as_ref().map(|command| self.apply(command)).transpose()?;
        let merge::Merging { taken, along, gone, left, .. } = merging;
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        Ok((patch, MergedShown { taken, along, gone, left }))
    }

    fn beside_it(&self, other: &Path) -> PathBuf {
        self.path().parent().map_or_else(|| other.to_owned(), |folder| folder.join(other))
    }
}

/// What a file is called, with its ending: copies differ by what stands before it.
fn file_name(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

fn compared_before() -> Failure {
    Failure {
        code: "differencesOld".to_owned(),
        message: "One of the two files changed since they were compared, so nothing was taken."
            .to_owned(),
        hint: "Compare them again, and choose anew.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}
