//! One run: cases come, pass through the net and leave. An event loop; what happens at the same
//! instant happens in the order in which it was settled.

use super::chance::{Chance, Purpose};
use super::clocks::{Clocks, Outcome, Passing, Running};
use super::hours::{ALWAYS, Hours};
use super::net::{Link, LinkWay, Net, Station};
use super::pool::Pool;
use super::reach::Reach;
use super::tally::{BUCKETS, Tally};
use super::team::Crew;
use crate::per::Per;
use std::cmp::Reverse;
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    due: BinaryHeap<Reverse<(i64, u64, Event)>>,
    /// What happens at once.
    ready: VecDeque<Event>,
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
        let between = super::distribution::ticks(net.arrivals.between.mean());
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
        while let Some(Reverse((at, _, event))) = self.due.pop() {
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

    fn at(&mut self, at: i64, event: Event) {
        if at <= self.now {
            self.ready.push_back(event);
        } else {
            self.order += 1;
            self.due.push(Reverse((at, self.order, event)));
        }
    }

    fn hours(&self, number: usize) -> &'n Hours {
        // An index into a list of this net; there is always one calendar.
        self.net.hours.get(number).or(self.net.hours.first()).unwrap_or(&ALWAYS)
    }

    fn station(&self, number: usize) -> Option<&'n Station> {
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

    /// A token on its way to a station.
    fn put(&mut self, case: u32, station: usize, link: Option<usize>, released: i64) -> u32 {
        let token = self.tokens.take();
        *self.tokens.get_mut(token) = Token { case, station, link, released, ..Token::default() };
        self.cases.get_mut(case).tokens.push(token);
        token
    }

    fn reaches(&mut self, token: u32) {
        self.tokens.get_mut(token).came = self.now;
        let Token { case, station, .. } = *self.tokens.get(token);
        if self.reach.meets(station) && self.cases.get(case).tokens.len() > 1 {
            self.tokens.get_mut(token).held = true;
            self.cases.get_mut(case).held += 1;
            self.release(case);
        } else {
            self.begins(token);
        }
    }

    /// Lets go on what waited for branches that can no longer come.
    fn release(&mut self, case: u32) {
        if self.cases.get(case).held == 0 {
            return;
        }
        let places: Vec<(u32, usize, bool)> = {
            let place = |token: &u32| {
                let it = self.tokens.get(*token);
                (*token, it.station, it.held)
            };
            self.cases.get(case).tokens.iter().map(place).collect()
        };
        let moving = places.iter().any(|(_, _, held)| !held);
        for (token, station, held) in &places {
            let waits = |(_, from, is_held): &(u32, usize, bool)| {
                let elsewhere = !is_held || from != station;
                elsewhere && (from == station || self.reach.leads(*from, *station))
            };
            // Where all wait for each other, the first goes on.
            if *held && (!moving || !places.iter().any(waits)) {
                let together = places.iter().filter(|(_, at, held)| *held && at == station);
                for (other, _, _) in together {
                    self.cases.get_mut(case).held -= 1;
                    if other == token {
                        self.tokens.get_mut(*other).held = false;
                    } else {
                        let Token { link, released, came, .. } = *self.tokens.get(*other);
                        let passing = link.map(|link| Passing { link, released, reached: came });
                        let joined = &mut self.cases.get_mut(case).joined;
                        joined.extend(passing.map(|it| (*token, it)));
                        self.drop_token(*other);
                    }
                }
                self.begins(*token);
                return self.release(case);
            }
        }
    }

    fn drop_token(&mut self, token: u32) {
        let case = self.tokens.get(token).case;
        let tokens = &mut self.cases.get_mut(case).tokens;
        if let Some(at) = tokens.iter().position(|it| *it == token) {
            tokens.remove(at);
        }
        self.tokens.give_back(token);
    }

    /// The station can begin as soon as it has somebody.
    fn begins(&mut self, token: u32) {
        let Token { case, station, link, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let visits = &mut self.visits[case as usize * self.net.stations.len() + station];
        let visit = *visits;
        *visits = visits.saturating_add(1);
        let number = self.cases.get(case).number;
        let chance = self.chance;
        let token_of = self.tokens.get_mut(token);
        token_of.visit = visit;
        token_of.reached = self.now;
        token_of.work = it.work.ticks(|| chance.draw(Purpose::Work, it.key, number, visit));
        let needs_people = token_of.work > 0;
        let limited = self.net.teams.get(it.team).is_some_and(|team| team.people.is_some());
        if !limited || !needs_people {
            return self.works(token);
        }
        self.note(it.team);
        let low = link.and_then(|it| self.net.links.get(it)).is_some_and(|it| it.low_priority);
        self.crews[it.team].put(token, low);
        self.serve(it.team);
    }

    /// Gives work to those who are free.
    fn serve(&mut self, team: usize) {
        let people = self.net.teams.get(team).and_then(|it| it.people).unwrap_or_default();
        while let Some(token) = self.crews[team].next() {
            let station = self.station(self.tokens.get(token).station);
            let needed = station.map_or(1, |it| it.people).min(people);
            if needed > self.crews[team].free {
                return;
            }
            self.note(team);
            let crew = &mut self.crews[team];
            crew.free -= needed;
            crew.take();
            self.works(token);
        }
    }

    /// Counts those who waited for a team up to now; called before any comes or goes.
    fn note(&mut self, team: usize) {
        let Some(tally) = self.tally.teams.get_mut(team) else { return };
        let now = if self.arrived < self.plan.cases { self.now } else { self.now.min(self.opened) };
        let counted = self.counted_from.map(|from| (from, self.bucket));
        self.crews[team].note(now, counted, tally);
    }

    fn works(&mut self, token: u32) {
        let Token { case, station, link, released, came, reached, work, .. } =
            *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let number = self.cases.get(case).number;
        let counts = number >= self.plan.warm_up;
        if counts {
            self.tally.visits.get_mut(station).into_iter().for_each(|it| *it += 1);
        }
        if let Some(link) = link {
            self.accepts(case, Passing { link, released, reached: came });
        }
        while let Some(at) = self.cases.get(case).joined.iter().position(|it| it.0 == token) {
            let (_, passing) = self.cases.get_mut(case).joined.swap_remove(at);
            self.accepts(case, passing);
        }
        self.tokens.get_mut(token).began = self.now;
        self.watch.begins(number, station, self.now);
        let Some(team) = self.net.teams.get(it.team) else { return };
        let hours = self.hours(team.hours);
        let done = hours.add(self.now, work);
        if let (Some(people), true) = (team.people, work > 0)
            && let Some(tally) = self.tally.teams.get_mut(it.team)
        {
            let busy = (work as f64 * team.load).round() as i128;
            let busy = busy * i128::from(it.people.min(people));
            tally.begun += 1;
            tally.waited += i128::from(hours.between(reached, self.now));
            // Work begun before the last case came counts whole, as that begun before the first
            // counted one does not at all.
            if let Some(from) = self.counted_from
                && self.arrived < self.plan.cases
            {
                tally.busy += busy;
                let part = ((self.now - from) / self.bucket).min(BUCKETS as i64 - 1);
                tally.busy_over_time.get_mut(part as usize).into_iter().for_each(|it| *it += busy);
            }
        }
        self.at(done, Event::Worked(token));
    }

    /// Work on what was handed over begins.
    fn accepts(&mut self, case: u32, passing: Passing) {
        let Case { clocks, number, .. } = self.cases.get_mut(case);
        let counts = *number >= self.plan.warm_up;
        let outcome = |it| note_service(&mut self.tally, it, counts);
        self.clocks.accepts(clocks, passing, self.now, outcome);
        if counts {
            let waited = self.hours(self.net.clock).between(passing.released, self.now);
            if let Some(cell) = self.tally.waits.get_mut(passing.link) {
                cell.0 += 1;
                cell.1 += i128::from(waited);
            }
        }
    }

    fn worked(&mut self, token: u32) {
        let Token { case, station, visit, work, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let Some(team) = self.net.teams.get(it.team) else { return };
        let hours = self.hours(team.hours);
        let number = self.cases.get(case).number;
        let chance = self.chance;
        let rest = it.rest.ticks(|| chance.draw(Purpose::Rest, it.key, number, visit));
        let rested = hours.add(self.now, rest);
        if let (Some(people), true) = (team.people, work > 0) {
            let held = it.people.min(people);
            let other = (work as f64 * (team.load - 1.0)).round() as i64;
            if other > 0 {
                self.at(hours.add(self.now, other), Event::Free(it.team as u32, held));
            } else {
                self.free(it.team, held);
            }
        }
        if rest > 0 {
            self.at(rested, Event::Rested(token));
        } else {
            self.leaves(token);
        }
    }

    fn free(&mut self, team: usize, people: u32) {
        self.crews[team].free += people;
        self.serve(team);
    }

    fn leaves(&mut self, token: u32) {
        let Token { case, station, visit, began, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let number = self.cases.get(case).number;
        let counts = number >= self.plan.warm_up;
        let (ways, back) = self.ways_on(it, number, visit);
        let Case { clocks, over, .. } = self.cases.get_mut(case);
        if !it.dead_end {
            // What ends last, wherever it ends.
            *over = self.now;
        }
        let outcome = |it| note_service(&mut self.tally, it, counts);
        self.clocks.leaves(clocks, station, (&ways, back), (began, self.now), outcome);
        self.drop_token(token);
        for link in &ways {
            self.sends(case, *link);
        }
        if self.cases.get(case).tokens.is_empty() {
            self.ends(case);
        } else {
            self.release(case);
        }
    }

    /// The links a case takes out of a station, and whether they lead back.
    fn ways_on(&self, it: &Station, case: u32, visit: u16) -> (Vec<usize>, bool) {
        let chances = it.back.len() + it.one_of.len();
        let mut ways = Vec::new();
        if chances > usize::from(it.back.is_empty()) {
            let mut drawn = self.chance.share(Purpose::Route, it.key, case, visit);
            let mut back = 0.0;
            for (link, share) in &it.back {
                if drawn < *share {
                    return (vec![*link], true);
                }
                drawn -= share;
                back += share;
            }
            let mut drawn = drawn / (1.0 - back);
            for (number, (link, share)) in it.one_of.iter().enumerate() {
                // The last takes what rounding leaves.
                if drawn < *share || number + 1 == it.one_of.len() {
                    ways.push(*link);
                    break;
                }
                drawn -= share;
            }
        } else {
            ways.extend(it.one_of.iter().map(|(link, _)| *link));
        }
        ways.extend(&it.all);
        (ways, false)
    }

    fn sends(&mut self, case: u32, number: usize) {
        let Some(Link { key, to, way, hours, .. }) = self.net.links.get(number) else { return };
        let hours = self.hours(*hours);
        let case_number = self.cases.get(case).number;
        let token = self.put(case, *to, Some(number), self.now);
        let chance = self.chance;
        // The how-manieth time it is passed is the how-manieth visit that follows.
        let visit = self.visits[case as usize * self.net.stations.len() + to];
        let until = match way {
            LinkWay::Wait(wait) => {
                let draw = || chance.draw(Purpose::Wait, *key, case_number, visit);
                hours.add(self.now, wait.ticks(draw))
            }
            LinkWay::Batch(every) => {
                let every = super::distribution::ticks(*every).max(1);
                let worked = hours.worked(self.now);
                hours.add(self.now, every - worked.rem_euclid(every))
            }
        };
        let passing = Passing { link: number, released: self.now, reached: until };
        self.clocks.travels(&mut self.cases.get_mut(case).clocks, passing);
        self.watch.travels(case_number, number, self.now, until);
        self.at(until, Event::Reached(token));
    }

    fn ends(&mut self, case: u32) {
        let Case { number, since, over, .. } = *self.cases.get(case);
        if number >= self.plan.warm_up {
            let took = self.hours(self.net.clock).between(since, over);
            self.tally.cases += 1;
            self.tally.lead_time += i128::from(took);
            self.tally.lead_times.note(took);
        }
        self.watch.ends(number, over);
        let it = self.cases.get_mut(case);
        it.clocks.clear();
        it.joined.clear();
        self.cases.give_back(case);
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
