//! The Expected view: the vectors of domain.md 8.1, every figure printed in 8.3 and 8.4, and maps
//! that are not as they should be.

use crate::sample::{Sample, in_order, sample, sketch};
use crate::timeline::{M1, M2, M3, M4, M6, close};
use analysis::{Expected, ExpectedLeadTime, NoExpectation, expected};

fn of(sample: &Sample) -> Expected {
    expected(&sample.document, sample.state).expect("an expectation")
}

fn exactly(view: &Expected, minutes: f64) {
    match view.lead_time {
        ExpectedLeadTime::Exact { minutes: found } => close(found, minutes, 1e-3),
        ref other => panic!("{other:?}"),
    }
}

fn at_least(view: &Expected, minutes: f64, tolerance: f64) {
    match view.lead_time {
        ExpectedLeadTime::AtLeast { minutes: found } => close(found, minutes, tolerance),
        ref other => panic!("{other:?}"),
    }
}

/// What domain.md prints about one state of a sample.
struct Printed {
    name: &'static str,
    lead_time: f64,
    left_out: &'static [&'static str],
    /// Touches, handoffs, returns.
    counts: [f64; 3],
    /// Process time, effort.
    work: [f64; 2],
    /// Visits that are not 1, as fractions.
    visits: &'static [(&'static str, f64)],
    matrix: &'static str,
    cells: usize,
    density: f64,
}

const PRINTED: [Printed; 4] = [
    Printed {
        name: "lead-to-customer.current",
        lead_time: 19616.19,
        left_out: &["A12"],
        counts: [22.1694, 11.1988, 1.57],
        work: [924.51, 984.51],
        visits: &[
            ("A02", 5.0 / 4.0),
            ("A03", 5.0 / 4.0),
            ("A04", 5.0 / 4.0),
            ("A05", 5.0 / 4.0),
            ("A06", 20.0 / 17.0),
            ("A07", 20.0 / 17.0),
            ("A09", 20.0 / 17.0),
            ("A10", 12.0 / 17.0),
            ("A13", 10.0 / 7.0),
            ("A14", 10.0 / 7.0),
            ("A16", 20.0 / 13.0),
            ("A17", 20.0 / 13.0),
        ],
        matrix: "MKT→SDR 1.25, SDR→AE 1.1765, AE→FIN 1.7059, FIN→AE 0.7059, AE→CSM 1.4286, FIN→CSM 1, CSM→CUS 1.5385, CUS→CSM 1.5385, SDR→MKT 0.25, AE→SDR 0.1765, CSM→AE 0.4286",
        cells: 11,
        density: 0.3667,
    },
    Printed {
        name: "lead-to-customer.future",
        lead_time: 7294.61,
        left_out: &["A12"],
        counts: [18.0245, 8.0911, 0.305],
        work: [674.11, 734.11],
        visits: &[
            ("A01", 25.0 / 23.0),
            ("A03", 25.0 / 23.0),
            ("A04", 25.0 / 23.0),
            ("A05", 25.0 / 23.0),
            ("A06", 25.0 / 24.0),
            ("A07", 25.0 / 24.0),
            ("A09", 80.0 / 79.0),
            ("A10", 20.0 / 79.0),
            ("A13", 20.0 / 19.0),
            ("A14", 20.0 / 19.0),
            ("A16", 10.0 / 9.0),
            ("A17", 10.0 / 9.0),
        ],
        matrix: "MKT→SDR 1.087, SDR→AE 1.0417, AE→FIN 1.2532, FIN→AE 0.2532, AE→CSM 1.0526, FIN→CSM 1, CSM→CUS 1.1111, CUS→CSM 1.1111, SDR→MKT 0.087, AE→SDR 0.0417, CSM→AE 0.0526",
        cells: 11,
        density: 0.3667,
    },
    Printed {
        name: "ed-to-ward.current",
        lead_time: 735.76,
        left_out: &["B05", "B12", "B13"],
        counts: [20.5794, 18.5794, 0.7897],
        work: [285.52, 297.52],
        visits: &[
            ("B07", 5.0 / 4.0),
            ("B08", 5.0 / 4.0),
            ("B10", 10.0 / 9.0),
            ("B11", 10.0 / 9.0),
            ("B14", 10.0 / 7.0),
            ("B15", 10.0 / 7.0),
        ],
        matrix: "EDN→EDD 1, EDD→EDN 1, EDD→IMG 1, EDN→LAB 1, LAB→EDD 1, IMG→EDD 1, EDD→MED 1.25, MED→EDN 1, EDN→BED 1, BED→WRD 1.1111, MED→PHA 1, WRD→EDN 2.4286, PHA→EDN 1, EDN→WRD 1.4286, EDN→POR 1, POR→WRD 1, MED→EDD 0.25, WRD→BED 0.1111",
        cells: 18,
        density: 0.25,
    },
    Printed {
        name: "ed-to-ward.future",
        lead_time: 346.95,
        left_out: &["B04", "B10", "B11"],
        counts: [16.2105, 14.2105, 0.1053],
        work: [237.58, 247.58],
        visits: &[
            ("B07", 20.0 / 19.0),
            ("B08", 20.0 / 19.0),
            ("B14", 20.0 / 19.0),
            ("B15", 20.0 / 19.0),
        ],
        matrix: "EDN→EDD 1, EDN→LAB 1, EDD→IMG 1, LAB→EDD 1, IMG→EDD 1, EDD→MED 1.0526, MED→BED 1, BED→WRD 1, MED→PHA 1, WRD→EDN 1.0526, PHA→EDN 1, EDN→WRD 1.0526, WRD→POR 1, POR→WRD 1, MED→EDD 0.0526",
        cells: 15,
        density: 0.2083,
    },
];

#[test]
fn samples_have_the_printed_expectations() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let view = of(&sample);
        close(view.lead_time.minutes().unwrap(), printed.lead_time, 0.005_001);
        let left_out: Vec<&str> =
            view.left_out.iter().map(|step| sample.codes[&(*step).into()].as_str()).collect();
        assert_eq!(left_out, printed.left_out);
        let counts = [view.touches, view.handoffs, view.returns];
        counts.into_iter().zip(printed.counts).for_each(|(it, count)| close(it, count, 5.1e-5));
        let work = [view.process_time, view.effort];
        work.into_iter().zip(printed.work).for_each(|(it, work)| close(it, work, 0.005_001));
        for (step, visits) in &view.visits {
            let code = sample.codes[&(*step).into()].as_str();
            let printed = printed.visits.iter().find(|(it, _)| *it == code);
            close(*visits, printed.map_or(1.0, |(_, visits)| *visits), 1e-12);
        }
        assert_eq!(view.assumed, []);
    }
}

#[test]
fn samples_have_the_printed_matrix() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let view = of(&sample);
        close(view.density.unwrap(), printed.density, 5.1e-5);
        assert_eq!(view.matrix.len(), printed.cells);
        for cell in printed.matrix.split(", ") {
            let (teams, per_item) = cell.split_once(' ').unwrap();
            let passing = view.matrix.iter().find(|passing| {
                let code = |team: model::TeamId| sample.codes[&team.into()].as_str();
                teams == format!("{}→{}", code(passing.from), code(passing.to))
            });
            close(passing.unwrap().per_item, per_item.parse().unwrap(), 5.1e-5);
        }
    }
}

#[test]
fn chance_inside_a_block_makes_the_lead_time_a_lower_bound() {
    let view = |name| of(&sample(name, in_order));
    at_least(&view("lead-to-customer.current"), 19616.19, 0.005_001);
    at_least(&view("ed-to-ward.current"), 735.76, 0.005_001);
    exactly(&of(&sketch(M2)), 90.0);
    exactly(&view("ed-to-ward.future"), 346.9474);
}

#[test]
fn micro_vectors() {
    exactly(&of(&sketch(M1)), 105.0);
    exactly(&of(&sketch(M3)), 77.0);
    let m4 = of(&sketch(M4));
    exactly(&m4, 61.6667);
    close(m4.process_time, 45.0, 1e-9);
    close(m4.handoffs, 5.0 / 3.0, 1e-9);
    close(m4.returns, 1.0 / 3.0, 1e-9);
    close(m4.touches, 11.0 / 3.0, 1e-9);
    at_least(&of(&sketch(M6)), 60.0, 1e-9);
}

/// The common model of twelve steps as a map: its visits are those of an absorbing chain.
const M12: &str = "
    s01 Sales 10\n s02 Sales 20\n s03 Sales 30\n s04 Finance 15\n s05 Finance 10\n s06 Ops 25
    s07 Ops 30\n s08 Ops 12\n s09 Delivery 8\n s10 Delivery 45\n s11 Delivery 10\n s12 Finance 12
    s01 > s02 0\n s02 > s03 0\n s03 > s04 0\n s04 > s05 0\n s05 > s06 0\n s06 > s07 0
    s07 > s08 0\n s08 > s09 0\n s09 > s10 0\n s10 > s11 0\n s11 > s12 0
    s05 > s03 0 rework .15\n s08 > s07 0 rework .2\n s11 > s06 0 rework .1";

#[test]
fn the_absorbing_chain_of_twelve_steps() {
    let sample = sketch(M12);
    let view = of(&sample);
    for (step, visits) in &view.visits {
        let truth = match sample.codes[&(*step).into()].as_str() {
            "s03" | "s04" | "s05" => 20.0 / 17.0,
            "s06" | "s09" | "s10" | "s11" => 10.0 / 9.0,
            "s07" | "s08" => 25.0 / 18.0,
            _ => 1.0,
        };
        close(*visits, truth, 1e-9);
    }
    close(view.touches, 13.751_634, 5e-7);
    close(view.touches, 2104.0 / 153.0, 1e-9);
    close(view.handoffs, 700.0 / 153.0, 1e-9);
    close(view.returns, 3.0 / 17.0 + 1.0 / 9.0, 1e-9);
    close(view.process_time, 262.816_993, 5e-7);
    exactly(&view, 262.816_993);
}

#[test]
fn unsaid_probabilities_are_shared_and_named() {
    let one = sketch(&M3.replace("xor .3", "xor"));
    exactly(&of(&one), 77.0);
    assert_eq!(of(&one).assumed.len(), 1);
    let both = sketch(&M3.replace("xor .7", "xor").replace("xor .3", "xor"));
    exactly(&of(&both), 10.0 + 20.0 + 0.5 * 110.0 + 5.0 + 5.0);
    assert_eq!(of(&both).assumed.len(), 2);
    let rework = of(&sketch(&M4.replace("rework .25", "rework")));
    exactly(&rework, 40.0);
    assert_eq!(rework.assumed.len(), 1);
}

#[test]
fn alternatives_that_do_not_add_up_lose_no_item() {
    let view = of(&sketch(&M3.replace("xor .3", "xor .15").replace("xor .7", "xor .35")));
    exactly(&view, 77.0);
    close(view.touches, 3.0, 1e-9);
}

#[test]
fn a_step_after_a_choice_inside_a_parallel_branch_is_done_once() {
    let view = of(&sketch(
        "A X 1\n B X 2\n C X 3\n D X 4\n J X 5
         A > B 0 and\n A > C 0 and\n B > J 0
         C > D 0 xor .4\n C > J 0 xor .6\n D > J 0",
    ));
    close(view.touches, 1.0 + 1.0 + 1.0 + 0.4 + 1.0, 1e-9);
    at_least(&view, 1.0 + (3.0 + 0.4 * 4.0) + 5.0, 1e-9);
}

#[test]
fn branches_that_meet_early_are_a_block_of_their_own() {
    let view = of(&sketch(
        "A X 1\n B X 2\n C X 30\n D X 4\n E X 20\n J X 5
         A > B 0 and\n A > C 0 and\n A > E 0 and
         B > D 0\n C > D 0\n D > J 0\n E > J 0",
    ));
    exactly(&view, 1.0 + 30.0 + 4.0 + 5.0);
    close(view.touches, 6.0, 1e-9);
}

#[test]
fn blocks_inside_blocks() {
    let view = of(&sketch(
        "A X 1\n B X 2\n C X 3\n D X 40\n E X 5\n F X 44\n J X 6
         A > B 0 and\n A > F 0 and
         B > C 0 and\n B > D 0 and\n C > E 0\n D > E 0
         E > J 0\n F > J 0",
    ));
    exactly(&view, 1.0 + (2.0 + 40.0 + 5.0) + 6.0);
    assert_eq!(view.left_out.len(), 2, "C inside, F outside");
}

#[test]
fn dead_ends_are_worked_on_but_not_waited_for() {
    let view = of(&sketch("A X 1\n B X 2\n C Y dead\n A > B 10 and\n A > C 99 and"));
    exactly(&view, 13.0);
    close(view.touches, 3.0, 1e-9);
    close(view.handoffs, 1.0, 1e-9);
}

#[test]
fn branches_that_never_meet_have_no_expected_lead_time() {
    let view = of(&sketch("A X 1\n B X 2\n C X 3\n A > B 0 and\n A > C 0 and"));
    assert!(
        matches!(&view.lead_time, ExpectedLeadTime::Unknown { connectors } if connectors.len() == 2)
    );
    close(view.touches, 3.0, 1e-9);
}

#[test]
fn rework_across_the_border_of_a_block_has_no_expected_lead_time() {
    for back in ["S3 > S1 0 rework .1", "S5 > S2 0 rework .1", "S4 > S2 0 rework .1"] {
        let crossing = sketch(&M6.replace("S3 > S2 0 rework .5", back));
        let view = of(&crossing);
        let ExpectedLeadTime::Unknown { connectors } = &view.lead_time else { panic!("{back}") };
        let codes: Vec<&str> =
            connectors.iter().map(|it| crossing.codes[&(*it).into()].as_str()).collect();
        assert_eq!(codes, [back.split(" 0").next().unwrap().replace(" > ", ">")]);
    }
}

#[test]
fn a_loop_drawn_as_an_alternative_is_weighed_like_rework() {
    let drawn = "A X 10\n B X 20\n C X 5\n A > B 0\n B > C 0 xor .75\n B > A 0 xor .25";
    let view = of(&sketch(drawn));
    exactly(&view, 30.0 / 0.75 + 5.0);
}

#[test]
fn what_never_ends_is_said() {
    let refused = |text: &str| {
        let sketch = sketch(text);
        expected(&sketch.document, sketch.state).expect_err("no expectation")
    };
    let steps = |text: &str| match refused(text) {
        NoExpectation::NeverExits { steps } => steps.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(steps(&M4.replace("rework .25", "rework 1")), 1);
    assert_eq!(steps("A X 1\n B X 1\n C X 1\n A > B 0\n B > C 0\n C > B 0"), 2);
    assert_eq!(steps("A X 1\n B X 1\n C X 1\n A > B 0\n B > C 0 and\n B > A 0 and"), 2);
    let twice = refused("A X 1\n B X 1\n C X 1\n A > C 0\n B > C 0");
    assert!(matches!(&twice, NoExpectation::SeveralStarts { steps } if steps.len() == 2));
    assert!(twice.to_string().starts_with("Items begin in several places"));
    assert_eq!(refused(""), NoExpectation::NoStart);
}
