//! Stages of a file: which steps belong together.

use super::Making;
use super::format::Map;
use super::values::short;
use crate::error::Error;
use model::*;
use std::collections::BTreeMap;

impl Making {
    pub(super) fn stages(&mut self, map: Map) -> Result<(), Error> {
        let mut staged = BTreeMap::new();
        for (order, it) in (0u16..).zip(&map.stages.0) {
            let path = format!("{}stages[{order}]", map.prefix);
            let id: StageId = self.fresh(&path);
            for (at, code) in it.steps.0.iter().enumerate() {
                let path = format!("{path}.steps[{at}]");
                let (step, _) = self.step(code, &path)?;
                if staged.insert(step, id).is_some() {
                    return Err(Error::Twice { path, what: "step of a stage", name: short(code) });
                }
            }
            let (state, name) = (self.state, it.name.clone());
            let stage = Stage { id, state, name, order, until: None, sla: None };
            if self.stages.insert(it.name.clone(), stage).is_some() {
                return Err(Error::Twice { path, what: "stage", name: short(&it.name) });
            }
        }
        for record in &mut self.records {
            if let Record::Step(step) = record {
                step.stage = staged.get(&step.id).copied().or(step.stage);
            }
        }
        Ok(())
    }
}
