//! What was done to the disk, in order, and what it may hold after power was lost at some moment:
//! what was synced is there; of the rest each sector may be there, be missing or be torn, each
//! change of length may have happened or not, and names come and go in the order of the calls.

use std::collections::BTreeMap;

/// The disk's unit: what is written in one piece or not.
const SECTOR: usize = 512;

/// One call that changes the disk, or a mark of the watcher's between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A file came to be.
    Create(String),
    /// Its name went; whether the folder was synced with it.
    Delete(String, bool),
    /// Bytes were written.
    Write(String, u64, Vec<u8>),
    /// It was cut to this length.
    Truncate(String, u64),
    /// What was written to it is on the disk, and for a new journal its name too.
    Sync(String),
    /// The watcher's: so many edits are acknowledged.
    Mark(u64),
}

/// The files of a disk by path.
pub type Image = BTreeMap<String, Vec<u8>>;

/// Where chance comes from: a number below the one given.
pub type Chance<'a> = &'a mut dyn FnMut(usize) -> usize;

/// What a watched thread did.
#[derive(Clone, Debug, Default)]
pub struct Tape {
    /// In the order of the calls.
    pub events: Vec<Event>,
}

/// A file while power may go: what is sure, and what was asked since.
#[derive(Clone, Default)]
struct Held {
    sure: Vec<u8>,
    asked: Vec<Asked>,
}

#[derive(Clone)]
enum Asked {
    Write(u64, Vec<u8>),
    Truncate(u64),
}

impl Tape {
    /// The last mark among the first so many events.
    pub fn marked(&self, events: usize) -> u64 {
        let before = self.events.iter().take(events).rev();
        before
            .clone()
            .find_map(|it| if let Event::Mark(n) = it { Some(*n) } else { None })
            .unwrap_or(0)
    }

    /// The disk after power was lost behind so many events, begun with `start`. With `lies`, no sync
    /// was ever carried out.
    pub fn image(&self, start: &Image, events: usize, lies: bool, chance: Chance<'_>) -> Image {
        let held = |bytes: &Vec<u8>| Held { sure: bytes.clone(), asked: Vec::new() };
        // Every file that ever was, and which of them a name means: now, and surely.
        let mut files: Vec<Held> = start.values().map(held).collect();
        let mut now: BTreeMap<&str, usize> =
            start.keys().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let mut names = now.clone();
        let mut unsure: Vec<(&str, Option<usize>)> = Vec::new();
        for event in self.events.iter().take(events) {
            match event {
                Event::Create(name) => {
                    files.push(Held::default());
                    now.insert(name, files.len() - 1);
                    unsure.push((name, Some(files.len() - 1)));
                }
                Event::Delete(name, synced) => {
                    now.remove(name.as_str());
                    unsure.push((name, None));
                    if *synced && !lies {
                        settle(&mut names, unsure.drain(..));
                    }
                }
                Event::Write(name, at, bytes) => {
                    if let Some(file) = now.get(name.as_str()).and_then(|it| files.get_mut(*it)) {
                        file.asked.push(Asked::Write(*at, bytes.clone()));
                    }
                }
                Event::Truncate(name, size) => {
                    if let Some(file) = now.get(name.as_str()).and_then(|it| files.get_mut(*it)) {
                        file.asked.push(Asked::Truncate(*size));
                    }
                }
                Event::Sync(name) if !lies => {
                    if let Some(file) = now.get(name.as_str()).and_then(|it| files.get_mut(*it)) {
                        file.settle();
                    }
                    // The system's files sync the folder of a journal that is new.
                    if unsure.iter().any(|(it, there)| it == name && there.is_some()) {
                        settle(&mut names, unsure.drain(..));
                    }
                }
                Event::Sync(_) | Event::Mark(_) => {}
            }
        }
        let kept = chance(unsure.len() + 1);
        settle(&mut names, unsure.drain(..).take(kept));
        let left = names.into_iter().filter_map(|(name, at)| Some((name, files.get(at)?)));
        left.map(|(name, file)| (name.to_owned(), file.after_power_loss(chance))).collect()
    }
}

fn settle<'a>(
    names: &mut BTreeMap<&'a str, usize>,
    changes: impl Iterator<Item = (&'a str, Option<usize>)>,
) {
    for (name, file) in changes {
        match file {
            Some(file) => drop(names.insert(name, file)),
            None => drop(names.remove(name)),
        }
    }
}

impl Held {
    fn settle(&mut self) {
        for asked in std::mem::take(&mut self.asked) {
            match asked {
                Asked::Write(at, bytes) => put(&mut self.sure, at, &bytes),
                Asked::Truncate(size) => self.sure.resize(size_of(size), 0),
            }
        }
    }

    fn after_power_loss(&self, chance: Chance<'_>) -> Vec<u8> {
        let mut left = self.sure.clone();
        for asked in &self.asked {
            match asked {
                Asked::Write(at, bytes) => {
                    for (offset, sector) in sectors(*at, bytes) {
                        match chance(8) {
                            0..=3 => put(&mut left, offset, sector),
                            4..=6 => {}
                            _ => put(&mut left, offset, &torn(sector, chance)),
                        }
                    }
                }
                Asked::Truncate(size) if chance(2) == 0 => left.resize(size_of(*size), 0),
                Asked::Truncate(_) => {}
            }
        }
        left
    }
}

fn size_of(size: u64) -> usize {
    usize::try_from(size).unwrap_or(usize::MAX)
}

fn put(file: &mut Vec<u8>, at: u64, bytes: &[u8]) {
    let at = size_of(at);
    let end = at.saturating_add(bytes.len());
    if file.len() < end {
        file.resize(end, 0);
    }
    if let Some(there) = file.get_mut(at..end) {
        there.copy_from_slice(bytes);
    }
}

/// A write cut where the disk's sectors end.
fn sectors(at: u64, bytes: &[u8]) -> Vec<(u64, &[u8])> {
    let mut parts = Vec::new();
    let (mut at, mut rest) = (at, bytes);
    while !rest.is_empty() {
        let room = SECTOR - size_of(at) % SECTOR;
        let (part, more) = rest.split_at(room.min(rest.len()));
        parts.push((at, part));
        at += part.len() as u64;
        rest = more;
    }
    parts
}

/// A sector whose writing was broken off: its beginning, then noise.
fn torn(sector: &[u8], chance: Chance<'_>) -> Vec<u8> {
    let whole = chance(sector.len() + 1);
    let mut noise = |byte: &u8| (chance(256) as u8) ^ byte;
    sector
        .iter()
        .enumerate()
        .map(|(at, byte)| if at < whole { *byte } else { noise(byte) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tape() -> Tape {
        let name = || "f".to_owned();
        Tape {
            events: vec![
                Event::Write(name(), 0, vec![1; 1024]),
                Event::Sync(name()),
                Event::Mark(1),
                Event::Write(name(), 512, vec![2; 512]),
                Event::Create("j".into()),
                Event::Delete("j".into(), false),
            ],
        }
    }

    #[test]
    fn what_was_synced_is_there_and_the_rest_may_be() {
        let start = Image::from([("f".to_owned(), Vec::new())]);
        let tape = tape();
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..64_usize {
            let mut state = seed;
            let mut chance = |limit: usize| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
                (state >> 33) % limit.max(1)
            };
            let image = tape.image(&start, tape.events.len(), false, &mut chance);
            let file = image.get("f").map(Vec::as_slice).unwrap_or_default();
            assert_eq!(file.get(..512), Some([1; 512].as_slice()), "what was synced is sure");
            let whole = |byte: u8| file.get(512..) == Some([byte; 512].as_slice());
            seen.insert(if whole(1) {
                "old"
            } else if whole(2) {
                "new"
            } else {
                "torn"
            });
            seen.insert(if image.contains_key("j") { "there" } else { "gone" });
        }
        assert_eq!(Vec::from_iter(seen), ["gone", "new", "old", "there", "torn"]);
        assert_eq!((tape.marked(2), tape.marked(3)), (0, 1));
        let lying = tape.image(&start, 2, true, &mut |_| 4);
        assert_eq!(lying.get("f"), Some(&Vec::new()), "a disk that lies had nothing");
    }
}
