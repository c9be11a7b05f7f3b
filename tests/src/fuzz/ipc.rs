//! What the page could send, answered at a desk with an engagement on it.

use model::Document;
use session::api::Request;
use session::{
    Agenda, AgendaWritten, Desk, Failure, LayOut, MeasuredItem, Outside, PackPages, Session,
    WritePack, Written,
};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// After so many requests the engagement is the sample again.
const REQUESTS: u32 = 300;

struct Place {
    folder: tempfile::TempDir,
    desk: Desk,
    answered: u32,
}

impl Place {
    fn new() -> Place {
        let folder = crate::folder_in_memory().unwrap();
        let path = folder.path().join("work.baton");
        Session::create(&path, crate::agreed_today(), None).unwrap().close().unwrap();
        let mut desk = Desk::new("0", None, Some(path));
        desk.answer(Request::Start, &mut Nobody, &mut |_| {}).unwrap();
        assert!(desk.session().is_some());
        Place { folder, desk, answered: 0 }
    }
}

/// A request in JSON: refused, or answered, and the engagement keeps its rules.
pub fn request(bytes: &[u8]) {
    thread_local! {
        static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
    }
    let Ok(request) = serde_json::from_slice::<Request>(bytes) else { return };
    if leads_elsewhere(&request) {
        return;
    }
    PLACE.with_borrow_mut(|place| {
        if place.as_ref().is_none_or(|place| place.answered > REQUESTS) {
            *place = Some(Place::new());
        }
        let Some(Place { folder, desk, answered }) = place else { return };
        assert!(folder.path().exists());
        *answered += 1;
        if desk.job(&request, &mut Nobody).is_some() {
            return;
        }
        let before = desk.session().unwrap().document();
        let mut patches = 0;
        let answer = desk.answer(request, &mut Nobody, &mut |_| patches += 1);
        let after = desk.session().unwrap().document();
        match answer {
            Ok(_) => after.check().unwrap(),
            Err(failure) => {
                assert!(failure.message.ends_with('.'), "{failure:?}");
                assert!(*before == *after, "a refusal left a trace");
            }
        }
    });
}

/// What opens, makes or leaves files is the business of tests that watch files.
fn leads_elsewhere(request: &Request) -> bool {
    use Request::*;
    match request {
        Open { path }
        | Attainment { path }
        | Differences { path }
        | SaveText { path, .. }
        | ExportPack { path, .. }
        | ExportMinutes { path }
        | ExportAgenda { path }
        | SaveElsewhere { path }
        | Place { path }
        | Recover { path, .. } => path.is_some(),
        NewEngagement { .. } | OpenSample { .. } | Close | Merge { .. } | ShowExported { .. } => {
            true
        }
        _ => false,
    }
}

/// Outside there is nobody.
struct Nobody;

impl Outside for Nobody {
    fn choose_open(&mut self) -> Option<PathBuf> {
        None
    }
    fn choose_save(&mut self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn sample(&mut self) -> Result<Document, Failure> {
        Ok(crate::agreed_today())
    }
    fn write_pack(&self) -> WritePack {
        Arc::new(|_, _| Ok(Written { pages: 0, warnings: Vec::new() }))
    }
    fn lay_out(&self) -> LayOut {
        Arc::new(|_| Ok(PackPages { pages: Vec::new(), outline: Vec::new(), warnings: Vec::new() }))
    }
    fn logo(&mut self, file: &str) -> Result<String, Failure> {
        pack::logo(file).map_err(|error| Failure {
            code: "notALogo".into(),
            message: format!("{error}."),
            hint: String::new(),
            ids: Vec::new(),
            unread: None,
        })
    }
    fn export_minutes(&mut self, _: &Document, _: &Path) -> Result<(), Failure> {
        Ok(())
    }
    fn export_agenda(&mut self, _: &Agenda<'_>, _: &Path) -> Result<AgendaWritten, Failure> {
        Ok(AgendaWritten { entries: 0, undated: 0 })
    }
    fn choose_table(&mut self) -> Option<PathBuf> {
        None
    }
    fn measured(&mut self, _: &Path) -> Result<Vec<MeasuredItem>, Failure> {
        Ok(Vec::new())
    }
    fn write_text(&mut self, _: &str, _: &Path) -> Result<(), Failure> {
        Ok(())
    }
    fn show(&mut self, _: &Path) -> Result<(), Failure> {
        Ok(())
    }
}
