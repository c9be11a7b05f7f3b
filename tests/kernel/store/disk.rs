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

/// Runs the writer under a shell command that limits it; what it said.
fn run(shell: &[&str], path: &Path, more: &str) -> String {
    let mut limited = Command::new(shell[0]);
    limited.args(&shell[1..]).arg(std::env::current_exe().unwrap());
    let (mut child, mut output) = child_of(limited, "disk::writer", path, more);
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
    let said = run(&shell, &path, "");
    assert!(said.contains("refused fileTrouble"), "{said}");
    let kept = open(&path).document.pain_points().count();
    assert_eq!(kept, saved(&said));
    assert!(kept > 10, "only {kept} edits fitted");
}

/// On a disk of 300 KB, where the system lets an ordinary process have one.
#[test]
fn a_full_disk_says_so_and_goes_on_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().to_str().unwrap();
    let mount = format!(
        "mount -t tmpfs -o size=300k tmpfs '{disk}' && head -c 40000 /dev/zero > '{disk}/ballast'
         && exec \"$0\" \"$@\""
    )
    .replace('\n', " ");
    let own_disk = ["unshare", "--map-root-user", "--mount", "sh", "-c"];
    let probe = Command::new(own_disk[0])
        .args(&own_disk[1..])
        .arg(format!("mount -t tmpfs -o size=300k tmpfs '{disk}'"))
        .status();
    if !probe.is_ok_and(|status| status.success()) {
        println!("not shown: this system gives no process a disk of its own");
        return;
    }
    let path = folder.path().join("work.baton");
    let mut shell = own_disk.to_vec();
    shell.push(&mount);
    let said = run(&shell, &path, &format!("{disk}/ballast"));
    assert!(said.contains("refused diskFull"), "{said}");
    assert!(saved(&said) > 10, "{said}");
}
