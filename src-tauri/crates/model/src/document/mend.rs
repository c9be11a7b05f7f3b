//! A document of records of which some are missing or broken: what was read from a damaged file.
//! What refers to something missing lets go of it, or is left out where it cannot be without it.

use super::Document;
use super::check::Invalid;
use crate::id::*;
use crate::record::*;
use crate::value::StepKind;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// More rules than this are not mended one by one.
const MOST_ROUNDS: usize = 1_000;

/// A document made of what there was.
#[derive(Clone, Debug)]
pub struct Mended {
    /// It keeps every rule.
    pub document: Document,
    /// What was there and is not in it, with its kind.
    pub left_out: BTreeMap<RecordId, Kind>,
    /// What others referred to and was not there, as the kind they took it for.
    pub missing: BTreeMap<RecordId, Kind>,
    /// How many records were made so that the rules hold: the engagement, handoffs of crossings.
    pub made: usize,
}

impl Document {
    /// Makes a document of these records, whatever is wrong with them; of two with one id the first
    /// counts. `title` is for the engagement where that is missing. None where no state is left.
    pub fn mended(records: Vec<Record>, title: &str) -> Option<Mended> {
        let mut mending = Mending::of(records);
        mending.drop_out_of_bounds();
        mending.release_missing();
        mending.one_engagement(title);
        mending.drop_misfits();
        mending.number_lanes();
        mending.match_handoffs();
        mending.settle()
    }
}

#[derive(Default)]
struct Mending {
    there: BTreeMap<RecordId, Record>,
    left_out: BTreeMap<RecordId, Kind>,
    missing: BTreeMap<RecordId, Kind>,
    made: usize,
    next_id: u64,
}

impl Mending {
    fn of(records: Vec<Record>) -> Mending {
        let mut mending = Mending::default();
        for record in records {
            mending.next_id = mending.next_id.max(record.id().0.saturating_add(1));
            mending.there.entry(record.id()).or_insert(record);
        }
        mending
    }

    /// Leaves these out, and what cannot be without them.
    fn leave_out(&mut self, ids: impl IntoIterator<Item = RecordId>) {
        let mut gone = VecDeque::new();
        for id in ids {
            if let Some(record) = self.there.remove(&id) {
                self.left_out.insert(id, record.kind());
                gone.push_back(id);
            }
        }
        self.release(gone);
    }

    /// Lets go of what is gone, and of what goes with it.
    fn release(&mut self, mut gone: VecDeque<RecordId>) {
        let mut referrers: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for record in self.there.values() {
            record.references(&mut |_, to| referrers.entry(to).or_default().push(record.id()));
        }
        while let Some(id) = gone.pop_front() {
            for from in referrers.remove(&id).unwrap_or_default() {
                let Some(record) = self.there.get_mut(&from) else { continue };
                if record.release(id) == Release::Loosened {
                    continue;
                }
                self.left_out.insert(from, record.kind());
                self.there.remove(&from);
                gone.push_back(from);
            }
        }
    }

    fn drop_out_of_bounds(&mut self) {
        let out = self.there.values().filter(|it| it.out_of_bounds().is_some());
        let out: Vec<RecordId> = out.map(Record::id).collect();
        self.leave_out(out);
    }

    fn release_missing(&mut self) {
        let (mut missing, mut mistaken) = (BTreeMap::new(), BTreeSet::new());
        for record in self.there.values() {
            record.references(&mut |kind, to| match self.there.get(&to) {
                None => drop(missing.insert(to, kind)),
                Some(other) if other.kind() != kind => drop(mistaken.insert(record.id())),
                Some(_) => {}
            });
        }
        let gone = missing.keys().copied().collect();
        self.missing = missing;
        self.release(gone);
        self.leave_out(mistaken);
    }

    fn fresh(&mut self) -> RecordId {
        let id = RecordId(self.next_id.max(1));
        self.next_id = id.0.saturating_add(1);
        self.made += 1;
        id
    }

    fn one_engagement(&mut self, title: &str) {
        let of = |it: &&Record| it.kind() == Kind::Engagement;
        let all: Vec<RecordId> = self.there.values().filter(of).map(Record::id).collect();
        self.leave_out(all.iter().copied().skip(1));
        if all.is_empty() {
            let id = self.fresh();
            let title = title.chars().take(200).collect();
            let made = Engagement { id: id.into(), title, ..Engagement::default() };
            self.there.insert(id, made.into());
        }
    }

    /// What stands in two states at once, or leads where nothing may.
    fn drop_misfits(&mut self) {
        let mut teams = BTreeSet::new();
        let lanes: BTreeMap<RecordId, StateId> =
            self.lanes().map(|it| (it.id.into(), it.state)).collect();
        let twice =
            self.lanes().filter(|it| !teams.insert((it.state, it.team))).map(|it| it.id.into());
        let twice: Vec<RecordId> = twice.collect();
        let astray = self.there.values().filter_map(|it| match it {
            Record::Step(step) if lanes.get(&step.lane.into()) != Some(&step.state) => {
                Some(step.id.into())
            }
            _ => None,
        });
        let astray: Vec<RecordId> = astray.collect();
        self.leave_out(twice.into_iter().chain(astray));
        let wrong: Vec<RecordId> =
            self.connectors().filter(|it| !self.may_lead(it)).map(|it| it.id.into()).collect();
        self.leave_out(wrong);
    }

    fn may_lead(&self, it: &Connector) -> bool {
        let (Some(from), Some(to)) = (self.step(it.from), self.step(it.to)) else { return false };
        let one_state = from.state == it.state && to.state == it.state;
        one_state && from.id != to.id && to.shape != StepKind::Start && from.shape != StepKind::End
    }

    fn step(&self, id: StepId) -> Option<&Step> {
        match self.there.get(&id.into()) {
            Some(Record::Step(step)) => Some(step),
            _ => None,
        }
    }

    fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.there.values().filter_map(|it| match it {
            Record::Lane(lane) => Some(lane),
            _ => None,
        })
    }

    fn connectors(&self) -> impl Iterator<Item = &Connector> {
        self.there.values().filter_map(|it| match it {
            Record::Connector(connector) => Some(connector),
            _ => None,
        })
    }

    /// Lanes stand one below the other without a gap.
    fn number_lanes(&mut self) {
        let mut order: Vec<(StateId, u16, LaneId)> =
            self.lanes().map(|it| (it.state, it.order, it.id)).collect();
        order.sort();
        let (mut of, mut next) = (None, 0);
        for (state, _, id) in order {
            next = if of == Some(state) { next + 1 } else { 0 };
            of = Some(state);
            if let Some(Record::Lane(lane)) = self.there.get_mut(&id.into()) {
                lane.order = next;
            }
        }
    }

    /// Each crossing has one handoff, each handoff its number in its state.
    fn match_handoffs(&mut self) {
        let (mut known, mut twice) = (BTreeSet::new(), Vec::new());
        let mut highest = 0;
        for it in self.there.values() {
            let Record::Handoff(handoff) = it else { continue };
            highest = highest.max(handoff.number);
            if !known.insert(handoff.connector) {
                twice.push(RecordId::from(handoff.id));
            }
        }
        self.leave_out(twice);
        let crosses = |it: &&Connector| {
            let lane = |id| self.step(id).map(|step| step.lane);
            lane(it.from) != lane(it.to) && !known.contains(&it.id)
        };
        let bare: Vec<ConnectorId> = self.connectors().filter(crosses).map(|it| it.id).collect();
        for connector in bare {
            let id = self.fresh();
            highest = highest.saturating_add(1);
            let made = Handoff { id: id.into(), connector, number: highest, ..Handoff::default() };
            self.there.insert(id, made.into());
        }
        let states: BTreeMap<ConnectorId, StateId> =
            self.connectors().map(|it| (it.id, it.state)).collect();
        let mut numbers = BTreeSet::new();
        for it in self.there.values_mut() {
            let Record::Handoff(handoff) = it else { continue };
            if !numbers.insert((states.get(&handoff.connector).copied(), handoff.number)) {
                highest = highest.saturating_add(1);
                handoff.number = highest;
            }
        }
    }

    /// Whatever rule is still broken leaves out what breaks it.
    fn settle(mut self) -> Option<Mended> {
        for _ in 0..MOST_ROUNDS {
            let broken = match Document::from_records(self.there.values().cloned()) {
                Ok(document) => {
                    document.states().next()?;
                    let Mending { mut left_out, mut missing, made, .. } = self;
                    missing.retain(|id, _| document.kind(*id).is_none());
                    left_out.retain(|id, _| document.kind(*id).is_none());
                    return Some(Mended { document, left_out, missing, made });
                }
                Err(broken) => broken,
            };
            let id = match broken {
                Invalid::TwiceUsed(id)
                | Invalid::Dangling { from: id, .. }
                | Invalid::OutOfBounds { id, .. }
                | Invalid::MixedStates(id)
                | Invalid::Loop(id)
                | Invalid::WrongWay(id)
                | Invalid::LaneOrder(id)
                | Invalid::TwoLanes(id)
                | Invalid::HandoffMismatch(id) => id,
                Invalid::Engagements(_) | Invalid::HandoffNumber(_) => return None,
            };
            if !self.there.contains_key(&id) {
                return None;
            }
            self.leave_out([id]);
            self.number_lanes();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Blank, blank};

    fn two_teams() -> Vec<Record> {
        let words = |it: &str| it.to_owned();
        let document = blank(&Blank {
            title: words("Lead to order"),
            process: words("Process"),
            state: words("Current"),
            teams: vec![words("Sales"), words("Legal")],
            calendar: words("Week"),
        });
        let mut records = document.unwrap().records();
        let (state, lanes) = lanes_of(&records);
        let step = |id: u64, lane: LaneId| Step {
            id: StepId(id),
            state,
            lane,
            name: format!("Step {id}"),
            ..Step::default()
        };
        let connector = |id: u64, from: u64, to: u64| Connector {
            id: ConnectorId(id),
            state,
            from: StepId(from),
            to: StepId(to),
            ..Connector::default()
        };
        records.push(step(20, lanes[0]).into());
        records.push(step(21, lanes[1]).into());
        records.push(step(22, lanes[1]).into());
        records.push(connector(30, 20, 21).into());
        records.push(connector(31, 21, 22).into());
        records.push(
            Handoff {
                id: HandoffId(40),
                connector: ConnectorId(30),
                number: 1,
                ..Handoff::default()
            }
            .into(),
        );
        records
    }

    fn lanes_of(records: &[Record]) -> (StateId, Vec<LaneId>) {
        let lanes = records.iter().filter_map(|it| match it {
            Record::Lane(lane) => Some(lane.clone()),
            _ => None,
        });
        let lanes: Vec<Lane> = lanes.collect();
        (lanes[0].state, lanes.iter().map(|it| it.id).collect())
    }

    fn without(kind: Kind, number: usize) -> Mended {
        let mut records = two_teams();
        let at = (0..records.len()).filter(|at| records[*at].kind() == kind).nth(number).unwrap();
        records.remove(at);
        Document::mended(records, "Mended").unwrap()
    }

    #[test]
    fn what_is_whole_stays_as_it_is() {
        let whole = Document::from_records(two_teams()).unwrap();
        let mended = Document::mended(two_teams(), "").unwrap();
        assert_eq!(mended.document, whole);
        assert_eq!((mended.left_out.len(), mended.missing.len(), mended.made), (0, 0, 0));
    }

    #[test]
    fn what_cannot_be_without_the_missing_goes_with_it() {
        let mended = without(Kind::Step, 1);
        assert_eq!(mended.document.steps().count(), 2);
        assert_eq!(mended.missing, BTreeMap::from([(RecordId(21), Kind::Step)]));
        let gone = [(30, Kind::Connector), (31, Kind::Connector), (40, Kind::Handoff)];
        assert_eq!(mended.left_out, gone.map(|(id, kind)| (RecordId(id), kind)).into());
    }

    #[test]
    fn a_lost_team_takes_its_lane_and_the_others_close_up() {
        let mended = without(Kind::Team, 0);
        let orders: Vec<u16> = mended.document.lanes().map(|it| it.order).collect();
        assert_eq!(orders, [0]);
        assert_eq!(mended.document.steps().count(), 2);
        assert_eq!(mended.document.connectors().count(), 1);
    }

    #[test]
    fn a_lost_engagement_and_a_lost_handoff_are_made_anew() {
        let mended = without(Kind::Engagement, 0);
        assert_eq!(mended.document.the_engagement().unwrap().title, "Mended");
        assert_eq!(mended.made, 1);
        let mended = without(Kind::Handoff, 0);
        assert_eq!(mended.document.handoffs().next().unwrap().number, 1);
        assert_eq!((mended.made, mended.left_out.len()), (1, 0));
    }

    #[test]
    fn without_a_state_there_is_no_map() {
        let mut records = two_teams();
        records.retain(|it| it.kind() != Kind::State);
        assert!(Document::mended(records, "").is_none());
    }

    #[test]
    fn rules_that_nobody_could_break_by_hand_hold_afterwards() {
        let (state, lanes) = lanes_of(&two_teams());
        let mut records = two_teams();
        records.push(
            Connector {
                id: ConnectorId(50),
                state,
                from: StepId(20),
                to: StepId(20),
                ..Connector::default()
            }
            .into(),
        );
        records.push(
            Handoff {
                id: HandoffId(51),
                connector: ConnectorId(31),
                number: 1,
                ..Handoff::default()
            }
            .into(),
        );
        records.push(Engagement { id: EngagementId(52), ..Engagement::default() }.into());
        let Some(Record::Lane(lane)) =
            records.iter().find(|it| it.id() == lanes[0].into()).cloned()
        else {
            panic!()
        };
        records.push(Lane { id: LaneId(53), order: 9, ..lane }.into());
        records.push(Record::Team(Team {
            id: TeamId(54),
            name: "x".repeat(100_000),
            ..Team::default()
        }));
        let mended = Document::mended(records, "").unwrap();
        mended.document.check().unwrap();
        for id in [50, 52, 53, 54] {
            assert!(mended.left_out.contains_key(&RecordId(id)), "{id}: {:?}", mended.left_out);
        }
        let numbers: Vec<u32> = mended.document.handoffs().map(|it| it.number).collect();
        assert_eq!(numbers, [1, 2], "a number of its own for the second");
    }
}
