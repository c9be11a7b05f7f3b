//! Rolling backups of a document in the app-data folder: whole files of the format, made by SQLite's
//! own copying. One is made before the first edit of a session, each hour of editing, and on closing.
//! One that the gate has not accepted does not count: it gets its name afterwards.
//!
//! Their order is that of their numbers. Clocks go backwards; numbers do not.

mod keeper;

pub(crate) use keeper::Keeper;

use crate::connect::{Purpose, allow, connect};
use crate::digest::{Digest, hex};
use crate::fault::Fault;
use crate::gate::admit;
use crate::header;
use crate::history;
use crate::local::LocalFolder;
use crate::meta::{DocumentId, Meta};
use crate::recorder::now;
use crate::segment::sync_folder_of;
use crate::store::Access;
use crate::transact::BUDGET;
use model::Label;
use rusqlite::backup::StepResult;
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// So many of the newest are kept, whatever their age.
const NEWEST: usize = 12;
/// Besides, the newest of each of so many hours back from now, and of each of so many days.
const HOURS: i64 = 24;
const DAYS: i64 = 14;
/// No more bytes than this, of all documents together; the newest of the one at hand always stays.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;
/// Half a backup of a process that died is removed after so long.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 3_600);
/// So many places are remembered for a document.
const MOST_PLACES: usize = 16;

/// Tells the time, in seconds since 1970.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// A clock that shows what this says.
    pub fn of(tell: impl Fn() -> i64 + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(tell))
    }

    fn now(&self) -> i64 {
        (self.0)().max(0)
    }
}

impl Default for Clock {
    fn default() -> Clock {
        Clock::of(now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}

/// A backup, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Counts up within a document; never used again while it is there.
    pub number: u64,
    /// When it was made, in seconds since 1970. Shown, never used for order.
    pub at: i64,
    /// How large it is.
    pub bytes: u64,
    /// How many steps are in it, of all states together.
    pub steps: u64,
    /// The last edit in it; absent in one without history.
    pub last: Option<Label>,
}

/// What stands in the name of a backup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) number: u64,
    pub(crate) at: i64,
    /// Of which place, as a part of the digest of its path.
    place: String,
    /// Of which transaction, as a part of its mark.
    mark: String,
}

impl Name {
    fn parse(name: &str) -> Option<Name> {
        let mut parts = name.strip_suffix(".baton")?.split('-');
        let number = parts.next()?.parse().ok()?;
        let at = parts.next()?.parse().ok()?;
        let (place, mark) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        parts.next().is_none().then_some(Name { number, at, place, mark })
    }

    fn file(&self) -> String {
        format!("{:08}-{}-{}-{}.baton", self.number, self.at, self.place, self.mark)
    }
}

/// The backups of one document, and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    folder: PathBuf,
    /// The folder of all documents.
    all: PathBuf,
    pub(crate) place: PathBuf,
}

impl Shelf {
    /// The shelf of a document that lies at this path. Nothing is made on disk before the first one.
    pub(crate) fn of(local: &LocalFolder, document: &DocumentId, place: &Path) -> Shelf {
        let all = local.0.join("backups");
        Shelf { folder: all.join(hex(document)), all, place: place.to_owned() }
    }

    /// The documents that lay at this path when they were backed up, the one backed up last first.
    pub(crate) fn documents_at(local: &LocalFolder, place: &Path) -> Vec<DocumentId> {
        let (all, path) = (local.0.join("backups"), place.to_string_lossy());
        let mut found = Vec::new();
        for entry in std::fs::read_dir(all).into_iter().flatten().flatten() {
            let Some(document) = unhex(&entry.file_name().to_string_lossy()) else { continue };
            let shelf = Shelf::of(local, &document, place);
            if shelf.places().iter().any(|it| *it == path) {
                found.extend(shelf.names().last().map(|newest| (newest.at, document)));
            }
        }
        found.sort();
        found.into_iter().rev().map(|(_, document)| document).collect()
    }

    /// What is there of this file: made at this path, or at one where there is nothing any more,
    /// which is to say before the file was moved here. Copies made with a file manager share the
    /// document's id, and may by now be another client's.
    pub(crate) fn names(&self) -> Vec<Name> {
        let here = part(&place_digest(&self.place));
        let left: BTreeSet<String> = self
            .places()
            .into_iter()
            .filter(|it| !Path::new(it).exists())
            .map(|it| part(&place_digest(Path::new(&it))))
            .collect();
        let mut names = self.everything();
        names.retain(|it| it.place == here || left.contains(&it.place));
        names
    }

    fn everything(&self) -> Vec<Name> {
        let files = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut names: Vec<Name> =
            files.filter_map(|it| Name::parse(&it.file_name().to_string_lossy())).collect();
        names.sort();
        names
    }

    /// Where this one lies.
    pub(crate) fn path_of(&self, name: &Name) -> PathBuf {
        self.folder.join(name.file())
    }

    /// The backups that can be read, newest first.
    pub(crate) fn list(&self) -> Vec<Backup> {
        let names = self.names().into_iter().rev();
        names.filter_map(|name| glance(&self.path_of(&name), &name).ok()).collect()
    }

    fn places(&self) -> Vec<String> {
        let text = std::fs::read(self.folder.join("places.json")).unwrap_or_default();
        let mut places: Vec<String> = serde_json::from_slice(&text).unwrap_or_default();
        places.truncate(MOST_PLACES);
        places
    }

    /// Remembers that the document lies here now.
    fn note_place(&self) -> io::Result<()> {
        let (mut places, path) = (self.places(), self.place.to_string_lossy().into_owned());
        if places.first() == Some(&path) {
            return Ok(());
        }
        places.retain(|it| *it != path);
        places.insert(0, path);
        places.truncate(MOST_PLACES);
        let fresh = self.folder.join("places.json.new");
        std::fs::write(&fresh, serde_json::to_vec(&places)?)?;
        std::fs::rename(&fresh, self.folder.join("places.json"))
    }

    /// Where the next one goes until it counts, and what it is called then.
    fn next(&self, at: i64, mark: &Digest) -> io::Result<(PathBuf, Name)> {
        crate::local::private_folder(&self.all)?;
        crate::local::private_folder(&self.folder)?;
        self.note_place()?;
        let number = self.everything().last().map_or(1, |last| last.number.saturating_add(1));
        let name = Name { number, at, place: part(&place_digest(&self.place)), mark: part(mark) };
        Ok((self.folder.join(format!("{}.part", name.file())), name))
    }

    /// Gives what the gate accepts its name, and makes room.
    fn finish(&self, part: &Path, name: &Name, now: i64) -> Result<(), Fault> {
        drop(admit(part, Access::ReadOnly)?);
        let path = self.path_of(name);
        std::fs::rename(part, &path)?;
        sync_folder_of(&path)?;
        self.make_room(now)?;
        Ok(())
    }

    fn make_room(&self, now: i64) -> io::Result<()> {
        let names = self.everything();
        // Copies of a file share its document; none pushes the backups of another out.
        let mut places: BTreeMap<&str, Vec<Name>> = BTreeMap::new();
        for name in &names {
            places.entry(&name.place).or_default().push(name.clone());
        }
        let kept: BTreeSet<u64> = places.values().flat_map(|names| kept(names, now)).collect();
        for name in names.iter().filter(|it| !kept.contains(&it.number)) {
            std::fs::remove_file(self.path_of(name))?;
        }
        self.drop_left_behind()?;
        let newest = names.last().map(|it| self.path_of(it));
        make_room_in(&self.all, newest.as_deref(), MOST_BYTES)
    }

    fn drop_left_behind(&self) -> io::Result<()> {
        for entry in std::fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let age = path.metadata()?.modified()?.elapsed().unwrap_or_default();
            if path.extension().is_some_and(|it| it == "part") && age > LEFT_BEHIND {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

/// The numbers of those that stay, by number and by age; `names` in their order.
fn kept(names: &[Name], now: i64) -> BTreeSet<u64> {
    let (mut kept, mut spans) = (BTreeSet::new(), BTreeSet::new());
    for (back, name) in names.iter().rev().enumerate() {
        // What a clock that was put back shows as made later is made now.
        let age = now.saturating_sub(name.at).max(0);
        let hour = age / 3_600;
        let day = age / 86_400;
        let of_hour = hour < HOURS && spans.insert(('h', hour));
        let of_day = day < DAYS && spans.insert(('d', day));
        if back < NEWEST || of_hour || of_day {
            kept.insert(name.number);
        }
    }
    kept
}

/// Removes the oldest of all documents while there are more bytes than may be.
fn make_room_in(all: &Path, stays: Option<&Path>, most: u64) -> io::Result<()> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(all)?.flatten() {
        for entry in std::fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let Some(name) = Name::parse(&entry.file_name().to_string_lossy()) else { continue };
            files.push((name.at, name.number, entry.metadata()?.len(), entry.path()));
        }
    }
    files.sort();
    let mut bytes: u64 = files.iter().map(|it| it.2).sum();
    for (_, _, length, path) in files {
        if bytes > most && Some(path.as_path()) != stays {
            std::fs::remove_file(path)?;
            bytes -= length;
        }
    }
    Ok(())
}

fn place_digest(place: &Path) -> Digest {
    Digest::of(&[b"place", place.as_os_str().as_encoded_bytes()])
}

/// Enough of a digest to tell one from another in a name.
fn part(digest: &Digest) -> String {
    hex(digest.0.get(..8).unwrap_or_default())
}

fn unhex(name: &str) -> Option<DocumentId> {
    let mut document = DocumentId::default();
    if name.len() != 32 {
        return None;
    }
    for (at, byte) in document.iter_mut().enumerate() {
        *byte = u8::from_str_radix(name.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(document)
}

/// What a list shows of a backup; the gate looks at the whole of it when it is used.
fn glance(path: &Path, name: &Name) -> Result<Backup, Fault> {
    header::look(path)?;
    let mut conn = connect(path, Purpose::Look)?;
    allow(&mut conn, BUDGET)?;
    let meta = Meta::read(&conn)?;
    let steps: i64 =
        conn.query_row("SELECT count(*) FROM record WHERE kind = 'step'", [], |row| row.get(0))?;
    let (last, _) = history::labels(&conn, &meta)?;
    let bytes = std::fs::metadata(path)?.len();
    Ok(Backup { number: name.number, at: name.at, bytes, steps: steps.unsigned_abs(), last })
}

/// Copies the whole file as of one moment to a path where nothing else writes; on disk when this
/// returns.
pub(crate) fn image(conn: &Connection, to: &Path) -> Result<(), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(to, flags)?;
    // Half a copy is thrown away, so it needs no journal; it is synced as a whole.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    {
        let backup = rusqlite::backup::Backup::new(conn, &mut copy)?;
        // In one go: between slices another program could write, and the copy would begin again.
        let mut tries = 3;
        while backup.step(-1)? != StepResult::Done {
            tries -= 1;
            if tries == 0 {
                return Err(Fault::Busy);
            }
        }
    }
    copy.close().map_err(|(_, error)| error)?;
    // Windows flushes only what may be written.
    File::options().write(true).open(to)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ages: &[i64], now: i64) -> Vec<Name> {
        let name = |(number, age): (u64, &i64)| Name {
            number,
            at: now - age,
            place: String::new(),
            mark: String::new(),
        };
        (1..).zip(ages).map(name).collect()
    }

    #[test]
    fn the_newest_stay_and_one_of_each_hour_and_day() {
        let now = 1_000_000_000;
        // Every ten minutes for twenty days, oldest first.
        let ages: Vec<i64> = (0..20 * 144).rev().map(|it| it * 600).collect();
        let all = names(&ages, now);
        let kept = kept(&all, now);
        // 12 newest cover two hours; 22 hours more; 13 days more.
        assert_eq!(kept.len(), 12 + 22 + 13);
        let oldest = all.iter().find(|it| kept.contains(&it.number)).unwrap();
        assert_eq!((now - oldest.at) / 86_400, 13);
    }

    #[test]
    fn old_ones_stay_while_they_are_the_newest() {
        let now = 1_000_000_000;
        let ages: Vec<i64> = (0..30).rev().map(|it| (400 + it) * 86_400).collect();
        assert_eq!(kept(&names(&ages, now), now).len(), NEWEST);
        // A clock put back by years: what seems to come is made now.
        assert_eq!(kept(&names(&[-5_000_000, -4_000_000], now), now).len(), 2);
    }

    #[test]
    fn too_many_bytes_drop_the_oldest_of_all_documents() {
        let folder = tempfile::tempdir().unwrap();
        let file = |document: &str, number: u64, at: i64| {
            let name = Name { number, at, place: "p".into(), mark: "m".into() };
            let path = folder.path().join(document).join(name.file());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, [0; 100]).unwrap();
            path
        };
        let (old, mine, other) = (file("a", 1, 10), file("b", 1, 5), file("a", 2, 20));
        make_room_in(folder.path(), Some(&mine), 200).unwrap();
        assert_eq!([&old, &mine, &other].map(|it| it.exists()), [false, true, true]);
        make_room_in(folder.path(), Some(&mine), 0).unwrap();
        assert_eq!([&mine, &other].map(|it| it.exists()), [true, false]);
    }
}
