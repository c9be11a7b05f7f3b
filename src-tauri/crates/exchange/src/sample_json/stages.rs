//! Stages of a file: which steps belong together.

use super::Making;
use super::format::Map;
use super::values::short;
use crate::error::Error;
use model::*;

impl Making {
    pub(super) fn stages(&mut self, map: Map) -> Result<(), Error> {
        for (order, it) in (0u16..).zip(&map.stages.0) {
            let path = format!("{}stages[{order}]", map.prefix);
            let id: StageId = self.fresh(&path);
            for (at, code) in it.steps.0.iter().enumerate() {
                let (step, _) = self.step(code, &format!("{path}.steps[{at}]"))?;
                self.put_into(step, id);
            }
            let (state, name) = (self.state, it.name.clone());
            let stage = Stage { id, state, name, order, until: None, sla: None };
            if self.stages.insert(it.name.clone(), stage).is_some() {
                return Err(Error::Twice { path, what: "stage", name: short(&it.name) });
            }
        }
        Ok(())
    }

    fn put_into(&mut self, step: StepId, stage: StageId) {
        let its = |it: &&mut Record| matches!(it, Record::Step(it) if it.id == step);
        if let Some(Record::Step(it)) = self.records.iter_mut().find(its) {
            it.stage = Some(stage);
        }
    }
}
