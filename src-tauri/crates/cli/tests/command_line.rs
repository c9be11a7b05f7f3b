//! The command line as a person meets it: what it prints where, what it ends with, what it leaves
//! alone.
#![cfg(test)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The process of the samples, as committed.
fn fixture(name: &str) -> String {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures");
    tests.join(name).to_str().unwrap().to_owned()
}

fn baton(arguments: &[&str]) -> Output {
    // No display, as on a server.
    Command::new(env!("CARGO_BIN_EXE_baton"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("SOURCE_DATE_EPOCH", "0")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn trouble(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn done(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", trouble(&output));
    out(&output)
}

/// A folder with the sample in it as `Lead.baton`.
fn imported() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Lead.baton");
    let json = fixture("lead-to-customer.current.json");
    done(baton(&["import", &json, "--out", file.to_str().unwrap()]));
    (folder, file)
}

#[test]
fn a_process_is_imported_looked_at_and_exported() {
    let (folder, file) = imported();
    let name = file.to_str().unwrap();
    let state = || (std::fs::read(&file).unwrap(), file.metadata().unwrap().modified().unwrap());
    let before = state();

    let shown = done(baton(&["show", name]));
    assert!(shown.contains("team Marketing Operations"), "{shown}");
    let analysed = done(baton(&["analyse", name, "--json"]));
    let analysed: Value = serde_json::from_str(&analysed).unwrap();
    // domain.md 8.3.
    assert_eq!(analysed["figures"]["timeline"]["leadTime"], 16_570);
    let first = &analysed["figures"]["timeline"]["path"][0]["step"];
    assert_eq!(analysed["names"][first.to_string()], "Capture and enrich inbound lead");
    let spoken = done(baton(&["analyse", name]));
    assert!(spoken.contains("Lead time            34.5 d (16570 min)"), "{spoken}");

    let pack = folder.path().join("pack");
    let written = done(baton(&["export", name, "--out", pack.to_str().unwrap()]));
    let starts = [("pdf", &b"%PDF-"[..]), ("svg", b"<"), ("png", b"\x89PNG")];
    for (ending, start) in starts {
        let path = pack.join(format!("Lead.{ending}"));
        assert!(written.contains(path.to_str().unwrap()), "{written}");
        assert!(std::fs::read(&path).unwrap().starts_with(start), "{ending}");
    }
    assert!(state() == before, "looking changed the file");
    let beside = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 2, "nothing is left beside the file");
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let (folder, file) = imported();
    let exported = |to: &str| {
        let to = folder.path().join(to);
        done(baton(&["export", file.to_str().unwrap(), "--out", to.to_str().unwrap()]));
        ["pdf", "svg", "png"].map(|it| std::fs::read(to.join(format!("Lead.{it}"))).unwrap())
    };
    assert!(exported("a") == exported("b"));
}

#[test]
fn registers_are_written_as_tables_in_a_language() {
    let (folder, file) = imported();
    let exported = |to: &str| {
        let to = folder.path().join(to);
        let formats = ["--formats", "xlsx,csv,json", "--language", "de", "--date", "2026-03-02"];
        let place = [file.to_str().unwrap(), "--out", to.to_str().unwrap()];
        let written = done(baton(&[&["export"], &place[..], &formats[..]].concat()));
        let files = written.lines().map(|it| std::fs::read(it).unwrap()).collect::<Vec<_>>();
        let read = |ending: &str| std::fs::read(to.join(format!("Lead.{ending}"))).unwrap();
        let table = String::from_utf8(read("handoffs.csv")).unwrap();
        assert!(table.starts_with("\u{feff}\"Nr.\",\"Richtung\","), "{table}");
        let value: serde_json::Value = serde_json::from_slice(&read("json")).unwrap();
        assert_eq!(value["about"]["date"], "2026-03-02");
        assert!(read("xlsx").starts_with(b"PK"));
        files
    };
    assert!(exported("a") == exported("b"));
}

#[test]
fn a_map_in_text_comes_back_as_it_was() {
    let (folder, file) = imported();
    let shown = done(baton(&["show", file.to_str().unwrap()]));
    let text = folder.path().join("map.txt");
    std::fs::write(&text, &shown).unwrap();
    let again = folder.path().join("Again.baton");
    done(baton(&["import", text.to_str().unwrap(), "--out", again.to_str().unwrap()]));
    assert_eq!(done(baton(&["show", again.to_str().unwrap()])), shown);
}

#[test]
fn the_sample_needs_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("made/for/it");
    let to = to.to_str().unwrap();
    let written = done(baton(&["export", "--sample", "--out", to, "--formats", "svg,ics"]));
    let written: Vec<&str> = written.lines().collect();
    let [today, future, ics] = written[..] else { panic!("{written:?}") };
    assert!(Path::new(today).is_file() && Path::new(future).is_file());
    let days = std::fs::read_to_string(ics).unwrap();
    assert_eq!(days.matches("BEGIN:VEVENT\r\n").count(), 5, "{days}");
}

#[test]
fn findings_end_with_one() {
    let (_folder, file) = imported();
    let name = file.to_str().unwrap();
    let checked = baton(&["check", name]);
    assert_eq!(checked.status.code(), Some(1), "the sample is not finished");
    let json = baton(&["check", name, "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let findings: Value = serde_json::from_str(&out(&json)).unwrap();
    let findings = findings.as_array().unwrap();
    let lines = out(&checked);
    assert_eq!(lines.lines().count(), findings.len() + 1);
    let rule = findings[0]["rule"].as_str().unwrap();
    assert!(lines.contains(rule) && !rule.is_empty(), "{lines}");
    let graver = |it: &Value| ["error", "warning", "info"].iter().position(|word| it == word);
    let severities: Vec<_> = findings.iter().map(|it| graver(&it["severity"])).collect();
    assert!(severities.is_sorted() && severities.iter().all(Option::is_some), "{severities:?}");
}

#[test]
fn trouble_goes_to_standard_error_and_ends_with_one() {
    let (folder, file) = imported();
    let other = folder.path().join("other.baton");
    std::fs::write(&other, "not a map").unwrap();
    let (file, other) = (file.to_str().unwrap(), other.to_str().unwrap());
    let json = fixture("lead-to-customer.current.json");
    let rows: &[(&[&str], &str)] = &[
        (&["show", "missing.baton"], "missing.baton"),
        (&["show", other], "not a Baton file"),
        (&["check", other], "not a Baton file"),
        (&["import", &json, "--out", file], "already a file"),
        (&["import", other, "--out", "new.baton"], "no JSON"),
        (&["import", "missing.json", "--out", "new.baton"], "missing.json"),
        (&["export", other, "--out", folder.path().to_str().unwrap()], "not a Baton file"),
    ];
    for (arguments, said) in rows {
        let output = baton(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(trouble(&output).contains(said), "{arguments:?}: {}", trouble(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn the_targets_of_a_handoff_are_told_when_they_are_due() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Sample.baton");
    let file = file.to_str().unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/samples");
    let json = samples.join("lead-to-customer.json");
    done(baton(&["import", json.to_str().unwrap(), "--out", file]));
    let due = |arguments: &[&str]| baton(&[&["due", file, "--handoff"], arguments].concat());

    // Sixty working minutes in London from half past four on a Friday, and four hours after that.
    let said = done(due(&["H-01", "--from", "2026-05-22T16:30"]));
    assert!(said.starts_with("H-01 Auto-enrich, score and route MQL → "), "{said}");
    let response = "Accept or return  Mon 2026-05-25 09:30 Europe/London (2026-05-25T08:30Z)";
    assert!(said.contains(response), "{said}");
    let how = "60 min of work from release on Fri 2026-05-22 16:30, in “Working week”, \
               the calendar of its service level";
    assert!(said.contains(how), "{said}");
    assert!(said.contains("Complete          Mon 2026-05-25 13:30 Europe/London"), "{said}");
    assert!(said.contains("240 min of work from the latest acceptance on Mon"), "{said}");

    let told = done(due(&["1", "--from", "2026-05-22T15:30Z", "--paused", "30", "--json"]));
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["due"][0]["due"]["utc"], "2026-05-25T09:00Z");
    assert_eq!(told["due"][0]["due"]["local"]["time"], "2026-05-25T10:00");
    let calendar = &told["due"][0]["calendar"];
    assert_eq!(calendar["of"], "agreement");
    assert_eq!(told["names"][calendar["id"].to_string()], "Working week");
    let completion = ["h-01", "--from", "2026-05-22T16:30", "--target", "completion"];
    let accepted = done(due(&[&completion[..], &["--accepted", "2026-05-22T16:45"]].concat()));
    assert!(accepted.contains("Complete          Mon 2026-05-25 12:45"), "{accepted}");
    assert_eq!(accepted.lines().count(), 4, "one target: {accepted}");

    let refused: [(&[&str], &str, i32); 5] = [
        (&["H-99", "--from", "2026-05-22T16:30"], "There is no handoff H-99 in this file.", 1),
        (
            &["H-01", "--from", "2026-05-22T16:30", "--target", "acknowledge"],
            "no acknowledgement",
            1,
        ),
        (&["H-01", "--from", "2026-02-30T16:30"], "“2026-02-30T16:30” is not a time", 2),
        (&["the second", "--from", "2026-05-22T16:30"], "Handoffs are called H-01", 2),
        (&["H-01", "--from", "2026-05-22T16:30", "--paused=-5"], "--paused", 2),
    ];
    for (arguments, said, code) in refused {
        let output = due(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", trouble(&output));
        assert!(trouble(&output).contains(said), "{arguments:?}: {}", trouble(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
    let (_folder, bare) = imported();
    let output =
        baton(&["due", bare.to_str().unwrap(), "--handoff", "1", "--from", "2026-05-22T16:30"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(trouble(&output).contains("H-01 has no service level."), "{}", trouble(&output));
}

#[test]
fn maps_are_laid_as_a_poster_of_sheets_or_lane_by_lane() {
    let folder = tempfile::tempdir().unwrap();
    let made = |maps: &str| {
        let to = folder.path().join(maps);
        let given = ["export", "--sample", "--formats", "pdf", "--preset", "leadership"];
        let to = ["--maps", maps, "--out", to.to_str().unwrap()];
        let file = done(baton(&[&given[..], &to[..]].concat()));
        std::fs::read(file.trim()).unwrap()
    };
    let (whole, sheets, lanes) = (made("fit"), made("tiled-a4"), made("lanes"));
    assert!(whole.starts_with(b"%PDF"));
    assert!(whole != sheets && sheets != lanes && lanes != whole);
    assert_eq!(
        baton(&["export", "--sample", "--out", ".", "--maps", "cloth"]).status.code(),
        Some(2)
    );
}

#[test]
fn wrong_use_ends_with_two_and_help_with_nothing() {
    for wrong in [&[][..], &["draw"], &["show"], &["export", "x"], &["check", "x", "--fast"]] {
        let output = baton(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!trouble(&output).is_empty() && out(&output).is_empty(), "{wrong:?}");
    }
    let help = done(baton(&["--help"]));
    for command in ["export", "check", "show", "analyse", "due", "import", "Exit codes"] {
        assert!(help.contains(command), "{help}");
    }
    assert!(done(baton(&["--version"])).starts_with("baton "));
}

#[test]
fn an_agreement_is_read_aloud() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Sample.baton");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/samples");
    let json = sample.join("lead-to-customer.json");
    let name = file.to_str().unwrap();
    done(baton(&["import", json.to_str().unwrap(), "--out", name]));
    let all = done(baton(&["agreement", name, "--state", "future"]));
    let one = done(baton(&["agreement", name, "--state", "Future state", "--handoff", "h-02"]));
    assert!(one.starts_with("H-02 ") && all.contains(&one), "{one}");
    assert!(one.contains(" accepts or returns within "), "{one}");
    assert!(one.contains("response ") && one.contains("missing: "), "{one}");
    let output = baton(&["agreement", name, "--handoff", "H-99"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(trouble(&output), "H-99 is no handoff of this map.\n");
    let output = baton(&["check", name, "--state", "past"]);
    assert_eq!(output.status.code(), Some(1));
    let said = "There is no state “past” in it. It has: Current state, Future state.\n";
    assert_eq!(trouble(&output), said);
}

#[test]
fn a_map_is_played_and_says_what_to_change_first() {
    let (_folder, file) = imported();
    let name = file.to_str().unwrap();
    let few = ["--seed", "4", "--cases", "20", "--runs", "3"];
    let told = done(baton(&[&["simulate", name][..], &few].concat()));
    assert!(told.starts_with("60 cases in 3 runs, seed 4\n"), "{told}");
    assert!(told.contains("95 of 100") && told.contains("% busy"), "{told}");
    assert_eq!(told, done(baton(&[&["simulate", name][..], &few].concat())), "the same seed");
    let json = done(baton(&[&["simulate", name, "--changes", "--json"][..], &few].concat()));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["simulated"]["runs"], 3);
    let changes = json["changes"].as_array().unwrap();
    let saved = |at: usize| changes[at]["effect"]["leadTime"]["value"].as_f64().unwrap();
    assert!(changes.len() > 10 && saved(0) >= saved(1) && saved(0) > 0.0);
}

#[test]
fn forms_are_for_the_screen_and_for_paper() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    done(baton(&["export", "--sample", "--out", to, "--formats", "forms,forms-paper"]));
    for ending in ["forms.pdf", "forms-paper.pdf"] {
        let path = folder.path().join(format!("Lead to live customer.{ending}"));
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-1.7"), "{ending}");
    }
}

/// Turns a bit of this text over, wherever it stands in the file.
fn spoil(file: &Path, text: &str) -> Vec<u8> {
    let mut bytes = std::fs::read(file).unwrap();
    let found: Vec<usize> = (0..bytes.len() - text.len())
        .filter(|at| &bytes[*at..*at + text.len()] == text.as_bytes())
        .collect();
    assert!(!found.is_empty());
    for at in found {
        bytes[at] ^= 1;
    }
    std::fs::write(file, &bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_file_is_recovered_from_its_backup_or_from_what_can_be_read() {
    let (folder, file) = imported();
    let data = folder.path().join("data");
    let (name, data_name) = (file.to_str().unwrap(), data.to_str().unwrap());
    let none = baton(&["backups", name, "--data", data_name]);
    assert_eq!(none.status.code(), Some(1), "{}", out(&none));
    let local = session::LocalFolder::new(&data);
    let mut window = session::Session::open(&file, Some(&local)).unwrap();
    window.capture(&Default::default(), "Marketing Operations: Weigh the lead").unwrap();
    // As a window that died leaves it.
    drop(window);
    let listed = done(baton(&["backups", name, "--data", data_name]));
    assert!(listed.starts_with("   1  20") && listed.contains("1 edits since"), "{listed}");

    let damaged = spoil(&file, "Capture and enrich inbound lead");
    let new = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let recover = |out: &str, more: &[&str]| {
        baton(&[&["recover", name, "--out", out, "--data", data_name], more].concat())
    };
    let said = done(recover(&new("whole.baton"), &[]));
    assert!(said.contains("backup 1 and 1 edits"), "{said}");
    let shown = done(baton(&["show", &new("whole.baton")]));
    assert!(shown.contains("Weigh the lead") && shown.contains("Capture and enrich"), "{shown}");
    done(recover(&new("earlier.baton"), &["--backup", "1", "--without-edits"]));
    assert!(!done(baton(&["show", &new("earlier.baton")])).contains("Weigh the lead"));

    let salvaged = recover(&new("read.baton"), &["--salvage"]);
    assert_eq!(salvaged.status.code(), Some(1), "something is lost: {}", trouble(&salvaged));
    assert!(out(&salvaged).contains("\nlost     1 step"), "{}", out(&salvaged));
    let shown = done(baton(&["show", &new("read.baton")]));
    assert!(shown.contains("Weigh the lead") && !shown.contains("Capture and enrich"), "{shown}");
    let again = recover(&new("read.baton"), &[]);
    assert_eq!(again.status.code(), Some(1));
    assert!(trouble(&again).starts_with("There is already a file"), "{}", trouble(&again));
    assert_eq!(std::fs::read(&file).unwrap(), damaged, "the damaged file is only read");

    let told = done(baton(&["diagnostics", name, "--data", data_name]));
    assert!(told.contains("Open: fileDamaged, 1 backups"), "{told}");
    let told = done(baton(&["diagnostics", &new("whole.baton")]));
    assert!(told.contains("File format: 1") && told.contains("  step: 2"), "{told}");
    for theirs in ["lead", "Lead", "Marketing", "whole", folder.path().to_str().unwrap()] {
        assert!(!told.contains(theirs), "{theirs} in {told}");
    }
}

#[test]
fn two_files_of_one_engagement_are_compared_and_both_stay_as_they_are() {
    let (folder, file) = imported();
    let (_other, stranger) = imported();
    let copy = folder.path().join("Lead (conflicted copy).baton");
    std::fs::copy(&file, &copy).unwrap();
    let [name, beside] = [&file, &copy].map(|it| it.to_str().unwrap().to_owned());
    let same = done(baton(&["compare", &name, &beside]));
    assert!(same.contains("hold the same"), "{same}");

    let mut session = session::Session::open(&copy, None).unwrap();
    let state = session.state();
    let at = session::api::CaptureAt::default();
    session.capture(&at, "Sales: Call again").unwrap();
    assert_eq!(session.state(), state);
    session.close().unwrap();
    let before = [&file, &copy].map(|it| std::fs::read(it).unwrap());
    let told = baton(&["compare", &name, &beside]);
    assert_eq!(told.status.code(), Some(1), "something differs");
    let text = out(&told);
    assert!(text.starts_with("Only in the second file"), "{text}");
    assert!(text.contains("  step: “Call again”, new"), "{text}");
    let json = out(&baton(&["compare", &name, &beside, "--json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["hasBase"], true);
    assert_eq!([&file, &copy].map(|it| std::fs::read(it).unwrap()), before);

    let refused = baton(&["compare", &name, stranger.to_str().unwrap()]);
    assert_eq!((refused.status.code(), out(&refused).as_str()), (Some(1), ""));
    assert!(trouble(&refused).contains("belongs to another engagement"), "{}", trouble(&refused));
}
