//! What sockets the running app holds: read from the system, of the app and of every process of its
//! webview. Its driver talks to it by way of this machine's own address; besides that there is none.

use crate::app::App;
use crate::on_one_thread;
use session::Session;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

/// A process and what it is called.
type Process = (u32, String);

/// Every process that this one started, and that those did.
fn descendants(of: u32) -> Vec<Process> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|it| it.parse::<u32>().ok()) else {
            continue;
        };
        // Whoever ended in between has no sockets.
        let Ok(about) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
        let Some((name, rest)) = about.rsplit_once(") ") else { continue };
        let name = name.split_once('(').map_or("", |(_, name)| name).to_owned();
        let parent = rest.split(' ').nth(1).and_then(|it| it.parse::<u32>().ok());
        all.push((id, name, parent.unwrap_or_default()));
    }
    let (mut found, mut queue) = (Vec::new(), vec![of]);
    while let Some(parent) = queue.pop() {
        for (id, name, _) in all.iter().filter(|(_, _, it)| *it == parent) {
            found.push((*id, name.clone()));
            queue.push(*id);
        }
    }
    found
}

/// The sockets of a process that lead, or could lead, beyond this machine: both ends, as the system
/// writes them. What cannot be read of a process that is there proves nothing, and fails.
fn leading_out(process: u32) -> Vec<String> {
    let folder = Path::new("/proc").join(process.to_string());
    let open = match std::fs::read_dir(folder.join("fd")) {
        Ok(open) => open,
        Err(error) if error.kind() == ErrorKind::NotFound => return Vec::new(),
        Err(error) => panic!("what {process} has open cannot be read: {error}"),
    };
    let held: BTreeSet<String> = open
        .flatten()
        .filter_map(|it| std::fs::read_link(it.path()).ok())
        .filter_map(|it| Some(it.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    let mut found = Vec::new();
    for kind in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let table = match std::fs::read_to_string(folder.join("net").join(kind)) {
            Ok(table) => table,
            // A machine without the second kind of address has no table of it.
            Err(error) if error.kind() == ErrorKind::NotFound && kind.ends_with('6') => continue,
            Err(_) if !folder.exists() => return Vec::new(),
            Err(error) => panic!("the sockets of {process} cannot be read: {error}"),
        };
        for line in table.lines().skip(1) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let is_held = words.get(9).is_some_and(|it| held.contains(*it));
            if is_held && !(at_home(words[1]) && (at_home(words[2]) || nowhere(words[2]))) {
                found.push(format!("{kind} {} {}", words[1], words[2]));
            }
        }
    }
    found
}

/// 127.0.0.1, ::1, or the first written as an address of the second kind.
fn at_home(address: &str) -> bool {
    let host = address.split(':').next().unwrap_or_default();
    let homes = ["00000000000000000000000001000000", "0000000000000000FFFF00000100007F"];
    host.len() == 8 && host.ends_with("7F") || homes.contains(&host)
}

fn nowhere(address: &str) -> bool {
    address.bytes().all(|it| it == b'0' || it == b':')
}

#[test]
fn a_socket_that_leads_out_is_seen() {
    // Other tests of this process have sockets of their own.
    let seen = |listener: &std::net::TcpListener| {
        let port = format!(":{:04X} ", listener.local_addr().unwrap().port());
        leading_out(std::process::id()).iter().any(|it| it.contains(&port))
    };
    assert!(seen(&std::net::TcpListener::bind("0.0.0.0:0").unwrap()), "an open door");
    assert!(!seen(&std::net::TcpListener::bind("127.0.0.1:0").unwrap()), "one within the house");
}

#[test]
fn the_app_and_its_webview_hold_no_socket_to_anywhere() {
    on_one_thread(async |folder| {
        let file = folder.join("Northwind.baton");
        Session::create(&file, exchange::sample().unwrap(), None).unwrap().close().unwrap();
        let app = App::start(&folder, Some(&file)).await;
        app.opened_when("the file is open", |it| it.is_object()).await;
        app.wait_for("return document.querySelector('canvas') !== null").await;
        let processes = descendants(app.driver());
        let named = |name: &str| processes.iter().any(|(_, it)| it.starts_with(name));
        assert!(named("baton-desktop") && named("WebKitWebProces"), "{processes:?}");
        for (process, name) in &processes {
            let out = leading_out(*process);
            assert!(out.is_empty(), "{name} holds {out:?}");
        }
        app.quit().await;
    });
}
