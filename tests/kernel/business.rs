//! The business case of a change: freed capacity as the samples print it, money by hand on a small
//! map, ranges, what is missing, and what is not known better than its inputs.

use analysis::compare::case::{BusinessCase, CaseAssumption, CaseInput, case};
use model::*;

fn sample(name: &str) -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    exchange::sample_json::read(&std::fs::read(format!("{folder}/{name}.json")).unwrap()).unwrap()
}

fn state(document: &Document, role: StateRole) -> StateId {
    document.states().find(|it| it.role == role).unwrap().id
}

fn of(document: &Document) -> BusinessCase {
    case(document, state(document, StateRole::Current), state(document, StateRole::Future))
}

fn after(document: &Document, commands: impl IntoIterator<Item = Command>) -> Document {
    commands.into_iter().fold(document.clone(), |document, command| {
        plan(&document, &command).unwrap_or_else(|it| panic!("{it}: {command:?}")).document
    })
}

#[test]
fn freed_capacity_is_as_printed() {
    // domain.md 8.3 and 8.4: person-minutes a day.
    for (name, per_item, per_day) in
        [("lead-to-customer", 984.51 - 734.11, 250.4), ("ed-to-ward", 297.52 - 247.58, 1798.0)]
    {
        let case = of(&sample(name));
        let item = case.freed_per_item.unwrap().usual;
        let day = case.freed_per_day.unwrap().usual * 60.0;
        assert!((item - per_item).abs() < 0.01, "{name}: {item}");
        assert!((day - per_day).abs() < 0.5, "{name}: {day}");
        let rows: f64 = case.rows.iter().map(|it| it.freed_per_day.unwrap().usual * 60.0).sum();
        assert!((rows - day).abs() < 1e-6, "{name}: the rows add up to {rows}");
        assert!(case.money_per_year.is_none() && case.delay_per_year.is_none(), "{name}");
        assert!(case.missing.contains(&CaseInput::CostOfDelay), "{name}: {:?}", case.missing);
    }
}

#[test]
fn a_year_is_said_or_assumed() {
    let (sample_a, sample_b) = (sample("lead-to-customer"), sample("ed-to-ward"));
    for (document, days) in [(&sample_a, 220), (&sample_b, 365)] {
        let case = of(document);
        assert_eq!(case.assumed.first(), Some(&CaseAssumption::DaysPerYear { days }));
        let (day, year) = (case.freed_per_day.unwrap(), case.freed_per_year.unwrap());
        assert!((day.usual * f64::from(days) - year.usual).abs() < 1e-6);
    }
    let process = sample_a.processes().next().unwrap().id;
    let edit = ProcessEdit::DaysPerYear(Some(250));
    let said = of(&after(&sample_a, [Command::EditProcess { process, edit }]));
    assert!(!said.assumed.iter().any(|it| matches!(it, CaseAssumption::DaysPerYear { .. })));
    let (day, year) = (said.freed_per_day.unwrap(), said.freed_per_year.unwrap());
    assert!((day.usual * 250.0 - year.usual).abs() < 1e-6);
}

const SMALL: &str = "clock business, 8 h a day
team Sales
  Check, 1 h
  Send, 10 min
team Finance
  Approve, 30 min
Check -> Approve, waits 1 d for approval
Approve -> Send, waits 0 min
";

/// In the future Sales checks for 80 minutes and Finance approves nothing; two items on each of 200
/// days.
struct Small {
    document: Document,
    process: ProcessId,
    /// Before and after.
    send: [StepId; 2],
    approve: StepId,
    sales: TeamId,
    finance: TeamId,
}

impl Small {
    fn new() -> Small {
        let document = notation::parse(SMALL).unwrap_or_else(|error| panic!("{error}"));
        let process = document.processes().next().unwrap().id;
        let from = document.states().next().unwrap().id;
        let (role, name) = (StateRole::Future, "Future".into());
        let document = after(&document, [Command::MakeState { from, role, name }]);
        let to = state(&document, StateRole::Future);
        let step = |state: StateId, name: &str| {
            document.steps_of(state).find(|it| it.name == name).unwrap().id
        };
        let team = |name: &str| document.teams().find(|it| it.name == name).unwrap().id;
        let time = StepEdit::ProcessTime(Some(Estimate::of(Minutes(80))));
        let mut small = Small {
            process,
            send: [step(from, "Send"), step(to, "Send")],
            approve: step(from, "Approve"),
            sales: team("Sales"),
            finance: team("Finance"),
            document: document.clone(),
        };
        small.document = small.after([
            Command::EditStep { step: step(to, "Check"), edit: time },
            Command::Delete { ids: vec![step(to, "Approve").into()] },
            small.process(ProcessEdit::Volume(Some(measured(2000, None, None)))),
            small.process(ProcessEdit::DaysPerYear(Some(200))),
        ]);
        small
    }

    fn after(&self, commands: impl IntoIterator<Item = Command>) -> Document {
        after(&self.document, commands)
    }

    fn process(&self, edit: ProcessEdit) -> Command {
        Command::EditProcess { process: self.process, edit }
    }

    /// Roles with what an hour of each costs.
    fn priced(&self, roles: &[(TeamId, u32)]) -> Document {
        roles.iter().fold(self.document.clone(), |document, (team, cost)| {
            let name = format!("Role at {cost}");
            let document =
                after(&document, [Command::AddRole { name: name.clone(), team: Some(*team) }]);
            let role = document.roles().find(|it| it.name == name).unwrap().id;
            let edit = RoleEdit::CostPerHour(Some(measured(Money(cost * 100), None, None)));
            after(&document, [Command::EditRole { role, edit }])
        })
    }
}

fn measured<T>(usual: T, best: Option<T>, worst: Option<T>) -> Estimate<T> {
    let confidence = Confidence::Measured;
    Estimate { usual, best, worst, confidence, sample: None, said_by: String::new() }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

#[test]
fn money_is_hours_by_what_they_cost() {
    let small = Small::new();
    let document = small.priced(&[(small.sales, 60), (small.finance, 80), (small.finance, 100)]);
    let case = of(&document);
    // 60 + 30 − 80 minutes; −20 of Sales at 60, 30 of Finance at the mean of its roles, 90.
    assert!(close(case.freed_per_item.unwrap().usual, 10.0));
    assert!(close(case.freed_per_day.unwrap().usual, 20.0 / 60.0));
    let money = case.money_per_year.unwrap();
    assert!(close(money.amount.usual, (-20.0 + 45.0) * 2.0 * 200.0), "{money:?}");
    assert!(close(money.covers, 100.0));
    let teams = vec![small.sales, small.finance];
    assert_eq!(case.assumed, [CaseAssumption::MeanOfTeam { teams: teams.clone() }]);
    assert!(case.people.is_none(), "nobody said what a person can do in a day");
    assert!(case.missing.contains(&CaseInput::ProductiveMinutes { teams }));
    assert!(case.missing.contains(&CaseInput::Currency));
    let edit = TeamEdit::ProductiveMinutesPerDay(Some(400));
    let document = after(
        &document,
        [small.sales, small.finance].map(|team| Command::EditTeam { team, edit: edit.clone() }),
    );
    let people = of(&document).people.unwrap();
    assert!(close(people.amount.usual, 20.0 / 400.0), "{people:?}");
}

#[test]
fn what_has_no_cost_is_absent_and_said() {
    let small = Small::new();
    let bare = of(&small.document);
    assert!(bare.money_per_year.is_none());
    let teams = vec![small.sales, small.finance];
    assert!(bare.missing.contains(&CaseInput::TeamCost { teams }));
    // Two fifths of the hours that change are those of Sales.
    let document = small.priced(&[(small.sales, 60)]);
    let case = of(&document);
    let money = case.money_per_year.unwrap();
    assert!(close(money.covers, 40.0) && close(money.amount.usual, -8000.0), "{money:?}");
    assert!(case.missing.contains(&CaseInput::TeamCost { teams: vec![small.finance] }));
    // An accountable role counts with its own cost, and a team's mean does not stand in for it.
    let document = small.priced(&[(small.finance, 80)]);
    let name = "Head".to_owned();
    let document = after(&document, [Command::AddRole { name, team: Some(small.finance) }]);
    let head = document.roles().find(|it| it.name == "Head").unwrap().id;
    let edit = StepEdit::Accountable(Some(head));
    let case = of(&after(&document, [Command::EditStep { step: small.approve, edit }]));
    assert!(case.money_per_year.is_none());
    assert!(case.missing.contains(&CaseInput::RoleCost { roles: vec![head] }));
    assert!(case.rows.iter().any(|it| it.role == Some(head) && it.cost_per_hour.is_none()));
    let case = of(&small.after([small.process(ProcessEdit::Volume(None))]));
    assert!(case.freed_per_item.is_some() && case.freed_per_day.is_none());
    assert!(case.missing.contains(&CaseInput::Volume));
}

#[test]
fn delay_is_the_days_that_items_are_done_sooner() {
    let small = Small::new();
    let cost = ProcessEdit::CostOfDelay(Some(measured(Money(10_000), Some(Money(5_000)), None)));
    let document = small.after([small.process(cost)]);
    let case = of(&document);
    let lead = |role| {
        let expected = analysis::expected(&document, state(&document, role)).unwrap();
        expected.lead_time.minutes().unwrap()
    };
    let days = (lead(StateRole::Current) - lead(StateRole::Future)) / 480.0;
    assert!(days > 0.0 && close(case.faster_days.unwrap().usual, days), "{days}");
    let delay = case.delay_per_year.unwrap();
    assert!(close(delay.usual, days * 2.0 * 200.0 * 100.0), "{delay:?}");
    assert!(close(delay.low, delay.usual / 2.0) && close(delay.high, delay.usual));
}

#[test]
fn ranges_are_of_what_changes() {
    let small = Small::new();
    let time = |usual, best, worst| {
        StepEdit::ProcessTime(Some(measured(
            Minutes(usual),
            Some(Minutes(best)),
            Some(Minutes(worst)),
        )))
    };
    // A step that is the same in both takes as long in both, however long.
    let same = small.send.map(|step| Command::EditStep { step, edit: time(10, 5, 50) });
    let case = of(&small.after(same.clone()));
    assert_eq!(case.freed_per_item.unwrap().shown.range, None);
    let edit = time(30, 20, 60);
    let document = after(&small.after(same), [Command::EditStep { step: small.approve, edit }]);
    let item = of(&document).freed_per_item.unwrap();
    assert!(close(item.low, 0.0) && close(item.usual, 10.0) && close(item.high, 40.0), "{item:?}");
    let volume = Some(measured(2000, Some(1000), Some(3000)));
    let case = of(&after(&document, [small.process(ProcessEdit::Volume(volume))]));
    let day = case.freed_per_day.unwrap();
    assert!(close(day.high, 2.0) && close(day.low, 0.0), "{day:?}");
}

#[test]
fn a_result_is_as_well_known_as_the_worst_of_its_inputs() {
    let small = Small::new();
    let case = of(&small.document);
    assert_eq!(case.freed_per_day.unwrap().confidence, Confidence::Estimated);
    assert_eq!(case.freed_per_day.unwrap().shown.usual, 0.33);
    let volume = Estimate { confidence: Confidence::Guessed, ..measured(2000, None, None) };
    let guessed = of(&small.after([small.process(ProcessEdit::Volume(Some(volume)))]));
    assert_eq!(guessed.freed_per_day.unwrap().shown.usual, 0.3);
    assert_eq!(guessed.confidence, Some(Confidence::Guessed));
    // What makes no difference is not in doubt; what is left out may be anything.
    let untimed = |step| Command::EditStep { step, edit: StepEdit::ProcessTime(None) };
    let both = of(&small.after(small.send.map(untimed)));
    assert_eq!(both.freed_per_item.unwrap().confidence, Confidence::Estimated);
    let one = of(&small.after([untimed(small.send[1])]));
    let item = one.freed_per_item.unwrap();
    assert!(close(item.usual, 10.0) && item.confidence == Confidence::Guessed, "{item:?}");
    let steps = vec![small.send[0], small.send[1]];
    let steps: Vec<StepId> = steps.into_iter().filter(|it| *it == small.send[1]).collect();
    assert!(one.missing.contains(&CaseInput::ProcessTime { steps }));
}

#[test]
fn inputs_have_bounds() {
    let small = Small::new();
    let refused = |edit| plan(&small.document, &small.process(edit)).unwrap_err().code;
    let volume = Some(measured(2000, Some(3000), None));
    assert_eq!(refused(ProcessEdit::Volume(volume)), RefusalCode::RangeOutOfOrder);
    let cost = Some(measured(Money(Money::MAX.0 + 1), None, None));
    refused(ProcessEdit::CostOfDelay(cost));
    refused(ProcessEdit::DaysPerYear(Some(367)));
    refused(ProcessEdit::DaysPerYear(Some(0)));
    // A plain volume takes the range of the one before with it.
    let ranged = ProcessEdit::Volume(Some(measured(2000, Some(1000), Some(3000))));
    let plain = ProcessEdit::VolumePerThousandDays(Some(500));
    let document = small.after([small.process(ranged), small.process(plain)]);
    assert_eq!(document.processes().next().unwrap().volume(), Some(Estimate::of(500)));
    document.check().unwrap();
}
