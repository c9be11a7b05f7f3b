//! The rules a document keeps, and why a set of records is not one. Opening a file asks all of them;
//! a command those that its changes could break.

use super::Document;
use crate::change::Change;
use crate::id::*;
use crate::record::*;
use crate::value::StepKind;
use std::collections::BTreeSet;

/// Why a set of records is not a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum Invalid {
    /// Two records share an id.
    #[error("two records have the number {0}")]
    TwiceUsed(RecordId),
    /// A record refers to something that is not there, or is of another kind.
    #[error("record {from} refers to {} {to}, which does not exist", kind.word())]
    Dangling { from: RecordId, kind: Kind, to: RecordId },
    /// A field holds something out of bounds.
    #[error("the {field} of {} {id} is out of bounds", kind.word())]
    OutOfBounds { id: RecordId, kind: Kind, field: &'static str },
    /// There is not exactly one engagement.
    #[error("a document has one engagement, this one has {0}")]
    Engagements(usize),
    /// A step is not in a lane of its own state, or a connector joins two states.
    #[error("record {0} mixes two states")]
    MixedStates(RecordId),
    /// A connector leads from a step to itself.
    #[error("connector {0} leads from a step to itself")]
    Loop(RecordId),
    /// Into a start, or out of an end.
    #[error("connector {0} leads into a start or out of an end")]
    WrongWay(RecordId),
    /// Lane orders of a state are not 0, 1, 2 ….
    #[error("the lanes of state {0} are not numbered in order")]
    LaneOrder(RecordId),
    /// A team has two lanes in one state.
    #[error("team {0} has two lanes in one state")]
    TwoLanes(RecordId),
    /// Handoff and connector are not one to one, or a crossing has no handoff.
    #[error("connector {0} and its handoff do not match")]
    HandoffMismatch(RecordId),
    /// Two handoffs share a number.
    #[error("two handoffs have the number H-{0:02}")]
    HandoffNumber(u32),
}

impl Document {
    /// Whether every rule holds.
    ///
    /// # Errors
    /// The first rule that does not.
    pub fn check(&self) -> Result<(), Invalid> {
        let mut broken = Ok(());
        self.each_entity(&mut |kind, id, entity| {
            if broken.is_ok() {
                broken = self.check_entity(kind, id, entity);
            }
        });
        broken?;
        self.check_engagement()?;
        for connector in self.connectors() {
            self.check_connector(connector)?;
        }
        for step in self.steps() {
            self.check_step(step)?;
        }
        for state in self.states() {
            self.check_lanes(state.id)?;
        }
        self.check_handoffs()
    }

    pub(super) fn check_changed(&self, changes: &[Change]) -> Result<(), Invalid> {
        let mut gone = BTreeSet::new();
        let mut lanes_moved = false;
        let mut handoffs_moved = false;
        for change in changes {
            let Some(after) = &change.after else {
                if let Some(before) = &change.before {
                    gone.insert(before.id());
                    lanes_moved |= matches!(before.kind(), Kind::Lane | Kind::State);
                    handoffs_moved |= matches!(before.kind(), Kind::Handoff | Kind::Connector);
                }
                continue;
            };
            self.check_entity(after.kind(), after.id(), after)?;
            match after {
                Record::Connector(connector) => self.check_connector(connector)?,
                Record::Step(step) => {
                    self.check_step(step)?;
                    for connector in self.connectors_at(step.id) {
                        self.check_connector(connector)?;
                    }
                }
                Record::Lane(_) => lanes_moved = true,
                Record::Handoff(_) => handoffs_moved = true,
                Record::Engagement(_) => self.check_engagement()?,
                _ => {}
            }
        }
        if !gone.is_empty() {
            self.check_engagement()?;
            let mut broken = Ok(());
            self.each_entity(&mut |_, from, entity| {
                entity.references(&mut |kind, to| {
                    if gone.contains(&to) && broken.is_ok() {
                        broken = Err(Invalid::Dangling { from, kind, to });
                    }
                });
            });
            broken?;
        }
        if lanes_moved {
            for state in self.states() {
                self.check_lanes(state.id)?;
            }
        }
        if handoffs_moved {
            self.check_handoffs()?;
        }
        Ok(())
    }

    fn check_entity(&self, kind: Kind, id: RecordId, entity: &dyn Entity) -> Result<(), Invalid> {
        if let Some(field) = entity.out_of_bounds() {
            return Err(Invalid::OutOfBounds { id, kind, field });
        }
        let mut broken = Ok(());
        entity.references(&mut |kind, to| {
            if broken.is_ok() && self.kind(to) != Some(kind) {
                broken = Err(Invalid::Dangling { from: id, kind, to });
            }
        });
        broken
    }

    fn check_engagement(&self) -> Result<(), Invalid> {
        match self.tables.engagements.len() {
            1 => Ok(()),
            other => Err(Invalid::Engagements(other)),
        }
    }

    fn check_step(&self, step: &Step) -> Result<(), Invalid> {
        match self.lane(step.lane) {
            Some(lane) if lane.state == step.state => Ok(()),
            _ => Err(Invalid::MixedStates(step.id.into())),
        }
    }

    fn check_connector(&self, connector: &Connector) -> Result<(), Invalid> {
        let id = RecordId::from(connector.id);
        let (Some(from), Some(to)) = (self.step(connector.from), self.step(connector.to)) else {
            return Err(Invalid::Dangling {
                from: id,
                kind: Kind::Step,
                to: connector.from.into(),
            });
        };
        if from.id == to.id {
            return Err(Invalid::Loop(id));
        }
        if from.state != connector.state || to.state != connector.state {
            return Err(Invalid::MixedStates(id));
        }
        if to.shape == StepKind::Start || from.shape == StepKind::End {
            return Err(Invalid::WrongWay(id));
        }
        if from.lane != to.lane && self.handoff_record(connector.id).is_none() {
            return Err(Invalid::HandoffMismatch(id));
        }
        Ok(())
    }

    fn check_lanes(&self, state: StateId) -> Result<(), Invalid> {
        let mut teams = BTreeSet::new();
        for (order, lane) in self.lanes_of(state).into_iter().enumerate() {
            if usize::from(lane.order) != order {
                return Err(Invalid::LaneOrder(state.into()));
            }
            if !teams.insert(lane.team) {
                return Err(Invalid::TwoLanes(lane.team.into()));
            }
        }
        Ok(())
    }

    fn check_handoffs(&self) -> Result<(), Invalid> {
        let mut numbers = BTreeSet::new();
        for handoff in self.handoffs() {
            if self.handoff_of.get(&handoff.connector) != Some(&handoff.id) {
                return Err(Invalid::HandoffMismatch(handoff.connector.into()));
            }
            // A number follows the lineage: the same handoff in another state may carry it.
            let state = self.connector(handoff.connector).map(|connector| connector.state);
            if !numbers.insert((state, handoff.number)) {
                return Err(Invalid::HandoffNumber(handoff.number));
            }
        }
        Ok(())
    }
}
