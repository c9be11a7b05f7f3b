//! Names of files and arguments that nobody would type.

use super::{Case, Made, fixture};
use std::ffi::OsString;

pub fn cases() -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for name in names() {
        let shown = name.clone();
        all.push(Box::new(move || {
            let files = vec![(shown.clone(), b"no map\n".to_vec())];
            let mut case = Case::new(
                format!("import from {shown:?}"),
                files,
                &["import", "--out", "out.baton", "--"],
            );
            case.arguments.push(shown.clone());
            case
        }));
        let shown = name.clone();
        all.push(Box::new(move || {
            let files = vec![(shown.clone(), fixture("format-1.baton"))];
            let mut case = Case::new(format!("show {shown:?}"), files, &["show", "--"]);
            case.arguments.push(shown.clone());
            case
        }));
        all.push(Box::new(move || {
            let files = vec![(name.clone(), fixture("format-1.baton")[..5000].to_vec())];
            let mut case = Case::new(format!("check {name:?}, cut off"), files, &["check", "--"]);
            case.arguments.push(name.clone());
            case
        }));
    }
    for words in LINES {
        all.push(Box::new(move || {
            let files = vec![("work.baton".into(), fixture("format-1.baton"))];
            Case::new(
                format!("arguments {}", words.escape_debug()),
                files,
                &words.split('|').collect::<Vec<_>>(),
            )
        }));
    }
    all.push(Box::new(|| {
        let mut case = Case::new("an argument that is no text", vec![], &["show"]);
        case.arguments.push(no_text());
        case
    }));
    all.push(Box::new(|| Case::new("a long argument", vec![], &["show", &"x".repeat(100_000)])));
    all.push(Box::new(|| Case::new("many arguments", vec![], &["show"; 20_000])));
    all.push(Box::new(|| {
        let files = vec![("work.baton".into(), fixture("format-1.baton"))];
        Case::new(
            "a long date",
            files,
            &[
                "export",
                "work.baton",
                "--out",
                "out",
                "--formats",
                "pdf",
                "--date",
                &"9".repeat(50_000),
            ],
        )
    }));
    all
}

#[cfg(unix)]
fn no_text() -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(b"\xff\xfe\x80.baton".to_vec())
}

#[cfg(not(unix))]
fn no_text() -> OsString {
    "\u{fffd}.baton".into()
}

fn names() -> Vec<OsString> {
    let long = format!("{}.baton", "n".repeat(249));
    vec![
        "-rf".into(),
        "--help.baton".into(),
        "a\nb.baton".into(),
        "\u{1b}[31mred.baton".into(),
        "\u{202e}notab.exe".into(),
        " .baton".into(),
        "'; rm x; '.baton".into(),
        "$(touch x).baton".into(),
        "%s%n.baton".into(),
        "{name}.baton".into(),
        "file:x.baton?mode=memory".into(),
        "a\u{301}\u{1f469}\u{200d}.baton".into(),
        "CON.baton".into(),
        long.into(),
        no_text(),
    ]
}

/// Arguments, separated by `|`.
const LINES: &[&str] = &[
    "",
    "|",
    "-",
    "--",
    "--version|--version",
    "frobnicate",
    "\u{1b}[31mshow",
    "show",
    "show|",
    "show|work.baton|work.baton",
    "show|work.baton|--state|",
    "show|work.baton|--state|\u{202e}",
    "show|work.baton|--state|nothing\nof that name",
    "show|.",
    "show|/",
    "show|/dev/null",
    "show|/dev/zero",
    "show|work.baton/inside",
    "show|file:work.baton?mode=rw",
    "show|:memory:",
    "analyse|work.baton|--json|--json",
    "check|work.baton|--language|fr",
    "export|work.baton|--out|",
    "export|work.baton|--out|work.baton",
    "export|work.baton|--out|/dev/null/out",
    "export|work.baton|--out|out|--formats|",
    "export|work.baton|--out|out|--formats|exe",
    "export|work.baton|--out|out|--formats|svg,svg,svg",
    "export|work.baton|--out|out|--formats|svg|--team|nobody",
    "export|work.baton|--out|out|--formats|pdf|--date|<script>\n\u{1b}",
    "export|work.baton|--out|out|--formats|pdf|--maps|lanes|--letter",
    "import|/dev/zero|--out|out.baton",
    "import|/dev/null|--out|out.baton",
    "import|.|--out|out.baton",
    "import|work.baton|--out|work.baton",
    "import|work.baton|--out|.",
    "import|work.baton|--out|",
    "import|missing.json|--out|missing/out.baton",
    "due|work.baton|--handoff|-1|--from|2026-05-22T15:30",
    "due|work.baton|--handoff|99999999999999|--from|2026-05-22T15:30",
    "due|work.baton|--handoff|H-|--from|2026-05-22T15:30",
    "due|work.baton|--handoff|7|--from|0000-00-00T00:00",
    "due|work.baton|--handoff|7|--from|9999-12-31T23:59",
    "due|work.baton|--handoff|7|--from|9999-12-31T23:59-25:59",
    "due|work.baton|--handoff|7|--from|2026-05-22T15:30|--paused|-1",
    "due|work.baton|--handoff|7|--from|2026-05-22T15:30|--paused|5270400",
    "due|work.baton|--handoff|7|--from|2026-05-22T15:30|--accepted|1900-01-01T00:00",
    "due|work.baton|--handoff|7|--from|-9999-01-01T00:00",
    "due|work.baton|--handoff|7|--from|1e9",
    "agreement|work.baton|--handoff|H-4294967296",
    "agreement|work.baton|--handoff|\n",
    "simulate|work.baton|--cases|0",
    "simulate|work.baton|--cases|NaN",
    "simulate|work.baton|--runs|4294967296",
    "simulate|work.baton|--cases|1|--runs|1|--seed|4294967295",
    "compare|work.baton|--from|x|--to|y",
    "attainment|work.baton|--csv|work.baton",
    "attainment|work.baton|--csv|/dev/zero",
    "attainment|work.baton|--csv|missing.csv",
];
