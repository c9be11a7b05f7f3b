//! Random maps made of blocks: one after the other, one of two, all at once, and again until it is
//! right. What is drawn this way has an expected lead time, whatever the dice say.

use model::*;
use proptest::prelude::*;

/// Teams of a map. Work of a map whose steps share nobody has a team for each step instead.
const TEAMS: usize = 4;

/// A part of a map.
#[derive(Clone, Debug)]
pub enum Block {
    /// One step: its team, its minutes, and those the span has beyond.
    Step(usize, i32, i32),
    /// One after the other, with a wait between.
    Row(Vec<Block>, i32),
    /// One of two; the first in so many percent, never in half.
    OneOf(Box<[Block; 2]>, u16),
    /// All at once.
    All(Vec<Block>),
    /// Checked afterwards, and done again in so many percent.
    Again(Box<Block>, u16, i32),
}

/// A step of any team.
fn step() -> impl Strategy<Value = Block> {
    (0..TEAMS, 1..120_i32, 0..300_i32).prop_map(|(team, work, rest)| Block::Step(team, work, rest))
}

/// Maps with everything in them.
pub fn any_map() -> impl Strategy<Value = Block> {
    let parts = |inner: BoxedStrategy<Block>| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            3 => (several.clone(), 0..500_i32).prop_map(|(of, wait)| Block::Row(of, wait)),
            1 => one_of(inner.clone()),
            1 => several.prop_map(Block::All),
            2 => (inner, 1..60_u16, 0..300_i32)
                .prop_map(|(of, share, wait)| Block::Again(Box::new(of), share, wait)),
        ]
    };
    step().prop_recursive(4, 24, 3, move |inner| parts(inner.boxed()))
}

/// Maps in which nothing comes back and nothing happens at once.
pub fn onward() -> impl Strategy<Value = Block> {
    let parts = |inner: BoxedStrategy<Block>| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            2 => (several, 0..500_i32).prop_map(|(of, wait)| Block::Row(of, wait)),
            1 => one_of(inner),
        ]
    };
    let inside = step().prop_recursive(3, 8, 3, move |inner| parts(inner.boxed()));
    (step(), inside, 0..500_i32).prop_map(|(first, then, wait)| Block::Row(vec![first, then], wait))
}

/// Steps one after the other.
pub fn row() -> impl Strategy<Value = Block> {
    let steps = prop::collection::vec(step(), 2..9);
    (steps, 0..500_i32).prop_map(|(of, wait)| Block::Row(of, wait))
}

fn one_of(inner: BoxedStrategy<Block>) -> impl Strategy<Value = Block> {
    (inner.clone(), inner, 1..50_u16, any::<bool>()).prop_map(|(one, other, share, first)| {
        let share = if first { share } else { 100 - share };
        Block::OneOf(Box::new([one, other]), share)
    })
}

impl Block {
    /// How many blocks are done again.
    pub fn loops(&self) -> usize {
        match self {
            Block::Step(..) => 0,
            Block::Row(of, _) | Block::All(of) => of.iter().map(Block::loops).sum(),
            Block::OneOf(of, _) => of.iter().map(Block::loops).sum(),
            Block::Again(of, ..) => 1 + of.loops(),
        }
    }
}

/// How a map is drawn.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// The number of the n-th record made.
    pub numbering: fn(u64) -> u64,
    /// Whether each step has a team of its own, and how many people.
    pub own_team: Option<u16>,
    /// How many times as long everything takes.
    pub times: i32,
    /// Cases in a thousand days, where they are known.
    pub volume: Option<u32>,
}

impl Default for Drawing {
    fn default() -> Drawing {
        Drawing { numbering: |n| n, own_team: None, times: 1, volume: None }
    }
}

/// A map drawn, and what its records are called whatever their numbers are.
pub struct Map {
    pub document: Document,
    pub state: StateId,
    /// The n-th record made, by its number.
    pub names: std::collections::BTreeMap<RecordId, u64>,
    /// What leads back, in the order in which it was drawn.
    pub reworks: Vec<ConnectorId>,
    pub teams: Vec<TeamId>,
}

/// Draws a map, from a start to an end.
pub fn drawn(block: &Block, drawing: Drawing) -> Map {
    let mut pen = Pen::new(drawing);
    let start = pen.step(0, StepKind::Start, 0, 0);
    let (first, last) = pen.block(block);
    let end = pen.step(0, StepKind::End, 0, 0);
    pen.connect(start, first, ConnectorKind::Seq, None, 0);
    pen.connect(last, end, ConnectorKind::Seq, None, 0);
    Map {
        document: Document::from_records(pen.records).unwrap(),
        state: pen.state,
        names: pen.names,
        reworks: pen.reworks,
        teams: pen.lanes.iter().map(|(team, _)| *team).collect(),
    }
}

struct Pen {
    drawing: Drawing,
    made: u64,
    names: std::collections::BTreeMap<RecordId, u64>,
    records: Vec<Record>,
    state: StateId,
    lanes: Vec<(TeamId, LaneId)>,
    steps: Vec<(StepId, LaneId)>,
    reworks: Vec<ConnectorId>,
    handoffs: u32,
}

impl Pen {
    fn new(drawing: Drawing) -> Pen {
        let mut pen = Pen {
            drawing,
            made: 0,
            names: std::collections::BTreeMap::new(),
            records: Vec::new(),
            state: StateId::default(),
            lanes: Vec::new(),
            steps: Vec::new(),
            reworks: Vec::new(),
            handoffs: 0,
        };
        let engagement = Engagement { id: pen.id(), ..Engagement::default() };
        let process = Process {
            id: pen.id(),
            volume_per_thousand_days: drawing.volume,
            ..Process::default()
        };
        let state = State { id: pen.id(), process: process.id, ..State::default() };
        pen.state = state.id;
        pen.records.extend([engagement.into(), process.into(), state.into()]);
        if drawing.own_team.is_none() {
            (0..TEAMS).for_each(|_| pen.lane(None));
        }
        pen
    }

    fn id<T: From<RecordId>>(&mut self) -> T {
        self.made += 1;
        let id = RecordId((self.drawing.numbering)(self.made));
        self.names.insert(id, self.made);
        id.into()
    }

    fn lane(&mut self, headcount: Option<u16>) {
        let order = u16::try_from(self.lanes.len()).unwrap();
        let name = format!("Team {order}");
        let team = Team { id: self.id(), name, headcount, ..Team::default() };
        let lane =
            Lane { id: self.id(), state: self.state, team: team.id, order, ..Lane::default() };
        self.lanes.push((team.id, lane.id));
        self.records.extend([team.into(), lane.into()]);
    }

    fn step(&mut self, team: usize, shape: StepKind, work: i32, rest: i32) -> StepId {
        let lane = match self.drawing.own_team {
            Some(people) => {
                self.lane(Some(people));
                self.lanes.last().unwrap().1
            }
            None => self.lanes[team].1,
        };
        let times = self.drawing.times;
        let minutes = |it| (shape == StepKind::Step).then(|| Estimate::of(Minutes(it * times)));
        let step = Step {
            id: self.id(),
            state: self.state,
            lane,
            shape,
            process_time: minutes(work),
            span: minutes(work + rest),
            ..Step::default()
        };
        self.steps.push((step.id, lane));
        self.records.push(step.clone().into());
        step.id
    }

    fn connect(
        &mut self,
        from: StepId,
        to: StepId,
        flow: ConnectorKind,
        percent: Option<u16>,
        wait: i32,
    ) -> ConnectorId {
        let connector = Connector {
            id: self.id(),
            state: self.state,
            from,
            to,
            flow,
            probability: percent.map(Share::percent),
            wait: Some(Estimate::of(Minutes(wait * self.drawing.times))),
            ..Connector::default()
        };
        let lane = |step| self.steps.iter().find(|it| it.0 == step).map(|it| it.1);
        let crosses = lane(from) != lane(to);
        let id = connector.id;
        self.records.push(connector.into());
        if crosses {
            self.handoffs += 1;
            let number = self.handoffs;
            let handoff = Handoff { id: self.id(), connector: id, number, ..Handoff::default() };
            self.records.push(handoff.into());
        }
        id
    }

    /// Draws a block: its first and its last step.
    fn block(&mut self, block: &Block) -> (StepId, StepId) {
        match block {
            Block::Step(team, work, rest) => {
                let step = self.step(*team, StepKind::Step, *work, *rest);
                (step, step)
            }
            Block::Row(of, wait) => {
                let parts: Vec<_> = of.iter().map(|it| self.block(it)).collect();
                for pair in parts.windows(2) {
                    self.connect(pair[0].1, pair[1].0, ConnectorKind::Seq, None, *wait);
                }
                (parts[0].0, parts.last().unwrap().1)
            }
            Block::OneOf(of, share) => {
                let shares = [Some(*share), Some(100 - share)];
                self.parted(StepKind::Decision, of.as_ref(), ConnectorKind::Xor, &shares)
            }
            Block::All(of) => self.parted(StepKind::Step, of, ConnectorKind::And, &[]),
            Block::Again(of, share, wait) => {
                let (first, last) = self.block(of);
                let check = self.step(1, StepKind::Step, 5, 0);
                self.connect(last, check, ConnectorKind::Seq, None, 0);
                let back = self.connect(check, first, ConnectorKind::Rework, Some(*share), *wait);
                self.reworks.push(back);
                (first, check)
            }
        }
    }

    /// Ways that part and meet again.
    fn parted(
        &mut self,
        shape: StepKind,
        of: &[Block],
        flow: ConnectorKind,
        shares: &[Option<u16>],
    ) -> (StepId, StepId) {
        let part = self.step(2, shape, 0, 0);
        let ways: Vec<_> = of.iter().map(|it| self.block(it)).collect();
        let meet = self.step(3, StepKind::Step, 1, 0);
        for (number, (first, last)) in ways.into_iter().enumerate() {
            let share = shares.get(number).copied().flatten();
            self.connect(part, first, flow, share, 10);
            self.connect(last, meet, ConnectorKind::Seq, None, 0);
        }
        (part, meet)
    }
}
