//! Attainment (domain.md 3.7): vectors T12 and T13, percentiles, what a sample can say, and items of a
//! table held against the sample process.

use crate::sample::{Sample, in_order, sample};
use crate::timeline::close;
use analysis::TargetKind;
use analysis::attainment::{
    MeasuredHandoff, Outcome, Verdict, attainment, measured, needed, times,
};
use model::*;

/// Twenty items against 240 minutes: eighteen in time, one of them exactly.
fn t12() -> Vec<Outcome> {
    let mut items = vec![Outcome::Took(100); 17];
    items.extend([Outcome::Took(240), Outcome::Took(300), Outcome::Took(500)]);
    items
}

#[test]
fn t13_open_items_count_once_they_are_due() {
    let objective = Some(Share::percent(95));
    let finished = attainment(240, objective, &t12());
    assert_eq!((finished.met, finished.missed), (18, 2));
    close(finished.percent.unwrap(), 90.0, 1e-12);
    close(finished.mean_overrun.unwrap(), 160.0, 1e-12);
    let mut items = t12();
    items.extend([Outcome::Open(300), Outcome::Open(100), Outcome::Excluded]);
    let all = attainment(240, objective, &items);
    assert_eq!((all.met, all.missed, all.open, all.excluded), (18, 3, 1, 1));
    close(all.percent.unwrap(), 85.7, 0.05);
    let (low, high) = all.range.unwrap();
    // Wilson 1927 for 18 of 21.
    close(low, 65.36, 0.01);
    close(high, 95.02, 0.01);
    assert_eq!(all.verdict, Verdict::Undecided { needed: Some(59) });
}

#[test]
fn percentiles_are_of_the_nearest_rank() {
    let shown = times((1..=20).collect()).unwrap();
    assert_eq!((shown.p50, shown.p85, shown.p95), (10, 17, 19));
    let one = times(vec![7]).unwrap();
    assert_eq!((one.p50, one.p95), (7, 7));
    assert_eq!(times(vec![]), None);
    // P95 is within the target exactly where 95 of 100 were in time.
    for late in 0..=3 {
        let mut items = vec![Outcome::Took(10); 40 - late];
        items.extend(vec![Outcome::Took(99); late]);
        let shown = attainment(10, None, &items);
        assert_eq!(shown.times.unwrap().p95 <= 10, shown.percent.unwrap() >= 95.0, "{late}");
    }
}

#[test]
fn small_samples_cannot_support_much() {
    assert_eq!([0.9, 0.95, 0.99].map(needed), [Some(29), Some(59), Some(299)]);
    assert_eq!((needed(1.0), needed(0.0)), (None, None));
    let verdict = |met: usize, missed: usize| {
        let mut items = vec![Outcome::Took(1); met];
        items.extend(vec![Outcome::Took(9); missed]);
        attainment(5, Some(Share::percent(95)), &items).verdict
    };
    assert_eq!(verdict(58, 0), Verdict::Undecided { needed: Some(59) });
    assert_eq!(verdict(59, 0), Verdict::Kept);
    assert_eq!(verdict(990, 10), Verdict::Kept);
    assert_eq!(verdict(80, 20), Verdict::Broken);
    assert_eq!(verdict(0, 0), Verdict::Undecided { needed: Some(59) });
    let nothing = attainment(5, None, &[]);
    assert_eq!(
        (nothing.percent, nothing.range, nothing.verdict),
        (None, None, Verdict::NoObjective)
    );
}

/// Sample A with a service level in working minutes, of a calendar, on c06: response 240, and
/// completion 480 from acceptance.
fn agreed() -> (Sample, HandoffId) {
    let a = sample("lead-to-customer.current", in_order);
    let handoff = a.handoff("c06");
    let calendar = Calendar {
        name: "Office".into(),
        time_zone: "Europe/Berlin".into(),
        windows: (0..5).map(|weekday| Window { weekday, from: 540, to: 1020 }).collect(),
        ..Default::default()
    };
    let a = a.after([Command::AddCalendar { calendar: Box::new(calendar) }]);
    let minutes = |minutes| TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business };
    let sla = Sla {
        name: "Accept".into(),
        calendar: Some(a.newest(Kind::Calendar)),
        response: Some(minutes(240)),
        completion: Some(minutes(480)),
        objective: Some(Share::percent(90)),
        ..Default::default()
    };
    (a.after([Command::AddSla { sla: Box::new(sla), handoffs: vec![handoff] }]), handoff)
}

fn item(line: usize, times: [&str; 4]) -> MeasuredItem {
    let [released, accepted, returned, completed] =
        times.map(|it| (!it.is_empty()).then(|| it.to_owned()));
    MeasuredItem {
        line,
        handoff: "h-2".into(),
        released,
        accepted,
        returned,
        completed,
        ..Default::default()
    }
}

fn of(sample: &Sample, items: &[MeasuredItem]) -> (MeasuredHandoff, Vec<String>) {
    let shown = measured(&sample.document, sample.state, items);
    assert_eq!(shown.handoffs.len(), 1, "{:?}", shown.unknown);
    (shown.handoffs[0].clone(), shown.notes)
}

#[test]
fn items_are_counted_in_the_hours_of_the_agreement() {
    let (a, handoff) = agreed();
    let number = a.document.handoff(handoff).unwrap().number;
    let named = |mut it: MeasuredItem| {
        it.handoff = format!("H-{number:02}");
        it
    };
    // Friday 16:00 to Monday 11:00 is 180 working minutes; the pause brings 270 under 240.
    let mut paused = item(3, ["2026-06-12T15:00", "2026-06-15T11:30", "", "2026-06-15T16:00"]);
    paused.paused = 30;
    let items = [
        item(2, ["2026-06-12T16:00", "2026-06-15T11:00", "", "2026-06-16T11:00"]),
        paused,
        item(4, ["2026-06-12T09:00", "", "2026-06-12T10:00", ""]),
        item(5, ["2026-06-15T09:00", "", "", ""]),
        item(6, ["2026-06-15T09:00", "2026-06-12T09:00", "", ""]),
        MeasuredItem { cancelled: true, ..item(7, ["2026-06-15T09:00", "", "", ""]) },
    ]
    .map(named);
    let (shown, notes) = of(&a, &items);
    assert_eq!((shown.items, shown.returned, shown.paused), (6, 1, 30));
    close(shown.return_rate.unwrap(), 20.0, 1e-9);
    assert_eq!(shown.said_wait, Some(Minutes(960)));
    let [response, completion] = shown.targets.as_slice() else { panic!() };
    assert_eq!(
        (response.target, completion.target),
        (TargetKind::Response, TargetKind::Completion)
    );
    // 180, 240 after the pause, 60 by the return; the open one lies for 600 until the last time.
    let it = &response.attainment;
    assert_eq!((it.met, it.missed, it.open, it.excluded), (3, 1, 0, 2));
    assert_eq!(it.times.map(|it| (it.count, it.p50, it.p95)), Some((3, 180, 240)));
    let it = &completion.attainment;
    assert_eq!((it.met, it.missed, it.excluded), (2, 0, 4), "480 and 240");
    assert_eq!(notes, ["Line 6: it ends before it begins."]);
}

#[test]
fn minutes_that_a_system_counted_are_taken_as_they_are() {
    let (a, handoff) = agreed();
    let number = a.document.handoff(handoff).unwrap().number;
    let took = |elapsed, paused| MeasuredItem {
        handoff: number.to_string(),
        elapsed: Some(elapsed),
        paused,
        ..Default::default()
    };
    let (shown, notes) = of(&a, &[took(480, 0), took(500, 20), took(481, 0)]);
    let it = &shown.targets[1].attainment;
    assert_eq!((it.met, it.missed), (2, 1));
    assert_eq!(shown.targets[0].attainment.percent, None, "they are of the last target");
    assert!(notes.is_empty());
    let bare = sample("lead-to-customer.current", in_order);
    let (shown, _) = of(&bare, &[took(10, 0), took(30, 5)]);
    assert_eq!(shown.times.map(|it| (it.count, it.p50, it.p95)), Some((2, 10, 25)));
    let strange = MeasuredItem { handoff: "Invoice".into(), ..took(1, 0) };
    let shown = measured(&bare.document, bare.state, &[strange]);
    assert_eq!((shown.handoffs.len(), shown.unknown), (0, vec!["Invoice".to_owned()]));
}
