//! The shell: one window on the kernel. It knows the system's windows, dialogs and viewers, and
//! nothing of maps. Ends with 0, with 2 when started wrongly, with 3 without a display.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod counter;
mod ipc;
mod outside;
mod system;
mod window;
mod words;

use arguments::Wanted;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{AppHandle, Manager, RunEvent};

/// Set to keep several windows apart that are started at once, as tests do.
const MANY: &str = "BATON_MANY_WINDOWS";

fn main() -> ExitCode {
    match arguments::read(std::env::args_os().skip(1)) {
        Wanted::Help => println!("{}", arguments::HELP),
        Wanted::Version => println!("Baton {}", env!("CARGO_PKG_VERSION")),
        Wanted::Wrong(why) => {
            eprintln!("{why} `baton-desktop --help` says what it takes.");
            return ExitCode::from(2);
        }
        Wanted::Window(file) => {
            if let Err(why) = system::prepare() {
                eprintln!("{why}");
                return ExitCode::from(3);
            }
            if let Err(error) = run(file.map(|file| std::path::absolute(&file).unwrap_or(file))) {
                eprintln!("Baton could not open its window: {error}.");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn run(file: Option<PathBuf>) -> tauri::Result<()> {
    let (requests, waiting) = ipc::queue();
    let mut builder = tauri::Builder::default();
    if std::env::var_os(MANY).is_none() {
        // First, so that a second start hands its file over before it opens anything.
        builder = builder.plugin(tauri_plugin_single_instance::init(second_start));
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .manage(requests.clone())
        .invoke_handler(requests.clone().handler())
        .setup(move |app| {
            let local = app.path().app_local_data_dir().ok();
            window::open(app.handle())?;
            counter::open(app.handle().clone(), waiting, local, file);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(move |_, event| {
        if let RunEvent::Exit = event {
            requests.close();
        }
    });
    Ok(())
}

/// Another start of Baton ended in favour of this one: come forward, with its file if it had one.
fn second_start(app: &AppHandle, arguments: Vec<String>, folder: String) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    let given = arguments.into_iter().skip(1).map(Into::into);
    if let Wanted::Window(Some(file)) = arguments::read(given) {
        app.state::<ipc::Requests>().open(PathBuf::from(folder).join(file));
    }
}
