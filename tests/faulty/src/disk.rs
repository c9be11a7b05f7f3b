//! The disk itself: SQLite's table of functions for files, in front of the system's.

use crate::tape::{Event, Tape};
use rusqlite::ffi::*;
use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::Path;
use std::ptr::{null, null_mut};
use std::sync::Once;
use std::sync::atomic::{AtomicPtr, Ordering};

/// Which call fails, and how often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fail {
    /// None.
    #[default]
    Never,
    /// The one with this number, from 1 on.
    Once(u64),
    /// That one and all after it.
    From(u64),
}

/// How SQLite works on it, whatever the program asks for: for showing that a test sees what goes
/// wrong in a bad setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// As the program asks.
    #[default]
    AsAsked,
    /// Nothing is synced.
    SynchronousOff,
    /// The journal is deleted after each transaction, and its folder is not synced.
    DeleteNormal,
}

/// How a thread is watched.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    /// Which call fails.
    pub fail: Fail,
    /// For how many more bytes there is room; without it, for all.
    pub room: Option<u64>,
    /// How SQLite works.
    pub setting: Setting,
    /// Whether calls are written on a tape.
    pub taped: bool,
}

struct Watched {
    watch: Watch,
    calls: u64,
    tape: Tape,
}

thread_local! {
    static WATCHED: RefCell<Option<Watched>> = const { RefCell::new(None) };
}

/// The system's files.
static BASE: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(null_mut());

/// A file of ours; the system's file lies in memory behind it.
#[repr(C)]
struct File {
    head: sqlite3_file,
    /// A leaked name: tests open few files, and short-lived ones.
    name: *const String,
}

/// Watches this thread from now on.
pub fn watch(watch: Watch) {
    install();
    WATCHED.with_borrow_mut(|it| *it = Some(Watched { watch, calls: 0, tape: Tape::default() }));
}

/// Ends watching, and hands over what was done.
pub fn stop() -> Tape {
    WATCHED.with_borrow_mut(|it| it.take().map(|watched| watched.tape).unwrap_or_default())
}

/// Puts a mark on the tape.
pub fn mark(number: u64) {
    note(|| Event::Mark(number));
}

/// How many calls there were.
pub fn calls() -> u64 {
    WATCHED.with_borrow(|it| it.as_ref().map_or(0, |watched| watched.calls))
}

/// Fails otherwise from now on.
pub fn fail(fail: Fail) {
    WATCHED.with_borrow_mut(|it| {
        if let Some(watched) = it {
            watched.watch.fail = fail;
        }
    });
}

/// Has other room from now on.
pub fn room(room: Option<u64>) {
    WATCHED.with_borrow_mut(|it| {
        if let Some(watched) = it {
            watched.watch.room = room;
        }
    });
}

/// Puts the disk in front of the system's files, once for the process.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: both may be called at any time; the table that is found lives for ever.
        let base = unsafe {
            sqlite3_initialize();
            sqlite3_vfs_find(null())
        };
        BASE.store(base, Ordering::Release);
        // SAFETY: SQLite has a default table, or could not have opened any file.
        let mut ours = unsafe { base.read() };
        ours.pNext = null_mut();
        ours.zName = c"faulty".as_ptr();
        ours.szOsFile += size_of::<File>() as c_int;
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        let ours = Box::into_raw(Box::new(ours));
        // SAFETY: the table is leaked, so it outlives SQLite. The functions that are not ours take
        // no more from it than the copied fields.
        unsafe { sqlite3_vfs_register(ours, 1) };
    });
}

/// Counts a call on this thread; whether it is to fail.
fn fails() -> bool {
    WATCHED.with_borrow_mut(|it| {
        let Some(watched) = it else { return false };
        watched.calls += 1;
        match watched.watch.fail {
            Fail::Never => false,
            Fail::Once(number) => watched.calls == number,
            Fail::From(number) => watched.calls >= number,
        }
    })
}

fn note(event: impl FnOnce() -> Event) {
    WATCHED.with_borrow_mut(|it| {
        if let Some(watched) = it.as_mut().filter(|it| it.watch.taped) {
            watched.tape.events.push(event());
        }
    });
}

/// How many of so many more bytes find room.
fn fitting(bytes: u64) -> u64 {
    WATCHED.with_borrow_mut(|it| match it.as_mut().and_then(|it| it.watch.room.as_mut()) {
        Some(room) => {
            let fitting = bytes.min(*room);
            *room -= fitting;
            fitting
        }
        None => bytes,
    })
}

fn setting() -> Setting {
    WATCHED.with_borrow(|it| it.as_ref().map(|it| it.watch.setting)).unwrap_or_default()
}

fn base() -> *mut sqlite3_vfs {
    BASE.load(Ordering::Acquire)
}

fn spoken(name: *const c_char) -> String {
    if name.is_null() {
        return String::new();
    }
    // SAFETY: SQLite's names end with a zero.
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

/// The system's file behind one of ours.
fn inner(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite made room for ours and the system's behind it, `szOsFile` in all.
    unsafe { file.cast::<File>().add(1).cast() }
}

fn name(file: *mut sqlite3_file) -> &'static str {
    // SAFETY: `open` set it to a string that is never freed.
    unsafe { &*(*file.cast::<File>()).name }
}

/// Calls the system's function of this name on the file behind ours.
macro_rules! system {
    ($file:expr, $function:ident $(, $argument:expr)*) => {{
        let inner = inner($file);
        // SAFETY: `open` of the system filled the file and its table; the arguments are SQLite's.
        unsafe {
            match (*inner).pMethods.as_ref().and_then(|it| it.$function) {
                Some(function) => function(inner $(, $argument)*),
                None => SQLITE_IOERR,
            }
        }
    }};
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    path: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: `install` found the table.
    let Some(system) = (unsafe { (*base()).xOpen }) else { return SQLITE_CANTOPEN };
    if WATCHED.with_borrow(|it| it.is_none()) || path.is_null() {
        // SAFETY: the arguments are SQLite's; there is room for the system's file and more.
        return unsafe { system(base(), path, file, flags, out) };
    }
    // SAFETY: there is room for ours; without a table SQLite does not close a file.
    unsafe { (*file).pMethods = null() };
    if fails() {
        return SQLITE_CANTOPEN;
    }
    let spoken = spoken(path);
    let is_new = flags & SQLITE_OPEN_CREATE != 0 && !Path::new(&spoken).exists();
    // SAFETY: as above, with the room behind ours.
    let code = unsafe { system(base(), path, inner(file), flags, out) };
    if code != SQLITE_OK {
        return code;
    }
    if is_new {
        note(|| Event::Create(spoken.clone()));
    }
    let name = Box::into_raw(Box::new(spoken));
    // SAFETY: the room is ours.
    unsafe { file.cast::<File>().write(File { head: sqlite3_file { pMethods: &METHODS }, name }) };
    SQLITE_OK
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, path: *const c_char, sync: c_int) -> c_int {
    if fails() {
        return SQLITE_IOERR_DELETE;
    }
    // SAFETY: `install` found the table; the arguments are SQLite's.
    let code = unsafe {
        match (*base()).xDelete {
            Some(delete) => delete(base(), path, sync),
            None => SQLITE_IOERR_DELETE,
        }
    };
    if code == SQLITE_OK {
        note(|| Event::Delete(spoken(path), sync != 0));
    }
    code
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    system!(file, xClose)
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, n: c_int, at: i64) -> c_int {
    if fails() {
        return SQLITE_IOERR_READ;
    }
    system!(file, xRead, to, n, at)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    n: c_int,
    at: i64,
) -> c_int {
    if fails() {
        return SQLITE_IOERR_WRITE;
    }
    let mut size = 0;
    if system!(file, xFileSize, &mut size) != SQLITE_OK {
        return SQLITE_IOERR_FSTAT;
    }
    // Room is asked for what makes the file longer.
    let grows = (at + i64::from(n) - size.max(at)).max(0);
    let fits = fitting(grows.unsigned_abs()) as i64;
    let n_fitting = n - (grows - fits) as c_int;
    if n_fitting > 0 {
        let code = system!(file, xWrite, from, n_fitting, at);
        if code != SQLITE_OK {
            return code;
        }
        note(|| {
            // SAFETY: SQLite hands over `n` bytes.
            let bytes =
                unsafe { std::slice::from_raw_parts(from.cast::<u8>(), n_fitting as usize) };
            Event::Write(name(file).to_owned(), at.unsigned_abs(), bytes.to_vec())
        });
    }
    if n_fitting < n { SQLITE_FULL } else { SQLITE_OK }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: i64) -> c_int {
    if fails() {
        return SQLITE_IOERR_TRUNCATE;
    }
    let code = system!(file, xTruncate, size);
    if code == SQLITE_OK {
        note(|| Event::Truncate(name(file).to_owned(), size.unsigned_abs()));
    }
    code
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    if fails() {
        return SQLITE_IOERR_FSYNC;
    }
    // Not the system's: what would survive is read from the tape.
    note(|| Event::Sync(name(file).to_owned()));
    SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut i64) -> c_int {
    if fails() {
        return SQLITE_IOERR_FSTAT;
    }
    system!(file, xFileSize, size)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    if fails() {
        return SQLITE_IOERR_LOCK;
    }
    system!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    system!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    system!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    what: c_int,
    with: *mut c_void,
) -> c_int {
    if what == SQLITE_FCNTL_PRAGMA && setting() != Setting::AsAsked {
        // SAFETY: what SQLite hands over with this: room for an answer, name and value.
        let answered = unsafe { override_pragma(with.cast()) };
        if answered {
            return SQLITE_OK;
        }
    }
    system!(file, xFileControl, what, with)
}

/// Works in the setting of the watch while the program is told that it has its own way; whether
/// the pragma is answered with that.
///
/// # Safety
/// `words` is what comes with `SQLITE_FCNTL_PRAGMA`.
unsafe fn override_pragma(words: *mut *mut c_char) -> bool {
    // SAFETY: the second is the name, the third the value or nothing.
    let (name, value) = unsafe { (spoken(*words.add(1)), *words.add(2)) };
    if value.is_null() {
        return false;
    }
    match name.as_str() {
        "synchronous" => {
            let level = if setting() == Setting::SynchronousOff { b'0' } else { b'1' };
            // SAFETY: SQLite's own copy of the value, at least a letter and a zero long; it reads it
            // after this call.
            unsafe {
                value.cast::<u8>().write(level);
                value.cast::<u8>().add(1).write(0);
            }
            false
        }
        "journal_mode" if setting() == Setting::DeleteNormal => {
            // SAFETY: SQLite frees the answer.
            unsafe { words.write(sqlite3_mprintf(c"truncate".as_ptr())) };
            true
        }
        _ => false,
    }
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    system!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    system!(file, xDeviceCharacteristics)
}
