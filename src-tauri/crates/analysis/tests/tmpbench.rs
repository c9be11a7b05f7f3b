//! tmp
extern crate baton_analysis as analysis;
#[path = "analysis/sample.rs"]
mod sample;
use sample::{in_order, made};
use serde_json::{Value, json};
use std::time::Instant;

fn synth(count: usize) -> Value {
    let mut x = 7u64;
    let mut below = move |n: usize| { x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); ((x >> 33) as usize) % n };
    let mut lane = 0;
    let steps: Vec<Value> = (0..count).map(|n| { if below(100) < 40 { lane = below(10); }
        json!({"id": format!("S{n}"), "lane": format!("L{lane}"), "name": format!("Do the thing number {n}"), "pt": 5 + below(60), "span": 70 + below(600), "ca": 60 + below(41), "va": "VA", "shape": if n == 0 {"start"} else if n + 1 == count {"end"} else if below(10)==0 {"decision"} else {"step"}}) }).collect();
    let mut c: Vec<(usize, usize, bool)> = (1..count).map(|n| (n - 1, n, false)).collect();
    let rework = count * 13 / 200;
    for i in 0..count * 3 / 10 - 2 {
        let from = 10 + below(count - 20);
        let reach = 2 + below(5);
        let back = i < rework;
        c.push((from, if back { from - reach } else { from + reach }, back));
    }
    c.sort(); c.dedup();
    let connectors: Vec<Value> = c.iter().map(|(f, t, b)| {
        let ways = c.iter().filter(|x| x.0 == *f && !x.2).count();
        let kind = if *b {"rework"} else if steps[*f]["shape"] == "decision" {"xor"} else if ways > 1 {"and"} else {"seq"};
        let mut v = json!({"id": format!("{f}>{t}"), "from": format!("S{f}"), "to": format!("S{t}"), "kind": kind, "wait": below(900), "label": "a", "delay": "queue"});
        if *b { v["p"] = json!(0.1) } 
        if kind == "xor" { v["p"] = json!(1.0 / ways as f64) } 
        v }).collect();
    let lanes: Vec<Value> = (0..10).map(|n| json!({"id": format!("L{n}"), "name": format!("Team number {n}")})).collect();
    json!({"clock": {"kind": "business", "minutes_per_day": 480}, "volume_per_day": 1, "lanes": lanes, "steps": steps, "connectors": connectors})
}

#[test]
fn bench() {
    for count in [500, 2000] {
        for only in [false, true] {
        let mut json = synth(count);
        if only { for c in json["connectors"].as_array_mut().unwrap() { if c["kind"] == "and" || c["kind"] == "seq" { c["kind"] = json!("xor"); } } }
        let s = made(&json, in_order);
        for _ in 0..4 {
            let t = Instant::now();
            let f = analysis::figures(&s.document, s.state);
            let a = t.elapsed();
            let t = Instant::now();
            let e = analysis::expected(&s.document, s.state);
            let b = t.elapsed();
            let t = Instant::now();
            let found = analysis::findings(&s.document, s.state);
            let n = found.len();
            let c = t.elapsed();
            let t = Instant::now();
            let same = found.clone() == found;
            let d = t.elapsed();
            eprintln!("{count} {only} figures {a:?} expected {b:?} findings {c:?} clone+cmp {d:?} {same} {n} {} {:?}", f.timeline.is_some(), e.map(|e| matches!(e.lead_time, analysis::ExpectedLeadTime::Unknown{..})).map_err(|_|()));
        }
        let mut by = std::collections::BTreeMap::new();
        for f in analysis::findings(&s.document, s.state) { *by.entry(f.rule).or_insert(0) += 1; }
        eprintln!("figures {by:?}");
        }
    }
    for _ in 0..100 { }
}
