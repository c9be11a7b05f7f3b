//! The future state of a file: other lanes for the same teams, and what each step and connector in it
//! descends from.

use super::format::{self, File};
use super::values::{no_such, out_of_range};
use super::{Before, Making};
use crate::error::Error;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

impl Making {
    /// From here on records are those of the future state.
    pub(super) fn begin_future(&mut self, file: &File) -> Result<(), Error> {
        let current = self.state;
        let process = self.records.iter().find_map(|it| match it {
            Record::State(it) if it.id == current => Some((it.process, it.role)),
            _ => None,
        });
        let Some((process, StateRole::Current)) = process else {
            return Err(Error::FutureOfNothing);
        };
        self.before = Before {
            steps: self.steps.iter().map(|(code, (id, _))| (code.clone(), *id)).collect(),
            connectors: self.connectors.iter().map(|(code, it)| (code.clone(), it.id)).collect(),
            numbers: self.handoffs.values().map(|it| (it.connector, it.number)).collect(),
        };
        self.put_connectors();
        self.steps.clear();
        let id = self.fresh("future");
        let name = "Future state".to_owned();
        let (role, origin) = (StateRole::Future, Some(current));
        self.put(State { id, process, role, name, origin, ..State::default() });
        self.state = id;
        self.states.push(id);
        for (order, it) in (0u16..).zip(&file.lanes.0) {
            let lane = self.fresh(&format!("lanes[{order}]"));
            let Some(held) = self.teams.get_mut(&it.id) else { continue };
            let (team, origin) = *held;
            held.1 = lane;
            self.put(Lane { id: lane, state: id, team, order, height: 0, origin: Some(origin) });
        }
        Ok(())
    }

    /// The step of the current state with the same code, unless others are named.
    pub(super) fn step_origin(&self, it: &format::Step, path: &str) -> Result<Vec<StepId>, Error> {
        origin(&self.before.steps, it.origin.as_ref().map(|it| &it.0), &it.id, path, "step")
    }

    pub(super) fn connector_origin(
        &self,
        it: &format::Connector,
        path: &str,
    ) -> Result<Vec<ConnectorId>, Error> {
        let named = it.origin.as_ref().map(|it| &it.0);
        origin(&self.before.connectors, named, &it.id, path, "connector")
    }

    /// A handoff has the number of the first one that its connector descends from and that no other
    /// has here; else a new one.
    pub(super) fn number(&mut self, origin: &[ConnectorId]) -> u32 {
        let numbers = &mut self.before.numbers;
        let old = origin.iter().find_map(|id| numbers.remove(id));
        old.unwrap_or_else(|| {
            self.next_number += 1;
            self.next_number
        })
    }
}

fn origin<T: Copy>(
    before: &BTreeMap<String, T>,
    named: Option<&Vec<String>>,
    code: &str,
    path: &str,
    what: &'static str,
) -> Result<Vec<T>, Error> {
    let Some(named) = named else { return Ok(before.get(code).copied().into_iter().collect()) };
    if before.is_empty() {
        return Err(out_of_range(
            path,
            "left out: only what is under “future” descends from something",
        ));
    }
    let find = |code: &String| before.get(code).copied().ok_or_else(|| no_such(path, what, code));
    let mut seen = BTreeSet::new();
    named.iter().filter(|code| seen.insert(*code)).map(find).collect()
}
