//! Every way to change a file, all through one transaction of one shape: recorded, begun, compared
//! with what is expected, written, committed; and when anything fails, the file itself is asked
//! what became of it.

use crate::connect::allow;
use crate::create::fresh_id;
use crate::digest::Digest;
use crate::error::Error;
use crate::fault::Fault;
use crate::history::{self, Labels, Stamp};
use crate::meta::Meta;
use crate::recorder::{Act, Entry, now};
use crate::store::{Access, Store};
use crate::{rows, version};
use model::{Change, Document, Edit, Label};
use rusqlite::Connection;
use std::time::{Duration, SystemTime};

/// How long one edit may take, waiting for locks and a slow disk included. An import is one edit.
pub(crate) const BUDGET: Duration = Duration::from_secs(10);
/// How often a lock that somebody holds just now is tried.
const TRIES: u32 = 3;

/// A transaction as planned.
struct Plan<'a> {
    act: Act,
    /// What it does to the records.
    changes: &'a [Change],
    label: Option<&'a Label>,
    /// What a version is called.
    name: Option<&'a str>,
    /// What it does beside that.
    write: &'a dyn Fn(&Connection, &mut Meta, Stamp) -> Result<(), Fault>,
}

impl Store {
    /// Carries an edit out. When this returns `Ok`, it is on disk: in the file, and in the flight
    /// recorder. What could be redone no longer can. `used_up` is [`Document::used_up`] after it.
    ///
    /// # Errors
    /// The edit is not in the file, except after [`Error::Unsure`], which [`Store::reload`]
    /// resolves.
    pub fn commit(&mut self, edit: &Edit, used_up: (u64, u32)) -> Result<(), Error> {
        self.run(Plan {
            act: Act::Commit,
            changes: &edit.changes,
            label: Some(&edit.label),
            name: None,
            write: &|conn, meta, stamp| {
                version::keep_those_above(conn, meta)?;
                meta.use_up(used_up);
                history::push(conn, meta, edit, stamp)?;
                rows::apply(conn, meta, &edit.changes)
            },
        })?;
        self.own_from = self.own_from.min(self.meta.cursor);
        Ok(())
    }

    /// Carries an edit out as part of the last one, so that one undo takes both back: typing. An
    /// edit that is named as a version, or that was undone to, is left as it is; then this is a
    /// [`Store::commit`]. Where the two together change nothing, neither is in history any more; says
    /// whether they are.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn amend(&mut self, edit: &Edit, used_up: (u64, u32)) -> Result<bool, Error> {
        self.amend_as(edit, &edit.label, used_up)
    }

    /// The same, with a label for both.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn amend_as(
        &mut self,
        edit: &Edit,
        label: &Label,
        used_up: (u64, u32),
    ) -> Result<bool, Error> {
        let Some(last) = self.amendable().map_err(|fault| fault.at(&self.path))? else {
            return self.commit(edit, used_up).map(|()| true);
        };
        let both = history::merged(&last, edit, label);
        self.run(Plan {
            act: Act::Amend,
            changes: &edit.changes,
            label: Some(label),
            name: None,
            write: &|conn, meta, stamp| {
                meta.cursor -= 1;
                meta.use_up(used_up);
                match both.changes.is_empty() {
                    true => history::drop_above(conn, meta)?,
                    false => history::push(conn, meta, &both, stamp)?,
                }
                rows::apply(conn, meta, &edit.changes)
            },
        })?;
        Ok(!both.changes.is_empty())
    }

    /// Takes the edit at the cursor back. Returns what was applied to the records, none if there is
    /// nothing to undo.
    ///
    /// # Errors
    /// As [`Store::commit`]; the cursor has not moved then.
    pub fn undo(&mut self) -> Result<Option<Vec<Change>>, Error> {
        self.travel(Act::Undo, self.meta.cursor, None)
    }

    /// The same where the caller holds the document that is in the file, which then need not be read.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo_of(&mut self, document: &Document) -> Result<Option<Vec<Change>>, Error> {
        self.travel(Act::Undo, self.meta.cursor, Some(document))
    }

    /// Brings the edit above the cursor back. Returns what was applied to the records, none if
    /// there is nothing to redo.
    ///
    /// # Errors
    /// As [`Store::commit`]; the cursor has not moved then.
    pub fn redo(&mut self) -> Result<Option<Vec<Change>>, Error> {
        self.travel(Act::Redo, self.meta.cursor + 1, None)
    }

    /// The same where the caller holds the document that is in the file, which then need not be read.
    ///
    /// # Errors
    /// As [`Store::redo`].
    pub fn redo_of(&mut self, document: &Document) -> Result<Option<Vec<Change>>, Error> {
        self.travel(Act::Redo, self.meta.cursor + 1, Some(document))
    }

    /// Gives this point of the history a name. It can be returned to even when edits made after an
    /// undo drop it from history.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn name_version(&mut self, name: &str) -> Result<(), Error> {
        self.run(Plan {
            act: Act::Name,
            changes: &[],
            label: None,
            name: Some(name),
            write: &|conn, meta, stamp| version::name(conn, meta, name, stamp),
        })
    }

    /// Undoes or redoes the edit at `seq`.
    fn travel(
        &mut self,
        act: Act,
        seq: u64,
        held: Option<&Document>,
    ) -> Result<Option<Vec<Change>>, Error> {
        let edit = self.edit_at(seq).map_err(|fault| fault.at(&self.path))?;
        let Some(edit) = edit else { return Ok(None) };
        let (cursor, changes) = match act {
            Act::Undo => (seq - 1, edit.inverse()),
            _ => (seq, edit.changes),
        };
        let own = seq >= self.own_from;
        self.run(Plan {
            act,
            changes: &changes,
            label: Some(&edit.label),
            name: None,
            write: &|conn, meta, _| {
                meta.cursor = cursor;
                rows::apply(conn, meta, &changes)?;
                // History from elsewhere is only as good as whoever wrote the file: it must not
                // lead to a document that could not be opened again.
                match held {
                    _ if own => Ok(()),
                    Some(document) => leads_on(document, &changes),
                    None => rows::document(conn, meta).map(|_: Document| ()),
                }
            },
        })?;
        Ok(Some(changes))
    }

    fn edit_at(&self, seq: u64) -> Result<Option<Edit>, Fault> {
        if seq == 0 {
            return Ok(None);
        }
        history::at(self.conn.as_ref().ok_or(Fault::Unsure)?, seq)
    }

    /// The edit that may be merged into.
    fn amendable(&self) -> Result<Option<Edit>, Fault> {
        let conn = self.conn.as_ref().ok_or(Fault::Unsure)?;
        if self.meta.cursor < self.meta.edits || version::is_named(conn, &self.meta)? {
            return Ok(None);
        }
        self.edit_at(self.meta.cursor)
    }

    fn run(&mut self, plan: Plan<'_>) -> Result<(), Error> {
        self.transact(plan).map_err(|fault| fault.at(&self.path))
    }

    fn transact(&mut self, plan: Plan<'_>) -> Result<(), Fault> {
        if self.access == Access::ReadOnly {
            return Err(Fault::ReadOnly);
        }
        if self.behind {
            // From here on nothing leads from this file to those edits any more.
            self.behind = !self.shelve_recorded();
        }
        let conn = self.conn.as_mut().ok_or(Fault::Unsure)?;
        if let Some(keeper) = &mut self.keeper {
            keeper.before_edit(conn, &self.meta);
        }
        allow(conn, BUDGET)?;
        let stamp = Stamp { command: fresh_id(conn)?, at: now() };
        let mut next = self.meta.clone();
        next.revision += 1;
        next.mark = self.meta.mark_after(&stamp.command);
        self.record(plan.act, &next, &plan, stamp);
        self.written = true;
        let conn = self.conn.as_ref().ok_or(Fault::Unsure)?;
        if let Err(fault) = patiently(conn, "BEGIN IMMEDIATE") {
            // It never began: there is nothing to ask.
            self.record(Act::Void, &next, &plan, stamp);
            return Err(self.why(fault));
        }
        let write = |conn: &Connection, next: &mut Meta| (plan.write)(conn, next, stamp);
        let done = attempt(conn, &self.meta, &mut next, &write);
        let settled = match done {
            Ok(labels) => {
                self.labels = labels;
                self.meta = next.clone();
                Ok(())
            }
            Err(fault) => self.ask(fault, &next),
        };
        // Whether it happened is known, and the person hears of it: it is not an edit to restore.
        match &settled {
            Ok(()) => {}
            Err(Fault::Unsure) => {
                if let Some(recorder) = &mut self.recorder {
                    recorder.leave_open(next.mark);
                }
            }
            Err(_) => self.record(Act::Void, &next, &plan, stamp),
        }
        settled
    }

    /// Has the flight recorder keep an edit that the file did not take, so that it is offered when
    /// the file is opened again should this program end before it is saved. Says whether it did.
    pub fn keep_unsaved(&mut self, edit: &Edit) -> bool {
        let Some(recorder) = &mut self.recorder else { return false };
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let nonce = since.as_nanos().to_le_bytes();
        let mark = Digest::of(&[b"unsaved", &self.meta.mark.0, nonce.as_slice()]);
        recorder.keep(&Entry {
            before: self.meta.mark.to_string(),
            after: mark.to_string(),
            at: now(),
            act: Act::Commit,
            label: Some(&edit.label),
            changes: &edit.changes,
            name: None,
        });
        recorder.leave_open(mark);
        recorder.is_on()
    }

    /// The edits that [`Store::keep_unsaved`] kept are saved by now, or are not wanted any more; and
    /// what became of transactions of which it was not known is known by now.
    pub fn forget_unsaved(&mut self) {
        if let Some(recorder) = &mut self.recorder {
            recorder.void_open_ends(&self.meta.mark);
        }
    }

    fn record(&mut self, act: Act, next: &Meta, plan: &Plan<'_>, stamp: Stamp) {
        let Some(recorder) = &mut self.recorder else { return };
        let (before, after) = (self.meta.mark.to_string(), next.mark.to_string());
        let void = act == Act::Void;
        let changes = if void { &[] } else { plan.changes };
        let label = if void { None } else { plan.label };
        let name = if void { None } else { plan.name };
        recorder.keep(&Entry { before, after, at: stamp.at, act, label, changes, name });
    }
}

/// Whether these changes of a document lead to one that keeps every rule.
fn leads_on(document: &Document, changes: &[Change]) -> Result<(), Fault> {
    let after = document.with(changes).and_then(|after| after.check());
    after.map_err(|invalid| Fault::Unreadable(invalid.to_string()))
}

/// The transaction itself, once it has begun; `next` is `meta` as it is to be after it.
fn attempt(
    conn: &Connection,
    meta: &Meta,
    next: &mut Meta,
    write: &dyn Fn(&Connection, &mut Meta) -> Result<(), Fault>,
) -> Result<Labels, Fault> {
    // Somebody on another computer, or a command line on this one, may have been here.
    if Meta::read(conn)?.mark != meta.mark {
        return Err(Fault::Changed);
    }
    write(conn, next)?;
    next.write(conn)?;
    let labels = history::labels(conn, next)?;
    patiently(conn, "COMMIT")?;
    Ok(labels)
}

/// Runs a statement that may have to wait for somebody's lock. A COMMIT that had to wait leaves the
/// transaction as it was, so it may be tried again.
fn patiently(conn: &Connection, sql: &str) -> Result<(), Fault> {
    let mut tries = TRIES;
    loop {
        let done = conn.execute_batch(sql).map_err(Fault::from);
        tries -= 1;
        match done {
            Err(fault) if fault.is_busy() && tries > 0 => {}
            done => return done,
        }
    }
}
