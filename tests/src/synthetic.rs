//! Maps of any size, made from a seed: what benches and stress tests work on. Ten teams, 1.3
//! connectors a step, of which one in twenty is rework; one step in ten decides.

use crate::dice::Dice;
use model::*;

const TEAMS: &[&str] = &[
    "Marketing",
    "Sales development",
    "Sales",
    "Solutions",
    "Legal",
    "Finance",
    "Onboarding",
    "Customer success",
    "Support",
    "Customer",
];

const VERBS: &[&str] = &[
    "Review",
    "Draft",
    "Approve",
    "Check",
    "Send",
    "Assign",
    "Prepare",
    "Update",
    "Confirm",
    "Schedule",
    "Validate",
    "Collect",
    "Reconcile",
    "Hand over",
    "Record",
    "Negotiate",
];

const ADJECTIVES: &[&str] =
    &["final", "signed", "missing", "revised", "open", "monthly", "customer", "internal"];

const NOUNS: &[&str] = &[
    "order form",
    "contract",
    "proposal",
    "invoice",
    "credit check",
    "kick-off agenda",
    "account",
    "discount request",
    "project plan",
    "data import",
    "training",
    "support ticket",
    "renewal",
    "risk list",
    "purchase order",
    "quote",
    "specification",
    "change request",
];

/// A document with one state of `steps` steps (at least two), laid out. The same seed gives the
/// same document.
pub fn synthetic(steps: usize, seed: u64) -> Document {
    let mut made = Made { dice: Dice::new(seed), next: 0, numbers: 0, records: Vec::new() };
    let state = made.frame();
    let lanes = made.teams(state);
    let made_steps = made.steps(state, &lanes, steps.max(2));
    made.connectors(state, &made_steps);
    let document = Document::from_records(made.records).unwrap_or_default();
    laid_out(document, state)
}

struct Made {
    dice: Dice,
    next: u64,
    numbers: u32,
    records: Vec<Record>,
}

impl Made {
    fn fresh<T: From<RecordId>>(&mut self) -> T {
        self.next += 1;
        RecordId(self.next).into()
    }

    fn frame(&mut self) -> StateId {
        let engagement =
            Engagement { id: self.fresh(), title: "Synthetic".to_owned(), ..Default::default() };
        let process = Process {
            id: self.fresh(),
            name: "Order to live customer".to_owned(),
            volume_per_thousand_days: Some(1000),
            ..Default::default()
        };
        let id = self.fresh();
        let state =
            State { id, process: process.id, name: "Current state".to_owned(), ..State::default() };
        self.records.extend([engagement.into(), process.into(), state.into()]);
        id
    }

    fn teams(&mut self, state: StateId) -> Vec<LaneId> {
        let mut lanes = Vec::new();
        for (order, name) in (0u8..).zip(TEAMS) {
            let team = Team {
                id: self.fresh(),
                name: (*name).to_owned(),
                external: *name == "Customer",
                headcount: Some(2 + u16::from(order)),
                productive_minutes_per_day: Some(360),
                colour: order,
                ..Team::default()
            };
            let lane = Lane {
                id: self.fresh(),
                state,
                team: team.id,
                order: u16::from(order),
                ..Lane::default()
            };
            lanes.push(lane.id);
            self.records.extend([team.into(), lane.into()]);
        }
        lanes
    }

    fn steps(&mut self, state: StateId, lanes: &[LaneId], count: usize) -> Vec<Step> {
        let mut made: Vec<Step> = Vec::with_capacity(count);
        let mut lane = lanes.first().copied().unwrap_or_default();
        for at in 0..count {
            // Work stays with a team for a few steps before it is handed over.
            if self.dice.chance(40) {
                lane = self.dice.pick(lanes).unwrap_or(lane);
            }
            let shape = match at {
                0 => StepKind::Start,
                at if at + 1 == count => StepKind::End,
                _ if self.dice.chance(10) => StepKind::Decision,
                _ => StepKind::Step,
            };
            let mut step = Step { id: self.fresh(), state, lane, shape, ..Step::default() };
            step.name = self.name(shape);
            step.code = format!("S{:04}", at + 1);
            if shape == StepKind::Step {
                self.measure(&mut step);
            }
            made.push(step);
        }
        self.records.extend(made.iter().cloned().map(Record::from));
        made
    }

    /// Two to five words.
    fn name(&mut self, shape: StepKind) -> String {
        let noun = self.dice.pick(NOUNS).unwrap_or_default();
        let adjective = self.dice.pick(ADJECTIVES).unwrap_or_default();
        match shape {
            StepKind::Start => format!("Incoming {noun}"),
            StepKind::End => format!("Closed {noun}"),
            StepKind::Decision => format!("Is {noun} {adjective}?"),
            StepKind::Step => {
                let verb = self.dice.pick(VERBS).unwrap_or_default();
                let between =
                    if self.dice.chance(50) { format!(" {adjective}") } else { "".into() };
                format!("{verb}{between} {noun}")
            }
        }
    }

    fn measure(&mut self, step: &mut Step) {
        let minutes = self.number(&[5, 10, 15, 20, 30, 45, 60, 90, 120]);
        step.process_time = Some(Estimate::of(Minutes(minutes)));
        let longer = self.number(&[1, 1, 1, 2, 4, 16]);
        step.span = Some(Estimate::of(Minutes(minutes * longer)));
        let percent = u16::try_from(60 + self.dice.below(41)).unwrap_or(100);
        step.complete_accurate = Some(Estimate::of(Share::percent(percent)));
        step.value = self.dice.pick(ValueClass::ALL);
        step.people = if self.dice.chance(10) { 2 } else { 1 };
    }

    fn number(&mut self, list: &[i32]) -> i32 {
        self.dice.pick(list).unwrap_or(1)
    }

    /// A chain through all steps, short cuts forward until there are 1.3 a step, and among them one
    /// in twenty that goes back.
    fn connectors(&mut self, state: StateId, steps: &[Step]) {
        let wanted = steps.len() * 13 / 10;
        let rework = wanted / 20;
        let mut pairs = std::collections::BTreeSet::new();
        let mut drawn: Vec<(usize, usize, bool)> = Vec::with_capacity(wanted);
        for at in 1..steps.len() {
            pairs.insert((at - 1, at));
            drawn.push((at - 1, at, false));
        }
        let inner = steps.len().saturating_sub(2);
        // A map of a few steps has no room for all of them.
        for tried in 0..wanted * 20 {
            if drawn.len() >= wanted || inner < 3 {
                break;
            }
            let from = 1 + self.dice.below(inner);
            let reach = 2 + self.dice.below(5);
            let back = tried < rework * 20 && drawn.len() < steps.len() - 1 + rework;
            let to = if back { from.saturating_sub(reach) } else { from + reach };
            if to >= 1 && to <= inner && pairs.insert((from, to)) {
                drawn.push((from, to, back));
            }
        }
        for (from, to, back) in &drawn {
            let ways = drawn.iter().filter(|(it, _, back)| it == from && !back).count();
            let (Some(giver), Some(taker)) = (steps.get(*from), steps.get(*to)) else { continue };
            self.connector(state, giver, taker, *back, ways);
        }
    }

    fn connector(&mut self, state: StateId, from: &Step, to: &Step, back: bool, ways: usize) {
        let decides = from.shape == StepKind::Decision;
        let flow = match (back, decides, ways) {
            (true, ..) => ConnectorKind::Rework,
            (_, true, _) => ConnectorKind::Xor,
            (_, _, 2..) => ConnectorKind::And,
            _ => ConnectorKind::Seq,
        };
        let even = u16::try_from(10_000 / ways.max(1)).unwrap_or(10_000);
        let probability = match flow {
            ConnectorKind::Rework => Some(Share::percent(10)),
            ConnectorKind::Xor => Some(Share(even)),
            _ => None,
        };
        let wait = self.number(&[0, 15, 30, 60, 240, 480, 960, 2400]);
        let connector = Connector {
            id: self.fresh(),
            state,
            from: from.id,
            to: to.id,
            flow,
            probability,
            label: if decides && !back { "agreed".to_owned() } else { String::new() },
            wait: Some(Estimate::of(Minutes(wait))),
            cause: if wait > 0 { self.dice.pick(DelayCause::ALL) } else { None },
            ..Connector::default()
        };
        let id = connector.id;
        self.records.push(connector.into());
        if from.lane != to.lane {
            self.numbers += 1;
            let number = self.numbers;
            let handoff = Handoff { id: self.fresh(), connector: id, number, ..Handoff::default() };
            self.records.push(handoff.into());
        }
    }
}

fn laid_out(document: Document, state: StateId) -> Document {
    let moves = scene::layout::place(&document, state);
    match plan(&document, &Command::TidyUp { moves, stages: Vec::new() }) {
        Ok(planned) => planned.document,
        Err(_) => document,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(document: &Document) -> StateId {
        document.states().next().unwrap().id
    }

    #[test]
    fn a_map_is_as_large_as_asked_and_as_dense_as_promised() {
        for steps in [2, 3, 10, 100, 500, 2000] {
            let document = synthetic(steps, 7);
            assert_eq!(document.steps().count(), steps);
            assert_eq!(document.lanes_of(state(&document)).len(), 10);
            document.check().unwrap();
            if steps >= 100 {
                let connectors = document.connectors().count();
                assert_eq!(connectors, steps * 13 / 10);
                let back = document.connectors().filter(|it| it.flow == ConnectorKind::Rework);
                assert_eq!(back.count(), connectors / 20);
                let decisions =
                    document.steps().filter(|it| it.shape == StepKind::Decision).count();
                assert!((steps / 20..steps / 5).contains(&decisions), "{decisions}");
                assert!(document.handoffs().count() > steps / 5);
                assert!(document.steps().all(|it| (2..=7).contains(&it.name.split(' ').count())));
            }
        }
    }

    #[test]
    fn a_seed_gives_one_map_and_another_seed_another() {
        assert!(synthetic(60, 1) == synthetic(60, 1));
        assert!(synthetic(60, 1) != synthetic(60, 2));
    }

    #[test]
    fn no_two_steps_share_a_place() {
        let document = synthetic(500, 3);
        let places: std::collections::BTreeSet<_> =
            document.steps().map(|step| (step.lane, step.place)).collect();
        assert_eq!(places.len(), 500);
    }

    #[test]
    fn it_survives_the_notation() {
        let document = synthetic(300, 11);
        let text = notation::print(&document, state(&document));
        let read = notation::parse(&text).unwrap();
        assert_eq!(notation::print(&read, state(&read)), text);
    }
}
