//! The bridge: the built view in an ordinary browser, on the real kernel, for journeys. It answers
//! what the shell answers, over HTTP to this machine alone, one request at a time as they come.
//! Dialogs are answered with paths in one folder.

mod arguments;
mod dialogs;
mod page;
mod patches;

use arguments::Arguments;
use dialogs::Folder;
use page::Page;
use patches::Patches;
use session::api::{Reply, Request};
use session::{Desk, Failure};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use tiny_http::{Header, Method, Response, Server};

fn main() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(why) => {
            eprintln!("{why}\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match serve(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("The bridge ended: {why}");
            ExitCode::FAILURE
        }
    }
}

fn serve(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let Arguments { dist, port, folder, sample, file } = arguments;
    // Dropped, and with it deleted, when the bridge ends; a folder that was given stays.
    let own = if folder.is_none() { Some(tempfile::tempdir()?) } else { None };
    let folder = folder.or(own.as_ref().map(|own| own.path().to_owned())).unwrap_or_default();
    std::fs::create_dir_all(&folder)?;
    let page = Page::new(dist)?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| error.to_string())?;
    let address = server.server_addr().to_ip().ok_or("no address")?;
    println!("listening http://{address}");
    std::io::stdout().flush()?;

    let mut bridge = Bridge {
        desk: Desk::new(env!("CARGO_PKG_VERSION"), Some(folder.join("app-data")), file),
        folder: Folder::new(folder, sample),
        patches: Patches::default(),
    };
    for request in server.incoming_requests() {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        // A browser that went away in the middle of an answer is no reason to end.
        let _ = match (request.method(), path.as_str()) {
            (Method::Post, "/ask") => bridge.ask(request),
            (Method::Get, "/patches") => bridge.patches.listen(request),
            (Method::Get, path) => {
                let path = path.to_owned();
                page.send(request, &path)
            }
            _ => request.respond(Response::empty(405)),
        };
    }
    Ok(())
}

struct Bridge {
    desk: Desk,
    folder: Folder,
    patches: Patches,
}

impl Bridge {
    /// 200 and a reply, or 422 and a failure.
    fn ask(&mut self, mut request: tiny_http::Request) -> std::io::Result<()> {
        let mut body = String::new();
        request.as_reader().read_to_string(&mut body)?;
        let asked: Request = match serde_json::from_str(&body) {
            Ok(asked) => asked,
            Err(error) => return say(request, &Err(not_understood(&error))),
        };
        let Bridge { desk, folder, patches } = self;
        // As in the shell: what takes a while does not keep the others waiting.
        if let Some(job) = desk.job(&asked, folder) {
            std::thread::spawn(move || say(request, &job.run()));
            return Ok(());
        }
        say(request, &desk.answer(asked, folder, &mut |patch| patches.send(&patch)))
    }
}

fn say(request: tiny_http::Request, answer: &Result<Reply, Failure>) -> std::io::Result<()> {
    let (status, said) = match answer {
        Ok(reply) => (200, serde_json::to_vec(reply)?),
        Err(failure) => (422, serde_json::to_vec(failure)?),
    };
    let mut response = Response::from_data(said).with_status_code(status);
    if let Ok(json) = Header::from_bytes("content-type", "application/json") {
        response.add_header(json);
    }
    request.respond(response)
}

fn not_understood(error: &serde_json::Error) -> Failure {
    Failure {
        code: "notUnderstood".to_owned(),
        message: format!("Baton could not read this request: {error}."),
        hint: String::new(),
        ids: Vec::new(),
        unread: None,
    }
}
