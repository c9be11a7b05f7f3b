//! Connections to a file, all set up alike before anything else is asked of them: nothing in the
//! file may run, everything is bounded, and every commit reaches the platter.

use crate::fault::Fault;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::{Duration, Instant};

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Reading; SQLite itself refuses to write.
    Look,
    /// Reading and writing.
    Edit,
}

/// How long another program's lock is waited for. rusqlite's own default of five seconds would
/// freeze whoever opens a file second.
const PATIENCE: Duration = Duration::from_millis(250);

/// Connects to the existing file at an absolute path.
pub(crate) fn connect(path: &Path, purpose: Purpose) -> Result<Connection, Fault> {
    let access = match purpose {
        Purpose::Look => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Purpose::Edit => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    // Never CREATE: a file that is gone must not come back empty.
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    defend(&conn)?;
    conn.execute_batch(
        "PRAGMA hard_heap_limit = 536870912;
         PRAGMA temp_store = MEMORY;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;",
    )?;
    if purpose == Purpose::Edit {
        make_durable(&conn)?;
    }
    Ok(conn)
}

/// Nothing that a file's schema could bring along runs, and no statement grows without bound.
fn defend(conn: &Connection) -> Result<(), Fault> {
    use DbConfig::*;
    for (setting, on) in [
        (SQLITE_DBCONFIG_DEFENSIVE, true),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (SQLITE_DBCONFIG_DQS_DML, false),
        (SQLITE_DBCONFIG_DQS_DDL, false),
        (SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    use Limit::*;
    for (limit, most) in [
        (SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024),
        (SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (SQLITE_LIMIT_COLUMN, 64),
        (SQLITE_LIMIT_EXPR_DEPTH, 20),
        (SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (SQLITE_LIMIT_VDBE_OP, 25_000),
        (SQLITE_LIMIT_FUNCTION_ARG, 8),
        (SQLITE_LIMIT_ATTACHED, 0),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 64),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        conn.set_limit(limit, most)?;
    }
    Ok(())
}

/// Between edits one complete file, after an edit that edit on disk. TRUNCATE needs no journal to
/// be created or deleted; EXTRA keeps the promise even where the mode had to be another. The mode
/// is a matter of the connection, so nothing is written by setting it.
fn make_durable(conn: &Connection) -> Result<(), Fault> {
    let mode: String = conn.query_row("PRAGMA journal_mode = TRUNCATE", [], |row| row.get(0))?;
    if mode != "truncate" {
        return Err(Fault::damaged("it is in a journal mode that Baton does not use"));
    }
    conn.execute_batch(
        "PRAGMA synchronous = EXTRA;
         PRAGMA fullfsync = ON;
         PRAGMA locking_mode = NORMAL;
         PRAGMA secure_delete = ON;",
    )?;
    Ok(())
}

/// Interrupts whatever the connection runs once `budget` is over; counts from now.
pub(crate) fn allow(conn: &mut Connection, budget: Duration) -> Result<(), Fault> {
    let end = Instant::now() + budget;
    conn.progress_handler(10_000, Some(move || Instant::now() > end))?;
    Ok(())
}
