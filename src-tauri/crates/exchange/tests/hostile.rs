//! Files that are wrong, by mistake or by intent: each is told what is wrong, none makes a panic.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used)]

use baton_exchange::{Error, map_text, sample_json};
use std::path::Path;

fn fixture() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures");
    std::fs::read_to_string(folder.join("lead-to-customer.current.json")).unwrap()
}

fn sample() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    std::fs::read_to_string(folder.join("lead-to-customer.json")).unwrap()
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let rows: &[(&str, &str, &str)] = &[
        (r#""to":"A02""#, r#""to":"A99""#, "connectors[0].to names the step “A99”, which"),
        (r#""id":"A02""#, r#""id":"A01""#, "steps[1]: the step “A01” is there twice"),
        (r#""id":"SDR","name""#, r#""id":"MKT","name""#, "lanes[1]: the lane “MKT” is there twice"),
        (r#""lane":"SDR""#, r#""lane":"QQQ""#, "steps[2].lane names the lane “QQQ”"),
        (
            r#""kind":"seq""#,
            r#""kind":"zig""#,
            "connectors[0].kind is “zig”, which is none of: seq, and",
        ),
        (r#""delay":"batch""#, r#""delay":"mood""#, "connectors[0].delay is “mood”"),
        (r#""pt":6"#, r#""pt":-6"#, "steps[0].pt should be whole minutes"),
        (r#""pt":6"#, r#""pt":6.5"#, "steps[0].pt should be whole minutes"),
        (r#""pt":6"#, r#""pt":1e300"#, "steps[0].pt should be whole minutes"),
        (r#""pt":6"#, r#""pt":"6""#, "Line 4, column"),
        (r#""ca":85"#, r#""ca":185"#, "steps[0].ca should be a percentage"),
        (r#""p":0.6"#, r#""p":60"#, "connectors[8].p should be a share, 0 to 1"),
        (r#""pt":6"#, r#""pt":{"usual":6,"best":9}"#, "steps[0].pt should be a range"),
        (r#""va":"N""#, r#""va":"n""#, "steps[0].va is “n”"),
        (r#""va":"N""#, r#""vá":"N""#, "unknown field `vá`"),
        (r#""name":"Marketing"#, r#""name":"A","name":"Marketing"#, "duplicate field `name`"),
        (r#""MOS":"MKT""#, r#""MOS":"QQQ""#, "roles.MOS names the lane “QQQ”"),
        (r#""SDR":"SDR""#, r#""MOS":"SDR""#, "“MOS” is there twice"),
        (r#""MOS":"R""#, r#""QQQ":"R""#, "raci.c02.QQQ names the role “QQQ”"),
        (r#""MOS":"R""#, r#""MOS":"Q""#, "raci.c02.MOS is “Q”"),
        ("1011000000", "101100000", "handoff_meta[0].ready should be ten flags"),
        (r#"{"id":"c02","ready""#, r#"{"id":"c03","ready""#, "stays within one team"),
        (r#"{"id":"c02","ready""#, r#"{"id":"c77","ready""#, "names the connector “c77”"),
        (r#"["A13"]"#, r#"["A99"]"#, "unowned_steps[0] names the step “A99”"),
        (r#""capacity":{"CSM""#, r#""capacity":{"QQQ""#, "capacity[0] names the lane “QQQ”"),
        (r#""kind":"business""#, r#""kind":"lunar""#, "clock.kind is “lunar”"),
        (r#""minutes_per_day":480}"#, r#""minutes_per_day":0}"#, "clock breaks a rule of maps"),
        (r#""to":"A02""#, r#""to":"A01""#, "connectors[0] breaks a rule of maps"),
        (r#""volume_per_day":1"#, r#""volume_per_day":-1"#, "volume_per_day should be items a day"),
        ("Capture and enrich", "Capture\\u0000and enrich", "steps[0] breaks a rule of maps"),
        (r#""process":"A-current","#, "", "missing field `process`"),
        (r#"{"process""#, r#"["process""#, "this is no JSON"),
    ];
    for (from, to, says) in rows {
        let text = fixture();
        assert!(text.contains(from), "{from}");
        let error = sample_json::read(text.replacen(from, to, 1).as_bytes()).expect_err(to);
        assert!(error.to_string().contains(says), "{to}: {error}");
    }
}

#[test]
fn what_an_engagement_has_besides_is_checked_too() {
    let rows: &[(&str, &str, &str)] = &[
        (
            r#""handoff":"c06","name""#,
            r#""handoff":"c02","name""#,
            "service level of “c02” is there twice",
        ),
        (r#""role":"SDM""#, r#""role":"CEO""#, "slas[0].escalations[0].role names the role “CEO”"),
        (r#""window":"month""#, r#""window":"moon""#, "slas[0].window is “moon”"),
        (r#""cap":2400"#, r#""cap":-1"#, "slas[1].pauses[0].cap should be whole minutes"),
        (r#""side":"exit""#, r#""side":"left""#, "criteria[0].side is “left”"),
        (
            r#""at":["c02"]"#,
            r#""at":["c99"]"#,
            "pain_points[0].at names the step or connector “c99”",
        ),
        (
            r#""answers":["P1"]"#,
            r#""answers":["P9"]"#,
            "actions[0].answers names the pain point “P9”",
        ),
        (r#""id":"P2""#, r#""id":"P1""#, "the pain point “P1” is there twice"),
        (r#""steps":["A18"]"#, r#""steps":["A13"]"#, "the step of a stage “A13” is there twice"),
        (
            r#""stage":"Form released","completion""#,
            r#""stage":"Nowhere","completion""#,
            "the stage “Nowhere”",
        ),
        (r#""origin":["A01","A02"]"#, r#""origin":["A99"]"#, "names the step “A99”"),
        (
            r#""id":"A01","lane""#,
            r#""id":"A01","origin":["A02"],"lane""#,
            "steps[1].origin should be left out",
        ),
        (r#""process":"A-current""#, r#""process":"A-variant""#, "is not about a current one"),
        (r#""template":"data""#, r#""template":"none""#, "names the template “none”"),
        (
            r#""from":"09:00""#,
            r#""from":"9 o'clock""#,
            "calendar.windows[0] should be times of day",
        ),
        (r#""mon""#, r#""monday""#, "calendar.windows[0].days is “monday”"),
        (r#""type":"number""#, r#""type":"figure""#, "templates[0].fields[1].type is “figure”"),
    ];
    for (from, to, says) in rows {
        let text = sample();
        assert!(text.contains(from), "{from}");
        let error = sample_json::read(text.replacen(from, to, 1).as_bytes()).expect_err(to);
        assert!(error.to_string().contains(says), "{to}: {error}");
    }
}

#[test]
fn too_much_is_refused_while_it_is_read() {
    let most = vec![b' '; baton_exchange::MOST_BYTES + 1];
    assert!(matches!(sample_json::read(&most), Err(Error::TooLarge { .. })));
    let nested = "[".repeat(1_000_000);
    assert!(matches!(
        sample_json::read(nested.as_bytes()),
        Err(Error::NotTheFormat { .. } | Error::NotJson { .. })
    ));
    let steps = vec![r#"{"id":"A","lane":"B","name":"C"}"#; 20_001].join(",");
    let text = format!(r#"{{"process":"x","steps":[{steps}]}}"#);
    let error = sample_json::read(text.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("more than 20000 entries"), "{error}");
    assert!(matches!(map_text::read(b"team \xff"), Err(Error::NotText { at: 5 })));
    assert!(matches!(map_text::read(b"team A\nB, C"), Err(Error::Notation(_))));
}

/// A small generator (xorshift64*): the same mutations on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}

#[test]
fn hundreds_of_mutations_make_no_panic_and_no_invalid_document() {
    const PIECES: &[&str] = &[
        "null",
        "{}",
        "[]",
        "-1",
        "1e999",
        "\"\"",
        "true",
        "99999999999999999999",
        "\"A01\"",
        "\"c02\"",
        "\\u0000",
        "\u{202e}",
        "\"seq\"",
        "0.5",
        "\"rework\"",
    ];
    let mut chance = Chance(0x5EED);
    let mut read = 0;
    for round in 0..600 {
        let mut bytes = if round % 2 == 0 { fixture() } else { sample() }.into_bytes();
        for _ in 0..=chance.below(2) {
            let at = chance.below(bytes.len());
            match chance.below(5) {
                0 => bytes.truncate(at.max(1)),
                1 if round % 3 == 0 => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
                1 => bytes[at] = b"0123456789AXrc"[chance.below(14)],
                2 => {
                    bytes.remove(at);
                }
                3 => {
                    // Another value in the place of a whole one.
                    let end = bytes[at..].iter().position(|b| b",}]".contains(b)).unwrap_or(0) + at;
                    let start =
                        bytes[..at].iter().rposition(|b| *b == b':').map_or(at, |at| at + 1);
                    let piece = PIECES[chance.below(PIECES.len())];
                    bytes.splice(start.min(end)..end, piece.bytes());
                }
                _ => {
                    let to = (at + chance.below(400)).min(bytes.len());
                    let copy = bytes[at..to].to_vec();
                    bytes.splice(to..to, copy);
                }
            }
        }
        if let Ok(document) = sample_json::read(&bytes) {
            document.check().unwrap();
            read += 1;
        }
        let _ = map_text::read(&bytes);
    }
    // Some mutations only change a number or a name: the others must not be all there is.
    assert!(read > 30, "{read}");
}
