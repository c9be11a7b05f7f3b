//! Power lost at random moments: what the disk may then hold is opened, and every acknowledged edit
//! has to be in it. Two settings of SQLite that do lose edits are tried in the same way, and have to
//! be caught; otherwise the model would prove nothing.

use super::samples::small;
use super::script::{Mirror, act, play};
use super::{Seeded, environment};
use ::store::Store;
use baton_faulty::{Image, Setting, Tape, Watch, mark, stop, watch};
use model::Document;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const ACTS: usize = 12;

/// A stream of acts on a watched disk.
struct Stream {
    folder: TempDir,
    path: PathBuf,
    start: Image,
    tape: Tape,
    /// The document after each number of acts.
    after: Vec<Document>,
}

impl Stream {
    fn of(seed: u64, setting: Setting) -> Stream {
        let folder = baton_tests::folder_in_memory().unwrap();
        let path = folder.path().canonicalize().unwrap().join("work.baton");
        Store::create(&path, &small(), None).unwrap().close().unwrap();
        let start = Image::from([(name(&path), std::fs::read(&path).unwrap())]);
        let mut mirror = Mirror::new();
        let mut after = vec![mirror.document.clone()];
        watch(Watch { setting, taped: true, ..Watch::default() });
        let mut opened = Store::open(&path, None).unwrap();
        for number in 0..ACTS {
            let next = act(seed, number);
            opened.document = play(&mut opened.store, opened.document, next, number);
            mark(number as u64 + 1);
            mirror.play(next, number);
            after.push(mirror.document.clone());
        }
        opened.store.close().unwrap();
        Stream { folder, path, start, tape: stop(), after }
    }

    /// Opens what the disk may hold after so many events, and says what is wrong with it.
    fn judge(&self, events: usize, random: &mut Seeded, twice: bool) -> Result<(), String> {
        let mut image = self.tape.image(&self.start, events, false, &mut |n| random.below(n));
        let acknowledged = self.tape.marked(events) as usize;
        if twice {
            // Power is lost again while the file is recovered.
            self.lay(&image);
            watch(Watch { taped: true, ..Watch::default() });
            let opened = Store::open(&self.path, None);
            let tape = stop();
            drop(opened);
            let again = random.below(tape.events.len() + 1);
            image = tape.image(&image, again, false, &mut |n| random.below(n));
        }
        self.lay(&image);
        let opened = Store::open(&self.path, None).map_err(|error| format!("damaged: {error}"))?;
        // The edit under way may be there or not.
        let may_be = acknowledged..self.after.len().min(acknowledged + 2);
        if may_be.clone().any(|it| self.after[it] == opened.document) {
            return Ok(());
        }
        Err(format!("after {acknowledged} acknowledged acts the file holds another document"))
    }

    fn lay(&self, image: &Image) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        for (file, bytes) in image {
            if Path::new(file).parent() == self.path.parent() {
                std::fs::write(file, bytes).unwrap();
            }
        }
    }
}

fn name(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// How many of so many images are damaged, how many have lost an edit, and the first of them.
fn images(setting: Setting, images: usize) -> (usize, usize, Option<String>) {
    let mut random = Seeded(17);
    let (mut damaged, mut lost, mut first) = (0, 0, None);
    let mut stream = Stream::of(0, setting);
    for image in 0..images {
        if image % 50 == 49 {
            stream = Stream::of(image as u64, setting);
        }
        let events = random.below(stream.tape.events.len() + 1);
        if let Err(why) = stream.judge(events, &mut random, image % 3 == 2) {
            if why.starts_with("damaged") {
                damaged += 1
            } else {
                lost += 1
            }
            first.get_or_insert(format!("image {image}, event {events}: {why}"));
        }
    }
    println!("{setting:?}: {images} images, {damaged} damaged, {lost} with a lost edit");
    (damaged, lost, first)
}

#[test]
fn a_power_loss_loses_no_acknowledged_edit() {
    let (damaged, lost, first) = images(Setting::AsAsked, environment("BATON_IMAGES", 250));
    assert_eq!((damaged, lost), (0, 0), "{first:?}");
}

#[test]
fn without_syncing_it_would() {
    let (damaged, lost, _) = images(Setting::SynchronousOff, environment("BATON_IMAGES", 100));
    assert!(damaged > 0 && lost > 0, "{damaged} damaged, {lost} lost: the model sees nothing");
}

#[test]
fn with_the_journal_that_others_use_it_would() {
    let (_, lost, _) = images(Setting::DeleteNormal, environment("BATON_IMAGES", 100));
    assert!(lost > 0, "the model does not see a journal that comes back");
}
