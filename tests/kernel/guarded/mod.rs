//! What protects the work, through the doors that a view has: an edit that the disk does not take, a
//! file that is damaged, gone or put back, an end without goodbye, and a diagnosis.

mod diagnosis;
mod placing;
mod rescue;
mod waiting;

use crate::desk::{Nobody, file_of};
use model::{Command, Document};
use session::api::{BackupShown, Opened, Patch, Reply, Request, RescueShown, Started};
use session::{Desk, Failure};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
    path: PathBuf,
    desk: Desk,
    patches: Vec<Patch>,
}

fn text(path: &Path) -> Option<String> {
    Some(path.to_str().unwrap().to_owned())
}

impl Place {
    /// A file that is open, with an app-data folder beside it.
    fn new(document: Document) -> Place {
        let (folder, path) = file_of(document);
        let desk = desk(&folder);
        let mut place = Place { folder, path, desk, patches: Vec::new() };
        place.open().unwrap();
        place
    }

    fn ask(&mut self, request: Request) -> Result<Reply, Failure> {
        let patches = &mut self.patches;
        self.desk.answer(request, &mut Nobody::default(), &mut |it| patches.push(it))
    }

    fn open(&mut self) -> Result<Opened, Failure> {
        match self.ask(Request::Open { path: text(&self.path) })? {
            Reply::Opened(opened) => Ok(opened),
            other => panic!("{other:?}"),
        }
    }

    fn edit(&mut self, text: &str) -> Result<Reply, Failure> {
        let command =
            Command::AddPainPoint { text: text.to_owned(), about: Vec::new(), cause: None };
        self.ask(Request::Apply { command, tapped: None })
    }

    fn in_folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The texts that were written, in the open file.
    fn notes(&self) -> Vec<String> {
        let document = self.desk.session().unwrap().document();
        document.pain_points().map(|it| it.text.clone()).collect()
    }

    fn waits(&mut self) -> Option<String> {
        match self.ask(Request::Waiting).unwrap() {
            Reply::Waiting(waiting) => waiting.map(|it| it.code),
            other => panic!("{other:?}"),
        }
    }

    fn rescue(&mut self) -> Option<RescueShown> {
        match self.ask(Request::Rescue).unwrap() {
            Reply::Rescue(rescue) => rescue,
            other => panic!("{other:?}"),
        }
    }

    fn backups(&mut self) -> Vec<BackupShown> {
        match self.ask(Request::Backups).unwrap() {
            Reply::Backups(backups) => backups,
            other => panic!("{other:?}"),
        }
    }

    fn start(&mut self) -> Started {
        match self.ask(Request::Start).unwrap() {
            Reply::Started(started) => started,
            other => panic!("{other:?}"),
        }
    }

    /// Baton ends without closing anything, and starts again.
    fn die(&mut self) {
        // A backup under way is in place by then, which is what most deaths find.
        let _ = self.ask(Request::Backups);
        self.desk = desk(&self.folder);
    }
}

fn desk(folder: &TempDir) -> Desk {
    Desk::new("0", Some(folder.path().join("app-data")), None)
}

fn notes_in(path: &Path) -> Vec<String> {
    let document = ::store::Store::open(path, None).unwrap().document;
    document.pain_points().map(|it| it.text.clone()).collect()
}

/// Another program edits the file while it is open here.
fn edit_from_elsewhere(place: &Place) {
    let copy = place.in_folder("other.baton");
    std::fs::copy(&place.path, &copy).unwrap();
    let mut other = session::Session::open(&copy, None).unwrap();
    let command =
        Command::AddPainPoint { text: "theirs".to_owned(), about: Vec::new(), cause: None };
    other.apply(&command).unwrap();
    other.close().unwrap();
    // In place, so that it is the same file still.
    std::fs::write(&place.path, std::fs::read(&copy).unwrap()).unwrap();
    std::fs::remove_file(copy).unwrap();
}
