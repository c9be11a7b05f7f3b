//! A map as a net: what the Timeline and the Expected view take as given, played out.

use super::distribution::Distribution;
use super::net::{Arrivals, Link, LinkWay, Net, Station, Team};
use super::run::{Plan, run};
use super::services::{Promised, services};
use super::shown::Assumption;
use super::tally::Tally;
use super::timing::{Timing, day_of};
use crate::branch::alternatives;
use crate::calendar::Problem;
use crate::expected::{self, NoExpectation};
use crate::graph::{Graph, Way};
use model::*;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// How a map is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Settings {
    /// Where all chance comes from.
    pub seed: u32,
    /// Cases in each run that are counted, 1 to 100,000.
    pub cases: u32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 1, cases: 1_000 }
    }
}

impl Settings {
    /// The first fifth more is not counted: those cases find everybody idle.
    pub(super) fn plan(self) -> Plan {
        let cases = self.cases.clamp(1, 100_000);
        Plan { seed: u64::from(self.seed), cases: cases + cases / 5, warm_up: cases / 5 }
    }
}

/// Why a map cannot be played.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPlayed {
    /// Cases have no way from one start to an end.
    #[error("{0}")]
    Map(NoExpectation),
    /// A calendar that somebody works in.
    #[error("{0}")]
    Calendar(Problem),
    /// Cases go round without end.
    #[error("Items go round on this map without end. Look for a loop that no way leads out of.")]
    Endless,
}

/// A map that can be played.
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(super) net: Net,
    pub(super) settings: Settings,
    pub(super) state: StateId,
    pub(super) clock: Clock,
    /// By number of the station.
    pub(super) steps: Vec<StepId>,
    /// By number of the link.
    pub(super) connectors: Vec<ConnectorId>,
    /// By number of the team.
    pub(super) teams: Vec<TeamId>,
    /// By number of the service.
    pub(super) promised: Vec<Promised>,
    pub(super) assumptions: Vec<Assumption>,
}

impl Simulation {
    /// Of a state.
    ///
    /// # Errors
    /// Why it cannot be played.
    pub fn of(
        document: &Document,
        state: StateId,
        settings: Settings,
    ) -> Result<Simulation, NotPlayed> {
        let graph = Graph::of(document, state);
        expected::of_graph(&graph).map_err(NotPlayed::Map)?;
        Builder::of(&graph).map_err(NotPlayed::Calendar)?.simulation(settings)
    }

    /// One run, by its number. Runs do not depend on each other.
    ///
    /// # Errors
    /// Cases go round without end.
    pub fn run(&self, number: u32) -> Result<Tally, NotPlayed> {
        let played = run(&self.net, self.settings.plan(), number);
        played.map_err(|_| NotPlayed::Endless)
    }
}

struct Builder<'g, 'a> {
    graph: &'g Graph<'a>,
    process: Process,
    timing: Timing,
    teams: BTreeMap<TeamId, usize>,
    assumptions: Vec<Assumption>,
}

impl<'g, 'a> Builder<'g, 'a> {
    fn of(graph: &'g Graph<'a>) -> Result<Self, Problem> {
        let document = graph.document;
        let process = document.process_of(graph.state).cloned().unwrap_or_default();
        let lanes = document.lanes_of(graph.state);
        let mut calendars: BTreeSet<CalendarId> =
            lanes.iter().filter_map(|lane| document.team(lane.team)?.calendar).collect();
        let agreed: Vec<&Sla> = (document.handoffs_of(graph.state).iter())
            .filter_map(|(handoff, _)| document.sla(handoff.sla?))
            .chain(document.slas().filter(|it| it.end_to_end.is_some()))
            .collect();
        calendars.extend(agreed.iter().filter_map(|it| it.calendar));
        let on_the_wall =
            |it: &Option<TimeTarget>| it.is_some_and(|it| it.clock == ClockKind::Elapsed);
        let wall = agreed.iter().any(|it| on_the_wall(&it.response) || on_the_wall(&it.completion));
        let timing = Timing::of(document, &process, &calendars, wall)?;
        let teams = lanes.iter().map(|lane| lane.team).enumerate().map(|(at, team)| (team, at));
        let teams = teams.collect();
        Ok(Builder { graph, process, timing, teams, assumptions: Vec::new() })
    }

    fn simulation(mut self, settings: Settings) -> Result<Simulation, NotPlayed> {
        let graph = self.graph;
        let start = graph.starts.first().ok_or(NotPlayed::Map(NoExpectation::NoStart))?.index();
        let teams = self.teams();
        let stations: Vec<Station> =
            graph.net.node_indices().map(|node| self.station(node)).collect();
        let links = self.links(&teams);
        let (promised, services) = services(graph, &self.timing).into_iter().unzip();
        self.tell(&stations, &links);
        let mut numbered: Vec<(usize, TeamId)> =
            self.teams.iter().map(|(id, at)| (*at, *id)).collect();
        numbered.sort_unstable();
        Ok(Simulation {
            settings,
            state: graph.state,
            clock: self.process.clock,
            steps: graph.net.node_indices().map(|node| graph.step(node).id).collect(),
            connectors: graph.net.edge_indices().map(|edge| graph.connector(edge).id).collect(),
            teams: numbered.into_iter().map(|(_, id)| id).collect(),
            promised,
            assumptions: self.assumptions,
            net: Net {
                arrivals: arrivals(&self.process),
                hours: self.timing.hours,
                teams,
                stations,
                links,
                start,
                clock: 0,
                services,
            },
        })
    }

    fn teams(&mut self) -> Vec<Team> {
        let mut all = vec![Team { people: None, hours: 0, load: 1.0 }; self.teams.len()];
        let known = self.process.volume_per_thousand_days.is_some_and(|it| it > 0);
        if !known {
            self.assumptions.push(Assumption::NoVolume);
        }
        let mut unlimited = Vec::new();
        for (id, at) in &self.teams {
            let (Some(team), Some(it)) = (self.graph.document.team(*id), all.get_mut(*at)) else {
                continue;
            };
            it.hours = self.timing.calendar(team.calendar);
            let people = team.headcount.map(u32::from).filter(|it| *it > 0 && !team.external);
            it.people = people.filter(|_| known);
            if known && people.is_none() && !team.external {
                unlimited.push(*id);
            }
            let hours = self.timing.hours.get(it.hours).zip(self.timing.hours.first());
            let productive = team.productive_minutes_per_day.filter(|it| *it > 0);
            if let (Some((own, process)), Some(productive)) = (hours, productive) {
                it.load =
                    (day_of(own, process, self.process.clock) / f64::from(productive)).max(1.0);
            }
        }
        if !unlimited.is_empty() {
            self.assumptions.push(Assumption::PeopleUnknown { teams: unlimited });
        }
        if self.timing.assumed {
            self.assumptions.push(Assumption::UsualHours);
        }
        all
    }

    fn station(&self, node: NodeIndex) -> Station {
        let graph = self.graph;
        let step = graph.step(node);
        let lane = graph.document.lane(step.lane);
        let team = lane.and_then(|lane| self.teams.get(&lane.team)).copied().unwrap_or_default();
        let work = Distribution::said(step.process_time.as_ref());
        let mut station = Station {
            key: step.id.0,
            team,
            people: u32::from(step.people.max(1)),
            work,
            rest: rest(step),
            dead_end: step.dead_end,
            back: Vec::new(),
            one_of: Vec::new(),
            all: Vec::new(),
        };
        // Once for each step, as drawn: petgraph tells the last connector first.
        let mut ways: Vec<_> = graph.leaving(node).collect();
        ways.sort_by_key(|link| link.id());
        for link in ways {
            let connector = link.weight().connector;
            let p = connector.probability.unwrap_or_default().fraction();
            match (link.weight().way, connector.flow) {
                (Way::Rework, _) => station.back.push((link.id().index(), p)),
                (_, ConnectorKind::Xor) => {}
                _ => station.all.push(link.id().index()),
            }
        }
        let mut one_of = alternatives(graph, node);
        one_of.sort_by_key(|(edge, _)| *edge);
        station.one_of = one_of.into_iter().map(|(edge, share)| (edge.index(), share)).collect();
        station
    }

    fn links(&mut self, teams: &[Team]) -> Vec<Link> {
        let mut from_load = Vec::new();
        let mut from_hours = Vec::new();
        let mut batches = Vec::new();
        let mut links = Vec::new();
        for edge in self.graph.net.edge_references() {
            let connector = edge.weight().connector;
            let receiver = self.graph.document.team_of(self.graph.step(edge.target()));
            let team = receiver.and_then(|it| teams.get(*self.teams.get(&it.id)?));
            let limited = team.is_some_and(|team| team.people.is_some());
            let own_hours = receiver.is_some_and(|it| self.timing.differs(it.calendar));
            let drawn = LinkWay::Wait(Distribution::said(connector.wait.as_ref()));
            let nothing = LinkWay::Wait(Distribution::ZERO);
            let every = connector.batch_interval.map(|it| f64::from(it.0)).filter(|it| *it > 0.0);
            let way = match (connector.cause, every) {
                (Some(DelayCause::Queue | DelayCause::Priority), _) if limited => {
                    from_load.push(connector.id);
                    nothing
                }
                (Some(DelayCause::OffShift), _) if own_hours => {
                    from_hours.push(connector.id);
                    nothing
                }
                (Some(DelayCause::Batch), Some(every)) => {
                    batches.push(connector.id);
                    LinkWay::Batch(every)
                }
                _ => drawn,
            };
            links.push(Link {
                key: connector.id.0,
                to: edge.target().index(),
                way,
                hours: 0,
                low_priority: limited && connector.cause == Some(DelayCause::Priority),
            });
        }
        let told = [
            (from_load, Assumption::waits_from_load as fn(Vec<ConnectorId>) -> Assumption),
            (from_hours, Assumption::waits_from_hours),
            (batches, Assumption::batches),
        ];
        for (connectors, assumption) in told {
            if !connectors.is_empty() {
                self.assumptions.push(assumption(connectors));
            }
        }
        links
    }

    /// How the times are spread, for those who read the figures.
    fn tell(&mut self, stations: &[Station], links: &[Link]) {
        let waits = links.iter().filter_map(|it| match it.way {
            LinkWay::Wait(wait) => Some(wait),
            LinkWay::Batch(_) => None,
        });
        let times = stations.iter().flat_map(|it| [it.work, it.rest]).chain(waits);
        let (fixed, spread): (Vec<_>, Vec<_>) =
            times.filter(|it| !it.is_zero()).partition(Distribution::is_fixed);
        let count = |it: &[Distribution]| u32::try_from(it.len()).unwrap_or(u32::MAX);
        self.assumptions.push(Assumption::Times { fixed: count(&fixed), pert: count(&spread) });
    }
}

/// What the span has beyond the hands-on time, point by point.
fn rest(step: &Step) -> Distribution {
    let Some(span) = &step.span else { return Distribution::ZERO };
    let minutes = |it: Minutes| f64::from(it.0);
    let work = |of: fn(&Estimate<Minutes>) -> Option<Minutes>| {
        step.process_time.as_ref().map_or(0.0, |it| minutes(of(it).unwrap_or(it.usual)))
    };
    let usual = (minutes(span.usual) - work(|it| Some(it.usual))).max(0.0);
    let best = minutes(span.best.unwrap_or(span.usual)) - work(|it| it.best);
    let worst = minutes(span.worst.unwrap_or(span.usual)) - work(|it| it.worst);
    Distribution::pert(best.clamp(0.0, usual), usual, worst.max(usual))
}

/// As many a day as the process has. Without a volume they come so far apart that none meets
/// another, at all times of the week.
fn arrivals(process: &Process) -> Arrivals {
    let day = f64::from(process.clock.minutes_per_day);
    let volume = process.volume_per_thousand_days.filter(|it| *it > 0);
    let between = day * 1000.0 / volume.map_or(1000.0, f64::from);
    Arrivals { between: Distribution::Exponential(between), hours: 0 }
}
