//! When the targets of a handoff are due: which calendar counts, from when, and why not.

use super::*;
use analysis::calendar::{CalendarOf, CountedFrom, Due, Item, NotDue, due_of, targets_of};
use analysis::{Language, TargetKind};
use model::*;

/// Nine to five, Monday to Friday.
const BERLIN: CalendarId = CalendarId(9_001);
const NEW_YORK: CalendarId = CalendarId(9_002);
const LONDON: CalendarId = CalendarId(9_003);

fn working(minutes: i32) -> Option<TimeTarget> {
    Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business })
}

fn on_the_wall(minutes: i32) -> Option<TimeTarget> {
    Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Elapsed })
}

/// An offer goes from Sales to Legal: the agreement, and the calendars of agreement, team, process.
struct Case {
    sla: Option<Sla>,
    agreement: Option<CalendarId>,
    receiver: Option<CalendarId>,
    process: Option<CalendarId>,
    item: Item,
}

fn item(released: &str) -> Item {
    Item { released: released.parse().unwrap(), accepted: None, paused_minutes: 0 }
}

/// Released on a Friday at 15:30, to be answered in a day of Berlin and completed in another.
fn case() -> Case {
    let sla = Sla { response: working(480), completion: working(480), ..Sla::default() };
    Case {
        sla: Some(sla),
        agreement: Some(BERLIN),
        receiver: None,
        process: None,
        item: item("2026-05-22T15:30"),
    }
}

impl Case {
    fn document(&self) -> (Document, HandoffId) {
        let text = "team Sales\n  Write offer, at 104 72\nteam Legal\n  Check offer, at 308 72\n\
                    Write offer -> Check offer\n";
        let mut records = notation::parse(text).unwrap().records();
        let mut handoff = HandoffId::default();
        for record in &mut records {
            match record {
                Record::Handoff(it) => {
                    it.sla = self.sla.as_ref().map(|_| SlaId(9_000));
                    handoff = it.id;
                }
                Record::Team(it) if it.name == "Legal" => it.calendar = self.receiver,
                Record::Process(it) => it.calendar = self.process,
                _ => {}
            }
        }
        let of = |id, calendar| Record::from(Calendar { id, ..calendar });
        records.push(of(BERLIN, k1()));
        records.push(of(NEW_YORK, office("America/New_York")));
        records.push(of(LONDON, office("Europe/London")));
        let sla =
            self.sla.clone().map(|sla| Sla { id: SlaId(9_000), calendar: self.agreement, ..sla });
        records.extend(sla.map(Record::from));
        (Document::from_records(records).unwrap(), handoff)
    }

    fn due(&self, target: TargetKind) -> Result<Due, NotDue> {
        let (document, handoff) = self.document();
        due_of(&document, handoff, target, &self.item)
    }

    #[track_caller]
    fn is_due(&self, target: TargetKind, utc: &str, from: CountedFrom, of: Option<CalendarOf>) {
        let due = self.due(target).unwrap();
        assert_eq!(due.due.utc.to_string(), utc);
        assert_eq!((due.counted_from, due.calendar.map(|it| it.of)), (from, of));
    }
}

use CalendarOf::{Agreement, Process as OfProcess, Receiver};
use CountedFrom::{Acceptance as OfAcceptance, LatestAcceptance, LatestAcknowledgement, Release};
use TargetKind::{Acknowledge, Completion, Response};

#[test]
fn a_target_is_counted_in_the_calendar_of_its_agreement() {
    let case = case();
    let due = case.due(Response).unwrap();
    let shown = |moment: &analysis::calendar::Moment| {
        let local = moment.local.clone().unwrap();
        format!("{} {} {}", local.time, local.offset_minutes, local.zone)
    };
    assert_eq!(shown(&due.start), "2026-05-22T15:30 120 Europe/Berlin");
    assert_eq!(shown(&due.due), "2026-05-26T15:30 120 Europe/Berlin");
    case.is_due(Response, "2026-05-26T13:30Z", Release, Some(Agreement));
    case.is_due(Completion, "2026-05-27T13:30Z", LatestAcceptance, Some(Agreement));
    let both = Case { receiver: Some(LONDON), process: Some(NEW_YORK), ..case };
    both.is_due(Response, "2026-05-26T13:30Z", Release, Some(Agreement));
}

#[test]
fn without_one_the_receiver_answers_and_works_in_its_own_calendar() {
    let case = Case { agreement: None, receiver: Some(NEW_YORK), process: Some(LONDON), ..case() };
    // 15:30 is what clocks in New York show. In London it would be past five.
    case.is_due(Response, "2026-05-25T19:30Z", Release, Some(Receiver));
    case.is_due(Completion, "2026-05-26T19:30Z", LatestAcceptance, Some(Receiver));
    let there = Case { item: item("2026-05-22T15:30Z"), ..case };
    there.is_due(Response, "2026-05-25T15:30Z", Release, Some(Receiver));
    there.is_due(Completion, "2026-05-26T15:30Z", LatestAcceptance, Some(Receiver));

    let process = Case { receiver: None, ..there };
    process.is_due(Response, "2026-05-25T15:30Z", Release, Some(OfProcess));
    process.is_due(Completion, "2026-05-26T15:30Z", LatestAcceptance, Some(OfProcess));
}

#[test]
fn an_agreement_is_counted_in_the_calendar_in_which_it_is_read_aloud() {
    let rows = [
        (Some(BERLIN), Some(NEW_YORK), Some(LONDON)),
        (None, Some(NEW_YORK), Some(LONDON)),
        (None, None, Some(LONDON)),
    ];
    for (agreement, receiver, process) in rows {
        let case = Case { agreement, receiver, process, ..case() };
        let (mut records, handoff) = (case.document().0.records(), case.document().1);
        for record in &mut records {
            match record {
                Record::Calendar(it) => it.name = it.time_zone.clone(),
                Record::Sla(it) => it.objective_window = Some(ObjectiveWindow::Month),
                _ => {}
            }
        }
        let document = Document::from_records(records).unwrap();
        let said = analysis::agreement(&document, handoff, Language::English).unwrap().sentences;
        for target in [Response, Completion] {
            let due = due_of(&document, handoff, target, &case.item).unwrap();
            let name = &document.calendar(due.calendar.unwrap().id).unwrap().name;
            assert!(said[0].contains(name.as_str()), "{name}: {}", said[0]);
        }
    }
}

#[test]
fn a_response_counts_from_the_event_that_starts_its_clock() {
    let with = |start, acknowledge| {
        let sla =
            Sla { response: working(480), response_start: start, acknowledge, ..Sla::default() };
        Case { sla: Some(sla), ..case() }
    };
    let said = |case: &Case| case.due(Response).unwrap_err().to_string();
    let seen = with(Some(ClockEvent::Acknowledged), working(60));
    seen.is_due(Acknowledge, "2026-05-22T14:30Z", Release, Some(Agreement));
    seen.is_due(Response, "2026-05-26T14:30Z", LatestAcknowledgement, Some(Agreement));
    let paused = Case { item: Item { paused_minutes: 30, ..seen.item }, ..seen };
    paused.is_due(Response, "2026-05-26T15:00Z", LatestAcknowledgement, Some(Agreement));
    assert!(
        said(&with(Some(ClockEvent::Acknowledged), None)).contains("no acknowledgement target")
    );

    let mut taken = with(Some(ClockEvent::Accepted), None);
    taken.sla.as_mut().unwrap().response_stop = Some(ClockEvent::Completed);
    assert!(said(&taken).ends_with("Say when it was accepted."));
    taken.item.accepted = Some("2026-05-26T10:00".parse().unwrap());
    taken.is_due(Response, "2026-05-27T08:00Z", OfAcceptance, Some(Agreement));
    assert!(said(&with(Some(ClockEvent::Completed), None)).contains("nothing is left to wait for"));
    for stands in [with(None, None), with(Some(ClockEvent::Accepted), None)] {
        assert!(said(&stands).contains("starts and stops at the same event, or at none"));
    }
}

#[test]
fn the_latest_acceptance_is_known_only_where_the_response_stops_at_it() {
    let mut case = case();
    case.sla.as_mut().unwrap().response_stop = Some(ClockEvent::Completed);
    let said = case.due(Completion).unwrap_err().to_string();
    assert!(said.ends_with("Say when it was accepted."), "{said}");
    case.item.accepted = Some("2026-05-26T10:00".parse().unwrap());
    case.is_due(Completion, "2026-05-27T08:00Z", OfAcceptance, Some(Agreement));
    case.sla.as_mut().unwrap().completion_stop = Some(ClockEvent::Accepted);
    let said = case.due(Completion).unwrap_err();
    assert!(matches!(said, NotDue::StandsStill { target: Completion, .. }), "{said}");
}

#[test]
fn every_reason_has_a_german_sentence() {
    let handoff = "H-01".to_owned();
    let target = Response;
    let problem = analysis::calendar::Problem {
        calendar: "Hours".into(),
        kind: analysis::calendar::ProblemKind::NeverOpen,
    };
    let all = [
        NotDue::NoHandoff,
        NotDue::NoAgreement { handoff: handoff.clone() },
        NotDue::NoTarget { handoff: handoff.clone(), target },
        NotDue::NoCalendar { handoff: handoff.clone(), target },
        NotDue::Calendar(problem),
        NotDue::NoZone { time: "2026-05-22T15:30".into() },
        NotDue::NoAcceptance { handoff: handoff.clone(), target },
        NotDue::NoAcknowledgement { handoff: handoff.clone(), target },
        NotDue::AfterTheWork { handoff: handoff.clone(), target },
        NotDue::StandsStill { handoff: handoff.clone(), target },
        NotDue::AcceptedEarly { handoff: handoff.clone() },
        NotDue::Never { handoff, target },
    ];
    for reason in all {
        let [english, german] = [Language::English, Language::German].map(|it| reason.sentence(it));
        assert_ne!(english, german);
        assert_eq!(reason.to_string(), english);
        assert!(english.ends_with('.') && german.ends_with('.'), "{german}");
        assert_eq!(english.contains("H-01"), german.contains("H-01"), "{german}");
    }
}

#[test]
fn completion_counts_from_acceptance_or_release_as_agreed() {
    let mut case = case();
    case.item.accepted = Some("2026-05-26T10:00".parse().unwrap());
    case.is_due(Completion, "2026-05-27T08:00Z", OfAcceptance, Some(Agreement));
    // The response is due when it is due, however soon the receiver was.
    case.is_due(Response, "2026-05-26T13:30Z", Release, Some(Agreement));
    case.sla.as_mut().unwrap().completion_from = CompletionFrom::Release;
    case.is_due(Completion, "2026-05-26T13:30Z", Release, Some(Agreement));
}

#[test]
fn a_pause_moves_each_target_once() {
    let mut case = case();
    case.item.paused_minutes = 30;
    case.is_due(Response, "2026-05-26T14:00Z", Release, Some(Agreement));
    case.is_due(Completion, "2026-05-27T14:00Z", LatestAcceptance, Some(Agreement));
}

#[test]
fn minutes_on_the_wall_need_no_calendar() {
    let sla = Sla { acknowledge: on_the_wall(15), response: on_the_wall(4_320), ..Sla::default() };
    let mut case = Case { sla: Some(sla), ..case() };
    case.is_due(Acknowledge, "2026-05-22T13:45Z", Release, Some(Agreement));
    case.is_due(Response, "2026-05-25T13:30Z", Release, Some(Agreement));
    case.item.paused_minutes = 60;
    case.is_due(Acknowledge, "2026-05-22T14:45Z", Release, Some(Agreement));
    let bare = Case { agreement: None, item: item("2026-05-22T15:30+02:00"), ..case };
    bare.is_due(Acknowledge, "2026-05-22T13:45Z", Release, None);
    assert_eq!(bare.due(Acknowledge).unwrap().due.local, None);
    let (document, handoff) = bare.document();
    assert_eq!(targets_of(&document, handoff), Ok(vec![Acknowledge, Response]));
}

#[test]
fn why_it_cannot_be_said_is_said() {
    let said = |case: &Case, target| case.due(target).unwrap_err().to_string();
    let without = Case { sla: None, ..case() };
    assert!(said(&without, Response).starts_with("H-01 has no service level."));
    let (document, handoff) = without.document();
    assert!(targets_of(&document, handoff).is_err());
    assert_eq!(
        due_of(&document, HandoffId(7_777), Response, &without.item),
        Err(NotDue::NoHandoff)
    );
    assert_eq!(
        said(&case(), Acknowledge),
        "The service level of H-01 has no acknowledgement target."
    );
    let nowhere = Case { agreement: None, ..case() };
    assert_eq!(
        said(&nowhere, Response),
        "Nothing says on whose clock it was 2026-05-22T15:30: there is no calendar. Put Z or +02:00 behind it."
    );
    let nowhere = Case { item: item("2026-05-22T15:30Z"), ..nowhere };
    assert!(said(&nowhere, Response).starts_with("The response target of H-01 is in working time"));

    let mut early = case();
    early.item.accepted = Some("2026-05-22T15:29".parse().unwrap());
    assert_eq!(said(&early, Completion), "H-01 cannot be accepted before it is released.");
    let mut silent = case();
    silent.sla.as_mut().unwrap().response = None;
    assert!(said(&silent, Completion).ends_with("Say when it was accepted."));
    silent.item.accepted = Some("2026-05-26T10:00".parse().unwrap());
    silent.is_due(Completion, "2026-05-27T08:00Z", OfAcceptance, Some(Agreement));
}

#[test]
fn a_calendar_that_is_not_in_order_is_told_where_it_counts() {
    let (document, handoff) = case().document();
    let broken = Calendar { time_zone: "Mars/Base".into(), id: BERLIN, ..k1() };
    let mut records = document.records();
    records.retain(|record| record.id() != BERLIN.into());
    records.push(broken.into());
    let document = Document::from_records(records).unwrap();
    let item = item("2026-05-22T15:30Z");
    let said = due_of(&document, handoff, Response, &item).unwrap_err().to_string();
    assert!(said.starts_with("The calendar “Hours” is in the time zone “Mars/Base”"), "{said}");
}
