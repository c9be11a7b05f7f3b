//! Disks that fill up and disks that fail, for real: in processes of their own, under limits of the
//! system.

use super::samples::small;
use super::{child_of, commit, note, open, say, told};
use ::store::Store;
use model::{Document, plan};
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// Edits a file until the disk refuses; says how many edits were saved and what the refusal was.
/// Then makes room, if `more` names a file to remove, and goes on.
#[test]
fn writer() {
    let Some((path, more)) = told() else { return };
    let mut store = Store::create(&path, &small(), None).unwrap();
    let (saved, document) = until_refused(&mut store, small());
    assert_eq!(store.reload().unwrap(), document, "reading goes on");
    if !more.is_empty() {
        std::fs::remove_file(more).unwrap();
        let document = commit(&mut store, &document, &note("there is room again"));
        store.close().unwrap();
        assert_eq!(open(&path).document, document);
    }
    say(&format!("survived {saved}"));
}

fn until_refused(store: &mut Store, mut document: Document) -> (usize, Document) {
    for saved in 0..10_000 {
        let planned = plan(&document, &note(&format!("edit {saved}"))).unwrap();
        match store.commit(&planned.edit, planned.document.used_up()) {
            Ok(()) => document = planned.document,
            Err(error) => {
                say(&format!("refused {}", error.code()));
                return (saved, document);
            }
        }
    }
    panic!("the disk took everything");
}

/// Edits a file in a session until the disk refuses, and goes on in another place with the edit that
/// was refused.
#[test]
fn facilitator() {
    let Some((path, elsewhere)) = told() else { return };
    let mut session = session::Session::create(&path, small(), None).unwrap();
    let mut written = Vec::new();
    let refused = loop {
        let text = format!("edit {}", written.len());
        let edited = session.apply(&note(&text));
        written.push(text);
        if let Err(failure) = edited {
            break failure.code;
        }
    };
    let texts = |session: &session::Session| -> Vec<String> {
        session.document().pain_points().map(|it| it.text.clone()).collect()
    };
    assert_eq!(session.waiting().unwrap().code, refused);
    assert_eq!(texts(&session), written[..written.len() - 1], "only what is on disk is shown");
    session.try_again().unwrap_err();
    assert!(session.waiting().is_some(), "there is still no room");
    session.go_on_in(Path::new(&elsewhere), None).unwrap();
    assert!(session.waiting().is_none());
    assert_eq!(texts(&session), written);
    session.undo().unwrap();
    session.undo().unwrap();
    session.redo().unwrap();
    assert_eq!(texts(&session), written[..written.len() - 1], "its history came along");
    session.close().unwrap();
    assert_eq!(open(&path).document.pain_points().count(), written.len() - 1);
    say(&format!("refused {refused}"));
    say(&format!("survived {}", written.len()));
}

/// Runs a program of these under a shell command that limits it; what it said.
fn run(shell: &[&str], test: &str, path: &Path, more: &str) -> String {
    let mut limited = Command::new(shell[0]);
    limited.args(&shell[1..]).arg(std::env::current_exe().unwrap());
    let (mut child, mut output) = child_of(limited, test, path, more);
    let mut said = String::new();
    output.read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success(), "{said}");
    said
}

fn saved(said: &str) -> usize {
    said.lines().find_map(|line| line.strip_prefix("survived ")).unwrap().parse().unwrap()
}

#[test]
fn a_disk_whose_writes_fail_keeps_every_acknowledged_edit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.baton");
    // No file may grow beyond 64 KB; the signal that says so is ignored, so that writing fails.
    let shell = ["bash", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""];
    let said = run(&shell, "disk::writer", &path, "");
    assert!(said.contains("refused fileTrouble"), "{said}");
    let kept = open(&path).document.pain_points().count();
    assert_eq!(kept, saved(&said));
    assert!(kept > 10, "only {kept} edits fitted");
}

/// A shell command that runs a program with a disk of 300 KB at this folder, where the system lets an
/// ordinary process have one. Nearly a seventh of it is ballast.
fn own_disk(folder: &Path) -> Option<Vec<String>> {
    let disk = folder.to_str().unwrap();
    let mount = format!("mount -t tmpfs -o size=300k tmpfs '{disk}'");
    let own = ["unshare", "--map-root-user", "--mount", "sh", "-c"];
    let probe = Command::new(own[0]).args(&own[1..]).arg(&mount).status();
    if !probe.is_ok_and(|status| status.success()) {
        println!("not shown: this system gives no process a disk of its own");
        return None;
    }
    let run =
        format!("{mount} && head -c 40000 /dev/zero > '{disk}/ballast' && exec \"$0\" \"$@\"");
    Some(own.map(str::to_owned).into_iter().chain([run]).collect())
}

#[test]
fn a_full_disk_says_so_and_goes_on_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shell) = own_disk(folder.path()) else { return };
    let shell: Vec<&str> = shell.iter().map(String::as_str).collect();
    let ballast = folder.path().join("ballast");
    let path = folder.path().join("work.baton");
    let said = run(&shell, "disk::writer", &path, ballast.to_str().unwrap());
    assert!(said.contains("refused diskFull"), "{said}");
    assert!(saved(&said) > 10, "{said}");
}

#[test]
fn the_edit_that_a_full_disk_refuses_is_saved_in_another_place() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let Some(shell) = own_disk(folder.path()) else { return };
    let shell: Vec<&str> = shell.iter().map(String::as_str).collect();
    let elsewhere = other.path().join("elsewhere.baton");
    let path = folder.path().join("work.baton");
    let said = run(&shell, "disk::facilitator", &path, elsewhere.to_str().unwrap());
    assert!(said.contains("refused diskFull"), "{said}");
    // After undo, undo and redo there: one edit short of all of them.
    let kept = open(&elsewhere).document.pain_points().count();
    assert_eq!(kept + 1, saved(&said));
}
