//! The counter: one thread that answers the page's requests, in their turn, at the desk. A panic
//! ends the action it happened in and nothing else: the file is read again, and the page with it.

use crate::ipc::{Job, Requests};
use crate::outside::{Answer, Dialogs};
use crate::{window, words};
use serde_json::Value;
use session::api::{Opened, Patch, Reply, Request};
use session::{Desk, Failure, not_reckoned};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use tauri::ipc::{Channel, InvokeResolver};
use tauri::{AppHandle, Manager};
use tokio::sync::mpsc::UnboundedReceiver;

/// Opens the counter. `local` is the app-data folder, `file` the one from the command line.
pub fn open(
    app: AppHandle,
    mut waiting: UnboundedReceiver<Job>,
    local: Option<PathBuf>,
    file: Option<PathBuf>,
) {
    let desk = Desk::new(env!("CARGO_PKG_VERSION"), local, file);
    let dialogs = Dialogs::new(app.clone());
    let mut counter = Counter { app, desk, dialogs, patches: None, unsaid: None };
    tauri::async_runtime::spawn_blocking(move || {
        // The page takes longer to load than the file.
        let _ = catch_unwind(AssertUnwindSafe(|| counter.desk.open_first()));
        while let Some(job) = waiting.blocking_recv() {
            counter.serve(job);
        }
    });
}

struct Counter {
    app: AppHandle,
    desk: Desk,
    dialogs: Dialogs,
    patches: Option<Channel<Patch>>,
    /// What the page has to be told when it starts anew.
    unsaid: Option<Failure>,
}

impl Counter {
    fn serve(&mut self, job: Job) {
        match job {
            Job::Ask(request, resolver) => self.attend(request, *resolver),
            Job::Listen(channel) => self.patches = Some(channel),
            Job::Open(path) => self.open_from_outside(path),
            Job::MayClose => self.ask_before_closing(),
            Job::Close(done) => {
                let _ = catch_unwind(AssertUnwindSafe(|| self.desk.close()));
                self.desk.finish();
                let _ = done.send(());
            }
        }
        self.app.state::<Requests>().note_unsaved(self.desk.unsaved().is_some());
    }

    /// The last edit is not saved: what is done about it before the window closes, if it closes.
    fn ask_before_closing(&mut self) {
        let Some(window) = self.app.get_webview_window(window::LABEL) else { return };
        let answer = self.desk.unsaved().map(|it| self.dialogs.ask(&words::closing(&it)));
        let closes = match answer {
            None | Some(Answer::Close) => true,
            Some(Answer::GoBack) => false,
            Some(Answer::SaveElsewhere) => match self.ask(Request::SaveElsewhere { path: None }) {
                Ok(Reply::Opened(_)) => true,
                Ok(_) => false,
                Err(failure) => {
                    self.unsaid = Some(failure);
                    self.start_page_anew();
                    false
                }
            },
        };
        self.app.state::<Requests>().asked();
        if closes {
            let _ = window.destroy();
        }
    }

    /// What takes a while is done beside the counter, so that the next in the queue is served.
    fn attend(&mut self, request: Value, resolver: InvokeResolver<tauri::Wry>) {
        let say = |resolver: InvokeResolver<tauri::Wry>, said: Result<Reply, Failure>| match said {
            Ok(reply) => resolver.resolve(reply),
            Err(failure) => resolver.reject(failure),
        };
        let request: Request = match serde_json::from_value(request) {
            Ok(request) => request,
            Err(error) => return say(resolver, Err(not_understood(error))),
        };
        let Counter { desk, dialogs, .. } = self;
        let job = catch_unwind(AssertUnwindSafe(|| desk.job(&request, dialogs)));
        match job.unwrap_or_default() {
            Some(job) => {
                tauri::async_runtime::spawn_blocking(move || {
                    let done = catch_unwind(AssertUnwindSafe(|| job.run()));
                    say(resolver, done.unwrap_or_else(|_| Err(not_reckoned())));
                });
            }
            None => say(resolver, self.answer(request)),
        }
    }

    fn answer(&mut self, request: Request) -> Result<Reply, Failure> {
        let closing = matches!(request, Request::Close);
        let mut reply = self.ask(request)?;
        if let Reply::Started(started) = &mut reply {
            started.failure = started.failure.take().or(self.unsaid.take());
        }
        match &reply {
            Reply::Opened(file) => self.name_window(Some(file)),
            Reply::Recovered(recovered) => self.name_window(Some(&recovered.opened)),
            Reply::Started(started) => self.name_window(started.opened.as_ref()),
            Reply::Done if closing => self.name_window(None),
            _ => {}
        }
        Ok(reply)
    }

    fn ask(&mut self, request: Request) -> Result<Reply, Failure> {
        let Counter { desk, dialogs, patches, .. } = self;
        let mut send = |patch| {
            if let Some(channel) = patches {
                // A page that is gone asks for everything when it is back.
                let _ = channel.send(patch);
            }
        };
        let answered = catch_unwind(AssertUnwindSafe(|| desk.answer(request, dialogs, &mut send)));
        answered.unwrap_or_else(|_| Err(self.recover()))
    }

    /// After a panic: the file is the truth, so it is read again and the page starts anew.
    fn recover(&mut self) -> Failure {
        let failure = not_applied();
        let reopened = catch_unwind(AssertUnwindSafe(|| self.desk.reopen()));
        self.unsaid = match reopened {
            Ok(Err(other)) => Some(other),
            _ => Some(failure.clone()),
        };
        self.start_page_anew();
        failure
    }

    fn open_from_outside(&mut self, path: PathBuf) {
        let before = self.desk.session().map(|session| session.path().to_owned());
        if before.as_ref() == Some(&path) {
            return;
        }
        let request =
            |path: PathBuf| Request::Open { path: Some(path.to_string_lossy().into_owned()) };
        if let Err(failure) = self.ask(request(path)) {
            // One that was never touched went with its closing.
            if let Some(before) = before.filter(|it| it.exists()) {
                let _ = self.ask(request(before));
            }
            self.unsaid = Some(failure);
        }
        self.start_page_anew();
    }

    /// The page begins again with what is on the desk now.
    fn start_page_anew(&self) {
        if let Some(window) = self.app.get_webview_window(window::LABEL) {
            let _ = window.reload();
        }
    }

    fn name_window(&self, file: Option<&Opened>) {
        let title =
            file.map_or_else(|| "Baton".to_owned(), |file| format!("{} – Baton", file.name));
        if let Some(window) = self.app.get_webview_window(window::LABEL) {
            let _ = window.set_title(&title);
        }
    }
}

fn not_applied() -> Failure {
    Failure {
        code: "notApplied".to_owned(),
        message: "Something went wrong inside Baton. The last action was not applied.".to_owned(),
        hint: "Your file is as it was before it. Go on working from there.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

fn not_understood(error: serde_json::Error) -> Failure {
    Failure {
        code: "notUnderstood".to_owned(),
        message: format!("Baton could not read this request: {error}."),
        hint: String::new(),
        ids: Vec::new(),
        unread: None,
    }
}
