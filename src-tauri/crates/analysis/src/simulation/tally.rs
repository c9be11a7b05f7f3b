//! What is counted. All of it is whole numbers, so that tallies can be added in any order and give
//! the same.

use super::net::{Net, ServiceClock, TICKS_PER_MINUTE};
use hdrhistogram::Histogram;

/// Into how many stretches a run is cut for what is shown over time.
pub const BUCKETS: usize = 48;

const TICKS_PER_SECOND: i64 = TICKS_PER_MINUTE / 60;

/// What a run counted, or several.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Cases that are over and were counted.
    pub cases: u64,
    /// Their lead times on the clock.
    pub lead_times: LeadTimes,
    /// Sum of their lead times, in ticks.
    pub lead_time: i128,
    /// Their visits to each station.
    pub visits: Vec<u64>,
    /// How often each link was passed, and how long was waited from release to the beginning of
    /// work, in ticks of the clock.
    pub waits: Vec<(u64, i128)>,
    /// By team.
    pub teams: Vec<TeamTally>,
    /// By service: in time, and late.
    pub services: Vec<(u64, u64)>,
    /// By service: how long its clock ran, where it goes over more than one handoff.
    pub spans: Vec<LeadTimes>,
    /// How long the runs took, in ticks: until the last case came.
    pub horizon: i128,
}

/// What a team did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamTally {
    /// Ticks of people held, other work included.
    pub busy: i128,
    /// Ticks of people there were.
    pub open: i128,
    /// Ticks in which cases waited for people.
    pub queue: i128,
    /// How often work began.
    pub begun: u64,
    /// Ticks of its working time that cases waited for its people.
    pub waited: i128,
    /// Busy ticks in each part of a run.
    pub busy_over_time: Vec<i128>,
    /// Waiting ticks in each part of a run.
    pub queue_over_time: Vec<i128>,
}

impl Tally {
    /// Nothing yet.
    pub fn of(net: &Net) -> Tally {
        let team = TeamTally {
            busy: 0,
            open: 0,
            queue: 0,
            begun: 0,
            waited: 0,
            busy_over_time: vec![0; BUCKETS],
            queue_over_time: vec![0; BUCKETS],
        };
        Tally {
            cases: 0,
            lead_times: LeadTimes::new(),
            lead_time: 0,
            visits: vec![0; net.stations.len()],
            waits: vec![(0, 0); net.links.len()],
            teams: vec![team; net.teams.len()],
            services: vec![(0, 0); net.services.len()],
            spans: (net.services.iter())
                .map(|it| match it.clock {
                    ServiceClock::Span { .. } => LeadTimes::new(),
                    ServiceClock::Response(_) | ServiceClock::Completion { .. } => {
                        LeadTimes::default()
                    }
                })
                .collect(),
            horizon: 0,
        }
    }

    /// Adds what another counted on the same net.
    pub fn add(&mut self, other: &Tally) {
        self.cases += other.cases;
        self.lead_times.add(&other.lead_times);
        self.lead_time += other.lead_time;
        self.horizon += other.horizon;
        add(&mut self.visits, &other.visits, |a, b| *a += b);
        add(&mut self.waits, &other.waits, |a, b| (a.0, a.1) = (a.0 + b.0, a.1 + b.1));
        add(&mut self.services, &other.services, |a, b| (a.0, a.1) = (a.0 + b.0, a.1 + b.1));
        add(&mut self.spans, &other.spans, LeadTimes::add);
        add(&mut self.teams, &other.teams, |a, b| {
            a.busy += b.busy;
            a.open += b.open;
            a.queue += b.queue;
            a.begun += b.begun;
            a.waited += b.waited;
            add(&mut a.busy_over_time, &b.busy_over_time, |a, b| *a += b);
            add(&mut a.queue_over_time, &b.queue_over_time, |a, b| *a += b);
        });
    }

    /// The mean lead time, in minutes of the clock.
    pub fn mean(&self) -> f64 {
        minutes(self.lead_time) / self.cases.max(1) as f64
    }
}

/// How often a lead time occurred, in seconds to three digits: one of 12 days is known to some
/// minutes. It takes the same room for ten thousand cases and for a million.
#[derive(Clone, Debug, Default)]
pub struct LeadTimes(Option<Histogram<u64>>);

impl LeadTimes {
    fn new() -> LeadTimes {
        LeadTimes(Histogram::new(3).ok())
    }

    fn add(&mut self, other: &LeadTimes) {
        if let (Some(all), Some(more)) = (&mut self.0, &other.0) {
            // It grows as it must, and both have the same precision.
            let _ = all.add(more);
        }
    }

    pub(super) fn note(&mut self, ticks: i64) {
        if let Some(all) = &mut self.0 {
            let _ = all.record(u64::try_from(ticks / TICKS_PER_SECOND).unwrap_or_default());
        }
    }

    /// The lead time that so large a share of the cases does not exceed (nearest rank), in minutes.
    pub fn percentile(&self, share: f64) -> f64 {
        self.0.as_ref().map_or(0.0, |all| all.value_at_quantile(share) as f64 / 60.0)
    }

    /// How many cases took at most so many minutes.
    pub fn within(&self, minutes: f64) -> u64 {
        let seconds = (minutes * 60.0).round().max(0.0) as u64;
        self.0
            .as_ref()
            .map_or(0, |all| if all.is_empty() { 0 } else { all.count_between(0, seconds) })
    }

    /// How many cases.
    pub fn count(&self) -> u64 {
        self.0.as_ref().map_or(0, Histogram::len)
    }

    /// Their mean, in minutes.
    pub fn mean(&self) -> f64 {
        self.0.as_ref().map_or(0.0, |all| all.mean() / 60.0)
    }
}

/// Ticks as minutes.
pub(super) fn minutes(ticks: i128) -> f64 {
    ticks as f64 / TICKS_PER_MINUTE as f64
}

fn add<T>(to: &mut [T], from: &[T], with: impl Fn(&mut T, &T)) {
    to.iter_mut().zip(from).for_each(|(to, from)| with(to, from));
}
