//! What the page may call: `ask` a request of the kernel, `listen` to its patches. Calls queue in
//! the order in which they arrive. That is why they are not generated async commands: those start
//! on a pool of threads, where of two quick key strokes the second may overtake the first.

use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tauri::ipc::{Channel, Invoke, InvokeBody, InvokeResolver, JavaScriptChannelId};
use tokio::sync::{mpsc, oneshot};

use session::api::Patch;

/// How long the window waits for the file to be closed before it goes.
const LONGEST_CLOSE: Duration = Duration::from_secs(5);

/// One thing to be done, in its turn.
pub enum Job {
    /// A request of the page, and where its reply goes.
    Ask(Value, Box<InvokeResolver<tauri::Wry>>),
    /// From now on patches go down this channel.
    Listen(Channel<Patch>),
    /// A file from outside the page: a second start, or one dropped on the window.
    Open(PathBuf),
    /// The window is to be closed while an edit is not saved: a person is asked.
    MayClose,
    /// The window is going; says when the file is closed.
    Close(oneshot::Sender<()>),
}

/// The end of the queue that jobs are put in at.
#[derive(Clone)]
pub struct Requests {
    jobs: mpsc::UnboundedSender<Job>,
    /// An edit is not saved. Known here so that a window can be closed at once when none is,
    /// whatever the queue is doing.
    unsaved: Arc<AtomicBool>,
    /// A person is being asked.
    asking: Arc<AtomicBool>,
}

/// A queue of jobs.
pub fn queue() -> (Requests, mpsc::UnboundedReceiver<Job>) {
    let (sender, receiver) = mpsc::unbounded_channel();
    (Requests { jobs: sender, unsaved: Arc::default(), asking: Arc::default() }, receiver)
}

impl Requests {
    /// Answers the page's calls. The capability names the same ones, and WebKit's side of them is
    /// on one thread, so that they arrive in the order in which they were made.
    pub fn handler(self) -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
        move |invoke| {
            let Invoke { message, resolver, .. } = invoke;
            let InvokeBody::Json(payload) = message.payload() else { return false };
            match message.command() {
                "ask" => {
                    let request = payload.get("request").cloned().unwrap_or_default();
                    self.put(Job::Ask(request, Box::new(resolver)));
                }
                "listen" => {
                    let id = payload.get("patches").and_then(Value::as_str).unwrap_or_default();
                    match id.parse::<JavaScriptChannelId>() {
                        Ok(id) => {
                            self.put(Job::Listen(id.channel_on(message.webview())));
                            resolver.resolve(());
                        }
                        Err(why) => resolver.reject(why),
                    }
                }
                _ => return false,
            }
            true
        }
    }

    /// Opens a file that did not come from the page.
    pub fn open(&self, path: PathBuf) {
        self.put(Job::Open(path));
    }

    /// Whether an edit is not saved, from now on.
    pub fn note_unsaved(&self, unsaved: bool) {
        self.unsaved.store(unsaved, Ordering::Relaxed);
    }

    /// Whether the window may be closed at once; if not, a person is asked.
    pub fn may_close(&self) -> bool {
        if !self.unsaved.load(Ordering::Relaxed) {
            return true;
        }
        // One question at a time; and none where nobody is left to ask it.
        !self.asking.swap(true, Ordering::Relaxed) && self.jobs.send(Job::MayClose).is_err()
    }

    /// The person has answered.
    pub fn asked(&self) {
        self.asking.store(false, Ordering::Relaxed);
    }

    /// Closes the open file, and waits for that.
    pub fn close(&self) {
        let (done, closed) = oneshot::channel();
        self.put(Job::Close(done));
        // Whatever is acknowledged is on disk already; a close that takes too long loses nothing.
        let waited = async { tokio::time::timeout(LONGEST_CLOSE, closed).await.is_ok() };
        tauri::async_runtime::block_on(waited);
    }

    /// A job put in after the end of the queue has gone has nobody left to wait for it.
    fn put(&self, job: Job) {
        let _ = self.jobs.send(job);
    }
}
