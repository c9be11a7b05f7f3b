//! The Timeline view: the vectors of domain.md 8.1 and every figure printed in 8.3 and 8.4.

use crate::sample::{Sample, in_order, sample, sketch};
use analysis::{Figures, PathElement, Timeline, figures};
use model::StepId;
use std::collections::BTreeMap;

pub fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

fn percent(found: Option<f64>, expected: f64) {
    close(found.expect("a share"), expected, 0.005_001);
}

pub fn of(sample: &Sample) -> (Figures, Timeline) {
    let figures = figures(&sample.document, sample.state);
    let timeline = figures.timeline.clone().expect("a timeline");
    (figures, timeline)
}

/// The codes of the steps on the path, and of the connectors between them.
fn path(sample: &Sample, timeline: &Timeline) -> (String, String) {
    let (mut steps, mut waits) = (vec![], vec![]);
    for element in &timeline.path {
        match element {
            PathElement::Step { step, .. } => steps.push(sample.codes[&(*step).into()].as_str()),
            PathElement::Wait { connector, .. } => {
                waits.push(sample.codes[&(*connector).into()].as_str());
            }
        }
    }
    assert_eq!(steps.len(), waits.len() + 1, "begins and ends with a step");
    (steps.join(" → "), waits.join(", "))
}

/// `A01 6, A02 250`: steps and a number of minutes each.
fn minutes(sample: &Sample, all: &BTreeMap<StepId, i64>) -> Vec<String> {
    let mut lines: Vec<String> =
        all.iter().map(|(step, it)| format!("{} {it}", sample.codes[&(*step).into()])).collect();
    lines.sort();
    lines
}

fn list(text: &str) -> Vec<String> {
    text.split(", ").map(str::to_owned).collect()
}

/// What domain.md prints about one state of a sample.
struct Printed {
    name: &'static str,
    steps: &'static str,
    waits: &'static str,
    earliest: &'static str,
    slack: &'static str,
    /// Lead time, process time on the path, in total, effort, wait between teams.
    minutes: [i64; 5],
    /// Activity ratio, value-adding, rolled %C&A, the same on the path, between teams.
    percent: [f64; 5],
    external: f64,
    /// Steps and handoffs of the scenario, handoffs on the path, return handoffs drawn.
    counts: [u32; 4],
    /// Ones per handoff, and the score of the map.
    ready: &'static str,
    readiness: f64,
}

const PRINTED: [Printed; 4] = [
    Printed {
        name: "lead-to-customer.current",
        steps: "A01 → A02 → A03 → A04 → A05 → A06 → A07 → A08 → A09 → A10 → A11 → A13 → A14 → A15 → A16 → A17 → A18 → A19",
        waits: "c01, c02, c03, c04, c05, c06, c07, c08, c09, c11, c13, c14, c16, c17, c18, c19, c20",
        earliest: "A01 6, A02 250, A03 745, A04 1765, A05 2275, A06 2315, A07 3290, A08 4820, A09 5420, A10 6395, A11 8915, A12 9425, A13 9895, A14 10620, A15 12120, A16 14520, A17 15240, A18 16320, A19 16570",
        slack: "A12 2395",
        minutes: [16570, 747, 767, 827, 3480],
        percent: [4.51, 3.53, 3.665, 4.072, 21.0],
        external: 14.48,
        counts: [19, 9, 7, 5],
        ready: "c02 3, c06 1, c09 6, c11 3, c12 1, c14 0, c15 3, c17 4, c18 3",
        readiness: 26.7,
    },
    Printed {
        name: "lead-to-customer.future",
        steps: "A01 → A03 → A04 → A05 → A06 → A07 → A08 → A09 → A11 → A13 → A14 → A15 → A16 → A17 → A18 → A19",
        waits: "c02, c03, c04, c05, c06, c07, c08, c10, c13, c14, c16, c17, c18, c19, c20",
        earliest: "A01 3, A03 73, A04 583, A05 853, A06 869, A07 999, A08 2049, A09 2334, A11 3834, A12 4094, A13 3964, A14 4094, A15 4634, A16 5834, A17 6254, A18 6854, A19 6919",
        slack: "A12 360",
        minutes: [6919, 629, 644, 704, 420],
        percent: [9.09, 7.59, 38.205, 40.216, 6.07],
        external: 17.34,
        counts: [17, 7, 5, 5],
        ready: "c02 10, c06 10, c09 10, c11 10, c12 10, c14 10, c15 9, c17 9, c18 10",
        readiness: 97.8,
    },
    Printed {
        name: "ed-to-ward.current",
        steps: "B01 → B02 → B03 → B04 → B06 → B07 → B08 → B09 → B10 → B11 → B14 → B15 → B16 → B17 → B18 → B19",
        waits: "c01, c02, c04, c05, c07, c08, c09, c11, c12, c14, c16, c17, c18, c19, c20",
        earliest: "B01 10, B02 80, B03 107, B04 177, B05 160, B06 217, B07 245, B08 335, B09 359, B10 462, B11 532, B12 375, B13 455, B14 572, B15 580, B16 588, B17 628, B18 645, B19 675",
        slack: "B05 12, B12 92, B13 92",
        minutes: [675, 211, 266, 278, 355],
        percent: [31.26, 19.85, 10.133, 14.136, 52.59],
        external: 0.0,
        counts: [19, 17, 13, 3],
        ready: "c01 6, c02 5, c03 7, c04 8, c05 5, c06 5, c08 3, c09 0, c11 6, c12 3, c13 6, c14 0, c15 3, c16 3, c17 2, c18 5, c19 3",
        readiness: 41.2,
    },
    Printed {
        name: "ed-to-ward.future",
        steps: "B01 → B02 → B05 → B06 → B07 → B08 → B12 → B13 → B14 → B15 → B17 → B18 → B19",
        waits: "c01, c03, c06, c07, c08, c10, c13, c15, c16, c18, c19, c20",
        earliest: "B01 16, B02 63, B04 71, B05 118, B06 143, B07 151, B08 206, B10 216, B11 251, B12 229, B13 256, B14 268, B15 279, B17 304, B18 317, B19 342",
        slack: "B04 47, B10 5, B11 5",
        minutes: [342, 190, 235, 245, 118],
        percent: [55.56, 45.61, 45.725, 51.698, 34.5],
        external: 0.0,
        counts: [16, 14, 9, 2],
        ready: "c01 10, c02 10, c03 10, c05 10, c06 10, c08 10, c09 10, c12 10, c13 10, c14 10, c15 10, c16 10, c18 10, c19 8",
        readiness: 98.6,
    },
];

#[test]
fn samples_have_the_printed_timeline() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let (figures, timeline) = of(&sample);
        let (steps, waits) = path(&sample, &timeline);
        assert_eq!(steps, printed.steps);
        assert_eq!(waits, printed.waits);
        assert_eq!(minutes(&sample, &timeline.earliest_finish), list(printed.earliest));
        let off_path = timeline.slack.iter().filter(|(_, slack)| **slack != 0);
        let off_path = off_path.map(|(step, slack)| (*step, *slack)).collect();
        assert_eq!(minutes(&sample, &off_path), list(printed.slack));
        assert_eq!(timeline.slack.len(), timeline.earliest_finish.len());
        let of_minutes = [
            timeline.lead_time,
            timeline.process_time,
            timeline.total_process_time,
            timeline.total_effort,
            timeline.between_team_wait,
        ];
        assert_eq!(of_minutes, printed.minutes, "{}", printed.name);
        let shares = [
            timeline.activity_ratio,
            timeline.value_added_share,
            timeline.rolled_complete_accurate,
            timeline.rolled_complete_accurate_on_path,
            timeline.between_team_share,
        ];
        shares.into_iter().zip(printed.percent).for_each(|(it, printed)| percent(it, printed));
        percent(timeline.external_share, printed.external);
        let [steps, handoffs, on_path, returns] = printed.counts;
        assert_eq!([timeline.steps, timeline.touches], [steps, steps]);
        assert_eq!(timeline.complete_accurate_coverage, (steps, steps));
        assert_eq!([timeline.handoffs, timeline.handoffs_on_path], [handoffs, on_path]);
        assert_eq!(figures.return_handoffs, returns);
        assert_eq!(timeline.unknown, []);
    }
}

#[test]
fn samples_have_the_printed_readiness() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let (figures, _) = of(&sample);
        let ones: Vec<String> = figures
            .readiness
            .iter()
            .map(|(id, it)| format!("{} {}", sample.codes[&(*id).into()], it.score / 10))
            .collect();
        assert_eq!(ones, list(printed.ready));
        close(figures.readiness_score.unwrap(), printed.readiness, 0.05);
        assert_eq!(figures.handoffs as usize, ones.len());
        for handoff in sample.document.handoffs() {
            let alone = analysis::readiness(&sample.document, handoff);
            assert!(figures.readiness.get(&handoff.id).is_none_or(|it| *it == alone));
        }
    }
}

#[test]
fn shares_inside_and_between_teams_make_up_the_wait() {
    for printed in &PRINTED {
        let (_, timeline) = of(&sample(printed.name, in_order));
        let waits = timeline.path.iter().map(|element| match element {
            PathElement::Wait { wait, .. } => *wait,
            PathElement::Step { .. } => 0,
        });
        let share = timeline.between_team_share.unwrap() + timeline.inside_team_share.unwrap();
        close(share, 100.0 * waits.sum::<i64>() as f64 / timeline.lead_time as f64, 1e-9);
    }
}

pub const M1: &str = "
    S1 X 10/10 90
    S2 Y 20/30 80
    S3 Y 5/5 100
    S1 > S2 60
    S2 > S3 0";

pub const M2: &str = "
    S1 X 10
    S2 Y 40
    S3 Z 20
    S4 X 5
    S1 > S2 10 and
    S1 > S3 50 and
    S2 > S4 15
    S3 > S4 5";

pub const M3: &str = "
    S1 X 10
    S2 Y 10
    S3 Z 100
    S4 X 5
    S1 > S2 20 xor .7
    S1 > S3 20 xor .3
    S2 > S4 5
    S3 > S4 5";

pub const M4: &str = "
    S1 X 10
    S2 Y 20
    S3 Y 5
    S1 > S2 5
    S2 > S3 0
    S2 > S1 30 rework .25";

pub const M6: &str = "
    S1 X 10
    S2 X 10
    S3 X 10
    S4 X 30
    S5 X 10
    S1 > S2 0 and
    S2 > S3 0
    S3 > S2 0 rework .5
    S1 > S4 0 and
    S3 > S5 0
    S4 > S5 0";

#[test]
fn m1_a_chain() {
    let (_, timeline) = of(&sketch(M1));
    assert_eq!([timeline.lead_time, timeline.process_time], [105, 35]);
    close(timeline.activity_ratio.unwrap(), 33.3333, 1e-4);
    close(timeline.rolled_complete_accurate.unwrap(), 72.0, 1e-9);
    assert_eq!([timeline.handoffs, timeline.steps, timeline.touches], [1, 3, 3]);
    close(timeline.between_team_share.unwrap(), 57.1429, 1e-4);
}

#[test]
fn m2_parallel_work_takes_as_long_as_the_longest() {
    let sketch = sketch(M2);
    let (_, timeline) = of(&sketch);
    assert_eq!(path(&sketch, &timeline).0, "S1 → S3 → S4");
    assert_eq!([timeline.lead_time, timeline.process_time], [90, 35]);
    assert_eq!(timeline.total_process_time, 75);
    assert_eq!(timeline.handoffs, 4);
    assert_eq!(minutes(&sketch, &timeline.slack), ["S1 0", "S2 10", "S3 0", "S4 0"]);
}

#[test]
fn m3_the_timeline_follows_the_likelier_alternative() {
    assert_eq!(of(&sketch(M3)).1.lead_time, 50);
    let other = M3.replace("xor .7", "xor .2").replace("xor .3", "xor .8");
    assert_eq!(of(&sketch(&other)).1.lead_time, 140, "the worst");
    let unsaid = M3.replace("xor .7", "xor").replace("xor .3", "xor");
    assert_eq!(of(&sketch(&unsaid)).1.lead_time, 50, "as drawn");
}

#[test]
fn m4_and_m6_leave_rework_out() {
    assert_eq!(of(&sketch(M4)).1.lead_time, 40);
    assert_eq!(of(&sketch(M6)).1.lead_time, 50);
}
