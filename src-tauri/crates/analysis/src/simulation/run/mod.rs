//! One run: cases come, pass through the net and leave. An event loop; what happens at the same
//! instant happens in the order in which it was settled.

mod ways;
mod work;

use crate::per::Per;
use crate::simulation::chance::{Chance, Purpose};
use crate::simulation::clocks::{Clocks, Outcome, Passing, Running};
use crate::simulation::distribution::ticks;
use crate::simulation::hours::{ALWAYS, Hours};
use crate::simulation::net::{Net, Station};
use crate::simulation::pool::Pool;
use crate::simulation::reach::Reach;
use crate::simulation::tally::{BUCKETS, Tally};
use crate::simulation::team::Crew;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

/// How long to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Where all chance comes from.
    pub seed: u64,
    /// Cases that come.
    pub cases: u32,
    /// Of those, the first that are not counted: they find everybody idle.
    pub warm_up: u32,
}

/// Somebody who looks on.
pub(super) trait Watch {
    /// Work on a case begins at a station, at this tick.
    fn begins(&mut self, _case: u32, _station: usize, _at: i64) {}
    /// A case is on a link between two ticks.
    fn travels(&mut self, _case: u32, _link: usize, _from: i64, _until: i64) {}
    /// A case is over.
    fn ends(&mut self, _case: u32, _at: i64) {}
}

/// Nobody.
#[derive(Clone, Copy, Debug, Default)]
struct NoWatch;

impl Watch for NoWatch {}

/// Cases do not come to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("items go round without end")]
pub struct Aborted;

/// No case passes so many stations on average; what does has no way out.
const MOST_EVENTS_PER_CASE: u64 = 100_000;

/// Plays one run of a net.
///
/// # Errors
/// Cases do not come to an end.
pub fn run(net: &Net, plan: Plan, number: u32) -> Result<Tally, Aborted> {
    watched(net, plan, number, &mut NoWatch)
}

/// The same, looked at.
///
/// # Errors
/// Cases do not come to an end.
pub(super) fn watched(
    net: &Net,
    plan: Plan,
    number: u32,
    watch: &mut impl Watch,
) -> Result<Tally, Aborted> {
    let mut run = Run::of(net, plan, number, watch);
    run.play()?;
    Ok(run.finish())
}

#[derive(Clone, Copy, Debug)]
enum Event {
    /// The next case comes.
    Arrival,
    /// A token comes to its station.
    Reached(u32),
    /// Its work is done.
    Worked(u32),
    /// Its span is over.
    Rested(u32),
    /// So many people of a team have done their other work.
    Free(u32, u32),
}

/// What will happen; of what happens at one instant, what was settled first is first.
#[derive(Clone, Copy, Debug)]
struct Due {
    at: i64,
    order: u64,
    event: Event,
}

impl Due {
    /// As one number, which is compared at once. No instant is before the first.
    fn key(&self) -> u128 {
        u128::from(self.at.unsigned_abs()) << 64 | u128::from(self.order)
    }
}

/// The soonest is the greatest: a heap gives the greatest away first.
impl Ord for Due {
    fn cmp(&self, other: &Due) -> Ordering {
        other.key().cmp(&self.key())
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Due) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Due {
    fn eq(&self, other: &Due) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Due {}

/// A case on its way.
#[derive(Clone, Debug, Default)]
struct Case {
    number: u32,
    since: i64,
    over: i64,
    tokens: Vec<u32>,
    held: u32,
    clocks: Vec<Running>,
    /// What came together with a token, by its number.
    joined: Vec<(u32, Passing)>,
}

/// Where a case is; it may be at several places at once.
#[derive(Clone, Copy, Debug, Default)]
struct Token {
    case: u32,
    station: usize,
    link: Option<usize>,
    /// Released on the link.
    released: i64,
    /// Came to the station.
    came: i64,
    /// Nothing but people is waited for.
    reached: i64,
    /// The how-manieth visit of the case.
    visit: u16,
    /// Waits for other branches.
    held: bool,
    work: i64,
    /// Work began.
    began: i64,
}

struct Run<'n, W> {
    net: &'n Net,
    plan: Plan,
    chance: Chance,
    watch: &'n mut W,
    reach: Reach,
    clocks: Clocks<'n>,
    now: i64,
    order: u64,
    due: BinaryHeap<Due>,
    /// What happens at once.
    ready: VecDeque<Event>,
    /// The ways on out of a station: the same room for all.
    ways: Vec<usize>,
    arrived: u32,
    cases: Pool<Case>,
    tokens: Pool<Token>,
    /// By case and station.
    visits: Per<u16>,
    crews: Per<Crew>,
    tally: Tally,
    bucket: i64,
    /// When the first case came that counts; teams are looked at from then on …
    counted_from: Option<i64>,
    /// … until the last came.
    opened: i64,
}

impl<'n, W: Watch> Run<'n, W> {
    fn of(net: &'n Net, plan: Plan, number: u32, watch: &'n mut W) -> Self {
        let mut crews = Per::all(net.teams.len(), Crew::default());
        for (team, it) in net.teams.iter().enumerate() {
            crews[team] = Crew::with(it.people.unwrap_or_default());
        }
        // Roughly how long it will last: what is shown over time is cut by it.
        let between = ticks(net.arrivals.between.mean());
        let working = net.hours.get(net.arrivals.hours).map_or(1.0, Hours::share);
        let counted = plan.cases.saturating_sub(plan.warm_up);
        let length = between as f64 * f64::from(counted) / working;
        Run {
            net,
            plan,
            chance: Chance::new(plan.seed, number),
            watch,
            reach: Reach::of(net),
            clocks: Clocks::of(net),
            now: 0,
            order: 0,
            due: BinaryHeap::new(),
            ready: VecDeque::new(),
            ways: Vec::new(),
            arrived: 0,
            cases: Pool::default(),
            tokens: Pool::default(),
            visits: Per::all(0, 0),
            crews,
            tally: Tally::of(net),
            bucket: ((length / BUCKETS as f64) as i64).max(1),
            counted_from: None,
            opened: 0,
        }
    }

    fn play(&mut self) -> Result<(), Aborted> {
        self.expect_next();
        let mut left = MOST_EVENTS_PER_CASE * u64::from(self.plan.cases.max(1));
        while let Some(Due { at, event, .. }) = self.due.pop() {
            self.now = at;
            self.happens(event);
            while let Some(event) = self.ready.pop_front() {
                self.happens(event);
                left = left.checked_sub(1).ok_or(Aborted)?;
            }
            left = left.checked_sub(1).ok_or(Aborted)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Tally {
        let until = self.opened;
        let from = self.counted_from.unwrap_or(until);
        self.tally.horizon = i128::from(until - from);
        for (number, team) in self.net.teams.iter().enumerate() {
            let open = self.hours(team.hours).between(from, until);
            if let Some(tally) = self.tally.teams.get_mut(number) {
                tally.open = i128::from(open) * i128::from(team.people.unwrap_or_default());
            }
        }
        self.tally
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Arrival => self.arrives(),
            Event::Reached(token) => self.reaches(token),
            Event::Worked(token) => self.worked(token),
            Event::Rested(token) => self.leaves(token),
            Event::Free(team, people) => self.free(team as usize, people),
        }
    }

    pub(super) fn at(&mut self, at: i64, event: Event) {
        if at <= self.now {
            self.ready.push_back(event);
        } else {
            self.order += 1;
            self.due.push(Due { at, order: self.order, event });
        }
    }

    pub(super) fn hours(&self, number: usize) -> &'n Hours {
        // An index into a list of this net; there is always one calendar.
        self.net.hours.get(number).or(self.net.hours.first()).unwrap_or(&ALWAYS)
    }

    pub(super) fn station(&self, number: usize) -> Option<&'n Station> {
        self.net.stations.get(number)
    }

    fn expect_next(&mut self) {
        if self.arrived < self.plan.cases {
            let case = self.arrived;
            let chance = self.chance;
            let arrivals = &self.net.arrivals;
            let after = arrivals.between.ticks(|| chance.draw(Purpose::Arrival, 0, case, 0));
            let at = self.hours(arrivals.hours).add(self.now, after);
            self.opened = at;
            self.at(at, Event::Arrival);
        }
    }

    fn arrives(&mut self) {
        let case = self.cases.take();
        let stations = self.net.stations.len();
        self.visits.grow(self.cases.len() * stations);
        self.visits.fill(case as usize * stations, stations, 0);
        if self.arrived == self.plan.warm_up {
            (0..self.net.teams.len()).for_each(|team| self.note(team));
            self.counted_from = Some(self.now);
        }
        let it = self.cases.get_mut(case);
        it.number = self.arrived;
        it.since = self.now;
        it.over = self.now;
        self.arrived += 1;
        self.expect_next();
        let token = self.put(case, self.net.start, None, self.now);
        self.reaches(token);
    }
}

fn note_service(tally: &mut Tally, outcome: Outcome, counts: bool) {
    if !counts {
        return;
    }
    if let Some(cell) = tally.services.get_mut(outcome.service) {
        if outcome.late { cell.1 += 1 } else { cell.0 += 1 }
    }
    tally.spans.get_mut(outcome.service).into_iter().for_each(|it| it.note(outcome.took));
}
