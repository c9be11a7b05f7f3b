//! Thousands of files with damaged bytes: each is refused, or holds exactly what was written. Never
//! wrong content, never a panic, never a hang.

use super::samples::small;
use super::script::{Act, Mirror, act, play, walk};
use super::{Seeded, environment, file_of, open};
use ::store::Store;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const PAGE: usize = 4096;
pub(super) const KINDS: [(&str, Damage); 8] = [
    ("one bit", one_bit),
    ("up to 20 bytes", some_bytes),
    ("page header", page_header),
    ("file header", file_header),
    ("cut off", cut_off),
    ("zeroed sector", zeroed_sector),
    ("swapped pages", swapped_pages),
    ("an old page", old_page),
];

/// Damages the bytes of a file; the second are an older version's of the same file.
pub(super) type Damage = fn(Vec<u8>, &[u8], &mut Seeded) -> Vec<u8>;

fn one_bit(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    let at = random.below(bytes.len());
    bytes[at] ^= 1 << random.below(8);
    bytes
}

fn some_bytes(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    let at = random.below(bytes.len());
    for offset in 0..=random.below(20) {
        if let Some(byte) = bytes.get_mut(at + offset) {
            *byte = random.next() as u8;
        }
    }
    bytes
}

fn page_header(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    let page = random.below(bytes.len() / PAGE) * PAGE;
    let start = if page == 0 { 100 } else { page };
    bytes[start + random.below(40)] = random.next() as u8;
    bytes
}

fn file_header(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    bytes[random.below(100)] = random.next() as u8;
    bytes
}

fn cut_off(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    bytes.truncate(random.below(bytes.len()));
    bytes
}

fn zeroed_sector(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    let at = random.below(bytes.len() / 512) * 512;
    bytes[at..at + 512].fill(0);
    bytes
}

fn swapped_pages(mut bytes: Vec<u8>, _: &[u8], random: &mut Seeded) -> Vec<u8> {
    let pages = bytes.len() / PAGE;
    let (one, two) = (random.below(pages) * PAGE, random.below(pages) * PAGE);
    for offset in 0..PAGE {
        bytes.swap(one + offset, two + offset);
    }
    bytes
}

/// As a copy taken in the middle of an edit has it.
fn old_page(mut bytes: Vec<u8>, old: &[u8], random: &mut Seeded) -> Vec<u8> {
    let at = random.below(old.len().min(bytes.len()) / PAGE) * PAGE;
    bytes[at..at + PAGE].copy_from_slice(&old[at..at + PAGE]);
    bytes
}

/// A file with a history to undo, some to redo, and versions; its bytes now and a while ago.
fn written(acts: usize) -> (Mirror, Vec<u8>, Vec<u8>) {
    let (_folder, path) = file_of(&small());
    let mut mirror = Mirror::new();
    let mut opened = open(&path);
    let mut old = Vec::new();
    for number in 0..acts {
        let next = act(3, number);
        opened.document = play(&mut opened.store, opened.document, next, number);
        mirror.play(next, number);
        if number == acts / 2 {
            opened.store.name_version("Half-way").unwrap();
            old = std::fs::read(&path).unwrap();
        }
    }
    for number in acts..acts + 2 {
        opened.document = play(&mut opened.store, opened.document, Act::Undo, number);
        mirror.play(Act::Undo, number);
    }
    opened.store.close().unwrap();
    assert!(!mirror.past.is_empty() && !mirror.future.is_empty(), "choose another number of acts");
    (mirror, std::fs::read(&path).unwrap(), old)
}

/// Where syncing costs nothing, if there is such a place: damage needs no durable disk.
pub(super) fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Opens a damaged file; whether it was refused.
fn is_refused(path: &Path, mirror: &Mirror, thoroughly: bool) -> bool {
    let start = Instant::now();
    let opened = Store::open(path, None);
    assert!(start.elapsed() < Duration::from_secs(2), "took {:?}", start.elapsed());
    let Ok(mut opened) = opened else { return true };
    assert!(opened.document == mirror.document, "wrong content");
    assert_eq!(opened.document.used_up(), mirror.document.used_up(), "wrong numbers");
    if thoroughly {
        walk(&mut opened.store, mirror);
    }
    false
}

#[test]
fn damaged_bytes_are_refused_or_did_not_matter() {
    let (mirror, bytes, old) = written(120);
    let folder = quick_folder();
    let path: PathBuf = folder.path().join("damaged.baton");
    let mut random = Seeded(20_240_601);
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for number in 0..environment("BATON_MUTATIONS", 4_000) {
        let (name, damage) = KINDS[number % KINDS.len()];
        std::fs::write(&path, damage(bytes.clone(), &old, &mut random)).unwrap();
        let refused = is_refused(&path, &mirror, number % 25 == 0);
        counts.entry(name).or_default()[usize::from(refused)] += 1;
    }
    println!("{} bytes; harmless, refused: {counts:?}", bytes.len());
    for (name, [_, refused]) in counts {
        assert!(refused > 0, "no damage of the kind “{name}” was ever noticed");
    }
}
