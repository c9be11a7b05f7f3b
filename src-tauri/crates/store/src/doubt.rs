//! When a transaction fails: a COMMIT that answers with an error may have done its work all the
//! same, so the file itself is asked before anybody is told anything.

use crate::connect::{Purpose, connect};
use crate::fault::Fault;
use crate::history;
use crate::meta::Meta;
use crate::store::Store;
use std::io::ErrorKind;
use std::path::Path;

impl Store {
    /// A failed transaction is a question. Finds out what became of it: `Ok` when it is in the file
    /// after all, the fault when it is not, [`Fault::Unsure`] when the file cannot be asked.
    pub(crate) fn ask(&mut self, fault: Fault, next: &Meta) -> Result<(), Fault> {
        let found = self.found(&fault);
        let Ok(found) = found else {
            self.conn = None;
            return Err(if matches!(found, Err(Fault::Moved)) {
                Fault::Moved
            } else {
                Fault::Unsure
            });
        };
        if found.mark == next.mark {
            let conn = self.conn.as_ref().ok_or(Fault::Unsure)?;
            self.labels = history::labels(conn, &found).map_err(|_| Fault::Unsure)?;
            self.meta = found;
            return Ok(());
        }
        if found.mark != self.meta.mark {
            return Err(Fault::Changed);
        }
        Err(self.why(fault))
    }

    fn found(&mut self, fault: &Fault) -> Result<Meta, Fault> {
        let conn = self.conn.as_ref().ok_or(Fault::Unsure)?;
        if !conn.is_autocommit() {
            // An error here shows in what follows: the transaction is still open, or the read fails.
            drop(conn.execute_batch("ROLLBACK"));
        }
        if fault.is_of_the_disk() || !conn.is_autocommit() {
            return self.reconnect();
        }
        Meta::read(conn)
    }

    /// SQLite cannot tell why it may not make a journal; the folder can.
    pub(crate) fn why(&self, fault: Fault) -> Fault {
        let Fault::Sql(error) = &fault else { return fault };
        if error.sqlite_error_code() != Some(rusqlite::ErrorCode::CannotOpen) {
            return fault;
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        match tempfile::tempfile_in(folder) {
            Ok(_) => fault,
            Err(error) => match error.kind() {
                ErrorKind::PermissionDenied => Fault::ReadOnly,
                ErrorKind::NotFound => Fault::Moved,
                _ => Fault::Io(error),
            },
        }
    }

    /// A new connection, and what the file says there. Used when the old one's word is in doubt.
    fn reconnect(&mut self) -> Result<Meta, Fault> {
        self.conn = None;
        let conn = connect(&self.path, Purpose::Edit)?;
        let meta = Meta::read(&conn)?;
        if meta.document != self.meta.document {
            return Err(Fault::Moved);
        }
        self.conn = Some(conn);
        Ok(meta)
    }
}
