//! Steps and connectors of a file, and the handoffs that follow from them.

use super::Making;
use super::format::{self, Map};
use super::values::{estimate, maybe_word, minutes, no_such, share, short, word};
use crate::error::Error;
use model::*;
use std::collections::BTreeSet;

impl Making {
    pub(super) fn steps(&mut self, map: Map) -> Result<(), Error> {
        let unowned: BTreeSet<&str> = map.unowned_steps.0.iter().map(String::as_str).collect();
        for (at, it) in map.steps.0.iter().enumerate() {
            let path = format!("{}steps[{at}]", map.prefix);
            let id: StepId = self.fresh(&path);
            let lane = self.teams.get(&it.lane).map(|(_, lane)| *lane);
            let lane = lane.ok_or_else(|| no_such(&format!("{path}.lane"), "lane", &it.lane))?;
            if self.steps.insert(it.id.clone(), (id, lane)).is_some() {
                return Err(Error::Twice { path, what: "step", name: short(&it.id) });
            }
            let step = self.read_step(it, id, lane, &path)?;
            self.put(Step { unowned: unowned.contains(it.id.as_str()), ..step });
        }
        for (at, code) in map.unowned_steps.0.iter().enumerate() {
            self.step(code, &format!("{}unowned_steps[{at}]", map.prefix))?;
        }
        Ok(())
    }

    fn read_step(
        &self,
        it: &format::Step,
        id: StepId,
        lane: LaneId,
        path: &str,
    ) -> Result<Step, Error> {
        let at = |key: &str| format!("{path}.{key}");
        // How ways split and join follows from the connectors; here the word is only checked.
        let branches = [ConnectorKind::And, ConnectorKind::Xor];
        maybe_word(&it.split, &at("split"), &branches, ConnectorKind::word)?;
        maybe_word(&it.join, &at("join"), &branches, ConnectorKind::word)?;
        let shape = maybe_word(&it.kind, &at("kind"), StepKind::ALL, StepKind::word)?;
        Ok(Step {
            id,
            state: self.state,
            lane,
            shape: shape.unwrap_or(StepKind::Step),
            name: it.name.clone(),
            code: it.id.clone(),
            process_time: estimate(&it.pt, &at("pt"), minutes)?,
            span: estimate(&it.span, &at("span"), minutes)?,
            people: it.people.unwrap_or(1),
            complete_accurate: estimate(&it.ca, &at("ca"), |ca, path| share(ca, 100.0, path))?,
            value: maybe_word(&it.va, &at("va"), ValueClass::ALL, ValueClass::word)?,
            systems: it.systems.0.clone(),
            performers: it.performers.0.clone(),
            accountable: self.role(&it.accountable, &at("accountable"))?,
            dead_end: it.dead_end,
            notes: it.notes.clone(),
            origin: self.step_origin(it, &at("origin"))?,
            ..Step::default()
        })
    }

    pub(super) fn connectors(&mut self, map: Map) -> Result<(), Error> {
        for (at, it) in map.connectors.0.iter().enumerate() {
            let path = format!("{}connectors[{at}]", map.prefix);
            let id = self.fresh(&path);
            let (from, giving) = self.step(&it.from, &format!("{path}.from"))?;
            let (to, receiving) = self.step(&it.to, &format!("{path}.to"))?;
            let connector = self.read_connector(it, id, (from, to), &path)?;
            let origin = connector.origin.clone();
            if self.connectors.insert(it.id.clone(), connector).is_some() {
                return Err(Error::Twice { path, what: "connector", name: short(&it.id) });
            }
            if giving != receiving {
                let handoff = Handoff {
                    id: self.fresh(&path),
                    connector: id,
                    number: self.number(&origin),
                    ..Handoff::default()
                };
                self.handoffs.insert(it.id.clone(), handoff);
            }
        }
        Ok(())
    }

    fn read_connector(
        &self,
        it: &format::Connector,
        id: ConnectorId,
        (from, to): (StepId, StepId),
        path: &str,
    ) -> Result<Connector, Error> {
        let at = |key: &str| format!("{path}.{key}");
        let probability = it.p.map(|p| share(p, 1.0, &at("p"))).transpose()?;
        let interval = it.interval.map(|it| minutes(it, &at("interval"))).transpose()?;
        Ok(Connector {
            id,
            state: self.state,
            from,
            to,
            flow: word(&it.kind, &at("kind"), ConnectorKind::ALL, ConnectorKind::word)?,
            probability,
            primary: it.primary,
            label: it.label.clone(),
            code: it.id.clone(),
            wait: estimate(&it.wait, &at("wait"), minutes)?,
            cause: maybe_word(&it.delay, &at("delay"), DelayCause::ALL, DelayCause::word)?,
            cause_note: it.delay_note.clone(),
            batch_interval: interval,
            origin: self.connector_origin(it, &at("origin"))?,
            ..Connector::default()
        })
    }
}
