//! The sample's pack as other programs read it: poppler's text and fonts, qpdf's structure. They
//! come with the set-up of `cargo verify`.

use std::path::Path;
use std::process::Command;

fn pack(into: &Path) {
    let document = baton_tests::agreed_today();
    let settings = pack::Settings { date: "1 March 2026".into(), ..pack::Settings::default() };
    let made = pack::pack(&document, &settings, model::PackForm::Pdf).unwrap();
    assert!(made.warnings.is_empty(), "{:?}", made.warnings);
    std::fs::write(into, made.bytes).unwrap();
}

fn told(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is part of the set-up: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_pack_reads_in_order_with_its_own_fonts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.pdf");
    pack(&file);
    let file = file.to_str().unwrap();

    let text = told("pdftotext", &[file, "-"]);
    let mut rest = text.as_str();
    for title in [
        "Lead to live customer",
        "Current state",
        "Time and flow",
        "Handoff register",
        "Pain points",
        "H-01 ",
    ] {
        let at =
            rest.find(title).unwrap_or_else(|| panic!("“{title}” is missing, or out of order"));
        rest = &rest[at + title.len()..];
    }
    for number in 1..=9 {
        assert!(text.contains(&format!("H-{number:02} ")), "H-{number:02} has no card");
    }
    // The figures of domain.md 8.3, as printed.
    for figure in ["34.5 d", "21 %", "3.7 %", "4.5 %"] {
        assert!(text.contains(figure), "{figure} is missing");
    }

    let fonts = told("pdffonts", &[file]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row.contains("+Inter-") && row.contains("yes yes yes"), "not embedded: {row}");
    }
    assert!(told("qpdf", &["--check", file]).contains("No syntax or stream encoding errors"));
}
