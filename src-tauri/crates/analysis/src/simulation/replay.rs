//! Some cases of a run, move by move, to be looked at on the map.

use super::hours::Hours;
use super::play::{NotPlayed, Simulation};
use super::run::{Watch, watched};
use super::tally::minutes;
use model::{Clock, ConnectorId, StepId};
use serde::Serialize;
use ts_rs::TS;

/// Cases of one run on their way. Minutes are of the process's clock, from the arrival of the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Replay {
    /// Whose minutes these are.
    pub clock: Clock,
    /// How many cases.
    pub cases: u32,
    /// When the last of them is over.
    pub minutes: f64,
    /// What they do, by time.
    pub moves: Vec<Move>,
}

/// What a case does. Cases are numbered from 0 as they come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Move {
    /// It is handed on, and comes to the other end.
    Travels {
        /// Which case.
        case: u32,
        /// On which connector.
        connector: ConnectorId,
        /// Released.
        from: f64,
        /// There.
        until: f64,
    },
    /// Work on it begins; until it is handed on it stays there.
    Begins {
        /// Which case.
        case: u32,
        /// At which step.
        step: StepId,
        /// When.
        at: f64,
    },
    /// It is over.
    Ends {
        /// Which case.
        case: u32,
        /// When.
        at: f64,
    },
}

impl Simulation {
    /// The first so many cases that count, of the first run.
    ///
    /// # Errors
    /// Cases go round without end.
    pub fn replay(&self, cases: u32) -> Result<Replay, NotPlayed> {
        let first = self.settings.plan().warm_up;
        let clock = self.net.hours.first();
        let mut looker = Looker {
            simulation: self,
            first,
            cases,
            start: None,
            replay: Replay::default(),
            clock,
        };
        watched(&self.net, self.settings.plan(), 0, &mut looker).map_err(|_| NotPlayed::Endless)?;
        let mut replay = looker.replay;
        replay.clock = self.clock;
        replay.cases = cases.min(self.settings.cases);
        Ok(replay)
    }
}

struct Looker<'s> {
    simulation: &'s Simulation,
    first: u32,
    cases: u32,
    start: Option<i64>,
    replay: Replay,
    clock: Option<&'s Hours>,
}

impl Looker<'_> {
    /// The number of a case that is looked at.
    fn case(&self, case: u32) -> Option<u32> {
        case.checked_sub(self.first).filter(|it| *it < self.cases)
    }

    fn minutes(&mut self, at: i64) -> f64 {
        let worked = |at| self.clock.map_or(at, |clock| clock.worked(at));
        let start = *self.start.get_or_insert(at);
        minutes(i128::from(worked(at) - worked(start)))
    }
}

impl Watch for Looker<'_> {
    fn begins(&mut self, case: u32, station: usize, at: i64) {
        let step = self.simulation.steps.get(station).copied();
        if let Some((case, step)) = self.case(case).zip(step) {
            let at = self.minutes(at);
            self.replay.moves.push(Move::Begins { case, step, at });
        }
    }

    fn travels(&mut self, case: u32, link: usize, from: i64, until: i64) {
        let connector = self.simulation.connectors.get(link).copied();
        if let Some((case, connector)) = self.case(case).zip(connector) {
            let (from, until) = (self.minutes(from), self.minutes(until));
            self.replay.moves.push(Move::Travels { case, connector, from, until });
        }
    }

    fn ends(&mut self, case: u32, at: i64) {
        if let Some(case) = self.case(case) {
            let at = self.minutes(at);
            self.replay.minutes = self.replay.minutes.max(at);
            self.replay.moves.push(Move::Ends { case, at });
        }
    }
}
