//! Runs put together, and how well what they say is known.

use super::estimate::interval;
use super::hours::Hours;
use super::net::ServiceClock;
use super::play::Simulation;
use super::shown::*;
use super::tally::{LeadTimes, Tally, minutes};
use model::TeamId;

/// After so few runs a range says little.
const FEWEST: usize = 20;

/// After so many no more are made, however wide the range is.
const MOST: usize = 400;

/// Half the range of the mean, over the mean, that is good enough.
const GOOD_ENOUGH: f64 = 0.01;

/// Runs of one simulation.
#[derive(Clone, Debug)]
pub struct Played {
    all: Tally,
    /// Of each run.
    means: Vec<f64>,
    /// By service, of each run: late ones in percent; absent where its clock never stopped.
    late: Vec<Vec<Option<f64>>>,
    /// The same of the promise that counts most.
    promise: Vec<Option<f64>>,
    /// Services from end to end.
    spans: Vec<bool>,
    teams: Vec<OfTeam>,
}

/// Figures of a team, of each run.
#[derive(Clone, Debug, Default)]
struct OfTeam {
    load: Vec<f64>,
    wait: Vec<f64>,
    queue: Vec<f64>,
}

impl Played {
    /// Nothing yet.
    pub fn of(simulation: &Simulation) -> Played {
        let net = &simulation.net;
        Played {
            all: Tally::of(net),
            means: Vec::new(),
            late: vec![Vec::new(); net.services.len()],
            promise: Vec::new(),
            spans: (net.services.iter())
                .map(|it| matches!(it.clock, ServiceClock::Span { .. }))
                .collect(),
            teams: vec![OfTeam::default(); net.teams.len()],
        }
    }

    /// One run more. Runs are added in their order.
    pub fn add(&mut self, run: &Tally) {
        self.all.add(run);
        self.means.push(run.mean());
        let share = |met: u64, late: u64| {
            (met + late > 0).then(|| percent(late as f64, (met + late) as f64))
        };
        for (all, (met, late)) in self.late.iter_mut().zip(&run.services) {
            all.push(share(*met, *late));
        }
        let span = self.spans.iter().position(|it| *it);
        let counted = |at: usize| span.is_none_or(|span| span == at);
        let all = run.services.iter().enumerate().filter(|(at, _)| counted(*at));
        let (met, late) = all.fold((0, 0), |sum, (_, it)| (sum.0 + it.0, sum.1 + it.1));
        self.promise.push(share(met, late));
        for (all, team) in self.teams.iter_mut().zip(&run.teams) {
            all.load.push(percent(team.busy as f64, team.open as f64));
            all.wait.push(minutes(team.waited) / team.begun.max(1) as f64);
            all.queue.push(team.queue as f64 / run.horizon.max(1) as f64);
        }
    }

    /// How many runs.
    pub fn runs(&self) -> u32 {
        u32::try_from(self.means.len()).unwrap_or(u32::MAX)
    }

    /// The mean lead time of each run.
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// The late cases of each run, in percent: of the end-to-end promise, else over all promises;
    /// absent where no clock stopped.
    pub fn late(&self) -> &[Option<f64>] {
        &self.promise
    }

    /// Whether more runs are needed.
    pub fn done(&self) -> bool {
        let mean = interval(&self.means);
        let known = mean.plus_minus.is_some_and(|it| it <= GOOD_ENOUGH * mean.value);
        self.means.len() >= MOST || known && self.means.len() >= FEWEST
    }

    /// What they say.
    pub fn shown(&self, simulation: &Simulation) -> Simulated {
        Simulated {
            state: simulation.state,
            clock: simulation.clock,
            seed: simulation.settings.seed,
            runs: self.runs(),
            cases: self.all.cases,
            done: self.done(),
            lead_time: times(&self.all.lead_times, figure(&self.means), simulation),
            promises: self.promises(simulation),
            teams: self.team_loads(simulation),
            overloaded: self.overloaded(simulation),
            waits: self.waits(simulation),
            assumptions: simulation.assumptions.clone(),
        }
    }

    fn promises(&self, simulation: &Simulation) -> Vec<PromiseKept> {
        let all = simulation.promised.iter().zip(&simulation.net.services).zip(&self.late);
        all.enumerate()
            .map(|(number, ((promised, service), late))| {
                let (met, missed) = self.all.services.get(number).copied().unwrap_or_default();
                let span = self.spans.get(number).copied().unwrap_or_default();
                let spans = self.all.spans.get(number).filter(|_| span && met + missed > 0);
                let late: Vec<f64> = late.iter().flatten().copied().collect();
                PromiseKept {
                    sla: promised.sla,
                    handoff: promised.handoff,
                    target: promised.target,
                    minutes: service.target,
                    measured: met + missed,
                    late: (!late.is_empty()).then(|| Figure {
                        value: percent(missed as f64, (met + missed) as f64),
                        ..figure(&late)
                    }),
                    times: spans.map(|it| {
                        let mean = Figure { value: it.mean(), plus_minus: None };
                        times(it, mean, simulation)
                    }),
                }
            })
            .collect()
    }

    fn team_loads(&self, simulation: &Simulation) -> Vec<TeamLoad> {
        let ids = simulation.teams.iter().zip(&simulation.net.teams);
        let all = ids.zip(&self.all.teams).zip(&self.teams);
        all.filter_map(|(((id, team), tally), runs)| {
            let people = team.people?;
            let parts = tally.busy_over_time.len() as f64;
            let load = |busy: &i128| percent(*busy as f64 * parts, tally.open as f64);
            let queue = |ticks: &i128| *ticks as f64 * parts / self.all.horizon.max(1) as f64;
            Some(TeamLoad {
                team: *id,
                people,
                load: figure(&runs.load),
                wait: figure(&runs.wait),
                queue: figure(&runs.queue),
                load_over_time: tally.busy_over_time.iter().map(load).collect(),
                queue_over_time: tally.queue_over_time.iter().map(queue).collect(),
            })
        })
        .collect()
    }

    /// Teams that are asked for as much as they can do, or more.
    fn overloaded(&self, simulation: &Simulation) -> Vec<TeamId> {
        let net = &simulation.net;
        let share = |hours: usize| net.hours.get(hours).map_or(1.0, Hours::share);
        let between = net.arrivals.between.mean() / share(net.arrivals.hours);
        let mut asked = vec![0.0; net.teams.len()];
        for (station, visits) in net.stations.iter().zip(&self.all.visits) {
            let per_case = *visits as f64 / self.all.cases.max(1) as f64;
            if let (Some(asked), Some(team)) =
                (asked.get_mut(station.team), net.teams.get(station.team))
            {
                let people = team.people.map_or(station.people, |it| it.min(station.people));
                *asked += per_case * station.work.mean() * team.load * f64::from(people);
            }
        }
        let all = simulation.teams.iter().zip(&net.teams).zip(asked);
        all.filter(|((_, team), asked)| {
            let there = |people: u32| f64::from(people) * between * share(team.hours);
            team.people.is_some_and(|people| *asked >= there(people))
        })
        .map(|((id, _), _)| *id)
        .collect()
    }

    fn waits(&self, simulation: &Simulation) -> Vec<WaitShown> {
        let all = simulation.connectors.iter().zip(&self.all.waits);
        let cases = self.all.cases.max(1) as f64;
        all.filter(|(_, (passed, _))| *passed > 0)
            .map(|(connector, (passed, waited))| WaitShown {
                connector: *connector,
                per_case: *passed as f64 / cases,
                minutes: minutes(*waited) / *passed as f64,
            })
            .collect()
    }
}

fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 100.0 * part / whole } else { 0.0 }
}

fn times(all: &LeadTimes, mean: Figure, simulation: &Simulation) -> TimesShown {
    TimesShown {
        mean,
        p50: all.percentile(0.5),
        p85: all.percentile(0.85),
        p95: all.percentile(0.95),
        bars: bars(all, f64::from(simulation.clock.minutes_per_day)),
    }
}

/// At most so many bars.
const BARS: f64 = 32.0;

/// Bars of a round width up to what 995 of 1,000 do not exceed, and one for the rest.
fn bars(all: &LeadTimes, day: f64) -> Vec<Bar> {
    let reach = all.percentile(0.995);
    let small =
        [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0].into_iter().filter(|it| 4.0 * it <= day);
    let days = [0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 30.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    let mut widths = small.chain(days.iter().map(|it| it * day));
    let fits = widths.find(|it| reach / it <= BARS);
    let width = fits.unwrap_or_else(|| (reach / BARS / day).ceil() * day).max(1.0);
    let count = (reach / width).ceil().max(1.0) as u32;
    let mut before = 0;
    let mut bars: Vec<Bar> = (0..count)
        .map(|number| {
            let (from, until) = (f64::from(number) * width, f64::from(number + 1) * width);
            let within = all.within(until);
            let cases = within - before;
            before = within;
            Bar { from, until: Some(until), cases }
        })
        .collect();
    let rest = all.count().saturating_sub(before);
    if rest > 0 {
        bars.push(Bar { from: f64::from(count) * width, until: None, cases: rest });
    }
    bars
}
