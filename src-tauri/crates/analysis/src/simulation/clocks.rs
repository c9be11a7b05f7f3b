//! The clocks of service levels during a run: what starts them, where they stand still, what stops
//! them (domain.md 3.2).

use super::hours::{ALWAYS, Hours};
use super::net::{Net, Service, ServiceClock};

/// Which services have to be thought of where.
#[derive(Clone, Debug)]
pub(super) struct Clocks<'n> {
    net: &'n Net,
    /// By link: those whose clock its release or acceptance touches, or that stand still on it.
    by_link: Vec<Vec<usize>>,
    /// By station: those that may start, stop or stand still there.
    by_station: Vec<Vec<usize>>,
    /// By service: the stations of its stage.
    inside: Vec<Vec<bool>>,
}

/// A clock that runs for a case.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    service: usize,
    since: i64,
    /// Ticks it stood still, by pause.
    paused: Vec<i64>,
}

/// Where a case is handed over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passing {
    pub link: usize,
    /// Released by the sender.
    pub released: i64,
    /// Came to the receiver.
    pub reached: i64,
}

/// A clock that stopped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub service: usize,
    /// Ticks it ran.
    pub took: i64,
    /// More than its target.
    pub late: bool,
}

impl<'n> Clocks<'n> {
    pub(super) fn of(net: &'n Net) -> Clocks<'n> {
        let mut by_link = vec![Vec::new(); net.links.len()];
        let mut by_station = vec![Vec::new(); net.stations.len()];
        let mut inside = vec![Vec::new(); net.services.len()];
        for (number, service) in net.services.iter().enumerate() {
            match &service.clock {
                ServiceClock::Response(link) => put(&mut by_link, *link, number),
                ServiceClock::Completion { link, stage, .. } => {
                    put(&mut by_link, *link, number);
                    stage.iter().for_each(|it| put(&mut by_station, *it, number));
                    if let Some(inside) = inside.get_mut(number) {
                        *inside = (0..net.stations.len()).map(|it| stage.contains(&it)).collect();
                    }
                }
                ServiceClock::Span { from, to } => {
                    put(&mut by_station, *from, number);
                    put(&mut by_station, *to, number);
                }
            }
            for (links, stations, _) in &service.pauses {
                links.iter().for_each(|it| put(&mut by_link, *it, number));
                stations.iter().for_each(|it| put(&mut by_station, *it, number));
            }
        }
        Clocks { net, by_link, by_station, inside }
    }

    /// A case is released on a link and will reach the other end at an instant.
    pub(super) fn travels(&self, running: &mut Vec<Running>, passing: Passing) {
        for (number, service) in self.on(&self.by_link, passing.link) {
            if let ServiceClock::Completion { link, from_release: true, .. } = service.clock
                && link == passing.link
            {
                start(running, number, service, passing.released);
            }
            let pausing = |it: &(Vec<usize>, Vec<usize>, f64)| it.0.contains(&passing.link);
            self.pause(running, number, service, pausing, passing.released, passing.reached);
        }
    }

    /// Work on what was handed over begins.
    pub(super) fn accepts(
        &self,
        running: &mut Vec<Running>,
        passing: Passing,
        now: i64,
        mut outcome: impl FnMut(Outcome),
    ) {
        for (number, service) in self.on(&self.by_link, passing.link) {
            match service.clock {
                ServiceClock::Response(link) if link == passing.link => {
                    let hours = self.hours(service);
                    let way = hours.between(passing.released, passing.reached);
                    let paused = service.pauses.iter().filter(|it| it.0.contains(&link));
                    let cap: i64 = paused.map(|it| super::distribution::ticks(it.2)).sum();
                    let took = hours.between(passing.released, now) - way.min(cap);
                    outcome(stopped(number, service, took));
                }
                ServiceClock::Completion { link, from_release: false, .. }
                    if link == passing.link =>
                {
                    start(running, number, service, now);
                }
                _ => {}
            }
        }
    }

    /// A case leaves a station at which it was since `began`, on these links.
    pub(super) fn leaves(
        &self,
        running: &mut Vec<Running>,
        station: usize,
        (ways, back): (&[usize], bool),
        (began, now): (i64, i64),
        mut outcome: impl FnMut(Outcome),
    ) {
        for (number, service) in self.on(&self.by_station, station) {
            let pausing = |it: &(Vec<usize>, Vec<usize>, f64)| it.1.contains(&station);
            self.pause(running, number, service, pausing, began, now);
            let stays = |link: &usize| {
                let to = self.net.links.get(*link).map(|link| link.to);
                let inside = self.inside.get(number);
                to.zip(inside).and_then(|(to, inside)| inside.get(to).copied()).unwrap_or_default()
            };
            match &service.clock {
                ServiceClock::Completion { stage, .. }
                    if stage.contains(&station) && !ways.iter().any(stays) =>
                {
                    let stopped = self.stop(running, number, service, now);
                    stopped.filter(|_| !back).map(&mut outcome);
                }
                ServiceClock::Span { to, .. } if *to == station => {
                    self.stop(running, number, service, now).map(&mut outcome);
                }
                ServiceClock::Span { from, .. }
                    if *from == station && !running.iter().any(|it| it.service == number) =>
                {
                    start(running, number, service, now);
                }
                _ => {}
            }
        }
    }

    fn on<'s>(
        &'s self,
        lists: &'s [Vec<usize>],
        at: usize,
    ) -> impl Iterator<Item = (usize, &'n Service)> + 's {
        let list = lists.get(at).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|number| Some((*number, self.net.services.get(*number)?)))
    }

    fn hours(&self, service: &Service) -> &'n Hours {
        self.net.hours.get(service.hours).unwrap_or(&ALWAYS)
    }

    fn pause(
        &self,
        running: &mut [Running],
        number: usize,
        service: &Service,
        pausing: impl Fn(&(Vec<usize>, Vec<usize>, f64)) -> bool,
        from: i64,
        until: i64,
    ) {
        let Some(clock) = running.iter_mut().find(|it| it.service == number) else { return };
        for (pause, paused) in service.pauses.iter().zip(&mut clock.paused) {
            if pausing(pause) {
                *paused += self.hours(service).between(from.max(clock.since), until);
            }
        }
    }

    /// Stops a clock, if it runs.
    fn stop(
        &self,
        running: &mut Vec<Running>,
        number: usize,
        service: &Service,
        now: i64,
    ) -> Option<Outcome> {
        let at = running.iter().position(|it| it.service == number)?;
        let clock = running.swap_remove(at);
        let paused = service.pauses.iter().zip(&clock.paused);
        let paused: i64 =
            paused.map(|(pause, paused)| (*paused).min(super::distribution::ticks(pause.2))).sum();
        let took = self.hours(service).between(clock.since, now) - paused;
        Some(stopped(number, service, took))
    }
}

fn put(lists: &mut [Vec<usize>], at: usize, service: usize) {
    if let Some(list) = lists.get_mut(at)
        && !list.contains(&service)
    {
        list.push(service);
    }
}

/// A clock that runs already begins again: the case was handed over anew.
fn start(running: &mut Vec<Running>, number: usize, service: &Service, since: i64) {
    running.retain(|it| it.service != number);
    running.push(Running { service: number, since, paused: vec![0; service.pauses.len()] });
}

fn stopped(number: usize, service: &Service, took: i64) -> Outcome {
    let late = took > super::distribution::ticks(service.target);
    Outcome { service: number, took, late }
}
