//! The sample of the start screen, checked against what domain.md 8.3 prints.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used)]

use model::*;

fn sample() -> Document {
    baton_exchange::sample().unwrap()
}

fn state(document: &Document, role: StateRole) -> StateId {
    document.states().find(|it| it.role == role).unwrap().id
}

fn handoff<'a>(document: &'a Document, role: StateRole, code: &str) -> &'a Handoff {
    let state = state(document, role);
    let connector = document.connectors_of(state).find(|it| it.code == code).unwrap();
    document.handoff_at(connector).unwrap()
}

fn role(document: &Document, id: Option<RoleId>) -> &str {
    id.and_then(|id| document.role(id)).map_or("–", |role| role.name.as_str())
}

#[test]
fn it_is_a_finished_engagement() {
    let document = sample();
    let engagement = document.the_engagement().unwrap();
    assert_eq!(engagement.title, "Lead to live customer");
    assert_eq!(engagement.client, "Northwind Traders");
    assert_eq!(engagement.participants.len(), 8);
    let process = document.processes().next().unwrap();
    assert!(process.scope.starts_with("From inbound lead to live customer, for leads that"));
    assert_eq!(process.volume_per_thousand_days, Some(1000));
    assert_eq!(document.calendars().next().map(|it| it.id), process.calendar);
    assert_eq!(document.calendars().next().unwrap().windows.len(), 5);
    assert_eq!(document.templates().count(), 6);
    assert_eq!(document.states().count(), 2);
    assert_eq!(document.actions().count(), 5);
    assert!(document.actions().all(|it| it.owner.is_some() && it.answers.len() == 1));
}

#[test]
fn roles_have_their_full_names_and_teams() {
    let document = sample();
    let roles: Vec<(&str, &str)> = document
        .roles()
        .map(|it| (it.name.as_str(), document.team(it.team.unwrap()).unwrap().code.as_str()))
        .collect();
    assert_eq!(
        roles,
        [
            ("Marketing operations specialist", "MKT"),
            ("Sales development representative", "SDR"),
            ("Sales development manager", "SDR"),
            ("Account executive", "AE"),
            ("Sales manager", "AE"),
            ("Deal desk analyst", "FIN"),
            ("Finance controller", "FIN"),
            ("Onboarding manager", "CSM"),
            ("Customer success lead", "CSM"),
        ]
    );
}

#[test]
fn it_begins_and_ends_without_taking_time() {
    let document = sample();
    let current = state(&document, StateRole::Current);
    let of = |shape| document.steps_of(current).find(|step| step.shape == shape).unwrap();
    let (start, end) = (of(StepKind::Start), of(StepKind::End));
    assert_eq!((start.name.as_str(), end.name.as_str()), ("Inbound lead", "Customer live"));
    for step in [start, end] {
        assert_eq!(step.span_minutes(), 0);
        assert_eq!(step.complete_accurate, None);
        assert!(document.connectors_at(step.id).all(|it| it.wait_minutes() == 0));
    }
    let code = |id| document.step(id).unwrap().code.as_str();
    let only = |id| document.connectors_at(id).next().unwrap();
    assert_eq!(code(only(start.id).to), "A01");
    assert_eq!(code(only(end.id).from), "A19");
    assert_eq!(document.team_of(start).unwrap().name, "Marketing Operations");
    // Everything between them is the fixture's.
    assert_eq!(document.steps_of(current).map(Step::process_minutes).sum::<i64>(), 767);
    assert_eq!(document.connectors_of(current).map(Connector::wait_minutes).sum::<i64>(), 12_750);
}

#[test]
fn service_levels_are_those_printed() {
    let document = sample();
    let printed: Vec<String> = document
        .handoffs_of(state(&document, StateRole::Future))
        .into_iter()
        .filter_map(|(it, connector)| Some((document.sla(it.sla?)?, connector)))
        .map(|(sla, connector)| {
            let minutes = |target: Option<TimeTarget>| {
                target.map_or("–".to_owned(), |target| target.minutes.0.to_string())
            };
            let pauses: Vec<String> = sla
                .pauses
                .iter()
                .map(|it| format!("{} ({})", it.reason, it.cap.unwrap().0))
                .collect();
            let escalations: Vec<String> = sla
                .escalations
                .iter()
                .map(|it| match it.notify {
                    Some(_) => format!("{} % {}", it.at_percent, role(&document, it.notify)),
                    None => format!("{} % {}", it.at_percent, it.contact),
                })
                .collect();
            assert_eq!(sla.status, AgreementStatus::Draft);
            assert_eq!(sla.calendar, document.processes().next().unwrap().calendar);
            let percent = |share: Share| format!("{} %", share.0 / 100);
            let objectives: Vec<String> =
                sla.objective.into_iter().chain(sla.completion_objective).map(percent).collect();
            format!(
                "{} | {} | {} {} | {} | {} | {}",
                connector.code,
                minutes(sla.response),
                sla.completion_means,
                minutes(sla.completion),
                objectives.join(" / "),
                pauses.join(", "),
                escalations.join(", "),
            )
        })
        .collect();
    assert_eq!(
        printed,
        [
            "c02 | 60 | First contact attempt 240 | 95 % |  | 75 % Sales development manager, 100 % Sales manager",
            "c06 | 240 | Demo held 1440 | 95 % | Prospect moved the meeting (2400) | 75 % Sales manager",
            "c09 | 240 | Decision 480 | 90 % | Account executive is answering a question (480) | 75 % Finance controller",
            "c12 | 240 | Billing live 480 | 95 % | Tax data is missing (960) | 100 % Finance controller",
            "c14 | 240 | Kickoff held 960 | 95 % / 90 % | Customer is unavailable (2400) | 50 % Customer success lead, 100 % Sales manager",
            "c17 | – | Data complete 2400 | 80 % |  | 75 % Sponsor",
            "c18 | 240 | Configured 480 | 90 % / 95 % | Customer is answering (1440) | 100 % Customer success lead",
        ]
    );
}

#[test]
fn criteria_stand_at_three_handoffs() {
    let document = sample();
    let count = |code, side, obligation| {
        let about = Target::Handoff(handoff(&document, StateRole::Future, code).id);
        let all = document.criteria_of(about, side);
        assert!(all.iter().all(|it| !it.verifier.is_empty() && !it.evidence.is_empty()));
        assert!((0..).zip(&all).all(|(order, it)| it.order == order));
        all.iter().filter(|it| it.obligation == obligation).count()
    };
    use CriterionSide::{Entry, Exit};
    use Obligation::{Must, Should};
    assert_eq!((count("c06", Exit, Must), count("c06", Entry, Must)), (3, 3));
    assert_eq!(count("c06", Entry, Should), 1);
    assert_eq!((count("c14", Exit, Must), count("c14", Entry, Must)), (4, 3));
    assert_eq!((count("c18", Exit, Must), count("c18", Entry, Must)), (1, 3));
    assert_eq!(document.criteria().count(), 18);
}

#[test]
fn pain_points_are_those_printed() {
    let document = sample();
    let at = |target: &Target| match target {
        Target::Step(id) => document.step(*id).unwrap().code.clone(),
        Target::Connector(id) => document.connector(*id).unwrap().code.clone(),
        other => panic!("{other:?}"),
    };
    let printed: Vec<String> = document
        .pain_points()
        .map(|it| {
            let about: Vec<String> = it.about.iter().map(at).collect();
            let wastes: Vec<&str> = it.wastes.iter().map(|it| it.word()).collect();
            let signs: Vec<&str> = it.signs.iter().map(|it| it.word()).collect();
            let cause = it.cause.unwrap().word();
            format!("{about:?} {cause} {wastes:?} {signs:?} {}", it.votes).replace('"', "")
        })
        .collect();
    assert_eq!(
        printed,
        [
            "[c02] queue [waiting] [S1] 5",
            "[c06, r02] information [defects] [S3, S2] 6",
            "[c09, A10] approval [waiting, talent] [S5, S7] 4",
            "[A13, c14] unassigned [waiting] [S4, S1] 6",
            "[r05] rework [defects] [S6] 3",
        ]
    );
    let votes: u16 = document.pain_points().map(|it| it.votes).sum();
    assert_eq!(votes, 24);
}

#[test]
fn what_the_room_knows_of_each_handoff_fits_its_flags() {
    let document = sample();
    let forward = document
        .handoffs_of(state(&document, StateRole::Current))
        .into_iter()
        .filter(|(_, connector)| connector.flow != ConnectorKind::Rework);
    for (it, connector) in forward {
        let code = &connector.code;
        let stated = |check| it.stated.contains(&check);
        assert!(!it.passes.is_empty(), "{code}");
        assert_eq!(it.accountable.is_some(), stated(Check::Owner), "{code}");
        assert_eq!(!it.trigger.is_empty(), stated(Check::Trigger), "{code}");
        assert_eq!(it.template.is_some(), stated(Check::Template), "{code}");
        assert_eq!(!it.return_reasons.is_empty(), stated(Check::Return), "{code}");
        // The receiver of c17 is the customer, who has no role here.
        assert!(it.receiving_role.is_none() || stated(Check::Receiver), "{code}");
    }
    let approval = handoff(&document, StateRole::Current, "c09");
    assert_eq!(role(&document, approval.sending_role), "Account executive");
    assert_eq!(role(&document, approval.receiving_role), "Deal desk analyst");
}

#[test]
fn the_future_knows_what_it_descends_from() {
    let document = sample();
    let [current, future] = [StateRole::Current, StateRole::Future].map(|it| state(&document, it));
    assert_eq!(document.state(future).unwrap().origin, Some(current));
    let code = |id: &StepId| document.step(*id).unwrap().code.clone();
    let merged: Vec<(String, Vec<String>)> = document
        .steps_of(future)
        .filter(|it| it.origin.len() != 1)
        .map(|it| (it.code.clone(), it.origin.iter().map(code).collect()))
        .collect();
    assert_eq!(merged, [("A01".to_owned(), vec!["A01".to_owned(), "A02".to_owned()])]);
    for (it, connector) in document.handoffs_of(future) {
        let before = document.connector(connector.origin[0]).unwrap();
        assert_eq!(document.handoff_at(before).unwrap().number, it.number, "{}", connector.code);
        assert_eq!(it.template.is_some(), it.stated.contains(&Check::Template));
    }
    let lanes = document.lanes_of(future);
    assert!(lanes.iter().all(|it| it.origin.is_some()) && lanes.len() == 6);
    let promise = document.slas().find_map(|it| it.end_to_end).unwrap();
    assert_eq!([code(&promise.from), code(&promise.to)], ["A11", "A18"]);
    let live = document.stages().find(|it| it.name == "Train and go live").unwrap();
    assert_eq!(live.state, future);
    assert_eq!(document.sla(live.sla.unwrap()).unwrap().completion.unwrap().minutes, Minutes(960));
}

#[test]
fn a_number_follows_what_a_connector_descends_from() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/lead-to-customer.json");
    let text = std::fs::read_to_string(folder).unwrap();
    let (today, future) = text.split_once("\"future\":").unwrap();
    // What was c06 goes on as c15, and what is called c06 is new.
    let swapped = future.replacen(r#"{"id":"c06","#, r#"{"id":"c06","origin":[],"#, 1).replacen(
        r#"{"id":"c15","#,
        r#"{"id":"c15","origin":["c06"],"#,
        1,
    );
    let text = format!("{today}\"future\":{swapped}");
    let document = baton_exchange::sample_json::read(text.as_bytes()).unwrap();
    let old = handoff(&document, StateRole::Current, "c06").number;
    assert_eq!(handoff(&document, StateRole::Future, "c15").number, old);
    let highest = document.handoffs().map(|it| it.number).max().unwrap();
    assert_eq!(handoff(&document, StateRole::Future, "c06").number, highest);
}

#[test]
fn fields_of_one_name_have_keys_of_their_own() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/lead-to-customer.json");
    let text = std::fs::read_to_string(folder).unwrap();
    let text = text
        .replacen(r#""label":"Need""#, r#""label":"Note""#, 1)
        .replacen(r#""label":"Budget range""#, r#""label":"note""#, 1)
        .replacen(r#""label":"Timeline""#, r#""label":"Note 2""#, 1);
    let document = baton_exchange::sample_json::read(text.as_bytes()).unwrap();
    let form = document.templates().find(|it| it.name.contains("qualified opportunity")).unwrap();
    let keys: Vec<&str> = form.fields.iter().map(|it| it.key.as_str()).collect();
    assert_eq!((keys[0], keys[1], keys[3]), ("note", "note_2", "note_2_2"));
}
