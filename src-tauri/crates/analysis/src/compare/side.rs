//! One of two states that are compared, with everything that belongs to it alone. Service levels
//! of single handoffs and templates are shared by states and belong to none.

use model::*;
use std::collections::BTreeSet;

/// A state in its document.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The document; the same on both sides, or one as it was and as it is.
    pub document: &'a Document,
    /// The state in it.
    pub state: StateId,
}

impl<'a> Side<'a> {
    pub(super) fn stages(&self) -> Vec<&'a Stage> {
        let state = self.state;
        let mut all: Vec<_> = self.document.stages().filter(|it| it.state == state).collect();
        all.sort_by_key(|it| (it.order, it.id));
        all
    }

    fn holds(&self, target: Target) -> bool {
        let document = self.document;
        let state = match target {
            Target::Step(id) => document.step(id).map(|it| it.state),
            Target::Connector(id) => document.connector(id).map(|it| it.state),
            Target::Handoff(id) => document
                .handoff(id)
                .and_then(|it| document.connector(it.connector))
                .map(|it| it.state),
            Target::Stage(id) => document.stage(id).map(|it| it.state),
            Target::State(id) => Some(id),
            Target::Team(_) => None,
        };
        state == Some(self.state)
    }

    /// Those of its handoffs and stages, in order.
    pub(super) fn criteria(&self) -> Vec<&'a Criterion> {
        let mut all: Vec<_> = self.document.criteria().filter(|it| self.holds(it.about)).collect();
        all.sort_by_key(|it| (it.order, it.id));
        all
    }

    pub(super) fn letters(&self) -> Vec<&'a RaciAssignment> {
        self.document.raci_assignments().filter(|it| self.holds(it.row)).collect()
    }

    /// The promises along several of its handoffs.
    pub(super) fn promises(&self) -> Vec<&'a Sla> {
        let here = |way: EndToEnd| self.holds(Target::Step(way.from));
        self.document.slas().filter(|it| it.end_to_end.is_some_and(here)).collect()
    }

    /// Every record that belongs to the state, by kind and id.
    pub fn records(&self) -> Vec<Record> {
        let (document, state) = (self.document, self.state);
        let connectors: BTreeSet<ConnectorId> =
            document.connectors_of(state).map(|it| it.id).collect();
        let mut all: Vec<Record> = Vec::new();
        all.extend(document.state(state).cloned().map(Record::State));
        all.extend(document.lanes().filter(|it| it.state == state).cloned().map(Record::Lane));
        all.extend(document.stages().filter(|it| it.state == state).cloned().map(Record::Stage));
        all.extend(document.steps_of(state).cloned().map(Record::Step));
        all.extend(document.connectors_of(state).cloned().map(Record::Connector));
        let handoffs = document.handoffs().filter(|it| connectors.contains(&it.connector));
        all.extend(handoffs.cloned().map(Record::Handoff));
        let by_id = |mut all: Vec<Record>| {
            all.sort_by_key(Record::id);
            all
        };
        all.extend(by_id(self.criteria().into_iter().cloned().map(Record::Criterion).collect()));
        all.extend(self.promises().into_iter().cloned().map(Record::Sla));
        all.extend(self.letters().into_iter().cloned().map(Record::RaciAssignment));
        all
    }
}
