//! End-to-end promises: the arithmetic of domain.md 3.6, vector T16, and the budgets of the samples
//! in 8.3 and 8.4, line by line.

use crate::findings::lines;
use crate::sample::{Sample, in_order, sample, sketch};
use analysis::{
    BudgetPart, EndToEndShown, Language, Lognormal, needed_by_product, needed_by_union, product,
    promises, union,
};
use model::*;

fn near(found: f64, printed: f64, within: f64) {
    assert!((found - printed).abs() <= within, "{found} is not {printed}");
}

#[test]
fn t16_five_stages_at_95_percent() {
    let five = [0.95; 5];
    near(union(&five), 0.75, 1e-12);
    near(product(&five), 0.773_78, 1e-5);
    near(needed_by_product(0.95, 5).unwrap(), 0.989_79, 1e-5);
    near(needed_by_union(0.95, 5).unwrap(), 0.990, 1e-12);
    assert_eq!(needed_by_union(0.95, 0), None);
    near(union(&[0.2, 0.2]), 0.0, 0.0);
}

#[test]
fn five_lognormal_stages_of_two_to_eight_hours() {
    let stage = Lognormal::from_percentiles(2.0, 8.0).unwrap();
    near(stage.sigma, 0.8428, 1e-3);
    near(stage.mean(), 2.853, 1e-3);
    near(stage.variance(), 8.421, 0.01);
    let chain = Lognormal::sum(&[stage; 5], 0.0).unwrap();
    near(chain.mean(), 14.264, 0.01);
    near(chain.variance().sqrt(), 6.489, 0.01);
    near(chain.mean() + 1.645 * chain.variance().sqrt(), 24.9, 0.1);
    near(chain.ninety_fifth(), 26.5, 0.1);
    near(chain.at_most(chain.ninety_fifth()), 0.95, 1e-4);
    near(chain.at_most(40.0), 0.994, 0.002);
    near(stage.at_most(2.0), 0.5, 1e-6);
    let fixed = Lognormal::sum(&[], 60.0).unwrap();
    assert_eq!((fixed.at_most(59.0), fixed.at_most(60.0)), (0.0, 1.0));
    assert_eq!(Lognormal::from_percentiles(0.0, 5.0), None);
    assert_eq!(Lognormal::from_percentiles(5.0, 4.0), None);
}

/// What a service level of the tests says.
struct Level {
    response: Option<i32>,
    completion: Option<i32>,
    from: CompletionFrom,
    objective: u16,
    later: Option<u16>,
}

fn level(response: Option<i32>, completion: Option<i32>, objective: u16) -> Level {
    Level { response, completion, from: CompletionFrom::Acceptance, objective, later: None }
}

fn record(clock: ClockKind, level: &Level) -> Sla {
    let target = |it: Option<i32>| it.map(|it| TimeTarget { minutes: Minutes(it), clock });
    Sla {
        response: target(level.response),
        completion: target(level.completion),
        completion_from: level.from,
        objective: Some(Share::percent(level.objective)),
        completion_objective: level.later.map(Share::percent),
        ..Sla::default()
    }
}

fn agreed(sample: Sample, clock: ClockKind, code: &str, level: &Level) -> Sample {
    let handoffs = vec![sample.handoff(code)];
    sample.after([Command::AddSla { sla: Box::new(record(clock, level)), handoffs }])
}

/// A stage of one step with a completion target of its own.
fn staged(mut sample: Sample, code: &str, name: &str, minutes: i32, objective: u16) -> Sample {
    let clock = ClockKind::Business;
    let sla = record(clock, &level(None, Some(minutes), objective));
    sample = sample.after([Command::AddSla { sla: Box::new(sla), handoffs: vec![] }]);
    let sla = sample.newest(Kind::Sla);
    let (next, _) = sample.document.used_up();
    let stage = Stage {
        id: StageId(next),
        state: sample.state,
        name: name.into(),
        sla: Some(sla),
        ..Stage::default()
    };
    let step: StepId = sample.id(Kind::Step, code);
    let old = sample.document.step(step).unwrap().clone();
    let new = Step { stage: Some(stage.id), ..old.clone() };
    let changes = [
        Change { before: None, after: Some(stage.into()) },
        Change { before: Some(old.into()), after: Some(new.into()) },
    ];
    sample.document = sample.document.with(&changes).unwrap();
    sample
}

fn promised(sample: Sample, clock: ClockKind, ends: [&str; 2], minutes: i32) -> Sample {
    let [from, to] = ends.map(|code| sample.id(Kind::Step, code));
    let sla = Sla {
        name: "The whole way".into(),
        end_to_end: Some(EndToEnd { from, to }),
        ..record(clock, &level(None, Some(minutes), 90))
    };
    sample.after([Command::AddSla { sla: Box::new(sla), handoffs: vec![] }])
}

fn lead() -> Sample {
    let clock = ClockKind::Business;
    let sample = sample("lead-to-customer.future", in_order);
    let rows = [
        ("c12", level(Some(240), Some(480), 95)),
        ("c14", Level { later: Some(90), ..level(Some(240), Some(960), 95) }),
        ("c17", Level { from: CompletionFrom::Release, ..level(None, Some(2400), 80) }),
        ("c18", Level { later: Some(95), ..level(Some(240), Some(480), 90) }),
    ];
    let agreed = |sample, (code, level): &(&str, Level)| agreed(sample, clock, code, level);
    let sample = rows.iter().fold(sample, agreed);
    let sample = staged(sample, "A13", "Form released", 240, 95);
    let sample = staged(sample, "A18", "Train and go live", 960, 90);
    promised(sample, clock, ["A11", "A18"], 7200)
}

/// Promises that the targets on the way do not carry.
pub fn rows() -> Vec<crate::agreed::Row> {
    vec![("SLA-006", ward(), lead()), ("SLA-007", lead(), ward_alone())]
}

/// A promise on which nothing rests.
fn ward_alone() -> Sample {
    promised(sample("ed-to-ward.future", in_order), ClockKind::Elapsed, ["B06", "B17"], 180)
}

#[test]
fn each_rule_fires_where_it_should_and_nowhere_near() {
    let rows = [rows(), crate::terms::rows(), crate::responsibility::rows()];
    for (rule, broken, sound) in rows.into_iter().flatten() {
        assert!(lines(&broken).contains_key(rule), "{rule}");
        assert!(!lines(&sound).contains_key(rule), "{rule}");
    }
}

fn only(sample: &Sample) -> EndToEndShown {
    let mut all = promises(&sample.document, sample.state, Language::English);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn minutes(shown: &EndToEndShown) -> Vec<(i32, BudgetPart)> {
    shown.stages.iter().map(|line| (line.minutes.0, line.what)).collect()
}

#[test]
fn signature_to_live_has_headroom_and_rests_on_it() {
    use BudgetPart::{Completion, Response};
    let sample = lead();
    let shown = only(&sample);
    let lines_of_8_3 = [
        (240, Completion),
        (240, Response),
        (960, Completion),
        (2400, Completion),
        (240, Response),
        (480, Completion),
        (960, Completion),
    ];
    assert_eq!(minutes(&shown), lines_of_8_3);
    let objectives: Vec<u16> =
        shown.stages.iter().map(|line| line.objective.unwrap().0 / 100).collect();
    assert_eq!(objectives, [95, 95, 90, 80, 90, 95, 90]);
    assert_eq!((shown.sum, shown.headroom), (Minutes(5520), 1680));
    near(shown.union, 0.35, 1e-9);
    near(shown.product, 0.500, 5e-4);
    assert_eq!(shown.nominal, Some(Minutes(3020)));
    assert_eq!(shown.usual_today, Some(Minutes(3020)), "a map without lineage is today's");
    near(shown.needed_union.unwrap(), 1.0 - 0.1 / 7.0, 1e-12);
    near(shown.needed_product.unwrap(), 0.9_f64.powf(1.0 / 7.0), 1e-12);
    assert_eq!(shown.likely, None, "nobody gave ranges");
    let found = lines(&sample);
    assert!(!found.contains_key("SLA-006"));
    assert_eq!(found["SLA-007"].len(), 1);
}

fn ward() -> Sample {
    let release = |response, completion: i32, objective| Level {
        from: CompletionFrom::Release,
        ..level(response, Some(completion), objective)
    };
    let rows = [
        ("c08", release(Some(30), 60, 90)),
        ("c09", release(Some(10), 30, 90)),
        ("c12", release(Some(10), 45, 90)),
        ("c13", release(Some(15), 45, 90)),
        // The hand-over of 17 minutes: the sheet in 7, accepted with its read-back in 10.
        ("c14", release(None, 7, 90)),
        ("c16", release(Some(10), 10, 95)),
        ("c18", release(Some(10), 30, 90)),
    ];
    let clock = ClockKind::Elapsed;
    let agreed = |sample, (code, level): &(&str, Level)| agreed(sample, clock, code, level);
    let sample = rows.iter().fold(sample("ed-to-ward.future", in_order), agreed);
    promised(sample, clock, ["B06", "B17"], 180)
}

#[test]
fn admission_takes_ten_minutes_more_than_it_promises() {
    use BudgetPart::{Completion, Wait, Work};
    let sample = ward();
    let shown = only(&sample);
    let lines_of_8_4 = [
        (2, Wait),
        (6, Work),
        (60, Completion),
        (30, Completion),
        (45, Completion),
        (7, Completion),
        (10, Completion),
        (30, Completion),
    ];
    assert_eq!(minutes(&shown), lines_of_8_4);
    assert_eq!((shown.sum, shown.headroom), (Minutes(190), -10));
    assert_eq!(shown.nominal, Some(Minutes(161)));
    assert_eq!(lines(&sample)["SLA-006"].len(), 1);
}

#[test]
fn what_nobody_promises_counts_as_it_is_drawn() {
    use BudgetPart::{Completion, Response, Wait, Work};
    let map = || sketch("A X 10\n B Y 20\n C Y 30\n D Z 40\n A > B 60\n B > C 5\n C > D 15");
    let clock = ClockKind::Business;
    let shown = |sample: Sample| minutes(&only(&promised(sample, clock, ["A", "D"], 500)));
    assert_eq!(
        shown(map()),
        [(60, Wait), (20, Work), (5, Wait), (30, Work), (15, Wait), (40, Work)]
    );
    let accepted = agreed(map(), clock, "A>B", &level(Some(100), None, 95));
    assert_eq!(
        shown(accepted),
        [(100, Response), (20, Work), (5, Wait), (30, Work), (15, Wait), (40, Work)]
    );
    let done = agreed(map(), clock, "A>B", &level(None, Some(200), 95));
    assert_eq!(shown(done), [(60, Wait), (200, Completion), (15, Wait), (40, Work)]);
    let other = agreed(map(), ClockKind::Elapsed, "A>B", &level(None, Some(200), 95));
    let other = only(&promised(other, clock, ["A", "D"], 500));
    assert_eq!(other.sum, Minutes(170), "minutes of another clock are not added");
    assert_eq!(other.other_clock.len(), 1);
}

#[test]
fn nothing_is_promised_where_no_way_leads() {
    let map = sketch("A X 10\n B Y 20\n A > B 60");
    let back = promised(map, ClockKind::Business, ["B", "A"], 500);
    assert_eq!(promises(&back.document, back.state, Language::English), []);
}
